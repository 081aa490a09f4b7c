package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"

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
	unread func(error) error // called for a row that is not what it should be; nil: that is an error
}

func (r *reader) refuse(err error) error {
	if err == nil || r.unread == nil {
		return err
	}
	return r.unread(err)
}

// in is a list of ids or keys as one argument, in JSON; query it by inList.
func in[T string | int64](ids []T) driver.Valuer { return jsonList[T](ids) }

type jsonList[T string | int64] []T

// Value implements driver.Valuer.
func (l jsonList[T]) Value() (driver.Value, error) {
	b, err := json.Marshal([]T(l))
	if err != nil {
		return nil, fmt.Errorf("writing a list as JSON: %w", err)
	}
	return string(b), nil
}

const inList = " IN (SELECT value FROM json_each(?))"

func (t *tx) Hashes(ctx context.Context, documents []string) (map[string]string, error) {
	return t.pairs(ctx, "SELECT id, coalesce(hash, '') FROM document WHERE id"+inList, in(documents))
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
	for _, rel := range []*relation{about, contrast} {
		if err := r.edges(ctx, rel, rel.sel+" WHERE statement"+statements, in(documents)); err != nil {
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
	for _, info := range graph.Labels() {
		ids := byLabel[info.Label]
		if len(ids) == 0 {
			continue
		}
		if err := r.nodes(ctx, info.Label, " WHERE id"+inList, in(ids)); err != nil {
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
			if err := r.edges(ctx, rel, query, args...); err != nil {
				return nil, err
			}
			list = list[n:]
		}
	}
	return r.Graph.Edges, nil
}

// factsOf reads the statements of pairs of a holder and a target, which are given as JSON. A cross join keeps its order:
// each pair looks for its rows.
func factsOf(targetColumn string) string {
	return fmt.Sprintf(`SELECT st.id, d.id, se.start, coalesce(st.date,''), coalesce(st.phase,''), coalesce(d.source,''),
		coalesce(st.sayer,''), st.negated, st.inferred, coalesce(st.modality,''), st.confidence, st.type, st.holder, st.%s
		FROM json_each(?) k CROSS JOIN statement st ON st.%[1]s = k.value ->> 1 AND st.holder = k.value ->> 0
		JOIN sentence se ON se.id = st.sentence JOIN document d ON d.id = se.document`, targetColumn)
}

func (t *tx) Facts(ctx context.Context, keys []graph.EdgeKey) ([]graph.Fact, error) {
	var list []graph.Fact
	for _, target := range []struct {
		label  graph.Label
		column string
	}{{graph.Actor, "targetActor"}, {graph.Issue, "targetIssue"}} {
		pairs, err := json.Marshal(pairsTo(target.label, keys))
		if err != nil {
			return nil, fmt.Errorf("writing holders and targets as JSON: %w", err)
		}
		rows, err := t.QueryContext(ctx, factsOf(target.column), string(pairs))
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			f := graph.Fact{TargetLabel: target.label}
			if err := rows.Scan(&f.Statement, &f.Document, &f.Start, &f.Date, &f.Phase, &f.Source, &f.Sayer, &f.Negated,
				&f.Inferred, &f.Modality, &f.Confidence, &f.StanceType, &f.Holder, &f.TargetID); err != nil {
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

// pairsTo are the ids of holder and target of those of the edges whose target has the label, each pair once.
func pairsTo(label graph.Label, keys []graph.EdgeKey) [][2]string {
	seen := map[[2]string]bool{}
	list := [][2]string{}
	for _, k := range keys {
		pair := [2]string{k.From.ID, k.To.ID}
		if k.To.Label == label && !seen[pair] {
			seen[pair] = true
			list = append(list, pair)
		}
	}
	return list
}

// nodes reads rows of a label, with the edges that are columns of them.
func (r *reader) nodes(ctx context.Context, label graph.Label, where string, args ...any) error {
	tab := tables[label]
	_, err := each(ctx, r.q, selectFrom(tab.name, tab.columns)+where, args, func(row []any) error {
		id, ok := row[0].(string)
		if !ok {
			return r.refuse(fmt.Errorf("table %s: the id %v is not text", tab.name, row[0]))
		}
		links := map[string]any{}
		for i, c := range tab.links {
			if v := row[1+len(tab.info.Fields)+i]; v != nil {
				links[c] = v
			}
		}
		kind, _ := links["kindLabel"].(string)
		n, err := graph.NewNode(graph.Ref{Label: label, ID: id}, kind, rowOf(tab.info.Fields, row[1:]))
		if err != nil {
			return r.refuse(err)
		}
		r.Graph.Nodes = append(r.Graph.Nodes, n)
		return r.refuse(r.unlink(n.Ref, links))
	})
	return err
}

// links are the edges that are columns of the row of the node where they start.
var links = []struct {
	column string
	typ    graph.EdgeType
	to     graph.Label
	words  string // what the names of the columns of its mention begin with, "" for none
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
}

// unlink turns columns back into edges.
func (r *reader) unlink(from graph.Ref, columns map[string]any) error {
	for _, l := range links {
		v, there := columns[l.column]
		if !there {
			continue
		}
		id, ok := v.(string)
		if !ok {
			return fmt.Errorf("%s: column %s is %T, not text", from, l.column, v)
		}
		row := graph.Row{}
		if l.words != "" {
			for i, name := range mentionProperties {
				if v, ok := columns[l.words+mentionColumns[i]]; ok {
					row[name] = v
				}
			}
		}
		e, err := graph.NewEdge(graph.EdgeKey{Type: l.typ, From: from, To: graph.Ref{Label: l.to, ID: id}}, row)
		if err != nil {
			return err
		}
		r.Graph.Edges = append(r.Graph.Edges, e)
	}
	return nil
}

// edges reads rows of a relation.
func (r *reader) edges(ctx context.Context, rel *relation, query string, args ...any) error {
	_, err := each(ctx, r.q, query, args, func(row []any) error {
		words := make([]string, len(rel.columns))
		for i := range words {
			var ok bool
			if words[i], ok = row[i].(string); !ok {
				return r.refuse(fmt.Errorf("table %s: column %s is %T, not text", rel.name, rel.columns[i], row[i]))
			}
		}
		key := rel.parse(words)
		values := rowOf(rel.fields, row[len(rel.columns):])
		if rel.keyName != "" {
			values[rel.keyName] = key.Key
		}
		e, err := graph.NewEdge(key, values)
		if err != nil {
			return r.refuse(err)
		}
		r.Graph.Edges = append(r.Graph.Edges, e)
		return nil
	})
	return err
}

// all reads everything.
func (r *reader) all(ctx context.Context) error {
	for _, info := range graph.Labels() {
		if err := r.nodes(ctx, info.Label, ""); err != nil {
			return err
		}
	}
	for _, rel := range relations {
		if err := r.edges(ctx, rel, rel.sel); err != nil {
			return err
		}
	}
	r.Sort()
	return nil
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
