package graph

import (
	"context"
	"fmt"
)

// RepairTx is what Repair needs of a transaction.
type RepairTx interface {
	Writer
	Originals

	// Scan reads all that can be read.
	Scan(ctx context.Context) (*Scan, error)
	// Blank takes from documents all but their ids and what lies beside the graph, without reading it.
	Blank(ctx context.Context, documents []string) error
	// PutClusters sets the cluster (property story) of documents that exist.
	PutClusters(ctx context.Context, list []ClusterMember) error
	// Reindex makes the index of near-duplicates anew from all documents.
	Reindex(ctx context.Context, all []ClusterMember) error
}

// Repair empties documents, and makes anew all that follows from documents: actors, issues, outlets, their relations,
// projected edges, clusters of near-duplicates and their index.
func Repair(ctx context.Context, tx RepairTx, documents []string) error {
	if err := tx.Blank(ctx, documents); err != nil {
		return fmt.Errorf("emptying damaged documents: %w", err)
	}
	originals := make([]Original, len(documents))
	for i, id := range documents {
		originals[i].Document = id
	}
	if err := tx.Keep(ctx, originals); err != nil {
		return fmt.Errorf("emptying damaged documents: %w", err)
	}
	scan, err := tx.Scan(ctx)
	if err != nil {
		return err
	}
	h := hold(scan.Graph)
	want, _ := h.complete()
	if err := replace(ctx, tx, h, differencesOf(want, scan.Graph)); err != nil {
		return fmt.Errorf("making anew what follows from documents: %w", err)
	}
	if err := tx.Reindex(ctx, membersOf(want.Nodes)); err != nil {
		return fmt.Errorf("indexing texts: %w", err)
	}
	return nil
}

// replace writes what should be in the place of what is.
func replace(ctx context.Context, tx RepairTx, h *holdings, d differences) error {
	var put []Node
	var clusters []ClusterMember
	var goneNodes []Ref
	for _, p := range d.nodes {
		switch {
		case p.want == nil:
			goneNodes = append(goneNodes, p.got.Ref)
		case p.want.Label == Document:
			clusters = append(clusters, membersOf([]Node{*p.want})...)
		default:
			put = append(put, *p.want)
		}
	}
	var edges []Edge
	var goneEdges []EdgeKey
	for _, p := range d.edges {
		if p.want == nil {
			goneEdges = append(goneEdges, p.got.EdgeKey)
		} else {
			edges = append(edges, *p.want)
		}
	}
	for _, e := range h.graph.Edges {
		if e.From.Label.owned() && !h.exists[e.From] {
			goneEdges = append(goneEdges, e.EdgeKey)
		}
	}
	for _, do := range []func() error{
		func() error { return tx.DeleteEdges(ctx, goneEdges) },
		func() error { return tx.PutNodes(ctx, put) },
		func() error { return tx.PutEdges(ctx, edges) },
		func() error { return tx.PutClusters(ctx, clusters) },
		func() error { return tx.DeleteNodes(ctx, goneNodes) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}
