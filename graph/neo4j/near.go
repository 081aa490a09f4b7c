package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// Documents are found by the bands of their sketches in properties near_0, near_1 …, each with an index of its own
// (schema/constraints.cypher), for an index does not cover the items of a list. So the index needs no nodes or edges
// that would show in the Browser. It is no part of the graph.
const bandPrefix = "near_"

func bandProps(sketch string) map[string]any {
	bands, ok := graph.BandsOf(sketch)
	if !ok {
		return map[string]any{bandPrefix + "0": int64(-1)} // of another version: marked as indexed
	}
	p := make(map[string]any, len(bands))
	for i, key := range bands {
		p[fmt.Sprintf("%s%d", bandPrefix, i)] = key
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
