package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// ministers is one place with three readings: a collective that holds one stance each.
func ministers(who ...string) schema.Extraction {
	s := NewStory("doc-ministers", "The Lantern", "2031-03-05", "The ministers back the Canal Guild.").
		Actor("actor:canal-guild", "Canal Guild", schema.Organization)
	for _, name := range who {
		s.Actor(schema.ActorID(name), name, schema.Country)
	}
	for _, name := range who {
		s.State(0, schema.ActorID(name), schema.Supports, "back", "actor:canal-guild")
	}
	for i := range s.Statements {
		h := &s.Statements[i].Holder
		h.Text, h.Start, h.End = "The ministers", 0, 13
	}
	return s.Extraction
}

// holders are the ids of who holds a stance in the store, sorted.
func holders(t *testing.T, s graph.Store) []string {
	t.Helper()
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range g.Edges {
		if e.Type == graph.Holder {
			list = append(list, e.To.ID)
		}
	}
	slices.Sort(list)
	return list
}

func hold(t *testing.T, why string, s graph.Store, want ...string) {
	t.Helper()
	for i, name := range want {
		want[i] = schema.ActorID(name)
	}
	if got := holders(t, s); !slices.Equal(got, want) {
		t.Errorf("%s: held by %q, want %q", why, got, want)
	}
}

// onePlace: several statements may stand at one place, and each is judged by itself.
func onePlace(t *testing.T, s graph.Store, _ Stories) {
	ex := ministers("Eastland", "Norland", "Sudmark")
	save(t, s, ex)
	ds, accepted := judge(t, s, nil, ex.Statements[0].ID, graph.Accept, nil)
	decided(t, s, ds, ex)
	hold(t, "one accepted", s, "Eastland", "Norland", "Sudmark")
	ds, _ = judge(t, s, ds, ex.Statements[1].ID, graph.Reject, nil)
	hold(t, "another one rejected", s, "Eastland", "Sudmark")
	ds, _ = judge(t, s, ds, ex.Statements[2].ID, graph.Fix, func(st *schema.Statement) {
		st.Holder.ID, st.Holder.Name = schema.ActorID("Westland"), "Westland"
	})
	hold(t, "the third one fixed", s, "Eastland", "Westland")
	decided(t, s, ds, ex)
	for _, c := range []struct {
		why  string
		ex   schema.Extraction
		want []string
	}{
		{"found more", ministers("Eastland", "Norland", "Sudmark", "Isle"), []string{"Eastland", "Isle", "Westland"}},
		{"found what was fixed", ministers("Eastland", "Norland", "Westland"), []string{"Eastland", "Westland"}},
		{"found another in place of the accepted", ministers("Isle", "Norland", "Sudmark"), []string{"Eastland", "Westland"}},
		{"found only what was rejected", ministers("Norland"), []string{"Eastland", "Westland"}},
	} {
		save(t, s, c.ex)
		hold(t, c.why, s, c.want...)
		decided(t, s, ds, c.ex)
	}
	save(t, s, ex)
	ds = back(t, s, ds, accepted)
	hold(t, "no more accepted", s, "Eastland", "Westland")
	decided(t, s, ds, ex)
}

// followers: what was inferred goes with what it follows from, unless somebody has judged it too.
func followers(t *testing.T, s graph.Store, _ Stories) {
	story := NewStory("doc-followers", "", "", "Norland wants and backs and needs the Canal Guild.").
		Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization)
	story.State(0, "Q9001", schema.Wants, "wants", "the Canal Guild")
	for _, cue := range []string{"wants", "backs", "needs"} { // keys sort by chance: some before the first one's
		story.State(0, "Q9001", schema.Supports, cue, "actor:canal-guild", Implied)
	}
	for i := range story.Statements[1:] {
		story.Statements[i+1].From = story.Statements[0].ID
	}
	ex := story.Extraction
	save(t, s, ex)
	ds, first := judge(t, s, nil, ex.Statements[0].ID, graph.Reject, nil)
	if n := len(holders(t, s)); n != 0 {
		t.Errorf("%d statements follow from one that was rejected", n)
	}
	ds = back(t, s, ds, first)
	for _, st := range ex.Statements[1:] {
		ds, _ = judge(t, s, ds, st.ID, graph.Accept, nil)
	}
	ds, _ = judge(t, s, ds, ex.Statements[0].ID, graph.Reject, nil)
	if n := len(holders(t, s)); n != 3 {
		t.Errorf("%d of 3 accepted statements outlive the one that they were inferred from", n)
	}
	decided(t, s, ds, ex)
}

// intoAnother: a statement that is fixed so that it says what another one says becomes one with it, and is again what
// it was when that is taken back.
func intoAnother(t *testing.T, s graph.Store, _ Stories) {
	story := NewStory("doc-two", "", "", "Norland said that it backs the Canal Guild.").
		Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization)
	story.State(0, "Q9001", schema.Supports, "backs", "actor:canal-guild").State(0, "Q9001", schema.Opposes, "backs",
		"actor:canal-guild")
	h := &story.Statements[1].Holder
	h.Text, h.Start, h.End = "it", 18, 20
	ex := story.Extraction
	save(t, s, ex)
	ds, fixed := judge(t, s, nil, ex.Statements[1].ID, graph.Fix, func(st *schema.Statement) {
		st.Type,
			st.Polarity = schema.Supports, 1
	})
	decided(t, s, ds, ex)
	if n := len(holders(t, s)); n != 1 {
		t.Errorf("%d statements say the same", n)
	}
	back(t, s, ds, fixed)
	Same(t, s, ex)
}

// movedFurther: a review follows its sentence also where a later extractor finds nothing in it, is not led astray by a
// second such sentence in which nothing is found, and can be made anew where the sentence stands now.
func movedFurther(t *testing.T, s graph.Store, _ Stories) {
	tell := func(found []int, sentences ...string) schema.Extraction {
		story := NewStory("doc-moved", "", "", sentences...).
			Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization)
		for _, i := range found {
			story.State(i, "Q9001", schema.Supports, "backs", "actor:canal-guild")
		}
		return story.Extraction
	}
	const backs = "Norland backs the Canal Guild."
	first := tell([]int{0}, backs, "It rained.")
	save(t, s, first)
	ds, _ := judge(t, s, nil, first.Statements[0].ID, graph.Fix, func(st *schema.Statement) { st.Phase = schema.Ended })
	phases := func(why string, ex schema.Extraction, want ...string) {
		t.Helper()
		state := graph.Holds
		if strings.HasPrefix(why, "twice") {
			state = graph.Waiting
		}
		stand(t, why, s, state)
		rows, err := s.Query(t.Context(), "stance-of", "Norland")
		if got := pick(rows, []string{"phase"}); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: phases %q, want %q (%v)", why, got, want, err)
		}
		decided(t, s, ds, ex)
	}
	silent := tell(nil, "It rained.", backs)
	save(t, s, silent)
	phases("moved, found no more", silent, "ended")
	if sum := save(t, s, silent); sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	guild := mergeOf("actor:canal-guild", "actor:guild", "Guild", schema.Organization)
	ds = decide(t, s, ds, guild)
	phases("moved, found no more, and another decision made", silent, "ended")
	ds = back(t, s, ds, guild)
	twice := tell([]int{0}, backs, "It rained.", backs)
	save(t, s, twice)
	phases("twice, found once", twice, "ongoing")

	later := tell([]int{1}, "It rained.", backs)
	save(t, s, later)
	phases("moved", later, "ended")
	ds, _ = judge(t, s, ds, later.Statements[0].ID, graph.Reject, nil)
	if len(ds) != 1 {
		t.Errorf("%d reviews of one statement", len(ds))
	}
	phases("moved, and rejected there", later)
	save(t, s, first)
	phases("rejected, and moved back", first)
	if _, err := s.Remove(t.Context(), "doc-moved"); err != nil {
		t.Fatal(err)
	}
	stand(t, "removed", s, graph.Away)
}

// stand fails where reviews are not listed as being in this state.
func stand(t *testing.T, why string, s graph.Store, want graph.State) {
	t.Helper()
	ds, err := s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range ds {
		if d.Review != nil && d.State != want {
			t.Errorf("%s: %q, want %q", why, d.State, want)
		}
	}
}

// begun: the beginning of an id will do where no other begins so, also for one that was rejected.
func begun(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	id := st.Border.Statements[0].ID
	for _, prefix := range []string{id, id[:12]} {
		_, d := judge(t, s, nil, prefix, graph.Reject, nil)
		if d.Review.Was.ID != id {
			t.Errorf("%q is %s", prefix, d.Review.Was.ID)
		}
	}
	for prefix, want := range map[string]string{"": "no such statement", "st:": "several", id + "x": "no such statement",
		"s%": "no such statement", "\U0010FFFF": "no such statement"} {
		if _, err := s.Judge(t.Context(), prefix, graph.Review{Verdict: graph.Reject}, nil); err == nil ||
			!strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want an error of %q", prefix, err, want)
		}
	}
}

// interrupted: a decision that was cut off, made or taken back, is completed by the same again.
func interrupted(t *testing.T, s graph.Store, _ Stories) {
	many := Corpus(160, 3, 9)
	save(t, s, many...)
	d := mergeOf(actorID(0), actorID(1), actorName(1), schema.Country)
	for _, taken := range []bool{false, true} {
		for wait := time.Millisecond; wait < 10*time.Second; wait *= 2 {
			ctx, stop := context.WithTimeout(t.Context(), wait)
			_, err := s.Decide(ctx, d, taken)
			stop()
			if err == nil {
				break
			}
			ds, err := s.Decisions(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range ds {
				if d.State != graph.Holds && !(taken && d.State == graph.Ending) {
					t.Errorf("cut off after %v: %q", wait, d.State)
				}
			}
		}
		if taken {
			Same(t, s, many...)
		} else {
			decided(t, s, graph.Decisions{d}, many...)
		}
	}
}

// decidedMany: a decision on many documents reads the statements of the edges that change a few times, however many
// documents there are.
func decidedMany(t *testing.T, s graph.Store, _ Stories) {
	const documents, statements, most = 1200, 2, 9
	many := Crowd(documents, statements, 4)
	save(t, s, many...)
	d := mergeOf(actorID(0), actorID(2), actorName(2), schema.Country)
	for _, taken := range []bool{false, true} {
		sum, err := s.Decide(t.Context(), d, taken)
		if err != nil {
			t.Fatal(err)
		}
		if sum.Nodes[graph.Document].Updated != documents {
			t.Errorf("taken back: %v, %d documents changed, want %d", taken, sum.Nodes[graph.Document].Updated, documents)
		}
		if sum.Recounted == 0 || sum.Recounted > most*documents*statements {
			t.Errorf("taken back: %v, %d statements read to compute edges anew, want at most %d times all %d", taken,
				sum.Recounted, most, documents*statements)
		}
	}
	Same(t, s, many...)
}

// nobody: an actor that only a rejected statement named is gone with it; what others say of it stays.
func nobody(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	traders := st.Markets.Statements[0]
	ds, d := judge(t, s, nil, traders.ID, graph.Reject, nil)
	decided(t, s, ds, st.All()...)
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]bool{"actor:traders": false, "Q9001": true, "actor:jon-berg": true} {
		if _, there := g.Node(graph.Ref{Label: graph.Actor, ID: id}); there != want {
			t.Errorf("actor %s is there: %v, want %v", id, there, want)
		}
	}
	back(t, s, ds, d)
	Same(t, s, st.All()...)
}

// oldIDs: who was merged is found by the id that it had, as by its names.
func oldIDs(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	ds := decide(t, s, nil, mergeOf("Q9002", "actor:canal-guild", "Canal Guild", schema.Organization))
	ds = decide(t, s, ds, mergeOf("actor:canal-guild", "Q9001", "Norland", schema.Country))
	decided(t, s, ds, st.All()...)
	want, err := s.Query(t.Context(), "stance-of", "Q9001")
	if err != nil || len(want.Values) == 0 {
		t.Fatalf("%d rows, %v", len(want.Values), err)
	}
	for _, name := range []string{"q9002", "ACTOR:canal-guild", "sudmark"} {
		rows, err := s.Query(t.Context(), "stance-of", name)
		if err != nil || fmt.Sprint(rows) != fmt.Sprint(want) {
			t.Errorf("by %q: %d rows, want %d (%v)", name, len(rows.Values), len(want.Values), err)
		}
	}
}
