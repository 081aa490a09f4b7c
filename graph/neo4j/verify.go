package neo4j

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph"
)

var _ graph.RepairTx = tx{}

// Verify implements graph.Store. The files of the server are checked by its own "neo4j-admin database check".
func (s *Store) Verify(ctx context.Context) (found []graph.Damage, err error) {
	err = s.retrying(ctx, func() error {
		return s.reading(ctx, func(t tx) error {
			if err := t.current(ctx); err != nil {
				return err
			}
			scan, err := t.Scan(ctx)
			if err != nil {
				return err
			}
			found = graph.Verify(scan)
			wrong, err := t.wrongBands(ctx)
			found = append(found, wrong...)
			return err
		})
	})
	return found, s.explain("verifying", err)
}

// current gives graph.ErrOld where there are documents that were imported or that an older program loaded.
func (t tx) current(ctx context.Context) error {
	records, err := t.run(ctx, `MATCH (d:Document) WITH d LIMIT 1 OPTIONAL MATCH (s:Stancegraph {id: 'store'})
		RETURN s.indexed, s.version`, nil)
	if err != nil || len(records) == 0 {
		return err
	}
	var indexed, version int64
	if err := errors.Join(read(records[0], 0, &indexed), read(records[0], 1, &version)); err != nil {
		return err
	}
	if indexed != indexVersion || version != storeVersion {
		return graph.ErrOld
	}
	return nil
}

// Repair implements graph.Store.
func (s *Store) Repair(ctx context.Context, documents []string) error {
	err := s.retrying(ctx, func() error {
		return s.once(ctx, func(t tx) error {
			if _, _, err := t.lock(ctx); err != nil {
				return err
			}
			return graph.Repair(ctx, t, documents)
		})
	})
	return s.explain("repairing", err)
}

// Scan implements graph.RepairTx.
func (t tx) Scan(ctx context.Context) (*graph.Scan, error) {
	s := &graph.Scan{Graph: &graph.Graph{}}
	if err := t.all(ctx, s.Graph, func(err error) error {
		s.Unread = append(s.Unread, graph.Damage{What: err.Error()})
		return nil
	}); err != nil {
		return nil, err
	}
	s.Graph.Sort()
	originals, err := t.texts(ctx, "MATCH (o:Original) RETURN toString(o.id), toString(o.data) ORDER BY o.id", nil)
	for _, r := range originals {
		s.Originals = append(s.Originals, graph.Original{Document: r[0], Data: r[1]})
	}
	return s, err
}

// Blank implements graph.RepairTx. Nodes that belong to no document any more are deleted too.
func (t tx) Blank(ctx context.Context, documents []string) error {
	params := map[string]any{"ids": documents}
	for _, cypher := range []string{
		`UNWIND $ids AS id MATCH (:Document {id: id})<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(n:Statement)
			DETACH DELETE n`,
		"UNWIND $ids AS id MATCH (:Document {id: id})<-[:IN_DOCUMENT]-(n) DETACH DELETE n",
		"MATCH (n:Sentence|Turn) WHERE NOT (n)-[:IN_DOCUMENT]->() DETACH DELETE n",
		"MATCH (n:Statement) WHERE NOT (n)-[:EVIDENCE]->() DETACH DELETE n",
		"UNWIND $ids AS id MATCH (:Document {id: id})-[e:PUBLISHED_BY]->() DELETE e",
		"UNWIND $ids AS id MATCH (d:Document {id: id}) SET d = {id: d.id, story: d.id}",
	} {
		if _, err := t.run(ctx, cypher, params); err != nil {
			return err
		}
	}
	return nil
}

// wrongBands compares the index of near-duplicates with what it should hold.
func (t tx) wrongBands(ctx context.Context) ([]graph.Damage, error) {
	records, err := t.run(ctx, "MATCH (d:Document) WHERE d.sketch IS NOT NULL RETURN d.id, d.sketch, properties(d)", nil)
	if err != nil {
		return nil, err
	}
	var found []graph.Damage
	for _, r := range records {
		var id, sketch string
		if err := errors.Join(read(r, 0, &id), read(r, 1, &sketch)); err != nil {
			continue // a damaged document, which is found as such
		}
		p, _ := r.Values[2].(map[string]any) // properties() gives nothing else
		for _, name := range slices.Sorted(maps.Keys(bandProps(sketch))) {
			if bandProps(sketch)[name] != p[name] {
				found = append(found, graph.Damage{What: "the index of near-duplicates is not what follows from the text",
					Documents: []string{id}, Derived: true})
				break
			}
		}
	}
	return found, nil
}

// Reindex implements graph.RepairTx.
func (t tx) Reindex(ctx context.Context, all []graph.ClusterMember) error {
	all = slices.DeleteFunc(slices.Clone(all), func(c graph.ClusterMember) bool { return c.Sketch == "" })
	return t.Index(ctx, all, nil)
}
