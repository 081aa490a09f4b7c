package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

// manyColumns are too many for a row with its sentence below: it is listed field by field.
const manyColumns = 16

// rowsTable lays an answer out for reading: in columns where it is narrow enough, as a list of its fields where it is
// one long row, each row with its sentence below it where it has one, and else in columns whose cells are wrapped.
func rowsTable(t *term.Terminal, rows graph.Rows) []string {
	if len(rows.Values) == 0 {
		return nil
	}
	cells := [][]string{rows.Columns}
	for _, row := range rows.Values {
		cells = append(cells, tableRow(row))
	}
	lines := term.Grid(cells)
	widest := 0
	for _, l := range lines {
		widest = max(widest, term.Columns(l))
	}
	sentence := slices.Index(rows.Columns, "sentence")
	switch {
	case widest < t.Width:
		lines[0] = t.Paint(term.Dim, lines[0])
		return lines
	case len(rows.Values) == 1 && (sentence < 0 || len(rows.Columns) > manyColumns):
		return fieldList(t, cells)
	case sentence >= 0:
		return sentenceList(t, cells, sentence)
	}
	return wrappedColumns(t, cells)
}

func tableRow(row []any) []string {
	line := make([]string, len(row))
	for i, v := range row {
		line[i] = term.Clean(cell(v))
		if f, ok := v.(float64); ok {
			line[i] = fmt.Sprintf("%.2f", f)
		}
	}
	return line
}

// fieldList lists the fields of one row.
func fieldList(t *term.Terminal, cells [][]string) []string {
	width := 0
	for _, c := range cells[0] {
		width = max(width, term.Columns(c))
	}
	var lines []string
	for i, value := range cells[1] {
		if value == "" {
			continue
		}
		for n, l := range term.Wrap(value, t.Width-width-3) {
			label := t.Paint(term.Dim, term.Pad(cells[0][i], width))
			if n > 0 {
				label = strings.Repeat(" ", width)
			}
			lines = append(lines, label+"  "+l)
		}
	}
	return lines
}

// usual are values that say nothing: a stance is asserted, ongoing and stated if nothing else is said.
var usual = map[string]string{"modality": "asserted", "phase": "ongoing", "how": "stated"}

// sentenceList writes each row as who stands where, the sentence that says so, and the other fields.
func sentenceList(t *term.Terminal, cells [][]string, sentence int) []string {
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
		lines = append(lines, t.Paint(term.Bold, strings.Join(head, "  ")))
		for _, l := range term.Wrap(row[sentence], t.Width-3) {
			lines = append(lines, "  "+l)
		}
		for _, l := range term.Wrap(strings.Join(rest, ", "), t.Width-3) {
			lines = append(lines, "  "+t.Paint(term.Dim, l))
		}
	}
	return lines
}

// wrappedColumns lays rows out in columns, the widest of them narrowed until all fit; long cells continue below.
func wrappedColumns(t *term.Terminal, cells [][]string) []string {
	widths := narrowed(cells, t.Width)
	var lines []string
	for n, row := range cells {
		parts := make([][]string, len(row))
		height := 1
		for i, value := range row {
			parts[i] = term.Wrap(value, widths[i])
			height = max(height, len(parts[i]))
		}
		for h := range height {
			line := ""
			for i := range parts {
				part := ""
				if h < len(parts[i]) {
					part = parts[i][h]
				}
				line += term.Pad(part, widths[i]) + "  "
			}
			line = strings.TrimRight(line, " ")
			if n == 0 {
				line = t.Paint(term.Dim, line)
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// narrowed gives widths of columns that fit into the width of a terminal, unless one would be too narrow to read.
func narrowed(cells [][]string, width int) []int {
	const narrowest = 8
	widths := make([]int, len(cells[0]))
	total := -2
	for i := range widths {
		for _, row := range cells {
			widths[i] = max(widths[i], term.Columns(row[i]))
		}
		total += widths[i] + 2
	}
	for total >= width {
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
	return widths
}
