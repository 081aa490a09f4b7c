package sqlite_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// BenchmarkLoad loads 100,000 statements of 10,000 documents into a new file, then again, and removes one document.
// Run it with -benchtime 1x.
func BenchmarkLoad(b *testing.B) {
	corpus := graphtest.Corpus(10_000, 10, 1)
	for b.Loop() {
		s := open(b, filepath.Join(b.TempDir(), "bench.db"))
		step := func(unit string, do func() error) {
			start := time.Now()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(time.Since(start).Seconds(), unit)
		}
		save := func() error { _, err := s.Save(b.Context(), corpus, graph.RunInfo{}); return err }
		step("load-s", save)
		step("again-s", save)
		step("remove-s", func() error { _, err := s.Remove(b.Context(), corpus[7].Document.ID); return err })
		step("stance-of-s", func() error { _, err := s.Query(b.Context(), "stance-of", "Actor 20"); return err })
		step("disagreements-s", func() error { _, err := s.Query(b.Context(), "disagreements", "Actor 0", "Actor 1"); return err })
		step("over-time-s", func() error { _, err := s.Query(b.Context(), "stance-over-time", "Actor 0", "Actor 1"); return err })
		step("top-actors-s", func() error { _, err := s.Query(b.Context(), "top-actors"); return err })
		step("who-supports-s", func() error { _, err := s.Query(b.Context(), "who-supports-whom"); return err })
	}
}
