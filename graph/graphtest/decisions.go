package graphtest

import (
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

// decided fails where the store does not hold exactly the graph of these documents by these decisions, or not
// these decisions.
func decided(t *testing.T, s graph.Store, ds graph.Decisions, documents ...schema.Extraction) {
	t.Helper()
	b := graph.Builder{Decisions: ds}
	for _, ex := range documents {
		if err := b.Add(ex); err != nil {
			t.Fatal(err)
		}
	}
	want, err := b.Graph()
	if err != nil {
		t.Fatal(err)
	}
	holds(t, s, want, fmt.Sprintf("the graph of the %d documents by the %d decisions", len(documents), len(ds)))
	kept, err := s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != len(ds) {
		t.Errorf("%d decisions are kept, want %d", len(kept), len(ds))
	}
}

// decide makes a decision and gives all that are made then.
func decide(t *testing.T, s graph.Store, ds graph.Decisions, d graph.Decision) graph.Decisions {
	t.Helper()
	if _, err := s.Decide(t.Context(), d, false); err != nil {
		t.Fatalf("decide %s: %v", d.Key(), err)
	}
	ds, err := ds.With(d)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

func back(t *testing.T, s graph.Store, ds graph.Decisions, d graph.Decision) graph.Decisions {
	t.Helper()
	if _, err := s.Decide(t.Context(), d, true); err != nil {
		t.Fatalf("take back %s: %v", d.Key(), err)
	}
	return ds.Without(d.Key())
}

func mergeOf(from, into, name string, kind schema.Kind) graph.Decision {
	return graph.Decision{Merge: &graph.Merge{From: from, Into: into, Name: name, Kind: string(kind)}}
}

// merges: two actors become one in what is loaded and in what is loaded later, until that is taken back.
func merges(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.Border, st.Summit)
	berg := mergeOf("actor:mira-holm", "actor:jon-berg", "Jon Berg", schema.Person)
	ds := decide(t, s, nil, berg)
	decided(t, s, ds, st.Border, st.Summit)
	if g, err := s.Load(t.Context()); err != nil {
		t.Fatal(err)
	} else if n, ok := g.Node(graph.Ref{Label: graph.Actor, ID: "actor:jon-berg"}); !ok ||
		!strings.Contains(fmt.Sprint(n.Row()["aliases"]), "Mira Holm") {
		t.Errorf("who was merged is no alias: %v", n.Row())
	} else if _, ok := g.Node(graph.Ref{Label: graph.Actor, ID: "actor:mira-holm"}); ok {
		t.Error("who was merged is still there")
	}
	if rows, err := s.Query(t.Context(), "said-by", "mira holm"); err != nil || len(rows.Values) == 0 ||
		rows.Values[0][7] != "Jon Berg" {
		t.Errorf("by the old name: %v, %v", rows, err)
	}
	if sum := save(t, s, st.Border, st.Summit); sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	if sum, err := s.Decide(t.Context(), berg, false); err != nil || sum.Changed() {
		t.Errorf("the same decision again: %+v, %v", sum, err)
	}
	save(t, s, st.Markets) // later ones
	south := mergeOf("Q9002", "Q9001", "Norland", schema.Country)
	ds = decide(t, s, ds, south) // holder and target become one
	decided(t, s, ds, st.All()...)
	save(t, s, st.BorderLater)
	decided(t, s, ds, st.BorderLater, st.Summit, st.Markets)
	if _, err := s.Remove(t.Context(), "border"); err != nil {
		t.Fatal(err)
	}
	decided(t, s, ds, st.Summit, st.Markets)
	save(t, s, st.Border)
	decided(t, s, ds, st.All()...)
	ds = back(t, s, ds, south)
	decided(t, s, ds, st.All()...)
	ds = back(t, s, ds, berg)
	Same(t, s, st.All()...)
	if _, err := s.Decide(t.Context(), berg, true); !errors.Is(err, graph.ErrNoDecision) {
		t.Errorf("taking back what was not decided: %v", err)
	}
	decided(t, s, ds, st.All()...)
}

// chains of merges end at the last actor, in whatever order they were made; circles are refused.
func chains(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	ab := mergeOf("Q9002", "actor:canal-guild", "Canal Guild", schema.Organization)
	bc := mergeOf("actor:canal-guild", "Q9001", "Norland", schema.Country)
	ds := decide(t, s, nil, ab)
	ds = decide(t, s, ds, bc)
	decided(t, s, ds, st.All()...)
	for _, d := range []graph.Decision{mergeOf("Q9001", "Q9002", "Sudmark", ""),
		mergeOf("Q9001", "Q9001", "Norland", "")} {
		if _, err := s.Decide(t.Context(), d, false); err == nil {
			t.Errorf("a circle was made: %+v", d.Merge)
		}
	}
	decided(t, s, ds, st.All()...)
	ds = back(t, s, ds, ab)
	decided(t, s, ds, st.All()...)
	ds = back(t, s, ds, bc)
	ds = decide(t, s, ds, bc)
	ds = decide(t, s, ds, ab)
	decided(t, s, ds, st.All()...)
	hostile := Hostile() // and names that would end a query
	save(t, s, hostile)
	for _, a := range hostile.Actors[1:] {
		if !strings.Contains(a.ID+a.Name, "\xff") {
			ds = decide(t, s, ds, mergeOf(a.ID, hostile.Actors[0].ID, hostile.Actors[0].Name, hostile.Actors[0].Kind))
		}
	}
	decided(t, s, ds, append(st.All(), hostile)...)
}

// judge reviews the statement of a document by number.
func judge(t *testing.T, s graph.Store, ds graph.Decisions, statement, verdict string,
	edit func(*schema.Statement)) (graph.Decisions, graph.Decision) {
	t.Helper()
	var change func(*schema.Statement) error
	if edit != nil {
		change = func(st *schema.Statement) error { edit(st); return nil }
	}
	d, err := s.Judge(t.Context(), statement, graph.Review{Verdict: verdict, By: "a reader"}, change)
	if err != nil {
		t.Fatal(err)
	}
	return decide(t, s, ds, d), d
}

// reviews: what a person judged outlives what a later extractor finds.
func reviews(t *testing.T, s graph.Store, st Stories) {
	save(t, s, st.All()...)
	border := st.Border.Statements
	ds, accepted := judge(t, s, nil, border[5].ID, graph.Accept, nil) // the one that BorderLater lacks
	ds, rejected := judge(t, s, ds, border[0].ID, graph.Reject, nil)
	ds, fixed := judge(t, s, ds, border[3].ID, graph.Fix, func(st *schema.Statement) {
		st.Type, st.Polarity = schema.Supports, 1
		st.Holder = schema.ActorRef{ID: "actor:traders", Name: "Traders", Kind: schema.Group}
	})
	decided(t, s, ds, st.All()...)
	look := func(why, id string, there bool) {
		t.Helper()
		rows, err := s.Query(t.Context(), "evidence", id)
		if err != nil || (len(rows.Values) == 1) != there {
			t.Errorf("%s: %d rows, %v", why, len(rows.Values), err)
		}
	}
	look("accepted", border[5].ID, true)
	look("rejected", border[0].ID, false)
	look("fixed, as it was", border[3].ID, false)
	look("fixed, as it is", fixed.Review.Is.ID, true)
	if sum := save(t, s, st.All()...); sum.Changed() {
		t.Errorf("the second load changed something: %+v", sum)
	}
	save(t, s, st.BorderLater)
	later := []schema.Extraction{st.BorderLater, st.Summit, st.Markets}
	decided(t, s, ds, later...)
	look("accepted, and found no more", border[5].ID, true)
	look("rejected, and found again", border[0].ID, false)
	if _, err := s.Remove(t.Context(), "border"); err != nil {
		t.Fatal(err)
	}
	decided(t, s, ds, later[1:]...)
	save(t, s, st.BorderLater)
	decided(t, s, ds, later...)

	// a second verdict replaces the first, by either id
	ds, _ = judge(t, s, ds, fixed.Review.Is.ID, graph.Reject, nil)
	decided(t, s, ds, later...)
	ds, fixed = judge(t, s, ds, border[3].ID, graph.Accept, nil)
	decided(t, s, ds, later...)
	look("fixed, and then accepted as it was", border[3].ID, true)

	for _, d := range []graph.Decision{accepted, rejected, fixed} {
		ds = back(t, s, ds, d)
	}
	Same(t, s, later...)
	if _, err := s.Judge(t.Context(), "st:none", graph.Review{Verdict: graph.Reject}, nil); !errors.Is(err,
		graph.ErrNoStatement) {
		t.Errorf("a statement that is not there: %v", err)
	}
}

// moved: where the text has changed a review follows its sentence, and waits where the sentence is gone or not one.
func moved(t *testing.T, s graph.Store, _ Stories) {
	tell := func(sentences ...string) schema.Extraction {
		story := NewStory("doc-moved", "The Lantern", "2031-03-05", sentences...).
			Actor("Q9001", "Norland", schema.Country).Actor("actor:canal-guild", "Canal Guild", schema.Organization)
		for i, text := range sentences {
			if strings.HasPrefix(text, "Norland") {
				story.State(i, "Q9001", schema.Supports, "backs", "actor:canal-guild")
			}
		}
		return story.Extraction
	}
	first := tell("Norland backs the Canal Guild.", "It rained.")
	save(t, s, first)
	ds, _ := judge(t, s, nil, first.Statements[0].ID, graph.Fix, func(st *schema.Statement) { st.Phase = schema.Ended })
	for _, c := range []struct {
		why    string
		ex     schema.Extraction
		phases []string
	}{
		{"as it was", first, []string{"ended"}},
		{"later in the text", tell("It rained.", "It rained again.", "Norland backs the Canal Guild."), []string{"ended"}},
		{"twice", tell("Norland backs the Canal Guild.", "It rained.", "Norland backs the Canal Guild."),
			[]string{"ongoing", "ongoing"}},
		{"other words", tell("Norland quietly backs the Canal Guild."), []string{"ongoing"}},
		{"gone", tell("It rained."), nil},
		{"as it was, again", first, []string{"ended"}},
	} {
		save(t, s, c.ex)
		decided(t, s, ds, c.ex)
		rows, err := s.Query(t.Context(), "stance-of", "Norland")
		if got := pick(rows, []string{"phase"}); err != nil || !slices.Equal(got, c.phases) {
			t.Errorf("%s: phases %q, want %q (%v)", c.why, got, c.phases, err)
		}
	}
}

// noted: what documents were made from outlives decisions, and a run is none.
func noted(t *testing.T, s graph.Store, st Stories) {
	if _, err := s.Save(t.Context(), st.All(), graph.RunInfo{ID: "run:one", At: time.Unix(0, 0),
		Inputs: map[string]string{"border": "a", "summit": "b"}}); err != nil {
		t.Fatal(err)
	}
	ds := decide(t, s, nil, mergeOf("actor:mira-holm", "Q9001", "Norland", schema.Country))
	decided(t, s, ds, st.All()...)
	if got, err := s.Inputs(t.Context(), []string{"border", "summit"}); err != nil ||
		!maps.Equal(got, map[string]string{"border": "a", "summit": "b"}) {
		t.Errorf("inputs: %v, %v", got, err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Nodes[graph.Run] != 1 {
		t.Errorf("runs: %v, %v", stats.Nodes, err)
	}
}

// decidedWalk loads, replaces, removes, decides and takes back by chance.
func decidedWalk(t *testing.T, s graph.Store, _ Stories) {
	random := rand.New(rand.NewPCG(5, 8))
	versions := [][]schema.Extraction{Crowd(5, 5, 1), Crowd(5, 5, 2)}
	there := map[int]schema.Extraction{}
	var ds graph.Decisions
	for range 40 {
		i := random.IntN(5)
		ex, loaded := there[i]
		switch n := random.IntN(10); {
		case n < 4 || !loaded:
			there[i] = versions[random.IntN(2)][i]
			save(t, s, there[i])
		case n < 5:
			if _, err := s.Remove(t.Context(), ex.Document.ID); err != nil {
				t.Fatal(err)
			}
			delete(there, i)
		case n < 6:
			from, into := random.Uint64N(3), random.Uint64N(3)
			d := mergeOf(actorID(from), actorID(into), actorName(into), schema.Country)
			if _, err := ds.With(d); err == nil {
				ds = decide(t, s, ds, d)
			} else if _, err := s.Decide(t.Context(), d, false); err == nil {
				t.Fatal("a circle was made")
			}
		case n < 7 && len(ds) > 0:
			ds = back(t, s, ds, ds[random.IntN(len(ds))])
		default:
			g, err := s.Load(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, node := range g.Nodes {
				if node.Label == graph.Statement {
					ids = append(ids, node.ID)
				}
			}
			if len(ids) == 0 {
				continue
			}
			id, verdict := ids[random.IntN(len(ids))], []string{graph.Accept, graph.Reject, graph.Fix}[random.IntN(3)]
			ds, _ = judge(t, s, ds, id, verdict, func(st *schema.Statement) {
				if verdict == graph.Fix {
					st.Negated, st.Polarity = !st.Negated, -st.Polarity
				}
			})
		}
		decided(t, s, ds, slices.Collect(maps.Values(there))...)
		if t.Failed() {
			return
		}
	}
	if len(ds) < 3 {
		t.Errorf("only %d decisions at the end", len(ds))
	}
}
