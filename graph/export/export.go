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
}

// Formats lists them all in the order in which help shows them.
func Formats() []Format {
	return []Format{
		{Name: "jsonl", Extension: ".jsonl", Help: "one JSON object a node or edge", Write: JSONL},
		{Name: "csv", Help: "a folder of csv files, one for each kind of node and for each two that edges join",
			WriteDir: CSV},
		{Name: "neo4j-admin", Help: "the same with all that lies beside the graph and a script: the quick way into Neo4j",
			WriteDir: Admin},
		{Name: "edges-csv", Extension: ".csv", Help: "one row a statement, with its sentence", Write: EdgesCSV},
		{Name: "spreadsheet", Extension: ".csv", Help: "edges-csv with a byte order mark, as Excel wants it",
			Write: Spreadsheet},
		{Name: "graphml", Extension: ".graphml", Help: "GraphML, for yEd, Cytoscape and others", Write: GraphML},
		{Name: "cypher", Extension: ".cypher", Help: "a Cypher script that loads the graph; running it twice changes nothing",
			Write: Cypher},
		{Name: "gexf", Extension: ".gexf", Help: "who stands where to whom, for Gephi", Write: GEXF},
		{Name: "dot", Extension: ".dot", Help: "who stands where to whom, for Graphviz", Write: DOT},
		{Name: "html", Extension: ".html", Help: "one page that draws the graph: search, filters, sentences; needs no network",
			Write: HTML},
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
