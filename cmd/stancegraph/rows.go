package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// writeRows writes an answer: for people by default, as JSON lines, or as CSV for a spreadsheet.
func writeRows(t *terminal, w io.Writer, format string, rows graph.Rows) error {
	switch format {
	case "jsonl":
		return rowsJSON(w, rows)
	case "csv":
		return rowsCSV(w, rows)
	}
	return printLinesIfAny(w, rowsTable(t, rows))
}

func printLinesIfAny(w io.Writer, lines []string) error {
	if len(lines) == 0 {
		return nil
	}
	return printLines(w, lines)
}

// rowsJSON writes one object a row, its fields in the order of the columns.
func rowsJSON(w io.Writer, rows graph.Rows) error {
	for _, row := range rows.Values {
		var b strings.Builder
		for i, column := range rows.Columns {
			name, err := marshal(column)
			if err != nil {
				return err
			}
			value, err := marshal(row[i])
			if err != nil {
				return err
			}
			b.WriteString(map[bool]string{true: "{", false: ","}[i == 0] + name + ":" + value)
		}
		if _, err := io.WriteString(w, b.String()+"}\n"); err != nil {
			return err
		}
	}
	return nil
}

func marshal(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
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

// rowsTable lays an answer out for reading: in columns where it is narrow enough, as a list of its fields where it is
// one long row, each row with its sentence under it where it has one, and else in columns whose cells are wrapped.
func rowsTable(t *terminal, rows graph.Rows) []string {
	cells := make([][]string, 0, len(rows.Values)+1)
	cells = append(cells, rows.Columns)
	sentence := -1
	for i, c := range rows.Columns {
		if c == "sentence" {
			sentence = i
		}
	}
	for _, row := range rows.Values {
		line := make([]string, len(row))
		for i, v := range row {
			line[i] = clean(cell(v))
			if f, ok := v.(float64); ok {
				line[i] = fmt.Sprintf("%.2f", f)
			}
		}
		cells = append(cells, line)
	}
	lines := grid(cells)
	widest := 0
	for _, l := range lines {
		widest = max(widest, columns(l))
	}
	switch {
	case len(rows.Values) == 0:
		return nil
	case widest < t.width:
		lines[0] = t.paint(dim, lines[0])
		return lines
	case len(rows.Values) == 1 && (sentence < 0 || len(rows.Columns) > 16):
		return record(t, cells)
	case sentence >= 0:
		return told(t, cells, sentence)
	}
	return wrapped(t, cells)
}

// record lists the fields of one row.
func record(t *terminal, cells [][]string) []string {
	width := 0
	for _, c := range cells[0] {
		width = max(width, columns(c))
	}
	var lines []string
	for i, value := range cells[1] {
		if value == "" {
			continue
		}
		for n, l := range wrap(value, t.width-width-3) {
			label := t.paint(dim, pad(cells[0][i], width))
			if n > 0 {
				label = strings.Repeat(" ", width)
			}
			lines = append(lines, label+"  "+l)
		}
	}
	return lines
}

// usual are values that say nothing: a stance is asserted, lasts and is stated if nothing else is said.
var usual = map[string]string{"modality": "asserted", "phase": "ongoing", "how": "stated"}

// told writes each row as who stands where, the sentence that says so, and the rest.
func told(t *terminal, cells [][]string, sentence int) []string {
	var lines []string
	for n, row := range cells[1:] {
		var head, rest []string
		for i, value := range row {
			switch column := cells[0][i]; {
			case i == sentence || value == "" || usual[column] == value || column == "polarity":
			case column == "holder" || column == "stance" || column == "target":
				head = append(head, value)
			default:
				rest = append(rest, column+" "+value)
			}
		}
		if n > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, t.paint(bold, strings.Join(head, "  ")))
		for _, l := range wrap(row[sentence], t.width-3) {
			lines = append(lines, "  "+l)
		}
		for _, l := range wrap(strings.Join(rest, ", "), t.width-3) {
			lines = append(lines, "  "+t.paint(dim, l))
		}
	}
	return lines
}

// wrapped lays rows out in columns, the widest of them narrowed until all fit; long cells go on below.
func wrapped(t *terminal, cells [][]string) []string {
	const narrowest = 8
	widths := make([]int, len(cells[0]))
	total := -2
	for i := range widths {
		for _, row := range cells {
			widths[i] = max(widths[i], columns(row[i]))
		}
		total += widths[i] + 2
	}
	for total >= t.width {
		widest := 0
		for i := range widths {
			if widths[i] > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= narrowest {
			break
		}
		widths[widest]--
		total--
	}
	var lines []string
	for n, row := range cells {
		parts := make([][]string, len(row))
		height := 1
		for i, value := range row {
			parts[i] = wrap(value, widths[i])
			height = max(height, len(parts[i]))
		}
		for h := range height {
			line := ""
			for i := range parts {
				part := ""
				if h < len(parts[i]) {
					part = parts[i][h]
				}
				line += pad(part, widths[i]) + "  "
			}
			line = strings.TrimRight(line, " ")
			if n == 0 {
				line = t.paint(dim, line)
			}
			lines = append(lines, line)
		}
	}
	return lines
}
