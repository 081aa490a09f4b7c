package sqlite

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// relation tells how edges that have rows of their own are stored.
type relation struct {
	name    string
	columns []string // of the key
	key     func(graph.EdgeKey) []any
	parse   func(typ string, key []string) graph.EdgeKey
	keyName string        // the property that is part of the key, "" for none
	fields  []graph.Field // the rest
	sel     string        // reads rows
	selMany string        // reads those of rowsAtOnce keys
	selOne  string        // reads that of a key
	upserts
	delete string
}

var (
	about       = newRelation(graph.About, "about", ends, parseEnds(graph.Statement, graph.Actor), "statement", "actor")
	contrast    = newRelation(graph.ContrastsWith, "contrast", ends, parseEnds(graph.Statement, graph.Statement), "statement", "other")
	member      = newRelation(graph.MemberOf, "member", ends, parseEnds(graph.Actor, graph.Actor), "actor", "of")
	affiliation = newRelation(graph.AffiliatedWith, "affiliation",
		func(k graph.EdgeKey) []any { return []any{k.From.ID, k.To.ID, k.Key} },
		func(typ string, w []string) graph.EdgeKey {
			return edgeKey(typ, graph.Actor, w[0], graph.Actor, w[1], w[2])
		},
		"actor", "of", "role")
	near   = newRelation(graph.NearDuplicateOf, "near", ends, parseEnds(graph.Document, graph.Document), "document", "of")
	stance = newRelation(graph.Projected()[0], "stance",
		func(k graph.EdgeKey) []any { return []any{k.From.ID, k.Type, string(k.To.Label), k.To.ID, k.Key} },
		func(_ string, w []string) graph.EdgeKey {
			return edgeKey(w[1], graph.Actor, w[0], graph.Label(w[2]), w[3], w[4])
		},
		"holder", "type", "targetLabel", "target", "variant")
)

var relations = []*relation{about, contrast, member, affiliation, near, stance}

func edgeKey(typ string, from graph.Label, fromID string, to graph.Label, toID, key string) graph.EdgeKey {
	return graph.EdgeKey{Type: typ, From: graph.Ref{Label: from, ID: fromID}, To: graph.Ref{Label: to, ID: toID}, Key: key}
}

func ends(k graph.EdgeKey) []any { return []any{k.From.ID, k.To.ID} }

func parseEnds(from, to graph.Label) func(string, []string) graph.EdgeKey {
	return func(typ string, w []string) graph.EdgeKey { return edgeKey(typ, from, w[0], to, w[1], "") }
}

// relationOf gives the table of an edge type that is none of the columns.
func relationOf(typ string) *relation {
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

func isLink(typ string) bool {
	switch typ {
	case graph.Holder, graph.Target, graph.SaidBy, graph.OnBehalfOf, graph.Evidence, graph.InTurn, graph.InDocument, graph.PublishedBy:
		return true
	}
	return false
}

func newRelation(typ, name string, key func(graph.EdgeKey) []any, parse func(string, []string) graph.EdgeKey, columns ...string) *relation {
	r := &relation{name: name, columns: columns, key: key, parse: parse}
	for _, info := range graph.EdgeTypes() {
		if info.Type != typ {
			continue
		}
		r.keyName = info.Key
		for _, f := range info.Fields {
			if f.Name != info.Key {
				r.fields = append(r.fields, f)
			}
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
	r.selMany = strings.Replace(r.sel, " FROM ", " FROM (VALUES "+marks(len(columns), rowsAtOnce)+") k CROSS JOIN ", 1) + " ON " + strings.Join(same, " AND ")
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
