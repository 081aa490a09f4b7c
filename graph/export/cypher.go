package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// cypherBatch is how many nodes or edges one command writes.
const cypherBatch = 200

// Cypher writes a script of plain Cypher 5 for cypher-shell or the Browser. All writes are MERGE on ids, so
// running it again changes nothing; a node's or edge's properties are replaced by those of the graph.
func Cypher(w io.Writer, g *graph.Graph) error {
	p := newPrinter(w)
	p.printf("// A stance graph: %d nodes, %d edges.  cypher-shell -f FILE\n", len(g.Nodes), len(g.Edges))
	for _, info := range graph.Labels() {
		p.printf("CREATE CONSTRAINT IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE;\n", quoteName(string(info.Label)))
	}
	p.printf("CALL db.awaitIndexes(300);\n")
	for start := 0; start < len(g.Nodes); {
		end := start + 1
		for end < len(g.Nodes) && end-start < cypherBatch && sameLabels(g.Nodes[start], g.Nodes[end]) {
			end++
		}
		mergeNodes(p, g.Nodes[start:end])
		start = end
	}
	for start := 0; start < len(g.Edges); {
		end := start + 1
		for end < len(g.Edges) && end-start < cypherBatch && sameEnds(g.Edges[start], g.Edges[end]) {
			end++
		}
		mergeEdges(p, g.Edges[start:end])
		start = end
	}
	return p.done("cypher")
}

func sameLabels(a, b graph.Node) bool { return a.Label == b.Label && a.Kind == b.Kind }

func sameEnds(a, b graph.Edge) bool {
	return a.Type == b.Type && a.From.Label == b.From.Label && a.To.Label == b.To.Label
}

func mergeNodes(p *printer, nodes []graph.Node) {
	rows := make([]string, len(nodes))
	for i, n := range nodes {
		rows[i] = literalMap(withID(n))
	}
	p.printf("UNWIND [\n%s\n] AS row MERGE (n:%s {id: row.id}) SET n = row", strings.Join(rows, ",\n"), quoteName(string(nodes[0].Label)))
	for _, kind := range kinds(nodes[0].Label) { // what it was before may have been wrong
		if kind != nodes[0].Kind {
			p.printf(" REMOVE n:%s", quoteName(kind))
		}
	}
	if kind := nodes[0].Kind; kind != "" {
		p.printf(" SET n:%s", quoteName(kind))
	}
	p.printf(";\n")
}

func mergeEdges(p *printer, edges []graph.Edge) {
	first := edges[0]
	key := edgeInfo(first.Type).Key
	rows := make([]string, len(edges))
	for i, e := range edges {
		rows[i] = fmt.Sprintf("{a: %s, b: %s, k: %s, p: %s}", literal(e.From.ID), literal(e.To.ID), literal(e.Key), literalMap(e.Props))
	}
	match := ""
	if key != "" {
		match = fmt.Sprintf(" {%s: row.k}", quoteName(key))
	}
	p.printf("UNWIND [\n%s\n] AS row MATCH (a:%s {id: row.a}) MATCH (b:%s {id: row.b}) MERGE (a)-[r:%s%s]->(b) SET r += row.p;\n",
		strings.Join(rows, ",\n"), quoteName(string(first.From.Label)), quoteName(string(first.To.Label)), quoteName(first.Type), match)
}

func literalMap(p graph.Props) string {
	parts := make([]string, 0, len(p))
	for _, name := range p.Names() {
		parts = append(parts, quoteName(name)+": "+literal(p[name]))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// literal writes a value so that no text can end its own literal.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		return quote(v)
	case []string:
		items := make([]string, len(v))
		for i, s := range v {
			items[i] = quote(s)
		}
		return "[" + strings.Join(items, ", ") + "]"
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
