package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Decide implements graph.Store.
func (s *Store) Decide(ctx context.Context, d graph.Decision, back bool) (graph.Summary, error) {
	sum, err := graph.Decide(ctx, func(documents []string, do func(graph.Tx, []string) (graph.Summary, error)) (graph.Summary,
		error) {
		return s.summed(ctx, func(t graph.Tx) (graph.Summary, error) { return do(t, documents) })
	}, d, back)
	return sum, s.explain("deciding in", err)
}

// Ledger implements graph.Store.
func (s *Store) Ledger(ctx context.Context) (l graph.Ledger, err error) {
	err = s.reading(ctx, func(t *tx) error {
		l, err = t.ledger(ctx)
		return err
	})
	return l, s.explain("reading", err)
}

func (t *tx) ledger(ctx context.Context) (l graph.Ledger, err error) {
	if l.Decisions, err = graph.AllDecisions(ctx, t); err != nil {
		return l, err
	}
	runs, err := t.texts(ctx, "SELECT id, loaded FROM run ORDER BY id")
	if err != nil {
		return l, err
	}
	for _, r := range runs {
		at, err := time.Parse(time.RFC3339, r[1])
		if err != nil {
			return l, fmt.Errorf("run %q: %w", r[0], err)
		}
		l.Runs = append(l.Runs, graph.RunInfo{ID: r[0], At: at})
	}
	loaded, err := t.texts(ctx, `SELECT document, run, coalesce(first, ''), coalesce(input, '') FROM loaded
		ORDER BY document`)
	if err != nil {
		return l, err
	}
	for _, r := range loaded {
		l.Loaded = append(l.Loaded, graph.Loaded{Document: r[0], Run: r[1], First: r[2], Input: r[3]})
	}
	originals, err := t.texts(ctx, "SELECT document, data FROM original ORDER BY document")
	for _, r := range originals {
		l.Originals = append(l.Originals, graph.Original{Document: r[0], Data: r[1]})
	}
	return l, err
}

// Decisions implements graph.Store.
func (s *Store) Decisions(ctx context.Context) (ds graph.Decisions, err error) {
	err = s.reading(ctx, func(t *tx) error {
		ds, err = graph.ListDecisions(ctx, t)
		return err
	})
	return ds, s.explain("asking", err)
}

// Judge implements graph.Store.
func (s *Store) Judge(ctx context.Context, statement string, r graph.Review, edit func(*schema.Statement) error) (
	d graph.Decision, err error) {
	err = s.reading(ctx, func(t *tx) error {
		d, err = graph.Judge(ctx, t, statement, r, edit)
		return err
	})
	return d, s.explain("asking", err)
}

// reading runs something that only reads in one transaction: it sees one state of the file, and waits for no writer.
func (s *Store) reading(ctx context.Context, do func(*tx) error) error {
	db, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Rollback()
	return do(&tx{Tx: db, prepared: map[string]*sql.Stmt{}})
}

// within runs something in one transaction.
func (s *Store) within(ctx context.Context, do func(*tx) error) error {
	db, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer db.Rollback()
	if err := do(&tx{Tx: db, prepared: map[string]*sql.Stmt{}}); err != nil {
		return err
	}
	return db.Commit()
}

func (t *tx) Inputs(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, "SELECT document, input FROM loaded WHERE input IS NOT NULL AND document"+inList, in(documents))
}

func (t *tx) Decisions(ctx context.Context, keys []string) ([]string, error) {
	return t.list(ctx, `SELECT d.data FROM json_each(?) k CROSS JOIN decision d
		ON d.key >= k.value AND d.key < k.value || char(0x10FFFF) ORDER BY d.key`, in(keys))
}

func (t *tx) PutDecision(ctx context.Context, key, data string) error {
	const insert = "INSERT INTO decision (key, data) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET data = excluded.data"
	return t.exec(ctx, insert, key, data)
}

func (t *tx) DropDecision(ctx context.Context, key string) error {
	return t.exec(ctx, "DELETE FROM decision WHERE key = ?", key)
}

func (t *tx) Originals(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, "SELECT document, data FROM original WHERE document"+inList, in(documents))
}

func (t *tx) Changed(ctx context.Context, documents []string) ([]string, error) {
	return t.list(ctx, "SELECT document FROM original WHERE document"+inList, in(documents))
}

func (t *tx) Keep(ctx context.Context, originals []graph.Original) error {
	for _, o := range originals {
		err := t.exec(ctx, "DELETE FROM original WHERE document = ?", o.Document)
		if err == nil && o.Data != "" {
			err = t.exec(ctx, "INSERT INTO original (document, data) VALUES (?, ?)", o.Document, o.Data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) Naming(ctx context.Context, actor string) ([]string, error) {
	text, err := graph.AssertsOf(actor)
	if err != nil {
		return nil, err
	}
	return t.list(ctx, `SELECT DISTINCT d.id FROM document d, json_each(d.asserts) a WHERE instr(a.value, ?) > 0
		ORDER BY d.id`, text)
}

func (t *tx) Statements(ctx context.Context, prefix string) (map[string]string, error) {
	return t.pairs(ctx, `SELECT st.id, se.document FROM statement st JOIN sentence se ON se.id = st.sentence
		WHERE st.id >= ? AND st.id < ? || char(0x10FFFF) ORDER BY st.id LIMIT 5`, prefix, prefix)
}

// list gives the one column of a query.
func (t *tx) list(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := t.texts(ctx, query, args...)
	var all []string
	for _, r := range rows {
		all = append(all, r[0])
	}
	return all, err
}

// pairs gives two columns, the second by the first.
func (t *tx) pairs(ctx context.Context, query string, args ...any) (map[string]string, error) {
	rows, err := t.texts(ctx, query, args...)
	all := map[string]string{}
	for _, r := range rows {
		all[r[0]] = r[1]
	}
	return all, err
}

// texts gives rows of which every column is text.
func (t *tx) texts(ctx context.Context, query string, args ...any) ([][]string, error) {
	var all [][]string
	_, err := each(ctx, t, query, args, func(row []any) error {
		words := make([]string, len(row))
		for i, v := range row {
			var ok bool
			if words[i], ok = v.(string); !ok {
				return fmt.Errorf("column %d of %.60q is %T, not text", i+1, query, v)
			}
		}
		all = append(all, words)
		return nil
	})
	return all, err
}
