package schema

// StanceType is one of the closed types of stances.yaml.
type StanceType string

// Modality says how far the sentence states the stance.
type Modality string

const (
	Asserted    Modality = "asserted"
	Possible    Modality = "possible"    // may, might, could
	Conditional Modality = "conditional" // if, unless
	Desired     Modality = "desired"     // somebody else is asked to hold it
	Asked       Modality = "asked"       // question
)

// Phase says where in time the stance lies, seen from the sentence.
type Phase string

const (
	Ongoing Phase = "ongoing"
	Ended   Phase = "ended"   // until now, no longer, withdrew support
	Planned Phase = "planned" // will, plans to, agreed to
)

// Attribution says whose words carry the stance.
type Attribution string

const (
	ByNarration Attribution = "narration" // the writer's own
	ByDirect    Attribution = "direct"    // inside quotation marks
	ByIndirect  Attribution = "indirect"  // said that, according to
	ByCaption   Attribution = "caption"   // a transcript's NAME TITLE "…" or labelled turn
)

// Statement says that somebody (the holder) stands for, against or towards somebody or something
// (the target), as far as one sentence says so. Its JSON form is the contract of extract's JSONL.
type Statement struct {
	ID          string      `json:"id"` // StatementID of the parts below
	Document    string      `json:"document"`
	Sentence    SentenceRef `json:"sentence"`
	Holder      ActorRef    `json:"holder"`
	Type        StanceType  `json:"type"`
	Polarity    int         `json:"polarity"`  // +1, 0, −1 of the holder towards the target, after negation
	Intensity   float64     `json:"intensity"` // 0 to 1: the type's strength scaled by modality
	Negated     bool        `json:"negated"`
	Modality    Modality    `json:"modality"`
	Phase       Phase       `json:"phase"`
	Target      Target      `json:"target"`
	About       []AboutRef  `json:"about"`                  // actors inside the issue
	Sayer       *ActorRef   `json:"sayer"`                  // nil: the writer's own narration
	OnBehalfOf  *ActorRef   `json:"on_behalf_of,omitempty"` // whom the sayer speaks for, where title or caption says so
	Attribution Attribution `json:"attribution"`
	Inferred    bool        `json:"inferred"`
	From        string      `json:"from,omitempty"` // of an inferred statement: the id of the one it follows from
	Cue         TextRef     `json:"cue"`
	Rule        string      `json:"rule"`
	Confidence  float64     `json:"confidence"` // 0 to 1, calibrated: of those with 0.8, four in five are right
	Date        *string     `json:"date"`
	DateSource  *string     `json:"date_source"`
	Contrasts   []Contrast  `json:"contrasts,omitempty"` // statements of the same document set against this one
}

// SentenceRef is the evidence: the sentence and where it stands.
type SentenceRef struct {
	Index int    `json:"index"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// TextRef is a piece of text and where it stands.
type TextRef struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// TargetKind says whether a stance is towards an actor or an issue.
type TargetKind string

const (
	ToActor TargetKind = "actor"
	ToIssue TargetKind = "issue"
)

// Target is what a stance is towards.
type Target struct {
	Kind      TargetKind `json:"kind"`
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	ActorKind Kind       `json:"actor_kind,omitempty"` // of an actor
	Text      string     `json:"text"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
}

// AboutRef is an actor inside an issue, and the holder's stance towards it as the words say it:
// +1, −1, or 0 when they do not.
type AboutRef struct {
	ActorRef
	Sign int `json:"sign"`
}

// Contrast points at a statement that the text sets against another one.
type Contrast struct {
	Statement string `json:"statement"` // id
	Cue       string `json:"cue"`       // but, while, whereas …
}

// Extraction is all that was read from one document.
type Extraction struct {
	Document     Document
	Sentences    []Sentence
	Actors       []Actor // those that statements, speakers or affiliations mean; sorted by id
	Mentions     []Mention
	Mentioned    []Actor // all that mentions mean, also where no statement does; sorted by id
	Clauses      []Clause
	Statements   []Statement // sorted by sentence, cue, holder, type, target
	Affiliations []Affiliation
}
