package sqlite_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/sqlite"
)

func TestColumnsAreTheProperties(t *testing.T) {
	s := open(t, ":memory:")
	for name, want := range sqlite.Tables() {
		got, err := s.Columns(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(got)
		want = slices.Sorted(slices.Values(want))
		if !slices.Equal(got, want) {
			t.Errorf("table %s has columns\n%q, the graph has\n%q", name, got, want)
		}
	}
}

// TestFactsReadTheirPairsOnly: the statements of one holder towards one target are found by both, not among all of either.
func TestFactsReadTheirPairsOnly(t *testing.T) {
	plans, err := open(t, ":memory:").PlansOfFacts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"statement_target_actor (targetActor=? AND holder=?)",
		"statement_target_issue (targetIssue=? AND holder=?)"} {
		if !slices.ContainsFunc(plans, func(p string) bool { return strings.Contains(p, "SEARCH st USING INDEX "+want) }) {
			t.Errorf("no search by %s in %q", want, plans)
		}
	}
	if slices.ContainsFunc(plans, func(p string) bool { return strings.HasPrefix(p, "SCAN") && !strings.HasPrefix(p, "SCAN k ") }) {
		t.Errorf("a table is read as a whole: %q", plans)
	}
}
