package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// byteOrderMark tells spreadsheets that a file is UTF-8.
const byteOrderMark = "\ufeff"

// statementColumns are the columns of the flat table: what a reader looks at first comes first.
var statementColumns = []string{
	"document", "date", "holder", "type", "polarity", "target", "sentence", "sayer", "on_behalf_of", "attribution",
	"negated", "modality", "phase", "inferred", "confidence", "intensity", "about", "cue", "rule",
	"holder_kind", "holder_id", "target_kind", "target_id", "sayer_id",
	"sentence_index", "sentence_start", "sentence_end", "date_source", "id",
}

// flatTable writes one statement a row, to be opened in a spreadsheet.
type flatTable struct {
	w     *csv.Writer
	begun bool
	raw   io.Writer
}

func newFlatTable(w io.Writer) *flatTable { return &flatTable{w: csv.NewWriter(w), raw: w} }

func (f *flatTable) begin() error {
	if f.begun {
		return nil
	}
	f.begun = true
	if _, err := io.WriteString(f.raw, byteOrderMark); err != nil {
		return err
	}
	return f.w.Write(statementColumns)
}

// Close writes the header where no document came.
func (f *flatTable) Close() error { return f.rows(nil) }

// Write writes the statements of one document.
func (f *flatTable) Write(x *schema.Extraction) error { return f.rows(x.Statements) }

func (f *flatTable) rows(statements []schema.Statement) error {
	if err := f.begin(); err != nil {
		return err
	}
	for i := range statements {
		if err := f.w.Write(flatRow(&statements[i])); err != nil {
			return err
		}
	}
	f.w.Flush()
	return f.w.Error()
}

func flatRow(s *schema.Statement) []string {
	about := make([]string, len(s.About))
	for i, a := range s.About {
		about[i] = strconv.Itoa(a.Sign) + " " + a.Name
		if a.Sign > 0 {
			about[i] = "+" + about[i]
		}
	}
	target := s.Target.Text
	if s.Target.Kind == schema.ToActor {
		target = s.Target.Name
	}
	return []string{
		guard(s.Document), guard(value(s.Date)), guard(s.Holder.Name), string(s.Type), strconv.Itoa(s.Polarity),
		guard(target), guard(s.Sentence.Text), guard(name(s.Sayer)), guard(name(s.OnBehalfOf)), string(s.Attribution),
		strconv.FormatBool(s.Negated), string(s.Modality), string(s.Phase), strconv.FormatBool(s.Inferred),
		decimal(s.Confidence), decimal(s.Intensity),
		guard(strings.Join(about, "; ")), guard(s.Cue.Text), guard(s.Rule),
		string(s.Holder.Kind), guard(s.Holder.ID), string(s.Target.Kind), guard(s.Target.ID), guard(id(s.Sayer)),
		strconv.Itoa(s.Sentence.Index), strconv.Itoa(s.Sentence.Start), strconv.Itoa(s.Sentence.End),
		value(s.DateSource), s.ID,
	}
}

// guard keeps a spreadsheet from running text as a formula, and from breaking at control characters.
func guard(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, text)
	for _, start := range []string{"=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(text, start) {
			return "'" + text
		}
	}
	return text
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func name(a *schema.ActorRef) string {
	if a == nil {
		return ""
	}
	return a.Name
}

func id(a *schema.ActorRef) string {
	if a == nil {
		return ""
	}
	return a.ID
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }
