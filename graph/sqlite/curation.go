package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Decide implements graph.Store.
func (s *Store) Decide(ctx context.Context, d graph.Decision, back bool) (graph.Summary, error) {
	sum, err := graph.Decide(ctx, func(do func(graph.Tx) error) error { return s.within(ctx, do) }, d, back)
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
	rows := func(query string, add func(a, b, c, d string)) error {
		_, err := each(ctx, t, query, nil, func(row []any) error {
			var s [4]string
			for i, v := range row {
				s[i], _ = v.(string)
			}
			add(s[0], s[1], s[2], s[3])
			return nil
		})
		return err
	}
	err = errors.Join(
		rows("SELECT id, loaded FROM run ORDER BY id", func(id, at, _, _ string) {
			when, _ := time.Parse(time.RFC3339, at)
			l.Runs = append(l.Runs, graph.RunInfo{ID: id, At: when})
		}),
		rows("SELECT document, run, coalesce(first, ''), coalesce(input, '') FROM loaded ORDER BY document", func(document, run, first, input string) {
			l.Loaded = append(l.Loaded, graph.Loaded{Document: document, Run: run, First: first, Input: input})
		}),
		rows("SELECT document, data FROM original ORDER BY document", func(document, data, _, _ string) {
			l.Originals = append(l.Originals, graph.Original{Document: document, Data: data})
		}))
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
func (s *Store) Judge(ctx context.Context, statement string, r graph.Review, edit func(*schema.Statement) error) (d graph.Decision, err error) {
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
func (s *Store) within(ctx context.Context, do func(graph.Tx) error) error {
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
	return t.list(ctx, `SELECT d.data FROM json_each(?) k CROSS JOIN decision d ON d.key >= k.value AND d.key < k.value || char(0x10FFFF)
		ORDER BY d.key`, in(keys))
}

func (t *tx) PutDecision(ctx context.Context, key, data string) error {
	return t.exec(ctx, "INSERT INTO decision (key, data) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET data = excluded.data", key, data)
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
	return t.list(ctx, "SELECT DISTINCT d.id FROM document d, json_each(d.asserts) a WHERE instr(a.value, ?) > 0 ORDER BY d.id", graph.AssertsOf(actor))
}

func (t *tx) Statements(ctx context.Context, prefix string) (map[string]string, error) {
	return t.pairs(ctx, `SELECT st.id, se.document FROM statement st JOIN sentence se ON se.id = st.sentence
		WHERE st.id >= ? AND st.id < ? || char(0x10FFFF) ORDER BY st.id LIMIT 5`, prefix, prefix)
}

// list gives the one column of a query.
func (t *tx) list(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	_, err := each(ctx, t, query, args, func(row []any) error {
		s, _ := row[0].(string)
		all = append(all, s)
		return nil
	})
	return all, err
}

// pairs gives two columns, the second by the first.
func (t *tx) pairs(ctx context.Context, query string, args ...any) (map[string]string, error) {
	all := map[string]string{}
	_, err := each(ctx, t, query, args, func(row []any) error {
		key, _ := row[0].(string)
		all[key], _ = row[1].(string)
		return nil
	})
	return all, err
}
