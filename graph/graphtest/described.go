package graphtest

import (
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

const rebels = "actor:rebels"

// war is a document that speaks of rebels without a name.
func war(document string, typ schema.StanceType) *Story {
	s := NewStory(document, "", "2031-06-01", "Rebels see a ceasefire.", "Norland backs Rebels.").
		Actor("Q9001", "Norland", schema.Country).Actor(rebels, "Rebels", schema.Group, "the rebels").Describe(rebels).
		Affiliate(rebels, "Q9001", "fighters")
	return s.State(0, rebels, typ, "see", "ceasefire").State(1, "Q9001", schema.Supports, "backs", rebels,
		s.For(1, rebels), s.By(1, rebels), s.Concerns(1, rebels, 1))
}

// wars are two that want opposite things, and one that names its rebels.
func wars() []schema.Extraction {
	named := war("doc-war-named", schema.Wants)
	named.Actors[1].Described = false
	return []schema.Extraction{war("doc-war-one", schema.Wants).Extraction, war("doc-War 2", schema.Rejects).Extraction,
		named.Extraction}
}

func rebelsOf(ex schema.Extraction) string { return schema.ScopedID(rebels, ex.Document.ID) }

// described: actors that documents only describe are one for each document, found by their name and their id with and
// without the document.
func described(t *testing.T, s graph.Store, _ Stories) {
	docs := wars()
	save(t, s, docs...)
	Same(t, s, docs...)
	if sum := save(t, s, docs...); sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	called, err := s.Called(t.Context(), []string{"rebels"}, graph.Actor)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range called {
		ids = append(ids, c.ID)
		if c.Name != "Rebels" {
			t.Errorf("%s is called %q", c.ID, c.Name)
		}
	}
	want := []string{rebels, rebelsOf(docs[0]), rebelsOf(docs[1])}
	if slices.Sort(want); !slices.Equal(ids, want) {
		t.Errorf("rebels are %q, want %q", ids, want)
	}
	rebelStances(t, s, "Rebels", "doc-War 2", "doc-war-named", "doc-war-one")
	rebelStances(t, s, rebels, "doc-War 2", "doc-war-named", "doc-war-one")
	rebelStances(t, s, rebelsOf(docs[1]), "doc-War 2")
	contradict(t, s, "Rebels", 0)
	save(t, s, docs[2])
	if _, err := s.Remove(t.Context(), docs[0].Document.ID); err != nil {
		t.Fatal(err)
	}
	Same(t, s, docs[1:]...)
}

// rebelStances asks in which documents those called so hold a stance.
func rebelStances(t *testing.T, s graph.Store, name string, documents ...string) {
	t.Helper()
	rows, err := s.Query(t.Context(), "stance-of", name)
	got := pick(rows, []string{"document"})
	if slices.Sort(got); err != nil || !slices.Equal(got, documents) {
		t.Errorf("%s hold stances in %q (%v), want %q", name, got, err, documents)
	}
}

// contradict asks in how many things those called so contradict themselves.
func contradict(t *testing.T, s graph.Store, name string, want int) {
	t.Helper()
	if rows, err := s.Query(t.Context(), "contradictions", name); err != nil || len(rows.Values) != want {
		t.Errorf("%s contradict themselves in %v (%v), want %d", name, rows.Values, err, want)
	}
}

// describedMerged: those of two documents are merged by their ids, those of all by the id without a document, also of
// documents loaded later.
func describedMerged(t *testing.T, s graph.Store, _ Stories) {
	docs := wars()[:2]
	save(t, s, docs...)
	one := mergeOf(rebelsOf(docs[0]), rebelsOf(docs[1]), "Rebels", schema.Group)
	ds := decide(t, s, nil, one)
	decided(t, s, ds, docs...)
	contradict(t, s, "Rebels", 1)
	rebelStances(t, s, rebelsOf(docs[0]), "doc-War 2", "doc-war-one")
	ds = back(t, s, ds, one)
	decided(t, s, ds, docs...)
	contradict(t, s, "Rebels", 0)
	all := mergeOf(rebels, "actor:canal-guild", "Canal Guild", schema.Organization)
	ds = decide(t, s, ds, all)
	decided(t, s, ds, docs...)
	docs = append(docs, war("doc-war-three", schema.Wants).Extraction, wars()[2])
	save(t, s, docs[2:]...)
	decided(t, s, ds, docs...)
	contradict(t, s, "Canal Guild", 1)
	rebelStances(t, s, rebelsOf(docs[0]), "doc-War 2", "doc-war-named", "doc-war-one", "doc-war-three")
	own := mergeOf(rebelsOf(docs[2]), "Q9001", "Norland", schema.Country) // takes precedence
	ds = decide(t, s, ds, own)
	decided(t, s, ds, docs...)
	rebelStances(t, s, rebels, "doc-War 2", "doc-war-named", "doc-war-one")
	for _, d := range []graph.Decision{mergeOf("actor:canal-guild", rebelsOf(docs[0]), "Rebels", ""),
		mergeOf("actor:canal-guild", rebels, "Rebels", "")} {
		if _, err := s.Decide(t.Context(), d, false); err == nil {
			t.Errorf("a circle was made: %+v", d.Merge)
		}
	}
	for _, d := range []graph.Decision{all, own} {
		ds = back(t, s, ds, d)
		decided(t, s, ds, docs...)
	}
	into := mergeOf(rebels, rebelsOf(docs[0]), "Rebels", schema.Group)
	ds = decide(t, s, ds, into)
	decided(t, s, ds, docs...)
	rebelStances(t, s, "Rebels", "doc-War 2", "doc-war-named", "doc-war-one", "doc-war-three")
	contradict(t, s, "Rebels", 1)
	back(t, s, ds, into)
	Same(t, s, docs...)
}

// describedReviewed: reviews of a document that was loaded before its actors were scoped hold when it is loaded anew.
func describedReviewed(t *testing.T, s graph.Store, _ Stories) {
	ex := wars()[0]
	old := ex
	old.Actors = slices.Clone(ex.Actors)
	old.Actors[1].Described = false
	save(t, s, old)
	ds, _ := judge(t, s, nil, ex.Statements[0].ID, graph.Fix, func(st *schema.Statement) { st.Type = schema.Demands })
	ds, _ = judge(t, s, ds, ex.Statements[1].ID, graph.Reject, nil)
	for _, version := range []schema.Extraction{old, ex, old, ex} {
		save(t, s, version)
		decided(t, s, ds, version)
		rows, err := s.Query(t.Context(), "stance-of", "Rebels")
		if got := pick(rows, []string{"stance", "target"}); err != nil || !slices.Equal(got, []string{"DEMANDS | ceasefire"}) {
			t.Errorf("after a load: %q (%v)", got, err)
		}
		if rows, err := s.Query(t.Context(), "stance-of", "Norland"); err != nil || len(rows.Values) > 0 {
			t.Errorf("what was rejected is there: %v (%v)", rows.Values, err)
		}
	}
	if called, err := s.Called(t.Context(), []string{"rebels"}, graph.Actor); err != nil || len(called) != 1 ||
		called[0].ID != rebelsOf(ex) {
		t.Errorf("the rebels are %+v (%v)", called, err)
	}
	again, _ := judge(t, s, ds, ex.Statements[1].ID, graph.Accept, nil)
	if len(again) != len(ds) {
		t.Errorf("a second review does not replace the first: %d decisions, want %d", len(again), len(ds))
	}
	decided(t, s, again, ex)
}
