package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
)

func (t tx) Hashes(ctx context.Context, documents []string) (map[string]string, error) {
	records, err := t.run(ctx, "UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id, d.hash", map[string]any{"ids": documents})
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	for _, r := range records {
		id, _ := r.Values[0].(string)
		found[id], _ = r.Values[1].(string)
	}
	return found, nil
}

const (
	returnNode = " RETURN labels(n), n.id, properties(n)"
	returnEdge = " RETURN type(e), labels(n), n.id, labels(m), m.id, properties(e)"
)

func (t tx) Owned(ctx context.Context, documents []string) (*graph.Graph, error) {
	g := &graph.Graph{}
	const document = "UNWIND $ids AS id MATCH (d:Document {id: id})"
	for _, match := range []string{" WITH d AS n", "<-[:IN_DOCUMENT]-(n)", "<-[:IN_DOCUMENT]-(:Sentence)<-[:EVIDENCE]-(n:Statement)"} {
		nodes, err := t.run(ctx, document+match+returnNode, map[string]any{"ids": documents})
		if err != nil {
			return nil, err
		}
		edges, err := t.run(ctx, document+match+" MATCH (n)-[e]->(m) WHERE type(e) <> 'NEAR_DUPLICATE_OF'"+returnEdge, map[string]any{"ids": documents})
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
		records, err := t.run(ctx, fmt.Sprintf("UNWIND $ids AS id MATCH (n:%s {id: id})", info.Label)+returnNode, map[string]any{"ids": ids[info.Label]})
		if err != nil {
			return nil, err
		}
		if err := collect(&g, records, nil); err != nil {
			return nil, err
		}
	}
	return g.Nodes, nil
}

// Edges asks for all types between two labels at once: a plan for each type would cost more than it saves,
// for all that starts at an actor are relations of actors.
func (t tx) Edges(ctx context.Context, keys []graph.EdgeKey) ([]graph.Edge, error) {
	var found []graph.Edge
	pairs, rows := byEnds(keys)
	for _, p := range pairs {
		records, err := t.run(ctx, "UNWIND $rows AS r "+p.anyEdge()+" RETURN r.i, properties(e)", map[string]any{"rows": rows[p]})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			i, _ := r.Values[0].(int64)
			props, err := propsOf(r.Values[1])
			if err != nil {
				return nil, err
			}
			found = append(found, graph.Edge{EdgeKey: keys[i], Props: props})
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
			RETURN properties(st) AS st, se.start AS start, d.id AS document, src.id AS source, by.id AS sayer, h.id AS holder, t.id AS target`, label),
			map[string]any{"rows": rows})
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			f, err := factOf(r.AsMap(), label)
			if err != nil {
				return nil, err
			}
			list = append(list, f)
		}
	}
	return list, nil
}

func factOf(r map[string]any, target graph.Label) (graph.Fact, error) {
	st, err := propsOf(r["st"])
	if err != nil {
		return graph.Fact{}, err
	}
	row := graph.Props(r)
	id, _ := r["st"].(map[string]any)["id"].(string)
	return graph.Fact{Statement: id, Document: row.String("document"), Start: row.Int("start"), Date: st.String("date"),
		Phase: st.String("phase"), Source: row.String("source"), Sayer: row.String("sayer"), Negated: st.Bool("negated"),
		Inferred: st.Bool("inferred"), Modality: st.String("modality"), Confidence: st.Float("confidence"), StanceType: st.String("type"),
		Holder: row.String("holder"), TargetLabel: target, TargetID: row.String("target")}, nil
}

// collect adds nodes and edges; edges that are no part of the graph (such as those to runs) are left out.
func collect(g *graph.Graph, nodes, edges []*neo4j.Record) error {
	for _, r := range nodes {
		ref, kind, ok := refOf(r.Values[0], r.Values[1])
		if !ok {
			continue
		}
		p, err := propsOf(r.Values[2])
		if err != nil {
			return fmt.Errorf("%s: %w", ref, err)
		}
		g.Nodes = append(g.Nodes, graph.Node{Ref: ref, Kind: kind, Props: p})
	}
	for _, r := range edges {
		typ, _ := r.Values[0].(string)
		info := infoOf(typ)
		from, _, okFrom := refOf(r.Values[1], r.Values[2])
		to, _, okTo := refOf(r.Values[3], r.Values[4])
		if info.Type == "" || !okFrom || !okTo {
			continue
		}
		p, err := propsOf(r.Values[5])
		if err != nil {
			return fmt.Errorf("%s of %s: %w", typ, from, err)
		}
		g.Edges = append(g.Edges, graph.Edge{EdgeKey: graph.EdgeKey{Type: typ, From: from, To: to, Key: p.String(info.Key)}, Props: p})
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

// propsOf reads properties, without the id.
func propsOf(v any) (graph.Props, error) {
	m, _ := v.(map[string]any)
	p := make(graph.Props, len(m))
	for name, v := range m {
		if isBand(name) {
			continue
		}
		switch v := v.(type) {
		case string, int64, float64, bool:
			p[name] = v
		case []any:
			list, ok := stringsOf(v)
			if !ok {
				return nil, fmt.Errorf("property %s is a list of other things than text", name)
			}
			p[name] = list
		default:
			return nil, fmt.Errorf("property %s is a %T", name, v)
		}
	}
	delete(p, "id")
	return p, nil
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
