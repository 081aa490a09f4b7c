package sqlite_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkLoad loads statements, ten a document, into a new file, then again, removes one document, and asks.
// Run it with -benchtime 1x, and with -bench Load/100000 for the large corpus alone.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { load(b, graphtest.Corpus(n/10, 10, 1)) })
	}
}

func load(b *testing.B, corpus []schema.Extraction) {
	for b.Loop() {
		s := open(b, filepath.Join(b.TempDir(), "bench.db"))
		step := func(unit string, do func() error) {
			start := time.Now()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(time.Since(start).Seconds(), unit)
		}
		save := func() error {
			_, err := s.Save(b.Context(), corpus, graph.RunInfo{ID: "run:bench", At: time.Unix(0, 0)})
			return err
		}
		step("load-s", save)
		step("again-s", save)
		step("remove-s", func() error { _, err := s.Remove(b.Context(), corpus[7].Document.ID); return err })
		graphtest.TimeQuestions(b, s)
	}
}

// BenchmarkCopies loads near-copies of one report, and as many different ones, as ingest does. Run it with
// -benchtime 1x.
func BenchmarkCopies(b *testing.B) {
	for _, n := range []int{512, 2560, 10_000} {
		for _, c := range []struct {
			what   string
			common int
		}{{"different", 0}, {"copies", 10}} {
			b.Run(fmt.Sprintf("%d %s", n, c.what), func(b *testing.B) {
				for b.Loop() {
					s := open(b, filepath.Join(b.TempDir(), "bench.db"))
					compared := 0
					for batch := range slices.Chunk(graphtest.Wires(n, c.common), 64) {
						sum, err := s.Save(b.Context(), batch, graph.RunInfo{})
						if err != nil {
							b.Fatal(err)
						}
						compared += sum.Compared
					}
					b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(n), "ms/document")
					b.ReportMetric(float64(compared)/float64(n), "compared/document")
				}
			})
		}
	}
}
