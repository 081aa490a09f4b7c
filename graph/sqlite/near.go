package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// nextClusters looks each place up in the index; one statement for all, for there are many.
const nextClusters = `WITH next (key, document) AS MATERIALIZED (SELECT p.value ->> 0, (SELECT b.document FROM band b
		WHERE b.key = p.value ->> 0 AND b.story > p.value ->> 1 ORDER BY b.story, b.document LIMIT 1) FROM json_each(?) p)
	SELECT next.key, d.id, d.sketch, d.story FROM next CROSS JOIN document d ON d.id = next.document`

func (t *tx) NextClusters(ctx context.Context, after []graph.BandPlace) ([]graph.BandMember, error) {
	places := make([][2]any, len(after))
	for i, p := range after {
		places[i] = [2]any{p.Key, p.Cluster}
	}
	data, err := json.Marshal(places)
	if err != nil {
		return nil, fmt.Errorf("writing places as JSON: %w", err)
	}
	return bandMembers(t.QueryContext(ctx, nextClusters, string(data)))
}

func (t *tx) Bucket(ctx context.Context, after graph.BandPlace, limit int) ([]graph.BandMember, error) {
	const query = `SELECT b.key, d.id, d.sketch, d.story FROM band b CROSS JOIN document d ON d.id = b.document
		WHERE b.key = ? AND (b.story, b.document) > (?, ?) ORDER BY b.story, b.document LIMIT ?`
	return bandMembers(t.QueryContext(ctx, query, after.Key, after.Cluster, after.Document, limit))
}

func bandMembers(rows *sql.Rows, err error) ([]graph.BandMember, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []graph.BandMember
	for rows.Next() {
		var m graph.BandMember
		if err := rows.Scan(&m.Key, &m.Document, &m.Sketch, &m.Cluster); err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, rows.Err()
}

func (t *tx) ClusterMembers(ctx context.Context, clusters []string) ([]graph.ClusterMember, error) {
	return members(t.QueryContext(ctx, selectMembers+" WHERE d.story"+inList, in(clusters)))
}

const selectMembers = `SELECT d.id, coalesce(d.sketch, ''), d.story, coalesce(n."of", ''), coalesce(n.similarity, 0.0)
	FROM document d LEFT JOIN near n ON n.document = d.id`

func members(rows *sql.Rows, err error) ([]graph.ClusterMember, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []graph.ClusterMember
	for rows.Next() {
		var c graph.ClusterMember
		if err := rows.Scan(&c.Document, &c.Sketch, &c.Cluster, &c.Of, &c.Similarity); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, rows.Err()
}

func (t *tx) PutClusters(ctx context.Context, list []graph.ClusterMember) error {
	for _, c := range list {
		if err := t.exec(ctx, "UPDATE document SET story = ? WHERE id = ?", c.Cluster, c.Document); err != nil {
			return err
		}
	}
	return nil
}

// bandRows has no column to update: what is there stays.
var bandRows = newUpserts("band", []string{"key", "story", "document"}, 3)

// indexedAtOnce is of how many documents Index holds the rows in memory, which are larger than their sketches: all of a
// large cluster get others when it gets another representative.
const indexedAtOnce = 2048

// Index writes in the order of the table, which is much faster than by documents.
func (t *tx) Index(ctx context.Context, list, gone []graph.ClusterMember) error {
	for some := range slices.Chunk(gone, indexedAtOnce) {
		for _, row := range bandsOf(some) {
			if err := t.exec(ctx, "DELETE FROM band WHERE key = ? AND story = ? AND document = ?", row...); err != nil {
				return err
			}
		}
	}
	for some := range slices.Chunk(list, indexedAtOnce) {
		if err := t.insert(ctx, bandRows, bandsOf(some)); err != nil {
			return err
		}
	}
	return nil
}

func bandsOf(list []graph.ClusterMember) [][]any {
	type band struct {
		key             int64
		story, document string
	}
	var bands []band
	for _, c := range list {
		keys, ok := graph.BandsOf(c.Sketch)
		if !ok {
			continue
		}
		for _, key := range keys {
			bands = append(bands, band{key, c.Cluster, c.Document})
		}
	}
	slices.SortFunc(bands, func(a, b band) int {
		return cmp.Or(cmp.Compare(a.key, b.key), strings.Compare(a.story, b.story), strings.Compare(a.document, b.document))
	})
	rows := make([][]any, len(bands))
	for i, b := range bands {
		rows[i] = []any{b.key, b.story, b.document}
	}
	return rows
}

// clusterAll makes the clusters and their index anew, as a store of before has others.
func clusterAll(ctx context.Context, t *tx) error {
	list, err := members(t.QueryContext(ctx, selectMembers))
	if err != nil {
		return err
	}
	if err := errors.Join(t.exec(ctx, "DELETE FROM near"), t.exec(ctx, "DELETE FROM band")); err != nil {
		return err
	}
	graph.Cluster(list)
	var edges []graph.Edge
	for _, c := range list {
		if e, ok := c.Edge(); ok {
			edges = append(edges, e)
		}
	}
	if err := t.PutClusters(ctx, list); err != nil {
		return err
	}
	if err := t.PutEdges(ctx, edges); err != nil {
		return err
	}
	return t.Index(ctx, list, nil)
}
