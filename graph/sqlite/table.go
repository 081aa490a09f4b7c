package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// A statement's holder, target, sayer and principal are columns; each has the columns of its mention beside it.
var (
	mentionColumns    = []string{"Text", "Start", "End"}
	mentionProperties = []string{"text", "start", "end"}
)

// table says how the nodes of a label are stored.
type table struct {
	info    graph.LabelInfo
	name    string
	links   []string // columns that hold edges, after id and the properties
	columns []string // all
	at      map[string]int
	upserts
}

// rowsAtOnce is how many rows one statement writes or finds: a statement for a single row spends most of its time in
// its own overhead.
const rowsAtOnce = 40

// upserts write one row, and rowsAtOnce.
type upserts struct{ one, many string }

// tables are all of them, by label.
var tables = func() map[graph.Label]table {
	all := map[graph.Label]table{}
	for _, info := range graph.Labels() {
		t := table{info: info, name: strings.ToLower(string(info.Label)), links: linksOf(info.Label)}
		t.columns = []string{"id"}
		for _, f := range info.Fields {
			t.columns = append(t.columns, f.Name)
		}
		t.columns = append(t.columns, t.links...)
		t.at = map[string]int{}
		for i, c := range t.columns {
			t.at[c] = i
		}
		t.upserts = newUpserts(t.name, t.columns, 1)
		all[info.Label] = t
	}
	return all
}()

func linksOf(l graph.Label) []string {
	switch l {
	case graph.Document:
		return []string{"source"}
	case graph.Turn:
		return []string{"document"}
	case graph.Sentence:
		return []string{"document", "turn"}
	case graph.Actor:
		return []string{"kindLabel"}
	case graph.Statement:
		list := []string{"sentence", "targetActor", "targetIssue", "holder", "sayer", "onBehalfOf"}
		for _, who := range []string{"holder", "target", "sayer", "onBehalfOf"} {
			for _, c := range mentionColumns {
				list = append(list, who+c)
			}
		}
		return list
	}
	return nil
}

func newUpserts(name string, columns []string, n int) upserts {
	return upserts{upsert(name, columns, n, 1), upsert(name, columns, n, rowsAtOnce)}
}

// upsert is the statement that writes rows, by all columns; the first n are their key.
func upsert(name string, columns []string, n, rows int) string {
	quoted := make([]string, len(columns))
	for i, c := range columns {
		quoted[i] = `"` + c + `"`
	}
	var set []string
	for _, c := range quoted[n:] {
		set = append(set, c+"=excluded."+c)
	}
	do := "NOTHING"
	if len(set) > 0 {
		do = "UPDATE SET " + strings.Join(set, ",")
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES %s ON CONFLICT (%s) DO %s", name, strings.Join(quoted, ","),
		marks(len(columns), rows), strings.Join(quoted[:n], ","), do)
}

// marks are the parameters of rows.
func marks(columns, rows int) string {
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", columns), ",") + "),"
	return strings.TrimSuffix(strings.Repeat(row, rows), ",")
}

// selectFrom reads the same columns.
func selectFrom(name string, columns []string) string {
	return `SELECT "` + strings.Join(columns, `","`) + `" FROM ` + name
}

// fill writes the fields into their columns. Lists are written as JSON.
func fill(row []any, fields []graph.Field, values graph.Row) error {
	for i, f := range fields {
		v, ok := values[f.Name]
		if list, isList := v.([]string); isList {
			b, err := json.Marshal(list)
			if err != nil {
				return fmt.Errorf("writing %s: %w", f.Name, err)
			}
			v = string(b)
		}
		if ok {
			row[i] = v
		}
	}
	return nil
}

// rowOf reads the fields back from columns. A value of another type than fill writes is passed on:
// graph.NewNode and graph.NewEdge refuse it.
func rowOf(fields []graph.Field, columns []any) graph.Row {
	row := graph.Row{}
	for i, f := range fields {
		if columns[i] != nil {
			row[f.Name] = value(f.Type, columns[i])
		}
	}
	return row
}

func value(t graph.Type, v any) any {
	switch t {
	case graph.BoolType:
		if n, ok := v.(int64); ok && (n == 0 || n == 1) {
			return n == 1
		}
	case graph.StringsType:
		var list []string
		if s, ok := v.(string); ok && json.Unmarshal([]byte(s), &list) == nil {
			return list
		}
	}
	return v
}
