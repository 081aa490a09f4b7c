package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// drawn writes the projected edges of some documents.
func drawn(t *testing.T, documents ...schema.Extraction) []string {
	t.Helper()
	g, err := graph.Build(documents...)
	if err != nil {
		t.Fatal(err)
	}
	derived := map[graph.EdgeType]bool{}
	for _, typ := range graph.Projected() {
		derived[typ] = true
	}
	var lines []string
	for _, e := range g.Edges {
		if !derived[e.Type] {
			continue
		}
		p := e.Props.(*graph.StanceProps)
		if !p.Derived || p.Variant != e.Key || p.Latest == "" {
			t.Errorf("%s lacks derived, variant or latest: %v", e.EdgeKey, e.Row())
		}
		line := fmt.Sprintf("%s %s %s %s n=%d conf=%v", e.From.ID, e.Type, e.To.ID, e.Key, p.N, p.Confidence)
		for _, flag := range []string{"planned", "ended", "inferred", "claimed"} {
			if e.Row()[flag] == true {
				line += " " + flag
			}
		}
		for _, list := range []string{"sources", "sayers"} {
			if v, _ := e.Row()[list].([]string); len(v) > 0 {
				line += " " + list + "=" + strings.Join(v, ",")
			}
		}
		if p.First != "" {
			line += " " + p.First + ".." + p.Last
		}
		lines = append(lines, line)
	}
	return lines
}

// story has the actors A, B and C and one sentence for each statement.
func story(id, source, date string, states ...func(*graphtest.Story, int)) schema.Extraction {
	sentences := make([]string, len(states))
	for i := range sentences {
		sentences[i] = fmt.Sprintf("A and B and C do it %d.", i)
	}
	s := graphtest.NewStory(id, source, date, sentences...)
	for _, a := range []string{"A", "B", "C"} {
		s.Actor(a, a, schema.Country)
	}
	for i, st := range states {
		st(s, i)
	}
	return s.Extraction
}

// backs says that A supports B.
func backs(options ...graphtest.Option) func(*graphtest.Story, int) {
	return func(s *graphtest.Story, i int) { s.State(i, "A", schema.Supports, "do", "B", options...) }
}

// saidBy is the same in the words of a sayer.
func saidBy(by string, options ...graphtest.Option) func(*graphtest.Story, int) {
	return func(s *graphtest.Story, i int) {
		s.State(i, "A", schema.Supports, "do", "B", append(options, s.By(i, by), s.For(i, "A"))...)
	}
}

func TestProjection(t *testing.T) {
	for _, c := range []struct {
		why  string
		docs []schema.Extraction
		want []string
	}{
		{"narration and the holder's own words are one edge; confidence is that of the surest",
			[]schema.Extraction{story("d", "S", "2030-01-02", backs(graphtest.Sure(0.6)), saidBy("A"))},
			[]string{"A SUPPORTS B stated n=2 conf=0.9 sources=source:s 2030-01-02..2030-01-02"}},
		{"dates span documents, the undated one counts for neither end",
			[]schema.Extraction{story("d", "S", "2030-01-02", backs()), story("e", "T", "2029", backs()),
				story("f", "", "", backs())},
			[]string{"A SUPPORTS B stated n=3 conf=0.9 sources=source:s,source:t 2029..2030-01-02"}},
		{"does not support is never an edge of support",
			[]schema.Extraction{story("d", "", "", backs(graphtest.Negated))},
			[]string{"A NOT_SUPPORTS B stated n=1 conf=0.9"}},
		{"what is not asserted is not drawn, whatever the reason",
			[]schema.Extraction{story("d", "", "", backs(graphtest.Mood(schema.Possible)),
				backs(graphtest.Mood(schema.Conditional)),
				backs(graphtest.Mood(schema.Desired)), backs(graphtest.Mood(schema.Asked)))}, nil},
		{"under the floor is not drawn, on it is",
			[]schema.Extraction{story("d", "", "", backs(graphtest.Sure(graph.Floor-0.01)), backs(graphtest.Sure(graph.Floor)))},
			[]string{"A SUPPORTS B stated n=1 conf=0.5"}},
		{"a third party's words stay apart, also where it speaks for the holder",
			[]schema.Extraction{story("d", "", "", backs(), saidBy("C"), saidBy("B"), saidBy("C"))},
			[]string{"A SUPPORTS B claimed n=3 conf=0.9 claimed sayers=B,C", "A SUPPORTS B stated n=1 conf=0.9"}},
		{"what is implied stays apart, claimed or not",
			[]schema.Extraction{story("d", "", "", backs(), backs(graphtest.Implied), saidBy("C", graphtest.Implied))},
			[]string{"A SUPPORTS B claimed-inferred n=1 conf=0.9 inferred claimed sayers=C",
				"A SUPPORTS B inferred n=1 conf=0.9 inferred", "A SUPPORTS B stated n=1 conf=0.9"}},
		{"planned only if nothing else is known",
			[]schema.Extraction{story("d", "", "", backs(graphtest.In(schema.Planned)), backs(graphtest.In(schema.Planned)))},
			[]string{"A SUPPORTS B stated n=2 conf=0.9 planned"}},
		{"planned and done is not planned",
			[]schema.Extraction{story("d", "", "", backs(graphtest.In(schema.Planned)), backs())},
			[]string{"A SUPPORTS B stated n=2 conf=0.9"}},
		{"ended by the latest sentence of a document",
			[]schema.Extraction{story("d", "", "2030", backs(), backs(graphtest.In(schema.Ended)))},
			[]string{"A SUPPORTS B stated n=2 conf=0.9 ended 2030..2030"}},
		{"taken up again later",
			[]schema.Extraction{story("z", "", "2030", backs(graphtest.In(schema.Ended))), story("a", "", "2031", backs())},
			[]string{"A SUPPORTS B stated n=2 conf=0.9 2030..2031"}},
		{"an undated end does not outdo a dated stance",
			[]schema.Extraction{story("z", "", "", backs(graphtest.In(schema.Ended))), story("a", "", "2031", backs())},
			[]string{"A SUPPORTS B stated n=2 conf=0.9 2031..2031"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			if got := drawn(t, c.docs...); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			slices.Reverse(c.docs)
			if got := drawn(t, c.docs...); !slices.Equal(got, c.want) {
				t.Errorf("documents in other order:\ngot  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestProjectedTypesAreClosed(t *testing.T) {
	types := graph.Projected()
	if len(types) != 2*len(schema.Types()) {
		t.Errorf("%d projected types, want two for each of %d", len(types), len(schema.Types()))
	}
	for _, info := range graph.EdgeTypes() {
		for _, r := range info.Type {
			if r != '_' && (r < 'A' || r > 'Z') {
				t.Errorf("edge type %q cannot be written into Cypher as it is", info.Type)
			}
		}
	}
}
