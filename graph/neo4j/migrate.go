package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// The store's own node, (:Stancegraph {id: 'store'}), says what has been done to all documents: indexed is indexVersion
// when they are indexed for near-duplicates, version is storeVersion when all statement ids have signs (2) and all hashes
// are checksums of what is there (3). Older programs set version to 1 whenever they write. After an import there is no
// such node.
const (
	indexVersion = 2 // 1: clusters had the ids of their first documents, by date
	storeVersion = 3
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

// migrate gives the statements of all documents ids with signs and the documents checksums, some documents in a
// transaction; fewer where the server has no memory for so many.
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
		if migrated, err = graph.MigrateStatements(ctx, t, documents); err != nil {
			return err
		}
		return graph.MigrateHashes(ctx, t, documents)
	})
	return documents, migrated, err
}

// indexAll makes the clusters of near-duplicates and their index anew, where documents were imported or an older program
// clustered them by another order. It writes what is to be changed only, some thousand documents in a transaction.
func (s *Store) indexAll(ctx context.Context) error {
	for band := range len(graph.Bands{}) { // of older programs
		drop := fmt.Sprintf("DROP INDEX stancegraph_near_%d IF EXISTS", band)
		if _, err := s.auto(ctx, neo4j.AccessModeWrite, drop, nil); err != nil {
			return err
		}
	}
	list, missing, err := s.clusters(ctx)
	if err != nil {
		return err
	}
	before := map[string]graph.ClusterMember{}
	for _, c := range list {
		before[c.Document] = c
	}
	graph.Cluster(list)
	list = slices.DeleteFunc(list, func(c graph.ClusterMember) bool {
		return c == before[c.Document] && !missing[c.Document]
	})
	const atOnce = 2000
	for chunk := range slices.Chunk(list, atOnce) {
		if err := s.whileNotIndexed(ctx, func(t tx) error { return t.recluster(ctx, chunk, before) }); err != nil {
			return err
		}
	}
	return s.whileNotIndexed(ctx, func(t tx) error {
		_, err := t.run(ctx, "MATCH (s:Stancegraph {id: 'store'}) SET s.indexed = $version",
			map[string]any{"version": indexVersion})
		return err
	})
}

// whileNotIndexed runs something in a transaction, unless another program has indexed all documents meanwhile.
func (s *Store) whileNotIndexed(ctx context.Context, do func(tx) error) error {
	return s.once(ctx, func(t tx) error {
		indexed, _, err := t.lock(ctx)
		if err != nil || indexed == indexVersion {
			return err
		}
		return do(t)
	})
}

// clusters gives all documents with their clusters, and which of them are not indexed.
func (s *Store) clusters(ctx context.Context) ([]graph.ClusterMember, map[string]bool, error) {
	records, err := s.auto(ctx, neo4j.AccessModeRead, `MATCH (d:Document)
		OPTIONAL MATCH (d)-[n:NEAR_DUPLICATE_OF]->(o:Document)
		RETURN d.id, d.sketch, d.story, o.id, n.similarity,
			d.story IS NULL OR d.sketch IS NOT NULL AND d.near_0 IS NULL`, nil)
	if err != nil {
		return nil, nil, err
	}
	list, err := membersOf(records)
	if err != nil {
		return nil, nil, err
	}
	missing := map[string]bool{}
	for i, r := range records {
		if r.Values[5] == true {
			missing[list[i].Document] = true
		}
	}
	return list, missing, nil
}

// recluster writes documents with clusters and index.
func (t tx) recluster(ctx context.Context, list []graph.ClusterMember, before map[string]graph.ClusterMember) error {
	var gone []graph.EdgeKey
	var edges []graph.Edge
	for _, c := range list {
		was := before[c.Document]
		if e, ok := was.Edge(); ok && was.Of != c.Of {
			gone = append(gone, e.EdgeKey)
		}
		if e, ok := c.Edge(); ok {
			edges = append(edges, e)
		}
	}
	if err := t.DeleteEdges(ctx, gone); err != nil {
		return err
	}
	if err := t.PutClusters(ctx, list); err != nil {
		return err
	}
	if err := t.PutEdges(ctx, edges); err != nil {
		return err
	}
	list = slices.DeleteFunc(slices.Clone(list), func(c graph.ClusterMember) bool { return c.Sketch == "" })
	return t.Index(ctx, list, nil)
}
