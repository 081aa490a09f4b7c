package graph

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// The labels of nodes.
const (
	Source    Label = "Source"    // an outlet
	Document  Label = "Document"  // one input text
	Turn      Label = "Turn"      // a run of text by one voice
	Sentence  Label = "Sentence"  // a sentence that is evidence of a statement
	Actor     Label = "Actor"     // has a second label, its kind
	Issue     Label = "Issue"     // what a stance is towards when it is nobody
	Statement Label = "Statement" // who stands where, by one sentence
	Run       Label = "Run"       // one load that changed something; not part of Graph
)

// The types of edges that are asserted; Projected lists the derived ones.
const (
	Holder         = "HOLDER"
	Target         = "TARGET"
	About          = "ABOUT"
	SaidBy         = "SAID_BY"
	OnBehalfOf     = "ON_BEHALF_OF"
	Evidence       = "EVIDENCE"
	ContrastsWith  = "CONTRASTS_WITH"
	InTurn         = "IN_TURN"
	InDocument     = "IN_DOCUMENT"
	PublishedBy    = "PUBLISHED_BY"
	AffiliatedWith = "AFFILIATED_WITH"
	MemberOf       = "MEMBER_OF"

	// NearDuplicateOf leads from a document towards the first that tells the same story; see Copy.
	NearDuplicateOf = "NEAR_DUPLICATE_OF"
)

// Type is the type of a property's values.
type Type string

const (
	StringType  Type = "string"
	IntType     Type = "int"
	FloatType   Type = "float"
	BoolType    Type = "bool"
	StringsType Type = "strings" // a list
)

// Field is a property that nodes of a label or edges of a type may have.
type Field struct {
	Name string
	Type Type
}

// LabelInfo describes the nodes of a label.
type LabelInfo struct {
	Label  Label
	Kinds  []string // possible second labels
	Fields []Field  // without id, which all have
}

// EdgeInfo describes the edges of a type.
type EdgeInfo struct {
	Type    string
	From    []Label
	To      []Label
	Key     string // the property that tells parallel edges apart, "" where there are none
	Fields  []Field
	Derived bool // projected from statements
}

// Labels lists the labels of a Graph: all that exist but Run.
func Labels() []LabelInfo {
	return []LabelInfo{
		{Label: Source, Fields: fields("name string", "aliases strings", "names strings", "claims strings")},
		{Label: Document, Fields: fields("sha256 string", "title string", "date string", "dateSource string", "url string",
			"kind string", "hash string", "asserts strings", "sketch string", "story string")},
		{Label: Turn, Fields: fields("index int", "kind string", "start int", "end int", "speaker string", "title string",
			"country string", "outlet string", "startMs int", "endMs int")},
		{Label: Sentence, Fields: fields("index int", "start int", "end int", "text string")},
		{Label: Actor, Kinds: []string{string(schema.Country), string(schema.Person), string(schema.Organization), string(schema.Group)},
			Fields: fields("name string", "aliases strings", "sector string", "names strings", "claims strings")},
		{Label: Issue, Fields: fields("name string", "aliases strings", "names strings", "claims strings")},
		{Label: Statement, Fields: fields("type string", "polarity int", "intensity float", "negated bool", "modality string",
			"phase string", "attribution string", "cue string", "cueStart int", "cueEnd int", "rule string", "confidence float",
			"inferred bool", "inferredFrom string", "date string", "dateSource string", "exact string", "start int", "end int",
			"review string")},
	}
}

// EdgeTypes lists the types of the edges of a Graph, asserted ones first, then the projected in the
// order of the stance types.
func EdgeTypes() []EdgeInfo {
	mention := fields("text string", "start int", "end int")
	list := []EdgeInfo{
		{Type: Holder, From: []Label{Statement}, To: []Label{Actor}, Fields: mention},
		{Type: Target, From: []Label{Statement}, To: []Label{Actor, Issue}, Fields: mention},
		{Type: About, From: []Label{Statement}, To: []Label{Actor}, Fields: append(fields("sign int"), mention...)},
		{Type: SaidBy, From: []Label{Statement}, To: []Label{Actor}, Fields: mention},
		{Type: OnBehalfOf, From: []Label{Statement}, To: []Label{Actor}, Fields: mention},
		{Type: Evidence, From: []Label{Statement}, To: []Label{Sentence}},
		{Type: ContrastsWith, From: []Label{Statement}, To: []Label{Statement}, Fields: fields("cue string")},
		{Type: InTurn, From: []Label{Sentence}, To: []Label{Turn}},
		{Type: InDocument, From: []Label{Sentence, Turn}, To: []Label{Document}},
		{Type: PublishedBy, From: []Label{Document}, To: []Label{Source}},
		{Type: NearDuplicateOf, From: []Label{Document}, To: []Label{Document}, Fields: fields("similarity float")},
		{Type: AffiliatedWith, From: []Label{Actor}, To: []Label{Actor}, Key: "role", Fields: fields("role string", "n int")},
		{Type: MemberOf, From: []Label{Actor}, To: []Label{Actor}, Fields: fields("n int")},
	}
	projected := fields("variant string", "derived bool", "n int", "sources strings", "first string", "last string", "latest string",
		"latestAt string", "confidence float", "planned bool", "ended bool", "inferred bool", "claimed bool", "sayers strings")
	for _, t := range Projected() {
		list = append(list, EdgeInfo{Type: t, From: []Label{Actor}, To: []Label{Actor, Issue}, Key: "variant", Fields: projected, Derived: true})
	}
	return list
}

// Projected lists the types of derived edges: each stance type and its NOT_ form.
func Projected() []string {
	var list []string
	for _, t := range schema.Types() {
		list = append(list, t.Type.Edge(false), t.Type.Edge(true))
	}
	return list
}

// fields reads "name type" pairs.
func fields(pairs ...string) []Field {
	list := make([]Field, 0, len(pairs)+3)
	for _, p := range pairs {
		i := len(p) - 1
		for p[i] != ' ' {
			i--
		}
		list = append(list, Field{Name: p[:i], Type: Type(p[i+1:])})
	}
	return slices.Clip(list)
}
