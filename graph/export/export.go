// Package export writes a graph in the formats that other programs read. The same graph gives the same bytes.
//
// A new format is one file here and one row in Formats.
package export

import (
	"bufio"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph"
)

// Format is one way to write a graph: to a stream, or, where Write is nil, as files in a folder.
type Format struct {
	Name      string // what --format takes
	Extension string // of the file, with the dot; "" of a folder
	Help      string
	Write     func(w io.Writer, g *graph.Graph) error
	WriteDir  func(dir string, g *graph.Graph, l graph.Ledger) error
	Counts    func(g *graph.Graph, l graph.Ledger) []Count // what it writes of them
	Whole     bool                                         // writes a whole store, never a part of one
}

// Count is how many of something a format writes.
type Count struct {
	N    int
	What string // one of it: "node"
}

// Formats lists them all in the order in which help shows them.
func Formats() []Format {
	return []Format{
		{Name: "jsonl", Extension: ".jsonl", Help: "one JSON object a node or edge", Write: JSONL, Counts: all},
		{Name: "csv", Help: "a folder of csv files, one for each kind of node and for each two that edges join",
			WriteDir: CSV, Counts: all},
		{Name: "neo4j-admin", Help: "the same with all that lies beside the graph and a script: the quick way into Neo4j",
			WriteDir: Admin, Counts: allAndLedger, Whole: true},
		{Name: "edges-csv", Extension: ".csv", Help: "one row a statement, with its sentence", Write: EdgesCSV,
			Counts: statements},
		{Name: "spreadsheet", Extension: ".csv", Help: "edges-csv with a byte order mark, as Excel wants it",
			Write: Spreadsheet, Counts: statements},
		{Name: "graphml", Extension: ".graphml", Help: "GraphML, for yEd, Cytoscape and others", Write: GraphML,
			Counts: all},
		{Name: "cypher", Extension: ".cypher", Help: "a Cypher script that loads the graph; running it twice changes nothing",
			Write: Cypher, Counts: all},
		{Name: "gexf", Extension: ".gexf", Help: "who stands where to whom, for Gephi", Write: GEXF, Counts: projected},
		{Name: "dot", Extension: ".dot", Help: "who stands where to whom, for Graphviz", Write: DOT, Counts: projected},
		{Name: "html", Extension: ".html", Help: "one page that draws the graph: search, filters, sentences; needs no network",
			Write: HTML, Counts: statements},
	}
}

// Find gives the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// all counts the nodes and edges of a graph.
func all(g *graph.Graph, _ graph.Ledger) []Count {
	return []Count{{len(g.Nodes), "node"}, {len(g.Edges), "edge"}}
}

// allAndLedger counts what lies beside the graph too.
func allAndLedger(g *graph.Graph, l graph.Ledger) []Count {
	return []Count{{len(g.Nodes) + len(l.Runs) + len(l.Decisions) + len(l.Originals), "node"},
		{len(g.Edges) + len(l.Loaded), "edge"}}
}

func projected(g *graph.Graph, _ graph.Ledger) []Count {
	nodes, edges := projection(g)
	return []Count{{len(nodes), "node"}, {len(edges), "edge"}}
}

func statements(g *graph.Graph, _ graph.Ledger) []Count {
	return []Count{{len(statementsOf(g)), "statement"}}
}

// printer writes text and keeps the first error, so that a writer reads from top to bottom.
type printer struct {
	w   *bufio.Writer
	err error
}

func newPrinter(w io.Writer) *printer { return &printer{w: bufio.NewWriter(w)} }

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// done flushes and says what went wrong, in the words of the format.
func (p *printer) done(format string) error {
	if p.err == nil {
		p.err = p.w.Flush()
	}
	if p.err != nil {
		return fmt.Errorf("write %s: %w", format, p.err)
	}
	return nil
}
