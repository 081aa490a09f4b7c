package neo4j

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

var _ graph.Store = (*Store)(nil)

// batchNodes is how many nodes one transaction writes at most, unless one document has more.
const batchNodes = 20_000

// Save implements graph.Store.
func (s *Store) Save(ctx context.Context, batch []schema.Extraction, run graph.RunInfo) (graph.Summary, error) {
	var sum graph.Summary
	err := graph.Batches(batch, batchNodes, func(parts []graph.Part) error {
		done, err := inHalves(s, parts, func(part []graph.Part) (graph.Summary, error) {
			return s.apply(ctx, part, nil, run)
		})
		sum.Plus(done)
		return err
	})
	return sum, s.explain("loading into", err)
}

// inHalves does something with a list in one transaction, or in smaller ones where the server has no memory for it.
func inHalves[T any](s *Store, list []T, do func([]T) (graph.Summary, error)) (graph.Summary, error) {
	sum, err := do(list)
	if !tooBig(err) || len(list) < 2 {
		return sum, err
	}
	s.say(fmt.Sprintf("%d documents at once are too many for the memory of Neo4j; writing them in two halves", len(list)))
	half := len(list) / 2
	sum, err = inHalves(s, list[:half], do)
	if err != nil {
		return sum, err
	}
	rest, err := inHalves(s, list[half:], do)
	sum.Plus(rest)
	return sum, err
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
func (s *Store) summed(ctx context.Context, do func(graph.Tx) (graph.Summary, error)) (graph.Summary, error) {
	var sum graph.Summary
	err := s.within(ctx, func(t graph.Tx) (err error) {
		sum, err = do(t)
		return err
	})
	if err != nil {
		return graph.Summary{}, err
	}
	return sum, nil
}

// Load implements graph.Store.
func (s *Store) Load(ctx context.Context) (g *graph.Graph, err error) {
	err = s.retrying(ctx, func() error {
		g, err = s.load(ctx)
		return err
	})
	return g, s.explain("reading", err)
}

func (s *Store) load(ctx context.Context) (*graph.Graph, error) {
	g := &graph.Graph{}
	err := s.reading(ctx, func(t tx) error {
		*g = graph.Graph{} // the driver may try again
		return t.all(ctx, g, func(err error) error { return err })
	})
	if err != nil {
		return nil, err
	}
	g.Sort()
	return g, nil
}

// all reads everything, in no order.
func (t tx) all(ctx context.Context, g *graph.Graph, refuse func(error) error) error {
	for _, info := range graph.Labels() {
		match := fmt.Sprintf("MATCH (n:%s)", info.Label)
		nodes, err := t.run(ctx, match+returnNode, nil)
		if err != nil {
			return err
		}
		edges, err := t.run(ctx, match+"-[e]->(m)"+returnEdge, nil)
		if err != nil {
			return err
		}
		if err := collectAll(g, nodes, edges, refuse); err != nil {
			return err
		}
	}
	return nil
}

// Inputs implements graph.Store.
func (s *Store) Inputs(ctx context.Context, documents []string) (found map[string]string, err error) {
	err = s.retrying(ctx, func() error { // a load asks between its batches, and waits as they do
		return s.reading(ctx, func(t tx) error {
			found, err = t.Inputs(ctx, documents)
			return err
		})
	})
	return found, s.explain("asking", err)
}

// Stats implements graph.Store.
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	st := graph.Stats{Nodes: map[graph.Label]int{}, Edges: map[graph.EdgeType]int{}}
	count := func(cypher string) (int, error) {
		records, err := s.auto(ctx, neo4j.AccessModeRead, cypher, nil)
		if err != nil || len(records) == 0 {
			return 0, err
		}
		var n int64
		err = read(records[0], 0, &n)
		return int(n), err
	}
	for _, label := range append([]graph.LabelInfo{{Label: graph.Run}}, graph.Labels()...) {
		n, err := count(fmt.Sprintf("MATCH (n:%s) RETURN count(n)", label.Label))
		if err != nil {
			return st, s.explain("counting in", err)
		}
		if n > 0 {
			st.Nodes[label.Label] = n
		}
	}
	for _, info := range graph.EdgeTypes() {
		n, err := count(fmt.Sprintf("MATCH ()-[e:%s]->() RETURN count(e)", info.Type))
		if err != nil {
			return st, s.explain("counting in", err)
		}
		if n > 0 {
			st.Edges[info.Type] = n
		}
	}
	return st, nil
}

// Query implements graph.Store.
func (s *Store) Query(ctx context.Context, name string, args ...string) (graph.Rows, error) {
	q, err := questions.Find(name)
	if err != nil {
		return graph.Rows{}, err
	}
	return questions.Ask(ctx, s, s.cfg.Namer, q, args)
}

// Called implements graph.Asker.
func (s *Store) Called(ctx context.Context, names []string, labels ...graph.Label) ([]graph.Called, error) {
	var list []graph.Called
	var wanted any // null for all: the driver sends a nil slice as an empty list
	if names != nil {
		wanted = names
	}
	for _, label := range slices.Sorted(slices.Values(labels)) {
		if _, known := label.Info(); !known {
			return nil, fmt.Errorf("there is no label %q", label)
		}
		rows, err := s.Cypher(ctx, fmt.Sprintf(`MATCH (n:%s)
			WHERE $names IS NULL OR any(called IN n.names WHERE called IN $names)
			RETURN n.id, coalesce([l IN labels(n) WHERE l <> '%s'][0], '') AS kind, coalesce(n.name, ''), n.names,
				[(n)-[e:AFFILIATED_WITH]->() | e.role] AS roles
			ORDER BY n.id`, label, label), map[string]any{"names": wanted}, false)
		if err != nil {
			return nil, err
		}
		for _, row := range rows.Values {
			id, _ := row[0].(string)
			c := graph.Called{Ref: graph.Ref{Label: label, ID: id}}
			c.Kind, _ = row[1].(string)
			c.Name, _ = row[2].(string)
			c.Names, _ = row[3].([]string)
			c.Roles, _ = row[4].([]string)
			slices.Sort(c.Roles)
			c.Roles = slices.Compact(c.Roles)
			list = append(list, c)
		}
	}
	return list, nil
}

// Answer implements questions.Source.
func (s *Store) Answer(ctx context.Context, q questions.Question, params map[string]any) (graph.Rows, error) {
	return s.Cypher(ctx, q.Cypher, params, false)
}

// Cypher runs a query of the user's own. Unless write is set the server refuses whatever changes data.
// Values that Rows has no type for (nodes, paths, dates) come as text.
func (s *Store) Cypher(ctx context.Context, query string, params map[string]any, write bool) (graph.Rows, error) {
	mode := neo4j.AccessModeRead
	if write {
		mode = neo4j.AccessModeWrite
	}
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	result, err := session.Run(ctx, query, params)
	if err != nil {
		return graph.Rows{}, s.explain("asking", err)
	}
	var rows graph.Rows
	if rows.Columns, err = result.Keys(); err != nil {
		return graph.Rows{}, s.explain("asking", err)
	}
	for result.Next(ctx) {
		row := result.Record().Values
		for i, v := range row {
			row[i] = plain(v)
		}
		rows.Values = append(rows.Values, row)
	}
	return rows, s.explain("asking", result.Err())
}

// Clear deletes the whole graph and its runs, some thousand nodes or edges at a time; other nodes stay.
// Statements go first, then the edges between actors, for a node with all its edges is deleted at once
// and the server's memory does not hold those of many well-known actors.
func (s *Store) Clear(ctx context.Context) error {
	delete := func(match, what string) error {
		cypher := fmt.Sprintf("MATCH %s CALL { WITH n %s n } IN TRANSACTIONS OF 2000 ROWS", match, what)
		err := s.again(ctx, func() error { _, err := s.auto(ctx, neo4j.AccessModeWrite, cypher, nil); return err })
		return s.explain("clearing", err)
	}
	for _, label := range []graph.Label{graph.Statement, graph.Sentence, graph.Turn, graph.Document} {
		if err := delete(fmt.Sprintf("(n:%s)", label), "DETACH DELETE"); err != nil {
			return err
		}
	}
	if err := delete("(:Actor)-[n]->()", "DELETE"); err != nil {
		return err
	}
	for _, label := range []graph.Label{graph.Actor, graph.Issue, graph.Source, graph.Run, "Decision", "Original",
		"Stancegraph"} {
		if err := delete(fmt.Sprintf("(n:%s)", label), "DETACH DELETE"); err != nil {
			return err
		}
	}
	return nil
}
