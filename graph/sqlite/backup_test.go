package sqlite_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// TestBackup: a backup, made while others load and read, is a store with all that was loaded, and replaces no file.
func TestBackup(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "store.db"), filepath.Join(dir, "odd name's ?#% ü.db")
	writer := open(t, path)
	graphtest.FillDamageable(t, writer)
	if err := os.WriteFile(backup+".part", []byte("cut off"), 0o600); err != nil {
		t.Fatal(err)
	}
	reader := openRead(t, path)
	if err := reader.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := reader.Backup(t.Context(), backup); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second backup: error %v, want %v", err, fs.ErrExist)
	}
	want, err := writer.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, backup)
	got, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if d := graph.Diff(want, got, 3); len(d) > 0 {
		t.Errorf("the backup differs: %v", d)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("damage: %v (%v)", found, err)
	}
	if ds, err := s.Decisions(t.Context()); err != nil || len(ds) != 1 {
		t.Errorf("%d decisions (%v), want 1", len(ds), err)
	}
	if _, err := os.Stat(backup + ".part"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a part is left: %v", err)
	}
}
