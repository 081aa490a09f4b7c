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
	ID      string   `json:"id"` // Wikidata id where known ("Q43"), else ActorID(Name)
	Name    string   `json:"name"`
	Kind    Kind     `json:"kind"`
	Aliases []string `json:"aliases,omitempty"` // other forms met in texts, sorted
	Sector  string   `json:"sector,omitempty"`  // PLOVER sector: GOV, MIL, REB, OPP, PTY, JUD, LEG, MED, NGO, BUS, IGO, CVL …
	Members []string `json:"members,omitempty"` // ids, where this is a collective with known members
}

// Mention is a stretch of text that names or means actors.
type Mention struct {
	Span     Span        `json:"span"`
	Sentence int         `json:"sentence"` // index; -1 for a caption
	Head     int         `json:"head"`     // token index of the head word in the sentence; -1 for a caption
	Form     MentionForm `json:"form"`
	// Prep is the preposition straight before the phrase as its case marker in the tree, "" without: "against" in
	// "the fight against the rebels".
	Prep   string   `json:"prep,omitempty"`
	Actors []string `json:"actors"`        // ids: one, or the members of a collective; none where it was not resolved
	Number int      `json:"number"`        // 1 singular, 2 plural, 0 unknown
	Score  float64  `json:"score"`         // how sure the link is, 0 to 1
	Why    string   `json:"why,omitempty"` // what decided, for explain: "gazetteer", "surname of …", "pronoun, subject of previous sentence"
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
	Actor string `json:"actor"` // id
	Of    string `json:"of"`    // id
	Role  string `json:"role"`  // as the text has it, in reading case
	Span  Span   `json:"span"`  // where it says so
}
