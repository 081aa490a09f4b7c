package sqlite_test

import (
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// TestLoadsGrowStraight: a document costs the same whatever is in the store already, where texts differ and where all are
// copies of one. Counted is what is allocated, for each row that is read or written takes some.
func TestLoadsGrowStraight(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: loads thousands of documents")
	}
	for _, c := range []struct {
		name   string
		common int
	}{{"different texts", 0}, {"copies", 10}} {
		t.Run(c.name, func(t *testing.T) {
			const batches, size = 24, 32
			s := open(t, filepath.Join(t.TempDir(), "load.db"))
			var work []uint64 // by batch
			for batch := range slices.Chunk(graphtest.Wires(batches*size, c.common), size) {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				if _, err := s.Save(t.Context(), batch, graph.RunInfo{}); err != nil {
					t.Fatal(err)
				}
				runtime.ReadMemStats(&after)
				work = append(work, after.TotalAlloc-before.TotalAlloc)
			}
			// medians: a copy with a lower hash than all others moves the whole cluster, once in a while
			early, late := median(work[batches/4:batches/2]), median(work[batches*3/4:])
			if t.Logf("a batch allocates %d kB early, %d kB late", early>>10, late>>10); late > early*6/5 {
				t.Errorf("a batch allocates %d kB early, %d kB late", early>>10, late>>10)
			}
		})
	}
}

func median(list []uint64) uint64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}
