package export

import (
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// DOT writes the projection for Graphviz: green for, red against, grey neither; dashed what is
// only inferred or claimed by others.
func DOT(w io.Writer, g *graph.Graph) error {
	nodes, edges := projection(g)
	p := newPrinter(w)
	p.printf("digraph stances {\n\trankdir=LR;\n")
	p.printf("\tnode [fontname=\"Helvetica\"];\n\tedge [fontname=\"Helvetica\" fontsize=10];\n")
	for _, n := range nodes {
		shape := "ellipse"
		if n.Label == graph.Issue {
			shape = "box"
		}
		p.printf("\t%s [label=%s shape=%s];\n", dotQuote(n.Ref.String()), dotQuote(n.name()), shape)
	}
	colours := map[int]string{1: "darkgreen", 0: "grey40", -1: "firebrick"}
	for _, e := range edges {
		style := "solid"
		if e.Key != "" && e.Key != graph.Stated {
			style = "dashed"
		}
		p.printf("\t%s -> %s [label=%s color=%s style=%s];\n", dotQuote(e.From.String()), dotQuote(e.To.String()),
			dotQuote(string(e.Type)), colours[sign(e.Type)], style)
	}
	p.printf("}\n")
	return p.done("dot")
}

// dotQuote writes a quoted id of DOT. A backslash is doubled, as labels give it a meaning of its own.
func dotQuote(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
