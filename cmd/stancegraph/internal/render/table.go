package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

// Table writes statements to be read: each sentence, and under it who stands where.
//
//	syria-talks  2019-02-14
//
//	Turkey wants a buffer zone but Russia and Iran want the Syrian government to retain
//	control.
//	  Turkey  +WANTS     a buffer zone  (0.91)
//	  Russia  +WANTS     the Syrian government to retain control  (0.90)
type Table struct {
	t       *term.Terminal
	w       io.Writer
	written int
}

// NewTable writes to w, in the width and colours of t.
func NewTable(t *term.Terminal, w io.Writer) *Table { return &Table{t: t, w: w} }

// Documents is how many documents were written: those with statements.
func (b *Table) Documents() int { return b.written }

// Close ends the table.
func (b *Table) Close() error { return nil }

// Write writes the statements of one document, sorted as they are. One without statements is left out.
func (b *Table) Write(x *schema.Extraction) error {
	statements := x.Statements
	if len(statements) == 0 {
		return nil
	}
	if b.written++; b.written > 1 {
		fmt.Fprintln(b.w)
	}
	doc := &x.Document
	head := b.t.Paint(term.Bold, term.Clean(doc.ID))
	for _, more := range []string{doc.Title, doc.Date, doc.Source} {
		if more != "" {
			head += "  " + b.t.Paint(term.Dim, term.Clean(more))
		}
	}
	if _, err := fmt.Fprintln(b.w, head); err != nil {
		return err
	}
	for len(statements) > 0 {
		n := 1
		for n < len(statements) && statements[n].Sentence.Start == statements[0].Sentence.Start {
			n++
		}
		if err := b.sentence(statements[:n]); err != nil {
			return err
		}
		statements = statements[n:]
	}
	return nil
}

// sentence writes a sentence and its statements.
func (b *Table) sentence(statements []schema.Statement) error {
	var out strings.Builder
	out.WriteByte('\n')
	for _, line := range term.Wrap(term.Clean(statements[0].Sentence.Text), b.t.Width-1) {
		out.WriteString(line + "\n")
	}
	holder, typ := 0, 0
	for i := range statements {
		holder = max(holder, term.Columns(term.Clean(statements[i].Holder.Name)))
		typ = max(typ, len(signed(&statements[i])))
	}
	holder = min(holder, 24)
	for i := range statements {
		b.statement(&out, &statements[i], holder, typ)
	}
	_, err := io.WriteString(b.w, out.String())
	return err
}

// statement writes one statement; what does not fit on the line continues below the target.
func (b *Table) statement(out *strings.Builder, s *schema.Statement, holder, typ int) {
	indent := 2 + holder + 2 + typ + 2
	lines := term.Wrap(target(s)+"  ("+marks(s)+")", max(b.t.Width-1-indent, 24))
	name := term.Cut(term.Clean(s.Holder.Name), holder)
	fmt.Fprintf(out, "  %s%s  %s%s  %s\n",
		b.t.Paint(term.Bold, name), strings.Repeat(" ", max(holder-term.Columns(name), 0)),
		b.t.Paint(signColor(s.Polarity), signed(s)), strings.Repeat(" ", typ-len(signed(s))), lines[0])
	for _, line := range lines[1:] {
		fmt.Fprintf(out, "%s%s\n", strings.Repeat(" ", indent), line)
	}
}

// target is an actor's name, or an issue's own words.
func target(s *schema.Statement) string {
	if s.Target.Kind == schema.ToActor {
		return term.Clean(s.Target.Name)
	}
	return term.Clean(s.Target.Text)
}

// signed is the stance as the graph's edges name it, NOT_ and the type where it is negated, with its sign before it;
// neutral ones have a blank.
func signed(s *schema.Statement) string {
	sign := " "
	switch {
	case s.Polarity > 0:
		sign = "+"
	case s.Polarity < 0:
		sign = "-"
	}
	return sign + s.Type.Edge(s.Negated)
}

func signColor(polarity int) term.Color {
	switch {
	case polarity > 0:
		return term.Green
	case polarity < 0:
		return term.Red
	}
	return term.Yellow
}

// marks is what makes a stance other than plainly asserted here and now by the writer, and its confidence.
func marks(s *schema.Statement) string {
	var all []string
	if s.Modality != schema.Asserted {
		all = append(all, string(s.Modality))
	}
	if s.Phase != schema.Ongoing {
		all = append(all, string(s.Phase))
	}
	if s.Sayer != nil {
		who := "says " + term.Clean(s.Sayer.Name)
		if s.OnBehalfOf != nil && s.OnBehalfOf.ID != s.Sayer.ID {
			who += " for " + term.Clean(s.OnBehalfOf.Name)
		}
		all = append(all, who)
	}
	if s.Inferred {
		all = append(all, "inferred")
	}
	return strings.Join(append(all, fmt.Sprintf("%.2f", s.Confidence)), ", ")
}

// Line is a statement in one line: holder, stance, target and id.
func Line(s *schema.Statement) string {
	return fmt.Sprintf("%s %s %s (%s)", term.Clean(s.Holder.Name), signed(s), term.Clean(s.Target.Name), s.ID)
}
