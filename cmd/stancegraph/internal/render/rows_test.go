package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

// answer has a value of each type, a formula and a control character.
func answer() graph.Rows {
	return graph.Rows{
		Columns: []string{"holder", "stance", "target", "n", "confidence", "ended", "sources", "sentence"},
		Values: [][]any{
			{"Iceland", "WANTS", "=1+1", int64(2), 0.5, false, []string{"Gull", "Heron"},
				"Iceland wants\x1b lower fees."},
			{"Norway", "OPPOSES", nil, int64(1), 0.25, true, nil, "Norway is against it."},
		},
	}
}

func rows(t *testing.T, width int, format string, r graph.Rows) string {
	t.Helper()
	var out bytes.Buffer
	if err := Rows(&term.Terminal{Width: width}, &out, format, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestRows: an answer in each form and width.
func TestRows(t *testing.T) {
	long := strings.Repeat("a joint patrol ", 8)
	for _, c := range []struct {
		name, format string
		width        int
		rows         graph.Rows
		want         string
	}{
		{"JSON lines in the order of the columns", "jsonl", 80, answer(), strings.Join([]string{
			`{"holder":"Iceland","stance":"WANTS","target":"=1+1","n":2,"confidence":0.5,"ended":false,` +
				`"sources":["Gull","Heron"],"sentence":"Iceland wants\u001b lower fees."}`,
			`{"holder":"Norway","stance":"OPPOSES","target":null,"n":1,"confidence":0.25,"ended":true,` +
				`"sources":null,"sentence":"Norway is against it."}`, ""}, "\n")},
		{"CSV without formulas", "csv", 80, answer(), strings.Join([]string{
			byteOrderMark + "holder,stance,target,n,confidence,ended,sources,sentence",
			"Iceland,WANTS,'=1+1,2,0.5,false,Gull; Heron,Iceland wants lower fees.",
			"Norway,OPPOSES,,1,0.25,true,,Norway is against it.", ""}, "\n")},
		{"columns where they fit", "table", 120, answer(), strings.Join([]string{
			"holder   stance   target  n  confidence  ended  sources      sentence",
			"Iceland  WANTS    =1+1    2  0.50        false  Gull; Heron  Iceland wants lower fees.",
			"Norway   OPPOSES          1  0.25        true                Norway is against it.", ""}, "\n")},
		{"rows with their sentences where they do not", "table", 50, answer(), strings.Join([]string{
			"Iceland  WANTS  =1+1", "  Iceland wants lower fees.",
			"  n 2, confidence 0.50, ended false, sources", "  Gull; Heron", "",
			"Norway  OPPOSES", "  Norway is against it.", "  n 1, confidence 0.25, ended true", ""}, "\n")},
		{"the fields of one long row", "table", 40,
			graph.Rows{Columns: []string{"name", "target"}, Values: [][]any{{"Iceland", strings.TrimSpace(long)}}},
			strings.Join([]string{"name    Iceland",
				"target  a joint patrol a joint patrol a", "        joint patrol a joint patrol a",
				"        joint patrol a joint patrol a", "        joint patrol a joint patrol", ""}, "\n")},
		{"wrapped columns", "table", 40,
			graph.Rows{Columns: []string{"name", "target"}, Values: [][]any{
				{"Iceland", "a joint patrol of the strait and lower fees"}, {"Chad", "peace"}}},
			strings.Join([]string{"name     target", "Iceland  a joint patrol of the strait", "         and lower fees",
				"Chad     peace", ""}, "\n")},
		{"no rows", "table", 80, graph.Rows{Columns: []string{"name"}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, rows(t, c.width, c.format, c.rows)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
