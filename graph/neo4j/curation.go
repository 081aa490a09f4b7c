package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Decisions are nodes Decision, and documents as they were before decisions are nodes Original of the document's id.

// Decide implements graph.Store.
func (s *Store) Decide(ctx context.Context, d graph.Decision, back bool) (graph.Summary, error) {
	sum, err := graph.Decide(ctx, func(documents []string, do func(graph.Tx, []string) (graph.Summary, error)) (graph.Summary,
		error) {
		return inHalves(s, documents, func(part []string) (graph.Summary, error) {
			return s.summed(ctx, func(t graph.Tx) (graph.Summary, error) { return do(t, part) })
		})
	}, d, back)
	return sum, s.explain("deciding in", err)
}

// Decisions implements graph.Store.
func (s *Store) Decisions(ctx context.Context) (ds graph.Decisions, err error) {
	err = s.reading(ctx, func(t tx) error {
		ds, err = graph.ListDecisions(ctx, t)
		return err
	})
	return ds, s.explain("asking", err)
}

// Ledger implements graph.Store.
func (s *Store) Ledger(ctx context.Context) (l graph.Ledger, err error) {
	err = s.reading(ctx, func(t tx) error {
		l, err = t.ledger(ctx)
		return err
	})
	return l, s.explain("reading", err)
}

func (t tx) ledger(ctx context.Context) (l graph.Ledger, err error) {
	if l.Decisions, err = graph.AllDecisions(ctx, t); err != nil {
		return l, err
	}
	runs, err := t.texts(ctx, "MATCH (r:Run) RETURN r.id, r.loaded ORDER BY r.id", nil)
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
	loaded, err := t.texts(ctx, `MATCH (d:Document)-[l:LOADED_IN]->(r:Run)
		RETURN d.id, r.id, l.first, l.input ORDER BY d.id`, nil)
	if err != nil {
		return l, err
	}
	for _, r := range loaded {
		l.Loaded = append(l.Loaded, graph.Loaded{Document: r[0], Run: r[1], First: r[2], Input: r[3]})
	}
	originals, err := t.texts(ctx, "MATCH (o:Original) RETURN o.id, o.data ORDER BY o.id", nil)
	for _, r := range originals {
		l.Originals = append(l.Originals, graph.Original{Document: r[0], Data: r[1]})
	}
	return l, err
}

// Judge implements graph.Store.
func (s *Store) Judge(ctx context.Context, statement string, r graph.Review, edit func(*schema.Statement) error) (
	d graph.Decision, err error) {
	err = s.reading(ctx, func(t tx) error {
		d, err = graph.Judge(ctx, t, statement, r, edit)
		return err
	})
	return d, s.explain("asking", err)
}

// reading runs something that only reads in one transaction, so that it sees one state of the graph.
func (s *Store) reading(ctx context.Context, do func(tx) error) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	_, err := session.ExecuteRead(ctx, func(m neo4j.ManagedTransaction) (any, error) { return nil, do(tx{m}) })
	return err
}

// within runs something in one transaction, and again where the server was away. It makes documents ready first where
// they are not.
func (s *Store) within(ctx context.Context, do func(graph.Tx) error) error {
	write := func(t tx) error {
		switch indexed, version, err := t.lock(ctx); {
		case err != nil:
			return err
		case indexed != indexVersion || version != storeVersion:
			return errNotReady
		}
		return do(t)
	}
	return s.retrying(ctx, func() error {
		err := s.once(ctx, write)
		if errors.Is(err, errNotReady) {
			if err = s.ready(ctx); err == nil {
				err = s.once(ctx, write)
			}
		}
		return err
	})
}

// once runs something in one transaction, without a retry. A cancelled ctx ends it between statements; a commit that
// has begun is not interrupted, so that its outcome is known.
func (s *Store) once(ctx context.Context, do func(tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	whole := context.WithoutCancel(ctx)
	session := s.session(whole, neo4j.AccessModeWrite)
	defer session.Close(whole)
	_, err := session.ExecuteWrite(whole, func(m neo4j.ManagedTransaction) (any, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return nil, do(tx{m})
	})
	return err
}

func (t tx) Inputs(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, `UNWIND $ids AS id MATCH (d:Document {id: id})-[l:LOADED_IN]->(:Run)
		WHERE l.input IS NOT NULL RETURN d.id, l.input`, documents)
}

func (t tx) Decisions(ctx context.Context, keys []string) ([]string, error) {
	return t.list(ctx, `UNWIND $keys AS key MATCH (d:Decision) WHERE d.id STARTS WITH key
		RETURN d.data ORDER BY d.id`, map[string]any{"keys": keys})
}

func (t tx) PutDecision(ctx context.Context, key, data string) error {
	_, err := t.run(ctx, "MERGE (d:Decision {id: $key}) SET d.data = $data", map[string]any{"key": key, "data": data})
	return err
}

func (t tx) DropDecision(ctx context.Context, key string) error {
	_, err := t.run(ctx, "MATCH (d:Decision {id: $key}) DELETE d", map[string]any{"key": key})
	return err
}

func (t tx) Originals(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, "UNWIND $ids AS id MATCH (o:Original {id: id}) RETURN o.id, o.data", documents)
}

func (t tx) Changed(ctx context.Context, documents []string) ([]string, error) {
	return t.list(ctx, "UNWIND $ids AS id MATCH (o:Original {id: id}) RETURN o.id", map[string]any{"ids": documents})
}

func (t tx) Keep(ctx context.Context, originals []graph.Original) error {
	var rows []map[string]any
	for _, o := range originals {
		rows = append(rows, map[string]any{"id": o.Document, "data": o.Data})
	}
	if err := t.unwind(ctx, "WITH r WHERE r.data <> '' MERGE (o:Original {id: r.id}) SET o.data = r.data",
		rows); err != nil {
		return err
	}
	return t.unwind(ctx, "WITH r WHERE r.data = '' MATCH (o:Original {id: r.id}) DELETE o", rows)
}

func (t tx) Naming(ctx context.Context, actor string) ([]string, error) {
	text, err := graph.AssertsOf(actor)
	if err != nil {
		return nil, err
	}
	return t.list(ctx, `MATCH (d:Document) WHERE any(a IN d.asserts WHERE a CONTAINS $text)
		RETURN d.id ORDER BY d.id`, map[string]any{"text": text})
}

func (t tx) Statements(ctx context.Context, prefix string) (map[string]string, error) {
	return t.pairs(ctx, `UNWIND $ids AS prefix MATCH (st:Statement) WHERE st.id STARTS WITH prefix
		WITH st ORDER BY st.id LIMIT 5
		MATCH (st)-[:EVIDENCE]->(:Sentence)-[:IN_DOCUMENT]->(d:Document) RETURN st.id, d.id`, []string{prefix})
}

// list gives the one column of a query.
func (t tx) list(ctx context.Context, cypher string, params map[string]any) ([]string, error) {
	rows, err := t.texts(ctx, cypher, params)
	var all []string
	for _, r := range rows {
		all = append(all, r[0])
	}
	return all, err
}

// pairs gives two columns, the second by the first.
func (t tx) pairs(ctx context.Context, cypher string, ids []string) (map[string]string, error) {
	rows, err := t.texts(ctx, cypher, map[string]any{"ids": ids})
	all := map[string]string{}
	for _, r := range rows {
		all[r[0]] = r[1]
	}
	return all, err
}

// texts gives rows of which every column is text, or null, which is "".
func (t tx) texts(ctx context.Context, cypher string, params map[string]any) ([][]string, error) {
	records, err := t.run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	all := make([][]string, len(records))
	for i, r := range records {
		all[i] = make([]string, len(r.Values))
		for j := range all[i] {
			if err := read(r, j, &all[i][j]); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}
