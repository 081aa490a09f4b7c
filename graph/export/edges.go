package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
)

// EdgesCSV writes one row a statement, with its sentence: holder, type, target, sayer and the words of the
// text. Text that a spreadsheet would take for a formula begins with an apostrophe.
func EdgesCSV(w io.Writer, g *graph.Graph) error {
	if err := flush(w, func(w *csv.Writer) error { return edgesTable(w, g) }); err != nil {
		return fmt.Errorf("write csv of edges: %w", err)
	}
	return nil
}

// Spreadsheet writes EdgesCSV after a byte order mark: without it Excel takes UTF-8 for something else.
func Spreadsheet(w io.Writer, g *graph.Graph) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("write csv of edges: %w", err)
	}
	return EdgesCSV(w, g)
}

var edgesHeader = []string{"holder", "type", "target", "polarity", "negated", "modality", "phase", "sayer",
	"on_behalf_of", "attribution",
	"about", "sentence", "cue", "date", "source", "document", "title", "url", "confidence", "intensity", "inferred",
	"rule",
	"holder_kind", "target_kind", "holder_id", "target_id", "statement"}

// edgesTable lists statements by document, place in it, and id.
func edgesTable(w *csv.Writer, g *graph.Graph) error {
	if err := w.Write(edgesHeader); err != nil {
		return err
	}
	rows := statementsOf(g)
	for _, r := range rows {
		if err := w.Write(r.cells()); err != nil {
			return err
		}
	}
	return nil
}

func (s statement) cells() []string {
	row := []string{s.holder.name(), string(s.Type), s.target.name(), text(int64(s.Polarity)), yes(s.Negated),
		string(s.Modality),
		string(s.Phase), s.sayer.name(), s.behalf.name(), string(s.Attribution), strings.Join(s.about, "; "), s.sentence.Text,
		s.Cue, s.Date, s.source.name(), s.documentEnd.ID, s.document.Title, s.document.URL,
		text(s.Confidence), text(s.Intensity), yes(s.Inferred), s.Rule,
		s.holder.Kind, s.target.kind(), s.holder.ID, s.target.ID, s.id}
	for i, name := range edgesHeader {
		switch name {
		case "polarity", "confidence", "intensity": // numbers of ours, never a formula
		default:
			row[i] = guard(row[i])
		}
	}
	return row
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// guard keeps a spreadsheet from taking text for a formula.
func guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
