package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// Documents are found by the bands of their sketches in properties near_0, near_1 …, each with an index of its own
// (schema/constraints.cypher), for an index does not cover the items of a list; it has their clusters and ids too. So
// the index needs no nodes or edges that would show in the Browser. It is no part of the graph.
const bandPrefix = "near_"

func bandProps(sketch string) map[string]any {
	bands, ok := graph.BandsOf(sketch)
	if !ok {
		return map[string]any{bandPrefix + "0": int64(-1)} // of another version: marked as indexed
	}
	p := make(map[string]any, len(bands))
	for i, key := range bands {
		p[bandName(i)] = key
	}
	return p
}

// Index writes properties of documents: what is gone was deleted with its document, what is replaced is overwritten.
func (t tx) Index(ctx context.Context, list, _ []graph.ClusterMember) error {
	rows := make([]map[string]any, len(list))
	for i, c := range list {
		rows[i] = map[string]any{"id": c.Document, "p": bandProps(c.Sketch)}
	}
	return t.unwind(ctx, indexDocuments, rows)
}

const indexDocuments = "MATCH (d:Document {id: r.id}) SET d += r.p"

// NextClusters asks for each band by its own query: each has its own index.
func (t tx) NextClusters(ctx context.Context, after []graph.BandPlace) ([]graph.BandMember, error) {
	byBand := map[int][]map[string]any{}
	for _, p := range after {
		band := graph.BandOf(p.Key)
		byBand[band] = append(byBand[band], map[string]any{"key": p.Key, "story": p.Cluster})
	}
	var list []graph.BandMember
	for band := range len(graph.Bands{}) {
		if len(byBand[band]) == 0 {
			continue
		}
		records, err := t.run(ctx, nextClusters(band), map[string]any{"rows": byBand[band]})
		if err != nil {
			return nil, err
		}
		members, err := bandMembersOf(records)
		if err != nil {
			return nil, err
		}
		list = append(list, members...)
	}
	return list, nil
}

func nextClusters(band int) string {
	return fmt.Sprintf(`UNWIND $rows AS r CALL { WITH r MATCH (d:Document) USING INDEX d:Document(%[1]s, story, id)
		WHERE d.%[1]s = r.key AND d.story > r.story AND d.id > ''
		RETURN d ORDER BY d.%[1]s, d.story, d.id LIMIT 1 }
		RETURN r.key, d.id, d.sketch, d.story`, bandName(band))
}

// Bucket asks for the rest of the cluster, and then for the clusters after it.
func (t tx) Bucket(ctx context.Context, after graph.BandPlace, limit int) ([]graph.BandMember, error) {
	var list []graph.BandMember
	for _, where := range []string{"d.story = $story AND d.id > $id", "d.story > $story AND d.id > ''"} {
		cypher := fmt.Sprintf(`MATCH (d:Document) USING INDEX d:Document(%[1]s, story, id)
			WHERE d.%[1]s = $key AND %[2]s WITH d ORDER BY d.%[1]s, d.story, d.id LIMIT $limit
			RETURN $key, d.id, d.sketch, d.story`, bandName(graph.BandOf(after.Key)), where)
		records, err := t.run(ctx, cypher, map[string]any{"key": after.Key, "story": after.Cluster, "id": after.Document,
			"limit": limit - len(list)})
		if err != nil {
			return nil, err
		}
		members, err := bandMembersOf(records)
		if err != nil {
			return nil, err
		}
		list = append(list, members...)
	}
	return list, nil
}

func bandName(band int) string { return fmt.Sprint(bandPrefix, band) }

func bandMembersOf(records []*neo4j.Record) ([]graph.BandMember, error) {
	list := make([]graph.BandMember, len(records))
	for i, r := range records {
		m := &list[i]
		if err := errors.Join(read(r, 0, &m.Key), read(r, 1, &m.Document), read(r, 2, &m.Sketch),
			read(r, 3, &m.Cluster)); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (t tx) ClusterMembers(ctx context.Context, clusters []string) ([]graph.ClusterMember, error) {
	records, err := t.run(ctx, `UNWIND $clusters AS cluster MATCH (d:Document {story: cluster})
		OPTIONAL MATCH (d)-[n:NEAR_DUPLICATE_OF]->(o:Document)
		RETURN d.id, d.sketch, d.story, o.id, n.similarity`, map[string]any{"clusters": clusters})
	if err != nil {
		return nil, err
	}
	return membersOf(records)
}

func membersOf(records []*neo4j.Record) ([]graph.ClusterMember, error) {
	list := make([]graph.ClusterMember, len(records))
	for i, r := range records {
		c := &list[i]
		if err := errors.Join(read(r, 0, &c.Document), read(r, 1, &c.Sketch), read(r, 2, &c.Cluster), read(r, 3, &c.Of),
			read(r, 4, &c.Similarity)); err != nil {
			return nil, err
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
