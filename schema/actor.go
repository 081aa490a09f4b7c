package schema

// Kind says what an actor is. The graph uses it as a label.
type Kind string

const (
	Country      Kind = "Country"
	Person       Kind = "Person"
	Organization Kind = "Organization" // parties, courts, companies, NGOs, unions of states, armed groups
	Group        Kind = "Group"        // described, not named: "union leaders", "Kurdish fighters"
)

// Actor is somebody who can hold a stance or be its target.
type Actor struct {
	ID      string // Wikidata id where known ("Q43"), else ActorID(Name)
	Name    string
	Kind    Kind
	Aliases []string // other forms met in texts, sorted
	Sector  string   // PLOVER sector: GOV, MIL, REB, OPP, PTY, JUD, LEG, MED, NGO, BUS, IGO, CVL …
	Members []string // ids, where this is a collective with known members

	// Described says that the document never names it, nor says by a name whose it is: "rebels", "a reporter". Its ID is
	// unique within the document only; a graph scopes it (ScopedID).
	Described bool
}

// Mention is a stretch of text that names or means actors.
type Mention struct {
	Span     Span
	Sentence int    // index; -1 for a caption
	Head     int    // token index of the head word in the sentence; -1 for a caption
	Prep     string // preposition straight before its phrase: "against" of "the fight against the rebels"
	Form     MentionForm
	Actors   []string // ids: one, or the members of a collective; none where it was not resolved
	Number   int      // 1 singular, 2 plural, 0 unknown
	Score    float64  // how sure the link is, 0 to 1
	Why      string   // what decided, for explain: "gazetteer", "surname of …", "pronoun, subject of previous sentence"
}

// MentionForm says how the text means the actor.
type MentionForm string

const (
	Named       MentionForm = "named"      // "Turkey", "Vladimir Putin", "the Kremlin"
	Demonym     MentionForm = "demonym"    // "Turkish" before a noun, "the Dutch"
	Nominal     MentionForm = "nominal"    // "the president", "Kurdish fighters"
	Collective  MentionForm = "collective" // "the three countries", "both sides"
	Pronoun     MentionForm = "pronoun"    // they, its, he
	FirstPerson MentionForm = "first"      // we, I, our: the speaker of the turn or quote
	CaptionName MentionForm = "caption"
)

// ActorRef is an actor as a statement has it: who, and the words that say so.
type ActorRef struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Kind  Kind   `json:"kind"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Affiliation says that an actor belongs to or acts for another: Vladimir Putin, "Russian President", Russia.
type Affiliation struct {
	Actor string // id
	Of    string // id
	Role  string // as the text has it, in reading case
	Span  Span   // where it says so
}
