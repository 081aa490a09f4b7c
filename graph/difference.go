package graph

import (
	"fmt"
	"slices"
)

// pair is what should be and what is; nil for neither.
type pair[T any] struct{ want, got *T }

// differences are the nodes and edges in which a graph differs from what it should be.
type differences struct {
	nodes []pair[Node]
	edges []pair[Edge]
}

func differencesOf(want, got *Graph) differences {
	var d differences
	merge(want.Nodes, got.Nodes, func(x, y Node) int { return compareRef(x.Ref, y.Ref) }, func(x, y *Node) {
		if x == nil || y == nil || x.Kind != y.Kind || !sameProps(x.Props, y.Props) {
			d.nodes = append(d.nodes, pair[Node]{x, y})
		}
	})
	merge(want.Edges, got.Edges, compareEdge, func(x, y *Edge) {
		if x == nil || y == nil || !sameProps(x.Props, y.Props) {
			d.edges = append(d.edges, pair[Edge]{x, y})
		}
	})
	return d
}

// any is what is there of the pair.
func (p pair[T]) any() *T {
	if p.want != nil {
		return p.want
	}
	return p.got
}

func (p pair[T]) what(name string) string {
	switch {
	case p.want == nil:
		return name + " follows from no document"
	case p.got == nil:
		return name + " is missing"
	}
	return name + " is not what follows from the documents"
}

// damages says what differs, with the documents from which it follows.
func (h *holdings) damages(d differences) []Damage {
	if len(d.nodes) == 0 && len(d.edges) == 0 {
		return nil
	}
	from := h.sources()
	var list []Damage
	add := func(what string, documents []string) {
		slices.Sort(documents)
		list = append(list, Damage{What: what, Documents: slices.Compact(documents), Derived: true})
	}
	for _, p := range d.nodes {
		ref := p.any().Ref
		if ref.Label == Document {
			add("the cluster of near-duplicates is not what follows from the texts", []string{ref.ID})
			continue
		}
		add(p.what(ref.String()), from.nodes[ref])
	}
	for _, p := range d.edges {
		key := p.any().EdgeKey
		if key.Type == NearDuplicateOf {
			add(p.what(fmt.Sprintf("%s to %s", key.Type, key.To)), []string{key.From.ID})
			continue
		}
		add(p.what(key.String()), from.edges[key])
	}
	return list
}

// sources are the documents from which shared and projected things follow.
type sources struct {
	nodes map[Ref][]string
	edges map[EdgeKey][]string
}

func (h *holdings) sources() sources {
	s := sources{map[Ref][]string{}, map[EdgeKey][]string{}}
	for _, n := range h.graph.Nodes {
		p, ok := n.Props.(*DocumentProps)
		if !ok {
			continue
		}
		list, _ := decodeAsserts(p.Asserts) // the error is named elsewhere
		for _, a := range list {
			if k, ok := a.edge(); ok {
				s.edges[k] = append(s.edges[k], n.ID)
			} else {
				s.nodes[a.node()] = append(s.nodes[a.node()], n.ID)
			}
		}
	}
	for _, f := range facts(h.graph.Nodes, h.graph.Edges) {
		s.edges[f.EdgeKey] = append(s.edges[f.EdgeKey], f.Document)
	}
	return s
}
