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

func (t *tx) PutNodes(ctx context.Context, nodes []graph.Node) error {
	for _, n := range nodes {
		if err := t.put(ctx, n, nil); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) PutUnits(ctx context.Context, units []graph.Unit) error {
	for _, u := range units {
		if err := t.put(ctx, u.Node, u.Edges); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) put(ctx context.Context, n graph.Node, edges []graph.Edge) error {
	links := map[string]any{}
	if n.Kind != "" {
		links["kindLabel"] = n.Kind
	}
	var rest []graph.Edge
	for _, e := range edges {
		if !link(e, links) {
			rest = append(rest, e)
		}
	}
	tab := tables[n.Label]
	row, err := values(tab.info.Fields, n.Props)
	if err != nil {
		return err
	}
	row = append([]any{n.ID}, row...)
	for _, c := range tab.links {
		row = append(row, links[c])
	}
	if err := t.exec(ctx, tab.upsert, row...); err != nil {
		return err
	}
	return t.PutEdges(ctx, rest)
}

// link writes an edge as columns of its row; false where it has a row of its own.
func link(e graph.Edge, links map[string]any) bool {
	mention := func(id, who string) {
		links[id] = e.To.ID
		for _, c := range []string{"text", "start", "end"} {
			if v, ok := e.Props[c]; ok {
				links[who+title(c)] = v
			}
		}
	}
	switch e.Type {
	case graph.PublishedBy:
		links["source"] = e.To.ID
	case graph.InDocument:
		links["document"] = e.To.ID
	case graph.InTurn:
		links["turn"] = e.To.ID
	case graph.Evidence:
		links["sentence"] = e.To.ID
	case graph.Holder:
		mention("holder", "holder")
	case graph.Target:
		mention("target"+string(e.To.Label), "target")
	case graph.SaidBy:
		mention("sayer", "sayer")
	case graph.OnBehalfOf:
		mention("onBehalfOf", "onBehalfOf")
	default:
		return false
	}
	return true
}

func title(c string) string { return string(c[0]-'a'+'A') + c[1:] }

func (t *tx) PutEdges(ctx context.Context, edges []graph.Edge) error {
	for _, e := range edges {
		r := relationOf(e.Type)
		row, err := values(r.fields, e.Props)
		if err != nil {
			return err
		}
		if err := t.exec(ctx, r.upsert, append(r.key(e.EdgeKey), row...)...); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) DeleteEdges(ctx context.Context, keys []graph.EdgeKey) error {
	for _, k := range keys {
		if isLink(k.Type) { // goes with its row, or is overwritten with it
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
		if err := t.exec(ctx, "DELETE FROM "+tables[ref.Label].name+" WHERE id = ?", ref.ID); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Record(ctx context.Context, run graph.RunInfo, documents []string) error {
	if err := t.exec(ctx, "INSERT INTO run (id, loaded) VALUES (?, ?) ON CONFLICT DO NOTHING", run.ID, run.At.UTC().Format(time.RFC3339)); err != nil {
		return err
	}
	for _, d := range documents {
		if err := t.exec(ctx, "INSERT INTO loaded (document, run) VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET run = excluded.run", d, run.ID); err != nil {
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
