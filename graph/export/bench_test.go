package export_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// BenchmarkImport takes 100,000 statements from a SQLite file into a Neo4j of its own by export and neo4j-admin import,
// and loads the same by MERGE into the same server. Run it with -benchtime 1x and NEO4J_HEAP=1g.
func BenchmarkImport(b *testing.B) {
	if os.Getenv("NEO4J_HEAP") == "" {
		b.Skip("runs a server of its own: NEO4J_HEAP=1g go test -bench Import -benchtime 1x")
	}
	for b.Loop() {
		corpus := graphtest.Corpus(10_000, 10, 1)
		file, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "big.sqlite"))
		if err != nil {
			b.Fatal(err)
		}
		defer file.Close()
		seconds := map[string]float64{}
		step := func(name string, do func() error) {
			start := time.Now()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			seconds[name] = time.Since(start).Seconds()
			b.ReportMetric(seconds[name], name+"-s")
		}
		step("sqlite", func() error { _, err := file.Save(b.Context(), corpus, graph.RunInfo{}); return err })
		s, dir := server{home: b.TempDir()}, filepath.Join(b.TempDir(), "import")
		step("export", func() error {
			g, err := file.Load(b.Context())
			if err != nil {
				return err
			}
			l, err := file.Ledger(b.Context())
			if err != nil {
				return err
			}
			return export.Admin(dir, g, l)
		})
		step("import", func() error { s.script(b, "", "import", dir); return nil })
		up := s.script(b, "", "up", "--free-ports")
		defer s.script(b, "", "down")
		store, err := neo4j.Open(b.Context(), neo4j.Config{URI: regexp.MustCompile(`bolt://\S+`).FindString(up),
			Username: "neo4j", Password: password})
		if err != nil {
			b.Fatal(err)
		}
		defer store.Close()
		step("again", func() error { _, err := store.Save(b.Context(), corpus, graph.RunInfo{}); return err })
		if err := store.Clear(b.Context()); err != nil {
			b.Fatal(err)
		}
		step("merge", func() error { _, err := store.Save(b.Context(), corpus, graph.RunInfo{}); return err })
		b.ReportMetric((seconds["export"]+seconds["import"])/seconds["merge"], "import/merge")
	}
}
