package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// GraphML writes the whole graph. A node's labels are its datum "labels" (":Actor:Country"), an edge's type
// its datum "label"; lists are JSON arrays. Characters that XML cannot hold become U+FFFD.
func GraphML(w io.Writer, g *graph.Graph) error {
	nodeCols := []column{{"labels", graph.StringType}, {"id", graph.StringType}}
	nodeCols = append(nodeCols, columns(nodeFields(), nodeRows(g.Nodes))...)
	edgeCols := []column{{"label", graph.StringType}}
	edgeCols = append(edgeCols, columns(edgeFields(), edgeRows(g.Edges))...)

	p := newPrinter(w)
	p.printf("%s", xml.Header)
	p.printf(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	keys(p, "node", nodeCols)
	keys(p, "edge", edgeCols)
	p.printf(`<graph id="stances" edgedefault="directed">` + "\n")
	ids := make(map[graph.Ref]string, len(g.Nodes))
	for i, n := range g.Nodes {
		ids[n.Ref] = fmt.Sprintf("n%d", i)
		props := withID(n)
		props["labels"] = ":" + strings.Join(n.Labels(), ":")
		p.printf(`<node id="n%d">`, i)
		data(p, "node", nodeCols, props)
		p.printf("</node>\n")
	}
	for i, e := range g.Edges {
		p.printf(`<edge id="e%d" source="%s" target="%s">`, i, ids[e.From], ids[e.To])
		p.printf(`<data key="edge.label">%s</data>`, escape(string(e.Type)))
		data(p, "edge", edgeCols[1:], e.Row())
		p.printf("</edge>\n")
	}
	p.printf("</graph>\n</graphml>\n")
	return p.done("graphml")
}

// nodeFields and edgeFields are those of all labels and types, by name. A name has the same type everywhere.
func nodeFields() []graph.Field {
	var all []graph.Field
	for _, info := range graph.Labels() {
		all = append(all, info.Fields...)
	}
	return byName(all)
}

func edgeFields() []graph.Field {
	var all []graph.Field
	for _, info := range graph.EdgeTypes() {
		all = append(all, info.Fields...)
	}
	return byName(all)
}

func byName(fields []graph.Field) []graph.Field {
	slices.SortFunc(fields, func(a, b graph.Field) int { return strings.Compare(a.Name, b.Name) })
	return slices.Compact(fields)
}

func keys(p *printer, domain string, cols []column) {
	types := map[graph.Type]string{graph.StringType: "string", graph.IntType: "long", graph.FloatType: "double",
		graph.BoolType: "boolean", graph.StringsType: "string"}
	for _, c := range cols {
		p.printf(`<key id="%s.%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", domain, escape(c.name), domain,
			escape(c.name), types[c.typ])
	}
}

func data(p *printer, domain string, cols []column, props graph.Row) {
	for _, c := range cols {
		if v, ok := props[c.name]; ok {
			p.printf(`<data key="%s.%s">%s</data>`, domain, escape(c.name), escape(text(v)))
		}
	}
}

// escape writes text for XML, in content or between double quotes.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}
