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
	Issue     Label = "Issue"     // a target that is not an actor
	Statement Label = "Statement" // one stance, as one sentence states it
	Run       Label = "Run"       // one load that changed something; not part of Graph
)

// EdgeType is the type of an edge; EdgeTypes lists them all.
type EdgeType string

// The types of edges that are asserted; Projected lists the derived ones.
const (
	Holder         EdgeType = "HOLDER"
	Target         EdgeType = "TARGET"
	About          EdgeType = "ABOUT"
	SaidBy         EdgeType = "SAID_BY"
	OnBehalfOf     EdgeType = "ON_BEHALF_OF"
	Evidence       EdgeType = "EVIDENCE"
	ContrastsWith  EdgeType = "CONTRASTS_WITH"
	InTurn         EdgeType = "IN_TURN"
	InDocument     EdgeType = "IN_DOCUMENT"
	PublishedBy    EdgeType = "PUBLISHED_BY"
	AffiliatedWith EdgeType = "AFFILIATED_WITH"
	MemberOf       EdgeType = "MEMBER_OF"

	// NearDuplicateOf leads from a document to the representative of its near-duplicate cluster; see ClusterMember.
	NearDuplicateOf EdgeType = "NEAR_DUPLICATE_OF"
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

	empty func() NodeProps
}

// EdgeInfo describes the edges of a type.
type EdgeInfo struct {
	Type    EdgeType
	From    []Label
	To      []Label
	Key     string // the property that tells parallel edges apart, "" where there are none
	Fields  []Field
	Derived bool // projected from statements

	empty func() EdgeProps
}

// Labels lists the labels of a Graph: all that exist but Run.
func Labels() []LabelInfo { return slices.Clone(labels) }

// Info describes the nodes of the label; false for a label that no node of a Graph has.
func (l Label) Info() (LabelInfo, bool) {
	i := slices.IndexFunc(labels, func(info LabelInfo) bool { return info.Label == l })
	if i < 0 {
		return LabelInfo{}, false
	}
	return labels[i], true
}

// EdgeTypes lists the types of the edges of a Graph, asserted ones first, then the projected in the
// order of the stance types.
func EdgeTypes() []EdgeInfo { return slices.Clone(edgeTypes) }

// Info describes the edges of the type; false for a type that no edge of a Graph has.
func (t EdgeType) Info() (EdgeInfo, bool) {
	info, ok := edgeTypeInfo[t]
	return info, ok
}

// Projected lists the types of derived edges: each stance type and its NOT_ form.
func Projected() []EdgeType {
	var list []EdgeType
	for _, t := range schema.Types() {
		list = append(list, projectedType(t.Type, false), projectedType(t.Type, true))
	}
	return list
}

// projectedType is the type of the edge that a statement projects to.
func projectedType(t schema.StanceType, negated bool) EdgeType { return EdgeType(t.Edge(negated)) }

// The closed tables. The fields of each row are read off the struct of its properties.
var (
	labels       = makeLabels()
	edgeTypes    = makeEdgeTypes()
	edgeTypeInfo = edgeTypesByName()
)

func makeLabels() []LabelInfo {
	actors := []string{string(schema.Country), string(schema.Person), string(schema.Organization), string(schema.Group)}
	list := []LabelInfo{
		{Label: Source, empty: func() NodeProps { return &SourceProps{} }},
		{Label: Document, empty: func() NodeProps { return &DocumentProps{} }},
		{Label: Turn, empty: func() NodeProps { return &TurnProps{} }},
		{Label: Sentence, empty: func() NodeProps { return &SentenceProps{} }},
		{Label: Actor, empty: func() NodeProps { return &ActorProps{} }, Kinds: actors},
		{Label: Issue, empty: func() NodeProps { return &IssueProps{} }},
		{Label: Statement, empty: func() NodeProps { return &StatementProps{} }},
	}
	for i := range list {
		list[i].Fields = fieldsOf(list[i].empty())
	}
	return list
}

func makeEdgeTypes() []EdgeInfo {
	mention := func() EdgeProps { return &MentionProps{} }
	member := func() EdgeProps { return &MemberProps{} }
	none := func() EdgeProps { return &NoProps{} }
	on := func(list ...Label) []Label { return list }
	list := []EdgeInfo{
		{Type: Holder, From: on(Statement), To: on(Actor), empty: mention},
		{Type: Target, From: on(Statement), To: on(Actor, Issue), empty: mention},
		{Type: About, From: on(Statement), To: on(Actor), empty: func() EdgeProps { return &AboutProps{} }},
		{Type: SaidBy, From: on(Statement), To: on(Actor), empty: mention},
		{Type: OnBehalfOf, From: on(Statement), To: on(Actor), empty: mention},
		{Type: Evidence, From: on(Statement), To: on(Sentence), empty: none},
		{Type: ContrastsWith, From: on(Statement), To: on(Statement), empty: func() EdgeProps { return &ContrastProps{} }},
		{Type: InTurn, From: on(Sentence), To: on(Turn), empty: none},
		{Type: InDocument, From: on(Sentence, Turn), To: on(Document), empty: none},
		{Type: PublishedBy, From: on(Document), To: on(Source), empty: none},
		{Type: NearDuplicateOf, From: on(Document), To: on(Document),
			empty: func() EdgeProps { return &NearDuplicateProps{} }},
		{Type: AffiliatedWith, From: on(Actor), To: on(Actor), Key: "role",
			empty: func() EdgeProps { return &AffiliationProps{} }},
		{Type: MemberOf, From: on(Actor), To: on(Actor), empty: member},
	}
	for _, t := range Projected() {
		list = append(list, EdgeInfo{Type: t, From: on(Actor), To: on(Actor, Issue), Key: "variant", Derived: true,
			empty: func() EdgeProps { return &StanceProps{} }})
	}
	for i := range list {
		list[i].Fields = fieldsOf(list[i].empty())
	}
	return list
}

func edgeTypesByName() map[EdgeType]EdgeInfo {
	m := map[EdgeType]EdgeInfo{}
	for _, info := range edgeTypes {
		m[info.Type] = info
	}
	return m
}
