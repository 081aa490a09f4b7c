package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// load reads a store's whole graph.
func load(t *testing.T, file string) *graph.Graph {
	t.Helper()
	store, err := sqlite.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	g, err := store.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestInterrupt: what was loaded when Ctrl-C came stays whole, and the same command again completes it.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	for i := range 200 {
		text := fmt.Sprintf("Portugal wants treaty number %d. Norway does not support the treaty.\n", i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("d%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "s.sqlite")
	ctx, cancel := context.WithCancel(context.Background())
	var out, err bytes.Buffer
	term := &terminal{in: strings.NewReader(""), out: &out, err: &cancelOnLine{&err, cancel}, errTTY: true, width: 80}
	if status := run(ctx, term, []string{"ingest", "--store", file, filepath.Join(dir, "missing.txt"), dir}); status != exitFailed {
		t.Errorf("interrupted: status %d", status)
	}
	if !strings.Contains(err.String(), "interrupted") {
		t.Errorf("says %q", err.String())
	}
	partial := load(t, file)

	for range 2 {
		if _, said, status := talk(t, false, false, "ingest", "--store", file, dir); status != exitDone {
			t.Fatalf("again: status %d, %s", status, said)
		}
	}
	whole := filepath.Join(t.TempDir(), "whole.sqlite")
	if _, said, status := talk(t, false, false, "ingest", "--store", whole, dir); status != exitDone {
		t.Fatalf("at once: status %d, %s", status, said)
	}
	a, b := load(t, file), load(t, whole)
	if len(partial.Nodes) >= len(b.Nodes) {
		t.Errorf("nothing was interrupted: %d of %d nodes", len(partial.Nodes), len(b.Nodes))
	}
	if len(a.Nodes) != len(b.Nodes) || len(a.Edges) != len(b.Edges) {
		t.Errorf("completed: %d nodes, %d edges; at once: %d, %d", len(a.Nodes), len(a.Edges), len(b.Nodes), len(b.Edges))
	}
}

// cancelOnLine cancels at the first line of talk: the report of a missing file, which is read first.
type cancelOnLine struct {
	*bytes.Buffer
	cancel func()
}

func (c *cancelOnLine) Write(p []byte) (int, error) {
	c.cancel()
	return c.Buffer.Write(p)
}
