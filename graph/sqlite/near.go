package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

func (t *tx) Alike(ctx context.Context, keys []int64) ([]graph.Copy, error) {
	const query = `SELECT d.id, coalesce(d.date, ''), d.sketch, d.story, '', 0.0 FROM document d WHERE d.id IN (SELECT document FROM band WHERE key` + inList + ")"
	return copies(t.QueryContext(ctx, query, in(keys)))
}

func (t *tx) Stories(ctx context.Context, stories []string) ([]graph.Copy, error) {
	const query = `SELECT d.id, coalesce(d.date, ''), coalesce(d.sketch, ''), d.story, coalesce(n."of", ''), coalesce(n.similarity, 0.0)
		FROM document d LEFT JOIN near n ON n.document = d.id WHERE d.story` + inList
	return copies(t.QueryContext(ctx, query, in(stories)))
}

func copies(rows *sql.Rows, err error) ([]graph.Copy, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []graph.Copy
	for rows.Next() {
		var c graph.Copy
		if err := rows.Scan(&c.Document, &c.Date, &c.Sketch, &c.Story, &c.Of, &c.Similarity); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, rows.Err()
}

func (t *tx) PutStories(ctx context.Context, list []graph.Copy) error {
	for _, c := range list {
		if err := t.exec(ctx, "UPDATE document SET story = ? WHERE id = ?", c.Story, c.Document); err != nil {
			return err
		}
	}
	return nil
}

// bandRows has no column to update: what is there stays.
var bandRows = newUpserts("band", []string{"key", "document"}, 2)

// Index writes in the order of the table, which is much faster than by documents.
func (t *tx) Index(ctx context.Context, list, gone []graph.Copy) error {
	for _, row := range bandsOf(gone) {
		if err := t.exec(ctx, "DELETE FROM band WHERE key = ? AND document = ?", row...); err != nil {
			return err
		}
	}
	return t.insert(ctx, bandRows, bandsOf(list))
}

func bandsOf(list []graph.Copy) [][]any {
	var rows [][]any
	for _, c := range list {
		bands, _ := graph.BandsOf(c.Sketch)
		for _, key := range bands {
			rows = append(rows, []any{key, c.Document})
		}
	}
	slices.SortFunc(rows, func(a, b []any) int {
		return cmp.Or(cmp.Compare(a[0].(int64), b[0].(int64)), strings.Compare(a[1].(string), b[1].(string)))
	})
	return rows
}
