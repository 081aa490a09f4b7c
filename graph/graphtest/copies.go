package graphtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Wire is a report, its id with "wire-" before it, of numbered sentences, each of other words: two of them are
// near-copies as far as they tell the same ones. In each sentence an actor holds a stance.
func Wire(id, source, date string, sentences ...int) schema.Extraction {
	words := strings.Fields(`council harbour bridge farmers budget winter railway senate envoy quarry timber ferry border
		teachers market garden museum tariff forest island valley captain miners weavers orchard lantern compass anchor`)
	var texts []string
	for _, n := range sentences {
		random := rand.New(rand.NewPCG(uint64(n), 9))
		text := fmt.Sprintf("%s declares of %s", actorName(uint64(n%5)), issueWords(uint64(n%3)))
		for range 16 {
			text += " " + words[random.IntN(len(words))]
		}
		texts = append(texts, text+".")
	}
	s := NewStory("wire-"+id, source, date, texts...)
	for i, n := range sentences {
		s.once(uint64(n % 5))
		s.State(i, actorID(uint64(n%5)), schema.Supports, "declares", issueWords(uint64(n%3)))
	}
	return s.Extraction
}

// Wires are n reports, the latest first, which have the first sentences in common and then come to twelve: near-copies
// where these are ten.
func Wires(n, common int) []schema.Extraction {
	all := make([]schema.Extraction, n)
	for i := range all {
		date := fmt.Sprintf("2031-05-%02d", 30-i*30/n)
		from := 1000 + 12*i
		all[i] = Wire(fmt.Sprint("many-", i), "Wire", date, append(span(0, common), span(from, from+12-common)...)...)
	}
	return all
}

// Copies are one report as three outlets print it, whole, shortened and with a paragraph more, and another report.
func Copies() []schema.Extraction {
	return []schema.Extraction{
		Wire("agency", "Harbour Wire", "2031-05-01", span(0, 10)...),
		Wire("gazette", "Gazette", "2031-05-02", span(0, 6)...),
		Wire("herald", "Herald", "2031-05-02", append(span(70, 72), span(0, 10)...)...),
		Wire("lantern", "The Lantern", "2031-05-02", span(30, 40)...),
	}
}

// CopiesAsks are shipped questions asked of Copies.
func CopiesAsks() []Ask {
	return []Ask{
		{"copies", nil, []string{"story", "document", "source", "date", "of", "similarity", "documents"}, []string{
			"wire-agency | wire-agency | Harbour Wire | 2031-05-01 | wire-herald | 0.97 | 3",
			"wire-agency | wire-gazette | Gazette | 2031-05-02 | wire-herald | 0.89 | 3",
			"wire-agency | wire-herald | Herald | 2031-05-02 |  | 1 | 3",
		}},
		{"positions", []string{"", "1"}, []string{"actor", "concept", "agree", "documents", "stories"}, []string{
			"Actor 0 | the matter of 0 bridges | 4 | 4 | 2",
		}},
		{"top-actors", []string{"1"}, []string{"actor", "holds", "targeted", "says", "stories"}, []string{
			"Actor 0 | 9 | 0 | 0 | 2",
		}},
	}
}

// span lists whole numbers.
func span(from, to int) []int {
	var list []int
	for n := from; n < to; n++ {
		list = append(list, n)
	}
	return list
}

// wires is a store with the documents that are in it.
type wires struct {
	*testing.T
	store graph.Store
	there map[string]schema.Extraction
}

// clusters fails where the clusters are not these.
func (w wires) clusters(want ...string) {
	w.Helper()
	g, err := w.store.Load(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	of := map[string]string{}
	for _, e := range g.Edges {
		if e.Type == graph.NearDuplicateOf {
			of[e.From.ID] = fmt.Sprintf(" of %s %.1f", e.To.ID, e.Row()["similarity"])
		}
	}
	var got []string
	for _, n := range g.Nodes {
		if n.Label == graph.Document {
			got = append(got, strings.ReplaceAll(fmt.Sprint(n.ID, ": ", n.Row()["story"], of[n.ID]), "wire-", ""))
		}
	}
	if !slices.Equal(got, want) {
		w.Errorf("clusters\n%q, want\n%q", got, want)
	}
}

func (w wires) put(list ...schema.Extraction) graph.Summary {
	w.Helper()
	sum := save(w.T, w.store, list...)
	for _, ex := range list {
		w.there[ex.Document.ID] = ex
	}
	Same(w.T, w.store, slices.Collect(maps.Values(w.there))...)
	return sum
}

func (w wires) remove(id string) {
	w.Helper()
	id = "wire-" + id
	if _, err := w.store.Remove(w.Context(), id); err != nil {
		w.Fatal(err)
	}
	delete(w.there, id)
	Same(w.T, w.store, slices.Collect(maps.Values(w.there))...)
}

// nearDuplicates loads reports and copies of them one by one; the clusters must be those of the documents that are
// there. Of these, "cut" has the lowest rank, then "first" and "copy".
func nearDuplicates(t *testing.T, s graph.Store, _ Stories) {
	w := wires{t, s, map[string]schema.Extraction{}}
	w.put(Wire("first", "Wire", "2031-05-02", span(0, 10)...), Wire("other", "Post", "2031-05-01", span(50, 60)...))
	w.clusters("first: first", "other: other")
	if sum := w.put(Wire("copy", "Herald", "2031-05-03", span(0, 10)...)); sum.Copies != 1 {
		t.Errorf("the summary has %d copies, want 1", sum.Copies)
	}
	w.clusters("copy: first of first 1.0", "first: first", "other: other")
	grown := append(span(70, 72), span(0, 10)...)
	cut := Wire("cut", "", "", span(0, 5)...)
	if sum := w.put(cut, Wire("grown", "Echo", "2031-05-02", grown...)); sum.Copies != 2 {
		t.Errorf("the summary has %d copies, want 2", sum.Copies)
	}
	w.clusters("copy: cut of cut 0.8", "cut: cut", "first: cut of cut 0.8", "grown: cut of cut 0.8", "other: other")
	w.put(Wire("earliest", "Agency", "2031-05-01", span(0, 10)...))
	w.clusters("copy: cut of cut 0.8", "cut: cut", "earliest: cut of cut 0.8", "first: cut of cut 0.8",
		"grown: cut of cut 0.8", "other: other")
	w.remove("cut")                                                  // the cluster gets another representative
	w.put(Wire("earliest", "Agency", "2031-05-01", span(20, 30)...)) // and another text under that id
	w.clusters("copy: first of first 1.0", "earliest: earliest", "first: first", "grown: first of first 1.0",
		"other: other")
	w.put(cut)
	w.remove("first")
	w.clusters("copy: cut of cut 0.8", "cut: cut", "earliest: earliest", "grown: cut of cut 0.8", "other: other")
	w.remove("grown")
	w.put(Wire("cut", "", "", 0)) // too short for a sketch
	w.clusters("copy: copy", "cut: cut", "earliest: earliest", "other: other")
}

// manyDuplicates loads one report many times, each time with sentences of its own, the latest first: the work for each
// copy is that for any other, and loading all again, read by another program, looks for nothing.
func manyDuplicates(t *testing.T, s graph.Store, _ Stories) {
	const batches, size, most = 8, 32, 10
	all := Wires(batches*size, 10)
	work, copies := 0, 0
	for batch := range slices.Chunk(all, size) {
		sum := save(t, s, batch...)
		work, copies = work+sum.Compared, copies+sum.Copies
		if sum.Compared > most*size {
			t.Errorf("%d sketches read or compared for %d copies, want at most %d for each", sum.Compared, size, most)
		}
	}
	if copies != len(all)-1 {
		t.Errorf("%d copies, want %d", copies, len(all)-1)
	}
	t.Logf("%d sketches read or compared for %d copies", work, len(all))
	Same(t, s, all...)
	again := slices.Clone(all[:size])
	for i := range again {
		again[i].Document.Title = "Another title"
	}
	if sum := save(t, s, again...); sum.Compared != 0 {
		t.Errorf("%d sketches read or compared for texts that have not changed", sum.Compared)
	}
	Same(t, s, append(again, all[size:]...)...)
}

// chainedDuplicates: A is no copy of C, but both are near-duplicates of B, so all are one cluster; a decision, which
// rewrites documents, leaves their clusters as they are.
func chainedDuplicates(t *testing.T, s graph.Store, _ Stories) {
	w := wires{t, s, map[string]schema.Extraction{}}
	w.put(Wire("A", "One", "2031-06-01", span(100, 110)...), Wire("C", "Two", "2031-06-02", span(105, 115)...))
	w.clusters("A: A", "C: C")
	w.put(Wire("B", "Three", "2031-06-03", span(102, 113)...))
	w.clusters("A: A", "B: A of A 0.7", "C: A of A 0.4")
	all := slices.Collect(maps.Values(w.there))
	one := mergeOf(actorID(0), actorID(1), actorName(1), schema.Person)
	ds := decide(t, s, nil, one)
	decided(t, s, ds, all...)
	w.clusters("A: A", "B: A of A 0.7", "C: A of A 0.4")
	back(t, s, ds, one)
	decided(t, s, nil, all...)
	w.remove("B")
	w.clusters("A: A", "C: C")
}

// duplicatesWalk is a random walk over documents that are copies of each other by chance.
func duplicatesWalk(t *testing.T, s graph.Store, _ Stories) {
	random := rand.New(rand.NewPCG(12, 3))
	there := map[string]schema.Extraction{}
	linked := 0
	for range 40 {
		var batch []schema.Extraction
		for i := range 1 + random.IntN(3) {
			name := fmt.Sprintf("report-%d", 3*random.IntN(4)+i)
			id := "wire-" + name
			if _, ok := there[id]; ok && random.IntN(3) == 0 {
				if _, err := s.Remove(t.Context(), id); err != nil {
					t.Fatal(err)
				}
				delete(there, id)
				continue
			}
			from := 2 * random.IntN(6)
			date := []string{"", "2031-05-01", "2031-05-02"}[random.IntN(3)]
			there[id] = Wire(name, "Wire", date, span(from, from+6+random.IntN(3))...)
			batch = append(batch, there[id])
		}
		linked += save(t, s, batch...).Copies
		Same(t, s, slices.Collect(maps.Values(there))...)
		if t.Failed() {
			return
		}
	}
	if linked < 10 {
		t.Errorf("only %d copies, too few for a test", linked)
	}
}
