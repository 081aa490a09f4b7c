package sqlite_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// damageable makes a file that holds graphtest.Damageable, and gives its bytes.
func damageable(t *testing.T, path string) []byte {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.FillDamageable(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestDamagedRows changes a file past the store: each change is found and repaired.
func TestDamagedRows(t *testing.T) {
	dir := t.TempDir()
	data := damageable(t, filepath.Join(dir, "whole.db"))
	const border = "(SELECT id FROM sentence WHERE document = 'border')"
	const first = "(SELECT min(id) FROM statement WHERE sentence IN " + border + ")"
	for _, c := range []struct{ what, query, document string }{
		{"a sentence", `UPDATE sentence SET text = replace(text, 'a', 'e') WHERE document = 'border'`, "border"},
		{"a place", `UPDATE sentence SET start = start + 1 WHERE document = 'border' AND "index" = 0`, "border"},
		{"a turn", "UPDATE turn SET speaker = 'Nobody' WHERE document = 'border'", "border"},
		{"a turn is gone", "DELETE FROM turn WHERE document = 'border'", "border"},
		{"a sentence is gone", `DELETE FROM sentence WHERE document = 'border' AND "index" = 0`, "border"},
		{"a sentence of another document", `UPDATE sentence SET document = 'summit' WHERE document = 'border'`, "border"},
		{"a sentence of none", `UPDATE sentence SET document = 'none' WHERE document = 'border'`, "border"},
		{"another id of a sentence", `UPDATE sentence SET id = 'se:' || id WHERE document = 'border'`, "border"},
		{"another id of a statement", "UPDATE statement SET id = 'st:' || id WHERE sentence IN " + border, "border"},
		{"a title", "UPDATE document SET title = 'Another' WHERE id = 'border'", "border"},
		{"a date", "UPDATE document SET date = '2029-01-01' WHERE id = 'summit'", "summit"},
		{"a checksum", "UPDATE document SET hash = 'x' WHERE id = 'summit'", "summit"},
		{"the outlet", "UPDATE document SET source = (SELECT max(s.id) FROM source s WHERE s.id <> source) WHERE id = 'border'", "border"},
		{"what is asserted", `UPDATE document SET asserts = replace(asserts, 'Norland', 'Nowhere') WHERE id = 'border'`, "border"},
		{"asserts that are none", "UPDATE document SET asserts = 'no list' WHERE id = 'border'", "border"},
		{"asserts that cannot be read", `UPDATE document SET asserts = '["x"]' WHERE id = 'border'`, "border"},
		{"the sign of a statement", "UPDATE statement SET polarity = -polarity WHERE sentence IN " + border, "border"},
		{"a type", "UPDATE statement SET type = 'PRAISES' WHERE sentence IN " + border, "border"},
		{"another type of value", "UPDATE statement SET confidence = 'high' WHERE sentence IN " + border, "border"},
		{"a cue", "UPDATE statement SET cue = cue || 's' WHERE sentence IN " + border, "border"},
		{"the end of a mention", "UPDATE statement SET holderEnd = holderEnd + 1 WHERE sentence IN " + border, "border"},
		{"a holder", `UPDATE statement SET holder = (SELECT max(id) FROM actor) WHERE sentence IN ` + border, "border"},
		{"a holder that is not there", "UPDATE statement SET holder = 'nobody' WHERE sentence IN " + border, "border"},
		{"a statement without a sentence",
			"UPDATE statement SET sentence = 'none' WHERE id = " + first, "border"},
		{"a statement is gone", "DELETE FROM statement WHERE id = " + first, "border"},
		{"an edge about an actor", "UPDATE about SET sign = 1 - sign", ""},
		{"a contrast", "UPDATE contrast SET cue = 'as'", ""},
		{"a contrast of nothing", "UPDATE contrast SET statement = 'none'", ""},
		{"an actor's name", "UPDATE actor SET name = 'Nobody' WHERE id = 'Q9001'", "border"},
		{"an actor's kind", "UPDATE actor SET kindLabel = 'Group' WHERE id = 'Q9001'", "border"},
		{"an actor's claims", `UPDATE actor SET claims = '["one two"]' WHERE id = 'Q9001'`, "border"},
		{"an actor is gone", "DELETE FROM actor WHERE id = 'Q9001'", "border"},
		{"an actor of nobody", "INSERT INTO actor (id, name) VALUES ('actor:nobody', 'Nobody')", ""},
		{"an issue", "UPDATE issue SET names = '[]'", ""},
		{"an outlet", "UPDATE source SET name = 'Nobody'", "border"},
		{"a relation", "UPDATE affiliation SET n = n + 1", ""},
		{"a membership", "DELETE FROM member", ""},
		{"a projected edge", "UPDATE stance SET n = n + 1 WHERE holder = 'Q9001'", "border"},
		{"a projected edge of another type", "UPDATE OR REPLACE stance SET type = 'ENJOYS' WHERE holder = 'Q9001'", "border"},
		{"a projected edge is gone", "DELETE FROM stance WHERE holder = 'Q9001'", "border"},
		{"a cluster", "UPDATE document SET story = id", "wire-agency"},
		{"an edge to a near-duplicate", "UPDATE near SET similarity = 0.5", "wire-agency"},
		{"the index of near-duplicates", "UPDATE band SET key = key + 1 WHERE document = 'wire-agency'", ""},
		{"a sketch", "UPDATE document SET sketch = NULL WHERE id = 'wire-agency'", "wire-agency"},
		{"what is kept as extracted", "UPDATE original SET data = replace(data, 'Norland', 'Nowhere')", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "damaged.db")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if changed := execute(t, path, c.query); changed == 0 {
				t.Fatal("nothing was changed")
			}
			graphtest.Damaged(t, open(t, path), c.document)
		})
	}
}

// TestFlippedBits flips bits all over a file: each flip is found, or it changes nothing that the graph says.
func TestFlippedBits(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "whole.db")
	data := damageable(t, path)
	whole, err := open(t, path).Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(18, 1))
	tries := 400
	if testing.Short() {
		tries = 100
	}
	found, harmless := 0, 0
	for range tries {
		at, bit := random.IntN(len(data)), byte(1)<<random.IntN(8)
		spoiled := bytes.Clone(data)
		spoiled[at] ^= bit
		path := filepath.Join(dir, "flipped.db")
		if err := os.WriteFile(path, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		switch ok, err := verified(t, path, whole); {
		case err != nil:
			t.Errorf("bit %#x of byte %d (page %d): %v", bit, at, at/4096+1, err)
		case ok:
			harmless++
		default:
			found++
		}
	}
	t.Logf("%d flips found, %d harmless", found, harmless)
	if found < tries/10 { // most of a small file is free space and keys of indexes that are harmless
		t.Errorf("only %d of %d flips found, too few for a test", found, tries)
	}
}

// verified says whether a store finds no damage in a file; an error where it finds none and the graph is another one.
func verified(t *testing.T, path string, whole *graph.Graph) (bool, error) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		return false, nil // found already here
	}
	defer s.Close()
	found, err := s.Verify(t.Context())
	if err != nil || len(found) > 0 {
		return false, nil
	}
	g, err := s.Load(t.Context())
	if err != nil {
		return false, err
	}
	if d := graph.Diff(whole, g, 3); len(d) > 0 {
		return false, fmt.Errorf("not found, though it changes the graph: %s", strings.Join(d, "; "))
	}
	return true, nil
}
