package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// table writes statements for people: each sentence, and under it who stands where.
//
//	syria-talks  2019-02-14
//
//	Turkey wants a buffer zone but Russia and Iran want the Syrian government to retain
//	control.
//	  Turkey  +WANTS     a buffer zone  (0.91)
//	  Russia  +WANTS     the Syrian government to retain control  (0.90)
type table struct {
	t *terminal
	w io.Writer
	n int // documents written
}

// document writes the stances of one document, sorted as they are. One without stances is left out.
func (b *table) document(doc *schema.Document, statements []schema.Statement) error {
	if len(statements) == 0 {
		return nil
	}
	if b.n++; b.n > 1 {
		fmt.Fprintln(b.w)
	}
	head := b.t.paint(bold, clean(doc.ID))
	for _, more := range []string{doc.Title, doc.Date, doc.Source} {
		if more != "" {
			head += "  " + b.t.paint(dim, clean(more))
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

// sentence writes a sentence and its stances.
func (b *table) sentence(statements []schema.Statement) error {
	var out strings.Builder
	out.WriteByte('\n')
	for _, line := range wrap(clean(statements[0].Sentence.Text), b.t.width-1) {
		out.WriteString(line + "\n")
	}
	holder, typ := 0, 0
	for i := range statements {
		holder = max(holder, columns(clean(statements[i].Holder.Name)))
		typ = max(typ, len(signed(&statements[i])))
	}
	holder = min(holder, 24)
	for i := range statements {
		b.statement(&out, &statements[i], holder, typ)
	}
	_, err := io.WriteString(b.w, out.String())
	return err
}

// statement writes one stance; what does not fit on the line goes on under the target.
func (b *table) statement(out *strings.Builder, s *schema.Statement, holder, typ int) {
	indent := 2 + holder + 2 + typ + 2
	lines := wrap(target(s)+"  ("+marks(s)+")", max(b.t.width-1-indent, 24))
	name := cut(clean(s.Holder.Name), holder)
	fmt.Fprintf(out, "  %s%s  %s%s  %s\n", b.t.paint(bold, name), strings.Repeat(" ", max(holder-columns(name), 0)),
		b.t.paint(signColor(s.Polarity), signed(s)), strings.Repeat(" ", typ-len(signed(s))), lines[0])
	for _, line := range lines[1:] {
		fmt.Fprintf(out, "%s%s\n", strings.Repeat(" ", indent), line)
	}
}

// target is an actor's name, or an issue's own words.
func target(s *schema.Statement) string {
	if s.Target.Kind == schema.ToActor {
		return clean(s.Target.Name)
	}
	return clean(s.Target.Text)
}

// signed is the stance as the graph's edges name it, NOT_ and the type where it is negated, with its sign before it;
// neutral ones have none.
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

func signColor(polarity int) string {
	switch {
	case polarity > 0:
		return green
	case polarity < 0:
		return red
	}
	return yellow
}

// marks is what makes a stance other than plainly asserted here and now by the writer, and how sure it is.
func marks(s *schema.Statement) string {
	var all []string
	if s.Modality != schema.Asserted {
		all = append(all, string(s.Modality))
	}
	if s.Phase != schema.Ongoing {
		all = append(all, string(s.Phase))
	}
	if s.Sayer != nil {
		who := "says " + clean(s.Sayer.Name)
		if s.OnBehalfOf != nil && s.OnBehalfOf.ID != s.Sayer.ID {
			who += " for " + clean(s.OnBehalfOf.Name)
		}
		all = append(all, who)
	}
	if s.Inferred {
		all = append(all, "inferred")
	}
	return strings.Join(append(all, fmt.Sprintf("%.2f", s.Confidence)), ", ")
}
