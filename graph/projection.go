package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Floor is the confidence below which a statement is not drawn as an edge: what is more likely wrong
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
	Phase       string
	Source      string // id of the outlet, "" where unknown
	Sayer       string // id, "" for narration
	Negated     bool
	Inferred    bool
	Modality    string
	Confidence  float64
	StanceType  string
	Holder      string // id
	TargetLabel Label
	TargetID    string
}

// Keyed says for which edge the statement counts; false where it is not projected: only what is
// asserted, by a sentence that is sure enough, is drawn.
func (f Fact) Keyed() (Fact, bool) {
	if f.Modality != string(schema.Asserted) || f.Confidence < Floor {
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
	f.EdgeKey = EdgeKey{Type: schema.StanceType(f.StanceType).Edge(f.Negated), From: Ref{Actor, f.Holder}, To: Ref{f.TargetLabel, f.TargetID}, Key: variant}
	return f, true
}

// facts reads the projected facts off nodes and edges that belong to documents.
func facts(nodes []Node, edges []Edge) []Fact {
	byStatement := map[Ref]*Fact{}
	position, document := map[Ref]int64{}, map[Ref]string{}
	source := map[string]string{}
	var order []*Fact
	for _, n := range nodes {
		switch n.Label {
		case Statement:
			f := &Fact{Statement: n.ID, Date: n.Props.String("date"), Phase: n.Props.String("phase"), Negated: n.Props.Bool("negated"),
				Inferred: n.Props.Bool("inferred"), Modality: n.Props.String("modality"), Confidence: n.Props.Float("confidence"), StanceType: n.Props.String("type")}
			byStatement[n.Ref] = f
			order = append(order, f)
		case Sentence:
			position[n.Ref] = n.Props.Int("start")
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
	var list []Fact
	for _, f := range order {
		sentence := evidence[f]
		f.Start, f.Document = position[sentence], document[sentence]
		f.Source = source[f.Document]
		if keyed, ok := f.Keyed(); ok {
			list = append(list, keyed)
		}
	}
	return list
}

// fold adds one statement to a projected edge; an edge without properties is new.
func fold(e Edge, f Fact) Edge {
	p := Props{"variant": f.Key, "derived": true, "n": e.Props.Int("n") + 1}
	set(p, "sources", with(e.Props.Strings("sources"), f.Source))
	set(p, "first", earliest(e.Props.String("first"), f.Date))
	set(p, "last", max(e.Props.String("last"), f.Date))
	p["confidence"] = max(e.Props.Float("confidence"), f.Confidence)
	isNew := len(e.Props) == 0
	flag(p, "planned", f.Phase == string(schema.Planned) && (isNew || e.Props.Bool("planned")))
	flag(p, "inferred", f.Inferred)
	if f.Key == Claimed || f.Key == ClaimedInferred {
		p["claimed"] = true
		set(p, "sayers", with(e.Props.Strings("sayers"), f.Sayer))
	}
	if isNew || f.later(e.Props) {
		p["latest"], p["latestAt"] = f.Statement, f.Document+"#"+strconv.FormatInt(f.Start, 10)
		flag(p, "ended", f.Phase == string(schema.Ended))
	} else {
		p["latest"], p["latestAt"] = e.Props.String("latest"), e.Props.String("latestAt")
		flag(p, "ended", e.Props.Bool("ended"))
	}
	return Edge{EdgeKey: f.EdgeKey, Props: p}
}

// later says whether the statement comes after the latest one of the edge: by date (none is earliest),
// then by document and place in it.
func (f Fact) later(p Props) bool {
	at := p.String("latestAt")
	cut := max(strings.LastIndexByte(at, '#'), 0)
	start, _ := strconv.ParseInt(strings.TrimPrefix(at[cut:], "#"), 10, 64)
	return cmp.Or(strings.Compare(f.Date, p.String("last")), strings.Compare(f.Document, at[:cut]),
		cmp.Compare(f.Start, start), strings.Compare(f.Statement, p.String("latest"))) > 0
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

// earliest is the earlier of two dates, where one is known.
func earliest(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func flag(p Props, name string, on bool) {
	if on {
		p[name] = true
	}
}

// String is for messages.
func (k EdgeKey) String() string { return fmt.Sprintf("%s-[%s %s]->%s", k.From, k.Type, k.Key, k.To) }
