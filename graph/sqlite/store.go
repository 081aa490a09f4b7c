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
func (s *Store) apply(ctx context.Context, parts []graph.Part, remove []string, run graph.RunInfo) (graph.Summary, error) {
	return s.summed(ctx, func(t graph.Tx) (graph.Summary, error) { return graph.Apply(ctx, t, parts, remove, run) })
}

// summed does something in one transaction, and gives what it did where that is committed.
func (s *Store) summed(ctx context.Context, do func(graph.Tx) (graph.Summary, error)) (sum graph.Summary, err error) {
	err = s.within(ctx, func(t *tx) error {
		sum, err = do(t)
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
		return r.all(ctx)
	})
	if err != nil {
		return nil, s.explain("reading", err)
	}
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

const countAll = `SELECT 'Source', '', count(*) FROM source UNION ALL SELECT 'Document', '', count(*) FROM document
	UNION ALL SELECT 'Turn', '', count(*) FROM turn UNION ALL SELECT 'Sentence', '', count(*) FROM sentence
	UNION ALL SELECT 'Actor', '', count(*) FROM actor UNION ALL SELECT 'Issue', '', count(*) FROM issue
	UNION ALL SELECT 'Statement', '', count(*) FROM statement UNION ALL SELECT 'Run', '', count(*) FROM run
	UNION ALL SELECT '', 'PUBLISHED_BY', count(source) FROM document
	UNION ALL SELECT '', 'IN_DOCUMENT', count(*) FROM turn UNION ALL SELECT '', 'IN_DOCUMENT', count(*) FROM sentence
	UNION ALL SELECT '', 'IN_TURN', count(turn) FROM sentence UNION ALL SELECT '', 'EVIDENCE', count(*) FROM statement
	UNION ALL SELECT '', 'HOLDER', count(*) FROM statement UNION ALL SELECT '', 'TARGET', count(*) FROM statement
	UNION ALL SELECT '', 'SAID_BY', count(sayer) FROM statement
	UNION ALL SELECT '', 'ON_BEHALF_OF', count(onBehalfOf) FROM statement
	UNION ALL SELECT '', 'ABOUT', count(*) FROM about UNION ALL SELECT '', 'CONTRASTS_WITH', count(*) FROM contrast
	UNION ALL SELECT '', 'AFFILIATED_WITH', count(*) FROM affiliation
	UNION ALL SELECT '', 'MEMBER_OF', count(*) FROM member
	UNION ALL SELECT '', 'NEAR_DUPLICATE_OF', count(*) FROM near
	UNION ALL SELECT '', type, count(*) FROM stance GROUP BY type`

// Stats implements graph.Store.
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	st := graph.Stats{Nodes: map[graph.Label]int{}, Edges: map[graph.EdgeType]int{}}
	err := s.reading(ctx, func(t *tx) error {
		rows, err := t.QueryContext(ctx, countAll)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var label graph.Label
			var typ graph.EdgeType
			var n int
			if err := rows.Scan(&label, &typ, &n); err != nil {
				return err
			}
			switch {
			case n == 0:
			case label != "":
				st.Nodes[label] += n
			default:
				st.Edges[typ] += n
			}
		}
		return rows.Err()
	})
	return st, s.explain("counting in", err)
}

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, name string, args ...string) (graph.Rows, error) {
	q, err := questions.Find(name)
	if err != nil {
		return graph.Rows{}, err
	}
	return questions.Ask(ctx, s, s.namer, q, args)
}

// Answer implements questions.Source.
func (s *Store) Answer(ctx context.Context, q questions.Question, params map[string]any) (graph.Rows, error) {
	var named []any
	for _, p := range q.Params {
		value := params[p.Name]
		if names, ok := value.([]string); ok {
			value = in(names)
		}
		named = append(named, sql.Named(p.Name, value))
	}
	var rows graph.Rows
	var err error
	rows.Columns, err = each(ctx, s.db, q.SQL, named, func(row []any) error {
		rows.Values = append(rows.Values, row)
		return nil
	})
	return rows, s.explain("asking", err)
}
