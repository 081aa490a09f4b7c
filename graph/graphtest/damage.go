package graphtest

import (
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// intact fails where the store finds damage.
func intact(t *testing.T, s graph.Store) {
	t.Helper()
	found, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(found) > 0 {
		t.Errorf("%d damages in a store that is intact, the first: %+v", len(found), found[0])
	}
}

// Damageable are documents that have something of everything.
func Damageable() []schema.Extraction {
	return append(append(NewStories().All(), Copies()...), inferring())
}

// Damaged checks a store of Damageable, with a decision, that was damaged past it: the damage is found and the document
// is named, "" for none; after a repair, and after the damaged documents were saved again, the store is whole.
func Damaged(t *testing.T, s graph.Store, document string) {
	t.Helper()
	found, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("no damage is found")
	}
	named := map[string]bool{}
	var again []string
	for _, d := range found {
		for _, id := range d.Documents {
			named[id] = true
			if !d.Derived && !slices.Contains(again, id) {
				again = append(again, id)
			}
		}
	}
	if document != "" && !named[document] {
		t.Errorf("document %s is not named: %+v", document, found)
	}
	if err := s.Repair(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	for _, ex := range Damageable() {
		if slices.Contains(again, ex.Document.ID) {
			save(t, s, ex)
		}
	}
	intact(t, s)
	ds, err := s.Decisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	decided(t, s, ds, Damageable()...)
}

// FillDamageable saves Damageable and makes a decision.
func FillDamageable(t *testing.T, s graph.Store) {
	t.Helper()
	save(t, s, Damageable()...)
	decide(t, s, nil, mergeOf("actor:mira-holm", "actor:jon-berg", "Jon Berg", schema.Person))
}
