package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// CSV writes a folder with a file for each set of labels of nodes and for each two labels that edges join, with headers as
// Neo4j types them. Lists are joined by a character that stands in none of their items; import.args names it. The folder must
// be empty or new: files of an older export would be taken for part of this one.
func CSV(dir string, g *graph.Graph, _ graph.Ledger) error {
	return csvFolder(dir, g)
}

func csvFolder(dir string, g *graph.Graph) error {
	if err := emptyDir(dir); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	between := delimiter(g)
	// a text of some megabytes is still one field
	args := []string{"--multiline-fields=true", fmt.Sprintf("--array-delimiter=U+%04X", between), "--id-type=string", "--read-buffer-size=16m"}
	for _, set := range nodeSets(g, string(between)) {
		name := "nodes-" + strings.Join(set.labels, "-") + ".csv"
		if err := writeTable(filepath.Join(dir, name), set.table); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
		args = append(args, "--nodes="+name)
	}
	for _, set := range edgeSets(g, string(between)) {
		name := "edges-" + strings.Join(set.labels, "-") + ".csv"
		if err := writeTable(filepath.Join(dir, name), set.table); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
		args = append(args, "--relationships="+name)
	}
	if err := os.WriteFile(filepath.Join(dir, "import.args"), []byte(strings.Join(args, "\n")+"\n"), 0o644); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// delimiter is a character that no list of the graph has in an item, as separator finds it for one property.
func delimiter(g *graph.Graph) rune {
	used := map[rune]bool{}
	look := func(p graph.Props) {
		for _, v := range p {
			list, _ := v.([]string)
			for _, r := range strings.Join(list, "") {
				used[r] = used[r] || r == 0x1f || r >= 0xe000
			}
		}
	}
	for _, n := range g.Nodes {
		look(n.Props)
	}
	for _, e := range g.Edges {
		look(e.Props)
	}
	for r := rune(0x1f); ; r = max(r+1, 0xe000) { // then the private use area
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

// csvSet is what goes into one file.
type csvSet struct {
	labels []string // for the file's name
	table  func(w *csv.Writer) error
}

func nodeSets(g *graph.Graph, between string) []csvSet {
	var sets []csvSet
	for _, nodes := range nodeGroups(g) {
		sets = append(sets, csvSet{nodes[0].Labels(), func(w *csv.Writer) error { return nodeTable(w, nodes, between) }})
	}
	return sets
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

func nodeTable(w *csv.Writer, nodes []graph.Node, between string) error {
	cols, err := columns(fieldsOfLabel(nodes[0].Label), nodeProps(nodes))
	if err != nil {
		return err
	}
	if err := w.Write(append([]string{fmt.Sprintf("id:ID(%s)", nodes[0].Label), ":LABEL"}, header(cols)...)); err != nil {
		return err
	}
	for _, n := range nodes {
		row := []string{n.ID, strings.Join(n.Labels(), between)}
		if err := w.Write(append(row, cells(cols, n.Props, between)...)); err != nil {
			return err
		}
	}
	return nil
}

// edgeSets are the edges by the labels of their ends, for an import takes as long for each file as for thousands of edges.
func edgeSets(g *graph.Graph, between string) []csvSet {
	var sets []csvSet
	for _, edges := range groups(g.Edges, func(e graph.Edge) string { return string(e.From.Label) + ";" + string(e.To.Label) }) {
		labels := []string{string(edges[0].From.Label), string(edges[0].To.Label)}
		sets = append(sets, csvSet{labels, func(w *csv.Writer) error { return edgeTable(w, edges, between) }})
	}
	return sets
}

func edgeTable(w *csv.Writer, edges []graph.Edge, between string) error {
	var fields []graph.Field // of all types in the file
	known := map[string]bool{}
	for _, e := range edges {
		if known[e.Type] {
			continue
		}
		known[e.Type] = true
		for _, f := range edgeInfo(e.Type).Fields {
			if !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		}
	}
	cols, err := columns(fields, edgeProps(edges))
	if err != nil {
		return err
	}
	head := []string{fmt.Sprintf(":START_ID(%s)", edges[0].From.Label), fmt.Sprintf(":END_ID(%s)", edges[0].To.Label), ":TYPE"}
	if err := w.Write(append(head, header(cols)...)); err != nil {
		return err
	}
	for _, e := range edges {
		row := []string{e.From.ID, e.To.ID, e.Type}
		if err := w.Write(append(row, cells(cols, e.Props, between)...)); err != nil {
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

func cells(cols []column, p graph.Props, between string) []string {
	row := make([]string, len(cols))
	for i, c := range cols {
		v, ok := p[c.name]
		if list, isList := v.([]string); ok && isList && c.typ == graph.StringsType {
			row[i] = strings.Join(list, between)
		} else {
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

func nodeProps(nodes []graph.Node) []graph.Props {
	list := make([]graph.Props, len(nodes))
	for i, n := range nodes {
		list[i] = n.Props
	}
	return list
}

func edgeProps(edges []graph.Edge) []graph.Props {
	list := make([]graph.Props, len(edges))
	for i, e := range edges {
		list[i] = e.Props
	}
	return list
}
