package sqlite

import (
	"context"
	"database/sql"
	"time"

	"github.com/stancegraph/stancegraph/graph"
)

// tx is one transaction; it implements graph.Tx.
type tx struct {
	*sql.Tx
	prepared map[string]*sql.Stmt
}

// prepare prepares each statement once.
func (t *tx) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if st, ok := t.prepared[query]; ok {
		return st, nil
	}
	st, err := t.PrepareContext(ctx, query)
	if err == nil {
		t.prepared[query] = st
	}
	return st, err
}

func (t *tx) exec(ctx context.Context, query string, args ...any) error {
	st, err := t.prepare(ctx, query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}

// QueryContext runs a prepared query.
func (t *tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := t.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(ctx, args...)
}

// insert writes rows, many at once.
func (t *tx) insert(ctx context.Context, u upserts, rows [][]any) error {
	var args []any
	for len(rows) >= rowsAtOnce {
		args = args[:0]
		for _, row := range rows[:rowsAtOnce] {
			args = append(args, row...)
		}
		if err := t.exec(ctx, u.many, args...); err != nil {
			return err
		}
		rows = rows[rowsAtOnce:]
	}
	for _, row := range rows {
		if err := t.exec(ctx, u.one, row...); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) PutNodes(ctx context.Context, nodes []graph.Node) error {
	units := make([]graph.Unit, len(nodes))
	for i, n := range nodes {
		units[i].Node = n
	}
	return t.PutUnits(ctx, units)
}

func (t *tx) PutUnits(ctx context.Context, units []graph.Unit) error {
	rows := map[graph.Label][][]any{}
	var rest []graph.Edge
	for _, u := range units {
		tab := tables[u.Label]
		row := make([]any, len(tab.columns))
		row[0] = u.ID
		if err := fill(row[1:], tab.info.Fields, u.Row()); err != nil {
			return err
		}
		if u.Kind != "" {
			row[tab.at["kindLabel"]] = u.Kind
		}
		for _, e := range u.Edges {
			if !link(e, tab, row) {
				rest = append(rest, e)
			}
		}
		rows[u.Label] = append(rows[u.Label], row)
	}
	for _, info := range graph.Labels() {
		if err := t.insert(ctx, tables[info.Label].upserts, rows[info.Label]); err != nil {
			return err
		}
	}
	return t.PutEdges(ctx, rest)
}

// link writes an edge into columns of its row; false where it has a row of its own.
func link(e graph.Edge, tab table, row []any) bool {
	for _, l := range links {
		if l.typ != e.Type || l.to != e.To.Label {
			continue
		}
		row[tab.at[l.column]] = e.To.ID
		if l.words != "" {
			values := e.Row()
			for i, name := range mentionProperties {
				if v, ok := values[name]; ok {
					row[tab.at[l.words+mentionColumns[i]]] = v
				}
			}
		}
		return true
	}
	return false
}

// AddEdges is PutEdges: writing a row takes as long whether there is one or not.
func (t *tx) AddEdges(ctx context.Context, edges []graph.Edge) error { return t.PutEdges(ctx, edges) }

func (t *tx) PutEdges(ctx context.Context, edges []graph.Edge) error {
	rows := map[*relation][][]any{}
	for _, e := range edges {
		r := relationOf(e.Type)
		row := make([]any, len(r.columns)+len(r.fields))
		n := copy(row, r.key(e.EdgeKey))
		if err := fill(row[n:], r.fields, e.Row()); err != nil {
			return err
		}
		rows[r] = append(rows[r], row)
	}
	for _, r := range relations {
		if err := t.insert(ctx, r.upserts, rows[r]); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) DeleteEdges(ctx context.Context, keys []graph.EdgeKey) error {
	for _, k := range keys {
		if isLink(k.Type) { // deleted or overwritten with its row
			continue
		}
		r := relationOf(k.Type)
		if err := t.exec(ctx, r.delete, r.key(k)...); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) DeleteNodes(ctx context.Context, refs []graph.Ref) error {
	for _, ref := range refs {
		if ref.Label == graph.Statement {
			for _, query := range []string{"DELETE FROM about WHERE statement = ?", "DELETE FROM contrast WHERE statement = ?"} {
				if err := t.exec(ctx, query, ref.ID); err != nil {
					return err
				}
			}
		}
		if err := t.exec(ctx, "DELETE FROM "+tables[ref.Label].name+" WHERE id = ?", ref.ID); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Record(ctx context.Context, run graph.RunInfo, documents []string) error {
	at := run.At.UTC().Format(time.RFC3339)
	if err := t.exec(ctx, "INSERT INTO run (id, loaded) VALUES (?, ?) ON CONFLICT DO NOTHING", run.ID, at); err != nil {
		return err
	}
	for _, d := range documents {
		const insert = `INSERT INTO loaded (document, run, first) VALUES (?, ?, ?)
			ON CONFLICT (document) DO UPDATE SET run = excluded.run`
		if err := t.exec(ctx, insert, d, run.ID, at); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Note(ctx context.Context, inputs []graph.Input) error {
	for _, in := range inputs {
		if err := t.exec(ctx, "UPDATE loaded SET input = nullif(?, '') WHERE document = ?", in.Key, in.Document); err != nil {
			return err
		}
	}
	return nil
}
