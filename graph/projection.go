package graph

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Floor is the confidence below which a statement is not projected: what is more likely wrong
// than right stays a statement only.
const Floor = 0.5

// The variants of a projected edge. What the text only implies, and what a third party says of the
// holder, is never mixed with what is stated as narration or in the holder's own words.
const (
	Stated          = "stated"
	Inferred        = "inferred"
	Claimed         = "claimed"
	ClaimedInferred = "claimed-inferred"
)

// Fact is what a projected edge takes from one statement.
type Fact struct {
	EdgeKey            // the edge it counts for; Key is the variant
	Statement   string // id
	Document    string // id
	Start       int64  // of the sentence
	Date        string
	Phase       schema.Phase
	Source      string // id of the outlet, "" where unknown
	Sayer       string // id, "" for narration
	Negated     bool
	Inferred    bool
	Modality    schema.Modality
	Confidence  float64
	StanceType  schema.StanceType
	Holder      string // id
	TargetLabel Label
	TargetID    string
}

// NewFact takes what a Statement node says; what its edges say is still zero.
func NewFact(n Node) Fact {
	f := Fact{Statement: n.ID}
	if p, ok := n.Props.(*StatementProps); ok {
		f.Date, f.Phase, f.Negated, f.Inferred, f.Modality = p.Date, p.Phase, p.Negated, p.Inferred, p.Modality
		f.Confidence, f.StanceType = p.Confidence, p.Type
	}
	return f
}

// Keyed says for which edge the statement counts; false where it is not projected: only what is
// asserted, with a confidence of Floor or more, is.
func (f Fact) Keyed() (Fact, bool) {
	if f.Modality != schema.Asserted || f.Confidence < Floor {
		return f, false
	}
	variant := Stated
	claimed := f.Sayer != "" && f.Sayer != f.Holder
	switch {
	case claimed && f.Inferred:
		variant = ClaimedInferred
	case claimed:
		variant = Claimed
	case f.Inferred:
		variant = Inferred
	}
	f.EdgeKey = EdgeKey{Type: projectedType(f.StanceType, f.Negated), From: Ref{Actor, f.Holder},
		To: Ref{f.TargetLabel, f.TargetID}, Key: variant}
	return f, true
}

// facts reads the projected facts off nodes and edges that belong to documents.
func facts(nodes []Node, edges []Edge) []Fact {
	var list []Fact
	for _, f := range allFacts(nodes, edges) {
		if keyed, ok := f.Keyed(); ok {
			list = append(list, keyed)
		}
	}
	return list
}

// allFacts reads the facts of all statements, in the order of their nodes; none has a key yet.
func allFacts(nodes []Node, edges []Edge) []Fact {
	byStatement := map[Ref]*Fact{}
	position, document := map[Ref]int64{}, map[Ref]string{}
	source := map[string]string{}
	var order []*Fact
	for _, n := range nodes {
		switch p := n.Props.(type) {
		case *StatementProps:
			f := NewFact(n)
			byStatement[n.Ref] = &f
			order = append(order, &f)
		case *SentenceProps:
			position[n.Ref] = int64(p.Start)
		}
	}
	evidence := map[*Fact]Ref{}
	for _, e := range edges {
		f := byStatement[e.From]
		switch {
		case e.Type == InDocument:
			document[e.From] = e.To.ID
		case e.Type == PublishedBy:
			source[e.From.ID] = e.To.ID
		case f == nil:
		case e.Type == Holder:
			f.Holder = e.To.ID
		case e.Type == Target:
			f.TargetLabel, f.TargetID = e.To.Label, e.To.ID
		case e.Type == SaidBy:
			f.Sayer = e.To.ID
		case e.Type == Evidence:
			evidence[f] = e.To
		}
	}
	list := make([]Fact, len(order))
	for i, f := range order {
		sentence := evidence[f]
		f.Start, f.Document = position[sentence], document[sentence]
		f.Source = source[f.Document]
		list[i] = *f
	}
	return list
}

// fold adds one statement to a projected edge; an edge without properties is new.
func fold(e Edge, f Fact) Edge {
	old, ok := e.Props.(*StanceProps)
	if !ok {
		old = &StanceProps{Planned: true}
	}
	p := StanceProps{Variant: f.Key, Derived: true, N: old.N + 1, Inferred: f.Inferred,
		Sources:    with(old.Sources, f.Source),
		First:      earliest(old.First, f.Date),
		Last:       max(old.Last, f.Date),
		Confidence: max(old.Confidence, f.Confidence),
		Planned:    old.Planned && f.Phase == schema.Planned,
		Latest:     old.Latest, LatestAt: old.LatestAt, Ended: old.Ended,
	}
	if f.Key == Claimed || f.Key == ClaimedInferred {
		p.Claimed, p.Sayers = true, with(old.Sayers, f.Sayer)
	}
	if old.N == 0 || f.later(old) {
		p.Latest, p.LatestAt = f.Statement, f.Document+"#"+strconv.FormatInt(f.Start, 10)
		p.Ended = f.Phase == schema.Ended
	}
	return Edge{EdgeKey: f.EdgeKey, Props: validProps(&p)}
}

// later says whether the statement comes after the latest one of the edge: by date (none is earliest),
// then by document and place in it.
func (f Fact) later(p *StanceProps) bool {
	at := p.LatestAt
	cut := max(strings.LastIndexByte(at, '#'), 0)
	start, _ := strconv.ParseInt(strings.TrimPrefix(at[cut:], "#"), 10, 64) // what fold wrote
	return cmp.Or(strings.Compare(f.Date, p.Last), strings.Compare(f.Document, at[:cut]),
		cmp.Compare(f.Start, start), strings.Compare(f.Statement, p.Latest)) > 0
}

// project computes the edges of all facts.
func project(list []Fact) map[EdgeKey]Edge {
	edges := map[EdgeKey]Edge{}
	for _, f := range list {
		edges[f.EdgeKey] = fold(edges[f.EdgeKey], f)
	}
	return edges
}

func with(list []string, s string) []string {
	if s == "" {
		return list
	}
	i, found := slices.BinarySearch(list, s)
	if found {
		return list
	}
	return slices.Insert(slices.Clone(list), i, s)
}

// earliest is the earlier of two dates; "" is unknown.
func earliest(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
