package export

import (
	"encoding/xml"
	"io"

	"github.com/stancegraph/stancegraph/graph"
)

// GEXF writes the projection for Gephi (GEXF 1.3): the weight of an edge is the number of its statements.
func GEXF(w io.Writer, g *graph.Graph) error {
	nodes, edges := projection(g)
	p := newPrinter(w)
	p.printf("%s", xml.Header)
	p.printf(`<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n" + `<graph defaultedgetype="directed">` + "\n")
	p.printf(`<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>` + "\n")
	p.printf(`<attributes class="edge">`)
	for _, a := range []struct{ name, typ string }{{"type", "string"}, {"sign", "integer"}, {"variant", "string"},
		{"first", "string"}, {"last", "string"}, {"confidence", "double"}} {
		p.printf(`<attribute id="%[1]s" title="%[1]s" type="%[2]s"/>`, a.name, a.typ)
	}
	p.printf("</attributes>\n<nodes>\n")
	for _, n := range nodes {
		p.printf(`<node id="%s" label="%s"><attvalues><attvalue for="kind" value="%s"/></attvalues></node>`+"\n",
			escape(n.Ref.String()), escape(n.name()), escape(n.kind()))
	}
	p.printf("</nodes>\n<edges>\n")
	for _, e := range edges {
		row := e.Row()
		p.printf(`<edge id="%s" source="%s" target="%s" label="%s" weight="%d"><attvalues>`,
			escape(e.ID()), escape(e.From.String()), escape(e.To.String()), escape(string(e.Type)), max(1, count(e)))
		p.printf(`<attvalue for="type" value="%s"/><attvalue for="sign" value="%d"/>`, escape(string(e.Type)), sign(e.Type))
		for _, name := range []string{"variant", "first", "last", "confidence"} {
			if v, ok := row[name]; ok {
				p.printf(`<attvalue for="%s" value="%s"/>`, name, escape(text(v)))
			}
		}
		p.printf("</attvalues></edge>\n")
	}
	p.printf("</edges>\n</graph>\n</gexf>\n")
	return p.done("gexf")
}

// count is how many statements a projected edge has.
func count(e graph.Edge) int {
	if p, ok := e.Props.(*graph.StanceProps); ok {
		return p.N
	}
	return 0
}
