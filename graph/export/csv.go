package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// CSV writes a folder with a file for each set of labels of nodes and for each two labels that edges join, with headers
// as Neo4j types them. Lists are joined by a character that stands in none of their items; import.args names it. A text
// that a spreadsheet would take for a formula begins with an apostrophe, in lists too, so an import of what holds such
// texts is not exact: that is for Admin. The folder must be empty or new: files of an older export would be taken for
// part of this one.
func CSV(dir string, g *graph.Graph, _ graph.Ledger) error {
	return csvFolder(dir, g, nil, guard)
}

// csvFolder writes the tables of a graph, with texts as write makes them, and others beside them.
func csvFolder(dir string, g *graph.Graph, beside []csvTable, write func(string) string) error {
	if err := emptyDir(dir); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	between := delimiter(g)
	f := cellForm{string(between), write}
	// a text of some megabytes is still one field
	args := []string{"--multiline-fields=true", fmt.Sprintf("--array-delimiter=U+%04X", between), "--id-type=string",
		"--read-buffer-size=16m"}
	for _, t := range slices.Concat(nodeTables(g, f), edgeTables(g, f), beside) {
		if err := writeTable(filepath.Join(dir, t.file), t.write); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
		args = append(args, t.option+"="+t.file)
	}
	if err := os.WriteFile(filepath.Join(dir, "import.args"), []byte(strings.Join(args, "\n")+"\n"), 0o644); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// delimiter is a character that no list of the graph has in an item.
func delimiter(g *graph.Graph) rune {
	return unused(func(yield func(string) bool) {
		for _, p := range slices.Concat(nodeRows(g.Nodes), edgeRows(g.Edges)) {
			for _, v := range p {
				list, _ := v.([]string)
				for _, item := range list {
					if !yield(item) {
						return
					}
				}
			}
		}
	})
}

// unused is a character that stands in none of some texts: one that no text should hold, else one for private use.
func unused(texts iter.Seq[string]) rune {
	used := map[rune]bool{}
	for text := range texts {
		for _, r := range text {
			if r == 0x1f || r >= 0xe000 {
				used[r] = true
			}
		}
	}
	for r := rune(0x1f); ; r = max(r+1, 0xe000) {
		if !used[r] {
			return r
		}
	}
}

func emptyDir(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if there, err := os.ReadDir(dir); err != nil {
		return err
	} else if len(there) > 0 {
		return fmt.Errorf("folder %s is not empty", dir)
	}
	return nil
}

// cellForm says how values are written: what joins the items of lists, and what is made of a text.
type cellForm struct {
	between string
	write   func(string) string
}

// csvTable is what goes into one file.
type csvTable struct {
	option string // of the import
	file   string
	write  func(w *csv.Writer) error
}

func nodeTables(g *graph.Graph, f cellForm) []csvTable {
	var list []csvTable
	for _, nodes := range nodeGroups(g) {
		file := "nodes-" + strings.Join(nodes[0].Labels(), "-") + ".csv"
		list = append(list, csvTable{"--nodes", file, func(w *csv.Writer) error { return nodeTable(w, nodes, f) }})
	}
	return list
}

// nodeGroups are the nodes by their labels.
func nodeGroups(g *graph.Graph) [][]graph.Node {
	return groups(g.Nodes, func(n graph.Node) string { return strings.Join(n.Labels(), ";") })
}

// groups puts together what has the same key, in the order of the keys.
func groups[T any](list []T, key func(T) string) [][]T {
	by := map[string][]T{}
	for _, item := range list {
		by[key(item)] = append(by[key(item)], item)
	}
	keys := slices.Sorted(maps.Keys(by))
	out := make([][]T, len(keys))
	for i, k := range keys {
		out[i] = by[k]
	}
	return out
}

func nodeTable(w *csv.Writer, nodes []graph.Node, f cellForm) error {
	cols := columns(labelInfo(nodes[0].Label).Fields, nodeRows(nodes))
	if err := w.Write(append([]string{fmt.Sprintf("id:ID(%s)", nodes[0].Label), ":LABEL"}, header(cols)...)); err != nil {
		return err
	}
	for _, n := range nodes {
		row := []string{f.write(n.ID), strings.Join(n.Labels(), f.between)}
		if err := w.Write(append(row, cells(cols, n.Row(), f)...)); err != nil {
			return err
		}
	}
	return nil
}

// edgeTables are the edges by the labels of their ends, for an import takes as long for each file as for thousands of
// edges.
func edgeTables(g *graph.Graph, f cellForm) []csvTable {
	var list []csvTable
	for _, edges := range groups(g.Edges, func(e graph.Edge) string {
		return string(e.From.Label) + ";" +
			string(e.To.Label)
	}) {
		file := fmt.Sprintf("edges-%s-%s.csv", edges[0].From.Label, edges[0].To.Label)
		list = append(list, csvTable{"--relationships", file,
			func(w *csv.Writer) error { return edgeTable(w, edges, f) }})
	}
	return list
}

func edgeTable(w *csv.Writer, edges []graph.Edge, f cellForm) error {
	var fields []graph.Field // of all types in the file
	known := map[graph.EdgeType]bool{}
	for _, e := range edges {
		if known[e.Type] {
			continue
		}
		known[e.Type] = true
		for _, field := range edgeInfo(e.Type).Fields {
			if !slices.Contains(fields, field) {
				fields = append(fields, field)
			}
		}
	}
	cols := columns(fields, edgeRows(edges))
	head := []string{fmt.Sprintf(":START_ID(%s)", edges[0].From.Label), fmt.Sprintf(":END_ID(%s)", edges[0].To.Label),
		":TYPE"}
	if err := w.Write(append(head, header(cols)...)); err != nil {
		return err
	}
	for _, e := range edges {
		row := []string{f.write(e.From.ID), f.write(e.To.ID), string(e.Type)}
		if err := w.Write(append(row, cells(cols, e.Row(), f)...)); err != nil {
			return err
		}
	}
	return nil
}

func header(cols []column) []string {
	names := map[graph.Type]string{graph.StringType: "string", graph.IntType: "long", graph.FloatType: "double",
		graph.BoolType: "boolean", graph.StringsType: "string[]"}
	var list []string
	for _, c := range cols {
		list = append(list, c.name+":"+names[c.typ])
	}
	return list
}

func cells(cols []column, p graph.Row, f cellForm) []string {
	row := make([]string, len(cols))
	for i, c := range cols {
		switch v := p[c.name].(type) {
		case []string:
			items := make([]string, len(v))
			for j, item := range v {
				items[j] = f.write(item)
			}
			row[i] = strings.Join(items, f.between)
		case string:
			row[i] = f.write(v)
		default:
			row[i] = text(v)
		}
	}
	return row
}

func writeTable(path string, table func(w *csv.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	err = flush(f, table)
	return errors.Join(err, f.Close())
}

func flush(out io.Writer, table func(w *csv.Writer) error) error {
	w := csv.NewWriter(out)
	if err := table(w); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

func nodeRows(nodes []graph.Node) []graph.Row {
	list := make([]graph.Row, len(nodes))
	for i, n := range nodes {
		list[i] = n.Row()
	}
	return list
}

func edgeRows(edges []graph.Edge) []graph.Row {
	list := make([]graph.Row, len(edges))
	for i, e := range edges {
		list[i] = e.Row()
	}
	return list
}
