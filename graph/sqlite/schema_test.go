package sqlite_test

import (
	"slices"
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
