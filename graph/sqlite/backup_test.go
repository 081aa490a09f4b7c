package sqlite_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
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

// TestBackupBeforeMigration: a file that is migrated is copied before, as it is; one that is not is not.
func TestBackupBeforeMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	loaded(t, path)
	copied := sqlite.BackupName(path, 6)
	if _, err := os.Stat(copied); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("a new file was copied: %v", err)
	}
	execute(t, path, "UPDATE document SET title = 'as it was'; PRAGMA user_version = 6")
	if err := os.WriteFile(copied, []byte("of a migration that was cut off"), 0o600); err != nil {
		t.Fatal(err)
	}
	var said []string
	for range 2 {
		s, err := sqlite.Open(t.Context(), path, sqlite.Options{Say: func(text string) { said = append(said, text) }})
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	if len(said) != 1 || !strings.Contains(said[0], copied) {
		t.Errorf("said %q, want one line with %s", said, copied)
	}
	if v := number(t, copied, "PRAGMA user_version"); v != 6 {
		t.Errorf("the copy has version %d, want 6", v)
	}
	if n := number(t, copied, "SELECT count(*) FROM document WHERE title = 'as it was'"); n == 0 {
		t.Error("the copy does not hold what the file held")
	}
}

// TestNoBackupNoMigration: a file that cannot be copied is not migrated.
func TestNoBackupNoMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	loaded(t, path)
	execute(t, path, "PRAGMA user_version = 6")
	if err := os.MkdirAll(filepath.Join(sqlite.BackupName(path, 6)+".part", "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if s, err := sqlite.Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "has to be migrated") {
		t.Errorf("error %v", err)
		s.Close()
	}
	if v := number(t, path, "PRAGMA user_version"); v != 6 {
		t.Errorf("the file has version %d, want 6", v)
	}
}
