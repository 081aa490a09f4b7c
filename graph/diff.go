package graph

import (
	"context"
	"fmt"
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

// project folds statements that were only added into their edges. An edge that lost one is computed anew from all that
// remain, which reads them all: once, at the end, however many parts take some away, or before an end of it goes.
func (a *applier) project(ctx context.Context, gone, added map[Fact]bool, goneNodes []Ref) error {
	for f := range gone {
		a.stale[f.EdgeKey] = true
	}
	touched := map[EdgeKey]bool{}
	for f := range added {
		if !a.stale[f.EdgeKey] {
			touched[f.EdgeKey] = true
		}
	}
	keys := slices.SortedFunc(maps.Keys(touched), compareKey)
	before, err := a.projected(ctx, keys)
	if err != nil {
		return err
	}
	edges := maps.Clone(before)
	for f := range added {
		if touched[f.EdgeKey] {
			edges[f.EdgeKey] = fold(edges[f.EdgeKey], f)
		}
	}
	if err := a.putProjected(ctx, keys, before, edges); err != nil {
		return err
	}
	ends := map[Ref]bool{}
	for _, ref := range goneNodes {
		ends[ref] = true
	}
	return a.projectAnew(ctx, func(k EdgeKey) bool { return ends[k.From] || ends[k.To] })
}

// finish computes the edges anew that lost statements.
func (a *applier) finish(ctx context.Context) error {
	if err := a.projectAnew(ctx, func(EdgeKey) bool { return true }); err != nil {
		return fmt.Errorf("projecting stances: %w", err)
	}
	return nil
}

// projectAnew computes those of the stale edges anew from all their statements.
func (a *applier) projectAnew(ctx context.Context, which func(EdgeKey) bool) error {
	var keys []EdgeKey
	for k := range a.stale {
		if which(k) {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.SortFunc(keys, compareKey)
	before, err := a.projected(ctx, keys)
	if err != nil {
		return err
	}
	all, err := a.tx.Facts(ctx, keys)
	if err != nil {
		return err
	}
	a.sum.Recounted += len(all)
	edges := map[EdgeKey]Edge{}
	for _, f := range all {
		if f, ok := f.Keyed(); ok && a.stale[f.EdgeKey] && which(f.EdgeKey) {
			edges[f.EdgeKey] = fold(edges[f.EdgeKey], f)
		}
	}
	for _, k := range keys {
		delete(a.stale, k)
	}
	return a.putProjected(ctx, keys, before, edges)
}

// projected gives the edges as they are in the store.
func (a *applier) projected(ctx context.Context, keys []EdgeKey) (map[EdgeKey]Edge, error) {
	list, err := a.tx.Edges(ctx, keys)
	edges := make(map[EdgeKey]Edge, len(list))
	for _, e := range list {
		edges[e.EdgeKey] = e
	}
	return edges, err
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
