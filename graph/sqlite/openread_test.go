package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

func openRead(t *testing.T, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.OpenRead(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestReadersAndWriters: who reads sees what was loaded last while another program is amid a load, and a load completes
// while somebody reads.
func TestReadersAndWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shared.db")
	stories := graphtest.NewStories()
	writer := open(t, path)
	if _, err := writer.Save(t.Context(), stories.All(), graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	amid, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer amid.Close()
	amid.SetMaxOpenConns(1)
	if _, err := amid.Exec("BEGIN IMMEDIATE; DELETE FROM statement"); err != nil {
		t.Fatal(err)
	}
	reader := openRead(t, path)
	reader.Wait(t.Context(), 0)
	graphtest.Same(t, reader, stories.All()...)
	if _, err := reader.Query(t.Context(), "who-wants-what"); err != nil {
		t.Error(err)
	}
	if _, err := amid.Exec("ROLLBACK; PRAGMA busy_timeout = 0; BEGIN; SELECT * FROM statement"); err != nil {
		t.Fatal(err)
	}
	writer.Wait(t.Context(), 0)
	if _, err := writer.Save(t.Context(), graphtest.Copies(), graph.RunInfo{}); err != nil {
		t.Error("a load beside a reader: ", err)
	}
	if _, err := amid.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	graphtest.Same(t, reader, append(stories.All(), graphtest.Copies()...)...)
}

// TestReadingWritesNothing: no reading changes a file, nor may it be used for writing.
func TestReadingWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "read.db")
	before := loaded(t, path)
	s := openRead(t, path)
	graphtest.Same(t, s, graphtest.NewStories().All()...)
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := s.Save(t.Context(), graphtest.Copies(), graph.RunInfo{}); err == nil {
		t.Error("a store opened for reading can be written")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("files %v (%v), want one", files, err)
	}
}

// TestReadingMigratesNothing: a file of an older version is read as it is, or refused, and stays what it is.
func TestReadingMigratesNothing(t *testing.T) {
	for _, c := range []struct {
		version string
		want    error
	}{{"7", nil}, {"6", graph.ErrOld}, {"1", graph.ErrOld}} {
		t.Run("version "+c.version, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "old.db")
			loaded(t, path)
			execute(t, path, "PRAGMA user_version = "+c.version)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err := sqlite.OpenRead(t.Context(), path)
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			if err == nil {
				graphtest.Same(t, s, graphtest.NewStories().All()...)
				if _, err := s.Verify(t.Context()); !errors.Is(err, graph.ErrOld) {
					t.Errorf("verify: error %v, want %v", err, graph.ErrOld)
				}
				s.Close()
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

// TestReadMissing: reading makes no file.
func TestReadMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "missing.db")
	if s, err := sqlite.OpenRead(t.Context(), path); err == nil {
		s.Close()
		t.Error("no error")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("there is a file: %v", err)
	}
}

// TestHotJournal: a first write that was cut off by a power cut, with the journal that takes it back, is no damaged file.
func TestHotJournal(t *testing.T) {
	useFaults(t)
	for n := 1; n <= 6; n++ { // the calls by which a new file comes into being
		path := filepath.Join(t.TempDir(), "new.db")
		f := fault{op: "write", at: n, lost: true, forever: true}
		inject(f, func() {
			if s, err := sqlite.Open(t.Context(), path); err == nil {
				s.Close()
			}
		})
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Errorf("call %d: %v", n, err)
			continue
		}
		s.Close()
	}
}
