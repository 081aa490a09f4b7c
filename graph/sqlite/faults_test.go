package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"

	sqlite3 "modernc.org/sqlite/lib"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
	"github.com/stancegraph/stancegraph/schema"
)

// smallLoad opens a store and loads documents in two transactions; it gives the first error.
func smallLoad(t *testing.T, path string, docs []schema.Extraction) error {
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		return err
	}
	for i, batch := range [][]schema.Extraction{docs[:len(docs)/2], docs[len(docs)/2:]} {
		if _, err := s.Save(t.Context(), batch, graph.RunInfo{ID: fmt.Sprint("run:", i)}); err != nil {
			s.Close()
			return err
		}
	}
	return s.Close()
}

func held(t *testing.T, path string) *graph.Graph {
	t.Helper()
	s := openRead(t, path)
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("damage: %v (%v)", found, err)
	}
	return g
}

// TestFaults lets the n-th call of the file system fail, for each n of a small load (with -short, for a few). Each such
// load ends with an error, or held all that it should, or was cut off by a power cut; the same load again completes the
// store, which is then that of a load that nothing disturbed.
func TestFaults(t *testing.T) {
	useFaults(t)
	docs := []schema.Extraction{graphtest.NewStories().Border, graphtest.Wire("wire", "One", "2031-01-01", 1, 2)}
	calm := filepath.Join(t.TempDir(), "calm.db")
	if err := smallLoad(t, calm, docs); err != nil {
		t.Fatal(err)
	}
	want := held(t, calm)
	for _, f := range []fault{
		{op: "write", code: sqlite3.SQLITE_IOERR_WRITE},
		{op: "write", code: sqlite3.SQLITE_IOERR_WRITE, forever: true},
		{op: "write", code: sqlite3.SQLITE_FULL},
		{op: "write", code: sqlite3.SQLITE_FULL, forever: true},
		{op: "write", lost: true},
		{op: "write", lost: true, forever: true},
		{op: "sync", code: sqlite3.SQLITE_IOERR_FSYNC},
		{op: "sync", code: sqlite3.SQLITE_IOERR_FSYNC, forever: true},
		{op: "read", code: sqlite3.SQLITE_IOERR_READ},
		{op: "read", code: sqlite3.SQLITE_IOERR_READ, forever: true},
	} {
		t.Run(f.String(), func(t *testing.T) {
			all, _ := inject(fault{op: f.op}, func() {
				if err := smallLoad(t, filepath.Join(t.TempDir(), "count.db"), docs); err != nil {
					t.Fatal(err)
				}
			})
			step, runs, failed := 1, 0, 0
			if testing.Short() {
				step = max(1, all/10)
			}
			for f.at = 1; f.at <= all; f.at += step {
				runs++
				if faultyLoad(t, f, docs, want) {
					failed++
				}
			}
			t.Logf("%d calls in the load, %d runs, %d of them ended with an error", all, runs, failed)
		})
	}
}

// faultyLoad loads with a fault into a new store, and again without, and says whether the first load failed.
func faultyLoad(t *testing.T, f fault, docs []schema.Extraction, want *graph.Graph) (failed bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s.db")
	var err error
	if _, reached := inject(f, func() { err = smallLoad(t, path, docs) }); !reached {
		t.Errorf("call %d: the load has fewer", f.at)
	}
	if err == nil && !f.lost {
		if d := graph.Diff(want, held(t, path), 3); len(d) > 0 {
			t.Errorf("call %d: no error, but the store differs: %v", f.at, d)
		}
	}
	if err := smallLoad(t, path, docs); err != nil {
		t.Errorf("call %d: the same load again: %v", f.at, err)
	} else if d := graph.Diff(want, held(t, path), 3); len(d) > 0 {
		t.Errorf("call %d: completed, the store differs: %v", f.at, d)
	}
	return err != nil
}
