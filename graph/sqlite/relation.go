package sqlite

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// relation says how edges that have rows of their own are stored.
type relation struct {
	name    string
	columns []string // of the key
	key     func(graph.EdgeKey) []any
	parse   func(key []string) graph.EdgeKey
	keyName string        // the property that is part of the key, "" for none
	fields  []graph.Field // the rest
	sel     string        // reads rows
	selMany string        // reads those of rowsAtOnce keys
	selOne  string        // reads that of a key
	upserts
	delete string
}

var (
	about = newRelation(graph.About, "about", ends, parseEnds(graph.About, graph.Statement, graph.Actor), "statement",
		"actor")
	contrast = newRelation(graph.ContrastsWith, "contrast", ends,
		parseEnds(graph.ContrastsWith, graph.Statement, graph.Statement), "statement", "other")
	member = newRelation(graph.MemberOf, "member", ends, parseEnds(graph.MemberOf, graph.Actor, graph.Actor), "actor",
		"of")
	affiliation = newRelation(graph.AffiliatedWith, "affiliation",
		func(k graph.EdgeKey) []any { return []any{k.From.ID, k.To.ID, k.Key} },
		func(w []string) graph.EdgeKey {
			return edgeKey(graph.AffiliatedWith, graph.Actor, w[0], graph.Actor, w[1], w[2])
		},
		"actor", "of", "role")
	near = newRelation(graph.NearDuplicateOf, "near", ends,
		parseEnds(graph.NearDuplicateOf, graph.Document, graph.Document), "document", "of")
	stance = newRelation(graph.Projected()[0], "stance",
		func(k graph.EdgeKey) []any {
			return []any{k.From.ID, string(k.Type), string(k.To.Label), k.To.ID, k.Key}
		},
		func(w []string) graph.EdgeKey {
			return edgeKey(graph.EdgeType(w[1]), graph.Actor, w[0], graph.Label(w[2]), w[3], w[4])
		},
		"holder", "type", "targetLabel", "target", "variant")
)

var relations = []*relation{about, contrast, member, affiliation, near, stance}

func edgeKey(typ graph.EdgeType, from graph.Label, fromID string, to graph.Label, toID, key string) graph.EdgeKey {
	return graph.EdgeKey{Type: typ, From: graph.Ref{Label: from, ID: fromID}, To: graph.Ref{Label: to, ID: toID}, Key: key}
}

func ends(k graph.EdgeKey) []any { return []any{k.From.ID, k.To.ID} }

func parseEnds(typ graph.EdgeType, from, to graph.Label) func([]string) graph.EdgeKey {
	return func(w []string) graph.EdgeKey { return edgeKey(typ, from, w[0], to, w[1], "") }
}

// relationOf gives the table of an edge type that is none of the columns.
func relationOf(typ graph.EdgeType) *relation {
	switch typ {
	case graph.About:
		return about
	case graph.ContrastsWith:
		return contrast
	case graph.MemberOf:
		return member
	case graph.NearDuplicateOf:
		return near
	case graph.AffiliatedWith:
		return affiliation
	}
	return stance
}

// isLink says that the edges are columns of the row of the node where they start.
func isLink(typ graph.EdgeType) bool {
	for _, l := range links {
		if l.typ == typ {
			return true
		}
	}
	return false
}

func newRelation(typ graph.EdgeType, name string, key func(graph.EdgeKey) []any, parse func([]string) graph.EdgeKey,
	columns ...string) *relation {
	r := &relation{name: name, columns: columns, key: key, parse: parse}
	info, _ := typ.Info()
	r.keyName = info.Key
	for _, f := range info.Fields {
		if f.Name != info.Key {
			r.fields = append(r.fields, f)
		}
	}
	r.upserts = newUpserts(name, r.all(), len(columns))
	where := ` WHERE ("` + strings.Join(columns, `","`) + `") = ` + marks(len(columns), 1)
	r.sel = selectFrom(name, r.all())
	r.selOne = r.sel + where
	var same []string
	for i, c := range columns {
		same = append(same, fmt.Sprintf(`"%s" = k.column%d`, c, i+1))
	}
	// a cross join keeps its order: each key looks for its row
	keys := " FROM (VALUES " + marks(len(columns), rowsAtOnce) + ") k CROSS JOIN "
	r.selMany = strings.Replace(r.sel, " FROM ", keys, 1) + " ON " + strings.Join(same, " AND ")
	r.delete = `DELETE FROM ` + name + where
	return r
}

func (r *relation) all() []string {
	list := append([]string{}, r.columns...)
	for _, f := range r.fields {
		list = append(list, f.Name)
	}
	return list
}
