package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

// spoil changes some words in a file to others of the same length.
func spoil(t *testing.T, file, words, others string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	spoiled := bytes.Replace(data, []byte(words), []byte(others), 1)
	if bytes.Equal(data, spoiled) {
		t.Fatalf("%q is not in %s", words, file)
	}
	if err := os.WriteFile(file, spoiled, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestVerify: damage to a file is found, the document is named, and reading it again repairs it; a load that reads
// nothing again does not.
func TestVerify(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(t.TempDir(), "s.sqlite")
	for name, text := range map[string]string{"one": "Portugal wants a new treaty.", "two": "Norway rejects a wide canal.",
		"three": "Chile supports Peru.", "four": "Iceland condemns Denmark.", "five": "Spain praises Malta."} {
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must(t, "ingest", "-q", "--store", file, dir)
	must(t, "export", "--store", file, "--format", "jsonl", "-o", file+".jsonl") // ends the write-ahead log
	whole := load(t, file)
	_, said := must(t, "verify", "--store", file)
	if !strings.Contains(said, "is intact: 5 documents, 5 stances") {
		t.Errorf("verify says %q", said)
	}
	spoil(t, file, "Norway rejects a wide canal.", "Norway rejects a wild canal.")
	out, said, status := talk(t, false, false, "verify", "--store", file)
	if status != term.Failed || !strings.Contains(out, "two: texts or statements are not as they were loaded") ||
		!strings.Contains(said, "--reread FILES reads two again") {
		t.Errorf("verify: status %d, %s%s", status, out, said)
	}
	if out, _, status = talk(t, false, false, "doctor", "--store", file); status != term.Failed ||
		!strings.Contains(out, "NO  store") || !strings.Contains(out, "is damaged: 1 finding") {
		t.Errorf("doctor: status %d, %s", status, out)
	}
	must(t, "ingest", "-q", "--store", file, dir)
	if _, _, status = talk(t, false, false, "verify", "--store", file); status != term.Failed {
		t.Errorf("after a load that reads nothing again: status %d", status)
	}
	one := filepath.Join(dir, "one.txt")
	if _, said, status = talk(t, false, false, "ingest", "--reread", "--store", file, one); status != term.Failed ||
		!strings.Contains(said, "1 finding of damage found, 0 documents read again, 1 left") {
		t.Errorf("without the damaged document: status %d, %s", status, said)
	}
	_, said = must(t, "ingest", "--reread", "--store", file, dir)
	if !strings.Contains(said, "1 finding of damage found, 1 document read again, 0 left") {
		t.Errorf("reread says %q", said)
	}
	must(t, "verify", "--store", file)
	same(t, whole, load(t, file))
}
