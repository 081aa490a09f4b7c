package graph_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

func build(t *testing.T, documents ...schema.Extraction) *graph.Graph {
	t.Helper()
	g, err := graph.Build(documents...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestBuild(t *testing.T) {
	st := graphtest.NewStories()
	g := build(t, st.All()...)

	norland, ok := g.Node(graph.Ref{Label: graph.Actor, ID: "Q9001"})
	if !ok {
		t.Fatal("there is no Norland")
	}
	props := norland.Props.(*graph.ActorProps)
	if props.Name != "Norland" {
		t.Errorf("the name most documents use is Norland, not %q", props.Name)
	}
	if got, want := props.Aliases, []string{"Kingdom of Norland", "the kingdom",
		"the northern kingdom"}; !slices.Equal(got, want) {
		t.Errorf("aliases %q, want %q", got, want)
	}
	if got, want := norland.Labels(), []string{"Actor", "Country"}; !slices.Equal(got, want) {
		t.Errorf("labels %q, want %q", got, want)
	}
	for _, want := range []struct {
		typ           graph.EdgeType
		from, to, key string
		props         string
	}{
		{graph.AffiliatedWith, "actor:mira-holm", "Q9001", "foreign minister", "n=2"},
		{graph.AffiliatedWith, "actor:mira-holm", "actor:canal-guild", "patron", "n=1"},
		{graph.MemberOf, "Q9001", "actor:canal-guild", "", "n=1"},
		{graph.ContrastsWith, st.Border.Statements[0].ID, st.Border.Statements[1].ID, "", "cue=but"},
		{graph.About, st.Border.Statements[0].ID, "Q9002", "", "sign=-1"},
		{graph.SaidBy, st.Border.Statements[3].ID, "actor:mira-holm", "", "text=Mira Holm"},
		{graph.OnBehalfOf, st.Border.Statements[3].ID, "Q9001", "", ""},
		{graph.PublishedBy, "border", "source:the-lantern", "", ""},
	} {
		if !has(g, want.typ, want.from, want.to, want.key, want.props) {
			t.Errorf("there is no %+v", want)
		}
	}
	if has(g, graph.ContrastsWith, st.Border.Statements[1].ID, st.Border.Statements[0].ID, "", "") {
		t.Error("a contrast is there in both directions")
	}
}

func has(g *graph.Graph, typ graph.EdgeType, from, to, key, props string) bool {
	return slices.ContainsFunc(g.Edges, func(e graph.Edge) bool {
		if e.Type != typ || e.From.ID != from || e.To.ID != to || e.Key != key {
			return false
		}
		name, value, ok := strings.Cut(props, "=")
		return !ok || fmt.Sprint(e.Row()[name]) == value
	})
}

func TestStatementStretch(t *testing.T) {
	st := graphtest.NewStories().Border
	g := build(t, st)
	n, _ := g.Node(graph.Ref{Label: graph.Statement, ID: st.Statements[0].ID})
	p := n.Props.(*graph.StatementProps)
	if want := "Norland wants a toll on the canal"; p.Exact != want {
		t.Errorf("exact is %q, want %q", p.Exact, want)
	}
	if got := st.Document.Text[p.Start:p.End]; got != p.Exact {
		t.Errorf("text[%d:%d] is %q, exact is %q", p.Start, p.End, got, p.Exact)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	docs := append(graphtest.NewStories().All(), graphtest.Corpus(10, 8, 3)...)
	want := build(t, docs...)
	slices.Reverse(docs)
	if d := graph.Diff(want, build(t, docs...), 5); len(d) > 0 {
		t.Errorf("another order of documents gives another graph:\n%s", strings.Join(d, "\n"))
	}
}

func TestEndsAreThere(t *testing.T) {
	g := build(t, append(append(graphtest.NewStories().All(), graphtest.Hostile()), graphtest.Corpus(20, 8, 3)...)...)
	for i, n := range g.Nodes {
		if i > 0 && g.Nodes[i-1].Ref == n.Ref {
			t.Errorf("%s is there twice", n.Ref)
		}
	}
	for i, e := range g.Edges {
		if i > 0 && g.Edges[i-1].EdgeKey == e.EdgeKey {
			t.Errorf("%s is there twice", e.EdgeKey)
		}
		for _, end := range []graph.Ref{e.From, e.To} {
			if _, ok := g.Node(end); !ok {
				t.Errorf("%s ends at %s, which is not there", e.EdgeKey, end)
			}
		}
	}
}

func TestRefuse(t *testing.T) {
	for _, c := range []struct {
		spoil func(*schema.Statement)
		want  string
	}{
		{func(st *schema.Statement) { st.Confidence = math.NaN() }, "not a finite number"},
		{func(st *schema.Statement) { st.Intensity = math.Inf(1) }, "not a finite number"},
		{func(st *schema.Statement) { st.Type = "LIKES" }, "LIKES"},
		{func(st *schema.Statement) { st.Target.Kind = "thing" }, "thing"},
		{func(st *schema.Statement) { st.Holder.ID = "" }, "holder is empty"},
		{func(st *schema.Statement) { st.Holder.Kind = "Planet" }, "Planet"},
		{func(st *schema.Statement) { st.ID = "\xff" }, "UTF-8"},
		{func(st *schema.Statement) { st.Target.ID = strings.Repeat("x", 2000) }, "2000 bytes"},
		{func(st *schema.Statement) { st.Sayer = &schema.ActorRef{} }, "sayer is empty"},
	} {
		t.Run(c.want, func(t *testing.T) {
			ex := graphtest.NewStories().Border
			c.spoil(&ex.Statements[0])
			if _, err := graph.Build(ex); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestDiffTellsDifferences(t *testing.T) {
	st := graphtest.NewStories()
	a, b := build(t, st.Border, st.Summit), build(t, st.BorderLater, st.Summit)
	if d := graph.Diff(a, b, 1000); len(d) < 5 {
		t.Errorf("only %d differences: %q", len(d), d)
	}
	if d := graph.Diff(a, b, 2); len(d) != 2 {
		t.Errorf("%d lines, asked for at most 2", len(d))
	}
}

// TestSurestReading: of two readings of one clause that say the same the surest counts, of equals the first; two that
// contradict each other are two statements.
func TestSurestReading(t *testing.T) {
	read := func(rule string, confidence float64, options ...graphtest.Option) func(*graphtest.Story) {
		return func(s *graphtest.Story) {
			options = append(options, graphtest.Sure(confidence), func(st *schema.Statement) { st.Rule = rule })
			s.State(0, "A", schema.Supports, "backs", "B", options...)
		}
	}
	for _, c := range []struct {
		why  string
		read []func(*graphtest.Story)
		want []string // rules and polarities, sorted
	}{
		{"the surest last", []func(*graphtest.Story){read("one", 0.6), read("two", 0.9)}, []string{"two 1"}},
		{"the surest first", []func(*graphtest.Story){read("one", 0.9), read("two", 0.6)}, []string{"one 1"}},
		{"equals", []func(*graphtest.Story){read("one", 0.9), read("two", 0.9)}, []string{"one 1"}},
		{"the surest between", []func(*graphtest.Story){read("one", 0.5), read("two", 0.9), read("three", 0.7)},
			[]string{"two 1"}},
		{"opposites", []func(*graphtest.Story){read("one", 0.6), read("two", 0.9, graphtest.Negated)},
			[]string{"one 1", "two -1"}},
		{"opposites, one twice", []func(*graphtest.Story){read("one", 0.6), read("two", 0.9, graphtest.Negated),
			read("three", 0.7)},
			[]string{"three 1", "two -1"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			s := graphtest.NewStory("d", "", "", "A backs B.").Actor("A", "A", schema.Country).Actor("B", "B", schema.Country)
			for _, add := range c.read {
				add(s)
			}
			var got []string
			for _, n := range build(t, s.Extraction).Nodes {
				if p, ok := n.Props.(*graph.StatementProps); ok {
					got = append(got, fmt.Sprint(p.Rule, " ", p.Polarity))
				}
			}
			if slices.Sort(got); !slices.Equal(got, c.want) {
				t.Errorf("statements %q, want %q", got, c.want)
			}
		})
	}
}
