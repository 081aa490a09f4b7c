package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
)

// TestWholeGraph reads a few own texts that say everything which the graph has a place for: each label, kind and type of
// edge, and each of their properties, must come from text to store. So nothing of it can get lost on the way unseen.
func TestWholeGraph(t *testing.T) {
	file := filepath.Join(t.TempDir(), "whole.sqlite")
	if _, said, status := talk(t, false, false, "ingest", "--store", file, "testdata/whole"); status != exitDone {
		t.Fatalf("ingest: status %d, %s", status, said)
	}
	g := load(t, file)
	nodes, edges := map[string]bool{}, map[string]bool{}
	for _, n := range g.Nodes {
		nodes[string(n.Label)], nodes[string(n.Label)+" "+n.Kind] = true, true
		row := n.Row()
		if date, dated := row["date"]; n.Label == graph.Document || n.Label == graph.Statement {
			if source, said := row["dateSource"]; dated != said {
				t.Errorf("%s: the date %v is from %v", n.Ref, date, source)
			}
			if !dated {
				nodes["undated "+string(n.Label)] = true
			}
		}
		for _, name := range row.Names() {
			nodes[string(n.Label)+"."+name] = true
		}
	}
	for _, e := range g.Edges {
		typ := string(e.Type)
		if slices.Contains(graph.Projected(), e.Type) {
			typ = "projected"
			edges["projected "+e.Key] = true
		}
		edges[typ], edges[typ+" "+string(e.From.Label)+" "+string(e.To.Label)] = true, true
		for _, name := range e.Row().Names() {
			edges[typ+"."+name] = true
		}
	}
	has := func(in map[string]bool, what string) {
		t.Helper()
		if !in[what] {
			t.Errorf("no %s", what)
		}
	}
	for _, info := range graph.Labels() {
		has(nodes, string(info.Label))
		for _, kind := range info.Kinds {
			has(nodes, string(info.Label)+" "+kind)
		}
		for _, f := range info.Fields {
			if f.Name != "review" { // people's, not the text's
				has(nodes, string(info.Label)+"."+f.Name)
			}
		}
	}
	has(nodes, "undated Document") // where a text tells no date there is none
	has(nodes, "undated Statement")
	for _, info := range graph.EdgeTypes() {
		typ := string(info.Type)
		if info.Derived {
			typ = "projected"
		}
		for _, from := range info.From {
			for _, to := range info.To {
				has(edges, typ+" "+string(from)+" "+string(to))
			}
		}
		for _, f := range info.Fields {
			has(edges, typ+"."+f.Name)
		}
	}
	for _, variant := range []string{graph.Stated, graph.Inferred, graph.Claimed, graph.ClaimedInferred} {
		has(edges, "projected "+variant)
	}
	for _, typ := range []graph.EdgeType{"WANTS", "NOT_WANTS"} {
		if !slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Type == typ }) {
			t.Errorf("no edge %s", typ)
		}
	}
}
