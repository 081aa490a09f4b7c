package graphtest

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Migration checks that a store whose statement ids have no signs gets ids with signs when it is opened. open opens the
// store, which is empty at first; age makes it, closed, one that an older program wrote, apart from the ids in it.
func Migration(t *testing.T, open func(t *testing.T) graph.Store, age func(t *testing.T)) {
	m := migration{docs: []schema.Extraction{NewStories().Border, NewStories().Summit, NewStories().Markets, inferring(),
		telling(0)}}
	s := open(t)
	m.fill(t, s)
	before := ledger(t, s)
	close := func() {
		t.Helper()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	close()
	for _, time := range []string{"first", "second"} { // the second finds nothing to do
		age(t)
		s = open(t)
		t.Run(time+" opening", func(t *testing.T) { m.migrated(t, s, before) })
		if time == "first" {
			close()
		}
	}
	t.Run("taken back", func(t *testing.T) { m.takeBack(t, s) })
	close()
}

type migration struct {
	docs []schema.Extraction // as they are loaded at the end, with ids of today
	away schema.Extraction   // reviewed, and removed
}

// fill loads documents with old ids, and reviews of all kinds.
func (m *migration) fill(t *testing.T, s graph.Store) {
	run := graph.RunInfo{ID: "run:old", At: time.Unix(0, 0), Inputs: map[string]string{"border": "key"}}
	m.away = ministers("Eastland", "Norland")
	first := append(slices.Clone(m.docs), m.away)
	for i := range first {
		first[i] = signless(first[i])
	}
	if want := "st:cxtfvzfd5nh7fis2"; first[0].Statements[0].ID != want {
		t.Fatalf("the old id is %s, an older program made %s", first[0].Statements[0].ID, want)
	}
	if _, err := s.Save(t.Context(), first, run); err != nil {
		t.Fatal(err)
	}
	opposite := func(st *schema.Statement) error { st.Negated, st.Polarity = !st.Negated, -st.Polarity; return nil }
	later := func(st *schema.Statement) error { st.Phase = schema.Ended; return nil }
	border, inferred, moved := first[0].Statements, first[3].Statements, first[4].Statements
	for _, r := range []struct {
		statement, verdict string
		edit               func(*schema.Statement) error
	}{
		{border[0].ID, graph.Reject, nil}, {border[1].ID, graph.Accept, nil}, {border[2].ID, graph.Fix, opposite},
		{border[3].ID, graph.Fix, later}, {inferred[1].ID, graph.Accept, nil}, {moved[0].ID, graph.Fix, later},
		{first[5].Statements[0].ID, graph.Reject, nil}, {first[5].Statements[1].ID, graph.Fix, opposite},
	} {
		d, err := s.Judge(t.Context(), r.statement, graph.Review{Verdict: r.verdict}, r.edit)
		if err != nil {
			t.Fatal(err)
		}
		if is := d.Review.Is; is != nil {
			is.ID = signlessID(*is)
		}
		decide(t, s, nil, d)
	}
	decide(t, s, nil, mergeOf("actor:mira-holm", "actor:jon-berg", "Jon Berg", schema.Person))
	m.docs[4] = telling(2) // its review follows the sentence
	save(t, s, signless(m.docs[4]))
	if _, err := s.Remove(t.Context(), m.away.Document.ID); err != nil {
		t.Fatal(err)
	}
}

// migrated: the store holds what it would hold if all had been done with ids of today.
func (m *migration) migrated(t *testing.T, s graph.Store, before graph.Ledger) {
	ds, err := s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, ex := range append(m.docs, m.away, telling(0)) {
		for _, st := range ex.Statements {
			known[st.ID] = true
		}
	}
	for _, d := range ds {
		r := d.Review
		if r == nil {
			continue
		}
		for _, id := range []string{r.Was.ID, r.Was.From} {
			if id != "" && !known[id] {
				t.Errorf("a review is of %s, which no document has", id)
			}
		}
		if r.Is != nil && r.Is.From != r.Was.From {
			t.Errorf("a reviewed statement follows from %s, it was from %s", r.Is.From, r.Was.From)
		}
		want := graph.Holds
		if r.Document == m.away.Document.ID {
			want = graph.Away
		}
		if d.State != want {
			t.Errorf("the review of %s: %q, want %q", r.Was.ID, d.State, want)
		}
	}
	if len(ds) != len(before.Decisions) {
		t.Errorf("%d decisions, %d before", len(ds), len(before.Decisions))
	}
	after := ledger(t, s)
	if d := cmp.Diff(before.Loaded, after.Loaded) + cmp.Diff(before.Runs, after.Runs); d != "" {
		t.Errorf("loads (-before +after):\n%s", d)
	}
	decided(t, s, ds, m.docs...)
	if sum := save(t, s, m.docs...); sum.Changed() {
		t.Errorf("loading the same documents changed something: %+v", sum)
	}
	decided(t, s, ds, m.docs...)
	for _, d := range ds { // a second review of a statement replaces the first
		if d.Review == nil || d.Review.Document != "border" {
			continue
		}
		again, err := s.Judge(t.Context(), d.Review.Was.ID, graph.Review{Verdict: graph.Reject}, nil)
		if err != nil || again.Key() != d.Key() {
			t.Errorf("a review of %s has the key %s (%v), want %s", d.Review.Was.ID, again.Key(), err, d.Key())
		}
	}
}

// takeBack: without its decisions the store holds the documents as they were extracted.
func (m *migration) takeBack(t *testing.T, s graph.Store) {
	ds, err := s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, m.away)
	docs := append(slices.Clone(m.docs), m.away)
	decided(t, s, ds, docs...)
	for _, d := range ds {
		ds = back(t, s, ds, d)
	}
	Same(t, s, docs...)
}

func ledger(t *testing.T, s graph.Store) graph.Ledger {
	t.Helper()
	l, err := s.Ledger(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// inferring has a statement that follows from another one.
func inferring() schema.Extraction {
	story := NewStory("doc-inferring", "", "2031-02-02", "Norland wants and backs the Canal Guild.").
		Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization).
		State(0, "Q9001", schema.Wants, "wants", "the Canal Guild").
		State(0, "Q9001", schema.Supports, "wants", "actor:canal-guild", Implied).
		State(0, "Q9001", schema.Praises, "backs", "actor:canal-guild", Implied)
	for i := range story.Statements[1:] {
		story.Statements[i+1].From = story.Statements[0].ID
	}
	return story.Extraction
}

// telling has one statement, after some other sentences.
func telling(before int) schema.Extraction {
	sentences := append(slices.Repeat([]string{"It rained."}, before), "Norland backs the Canal Guild.")
	return NewStory("doc-telling", "The Lantern", "2031-03-05", sentences...).
		Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization).
		State(before, "Q9001", schema.Supports, "backs", "actor:canal-guild").Extraction
}

// signless gives all statements of an extraction the ids that they had before these had signs.
func signless(ex schema.Extraction) schema.Extraction {
	ids := map[string]string{}
	for _, st := range ex.Statements {
		ids[st.ID] = signlessID(st)
	}
	ex.Statements = slices.Clone(ex.Statements)
	for i := range ex.Statements {
		st := &ex.Statements[i]
		st.ID, st.From = ids[st.ID], ids[st.From]
		st.Contrasts = slices.Clone(st.Contrasts)
		for j := range st.Contrasts {
			st.Contrasts[j].Statement = ids[st.Contrasts[j].Statement]
		}
	}
	return ex
}

func signlessID(st schema.Statement) string {
	return schema.SignlessStatementID(st.Document, schema.Span{Start: st.Sentence.Start, End: st.Sentence.End},
		schema.Span{Start: st.Cue.Start, End: st.Cue.End}, st.Holder.ID, st.Type, st.Target.ID)
}
