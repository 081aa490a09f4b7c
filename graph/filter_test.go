package graph_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// TestFilter: a filtered graph is that of documents which hold just the statements that pass, as a condition on them says.
func TestFilter(t *testing.T) {
	documents := slices.Concat(graphtest.Crowd(12, 10, 7), graphtest.Corpus(6, 12, 8))
	whole, err := graph.Build(documents...)
	if err != nil {
		t.Fatal(err)
	}
	type statement = schema.Statement
	date := func(st statement) string {
		if st.Date == nil {
			return ""
		}
		return *st.Date
	}
	claimed := func(st statement) bool { return st.Sayer != nil && st.Sayer.ID != st.Holder.ID }
	zero, one, matter := schema.ActorID("Actor 0"), schema.ActorID("Actor 1"), "The Matter  of 1 bridges"
	for _, tt := range []struct {
		name   string
		filter graph.Filter
		passes func(schema.Document, statement) bool
	}{
		{"actor", graph.Filter{Actors: []string{"actor 0"}}, func(_ schema.Document, st statement) bool {
			return st.Holder.ID == zero || st.Target.ID == zero
		}},
		{"one of two actors, by another name and by id", graph.Filter{Actors: []string{"THE actor 0", one}},
			func(_ schema.Document, st statement) bool {
				return slices.Contains([]string{zero, one}, st.Holder.ID) || slices.Contains([]string{zero, one}, st.Target.ID)
			}},
		{"issue", graph.Filter{Issues: []string{matter}}, func(_ schema.Document, st statement) bool {
			return st.Target.Kind == schema.ToIssue && graph.Fold(st.Target.Name) == graph.Fold(matter)
		}},
		{"actor and issue", graph.Filter{Actors: []string{"Actor 1"}, Issues: []string{matter}},
			func(_ schema.Document, st statement) bool {
				return st.Holder.ID == one && graph.Fold(st.Target.Name) == graph.Fold(matter)
			}},
		{"types", graph.Filter{Types: []graph.EdgeType{"SUPPORTS", "NOT_MEETS"}}, func(_ schema.Document, st statement) bool {
			return st.Type == schema.Supports && !st.Negated || st.Type == schema.Meets && st.Negated
		}},
		{"source", graph.Filter{Sources: []string{"one"}}, func(d schema.Document, _ statement) bool { return d.Source == "One" }},
		{"since a year", graph.Filter{Since: "2030"}, func(_ schema.Document, st statement) bool { return date(st) >= "2030" }},
		{"since a month", graph.Filter{Since: "2030-09"}, func(_ schema.Document, st statement) bool {
			return date(st) >= "2030-09"
		}},
		{"since a day", graph.Filter{Since: "2030-05-02"}, func(_ schema.Document, st statement) bool {
			return date(st) >= "2030-05-02"
		}},
		{"until a day", graph.Filter{Until: "2030-12-30"}, func(_ schema.Document, st statement) bool {
			return date(st) != "" && date(st) != "2030" && date(st) <= "2030-12-30"
		}},
		{"until a year", graph.Filter{Until: "2030"}, func(_ schema.Document, st statement) bool {
			return date(st) != "" && date(st) < "2031"
		}},
		{"confidence", graph.Filter{MinConfidence: 0.7}, func(_ schema.Document, st statement) bool {
			return st.Confidence >= 0.7
		}},
		{"without inferred", graph.Filter{NoInferred: true}, func(_ schema.Document, st statement) bool { return !st.Inferred }},
		{"stated", graph.Filter{Layer: graph.Stated}, func(_ schema.Document, st statement) bool { return !claimed(st) }},
		{"claimed", graph.Filter{Layer: graph.Claimed}, func(_ schema.Document, st statement) bool { return claimed(st) }},
		{"all", graph.Filter{MinConfidence: math.SmallestNonzeroFloat64}, func(schema.Document, statement) bool { return true }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			part, err := tt.filter.Of(whole)
			if err != nil {
				t.Fatal(err)
			}
			want, err := graph.Build(only(documents, tt.passes)...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(lines(want), lines(part)); diff != "" {
				t.Errorf("of documents with just these statements (-), filtered (+):\n%s", diff)
			}
			if n := len(statementsOf(part)); n == 0 || n == len(statementsOf(whole)) && tt.name != "all" {
				t.Errorf("%d statements: the test tells nothing", n)
			}
			sound(t, part)
		})
	}
}

// only is the documents without the statements that do not pass.
func only(documents []schema.Extraction, passes func(schema.Document, schema.Statement) bool) []schema.Extraction {
	var list []schema.Extraction
	for _, d := range documents {
		d.Statements = slices.DeleteFunc(slices.Clone(d.Statements), func(st schema.Statement) bool { return !passes(d.Document, st) })
		if len(d.Statements) > 0 {
			list = append(list, d)
		}
	}
	return list
}

// lines are what must be equal: the nodes of documents, the edges between these and what they name, and the projection
// with its properties. Shared nodes keep what documents say of them that were left out.
func lines(g *graph.Graph) []string {
	var list []string
	for _, n := range g.Nodes {
		switch n.Label {
		case graph.Statement, graph.Sentence, graph.Source:
			list = append(list, n.Ref.String())
		}
	}
	for _, e := range g.Edges {
		info, _ := e.Type.Info()
		switch {
		case info.Derived:
			list = append(list, fmt.Sprint(e.EdgeKey, e.Row()))
		case e.From.Label == graph.Statement || e.From.Label == graph.Sentence || e.Type == graph.PublishedBy:
			list = append(list, e.EdgeKey.String())
		}
	}
	return list
}

func statementsOf(g *graph.Graph) []string {
	var list []string
	for _, n := range g.Nodes {
		if n.Label == graph.Statement {
			list = append(list, n.ID)
		}
	}
	return list
}

// sound fails where an edge leads nowhere, an actor or issue is one that no statement names, or order is lost.
func sound(t *testing.T, g *graph.Graph) {
	t.Helper()
	named := map[graph.Ref]bool{}
	for _, e := range g.Edges {
		for _, ref := range []graph.Ref{e.From, e.To} {
			if _, ok := g.Node(ref); !ok {
				t.Errorf("%s: %s is not there", e.EdgeKey, ref)
			}
		}
		if e.From.Label == graph.Statement {
			named[e.To] = true
		}
	}
	for _, n := range g.Nodes {
		if (n.Label == graph.Actor || n.Label == graph.Issue) && !named[n.Ref] {
			t.Errorf("no statement names %s", n.Ref)
		}
	}
}

// TestFilterTop: what is left is what the heaviest edges count, with the weights that they had.
func TestFilterTop(t *testing.T) {
	whole, err := graph.Build(graphtest.Crowd(12, 10, 7)...)
	if err != nil {
		t.Fatal(err)
	}
	weights := func(g *graph.Graph) (list []int, sum int) {
		for _, e := range g.Edges {
			if p, ok := e.Props.(*graph.StanceProps); ok {
				list, sum = append(list, p.N), sum+p.N
			}
		}
		slices.SortFunc(list, func(a, b int) int { return b - a })
		return list, sum
	}
	all, _ := weights(whole)
	for _, n := range []int{1, 3, len(all), len(all) + 5} {
		part, err := graph.Filter{Top: n}.Of(whole)
		if err != nil {
			t.Fatal(err)
		}
		got, sum := weights(part)
		if diff := cmp.Diff(all[:min(n, len(all))], got); diff != "" {
			t.Errorf("%d heaviest: %s", n, diff)
		}
		if statements := len(statementsOf(part)); statements != sum {
			t.Errorf("%d heaviest: %d statements for edges of %d", n, statements, sum)
		}
		sound(t, part)
	}
}

// TestFilterNothing: a zero filter gives the graph itself, and one that nothing passes an empty graph.
func TestFilterNothing(t *testing.T) {
	whole, err := graph.Build(graphtest.Crowd(3, 5, 7)...)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := (graph.Filter{}).Of(whole); err != nil || same != whole {
		t.Errorf("zero filter: %p of %p, %v", same, whole, err)
	}
	if none, err := (graph.Filter{Since: "2099"}).Of(whole); err != nil || len(none.Nodes)+len(none.Edges) > 0 {
		t.Errorf("nothing passes: %v, %v", none, err)
	}
}

// TestFilterHash: a part of a document must not be taken for the document, nor is the graph changed of which it is a part.
func TestFilterHash(t *testing.T) {
	whole, err := graph.Build(graphtest.Crowd(3, 5, 7)...)
	if err != nil {
		t.Fatal(err)
	}
	part, err := graph.Filter{MinConfidence: 0.5}.Of(whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range []*graph.Graph{whole, part} {
		for _, n := range g.Nodes {
			if p, ok := n.Props.(*graph.DocumentProps); ok && (p.Hash == "") != (g == part) {
				t.Errorf("%s has the hash %q", n.Ref, p.Hash)
			}
		}
	}
}

// TestFilterRefuses: what the graph or the vocabulary does not know is an error that names it.
func TestFilterRefuses(t *testing.T) {
	whole, err := graph.Build(graphtest.Crowd(3, 5, 7)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		filter graph.Filter
		says   string
	}{
		{graph.Filter{Actors: []string{"Actor 0", "Nobody"}}, `no actor is called "Nobody"`},
		{graph.Filter{Actors: []string{""}}, `no actor is called ""`},
		{graph.Filter{Issues: []string{"Actor 0"}}, `no issue is called "Actor 0"`},
		{graph.Filter{Sources: []string{"Three"}}, `no source is called "Three"`},
		{graph.Filter{Types: []graph.EdgeType{"HOLDER"}}, `there is no stance "HOLDER"`},
		{graph.Filter{Since: "May"}, `"May" is no date`},
		{graph.Filter{Until: "2031-02-30"}, `"2031-02-30" is no date`},
		{graph.Filter{Layer: "both"}, `layer "both"`},
		{graph.Filter{MinConfidence: 1.5}, `confidence 1.5`},
		{graph.Filter{MinConfidence: math.NaN()}, `confidence NaN`},
		{graph.Filter{Top: -1}, `-1 heaviest`},
	} {
		if _, err := tt.filter.Of(whole); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%+v: %v, want %s", tt.filter, err, tt.says)
		}
		named := len(tt.filter.Actors)+len(tt.filter.Issues)+len(tt.filter.Sources) > 0 // only a graph knows these
		if err := tt.filter.Check(); (err == nil) != named {
			t.Errorf("%+v: without a graph: %v", tt.filter, err)
		}
	}
}
