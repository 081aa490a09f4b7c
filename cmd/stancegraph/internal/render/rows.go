package render

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

// Rows writes an answer of a store: "table" to read, "jsonl" with one object a row, or "csv".
func Rows(t *term.Terminal, w io.Writer, format string, rows graph.Rows) error {
	switch format {
	case "jsonl":
		return rowsJSON(w, rows)
	case "csv":
		return rowsCSV(w, rows)
	}
	return Lines(w, rowsTable(t, rows))
}

// Lines writes lines of text; nothing where there are none.
func Lines(w io.Writer, lines []string) error {
	if len(lines) == 0 {
		return nil
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// rowsJSON writes one object a row, its fields in the order of the columns.
func rowsJSON(w io.Writer, rows graph.Rows) error {
	for _, row := range rows.Values {
		fields := make([]string, len(rows.Columns))
		for i, column := range rows.Columns {
			name, err := marshal(column)
			if err != nil {
				return err
			}
			value, err := marshal(row[i])
			if err != nil {
				return err
			}
			fields[i] = name + ":" + value
		}
		if _, err := io.WriteString(w, "{"+strings.Join(fields, ",")+"}\n"); err != nil {
			return err
		}
	}
	return nil
}

func marshal(v any) (string, error) {
	var b strings.Builder
	err := newEncoder(&b).Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

func rowsCSV(w io.Writer, rows graph.Rows) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	header := make([]string, len(rows.Columns))
	for i, c := range rows.Columns {
		header[i] = guard(c)
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for _, row := range rows.Values {
		cells := make([]string, len(row))
		for i, v := range row {
			if cells[i] = cell(v); isText(v) {
				cells[i] = guard(cells[i])
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func isText(v any) bool {
	switch v.(type) {
	case nil, int64, float64, bool:
		return false
	}
	return true
}

// cell is a value as text.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return decimal(v)
	case []string:
		return strings.Join(v, "; ")
	}
	return fmt.Sprint(v)
}
