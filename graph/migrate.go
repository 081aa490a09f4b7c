package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Statement ids had no sign once (schema.SignlessStatementID). A store that was made then gives its documents, in some
// transactions, to MigrateStatements, and then calls MigrateDecisions. Both change nothing where all ids have signs, so
// a migration that was interrupted is completed by the same again.

// MigrateStatements gives the statements of documents, and the reviews of these, ids with signs; contrasts, what was
// inferred, the projection, originals and hashes follow. Ids that were not made of the statement's parts stay. It gives
// the number of documents that it changed.
func MigrateStatements(ctx context.Context, tx Tx, documents []string) (int, error) {
	inputs, err := tx.Inputs(ctx, documents)
	if err != nil {
		return 0, fmt.Errorf("asking what documents were made from: %w", err)
	}
	loaded, err := asExtracted(ctx, tx, documents)
	if err != nil {
		return 0, err
	}
	ds, err := loadDecisions(ctx, tx, documents...)
	if err != nil {
		return 0, err
	}
	var parts []Part
	for _, id := range documents {
		p := loaded[id]
		if p == nil {
			continue
		}
		b := openPart(*p)
		ids := b.signedIDs()
		keys, err := migrateReviews(ctx, tx, ds.of(id), ids)
		if err != nil {
			return 0, err
		}
		if len(ids) == 0 && len(keys) == 0 {
			continue
		}
		migrated, err := b.rename(ids)
		if err != nil {
			return 0, fmt.Errorf("document %s: %w", clip(id), err)
		}
		migrated.moved = renameKeys(p.moved, keys)
		parts = append(parts, migrated)
	}
	if len(parts) == 0 {
		return 0, nil
	}
	_, err = Apply(ctx, tx, parts, nil, RunInfo{Inputs: inputs})
	return len(parts), err
}

// MigrateHashes gives documents, and what is kept of them as extracted, the hashes of what the store holds, where an
// older program made these by another rule: they are checksums; see Verify.
func MigrateHashes(ctx context.Context, tx Tx, documents []string) error {
	owned, err := tx.Owned(ctx, documents)
	if err != nil {
		return fmt.Errorf("reading documents: %w", err)
	}
	h := hold(owned)
	var list []Unit
	for _, u := range units(owned) {
		p, ok := u.Props.(*DocumentProps)
		if !ok {
			continue
		}
		if sum := checksum(h.parts[u.ID]); sum != p.Hash {
			q := *p
			q.Hash, u.Props = sum, &q
			list = append(list, *u)
		}
	}
	slices.SortFunc(list, func(a, b Unit) int { return compareRef(a.Ref, b.Ref) })
	if err := tx.PutUnits(ctx, list); err != nil {
		return fmt.Errorf("writing hashes: %w", err)
	}
	var indexed []ClusterMember
	for _, u := range list { // a store may keep the index beside what is written
		for _, c := range membersOf([]Node{u.Node}) {
			if c.Sketch != "" {
				indexed = append(indexed, c)
			}
		}
	}
	if err := tx.Index(ctx, indexed, nil); err != nil {
		return fmt.Errorf("indexing texts: %w", err)
	}
	return migrateOriginals(ctx, tx, documents)
}

func migrateOriginals(ctx context.Context, tx Originals, documents []string) error {
	data, err := tx.Originals(ctx, documents)
	if err != nil {
		return fmt.Errorf("reading documents as extracted: %w", err)
	}
	var list []Original
	for _, id := range slices.Sorted(maps.Keys(data)) {
		p, err := decodePart(data[id])
		if err != nil {
			return err
		}
		p.Hash = checksum(&Graph{Nodes: p.Nodes, Edges: p.Edges})
		for i, n := range p.Nodes {
			if d, ok := n.Props.(*DocumentProps); ok {
				q := *d
				q.Hash, p.Nodes[i].Props = p.Hash, &q
			}
		}
		encoded, err := encodePart(p)
		if err != nil {
			return err
		}
		list = append(list, Original{id, encoded})
	}
	return tx.Keep(ctx, list)
}

// MigrateDecisions gives ids with signs to the reviews of documents that are not loaded.
func MigrateDecisions(ctx context.Context, tx DecisionLog) error {
	ds, err := AllDecisions(ctx, tx)
	if err != nil {
		return err
	}
	_, err = migrateReviews(ctx, tx, ds, nil)
	return err
}

// of are the reviews of a document.
func (ds Decisions) of(document string) Decisions {
	var list Decisions
	for _, d := range ds {
		if d.Review != nil && d.Review.Document == document {
			list = append(list, d)
		}
	}
	return list
}

// migrateReviews writes those of the decisions anew whose statements have ids without signs, and gives the new keys by
// the old ones. ids has the new ids of the document's other statements by the old ones.
func migrateReviews(ctx context.Context, tx DecisionLog, ds Decisions, ids map[string]string) (map[string]string,
	error) {
	keys := map[string]string{}
	for _, d := range ds {
		if d.Review == nil || d.Review.Was.ID != signlessID(d.Review.Was) {
			continue
		}
		old := d.Key()
		r := d.Review.signed(ids)
		d.Review = &r
		keys[old] = d.Key()
		if err := tx.DropDecision(ctx, old); err != nil {
			return nil, fmt.Errorf("deleting a decision: %w", err)
		}
		if err := putDecision(ctx, tx, d); err != nil {
			return nil, err
		}
	}
	return keys, nil
}

// signed is the review with ids that have signs.
func (r Review) signed(ids map[string]string) Review {
	was, is := r.Was, r.Is
	r.Was.ID = idOf(was)
	r.Was.From = renamed(ids, was.From)
	if is != nil {
		st := *is
		if is.ID == was.ID || is.ID == signlessID(st) {
			st.ID = idOf(st)
		}
		st.From = renamed(ids, st.From)
		r.Is = &st
	}
	return r
}

func renamed(ids map[string]string, id string) string {
	if to, ok := ids[id]; ok {
		return to
	}
	return id
}

// signedIDs gives the new id of each statement whose id has no sign, by the old one.
func (b *partBuilder) signedIDs() map[string]string {
	ids := map[string]string{}
	for _, st := range b.readings() {
		if st.ID == signlessID(st) {
			ids[st.ID] = idOf(st)
		}
	}
	return ids
}

// rename makes the part anew with other ids of statements.
func (b *partBuilder) rename(ids map[string]string) (Part, error) {
	to := func(ref Ref) Ref {
		if ref.Label == Statement {
			ref.ID = renamed(ids, ref.ID)
		}
		return ref
	}
	nodes, edges := b.nodes, b.edges
	b.nodes, b.edges = make(map[Ref]Node, len(nodes)), make(map[EdgeKey]Edge, len(edges))
	for ref, n := range nodes {
		if p, ok := n.Props.(*StatementProps); ok {
			q := *p
			q.InferredFrom = renamed(ids, p.InferredFrom)
			n.Props = &q
		}
		n.Ref = to(ref)
		b.nodes[n.Ref] = n
	}
	for k, e := range edges {
		k.From, k.To = to(k.From), to(k.To)
		b.edges[k] = Edge{EdgeKey: k, Props: e.Props}
	}
	return b.part()
}

func renameKeys(moved map[string]place, keys map[string]string) map[string]place {
	if len(moved) == 0 {
		return nil
	}
	list := make(map[string]place, len(moved))
	for key, at := range moved {
		list[renamed(keys, key)] = at
	}
	return list
}
