package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// TestWholeGraph reads a few own texts that say everything which the graph has a place for: each label, kind and type of
// edge, and each of their properties, must come from text to store. So nothing of it can get lost on the way unseen.
func TestWholeGraph(t *testing.T) {
	file := filepath.Join(t.TempDir(), "whole.sqlite")
	if _, said, status := talk(t, false, false, "ingest", "--store", file, "testdata/whole"); status != term.Done {
		t.Fatalf("ingest: status %d, %s", status, said)
	}
	g := load(t, file)
	nodes, edges := map[string]bool{}, map[string]bool{}
	for _, n := range g.Nodes {
		nodes[string(n.Label)], nodes[string(n.Label)+" "+n.Kind] = true, true
		if _, dated := n.Props["date"]; n.Label == graph.Document || n.Label == graph.Statement {
			if dated != (n.Props.String("dateSource") != "") {
				t.Errorf("%s: the date %q is from %q", n.Ref, n.Props.String("date"), n.Props.String("dateSource"))
			}
			if !dated {
				nodes["undated "+string(n.Label)] = true
			}
		}
		for _, name := range n.Props.Names() {
			nodes[string(n.Label)+"."+name] = true
		}
	}
	for _, e := range g.Edges {
		typ := e.Type
		if slices.Contains(graph.Projected(), typ) {
			typ = "projected"
			edges["projected "+e.Key] = true
		}
		edges[typ], edges[typ+" "+string(e.From.Label)+" "+string(e.To.Label)] = true, true
		for _, name := range e.Props.Names() {
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
		typ := info.Type
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
	for _, typ := range []string{schema.Wants.Edge(false), schema.Wants.Edge(true)} {
		if !slices.ContainsFunc(g.Edges, func(e graph.Edge) bool { return e.Type == typ }) {
			t.Errorf("no edge %s", typ)
		}
	}
}
