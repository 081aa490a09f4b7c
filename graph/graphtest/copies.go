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
			"wire-agency | wire-agency | Harbour Wire | 2031-05-01 |  | 1 | 3",
			"wire-agency | wire-gazette | Gazette | 2031-05-02 | wire-agency | 0.92 | 3",
			"wire-agency | wire-herald | Herald | 2031-05-02 | wire-agency | 0.97 | 3",
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
// there.
func nearDuplicates(t *testing.T, s graph.Store, _ Stories) {
	w := wires{t, s, map[string]schema.Extraction{}}
	w.put(Wire("first", "Wire", "2031-05-02", span(0, 10)...), Wire("other", "Post", "2031-05-01", span(50, 60)...))
	w.clusters("first: first", "other: other")
	if sum := w.put(Wire("copy", "Herald", "2031-05-03", span(0, 10)...)); sum.Copies != 1 {
		t.Errorf("the summary has %d copies, want 1", sum.Copies)
	}
	w.clusters("copy: first of first 1.0", "first: first", "other: other")
	grown := append(span(70, 72), span(0, 10)...)
	w.put(Wire("cut", "", "", span(0, 5)...), Wire("grown", "Echo", "2031-05-02", grown...))
	w.clusters("copy: first of first 1.0", "cut: first of first 0.8", "first: first", "grown: first of first 1.0",
		"other: other")
	w.put(Wire("earliest", "Agency", "2031-05-01", span(0, 10)...)) // the cluster gets another first document
	w.clusters("copy: earliest of earliest 1.0", "cut: earliest of earliest 0.8", "earliest: earliest",
		"first: earliest of earliest 1.0", "grown: earliest of earliest 1.0", "other: other")
	w.put(Wire("earliest", "Agency", "2031-05-01", span(20, 30)...)) // and another text under that id
	w.remove("first")
	w.clusters("copy: grown of grown 1.0", "cut: grown of grown 0.8", "earliest: earliest", "grown: grown", "other: other")
	w.remove("grown")
	w.clusters("copy: copy", "cut: copy of copy 0.8", "earliest: earliest", "other: other")
	w.put(Wire("cut", "", "", 0)) // too short for a sketch
	w.remove("copy")
	w.clusters("cut: cut", "earliest: earliest", "other: other")
}

// chainedDuplicates: A is no copy of C, but both are near-duplicates of B; a decision, which rewrites documents, leaves
// their clusters as they are.
func chainedDuplicates(t *testing.T, s graph.Store, _ Stories) {
	w := wires{t, s, map[string]schema.Extraction{}}
	w.put(Wire("A", "One", "2031-06-01", span(100, 110)...), Wire("C", "Two", "2031-06-02", span(105, 115)...))
	w.clusters("A: A", "C: C")
	w.put(Wire("B", "Three", "2031-06-03", span(102, 113)...))
	w.clusters("A: A", "B: A of A 0.7", "C: A of B 0.8")
	all := slices.Collect(maps.Values(w.there))
	one := mergeOf(actorID(0), actorID(1), actorName(1), schema.Person)
	ds := decide(t, s, nil, one)
	decided(t, s, ds, all...)
	w.clusters("A: A", "B: A of A 0.7", "C: A of B 0.8")
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
