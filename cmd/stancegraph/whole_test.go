package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

// TestWholeGraph loads a few own texts that state everything which the graph can hold: each label, kind and type of
// edge, and each of their properties, must come from text to store.
func TestWholeGraph(t *testing.T) {
	file := filepath.Join(t.TempDir(), "whole.sqlite")
	if _, said, status := talk(t, false, false, "ingest", "--store", file, "testdata/whole"); status != term.Done {
		t.Fatalf("ingest: status %d, %s", status, said)
	}
	g := load(t, file)
	t.Run("nodes", func(t *testing.T) { wholeNodes(t, g) })
	t.Run("edges", func(t *testing.T) { wholeEdges(t, g) })
}

func wholeNodes(t *testing.T, g *graph.Graph) {
	found := map[string]bool{}
	for _, n := range g.Nodes {
		found[string(n.Label)], found[string(n.Label)+" "+n.Kind] = true, true
		row := n.Row()
		if date, dated := row["date"]; n.Label == graph.Document || n.Label == graph.Statement {
			if source, said := row["dateSource"]; dated != said {
				t.Errorf("%s: the date %v is from %v", n.Ref, date, source)
			}
			if !dated {
				found["undated "+string(n.Label)] = true
			}
		}
		for _, name := range row.Names() {
			found[string(n.Label)+"."+name] = true
		}
	}
	for _, info := range graph.Labels() {
		want(t, found, string(info.Label))
		for _, kind := range info.Kinds {
			want(t, found, string(info.Label)+" "+kind)
		}
		for _, f := range info.Fields {
			if f.Name != "review" { // comes from people, not from text
				want(t, found, string(info.Label)+"."+f.Name)
			}
		}
	}
	want(t, found, "undated Document") // a text without a date gets none
	want(t, found, "undated Statement")
}

func wholeEdges(t *testing.T, g *graph.Graph) {
	found := map[string]bool{}
	for _, e := range g.Edges {
		typ := string(e.Type)
		found["type "+typ] = true
		if slices.Contains(graph.Projected(), e.Type) {
			typ = "projected"
			found["projected "+e.Key] = true
		}
		found[typ], found[typ+" "+string(e.From.Label)+" "+string(e.To.Label)] = true, true
		for _, name := range e.Row().Names() {
			found[typ+"."+name] = true
		}
	}
	for _, info := range graph.EdgeTypes() {
		typ := string(info.Type)
		if info.Derived {
			typ = "projected"
		}
		for _, from := range info.From {
			for _, to := range info.To {
				want(t, found, typ+" "+string(from)+" "+string(to))
			}
		}
		for _, f := range info.Fields {
			want(t, found, typ+"."+f.Name)
		}
	}
	for _, variant := range []string{graph.Stated, graph.Inferred, graph.Claimed, graph.ClaimedInferred} {
		want(t, found, "projected "+variant)
	}
	want(t, found, "type WANTS")
	want(t, found, "type NOT_WANTS")
}

func want(t *testing.T, found map[string]bool, what string) {
	t.Helper()
	if !found[what] {
		t.Errorf("no %s", what)
	}
}
