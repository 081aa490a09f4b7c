package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

// rowsAtOnce is how many rows one UNWIND writes.
const rowsAtOnce = 10_000

// errTooBig says that the server has not enough memory for the transaction. A smaller one may do.
var errTooBig = errors.New("the transaction is too big for the server's memory (server.memory.heap.max_size)")

// outOfMemory is part of the server's codes for that; the driver would retry the same transaction.
const outOfMemory = "OutOfMemory"

// tooBig says that a transaction failed for its size, in a statement or at its commit.
func tooBig(err error) bool {
	return err != nil && (errors.Is(err, errTooBig) || strings.Contains(err.Error(), outOfMemory))
}

// tx is one managed transaction; it implements graph.Tx.
type tx struct {
	neo4j.ManagedTransaction
}

func (t tx) run(ctx context.Context, cypher string, params map[string]any) ([]*neo4j.Record, error) {
	result, err := t.Run(ctx, cypher, params)
	if err == nil {
		var records []*neo4j.Record
		if records, err = result.Collect(ctx); err == nil {
			return records, nil
		}
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) && strings.Contains(server.Code, outOfMemory) {
		return nil, fmt.Errorf("%w: %v", errTooBig, err) // hides the cause from the driver, which would retry
	}
	return nil, err
}

// unwind runs a statement over rows, some thousand at once.
func (t tx) unwind(ctx context.Context, cypher string, rows []map[string]any) error {
	for chunk := range slices.Chunk(rows, rowsAtOnce) {
		if _, err := t.run(ctx, "UNWIND $rows AS r "+cypher, map[string]any{"rows": chunk}); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) PutUnits(ctx context.Context, units []graph.Unit) error {
	var nodes []graph.Node
	var added, edges []graph.Edge
	for _, u := range units {
		nodes = append(nodes, u.Node)
		if u.New {
			added = append(added, u.Edges...)
		} else {
			edges = append(edges, u.Edges...)
		}
	}
	if err := t.PutNodes(ctx, nodes); err != nil {
		return err
	}
	if err := t.AddEdges(ctx, added); err != nil {
		return err
	}
	return t.PutEdges(ctx, edges)
}

func (t tx) PutNodes(ctx context.Context, nodes []graph.Node) error {
	type group struct {
		label graph.Label
		kind  string
	}
	rows := map[group][]map[string]any{}
	for _, n := range nodes {
		g := group{n.Label, n.Kind}
		rows[g] = append(rows[g], map[string]any{"id": n.ID, "p": withID(n)})
	}
	for _, info := range graph.Labels() {
		for _, kind := range append([]string{""}, info.Kinds...) {
			cypher := fmt.Sprintf("MERGE (n:%s {id: r.id}) SET n = r.p", info.Label)
			for _, k := range info.Kinds {
				if k != kind {
					cypher += " REMOVE n:" + k
				}
			}
			if kind != "" {
				cypher += " SET n:" + kind
			}
			if err := t.unwind(ctx, cypher, rows[group{info.Label, kind}]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t tx) PutEdges(ctx context.Context, edges []graph.Edge) error {
	return t.writeEdges(ctx, edges, func(p patternCypher) string { return p.merge })
}

func (t tx) AddEdges(ctx context.Context, edges []graph.Edge) error {
	return t.writeEdges(ctx, edges, func(p patternCypher) string { return p.create })
}

func (t tx) writeEdges(ctx context.Context, edges []graph.Edge, how func(patternCypher) string) error {
	rows := map[pattern][]map[string]any{}
	for _, e := range edges {
		p := pattern{e.Type, e.From.Label, e.To.Label}
		rows[p] = append(rows[p], map[string]any{"f": e.From.ID, "t": e.To.ID, "k": e.Key, "p": map[string]any(e.Row())})
	}
	for _, p := range patterns {
		if err := t.unwind(ctx, how(p), rows[p.pattern]); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) DeleteEdges(ctx context.Context, keys []graph.EdgeKey) error {
	pairs, rows := byEnds(keys)
	for _, p := range pairs {
		if err := t.unwind(ctx, p.anyEdge()+" DELETE e", rows[p]); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) DeleteNodes(ctx context.Context, refs []graph.Ref) error {
	rows := map[graph.Label][]map[string]any{}
	for _, ref := range refs {
		rows[ref.Label] = append(rows[ref.Label], map[string]any{"id": ref.ID})
	}
	for _, info := range graph.Labels() {
		if err := t.unwind(ctx, fmt.Sprintf("MATCH (n:%s {id: r.id}) DETACH DELETE n", info.Label),
			rows[info.Label]); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) Record(ctx context.Context, run graph.RunInfo, documents []string) error {
	_, err := t.run(ctx, `MERGE (run:Run {id: $id}) ON CREATE SET run.loaded = $at
		WITH run UNWIND $documents AS id MATCH (d:Document {id: id})
		OPTIONAL MATCH (d)-[before:LOADED_IN]->(last:Run)
		WITH run, d, before, coalesce(before.first, last.loaded, $at) AS first DELETE before
		WITH run, d, min(first) AS first MERGE (d)-[l:LOADED_IN]->(run) SET l.first = first`,
		map[string]any{"id": run.ID, "at": run.At.UTC().Format(time.RFC3339), "documents": documents})
	return err
}

// Note keeps inputs on the edge to the run, which is no part of the graph.
func (t tx) Note(ctx context.Context, inputs []graph.Input) error {
	rows := make([]map[string]any, len(inputs))
	for i, in := range inputs {
		rows[i] = map[string]any{"id": in.Document, "key": in.Key}
	}
	return t.unwind(ctx, `MATCH (:Document {id: r.id})-[l:LOADED_IN]->(:Run)
		SET l.input = CASE r.key WHEN '' THEN null ELSE r.key END`, rows)
}

// withID are a node's properties and its id.
func withID(n graph.Node) map[string]any {
	row := n.Row()
	row["id"] = n.ID
	return row
}
