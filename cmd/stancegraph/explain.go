package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

func explainCommand(t *terminal) *cobra.Command {
	var r reading
	cmd := &cobra.Command{
		Use:   "explain TEXT|FILE|-",
		Short: "Show what every stage saw, and which rule fired or why none did",
		Long: `Show what every stage saw in a text: its turns and speakers, words and tree, mentions and what
decided whom they mean, clauses with their arguments, negation, modality and voice, which rule
fired on each clause or why none did, and the stances. An argument that is no file is the text.`,
		Example: `  stancegraph explain "Turkey does not want a buffer zone."
  stancegraph explain talks.txt | less -R`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeTo(t, "", func(w io.Writer) error { return runExplain(cmd.Context(), t, &r, args, w) })
		},
	}
	r.flags(cmd)
	for _, flag := range []string{"workers", "min-confidence", "no-inferred"} {
		cmd.Flags().MarkHidden(flag)
	}
	return cmd
}

func runExplain(ctx context.Context, t *terminal, r *reading, args []string, w io.Writer) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	failed, done := 0, 0
	for doc, err := range explained(ctx, t, r, args) {
		if err != nil {
			t.report(readHint(err))
			failed++
			continue
		}
		out, trace, err := x.Explain(ctx, doc)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, explanation(t, &out, trace)); err != nil {
			return err
		}
		done++
	}
	return verdict(ctx, t, failed, done)
}

// explained are the documents that the arguments mean: files where they exist, else the words themselves.
func explained(ctx context.Context, t *terminal, r *reading, args []string) iter.Seq2[schema.Document, error] {
	named := true
	for _, a := range args {
		if _, err := os.Stat(a); err != nil && a != "-" {
			named = false
		}
	}
	if named {
		return source.Open(ctx, args, t.in, r.source)
	}
	opt := r.source
	if opt.ID == "" {
		opt.ID = "text"
	}
	return source.Read("-", []byte(strings.Join(args, " ")), opt)
}

// explainer writes what the stages saw of one document.
type explainer struct {
	*terminal
	strings.Builder
	x       *schema.Extraction
	verdict map[int][]string // clause → what the rules made of it
}

func explanation(t *terminal, x *schema.Extraction, trace *rule.Trace) string {
	e := &explainer{terminal: t, x: x, verdict: verdicts(trace)}
	e.document()
	turn := -1
	for i := range x.Sentences {
		if s := &x.Sentences[i]; s.Turn != turn {
			turn = s.Turn
			e.turn(turn)
		}
		e.sentence(i)
	}
	if len(x.Sentences) == 0 {
		e.line(0, "no sentences")
	}
	return e.String()
}

// verdicts is the trace by clause.
func verdicts(trace *rule.Trace) map[int][]string {
	all := map[int][]string{}
	for _, f := range trace.Fired {
		all[f.Clause] = append(all[f.Clause], fmt.Sprintf("rule %s: %s", f.Rule, count(f.Statements, "stance")))
	}
	for _, s := range trace.Silent {
		if s.Why != "" {
			all[s.Clause] = append(all[s.Clause], "no stance: "+s.Why)
		}
	}
	return all
}

func (e *explainer) line(indent int, format string, args ...any) {
	e.WriteString(strings.TrimRight(strings.Repeat(" ", indent)+fmt.Sprintf(format, args...), " ") + "\n")
}

func (e *explainer) heading(text string) { e.line(2, "%s", e.paint(blue, text)) }

func (e *explainer) grid(indent int, rows [][]string) {
	for _, l := range grid(rows) {
		e.line(indent, "%s", l)
	}
}

func (e *explainer) document() {
	d := &e.x.Document
	head := e.paint(bold, "document "+clean(d.ID)) + fmt.Sprintf("  %s, %s, %s", d.Kind, count(len(d.Turns), "turn"), count(len(e.x.Sentences), "sentence"))
	if d.Title != "" {
		head += ", " + clean(d.Title)
	}
	if d.Date != "" {
		head += fmt.Sprintf(", %s (from %s)", clean(d.Date), d.DateSource)
	}
	e.line(0, "%s", head)
}

func (e *explainer) turn(i int) {
	if i < 0 || i >= len(e.x.Document.Turns) {
		return
	}
	turn := &e.x.Document.Turns[i]
	text := fmt.Sprintf("turn %d  %s", i, turn.Kind)
	if s := turn.Speaker; s != nil {
		text += "  speaker " + clean(s.Name)
		for _, more := range [][2]string{{"title", s.Title}, {"country", s.Country}, {"of", s.Outlet}, {"in", s.Place}, {"language", s.Language}} {
			if more[1] != "" {
				text += ", " + more[0] + " " + clean(more[1])
			}
		}
		if s.Reporter {
			text += ", reporter"
		}
	}
	e.line(0, "\n%s", e.paint(bold, text))
}

func (e *explainer) sentence(i int) {
	s := &e.x.Sentences[i]
	e.WriteByte('\n')
	for n, l := range wrap(fmt.Sprintf("sentence %d  %s", s.Index, clean(s.Span.In(e.x.Document.Text))), e.width-3) {
		e.line(min(n, 1)*2, "%s", e.paint(bold, l))
	}
	e.heading("words and tree")
	e.grid(4, treeRows(s))
	e.mentions(i)
	e.clauses(i)
	e.stances(i)
}

func (e *explainer) mentions(i int) {
	names := e.names()
	var rows [][]string
	for _, m := range e.x.Mentions {
		if m.Sentence != i {
			continue
		}
		who := make([]string, len(m.Actors))
		for n, id := range m.Actors {
			if who[n] = id; names[id] != "" {
				who[n] = clean(names[id]) + " (" + id + ")"
			}
		}
		if len(who) == 0 {
			who = []string{"nobody"}
		}
		rows = append(rows, []string{cut(clean(m.Span.In(e.x.Document.Text)), 40), string(m.Form), strings.Join(who, ", "), fmt.Sprintf("%.2f", m.Score), clean(m.Why)})
	}
	if len(rows) > 0 {
		e.heading("mentions")
		e.grid(4, rows)
	}
}

// names are the actors' names by id. Actors in no statement are known by the lexicon at best.
func (e *explainer) names() map[string]string {
	all := map[string]string{}
	if known, err := lexicon.Default(); err == nil {
		for _, m := range e.x.Mentions {
			for _, id := range m.Actors {
				if entry, ok := known.ByID(id); ok {
					all[id] = entry.Name
				}
			}
		}
	}
	for _, a := range e.x.Actors {
		all[a.ID] = a.Name
	}
	return all
}

func (e *explainer) clauses(i int) {
	first := true
	for n := range e.x.Clauses {
		c := &e.x.Clauses[n]
		if c.Sentence != i {
			continue
		}
		if first {
			e.heading("clauses")
			first = false
		}
		e.clause(c)
	}
}

func (e *explainer) clause(c *schema.Clause) {
	e.line(4, "%d  %s  %s", c.Index, e.paint(bold, clean(c.Cue.In(e.x.Document.Text))), strings.Join(traits(e.x, c), ", "))
	var rows [][]string
	for _, a := range c.Args {
		rows = append(rows, argumentRow(e.x, &a))
	}
	e.grid(7, rows)
	verdict := e.verdict[c.Index]
	if len(verdict) == 0 && c.Kind != schema.NounPred && c.Kind != schema.PrepPred { // any noun can head a clause; few are of stance
		verdict = []string{"no stance: no word of stance in a construction that a rule knows"}
	}
	for _, v := range verdict {
		color := dim
		if strings.HasPrefix(v, "rule ") {
			color = green
		}
		e.line(7, "%s", e.paint(color, "=> "+clean(v)))
	}
}

// traits is how a clause is meant, in words: the plain case says little.
func traits(x *schema.Extraction, c *schema.Clause) []string {
	word := c.Lemma
	if c.Particle != "" {
		word += " " + c.Particle
	}
	all := []string{string(c.Kind) + " " + clean(word)}
	if c.Parent >= 0 {
		link := c.Link + " of " + fmt.Sprint(c.Parent)
		if c.Marker != "" {
			link += " (" + c.Marker + ")"
		}
		all = append(all, link)
	}
	if c.Passive {
		all = append(all, "passive")
	}
	if c.Negated {
		all = append(all, "negated by "+clean(c.NegCue))
	}
	all = append(all, string(c.Modality), string(c.Phase), voice(x, c))
	if c.Contrast != nil {
		all = append(all, fmt.Sprintf("against clause %d (%s)", c.Contrast.Clause, c.Contrast.Cue))
	}
	return all
}

func voice(x *schema.Extraction, c *schema.Clause) string {
	v := string(c.Voice.Attribution)
	switch {
	case len(c.Voice.Sayers) > 0:
		v += " of " + sayers(x, c)
	case c.Voice.Turn:
		v += " of the turn's speaker"
	}
	return v
}

// sayers are the words that name who says a clause.
func sayers(x *schema.Extraction, c *schema.Clause) string {
	words := make([]string, len(c.Voice.Sayers))
	for i, a := range c.Voice.Sayers {
		words[i] = clean(a.Span.In(x.Document.Text))
	}
	return strings.Join(words, ", ")
}

func argumentRow(x *schema.Extraction, a *schema.Arg) []string {
	role := string(a.Role)
	if a.Prep != "" {
		role += " " + a.Prep
	}
	text := clean(a.Span.In(x.Document.Text))
	if a.Clause >= 0 {
		text += fmt.Sprintf("  (clause %d)", a.Clause)
	}
	if a.From != "" {
		text += "  (" + a.From + ")"
	}
	return []string{role, text}
}

func (e *explainer) stances(i int) {
	var rows [][]string
	for n := range e.x.Statements {
		s := &e.x.Statements[n]
		if s.Sentence.Index == e.x.Sentences[i].Index {
			rows = append(rows, []string{clean(s.Holder.Name), signed(s), target(s), "(" + marks(s) + ")", s.Rule})
		}
	}
	if len(rows) == 0 {
		e.line(2, "%s", e.paint(dim, "no stances"))
		return
	}
	e.heading("stances")
	e.grid(4, rows)
}
