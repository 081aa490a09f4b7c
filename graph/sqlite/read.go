package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/stancegraph/stancegraph/graph"
)

// queryer is a transaction or the whole database.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// reader collects nodes and edges.
type reader struct {
	q queryer
	graph.Graph
}

// in is a list of ids or keys as one argument; query it by "IN (SELECT value FROM json_each(?))".
func in[T string | int64](ids []T) string {
	b, err := json.Marshal(ids)
	if err != nil {
		panic(err) // strings and numbers always marshal
	}
	return string(b)
}

const inList = " IN (SELECT value FROM json_each(?))"

func (t *tx) Hashes(ctx context.Context, documents []string) (map[string]string, error) {
	found := map[string]string{}
	_, err := each(ctx, t, "SELECT id, coalesce(hash, '') FROM document WHERE id"+inList, []any{in(documents)}, func(row []any) error {
		id, _ := row[0].(string)
		found[id], _ = row[1].(string)
		return nil
	})
	return found, err
}

func (t *tx) Owned(ctx context.Context, documents []string) (*graph.Graph, error) {
	r := reader{q: t}
	sentences := " IN (SELECT id FROM sentence WHERE document" + inList + ")"
	statements := " IN (SELECT id FROM statement WHERE sentence" + sentences + ")"
	for _, step := range []struct {
		label graph.Label
		where string
	}{
		{graph.Document, "id" + inList},
		{graph.Turn, "document" + inList},
		{graph.Sentence, "document" + inList},
		{graph.Statement, "sentence" + sentences},
	} {
		if err := r.nodes(ctx, step.label, " WHERE "+step.where, in(documents)); err != nil {
			return nil, err
		}
	}
	for typ, rel := range map[string]*relation{graph.About: about, graph.ContrastsWith: contrast} {
		if err := r.edges(ctx, typ, rel, rel.sel+" WHERE statement"+statements, in(documents)); err != nil {
			return nil, err
		}
	}
	r.Sort()
	return &r.Graph, nil
}

func (t *tx) Nodes(ctx context.Context, refs []graph.Ref) ([]graph.Node, error) {
	byLabel := map[graph.Label][]string{}
	for _, ref := range refs {
		byLabel[ref.Label] = append(byLabel[ref.Label], ref.ID)
	}
	r := reader{q: t}
	for label, ids := range byLabel {
		if err := r.nodes(ctx, label, " WHERE id"+inList, in(ids)); err != nil {
			return nil, err
		}
	}
	return r.Graph.Nodes, nil
}

func (t *tx) Edges(ctx context.Context, keys []graph.EdgeKey) ([]graph.Edge, error) {
	r := reader{q: t}
	byRelation := map[*relation][]graph.EdgeKey{}
	for _, k := range keys {
		rel := relationOf(k.Type)
		byRelation[rel] = append(byRelation[rel], k)
	}
	for _, rel := range relations {
		list := byRelation[rel]
		for len(list) > 0 {
			n, query := 1, rel.selOne
			if len(list) >= rowsAtOnce {
				n, query = rowsAtOnce, rel.selMany
			}
			var args []any
			for _, k := range list[:n] {
				args = append(args, rel.key(k)...)
			}
			if err := r.edges(ctx, list[0].Type, rel, query, args...); err != nil {
				return nil, err
			}
			list = list[n:]
		}
	}
	return r.Graph.Edges, nil
}

func (t *tx) Facts(ctx context.Context, keys []graph.EdgeKey) ([]graph.Fact, error) {
	const query = `SELECT st.id, d.id, se.start, coalesce(st.date,''), coalesce(st.phase,''), coalesce(d.source,''), coalesce(st.sayer,''),
		st.negated, st.inferred, coalesce(st.modality,''), st.confidence, st.type, st.holder,
		CASE WHEN st.targetActor IS NULL THEN 'Issue' ELSE 'Actor' END, coalesce(st.targetActor, st.targetIssue)
		FROM statement st JOIN sentence se ON se.id = st.sentence JOIN document d ON d.id = se.document
		WHERE st.holder = ? AND coalesce(st.targetActor, st.targetIssue) = ?`
	type pair struct{ holder, target string }
	seen := map[pair]bool{}
	var list []graph.Fact
	for _, k := range keys {
		p := pair{k.From.ID, k.To.ID}
		if seen[p] {
			continue
		}
		seen[p] = true
		rows, err := t.QueryContext(ctx, query, p.holder, p.target)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var f graph.Fact
			if err := rows.Scan(&f.Statement, &f.Document, &f.Start, &f.Date, &f.Phase, &f.Source, &f.Sayer, &f.Negated, &f.Inferred,
				&f.Modality, &f.Confidence, &f.StanceType, &f.Holder, &f.TargetLabel, &f.TargetID); err != nil {
				rows.Close()
				return nil, err
			}
			list = append(list, f)
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// nodes reads rows of a label, with the edges that are columns of them.
func (r *reader) nodes(ctx context.Context, label graph.Label, where string, args ...any) error {
	tab := tables[label]
	_, err := each(ctx, r.q, selectFrom(tab.name, tab.columns)+where, args, func(row []any) error {
		id, _ := row[0].(string)
		p, err := props(tab.info.Fields, row[1:])
		if err != nil {
			return err
		}
		n := graph.Node{Ref: graph.Ref{Label: label, ID: id}, Props: p}
		links := map[string]any{}
		for i, c := range tab.links {
			if v := row[1+len(tab.info.Fields)+i]; v != nil {
				links[c] = v
			}
		}
		n.Kind, _ = links["kindLabel"].(string)
		r.Graph.Nodes = append(r.Graph.Nodes, n)
		r.unlink(n.Ref, links)
		return nil
	})
	return err
}

// unlink turns columns back into edges.
func (r *reader) unlink(from graph.Ref, links map[string]any) {
	for _, l := range []struct {
		column, typ string
		to          graph.Label
		words       string // the columns that say how it is mentioned
	}{
		{"source", graph.PublishedBy, graph.Source, ""},
		{"document", graph.InDocument, graph.Document, ""},
		{"turn", graph.InTurn, graph.Turn, ""},
		{"sentence", graph.Evidence, graph.Sentence, ""},
		{"holder", graph.Holder, graph.Actor, "holder"},
		{"targetActor", graph.Target, graph.Actor, "target"},
		{"targetIssue", graph.Target, graph.Issue, "target"},
		{"sayer", graph.SaidBy, graph.Actor, "sayer"},
		{"onBehalfOf", graph.OnBehalfOf, graph.Actor, "onBehalfOf"},
	} {
		id, ok := links[l.column].(string)
		if !ok {
			continue
		}
		p := graph.Props{}
		if l.words != "" {
			for _, c := range []string{"text", "start", "end"} {
				if v, ok := links[l.words+title(c)]; ok {
					p[c] = v
				}
			}
		}
		key := graph.EdgeKey{Type: l.typ, From: from, To: graph.Ref{Label: l.to, ID: id}}
		r.Graph.Edges = append(r.Graph.Edges, graph.Edge{EdgeKey: key, Props: p})
	}
}

func title(c string) string { return string(c[0]-'a'+'A') + c[1:] }

// edges reads rows of a relation. The type is read off the row where the relation holds several.
func (r *reader) edges(ctx context.Context, typ string, rel *relation, query string, args ...any) error {
	_, err := each(ctx, r.q, query, args, func(row []any) error {
		p, err := props(rel.fields, row[len(rel.columns):])
		if err != nil {
			return err
		}
		words := make([]string, len(rel.columns))
		for i := range words {
			words[i], _ = row[i].(string)
		}
		key := rel.parse(typ, words)
		if rel.keyName != "" {
			p[rel.keyName] = key.Key
		}
		r.Graph.Edges = append(r.Graph.Edges, graph.Edge{EdgeKey: key, Props: p})
		return nil
	})
	return err
}

// each runs a query, visits its rows and names its columns.
func each(ctx context.Context, q queryer, query string, args []any, visit func(row []any) error) ([]string, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		row := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		if err := visit(row); err != nil {
			return nil, err
		}
	}
	return columns, rows.Err()
}
