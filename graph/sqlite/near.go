package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

func (t *tx) Candidates(ctx context.Context, keys []int64) ([]graph.ClusterMember, error) {
	const query = `SELECT d.id, coalesce(d.date, ''), d.sketch, d.story, '', 0.0 FROM document d
		WHERE d.id IN (SELECT document FROM band WHERE key` + inList + ")"
	return members(t.QueryContext(ctx, query, in(keys)))
}

func (t *tx) ClusterMembers(ctx context.Context, clusters []string) ([]graph.ClusterMember, error) {
	const query = `SELECT d.id, coalesce(d.date, ''), coalesce(d.sketch, ''), d.story,
			coalesce(n."of", ''), coalesce(n.similarity, 0.0)
		FROM document d LEFT JOIN near n ON n.document = d.id WHERE d.story` + inList
	return members(t.QueryContext(ctx, query, in(clusters)))
}

func members(rows *sql.Rows, err error) ([]graph.ClusterMember, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []graph.ClusterMember
	for rows.Next() {
		var c graph.ClusterMember
		if err := rows.Scan(&c.Document, &c.Date, &c.Sketch, &c.Cluster, &c.Of, &c.Similarity); err != nil {
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
var bandRows = newUpserts("band", []string{"key", "document"}, 2)

// Index writes in the order of the table, which is much faster than by documents.
func (t *tx) Index(ctx context.Context, list, gone []graph.ClusterMember) error {
	for _, row := range bandsOf(gone) {
		if err := t.exec(ctx, "DELETE FROM band WHERE key = ? AND document = ?", row...); err != nil {
			return err
		}
	}
	return t.insert(ctx, bandRows, bandsOf(list))
}

func bandsOf(list []graph.ClusterMember) [][]any {
	type band struct {
		key      int64
		document string
	}
	var bands []band
	for _, c := range list {
		keys, _ := graph.BandsOf(c.Sketch)
		for _, key := range keys {
			bands = append(bands, band{key, c.Document})
		}
	}
	slices.SortFunc(bands, func(a, b band) int {
		return cmp.Or(cmp.Compare(a.key, b.key), strings.Compare(a.document, b.document))
	})
	rows := make([][]any, len(bands))
	for i, b := range bands {
		rows[i] = []any{b.key, b.document}
	}
	return rows
}
