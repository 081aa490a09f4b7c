package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/graph/formats/dot"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
)

func write(t *testing.T, format string, g *graph.Graph) []byte {
	t.Helper()
	f, ok := export.Find(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	var b bytes.Buffer
	if err := f.Write(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range export.Formats() {
		if f.Name == "" || f.Help == "" || (f.Write == nil) == (f.WriteDir == nil) ||
			(f.Write == nil) != (f.Extension == "") || f.Counts == nil || seen[f.Name] {
			t.Errorf("format %+v", f)
		}
		seen[f.Name] = true
	}
	if _, ok := export.Find("docx"); ok {
		t.Error("found a format that is not there")
	}
}

// TestSameBytes: the same graph gives the same bytes, and a failing writer is reported, in every format.
func TestSameBytes(t *testing.T) {
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			if f.Write == nil {
				a, b := readDir(t, writeDir(t, f, sample(t))), readDir(t, writeDir(t, f, sample(t)))
				if diff := cmp.Diff(a, b); diff != "" {
					t.Error(diff)
				}
				return
			}
			a, b := write(t, f.Name, sample(t)), write(t, f.Name, sample(t))
			if !bytes.Equal(a, b) {
				t.Error("two writes differ")
			}
			for _, room := range []int{0, 1, len(a) / 2, len(a) - 1} {
				if err := f.Write(&full{room}, sample(t)); !errors.Is(err, errFull) {
					t.Errorf("writer full after %d of %d bytes: %v", room, len(a), err)
				}
			}
			if err := f.Write(io.Discard, &graph.Graph{}); err != nil {
				t.Errorf("empty graph: %v", err)
			}
		})
	}
}

// TestCounts: the counts of each format are those of what it writes.
func TestCounts(t *testing.T) {
	g, l := sample(t), graph.Ledger{Runs: []graph.RunInfo{{ID: "run:1"}},
		Loaded: []graph.Loaded{{Document: "first", Run: "run:1"}, {Document: `sec"ond; 'doc'`, Run: "run:1"}}}
	// how nodes and edges, or statements, begin where they are written; the count is a group where the format says it
	begins := map[string][]string{"jsonl": {`(?m)^\{"type":"node"`, `(?m)^\{"type":"relationship"`}, "graphml": {`<node `, `<edge `},
		"gexf": {`<node `, `<edge `}, "dot": {`(?m)^\t".* \[label=.* shape=`, `(?m)^\t".* \[label=.* style=`},
		"cypher": {`^// A stance graph: (\d+) nodes`, `^// A stance graph: .* (\d+) edges`},
		"html":   {`"st:[a-z0-9]+"`}}
	for _, f := range export.Formats() {
		for i, c := range f.Counts(g, l) {
			var got int
			switch {
			case f.WriteDir != nil:
				dir := t.TempDir()
				if err := f.WriteDir(dir, g, l); err != nil {
					t.Fatal(err)
				}
				got = tableRows(t, filepath.Join(dir, []string{"nodes-*.csv", "edges-*.csv"}[i]))
			case f.Extension == ".csv":
				rows, err := csv.NewReader(bytes.NewReader(write(t, f.Name, g))).ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				got = len(rows) - 1
			default:
				found := regexp.MustCompile(begins[f.Name][i]).FindAllSubmatch(write(t, f.Name, g), -1)
				if got = len(found); got == 1 && len(found[0]) == 2 {
					got, _ = strconv.Atoi(string(found[0][1]))
				}
			}
			if got != c.N || got == 0 {
				t.Errorf("%s: %d %ss are said to be written, %d are", f.Name, c.N, c.What, got)
			}
		}
	}
}

// tableRows counts the rows of some tables, without their headers.
func tableRows(t *testing.T, pattern string) int {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		n += len(rows) - 1
	}
	return n
}

var errFull = errors.New("disk full")

// full is a writer with room for so many bytes.
type full struct{ room int }

func (w *full) Write(p []byte) (int, error) {
	if len(p) > w.room {
		n := w.room
		w.room = 0
		return n, errFull
	}
	w.room -= len(p)
	return len(p), nil
}

func TestJSONL(t *testing.T) {
	g := sample(t)
	type end struct {
		ID     string
		Labels []string
	}
	got := &graph.Graph{}
	refs := map[string]graph.Ref{}
	dec := json.NewDecoder(bytes.NewReader(write(t, "jsonl", g)))
	dec.UseNumber()
	for {
		var line struct {
			end
			Type, Label string
			Start, End  end
			Properties  map[string]any
		}
		if err := dec.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		switch line.Type {
		case "node":
			n := node(t, line.Labels, fromJSON(t, line.Properties))
			refs[line.ID] = n.Ref
			got.Nodes = append(got.Nodes, n)
		case "relationship":
			if line.Start.Labels[0] != string(refs[line.Start.ID].Label) {
				t.Errorf("edge %s: labels %v of its start %s", line.ID, line.Start.Labels, line.Start.ID)
			}
			got.Edges = append(got.Edges, edge(t, line.Label, refs[line.Start.ID], refs[line.End.ID],
				fromJSON(t, line.Properties)))
		default:
			t.Errorf("type %q", line.Type)
		}
	}
	same(t, g, got)
}

// floats are the properties that are numbers with a fraction; JSON writes 1.0 as 1.
var floats = map[string]bool{"confidence": true, "intensity": true}

func fromJSON(t *testing.T, m map[string]any) graph.Row {
	t.Helper()
	p := graph.Row{}
	for name, v := range m {
		switch v := v.(type) {
		case json.Number:
			if floats[name] {
				f, err := v.Float64()
				if err != nil {
					t.Fatal(err)
				}
				p[name] = f
			} else {
				n, err := v.Int64()
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				p[name] = n
			}
		case []any:
			list := []string{}
			for _, item := range v {
				list = append(list, item.(string))
			}
			p[name] = list
		default:
			p[name] = v
		}
	}
	return p
}

func writeDir(t *testing.T, f export.Format, g *graph.Graph) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	if err := f.WriteDir(dir, g, graph.Ledger{}); err != nil {
		t.Fatal(err)
	}
	return dir
}

func readDir(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(path)] = string(raw)
	}
	return all
}

// carriage is what a csv reader makes of line ends inside a field, and the separator of lists is taken out.
func carriage(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

func TestCSV(t *testing.T) {
	g := sample(t)
	f, _ := export.Find("csv")
	dir := writeDir(t, f, g)
	if err := f.WriteDir(dir, g, graph.Ledger{}); err == nil {
		t.Error("wrote into a folder that is not empty")
	}
	files := readDir(t, dir)
	got, between := &graph.Graph{}, ""
	for _, arg := range strings.Fields(files["import.args"]) {
		option, name, _ := strings.Cut(arg, "=")
		if code, ok := strings.CutPrefix(name, "U+"); ok {
			n, err := strconv.ParseInt(code, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			between = string(rune(n))
		}
		if option == "--nodes" || option == "--relationships" {
			readTable(t, got, files[name], between)
			delete(files, name)
		}
	}
	delete(files, "import.args")
	for name := range files {
		t.Errorf("%s is not among the arguments of the import", name)
	}
	same(t, changed(t, g, func(s string) string { return noFormula(carriage(s)) }), got)
	if reflect.DeepEqual(changed(t, g, noFormula), changed(t, g, func(s string) string { return s })) {
		t.Error("the graph has no text that a spreadsheet would take for a formula")
	}
}

// noFormula is a text as it is written for spreadsheets.
func noFormula(s string) string {
	for _, c := range "=+-@\t\r\n|%＝＋－＠" {
		if strings.HasPrefix(s, string(c)) {
			return "'" + s
		}
	}
	return s
}

// readTable reads a file as its header says.
func readTable(t *testing.T, g *graph.Graph, content, between string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		props := graph.Row{}
		var labels []string
		var from, to graph.Ref
		var typ string
		for i, head := range rows[0] {
			name, kind, _ := strings.Cut(head, ":")
			kind, space, _ := strings.Cut(strings.TrimSuffix(kind, ")"), "(")
			switch kind {
			case "ID":
				props["id"] = row[i]
			case "LABEL":
				labels = strings.Split(row[i], between)
			case "START_ID":
				from = graph.Ref{Label: graph.Label(space), ID: row[i]}
			case "END_ID":
				to = graph.Ref{Label: graph.Label(space), ID: row[i]}
			case "TYPE":
				typ = row[i]
			default:
				if row[i] != "" {
					props[name] = parse(t, kind, row[i], between)
				}
			}
		}
		if typ == "" {
			g.Nodes = append(g.Nodes, node(t, labels, props))
		} else {
			g.Edges = append(g.Edges, edge(t, typ, from, to, props))
		}
	}
}

func parse(t *testing.T, kind, s, between string) any {
	t.Helper()
	var v any
	var err error
	switch kind {
	case "string":
		return s
	case "string[]":
		return strings.Split(s, between)
	case "long":
		v, err = strconv.ParseInt(s, 10, 64)
	case "double":
		v, err = strconv.ParseFloat(s, 64)
	case "boolean":
		v, err = strconv.ParseBool(s)
	default:
		t.Fatalf("type %q", kind)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// legal is what XML can hold of a text; a reader sees each line end as it was, since the writer escapes them.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' {
			return '\uFFFD'
		}
		return r
	}, s)
}

type graphmlDatum struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

type graphmlFile struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
		Type string `xml:"attr.type,attr"`
	} `xml:"key"`
	Nodes []struct {
		ID   string         `xml:"id,attr"`
		Data []graphmlDatum `xml:"data"`
	} `xml:"graph>node"`
	Edges []struct {
		Source string         `xml:"source,attr"`
		Target string         `xml:"target,attr"`
		Data   []graphmlDatum `xml:"data"`
	} `xml:"graph>edge"`
}

// row reads data by their keys.
func (f *graphmlFile) row(t *testing.T, data []graphmlDatum) graph.Row {
	t.Helper()
	name, kind := map[string]string{}, map[string]string{}
	for _, k := range f.Keys {
		name[k.ID], kind[k.ID] = k.Name, k.Type
	}
	row := graph.Row{}
	for _, d := range data {
		if name[d.Key] == "" {
			t.Fatalf("datum %q has no key", d.Key)
		}
		v := parse(t, kind[d.Key], d.Value, "")
		if list, ok := jsonList(d.Value); ok {
			v = list
		}
		row[name[d.Key]] = v
	}
	return row
}

func TestGraphML(t *testing.T) {
	g := sample(t)
	var doc graphmlFile
	if err := xml.Unmarshal(write(t, "graphml", g), &doc); err != nil {
		t.Fatal(err)
	}
	got := &graph.Graph{}
	refs := map[string]graph.Ref{}
	for _, x := range doc.Nodes {
		row := doc.row(t, x.Data)
		n := node(t, strings.Split(row["labels"].(string), ":")[1:], row)
		refs[x.ID] = n.Ref
		got.Nodes = append(got.Nodes, n)
	}
	for _, x := range doc.Edges {
		row := doc.row(t, x.Data)
		got.Edges = append(got.Edges, edge(t, row["label"].(string), refs[x.Source], refs[x.Target], row))
	}
	same(t, changed(t, g, legal), got)
}

// jsonList reads a list of texts. Control characters in it were legal XML: JSON escapes them.
func jsonList(s string) ([]string, bool) {
	var list []string
	if !strings.HasPrefix(s, "[\"") || json.Unmarshal([]byte(s), &list) != nil {
		return nil, false
	}
	for i := range list {
		list[i] = legal(list[i])
	}
	return list, true
}

func TestEdgesCSV(t *testing.T) {
	g := sample(t)
	raw := write(t, "edges-csv", g)
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+2*len(hostile) {
		t.Errorf("%d rows, want a header and one a statement: %d", len(rows), 1+2*len(hostile))
	}
	col := map[string]int{}
	for i, name := range rows[0] {
		col[name] = i
	}
	for i, row := range rows[1:] {
		text := carriage(hostile[i%len(hostile)])
		holder := strings.TrimPrefix(row[col["holder"]], "'")
		if i < len(hostile) && holder != strings.TrimPrefix(text, "'") {
			t.Errorf("row %d: holder %.40q, want %.40q: rows go by the place in the document", i, holder, text)
		}
		if sentence := row[col["sentence"]]; !strings.Contains(sentence, " wants it: ") {
			t.Errorf("row %d: sentence %q", i, sentence)
		}
		for name, at := range col {
			switch name {
			case "polarity", "confidence", "intensity":
				continue
			}
			if cell := row[at]; cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") || strings.HasPrefix(cell, "＝") {
				t.Errorf("row %d: %s would be a formula: %.40q", i, name, cell)
			}
		}
		if row[col["source"]] == "" || row[col["document"]] == "" || row[col["date"]] != "2019-02-14" {
			t.Errorf("row %d lacks its source: %q", i, row)
		}
	}
	if marked := write(t, "spreadsheet", g); !bytes.Equal(marked, append([]byte("\xef\xbb\xbf"), raw...)) {
		t.Error("spreadsheet is not edges-csv after a byte order mark")
	}
}

// drawn counts what GEXF and DOT show: projected edges and the nodes they touch.
func drawn(g *graph.Graph) (nodes, edges int) {
	touched := map[graph.Ref]bool{}
	for _, e := range g.Edges {
		if e.Row()["derived"] == true {
			edges++
			touched[e.From], touched[e.To] = true, true
		}
	}
	return len(touched), edges
}

func TestGEXF(t *testing.T) {
	g := sample(t)
	var doc struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Nodes   []struct {
			ID    string `xml:"id,attr"`
			Label string `xml:"label,attr"`
		} `xml:"graph>nodes>node"`
		Edges []struct {
			Source string  `xml:"source,attr"`
			Target string  `xml:"target,attr"`
			Weight float64 `xml:"weight,attr"`
		} `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal(write(t, "gexf", g), &doc); err != nil {
		t.Fatal(err)
	}
	nodes, edges := drawn(g)
	if edges == 0 || len(doc.Nodes) != nodes || len(doc.Edges) != edges {
		t.Errorf("%d nodes and %d edges, want %d and %d", len(doc.Nodes), len(doc.Edges), nodes, edges)
	}
	ids := map[string]bool{}
	for _, n := range doc.Nodes {
		if ids[n.ID] || n.Label == "" {
			t.Errorf("node %+v", n)
		}
		ids[n.ID] = true
	}
	for _, e := range doc.Edges {
		if !ids[e.Source] || !ids[e.Target] || e.Weight < 1 {
			t.Errorf("edge %+v", e)
		}
	}
}

func TestDOT(t *testing.T) {
	g := sample(t)
	file, err := dot.ParseBytes(write(t, "dot", g))
	if err != nil {
		t.Fatal(err)
	}
	raw := string(write(t, "dot", g))
	nodes, edges := drawn(g)
	if len(file.Graphs) != 1 || strings.Count(raw, " -> ") != edges || strings.Count(raw, "shape=") != nodes {
		t.Errorf("%d graphs, %d edges, %d nodes; want 1, %d, %d", len(file.Graphs), strings.Count(raw, " -> "),
			strings.Count(raw, "shape="), edges, nodes)
	}
}
