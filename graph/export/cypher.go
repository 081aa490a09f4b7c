package export

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// cypherRows and cypherBytes bound what one command writes.
const (
	cypherRows  = 1000
	cypherBytes = 1 << 20
)

// Cypher writes a script of plain Cypher 5 for cypher-shell or the Browser. All writes are MERGE on ids, so
// running it again changes nothing; a node's or edge's properties are replaced by those of the graph.
//
// The data of a command are flat lists of literals, one a property: the server takes each for a parameter
// and plans commands of one shape once. A list of maps reads better, but it costs the server 5 ms a row.
func Cypher(w io.Writer, g *graph.Graph) error {
	p := newPrinter(w)
	p.printf("// A stance graph: %d nodes, %d edges.  cypher-shell -f FILE\n", len(g.Nodes), len(g.Edges))
	for _, info := range graph.Labels() {
		p.printf("CREATE CONSTRAINT IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE;\n", quoteName(string(info.Label)))
	}
	p.printf("CALL db.awaitIndexes(300);\n")
	for _, nodes := range nodeGroups(g) {
		cols := columns(labelInfo(nodes[0].Label).Fields, nodeRows(nodes))
		for batch := range batches(nodes, graph.Node.Row) {
			mergeNodes(p, batch, cols)
		}
	}
	for _, edges := range edgeGroups(g) {
		cols := columns(edgeInfo(edges[0].Type).Fields, edgeRows(edges))
		for batch := range batches(edges, graph.Edge.Row) {
			mergeEdges(p, batch, cols)
		}
	}
	return p.done("cypher")
}

// batches cuts a list into pieces that are short in rows and bytes.
func batches[T any](list []T, props func(T) graph.Row) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		start, size := 0, 0
		for i, item := range list {
			for _, v := range props(item) {
				size += len(text(v))
			}
			if size > cypherBytes || i+1-start == cypherRows || i+1 == len(list) {
				if !yield(list[start : i+1]) {
					return
				}
				start, size = i+1, 0
			}
		}
	}
}

func mergeNodes(p *printer, nodes []graph.Node, cols []column) {
	ids := make([]string, len(nodes))
	for i, n := range nodes {
		ids[i] = quote(n.ID)
	}
	first := nodes[0]
	set := writeLists(p, [][]string{ids}, cols, nodeRows(nodes))
	p.printf("MERGE (n:%s {id: c0[i]}) SET n = {%s}", quoteName(string(first.Label)),
		strings.Join(append([]string{"id: c0[i]"}, set...), ", "))
	for _, kind := range labelInfo(first.Label).Kinds { // what it was before may have been wrong
		if kind != first.Kind {
			p.printf(" REMOVE n:%s", quoteName(kind))
		}
	}
	if first.Kind != "" {
		p.printf(" SET n:%s", quoteName(first.Kind))
	}
	p.printf(";\n")
}

func mergeEdges(p *printer, edges []graph.Edge, cols []column) {
	first := edges[0]
	lists := make([][]string, 2)
	for _, e := range edges {
		lists[0] = append(lists[0], quote(e.From.ID))
		lists[1] = append(lists[1], quote(e.To.ID))
	}
	match := ""
	if key := edgeInfo(first.Type).Key; key != "" {
		keys := make([]string, len(edges))
		for i, e := range edges {
			keys[i] = quote(e.Key)
		}
		lists = append(lists, keys)
		cols = slices.DeleteFunc(slices.Clone(cols), func(c column) bool { return c.name == key })
		match = fmt.Sprintf("%s: c2[i]", quoteName(key))
	}
	set := writeLists(p, lists, cols, edgeRows(edges))
	if match != "" {
		set = append([]string{match}, set...)
		match = " {" + match + "}"
	}
	p.printf("MATCH (a:%s {id: c0[i]}) MATCH (b:%s {id: c1[i]}) MERGE (a)-[r:%s%s]->(b) SET r = {%s};\n",
		quoteName(string(first.From.Label)), quoteName(string(first.To.Label)), quoteName(string(first.Type)), match,
		strings.Join(set, ", "))
}

// writeLists begins a command: the given lists of literals are c0, c1 …, those of the columns follow, and
// i runs over the rows. It gives the "name: value" of each column.
func writeLists(p *printer, lists [][]string, cols []column, props []graph.Row) (set []string) {
	for _, c := range cols {
		value := fmt.Sprintf("c%d[i]", len(lists))
		sep := ""
		if c.typ == graph.StringsType {
			sep = separator(c.name, props)
			value = fmt.Sprintf("split(%s, %s)", value, quote(sep))
		}
		set = append(set, quoteName(c.name)+": "+value)
		list := make([]string, len(props))
		for i, row := range props {
			v := row[c.name]
			if items, ok := v.([]string); ok {
				v = strings.Join(items, sep)
			}
			list[i] = literal(v)
		}
		lists = append(lists, list)
	}
	for i, list := range lists {
		before := ",\n"
		if i == 0 {
			before = "WITH\n"
		}
		p.printf("%s[%s] AS c%d", before, strings.Join(list, ", "), i)
	}
	p.printf("\nUNWIND range(0, size(c0) - 1) AS i\n")
	return set
}

// edgeGroups are the edges by type and labels of their ends.
func edgeGroups(g *graph.Graph) [][]graph.Edge {
	return groups(g.Edges, func(e graph.Edge) string {
		return string(e.Type) + ";" + string(e.From.Label) + ";" + string(e.To.Label)
	})
}

// separator is a character that no item of a list property has.
func separator(name string, props []graph.Row) string {
	return string(unused(func(yield func(string) bool) {
		for _, p := range props {
			list, _ := p[name].([]string)
			for _, item := range list {
				if !yield(item) {
					return
				}
			}
		}
	}))
}

// literal writes a value so that no text can end its own literal.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		return quote(v)
	case float64:
		s := scalar(v)
		if !strings.ContainsAny(s, ".eE") { // 1 would be read back as an integer
			s += ".0"
		}
		return s
	case nil:
		return "null"
	}
	return scalar(v)
}

// quote escapes quotes, backslashes and all control characters, so that a command's text stays on its line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range s {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20, r == 0x7f, 0x80 <= r && r < 0xa0, r == '\u2028', r == '\u2029', r == '\ufeff':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}

// quoteName writes a label, type or property name, quoted where it needs it.
func quoteName(name string) string {
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return "`" + strings.ReplaceAll(name, "`", "``") + "`"
		}
	}
	if name == "" {
		return "``"
	}
	return name
}
