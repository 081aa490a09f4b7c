package schema

// Clause is one predicate with its arguments, and all that decides how its words are meant, set
// before any rule looks: voice is undone (Subject is who acts, also of a passive), negation,
// modality, phase and attribution are resolved, coordinated arguments are listed.
//
// This is all that a stance rule sees, so the syntax behind it can change without a change of
// rules.
type Clause struct {
	Index    int // in Extraction.Clauses
	Sentence int
	Kind     PredKind
	Head     int    // token index of the predicate's head word
	Lemma    string // "want", "rule", "critical", "opposition"
	Particle string // "out" of "rule out"
	Noun     string // lemma of the noun that makes an idiom with the verb: "support" of "throw one's support behind"
	NounHead int    // its token
	Cue      Span   // the predicate's own words
	Span     Span   // the whole clause
	Body     Span   // the clause from its verb on: "leave the treaty" of "Peru should leave the treaty"
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

// PredKind says what kind of word the predicate is.
type PredKind string

const (
	VerbPred PredKind = "verb"
	AdjPred  PredKind = "adjective"   // copular or attributive: "is critical of"
	NounPred PredKind = "noun"        // "Turkey's opposition to", "is an ally of"
	PrepPred PredKind = "preposition" // "is against", "in favour of"
)

// Arg is one argument of a clause.
type Arg struct {
	Role   Role
	Prep   string // of Oblique: the preposition; of Complement: to, how (to), that, whether, -ing
	Head   int    // token index of the head word
	Span   Span   // the whole phrase, without its preposition
	Clause int    // index of the clause it is, -1 for a phrase
	Conj   int    // conjuncts of one coordination share a number > 0
	From   string // how a silent argument was found: "control", "relative", "conjunct", "gap", "possessive"
}

// Role is an argument's part in the clause, after the passive is undone.
type Role string

const (
	Subject    Role = "subject"
	Object     Role = "object"
	Recipient  Role = "recipient"  // indirect object, "gave Ukraine tanks"
	Oblique    Role = "oblique"    // by preposition
	Complement Role = "complement" // clause: "wants Syria to leave", "said that …"
	Attribute  Role = "attribute"  // of a copula: "is a disaster"
)

// Voice says whose words a clause is.
type Voice struct {
	Attribution Attribution
	Sayers      []Arg  // phrases that name who says it, in Sentence
	Sentence    int    // the sentence where the sayer stands (a quote may run on)
	Turn        bool   // the sayer is the speaker of the turn
	Verb        string // lemma of the verb of speech
}

// ClauseContrast links a clause to the one it is set against.
type ClauseContrast struct {
	Clause int
	Cue    string // but, while, whereas, however, despite
}
