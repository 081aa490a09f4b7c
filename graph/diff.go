package graph

import (
	"context"
	"maps"
	"slices"
)

// change is what differs between what documents said before and what they say now.
type change struct {
	units              []Unit // new or changed, documents first, statements last
	goneNodes          []Ref  // statements first, documents last
	goneEdges          []EdgeKey
	oldFacts, newFacts map[Fact]bool
}

// diff compares node by node, counts, and collects the change of what is shared.
func (a *applier) diff(old *Graph, parts []Part) (change, error) {
	var now Graph
	nodes, edges := 0, 0
	for _, p := range parts {
		nodes, edges = nodes+len(p.Nodes), edges+len(p.Edges)
	}
	now.Nodes, now.Edges = make([]Node, 0, nodes), make([]Edge, 0, edges)
	for _, p := range parts {
		now.Nodes = append(now.Nodes, p.Nodes...)
		now.Edges = append(now.Edges, p.Edges...)
		a.shared.add(p.Asserts, 1)
	}
	for _, n := range old.Nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			list, err := decodeAsserts(p.Asserts)
			if err != nil {
				return change{}, err
			}
			a.shared.add(list, -1)
		}
	}
	a.shared.compact()

	var c change
	before, after := units(old), units(&now)
	for _, u := range after {
		was, existed := before[u.Ref]
		switch {
		case !existed:
			u.New = true
			a.sum.count(u.Label, Count{Added: 1})
		case was.equal(*u):
			a.sum.count(u.Label, Count{Unchanged: 1})
			continue
		default:
			a.sum.count(u.Label, Count{Updated: 1})
			c.goneEdges = append(c.goneEdges, was.edgesNotIn(*u)...)
		}
		c.units = append(c.units, *u)
	}
	for ref := range before {
		if _, stays := after[ref]; !stays {
			a.sum.count(ref.Label, Count{Removed: 1})
			c.goneNodes = append(c.goneNodes, ref) // its edges are deleted with it
		}
	}
	c.sort()
	c.oldFacts, c.newFacts = factSets(facts(old.Nodes, old.Edges), facts(now.Nodes, now.Edges))
	return c, nil
}

func (c *change) sort() {
	rank := map[Label]int{Document: 0, Turn: 1, Sentence: 2, Statement: 3}
	slices.SortFunc(c.units, func(a, b Unit) int {
		if r := rank[a.Label] - rank[b.Label]; r != 0 {
			return r
		}
		return compareRef(a.Ref, b.Ref)
	})
	slices.SortFunc(c.goneNodes, func(a, b Ref) int {
		if r := rank[b.Label] - rank[a.Label]; r != 0 {
			return r
		}
		return compareRef(a, b)
	})
	slices.SortFunc(c.goneEdges, compareKey)
}

func units(g *Graph) map[Ref]*Unit {
	m := make(map[Ref]*Unit, len(g.Nodes))
	for _, n := range g.Nodes {
		m[n.Ref] = &Unit{Node: n}
	}
	for _, e := range g.Edges {
		if u := m[e.From]; u != nil {
			u.Edges = append(u.Edges, e)
		}
	}
	return m
}

func (u Unit) equal(v Unit) bool {
	return sameProps(u.Props, v.Props) && slices.EqualFunc(u.Edges, v.Edges, func(a, b Edge) bool {
		return a.EdgeKey == b.EdgeKey && sameProps(a.Props, b.Props)
	})
}

func (u Unit) edgesNotIn(v Unit) []EdgeKey {
	var gone []EdgeKey
	for _, e := range u.Edges {
		if !slices.ContainsFunc(v.Edges, func(f Edge) bool { return f.EdgeKey == e.EdgeKey }) {
			gone = append(gone, e.EdgeKey)
		}
	}
	return gone
}

// factSets gives the removed facts and the new ones; what stays is in neither.
func factSets(old, now []Fact) (gone, added map[Fact]bool) {
	gone, added = map[Fact]bool{}, map[Fact]bool{}
	for _, f := range old {
		gone[f] = true
	}
	for _, f := range now {
		if gone[f] {
			delete(gone, f)
		} else {
			added[f] = true
		}
	}
	return gone, added
}

// project refreshes the touched edges only. Where statements were only added, they are folded into the existing
// edge; where some were removed, the edge is computed anew from all that remain.
func (a *applier) project(ctx context.Context, gone, added map[Fact]bool) error {
	touched, anew := map[EdgeKey]bool{}, map[EdgeKey]bool{}
	for f := range added {
		touched[f.EdgeKey] = true
	}
	for f := range gone {
		touched[f.EdgeKey], anew[f.EdgeKey] = true, true
	}
	keys := slices.SortedFunc(maps.Keys(touched), compareKey)
	current, err := a.tx.Edges(ctx, keys)
	if err != nil {
		return err
	}
	before, edges := map[EdgeKey]Edge{}, map[EdgeKey]Edge{}
	for _, e := range current {
		before[e.EdgeKey] = e
		if !anew[e.EdgeKey] {
			edges[e.EdgeKey] = e
		}
	}
	for f := range added {
		if !anew[f.EdgeKey] {
			edges[f.EdgeKey] = fold(edges[f.EdgeKey], f)
		}
	}
	if err := a.projectAnew(ctx, anew, edges); err != nil {
		return err
	}
	return a.putProjected(ctx, keys, before, edges)
}

func (a *applier) projectAnew(ctx context.Context, anew map[EdgeKey]bool, edges map[EdgeKey]Edge) error {
	if len(anew) == 0 {
		return nil
	}
	all, err := a.tx.Facts(ctx, slices.SortedFunc(maps.Keys(anew), compareKey))
	if err != nil {
		return err
	}
	for _, f := range all {
		if f, ok := f.Keyed(); ok && anew[f.EdgeKey] {
			edges[f.EdgeKey] = fold(edges[f.EdgeKey], f)
		}
	}
	return nil
}

func (a *applier) putProjected(ctx context.Context, keys []EdgeKey, before, edges map[EdgeKey]Edge) error {
	var put, add []Edge
	var gone []EdgeKey
	for _, k := range keys {
		was, existed := before[k]
		now, exists := edges[k]
		switch {
		case !exists && existed:
			gone = append(gone, k)
			a.sum.Projected.Removed++
		case !exists:
		case existed && sameProps(was.Props, now.Props):
			a.sum.Projected.Unchanged++
		case existed:
			put = append(put, now)
			a.sum.Projected.Updated++
		default:
			add = append(add, now)
			a.sum.Projected.Added++
		}
	}
	if err := a.tx.DeleteEdges(ctx, gone); err != nil {
		return err
	}
	if err := a.tx.AddEdges(ctx, add); err != nil {
		return err
	}
	return a.tx.PutEdges(ctx, put)
}
