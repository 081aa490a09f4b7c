package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Apply loads parts, curated by the decisions, and removes documents, within one transaction. Every change of a graph
// is made by it, so that stores cannot differ in what the graph means.
func Apply(ctx context.Context, tx Tx, parts []Part, remove []string, run RunInfo) (Summary, error) {
	a := newApplier(tx)
	if err := a.apply(ctx, parts, remove, run); err != nil {
		return Summary{}, err
	}
	if err := a.finish(ctx); err != nil {
		return Summary{}, err
	}
	return a.sum, nil
}

// applier makes the changes of one transaction, which may come in several parts; finish ends them.
type applier struct {
	tx     Tx
	shared delta            // of the part at hand
	stale  map[EdgeKey]bool // projected edges that lost a statement, to be computed anew
	sum    Summary
}

func newApplier(tx Tx) *applier { return &applier{tx: tx, stale: map[EdgeKey]bool{}} }

func (a *applier) apply(ctx context.Context, parts []Part, remove []string, run RunInfo) error {
	parts, originals, err := curated(ctx, a.tx, parts)
	if err != nil {
		return err
	}
	a.shared = newDelta()
	old, changed, err := a.compare(ctx, parts, remove)
	if err != nil {
		return err
	}
	if len(changed) > 0 || len(old.Nodes) > 0 {
		if err := a.change(ctx, old, changed); err != nil {
			return err
		}
	}
	if run.ID != "" && len(changed) > 0 && a.sum.Changed() {
		if err := a.tx.Record(ctx, run, documentIDs(changed)); err != nil {
			return fmt.Errorf("noting the run: %w", err)
		}
	}
	if err := a.note(ctx, notes(parts, changed, old, run)); err != nil {
		return err
	}
	for _, id := range remove {
		originals = append(originals, Original{id, ""})
	}
	if len(originals) > 0 {
		if err := a.tx.Keep(ctx, originals); err != nil {
			return fmt.Errorf("keeping documents as extracted: %w", err)
		}
	}
	return nil
}

// curationTx is what curated needs of a transaction.
type curationTx interface {
	DecisionReader
	OriginalReader
}

// curated gives the parts with the decisions in effect, and originals for the documents that these change.
func curated(ctx context.Context, tx curationTx, parts []Part) ([]Part, []Original, error) {
	if len(parts) == 0 {
		return nil, nil, nil
	}
	ds, err := loadDecisions(ctx, tx, documentIDs(parts)...)
	if err != nil {
		return nil, nil, err
	}
	changed, err := tx.Changed(ctx, documentIDs(parts))
	if err != nil {
		return nil, nil, fmt.Errorf("looking for documents that decisions changed: %w", err)
	}
	if len(ds) == 0 && len(changed) == 0 {
		return parts, nil, nil
	}
	decided, kept := ds.ready(), map[string]bool{}
	for _, id := range changed {
		kept[id] = true
	}
	var originals []Original
	list := make([]Part, len(parts))
	for i, p := range parts {
		if list[i], p.moved, err = decided.curate(p); err != nil {
			return nil, nil, fmt.Errorf("document %s: %w", clip(p.Document), err)
		}
		data := ""
		if list[i].Hash != p.Hash || len(p.moved) > 0 {
			if data, err = encodePart(p); err != nil {
				return nil, nil, err
			}
		}
		if data != "" || kept[p.Document] {
			originals = append(originals, Original{p.Document, data})
		}
	}
	return list, originals, nil
}

// notes are the inputs to be set: those that are given, and none where a document is replaced by one without.
func notes(parts, changed []Part, old *Graph, run RunInfo) []Input {
	var list []Input
	for _, p := range parts {
		if key := run.Inputs[p.Document]; key != "" {
			list = append(list, Input{p.Document, key})
		}
	}
	for _, p := range changed {
		if _, before := old.Node(Ref{Document, p.Document}); before && run.Inputs[p.Document] == "" {
			list = append(list, Input{p.Document, ""})
		}
	}
	return list
}

func (a *applier) note(ctx context.Context, inputs []Input) error {
	if len(inputs) == 0 {
		return nil
	}
	if err := a.tx.Note(ctx, inputs); err != nil {
		return fmt.Errorf("noting what documents were made from: %w", err)
	}
	return nil
}

// compare finds the parts that are new or changed, and reads what was loaded in their place and of the
// documents to be removed.
func (a *applier) compare(ctx context.Context, parts []Part, remove []string) (*Graph, []Part, error) {
	hashes, err := a.tx.Hashes(ctx, append(documentIDs(parts), remove...))
	if err != nil {
		return nil, nil, fmt.Errorf("looking for loaded documents: %w", err)
	}
	var changed []Part
	var stale []string
	unchanged := map[Ref]bool{}
	for _, p := range parts {
		hash, loaded := hashes[p.Document]
		if !loaded || hash != p.Hash {
			changed = append(changed, p)
		} else {
			a.unchanged(p, unchanged)
		}
		if loaded && hash != p.Hash {
			stale = append(stale, p.Document)
		}
	}
	for _, id := range remove {
		if _, loaded := hashes[id]; loaded {
			stale = append(stale, id)
		}
	}
	old := &Graph{}
	if len(stale) > 0 {
		if old, err = a.tx.Owned(ctx, stale); err != nil {
			return nil, nil, fmt.Errorf("reading what was loaded before: %w", err)
		}
	}
	return old, changed, nil
}

// unchanged counts the nodes of a part that is loaded already, shared ones once for all parts.
func (a *applier) unchanged(p Part, seen map[Ref]bool) {
	for _, n := range p.Nodes {
		a.sum.count(n.Label, Count{Unchanged: 1})
	}
	for _, as := range p.Asserts {
		if _, isEdge := as.edge(); !isEdge && !seen[as.node()] {
			seen[as.node()] = true
			a.sum.count(as.node().Label, Count{Unchanged: 1})
		}
	}
}

// change replaces what old holds of the graph by the parts.
func (a *applier) change(ctx context.Context, old *Graph, parts []Part) error {
	d, err := a.diff(old, parts)
	if err != nil {
		return err
	}
	clusters, err := a.recluster(ctx, old, parts)
	if err != nil {
		return fmt.Errorf("looking for near-duplicates: %w", err)
	}
	for i, u := range d.units {
		if u.Label == Document {
			d.units[i].Node = u.inCluster(clusters.cluster[u.ID])
		}
	}
	nodes, goneNodes, err := a.sharedNodes(ctx)
	if err != nil {
		return fmt.Errorf("merging actors, issues and sources: %w", err)
	}
	edges, goneEdges, err := a.sharedEdges(ctx)
	if err != nil {
		return fmt.Errorf("merging relations of actors: %w", err)
	}
	steps := []struct {
		what string
		do   func() error
	}{
		{"deleting edges", func() error {
			return a.tx.DeleteEdges(ctx, slices.Concat(d.goneEdges, goneEdges,
				clusters.gone))
		}},
		{"writing actors, issues and sources", func() error { return a.tx.PutNodes(ctx, nodes) }},
		{"writing statements", func() error { return a.tx.PutUnits(ctx, d.units) }},
		{"writing relations of actors and documents", func() error {
			return a.tx.PutEdges(ctx,
				append(edges, clusters.edges...))
		}},
		{"writing clusters of near-duplicates", func() error { return a.tx.PutClusters(ctx, clusters.others) }},
		{"indexing texts", func() error { return a.tx.Index(ctx, clusters.indexed, clusters.unindexed) }},
		{"deleting statements", func() error { return a.tx.DeleteNodes(ctx, d.goneNodes) }},
		{"projecting stances", func() error { return a.project(ctx, d.oldFacts, d.newFacts, goneNodes) }},
		{"deleting actors, issues and sources", func() error { return a.tx.DeleteNodes(ctx, goneNodes) }},
	}
	for _, s := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := s.do(); err != nil {
			return fmt.Errorf("%s: %w", s.what, err)
		}
	}
	return nil
}

// sharedNodes merges the change of claims into the shared nodes: those to write and those to delete.
func (a *applier) sharedNodes(ctx context.Context) (put []Node, gone []Ref, err error) {
	refs := slices.SortedFunc(maps.Keys(a.shared.nodes), compareRef)
	current, err := a.tx.Nodes(ctx, refs)
	if err != nil {
		return nil, nil, err
	}
	before := map[Ref]Node{}
	for _, n := range current {
		before[n.Ref] = n
	}
	for _, ref := range refs {
		was, existed := before[ref]
		c, err := claimsOf(was)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", ref, err)
		}
		for f, n := range a.shared.nodes[ref] {
			c[f] += n
		}
		now, exists := merged(ref, c)
		switch {
		case !exists:
			gone = append(gone, ref)
			a.sum.count(ref.Label, Count{Removed: 1})
			continue
		case !existed:
			a.sum.count(ref.Label, Count{Added: 1})
		case was.Kind == now.Kind && sameProps(withoutClaims(was).Props, withoutClaims(now).Props):
			a.sum.count(ref.Label, Count{Unchanged: 1})
		default:
			a.sum.count(ref.Label, Count{Updated: 1})
		}
		put = append(put, now)
	}
	return put, gone, nil
}

func (a *applier) sharedEdges(ctx context.Context) (put []Edge, gone []EdgeKey, err error) {
	keys := slices.SortedFunc(maps.Keys(a.shared.edges), compareKey)
	current, err := a.tx.Edges(ctx, keys)
	if err != nil {
		return nil, nil, err
	}
	before := map[EdgeKey]int{}
	for _, e := range current {
		before[e.EdgeKey] = asserted(e)
	}
	for _, k := range keys {
		if n := before[k] + a.shared.edges[k]; n > 0 {
			put = append(put, sharedEdge(k, n))
		} else {
			gone = append(gone, k)
		}
	}
	return put, gone, nil
}

func documentIDs(parts []Part) []string {
	ids := make([]string, len(parts))
	for i, p := range parts {
		ids[i] = p.Document
	}
	return ids
}
