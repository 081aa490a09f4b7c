package sqlite_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
	"github.com/stancegraph/stancegraph/schema"
)

// execute changes a file past the store, and says how many rows it changed.
func execute(t *testing.T, path, query string) int64 {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	result, err := db.Exec(query)
	if err != nil {
		t.Fatal(err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// number asks a file for a number, past the store.
func number(t *testing.T, path, query string) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// loaded makes a file that holds some documents, and gives its bytes.
func loaded(t *testing.T, path string) []byte {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	data := loaded(t, path("good"))
	spoiled := append([]byte(nil), data...)
	for i := 4096; i < len(spoiled); i++ {
		spoiled[i] = 0xAA
	}
	for name, content := range map[string][]byte{"text": []byte("a shopping list"), "cut": data[:len(data)/2],
		"stub": data[:50], "newer": data, "spoiled": spoiled} {
		if err := os.WriteFile(path(name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	execute(t, path("newer"), "PRAGMA user_version = 99")
	execute(t, path("other"), "CREATE TABLE shopping (item)")

	for _, c := range []struct{ name, want string }{
		{"text", "is not a SQLite database"},
		{"cut", "cut off"},
		{"stub", "cut off"},
		{"newer", "newer stancegraph"},
		{"other", "some other program"},
		{".", "is a folder"},
		{"no/such/folder", "does its folder exist"},
		{"spoiled", "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := sqlite.Open(t.Context(), path(c.name))
			if err == nil {
				_, err = s.Load(t.Context())
				s.Close()
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

// TestOldFile opens a file of the first version: it says what it said, and takes what came since.
func TestOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	docs := append(graphtest.NewStories().All(), graphtest.Wire("a", "One", "2031-01-01", 1, 2, 3, 4),
		graphtest.Wire("b", "Two", "2031-01-02", 1, 2, 3, 4))
	s := open(t, path)
	if _, err := s.Save(t.Context(), docs, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	execute(t, path, `DROP TABLE near; DROP TABLE band; DROP INDEX document_story;
		ALTER TABLE document DROP COLUMN story; ALTER TABLE document DROP COLUMN sketch; DROP TABLE decision;
		DROP TABLE original; ALTER TABLE statement DROP COLUMN review; DROP INDEX stance_target;
		ALTER TABLE loaded DROP COLUMN input; ALTER TABLE loaded DROP COLUMN first;
		UPDATE document SET hash = 'of before'; PRAGMA user_version = 1`)
	s = open(t, path)
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range g.Nodes {
		if n.Label == graph.Document && n.Row()["story"] != n.ID {
			t.Errorf("%s is in the cluster %q, want its own until it is read again", n.ID, n.Row()["story"])
		}
	}
	sum, err := s.Save(t.Context(), docs, graph.RunInfo{})
	if err != nil || sum.Copies != 1 {
		t.Errorf("%d copies (%v), want 1", sum.Copies, err)
	}
	graphtest.Same(t, s, docs...)
}

// TestMigration: a file with statement ids of before gets those of today.
func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	open := func(t *testing.T) graph.Store {
		t.Helper()
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	graphtest.Migration(t, open, func(t *testing.T) { execute(t, path, "PRAGMA user_version = 6") })
}

// TestOldClusters opens a file whose clusters have the ids of their first documents, in an index without clusters, and
// whose hashes are no checksums of what is there.
func TestOldClusters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	docs := append(graphtest.Copies(), graphtest.NewStories().All()...)
	s := open(t, path)
	if _, err := s.Save(t.Context(), docs, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	execute(t, path, `UPDATE document SET story = 'wire-agency' WHERE id IN ('wire-agency', 'wire-gazette', 'wire-herald');
		DELETE FROM near;
		INSERT INTO near VALUES ('wire-gazette', 'wire-agency', 0.92), ('wire-herald', 'wire-agency', 0.97);
		CREATE TABLE old (key INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
		INSERT INTO old SELECT key, document FROM band;
		DROP TABLE band; ALTER TABLE old RENAME TO band; UPDATE document SET hash = 'by another rule';
		PRAGMA user_version = 7`)
	s = open(t, path)
	graphtest.Same(t, s, docs...)
	more := graphtest.Wire("later", "Late Post", "2031-05-09", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	if sum, err := s.Save(t.Context(), []schema.Extraction{more}, graph.RunInfo{}); err != nil || sum.Copies != 1 {
		t.Errorf("%d copies (%v), want 1", sum.Copies, err)
	}
	graphtest.Same(t, s, append(docs, more)...)
	if found, err := s.Verify(t.Context()); len(found) > 0 || err != nil {
		t.Errorf("damage: %v, %v", found, err)
	}
}

// TestWrongTypes: a column that holds another type than the graph's property is an error that names both, where the
// graph is read and where a document is replaced.
func TestWrongTypes(t *testing.T) {
	for _, c := range []struct{ spoil, want string }{
		{"UPDATE statement SET confidence = 'high'", "Statement .* property confidence is of type string, not float"},
		{"UPDATE statement SET negated = 2", "Statement .* property negated is of type int64, not bool"},
		{"UPDATE document SET asserts = 'no list'", "Document .* property asserts is of type string, not strings"},
		{"UPDATE sentence SET start = 'soon'", "Sentence .* property start is of type string, not int"},
		{"UPDATE statement SET holderStart = 0.5", "HOLDER .* property start is of type float64, not int"},
		{"UPDATE about SET sign = x'00'", "ABOUT .* property sign is of type .*uint8, not int"},
		{"UPDATE stance SET n = 'many'", "property n is of type string, not int"},
	} {
		t.Run(c.spoil, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "wrong.db")
			loaded(t, path)
			execute(t, path, c.spoil)
			s := open(t, path)
			_, err := s.Load(t.Context())
			if err == nil || !regexp.MustCompile(c.want).MatchString(err.Error()) {
				t.Errorf("load: error %v, want one of %q", err, c.want)
			}
			_, err = s.Save(t.Context(), []schema.Extraction{graphtest.NewStories().BorderLater}, graph.RunInfo{})
			if err == nil {
				t.Error("save: no error")
			}
		})
	}
}

// TestFull gives the file a limit. What was loaded before is kept, and with room the load completes.
func TestFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "full.db")
	s := open(t, path)
	first, rest := graphtest.Corpus(20, 5, 1), graphtest.Corpus(400, 5, 2)
	if _, err := s.Save(t.Context(), first, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	if err := s.LimitPages(t.Context(), 200); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), rest, graph.RunInfo{}); err == nil || !strings.Contains(err.Error(), "no room left") {
		t.Errorf("error %v, want one of no room left", err)
	}
	graphtest.Same(t, s, first...)
	if err := s.LimitPages(t.Context(), 1<<30); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), rest, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	graphtest.Same(t, s, append(first, rest...)...)
}

// TestTwoWriters loads overlapping documents from two sides at once.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "two.db")
	stores := []*sqlite.Store{open(t, path), open(t, path)}
	docs := graphtest.Corpus(60, 5, 4)
	parts := [2][]int{{0, 40}, {20, 60}}
	var wait sync.WaitGroup
	for i, s := range stores {
		wait.Go(func() {
			for at := parts[i][0]; at < parts[i][1]; at += 5 {
				if _, err := s.Save(context.Background(), docs[at:at+5], graph.RunInfo{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	graphtest.Same(t, stores[0], docs...)
}

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "locked.db")
	s := open(t, path)
	s.Wait(t.Context(), 50)
	other, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err == nil ||
		!strings.Contains(err.Error(), "another program") {
		t.Errorf("error %v, want one of another program", err)
	}
	if _, err := other.Exec("ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
		t.Error(err)
	}
}

// Many programs that open a new file at once all get it: none is told that it is busy.
func TestOpenAtOnce(t *testing.T) {
	for range 20 {
		path := filepath.Join(t.TempDir(), "new.sqlite")
		opened := make(chan error)
		const many = 8
		for range many {
			go func() {
				s, err := sqlite.Open(context.Background(), path)
				if err == nil {
					err = s.Close()
				}
				opened <- err
			}()
		}
		for range many {
			if err := <-opened; err != nil {
				t.Error(err)
			}
		}
	}
}
