package schema

// Clause is one predicate with its arguments, and all that decides how its words are meant, set
// before any rule looks: voice is undone (Subject is who acts, also of a passive), negation,
// modality, phase and attribution are resolved, coordinated arguments are listed.
//
// This is the whole of what a stance rule sees, so the syntax behind it can change without
// touching a rule.
type Clause struct {
	Index    int             `json:"index"` // in Extraction.Clauses
	Sentence int             `json:"sentence"`
	Kind     PredKind        `json:"kind"`
	Head     int             `json:"head"`                // token index of the predicate's head word
	Lemma    string          `json:"lemma"`               // "want", "rule", "critical", "opposition"
	Particle string          `json:"particle,omitempty"`  // "out" of "rule out"
	Noun     string          `json:"noun,omitempty"`      // lemma of the noun that makes an idiom with the verb: "support" of "throw one's support behind"
	NounHead int             `json:"noun_head,omitempty"` // its token
	Cue      Span            `json:"cue"`                 // the predicate's own words
	Span     Span            `json:"span"`                // the whole clause
	Body     Span            `json:"body"`                // the clause from its verb on: "leave the treaty" of "Peru should leave the treaty"
	Args     []Arg           `json:"args"`
	Passive  bool            `json:"passive,omitempty"`
	Parent   int             `json:"parent"`           // index of the clause this one depends on, -1
	Link     string          `json:"link,omitempty"`   // how: ccomp xcomp advcl acl acl:relcl conj parataxis
	Marker   string          `json:"marker,omitempty"` // that, to, if, because, but …
	Negated  bool            `json:"negated,omitempty"`
	NegCue   string          `json:"neg_cue,omitempty"`
	Modal    string          `json:"modal,omitempty"` // must, should, ought, would, can … as it stands
	Modality Modality        `json:"modality"`
	Phase    Phase           `json:"phase"`
	Voice    Voice           `json:"voice"` // who says the clause
	Contrast *ClauseContrast `json:"contrast,omitempty"`
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
	Role   Role   `json:"role"`
	Prep   string `json:"prep,omitempty"` // of Oblique: the preposition; of Complement: to, how (to), that, whether, -ing
	Head   int    `json:"head"`           // token index of the head word
	Span   Span   `json:"span"`           // the whole phrase, without its preposition
	Clause int    `json:"clause"`         // index of the clause it is, -1 for a phrase
	Conj   int    `json:"conj,omitempty"` // conjuncts of one coordination share a number > 0
	From   string `json:"from,omitempty"` // how a silent argument was found: "control", "relative", "conjunct", "gap", "possessive"
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
	Attribution Attribution `json:"attribution"`
	Sayers      []Arg       `json:"sayers,omitempty"` // phrases that name who says it, in Sentence
	Sentence    int         `json:"sentence"`         // the sentence where the sayer stands (a quote may run on)
	Turn        bool        `json:"turn,omitempty"`   // the sayer is the speaker of the turn
	Verb        string      `json:"verb,omitempty"`   // lemma of the verb of speech
}

// ClauseContrast links a clause to the one it is set against.
type ClauseContrast struct {
	Clause int    `json:"clause"`
	Cue    string `json:"cue"` // but, while, whereas, however, despite
}
