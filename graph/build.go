package graph

import (
	"fmt"

	"github.com/stancegraph/stancegraph/schema"
)

// Build makes the graph of some extractions. The same extractions in any order give the same graph.
// Two of one document are an error.
func Build(extractions ...schema.Extraction) (*Graph, error) {
	var b Builder
	for _, ex := range extractions {
		if b.Has(ex.Document.ID) {
			return nil, fmt.Errorf("document %s is there twice", clip(ex.Document.ID))
		}
		if err := b.Add(ex); err != nil {
			return nil, err
		}
	}
	return b.Graph()
}

// Builder holds what documents say and makes the graph of it. The zero Builder is empty.
type Builder struct {
	Decisions Decisions // the graph is curated by them
	parts     map[string]Part
}

// Has says whether a document was added.
func (b *Builder) Has(document string) bool { _, ok := b.parts[document]; return ok }

// Add adds a document, or replaces it.
func (b *Builder) Add(ex schema.Extraction) error {
	p, err := NewPart(ex)
	if err != nil {
		return err
	}
	if b.parts == nil {
		b.parts = map[string]Part{}
	}
	b.parts[p.Document] = p
	return nil
}

// Remove removes a document.
func (b *Builder) Remove(document string) { delete(b.parts, document) }

// Graph is the graph of all documents now in the Builder.
func (b *Builder) Graph() (*Graph, error) {
	g := &Graph{}
	shared, decided := newDelta(), b.Decisions.ready()
	for _, p := range b.parts {
		p, _, err := decided.curate(p)
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", clip(p.Document), err)
		}
		g.Nodes = append(g.Nodes, p.Nodes...)
		g.Edges = append(g.Edges, p.Edges...)
		shared.add(p.Asserts, 1)
	}
	g.complete(shared)
	return g, nil
}

// complete adds to the nodes and edges of documents what follows from them, and sorts.
func (g *Graph) complete(shared delta) {
	projected := project(facts(g.Nodes, g.Edges))
	for ref, c := range shared.nodes {
		if n, ok := merged(ref, c); ok {
			g.Nodes = append(g.Nodes, n)
		}
	}
	for k, n := range shared.edges {
		g.Edges = append(g.Edges, sharedEdge(k, n))
	}
	for _, e := range projected {
		g.Edges = append(g.Edges, e)
	}
	clusterAll(g)
	g.Sort()
}
