package schema

// Clause is one predicate with its arguments, and all that decides how its words are meant, set
// before any rule looks: voice is undone (Subject is who acts, also of a passive), negation,
// modality, phase and attribution are resolved, coordinated arguments are listed.
//
// This is all that a stance rule sees of a sentence, so the syntax behind it can change without a
// change of rules.
type Clause struct {
	Index    int // in Extraction.Clauses
	Sentence int // index of the sentence
	Turn     int // of the sentence
	Kind     PredKind
	Head     int      // token index of the predicate's head word
	Lemma    string   // "want", "rule", "critical", "opposition"
	Particle string   // "out" of "rule out"
	Noun     string   // lemma of the noun that makes an idiom with the verb: "support" of "throw one's support behind"
	NounHead int      // its token
	Form     VerbForm // of a verb
	Copular  bool     // said of the subject with a form of "be"
	Cue      Span     // the predicate's own words
	Span     Span     // the whole clause
	Self     Phrase   // the predicate's own phrase: "union leaders" of an agent noun
	Whole    Issue    // Span as an issue
	Deed     Issue    // the same from the predicate's head on: "leave the treaty" of "Peru should leave the treaty"
	Args     []Arg
	Passive  bool
	Parent   int    // index of the clause this one depends on, -1
	Link     string // how: ccomp xcomp advcl acl acl:relcl conj parataxis
	Marker   string // that, to, if, because, but …
	Negated  bool
	NegCue   string
	Modal    string // must, should, ought, would, can … as it stands
	Modality Modality
	Phase    Phase
	Voice    Voice // who says the clause
	Contrast *ClauseContrast
}

// Has says whether the clause has an argument with the role.
func (c *Clause) Has(r Role) bool {
	for i := range c.Args {
		if c.Args[i].Role == r {
			return true
		}
	}
	return false
}

// PredKind says what kind of word the predicate is.
type PredKind string

const (
	VerbPred PredKind = "verb"
	AdjPred  PredKind = "adjective"   // copular or attributive: "is critical of"
	NounPred PredKind = "noun"        // "Turkey's opposition to", "is an ally of"
	PrepPred PredKind = "preposition" // "is against", "in favour of"
)

// VerbForm is the form of a verb's first finite or only word.
type VerbForm string

const (
	NoForm     VerbForm = ""
	PastForm   VerbForm = "past"
	PresForm   VerbForm = "present"
	BareForm   VerbForm = "bare" // infinitive or subjunctive: "to leave", "that he leave"
	GerundForm VerbForm = "gerund"
	PartForm   VerbForm = "participle"
)

// Phrase is a noun phrase, or a clause in its place, with what a rule may ask of it.
type Phrase struct {
	Sentence   int    // index of the sentence that Head and Span stand in
	Head       int    // token index of the head word, −1 where it has none
	Span       Span   // without its preposition
	Clause     int    // index of the clause it is, −1 for a noun phrase
	Lemma      string // of the head, in small letters
	Class      WordClass
	Indefinite bool // with a, an or no article at all
	Time       bool // of time: "on Monday"
	Issue      Issue
	Modifiers  []Modifier // what hangs on the head, in text order
}

// WordClass is the kind of word that heads a phrase.
type WordClass string

const (
	OtherWord   WordClass = ""
	CommonNoun  WordClass = "noun"
	ProperNoun  WordClass = "name"
	PronounWord WordClass = "pronoun" // also relative and interrogative
	Adjective   WordClass = "adjective"
	NumberWord  WordClass = "number"
	VerbWord    WordClass = "verb"
)

// Issue is a phrase as the issue of a stance: its words without leading "to", trailing times and marks, at most
// twelve of them. Name is "" where the words name nothing ("it", "so").
type Issue struct {
	Span Span
	Name string // without its article, in single spaces
	Key  string // lemmas of the words that tell issues apart, so that "a buffer zone" and "the buffer zones" meet
	Own  bool   // begins with an article, a possessive, a name or a number, so that it stands alone in a coordination
}

// Modifier is a word that hangs on the head of a phrase.
type Modifier struct {
	Head  int // token index
	Kind  ModKind
	Prep  string // of PrepPhrase: its preposition
	Lemma string // in small letters
}

// ModKind is how a modifier hangs on its head.
type ModKind string

const (
	Possessive  ModKind = "possessive" // "Chad's raid"
	Compound    ModKind = "compound"   // "a navy raid"
	Attributive ModKind = "adjective"  // "a Chadian raid"
	PrepPhrase  ModKind = "nominal"    // "a raid by Chad"
	Apposed     ModKind = "apposition" // "the chairman, Karl Odum"
	Counted     ModKind = "number"     // "four raids"
	Determined  ModKind = "determiner" // "the raids"
)

// Arg is one argument of a clause.
type Arg struct {
	Role Role
	Prep string // of Oblique: the preposition; of Complement: to, how (to), that, whether, -ing
	Conj int    // conjuncts of one coordination share a number > 0
	From Provenance
	Phrase
}

// Role is an argument's part in the clause, after the passive is undone.
type Role string

const (
	Subject          Role = "subject"
	Object           Role = "object"
	Recipient        Role = "recipient"         // indirect object, "gave Ukraine tanks"
	Oblique          Role = "oblique"           // by preposition
	Complement       Role = "complement"        // clause: "wants Syria to leave", "said that …"
	Attribute        Role = "attribute"         // of a copula: "is a disaster"
	ObjectComplement Role = "object+complement" // both as one phrase: "Syria to leave"
)

// Voice says whose words a clause is.
type Voice struct {
	Attribution Attribution
	Sayers      []Phrase // phrases that name who says it
	Speaker     bool     // the sayer is the speaker of the turn
}

// Said: somebody other than the writer says the clause.
func (v *Voice) Said() bool { return v.Speaker || len(v.Sayers) > 0 }

// ClauseContrast links a clause to the one it is set against.
type ClauseContrast struct {
	Clause int
	Cue    string // but, while, whereas, however, despite
}

// Participant is one end of a stance: an actor, or the words of an issue. It carries the sentence that it stands in.
type Participant struct {
	ActorID  string // "" for an issue
	Name     string
	Kind     Kind // of an actor
	Span     Span
	Sentence int
	Head     int         // token index in Sentence, −1 without
	Form     MentionForm // of an actor
	Score    float64     // how sure it is who is meant, 0 to 1
	Sayer    bool        // the one who says the clause
	Clause   int         // of an issue that is a clause, −1
	Key      string      // of an issue
	Phrase   *Phrase     // the phrase that an issue was read from, nil without
}

// Ref is an actor as statements name it; text is the document's.
func (p *Participant) Ref(text string) ActorRef {
	return ActorRef{ID: p.ActorID, Name: p.Name, Kind: p.Kind, Text: p.Span.In(text), Start: p.Span.Start, End: p.Span.End}
}

// Candidate is a stance that a rule or a reader proposes. The judge decides which of them become statements.
type Candidate struct {
	Clause   int // index in Extraction.Clauses
	Cue      Span
	Rule     string // ByReader for one of the reader's own
	Read     *Reading
	Own      bool // of a rule that the user added: its type stands, and its own confidence if that is higher
	Idiom    bool // the rule reads a verb with its noun as one predicate
	Obliged  bool // the rule itself is about what should or must be
	Type     StanceType
	Negated  bool
	Modality Modality
	Phase    Phase
	Voice    Voice
	Holder   Participant
	Target   Participant
	About    []AboutRef
	Score    float64 // of the proposer, 0 to 1, not calibrated
	Inferred bool
}

// ByReader stands in the place of a rule's name where the reader proposed a candidate or statement.
const ByReader = "reader"

// Reading is what the reader's model thinks of a candidate.
type Reading struct {
	Logit   float32 // that holder and target belong together over the cue
	Type    StanceType
	Margin  float32 // by which the type's logit exceeds that of the next best
	Negated bool
}

// Polarity is the candidate's sign: that of its type, turned where it is negated.
func (c *Candidate) Polarity() int {
	info, _ := TypeOf(c.Type)
	if c.Negated {
		return -info.Sign
	}
	return info.Sign
}
