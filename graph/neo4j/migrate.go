package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// The store's own node, (:Stancegraph {id: 'store'}), says what has been done to all documents: indexed is indexVersion
// when they are indexed for near-duplicates, version is storeVersion when all statement ids have signs. Older programs
// set version to 1 whenever they write. After an import there is no such node.
const (
	indexVersion = 1
	storeVersion = 2
)

// errNotReady says that there may be documents that an older program loaded, or that were imported; see ready.
var errNotReady = errors.New("the documents are not ready to be written to")

// lock makes other writers wait until this transaction has ended, for what it writes rests on what it reads. It gives
// the versions that the store's own node has, 0 for none.
func (t tx) lock(ctx context.Context) (indexed, version int64, err error) {
	records, err := t.run(ctx, "MERGE (s:Stancegraph {id: 'store'}) SET s.locked = true RETURN s.indexed, s.version", nil)
	if err != nil || len(records) == 0 {
		return 0, 0, err
	}
	return indexed, version, errors.Join(read(records[0], 0, &indexed), read(records[0], 1, &version))
}

// ready indexes and migrates documents that older programs loaded or that were imported. After an error, or an
// interruption, the same again completes it. A graph of a newer program is an error.
func (s *Store) ready(ctx context.Context) error {
	var indexed, version int64
	if err := s.once(ctx, func(t tx) (err error) {
		indexed, version, err = t.lock(ctx)
		return err
	}); err != nil {
		return err
	}
	if version > storeVersion {
		return fmt.Errorf("a newer stancegraph loaded the graph (version %d, this one knows %d)", version, storeVersion)
	}
	if indexed != indexVersion {
		if err := s.indexAll(ctx); err != nil {
			return err
		}
	}
	if version != storeVersion {
		return s.migrate(ctx)
	}
	return nil
}

// migrateOld does so where the database holds documents that need it; one that is read only stays as it is.
func (s *Store) migrateOld(ctx context.Context) error {
	records, err := s.auto(ctx, neo4j.AccessModeRead, `OPTIONAL MATCH (s:Stancegraph {id: 'store'})
		WITH s OPTIONAL MATCH (n:Document|Decision) WITH s, n LIMIT 1 RETURN s.version, n IS NULL`, nil)
	if err != nil || len(records) == 0 {
		return err
	}
	var version int64
	if err := read(records[0], 0, &version); err != nil {
		return err
	}
	if version == storeVersion || records[0].Values[1] == true {
		return nil
	}
	if err := s.retrying(ctx, func() error { return s.ready(ctx) }); !mayNotWrite(err) {
		return err
	}
	return nil
}

// migrate gives the statements of all documents ids with signs, some documents in a transaction; fewer where the server
// has no memory for so many.
func (s *Store) migrate(ctx context.Context) error {
	said := false
	for after, atOnce := "", 50; ; {
		documents, migrated, err := s.migrateSome(ctx, after, atOnce)
		switch {
		case tooBig(err) && atOnce > 1:
			atOnce /= 2
			continue
		case err != nil:
			return err
		}
		if migrated > 0 && !said {
			said = true
			s.say("an older stancegraph loaded this graph; giving its statements new ids")
		}
		if len(documents) < atOnce {
			break
		}
		after = documents[len(documents)-1]
	}
	return s.once(ctx, func(t tx) error {
		if _, _, err := t.lock(ctx); err != nil {
			return err
		}
		if err := graph.MigrateDecisions(ctx, t); err != nil {
			return err
		}
		_, err := t.run(ctx, "MATCH (s:Stancegraph {id: 'store'}) SET s.version = $version",
			map[string]any{"version": storeVersion})
		return err
	})
}

// migrateSome migrates the first documents after an id, in the order of ids, and says which these are and how many of
// them it changed.
func (s *Store) migrateSome(ctx context.Context, after string, n int) (documents []string, migrated int, err error) {
	err = s.once(ctx, func(t tx) (err error) {
		if _, _, err = t.lock(ctx); err != nil {
			return err
		}
		documents, err = t.list(ctx, "MATCH (d:Document) WHERE d.id > $after RETURN d.id ORDER BY d.id LIMIT $n",
			map[string]any{"after": after, "n": n})
		if err != nil {
			return err
		}
		migrated, err = graph.MigrateStatements(ctx, t, documents)
		return err
	})
	return documents, migrated, err
}

// indexAll indexes documents that are not, some thousand in a transaction.
func (s *Store) indexAll(ctx context.Context) error {
	const atOnce = 5000
	for {
		records, err := s.auto(ctx, neo4j.AccessModeWrite, `MATCH (d:Document)
			WHERE d.story IS NULL OR d.sketch IS NOT NULL AND d.near_0 IS NULL
			RETURN d.id, d.sketch, coalesce(d.story, d.id) LIMIT $n`, map[string]any{"n": atOnce})
		if err != nil {
			return err
		}
		rows := make([]map[string]any, len(records))
		for i, r := range records {
			var id, sketch, cluster string
			if err := errors.Join(read(r, 0, &id), read(r, 1, &sketch), read(r, 2, &cluster)); err != nil {
				return err
			}
			p := map[string]any{}
			if sketch != "" {
				p = bandProps(sketch)
			}
			p["story"] = cluster
			rows[i] = map[string]any{"id": id, "p": p}
		}
		index := map[string]any{"rows": rows}
		if _, err := s.auto(ctx, neo4j.AccessModeWrite, "UNWIND $rows AS r "+indexDocuments, index); err != nil {
			return err
		}
		if len(records) < atOnce {
			break
		}
	}
	_, err := s.auto(ctx, neo4j.AccessModeWrite, "MERGE (s:Stancegraph {id: 'store'}) SET s.indexed = $version",
		map[string]any{"version": indexVersion})
	return err
}
