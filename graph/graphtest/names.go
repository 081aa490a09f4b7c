package graphtest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Names is the graph.Namer with which stores are opened to be tested: a small table.
type Names struct{}

// Others implements graph.Namer.
func (Names) Others(name string) ([]string, error) {
	return map[string][]string{"nl": {"Q9001", "Norland"}, "q9001": {"Q9001", "Norland"}, "guild": {"actor:canal-guild"},
		"hq": {"Q9001", "Q9002"}}[graph.Fold(name)], nil
}

// Base implements graph.Namer.
func (Names) Base(words string) (string, error) {
	return map[string]string{"the buffer zones": "buffer zone", "the zones": "zone", "a buffer zone": "buffer zone",
		"the foreign minister": "foreign minister"}[words], nil
}

// longForms has every actor and issue by one name only.
func longForms() schema.Extraction {
	s := NewStory("doc-long-forms", "Harbour Post", "2031-05-05", "Norland wants a buffer zone.",
		"Sudmark rejects a wide buffer zone, Mira Holm said.", "Sudmark opposes the Canal Guild.").
		Actor("Q9001", "Norland", schema.Country).Actor("Q9002", "Sudmark", schema.Country).
		Actor("actor:canal-guild", "Canal Guild", schema.Organization).
		Actor("actor:mira-holm", "Mira Holm", schema.Person).Affiliate("actor:mira-holm", "Q9001", "Foreign Minister")
	s.State(0, "Q9001", schema.Wants, "wants", "buffer zone").
		State(1, "Q9002", schema.Rejects, "rejects", "wide buffer zone", s.By(1, "actor:mira-holm")).
		State(2, "Q9002", schema.Opposes, "opposes", "actor:canal-guild")
	return s.Extraction
}

// otherNames: actors and issues are found by names that no document used, by base forms, roles and words in a row, and
// only where nothing is called so exactly.
func otherNames(t *testing.T, s graph.Store, _ Stories) {
	save(t, s, longForms())
	answers(t, s, otherNamesAsks(), map[string]bool{})
	ruled := NewStory("doc-zone", "", "", "Norland wants a zone.").Actor("Q9001", "Norland", schema.Country).
		State(0, "Q9001", schema.Wants, "wants", "zone")
	save(t, s, ruled.Extraction)
	answers(t, s, []Ask{{"who-is", []string{"zone"}, []string{"id"}, []string{"issue:zone"}}}, map[string]bool{})
	all := []graph.Called{
		{Ref: graph.Ref{Label: graph.Actor, ID: "Q9001"}, Kind: "Country", Name: "Norland", Names: []string{"norland", "q9001"}},
		{Ref: graph.Ref{Label: graph.Actor, ID: "actor:mira-holm"}, Kind: "Person", Name: "Mira Holm",
			Names: []string{"actor:mira-holm", "mira holm"}, Roles: []string{"Foreign Minister"}},
		{Ref: graph.Ref{Label: graph.Source, ID: "source:harbour-post"}, Name: "Harbour Post",
			Names: []string{"harbour post", "source:harbour-post"}},
	}
	names := []string{"norland", "mira holm", "harbour post", "nobody"}
	called, err := s.Called(t.Context(), names, graph.Source, graph.Actor)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(all, called, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("called %q (-want +got):\n%s", names, d)
	}
	if called, err = s.Called(t.Context(), nil, graph.Issue, graph.Actor, graph.Source); err != nil || len(called) != 8 {
		t.Errorf("%d are called something (%v), want 8", len(called), err)
	}
	if called, err = s.Called(t.Context(), []string{}, graph.Issue); err != nil || len(called) != 0 {
		t.Errorf("%d are called by no name (%v), want 0", len(called), err)
	}
	if _, err := s.Called(t.Context(), nil, "Actor) DETACH DELETE (n"); err == nil {
		t.Error("a label that does not exist was asked for")
	}
}

func otherNamesAsks() []Ask {
	id, stance := []string{"id"}, []string{"holder", "stance", "target"}
	zones := []string{"issue:buffer-zone", "issue:wide-buffer-zone"}
	norland, sudmark := []string{"Norland | WANTS | buffer zone"}, []string{"Sudmark | REJECTS | wide buffer zone"}
	return []Ask{
		{"stance-of", []string{"NL"}, stance, norland},
		{"stance-of", []string{"q9001"}, stance, norland},
		{"stance-of", []string{"HQ"}, stance, []string{"Norland | WANTS | buffer zone", "Sudmark | OPPOSES | Canal Guild",
			"Sudmark | REJECTS | wide buffer zone"}},
		{"stance-of", []string{"no other name"}, stance, nil},
		{"stance-over-time", []string{"Sudmark", "Guild"}, stance, []string{"Sudmark | OPPOSES | Canal Guild"}},
		{"stance-over-time", []string{"NL", "the buffer zones"}, stance, norland},
		{"stance-over-time", []string{"NL", "zone"}, stance, norland},
		{"stance-over-time", []string{"Sudmark", "the zones"}, stance, sudmark},
		{"stance-over-time", []string{"Sudmark", "a buffer zone"}, stance, nil}, // another one is called so
		{"said-by", []string{"holm"}, stance, sudmark},
		{"said-by", []string{"the foreign minister"}, stance, sudmark},
		{"outlet-says", []string{"harbour", "NL"}, stance, norland},
		{"outlet-says", []string{"harbour post"}, stance, slices.Concat(norland, sudmark, []string{"Sudmark | OPPOSES | Canal Guild"})},
		{"positions", []string{"NL"}, []string{"actor", "agree"}, []string{"Norland | 1"}},
		{"flips", []string{"NL"}, stance, nil},
		{"who-quotes-whom", []string{"foreign minister"}, []string{"sayer"}, []string{"Mira Holm"}},
		{"disagreements", []string{"NL", "sud"}, stance, nil}, // a part of a word is no word
		{"who-is", []string{"buffer zone"}, id, zones[:1]},
		{"who-is", []string{"zone"}, id, zones},
		{"who-is", []string{"zon"}, id, nil},
		{"who-is", []string{"issue"}, id, nil}, // a part of ids, not of names
		{"who-is", []string{"actor"}, id, nil},
		{"who-is", []string{""}, id, nil},
		{"who-is", []string{"?!"}, id, nil},
	}
}
