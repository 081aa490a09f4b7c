package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// Documents are found by the bands of their sketches in properties near_0, near_1 …, each with an index of its own
// (schema/constraints.cypher), for an index looks into no list. So the index needs neither nodes nor edges, which one
// would see. It is no part of the graph.
const bandPrefix = "near_"

// indexVersion stands at the store's own node when all documents are indexed.
const indexVersion = 1

// errNotIndexed says that there are documents that are not indexed: an older program loaded them, or they were imported.
var errNotIndexed = errors.New("the documents are not indexed")

func bandProps(sketch string) map[string]any {
	bands, ok := graph.BandsOf(sketch)
	if !ok {
		return map[string]any{bandPrefix + "0": int64(-1)} // of another version; seen to
	}
	p := make(map[string]any, len(bands))
	for i, key := range bands {
		p[fmt.Sprintf("%s%d", bandPrefix, i)] = key
	}
	return p
}

// Index writes to documents that are there. What goes, goes with its document, and what is replaced is overwritten.
func (t tx) Index(ctx context.Context, list, _ []graph.ClusterMember) error {
	rows := make([]map[string]any, len(list))
	for i, c := range list {
		rows[i] = map[string]any{"id": c.Document, "p": bandProps(c.Sketch)}
	}
	return t.unwind(ctx, indexDocuments, rows)
}

const indexDocuments = "MATCH (d:Document {id: r.id}) SET d += r.p"

func (t tx) Candidates(ctx context.Context, keys []int64) ([]graph.ClusterMember, error) {
	byBand := map[int][]int64{}
	for _, key := range keys {
		byBand[graph.BandOf(key)] = append(byBand[graph.BandOf(key)], key)
	}
	var list []graph.ClusterMember
	for band := range len(graph.Bands{}) {
		records, err := t.run(ctx, fmt.Sprintf(`UNWIND $keys AS key MATCH (d:Document {%s%d: key})
			RETURN DISTINCT d.id, d.date, d.sketch, d.story`, bandPrefix, band), map[string]any{"keys": byBand[band]})
		if err != nil {
			return nil, err
		}
		members, err := membersOf(records)
		if err != nil {
			return nil, err
		}
		list = append(list, members...)
	}
	return list, nil
}

func (t tx) ClusterMembers(ctx context.Context, clusters []string) ([]graph.ClusterMember, error) {
	records, err := t.run(ctx, `UNWIND $clusters AS cluster MATCH (d:Document {story: cluster})
		OPTIONAL MATCH (d)-[n:NEAR_DUPLICATE_OF]->(o:Document)
		RETURN d.id, d.date, d.sketch, d.story, o.id, n.similarity`, map[string]any{"clusters": clusters})
	if err != nil {
		return nil, err
	}
	return membersOf(records)
}

// membersOf reads document, date, sketch, cluster and, where there are more columns, Of and similarity.
func membersOf(records []*neo4j.Record) ([]graph.ClusterMember, error) {
	list := make([]graph.ClusterMember, len(records))
	for i, r := range records {
		c := &list[i]
		for j, into := range []*string{&c.Document, &c.Date, &c.Sketch, &c.Cluster, &c.Of} {
			if j == len(r.Values) {
				break
			}
			if err := read(r, j, into); err != nil {
				return nil, err
			}
		}
		if len(r.Values) > 5 {
			if err := read(r, 5, &c.Similarity); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

func (t tx) PutClusters(ctx context.Context, list []graph.ClusterMember) error {
	rows := make([]map[string]any, len(list))
	for i, c := range list {
		rows[i] = map[string]any{"id": c.Document, "story": c.Cluster}
	}
	return t.unwind(ctx, "MATCH (d:Document {id: r.id}) SET d.story = r.story", rows)
}

// indexAll indexes documents that are not, some thousand in a transaction.
func (s *Store) indexAll(ctx context.Context) error {
	const atOnce = 5000
	for {
		records, err := s.auto(ctx, neo4j.AccessModeWrite, `MATCH (d:Document) WHERE d.story IS NULL OR d.sketch IS NOT NULL AND d.near_0 IS NULL
			RETURN d.id, d.sketch, coalesce(d.story, d.id) LIMIT $n`, map[string]any{"n": atOnce})
		if err != nil {
			return err
		}
		var rows []map[string]any
		for _, r := range records {
			id, _ := r.Values[0].(string)
			p := map[string]any{}
			if sketch, ok := r.Values[1].(string); ok {
				p = bandProps(sketch)
			}
			p["story"] = r.Values[2]
			rows = append(rows, map[string]any{"id": id, "p": p})
		}
		if _, err := s.auto(ctx, neo4j.AccessModeWrite, "UNWIND $rows AS r "+indexDocuments, map[string]any{"rows": rows}); err != nil {
			return err
		}
		if len(records) < atOnce {
			break
		}
	}
	_, err := s.auto(ctx, neo4j.AccessModeWrite, "MERGE (s:Stancegraph {id: 'store'}) SET s.indexed = $version", map[string]any{"version": int64(indexVersion)})
	return err
}
