package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Damage is something in a store that is not as it was written.
type Damage struct {
	What      string
	Documents []string // ids of the documents concerned, sorted; none where that cannot be known
	Derived   bool     // it follows from documents, and is made anew without reading them again; see Repair
}

// Verifier finds and repairs damage.
type Verifier interface {
	// Verify checks all that the store holds: the file itself, where it is one, and what graph.Verify checks. It gives
	// ErrOld for what an older program loaded.
	Verify(ctx context.Context) ([]Damage, error)
	// Repair empties documents, which are to be saved again then, and makes anew what follows from documents.
	Repair(ctx context.Context, documents []string) error
}

// Scan is all that a store holds and that can be read: what cannot be is named in Unread.
type Scan struct {
	Graph     *Graph // sorted
	Originals []Original
	Unread    []Damage
}

// Verify checks a whole graph. The hash of each document is a checksum over all its texts, statements and edges. What
// actors, issues, outlets, projected edges and near-duplicate clusters should be is computed from the documents.
func Verify(s *Scan) []Damage {
	h := hold(s.Graph)
	list := slices.Concat(s.Unread, h.damagedDocuments(), h.danglingEdges(), damagedOriginals(s.Originals))
	want, broken := h.complete()
	list = append(list, broken...)
	d := differencesOf(want, s.Graph)
	return append(list, h.damages(d)...)
}

// holdings are the nodes and edges of a graph by the documents that they belong to.
type holdings struct {
	graph  *Graph
	parts  map[string]*Graph // by id, also of documents that are missing
	within map[Ref]string
	exists map[Ref]bool
	lost   []Ref // belong to no document
}

// owned says that nodes of a label belong to one document.
func (l Label) owned() bool {
	switch l {
	case Document, Turn, Sentence, Statement:
		return true
	}
	return false
}

func hold(g *Graph) *holdings {
	h := &holdings{graph: g, parts: map[string]*Graph{}, within: map[Ref]string{}, exists: map[Ref]bool{}}
	for _, n := range g.Nodes {
		h.exists[n.Ref] = true
		if n.Label == Document {
			h.within[n.Ref] = n.ID
		}
	}
	for _, e := range g.Edges {
		if e.Type == InDocument {
			h.within[e.From] = e.To.ID
		}
	}
	for _, e := range g.Edges {
		if id, ok := h.within[e.To]; ok && e.Type == Evidence {
			h.within[e.From] = id
		}
	}
	for _, n := range g.Nodes {
		if id, ok := h.within[n.Ref]; ok {
			h.part(id).Nodes = append(h.part(id).Nodes, n)
		} else if n.Label.owned() {
			h.lost = append(h.lost, n.Ref)
		}
	}
	for _, e := range g.Edges {
		if id, ok := h.within[e.From]; ok && e.Type != NearDuplicateOf {
			h.part(id).Edges = append(h.part(id).Edges, e)
		}
	}
	return h
}

func (h *holdings) part(document string) *Graph {
	if h.parts[document] == nil {
		h.parts[document] = &Graph{}
	}
	return h.parts[document]
}

// checksum is the Part.Hash of the nodes and edges of one document.
func checksum(g *Graph) string {
	nodes := slices.Clone(g.Nodes)
	for i, n := range nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			q := *p
			q.Hash, q.Story = "", ""
			nodes[i].Props = &q
		}
	}
	return hashGraph(Graph{Nodes: nodes, Edges: g.Edges})
}

// damagedDocuments are those that are not what their hashes say, and nodes of none.
func (h *holdings) damagedDocuments() []Damage {
	var list []Damage
	for _, id := range slices.Sorted(maps.Keys(h.parts)) {
		n, there := h.graph.Node(Ref{Document, id})
		p, _ := n.Props.(*DocumentProps)
		switch {
		case !there || p == nil:
			list = append(list, Damage{What: "the document is missing, its sentences are there", Documents: []string{id}})
		case p.Hash != checksum(h.parts[id]):
			list = append(list, Damage{What: "texts or statements are not as they were loaded (wrong checksum)",
				Documents: []string{id}})
		}
	}
	for _, ref := range h.lost {
		list = append(list, Damage{What: fmt.Sprintf("%s belongs to no document", ref)})
	}
	return list
}

// danglingEdges are those that lead from or to what is not there.
func (h *holdings) danglingEdges() []Damage {
	var list []Damage
	for _, e := range h.graph.Edges {
		for _, end := range []Ref{e.From, e.To} {
			if h.exists[end] {
				continue
			}
			d := Damage{What: fmt.Sprintf("%s of %s: there is no %s", e.Type, e.From, end)}
			if id, ok := h.within[e.From]; ok {
				d.Documents = []string{id}
			}
			list = append(list, d)
		}
	}
	return list
}

func damagedOriginals(list []Original) []Damage {
	var found []Damage
	for _, o := range list {
		p, err := decodePart(o.Data)
		switch {
		case err != nil:
			found = append(found, Damage{What: err.Error(), Documents: []string{o.Document}})
		case p.Document != o.Document || p.Hash != checksum(&Graph{Nodes: p.Nodes, Edges: p.Edges}) || !p.assertsMatch():
			found = append(found, Damage{What: "the document before decisions is not as it was loaded (wrong checksum)",
				Documents: []string{o.Document}})
		}
	}
	return found
}

// assertsMatch says that what a decoded part asserts is what its Document node says.
func (p Part) assertsMatch() bool {
	list, err := encodeAsserts(p.Asserts)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(p.Nodes, func(n Node) bool {
		d, ok := n.Props.(*DocumentProps)
		return ok && slices.Equal(d.Asserts, list)
	})
}

// complete is the graph that the documents make. What cannot be read of a document is left out and named.
func (h *holdings) complete() (*Graph, []Damage) {
	var broken []Damage
	g, shared := &Graph{}, newDelta()
	for _, n := range h.graph.Nodes {
		if !n.Label.owned() {
			continue
		}
		g.Nodes = append(g.Nodes, n)
		if p, ok := n.Props.(*DocumentProps); ok {
			list, err := decodeAsserts(p.Asserts)
			if err != nil {
				broken = append(broken, Damage{What: err.Error(), Documents: []string{n.ID}})
			}
			shared.add(list, 1)
		}
	}
	for _, e := range h.graph.Edges {
		if e.From.Label.owned() && e.Type != NearDuplicateOf {
			g.Edges = append(g.Edges, e)
		}
	}
	g.complete(shared)
	return g, broken
}
