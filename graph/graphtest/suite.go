package graphtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Run checks that a store keeps the contract. open gives an empty store that the test may fill, with Names as its namer;
// it is closed by who opens it.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	stories := NewStories()
	for _, c := range []struct {
		name  string
		check func(*testing.T, graph.Store, Stories)
	}{
		{"load and read back", loadAndRead},
		{"load again", loadAgain},
		{"any order, any batches", anyOrder},
		{"replace", replace},
		{"remove", remove},
		{"remove all", removeAll},
		{"random walk", randomWalk},
		{"near-duplicates", nearDuplicates},
		{"chained near-duplicates", chainedDuplicates},
		{"many near-duplicates", manyDuplicates},
		{"random walk of near-duplicates", duplicatesWalk},
		{"hostile names", hostile},
		{"refuse", refuse},
		{"cancel", cancel},
		{"runs", runs},
		{"inputs", inputs},
		{"stats", stats},
		{"questions", questionRows},
		{"flips", flips},
		{"other names", otherNames},
		{"described actors", described},
		{"described actors merged", describedMerged},
		{"described actors reviewed", describedReviewed},
		{"merge", merges},
		{"merge in chains", chains},
		{"review", reviews},
		{"review of moved text", moved},
		{"review of one of several at a place", onePlace},
		{"review of what others follow from", followers},
		{"review into another statement", intoAnother},
		{"review of text moved further", movedFurther},
		{"review that leaves an actor to nobody", nobody},
		{"merged actors by their old ids", oldIDs},
		{"statements by the beginning of their ids", begun},
		{"decisions cut off", interrupted},
		{"a decision on many documents", decidedMany},
		{"decisions and inputs", noted},
		{"random walk with decisions", decidedWalk},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			c.check(t, s, stories)
			intact(t, s)
		})
	}
}

// Same fails where the store does not hold exactly the graph of these documents.
func Same(t *testing.T, s graph.Store, documents ...schema.Extraction) {
	t.Helper()
	want, err := graph.Build(documents...)
	if err != nil {
		t.Fatal(err)
	}
	holds(t, s, want, fmt.Sprintf("the graph of the %d documents", len(documents)))
}

// holds fails where the store does not hold exactly a graph.
func holds(t *testing.T, s graph.Store, want *graph.Graph, called string) {
	t.Helper()
	got, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if d := graph.Diff(want, got, 10); len(d) > 0 {
		t.Errorf("the store (second) is not %s (first):\n%s", called, strings.Join(d, "\n"))
	}
}

func save(t *testing.T, s graph.Store, documents ...schema.Extraction) graph.Summary {
	t.Helper()
	sum, err := s.Save(t.Context(), documents, graph.RunInfo{})
	if err != nil {
		t.Fatalf("save: %v", err)
	}
	return sum
}

func loadAndRead(t *testing.T, s graph.Store, st Stories) {
	Same(t, s) // an empty store is an empty graph
	sum := save(t, s, st.All()...)
	Same(t, s, st.All()...)
	want := map[graph.Label]int{graph.Document: 3, graph.Turn: 3, graph.Sentence: 10, graph.Statement: 16, graph.Actor: 6,
		graph.Issue: 1, graph.Source: 2}
	for label, n := range want {
		if got := sum.Nodes[label]; got != (graph.Count{Added: n}) {
			t.Errorf("%s: %+v, want %d added", label, got, n)
		}
	}
}

func loadAgain(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	sum := save(t, s, st.All()...)
	if sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	if n := sum.Nodes[graph.Statement].Unchanged; n != 16 {
		t.Errorf("%d statements are said to be unchanged, want 16", n)
	}
	Same(t, s, st.All()...)
}

func anyOrder(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.Markets)
	Same(t, s, st.Markets)
	save(t, s, st.Border)
	Same(t, s, st.Border, st.Markets)
	save(t, s, st.Summit, st.Border)
	Same(t, s, st.All()...)
}

func replace(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	sum := save(t, s, st.BorderLater)
	Same(t, s, st.BorderLater, st.Summit, st.Markets)
	if got, want := sum.Nodes[graph.Statement], (graph.Count{Updated: 2, Unchanged: 3, Removed: 1}); got != want {
		t.Errorf("statements: %+v, want %+v", got, want)
	}
	save(t, s, st.Border)
	Same(t, s, st.All()...)
}

func remove(t *testing.T, s graph.Store, st Stories) {
	all := st.All()
	save(t, s, all...)
	for i, ex := range all {
		sum, err := s.Remove(t.Context(), ex.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		if sum.Nodes[graph.Document].Removed != 1 || sum.Nodes[graph.Statement].Removed != len(ex.Statements) {
			t.Errorf("removing %s: %+v", ex.Document.ID, sum)
		}
		Same(t, s, slices.Delete(slices.Clone(all), i, i+1)...)
		save(t, s, ex)
		Same(t, s, all...)
	}
	if _, err := s.Remove(t.Context(), "no such document"); !errors.Is(err, graph.ErrNoDocument) {
		t.Errorf("removing what is not there: %v", err)
	}
}

func removeAll(t *testing.T, s graph.Store, st Stories) {
	save(t, s, append(st.All(), Hostile())...)
	for _, ex := range append(st.All(), Hostile()) {
		if _, err := s.Remove(t.Context(), ex.Document.ID); err != nil {
			t.Fatal(err)
		}
	}
	Same(t, s)
}

// randomWalk loads, replaces and removes documents of a corpus by chance; after each step the store must hold
// the graph of those that are there. The corpus has statements of all variants on few pairs.
func randomWalk(t *testing.T, s graph.Store, _ Stories) {
	random := rand.New(rand.NewPCG(11, 2))
	versions := [][]schema.Extraction{Crowd(8, 6, 1), Crowd(8, 6, 2)}
	there := map[int]schema.Extraction{}
	for range 25 {
		i := random.IntN(8)
		if _, ok := there[i]; ok && random.IntN(2) == 0 {
			if _, err := s.Remove(t.Context(), there[i].Document.ID); err != nil {
				t.Fatal(err)
			}
			delete(there, i)
		} else {
			j := random.IntN(8)
			there[i], there[j] = versions[random.IntN(2)][i], versions[random.IntN(2)][j]
			if i == j {
				save(t, s, there[i])
			} else {
				save(t, s, there[i], there[j])
			}
		}
		Same(t, s, slices.Collect(maps.Values(there))...)
		if t.Failed() {
			return
		}
	}
}

func hostile(t *testing.T, s graph.Store, st Stories) {
	bad := Hostile()
	save(t, s, bad, st.Border)
	Same(t, s, bad, st.Border)
	if sum := save(t, s, bad); sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	for _, a := range bad.Actors {
		rows, err := s.Query(t.Context(), "stance-of", a.Name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(a.Name, "\xff") && len(rows.Values) != 2 {
			t.Errorf("stance-of %.40q: %d rows, want 2", a.Name, len(rows.Values))
		}
	}
	if _, err := s.Remove(t.Context(), bad.Document.ID); err != nil {
		t.Fatal(err)
	}
	Same(t, s, st.Border)
}

// refuse hands over what no graph may hold; nothing of it, and nothing after it, may get in.
func refuse(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.Border)
	for _, c := range []struct {
		why   string
		spoil func(*schema.Extraction)
	}{
		{"no id", func(ex *schema.Extraction) { ex.Document.ID = "" }},
		{"an id that no index holds", func(ex *schema.Extraction) { ex.Document.ID = strings.Repeat("x", 9000) }},
		{"a type that would become Cypher",
			func(ex *schema.Extraction) { ex.Statements[0].Type = "X]->() DETACH DELETE n //" }},
		{"a kind that would become a label", func(ex *schema.Extraction) { ex.Actors[0].Kind = "Actor:Evil" }},
		{"a statement of another document", func(ex *schema.Extraction) { ex.Statements[0].Document = "border" }},
		{"the document twice", func(ex *schema.Extraction) { ex.Document.ID = "border" }},
	} {
		bad := summit()
		c.spoil(&bad)
		if _, err := s.Save(t.Context(), []schema.Extraction{st.Border, bad}, graph.RunInfo{}); err == nil {
			t.Errorf("%s: no error", c.why)
		}
		Same(t, s, st.Border)
	}
}

// cancel stops loads at many points. What is there afterwards is whole documents, and a second load
// completes it.
func cancel(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.Border)
	many := Corpus(40, 5, 7)
	for _, wait := range []time.Duration{0, time.Millisecond, 5 * time.Millisecond, 20 * time.Millisecond} {
		ctx, stop := context.WithTimeout(t.Context(), wait)
		_, err := s.Save(ctx, many, graph.RunInfo{})
		stop()
		got, loadErr := s.Load(t.Context())
		if loadErr != nil {
			t.Fatal(loadErr)
		}
		there := []schema.Extraction{st.Border}
		for _, ex := range many {
			if _, ok := got.Node(graph.Ref{Label: graph.Document, ID: ex.Document.ID}); ok {
				there = append(there, ex)
			}
		}
		if err == nil && len(there) != len(many)+1 {
			t.Errorf("after %v: no error, but %d of %d documents", wait, len(there)-1, len(many))
		}
		Same(t, s, there...)
	}
	save(t, s, many...)
	Same(t, s, append(many, st.Border)...)
}

func runs(t *testing.T, s graph.Store, st Stories) {
	at := time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	count := func() int {
		got, err := s.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return got.Nodes[graph.Run]
	}
	for i, c := range []struct {
		run  string
		docs []schema.Extraction
		want int
	}{
		{"", []schema.Extraction{st.Markets}, 0},
		{"one", []schema.Extraction{st.Border}, 1},
		{"one", []schema.Extraction{st.Summit}, 1},
		{"idle", st.All(), 1},
		{"two", []schema.Extraction{st.BorderLater}, 2},
	} {
		if _, err := s.Save(t.Context(), c.docs, graph.RunInfo{ID: c.run, At: at}); err != nil {
			t.Fatal(err)
		}
		if n := count(); n != c.want {
			t.Errorf("step %d: %d runs, want %d", i, n, c.want)
		}
	}
	Same(t, s, st.BorderLater, st.Summit, st.Markets) // runs lie outside the graph
	later := at.AddDate(0, 1, 0)
	if _, err := s.Save(t.Context(), []schema.Extraction{st.Border, st.Markets},
		graph.RunInfo{ID: "three", At: later}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		doc  schema.Extraction
		want string
	}{
		{st.Border, "2031-05-01T12:00:00Z | 2031-06-01T12:00:00Z"},
		{st.Summit, "2031-05-01T12:00:00Z | 2031-05-01T12:00:00Z"},
		{st.Markets, " | "}, // by no run, and not changed since
	} {
		rows, err := s.Query(t.Context(), "evidence", c.doc.Statements[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if got := pick(rows, []string{"first loaded", "last changed"}); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s was first loaded and last changed at %q, want %q", c.doc.Document.ID, got, c.want)
		}
	}
	save(t, s, st.BorderLater)
	if _, err := s.Remove(t.Context(), "border"); err != nil {
		t.Fatal(err)
	}
	Same(t, s, st.Summit, st.Markets)
}

// inputs: what documents were made from is remembered until they are replaced or removed, and changes no graph.
func inputs(t *testing.T, s graph.Store, st Stories) {
	ids := []string{"border", "summit", "markets", "no such document"}
	step := func(why string, docs []schema.Extraction, given, want map[string]string) {
		t.Helper()
		if _, err := s.Save(t.Context(), docs, graph.RunInfo{ID: "run:" + why, At: time.Unix(0, 0),
			Inputs: given}); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Inputs(t.Context(), ids); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v (%v), want %v", why, got, err, want)
		}
	}
	type keys = map[string]string
	step("new", []schema.Extraction{st.Border, st.Summit}, keys{"border": "a", "summit": "b", "markets": "not among them"},
		keys{"border": "a", "summit": "b"})
	step("the same by another way", st.All(), keys{"border": "A"}, keys{"border": "A", "summit": "b"})
	step("replaced, by nobody knows what", []schema.Extraction{st.BorderLater}, nil, keys{"summit": "b"})
	step("replaced", []schema.Extraction{st.Border}, keys{"border": "c"}, keys{"border": "c", "summit": "b"})
	Same(t, s, st.All()...)
	if _, err := s.Remove(t.Context(), "summit"); err != nil {
		t.Fatal(err)
	}
	step("removed", nil, nil, keys{"border": "c"})
}

func stats(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	got, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := graph.Stats{Nodes: map[graph.Label]int{}, Edges: map[graph.EdgeType]int{}}
	for _, n := range g.Nodes {
		want.Nodes[n.Label]++
	}
	for _, e := range g.Edges {
		want.Edges[e.Type]++
	}
	for l, n := range want.Nodes {
		if got.Nodes[l] != n {
			t.Errorf("%s: %d nodes, want %d", l, got.Nodes[l], n)
		}
	}
	for l, n := range want.Edges {
		if got.Edges[l] != n {
			t.Errorf("%s: %d edges, want %d", l, got.Edges[l], n)
		}
	}
	if len(got.Nodes) != len(want.Nodes) || len(got.Edges) != len(want.Edges) {
		t.Errorf("counted %v, want %v", got, want)
	}
}
