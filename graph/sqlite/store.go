package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

var _ graph.Store = (*Store)(nil)

// batchNodes is how many nodes one transaction writes at most, unless one document has more.
const batchNodes = 50_000

// Save implements graph.Store.
func (s *Store) Save(ctx context.Context, batch []schema.Extraction, run graph.RunInfo) (graph.Summary, error) {
	var sum graph.Summary
	err := graph.Batches(batch, batchNodes, func(parts []graph.Part) error {
		done, err := s.apply(ctx, parts, nil, run)
		sum.Plus(done)
		return err
	})
	return sum, s.explain("loading into", err)
}

// Remove implements graph.Store.
func (s *Store) Remove(ctx context.Context, document string) (graph.Summary, error) {
	sum, err := s.apply(ctx, nil, []string{document}, graph.RunInfo{})
	if err == nil && !sum.Changed() {
		return sum, fmt.Errorf("%q: %w", document, graph.ErrNoDocument)
	}
	return sum, s.explain("removing from", err)
}

// apply changes the graph in one transaction.
func (s *Store) apply(ctx context.Context, parts []graph.Part, remove []string, run graph.RunInfo) (sum graph.Summary, err error) {
	err = s.within(ctx, func(tx graph.Tx) error {
		sum, err = graph.Apply(ctx, tx, parts, remove, run)
		return err
	})
	if err != nil {
		return graph.Summary{}, err
	}
	return sum, nil
}

// Load implements graph.Store.
func (s *Store) Load(ctx context.Context) (*graph.Graph, error) {
	var r reader
	err := s.reading(ctx, func(t *tx) error {
		r.q = t
		for _, info := range graph.Labels() {
			if err := r.nodes(ctx, info.Label, ""); err != nil {
				return err
			}
		}
		for _, typ := range []string{graph.About, graph.ContrastsWith, graph.AffiliatedWith, graph.MemberOf, graph.NearDuplicateOf, ""} {
			if err := r.edges(ctx, typ, relationOf(typ), relationOf(typ).sel); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, s.explain("reading", err)
	}
	r.Sort()
	return &r.Graph, nil
}

// Inputs implements graph.Store.
func (s *Store) Inputs(ctx context.Context, documents []string) (found map[string]string, err error) {
	err = s.reading(ctx, func(t *tx) error {
		found, err = t.Inputs(ctx, documents)
		return err
	})
	return found, s.explain("asking", err)
}

// Stats implements graph.Store.
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	st := graph.Stats{Nodes: map[graph.Label]int{}, Edges: map[string]int{}}
	const query = `SELECT 'Source', NULL, count(*) FROM source UNION ALL SELECT 'Document', NULL, count(*) FROM document
		UNION ALL SELECT 'Turn', NULL, count(*) FROM turn UNION ALL SELECT 'Sentence', NULL, count(*) FROM sentence
		UNION ALL SELECT 'Actor', NULL, count(*) FROM actor UNION ALL SELECT 'Issue', NULL, count(*) FROM issue
		UNION ALL SELECT 'Statement', NULL, count(*) FROM statement UNION ALL SELECT 'Run', NULL, count(*) FROM run
		UNION ALL SELECT NULL, 'PUBLISHED_BY', count(source) FROM document
		UNION ALL SELECT NULL, 'IN_DOCUMENT', count(*) FROM turn UNION ALL SELECT NULL, 'IN_DOCUMENT', count(*) FROM sentence
		UNION ALL SELECT NULL, 'IN_TURN', count(turn) FROM sentence UNION ALL SELECT NULL, 'EVIDENCE', count(*) FROM statement
		UNION ALL SELECT NULL, 'HOLDER', count(*) FROM statement UNION ALL SELECT NULL, 'TARGET', count(*) FROM statement
		UNION ALL SELECT NULL, 'SAID_BY', count(sayer) FROM statement UNION ALL SELECT NULL, 'ON_BEHALF_OF', count(onBehalfOf) FROM statement
		UNION ALL SELECT NULL, 'ABOUT', count(*) FROM about UNION ALL SELECT NULL, 'CONTRASTS_WITH', count(*) FROM contrast
		UNION ALL SELECT NULL, 'AFFILIATED_WITH', count(*) FROM affiliation UNION ALL SELECT NULL, 'MEMBER_OF', count(*) FROM member
		UNION ALL SELECT NULL, 'NEAR_DUPLICATE_OF', count(*) FROM near
		UNION ALL SELECT NULL, type, count(*) FROM stance GROUP BY type`
	_, err := each(ctx, s.db, query, nil, func(row []any) error {
		n := int(row[2].(int64))
		label, _ := row[0].(string)
		typ, _ := row[1].(string)
		switch {
		case n == 0:
		case label != "":
			st.Nodes[graph.Label(label)] += n
		default:
			st.Edges[typ] += n
		}
		return nil
	})
	return st, s.explain("counting in", err)
}

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, name string, args ...string) (graph.Rows, error) {
	q, err := questions.Find(name)
	if err != nil {
		return graph.Rows{}, err
	}
	params, err := q.Bind(args)
	if err != nil {
		return graph.Rows{}, err
	}
	var named []any
	for _, p := range q.Params {
		named = append(named, sql.Named(p.Name, params[p.Name]))
	}
	var rows graph.Rows
	rows.Columns, err = each(ctx, s.db, q.SQL, named, func(row []any) error {
		rows.Values = append(rows.Values, row)
		return nil
	})
	return rows, s.explain("asking", err)
}
