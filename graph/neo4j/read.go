package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

func (t tx) Hashes(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id, d.hash", documents)
}

const (
	returnNode = " RETURN labels(n), n.id, properties(n)"
	returnEdge = " RETURN type(e), labels(n), n.id, labels(m), m.id, properties(e)"
)

func (t tx) Owned(ctx context.Context, documents []string) (*graph.Graph, error) {
	g := &graph.Graph{}
	const document = "UNWIND $ids AS id MATCH (d:Document {id: id})"
	for _, match := range []string{" WITH d AS n", "<-[:IN_DOCUMENT]-(n)",
		"<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(n:Statement)"} {
		nodes, err := t.run(ctx, document+match+returnNode, map[string]any{"ids": documents})
		if err != nil {
			return nil, err
		}
		const owned = " MATCH (n)-[e]->(m) WHERE type(e) <> 'NEAR_DUPLICATE_OF'"
		edges, err := t.run(ctx, document+match+owned+returnEdge, map[string]any{"ids": documents})
		if err != nil {
			return nil, err
		}
		if err := collect(g, nodes, edges); err != nil {
			return nil, err
		}
	}
	g.Sort()
	return g, nil
}

func (t tx) Nodes(ctx context.Context, refs []graph.Ref) ([]graph.Node, error) {
	ids := map[graph.Label][]string{}
	for _, ref := range refs {
		ids[ref.Label] = append(ids[ref.Label], ref.ID)
	}
	var g graph.Graph
	for _, info := range graph.Labels() {
		if len(ids[info.Label]) == 0 {
			continue
		}
		match := fmt.Sprintf("UNWIND $ids AS id MATCH (n:%s {id: id})", info.Label)
		records, err := t.run(ctx, match+returnNode, map[string]any{"ids": ids[info.Label]})
		if err != nil {
			return nil, err
		}
		if err := collect(&g, records, nil); err != nil {
			return nil, err
		}
	}
	return g.Nodes, nil
}

// Edges asks for all types between two labels at once: a plan for each type would cost more than it saves:
// all edges that start at an actor are relations of actors.
func (t tx) Edges(ctx context.Context, keys []graph.EdgeKey) ([]graph.Edge, error) {
	var found []graph.Edge
	pairs, rows := byEnds(keys)
	for _, p := range pairs {
		records, err := t.run(ctx, "UNWIND $rows AS r "+p.anyEdge()+" RETURN r.i, properties(e)",
			map[string]any{"rows": rows[p]})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			var i int64
			if err := read(r, 0, &i); err != nil {
				return nil, err
			}
			e, err := graph.NewEdge(keys[i], rowOf(r.Values[1]))
			if err != nil {
				return nil, err
			}
			found = append(found, e)
		}
	}
	return found, nil
}

func (t tx) Facts(ctx context.Context, keys []graph.EdgeKey) ([]graph.Fact, error) {
	seen := map[graph.EdgeKey]bool{}
	var pairs []graph.EdgeKey
	for _, k := range keys {
		k.Type, k.Key = graph.Target, ""
		if !seen[k] {
			seen[k] = true
			pairs = append(pairs, k)
		}
	}
	var list []graph.Fact
	for _, label := range []graph.Label{graph.Actor, graph.Issue} {
		var rows []map[string]any
		for _, k := range pairs {
			if k.To.Label == label {
				rows = append(rows, map[string]any{"f": k.From.ID, "t": k.To.ID})
			}
		}
		records, err := t.run(ctx, fmt.Sprintf(`UNWIND $rows AS r
			MATCH (h:Actor {id: r.f}) MATCH (t:%s {id: r.t})
			MATCH (h)<-[:HOLDER]-(st:Statement)-[:TARGET]->(t)
			MATCH (st)-[:EVIDENCE]->(se:Sentence)-[:IN_DOCUMENT]->(d:Document)
			OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(src:Source) OPTIONAL MATCH (st)-[:SAID_BY]->(by:Actor)
			RETURN st.id, properties(st), se.start, d.id, src.id, by.id, h.id, t.id`, label),
			map[string]any{"rows": rows})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			f, err := factOf(r, label)
			if err != nil {
				return nil, err
			}
			list = append(list, f)
		}
	}
	return list, nil
}

func factOf(r *neo4j.Record, target graph.Label) (graph.Fact, error) {
	var id string
	if err := read(r, 0, &id); err != nil {
		return graph.Fact{}, err
	}
	n, err := graph.NewNode(graph.Ref{Label: graph.Statement, ID: id}, "", rowOf(r.Values[1]))
	if err != nil {
		return graph.Fact{}, err
	}
	f := graph.NewFact(n)
	f.TargetLabel = target
	if err := read(r, 2, &f.Start); err != nil {
		return graph.Fact{}, err
	}
	for i, into := range []*string{&f.Document, &f.Source, &f.Sayer, &f.Holder, &f.TargetID} {
		if err := read(r, 3+i, into); err != nil {
			return graph.Fact{}, err
		}
	}
	return f, nil
}

// collect adds nodes and edges; edges that are no part of the graph (such as those to runs) are left out.
func collect(g *graph.Graph, nodes, edges []*neo4j.Record) error {
	return collectAll(g, nodes, edges, func(err error) error { return err })
}

// collectAll calls refuse for a node or an edge that is not what it should be.
func collectAll(g *graph.Graph, nodes, edges []*neo4j.Record, refuse func(error) error) error {
	for _, r := range nodes {
		ref, kind, ok := refOf(r.Values[0], r.Values[1])
		if !ok {
			continue
		}
		n, err := graph.NewNode(ref, kind, rowOf(r.Values[2]))
		if err == nil {
			g.Nodes = append(g.Nodes, n)
		} else if err := refuse(err); err != nil {
			return err
		}
	}
	for _, r := range edges {
		var typ string
		if err := read(r, 0, &typ); err != nil {
			return err
		}
		info, known := graph.EdgeType(typ).Info()
		from, _, okFrom := refOf(r.Values[1], r.Values[2])
		to, _, okTo := refOf(r.Values[3], r.Values[4])
		if !known || !okFrom || !okTo {
			continue
		}
		row := rowOf(r.Values[5])
		key, _ := row[info.Key].(string) // NewEdge refuses another type
		e, err := graph.NewEdge(graph.EdgeKey{Type: info.Type, From: from, To: to, Key: key}, row)
		if err == nil {
			g.Edges = append(g.Edges, e)
		} else if err := refuse(err); err != nil {
			return err
		}
	}
	return nil
}

// refOf reads labels and id; false where the node is none of ours.
func refOf(labels, id any) (ref graph.Ref, kind string, ok bool) {
	list, _ := labels.([]any)
	ref.ID, ok = id.(string)
	if !ok {
		return ref, "", false
	}
	for _, info := range labelInfos {
		if !contains(list, string(info.Label)) {
			continue
		}
		ref.Label = info.Label
		for _, k := range info.Kinds {
			if contains(list, k) {
				kind = k
			}
		}
		return ref, kind, true
	}
	return ref, "", false
}

func contains(list []any, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

// rowOf reads properties as the driver gives them. A value of a type that no graph
// holds is passed on: graph.NewNode and graph.NewEdge refuse it.
func rowOf(v any) graph.Row {
	m, _ := v.(map[string]any) // properties() gives nothing else
	row := make(graph.Row, len(m))
	for name, v := range m {
		if list, ok := v.([]any); ok {
			if words, ok := stringsOf(list); ok {
				row[name] = words
				continue
			}
		}
		row[name] = v
	}
	return row
}

// read takes a column of a record. null leaves it as it is; a value of another type is an error.
func read[V string | int64 | float64](r *neo4j.Record, column int, into *V) error {
	v := r.Values[column]
	if v == nil {
		return nil
	}
	x, ok := v.(V)
	if !ok {
		return fmt.Errorf("column %s is %T, not %T", r.Keys[column], v, x)
	}
	*into = x
	return nil
}

func stringsOf(list []any) ([]string, bool) {
	out := make([]string, len(list))
	for i, v := range list {
		s, ok := v.(string)
		if !ok {
			return nil, false
		}
		out[i] = s
	}
	return out, true
}
