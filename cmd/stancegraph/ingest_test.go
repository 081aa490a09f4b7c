package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
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
	c := newCapture(false, false, 80)
	c.ErrTTY, c.Err = true, &cancelOnLine{&c.err, cancel}
	missing := filepath.Join(dir, "missing.txt")
	if status := run(ctx, c.Terminal, []string{"ingest", "--store", file, missing, dir}); status != term.Failed {
		t.Errorf("interrupted: status %d", status)
	}
	if !strings.Contains(c.err.String(), "interrupted") {
		t.Errorf("says %q", c.err.String())
	}
	partial := load(t, file)

	for range 2 {
		if _, said, status := talk(t, false, false, "ingest", "--store", file, dir); status != term.Done {
			t.Fatalf("again: status %d, %s", status, said)
		}
	}
	whole := filepath.Join(t.TempDir(), "whole.sqlite")
	if _, said, status := talk(t, false, false, "ingest", "--store", whole, dir); status != term.Done {
		t.Fatalf("at once: status %d, %s", status, said)
	}
	a, b := load(t, file), load(t, whole)
	if len(partial.Nodes) >= len(b.Nodes) {
		t.Errorf("nothing was interrupted: %d of %d nodes", len(partial.Nodes), len(b.Nodes))
	}
	if len(a.Nodes) != len(b.Nodes) || len(a.Edges) != len(b.Edges) {
		t.Errorf("completed: %d nodes, %d edges; at once: %d, %d",
			len(a.Nodes), len(a.Edges), len(b.Nodes), len(b.Edges))
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
