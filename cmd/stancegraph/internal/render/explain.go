package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Explanation is what every stage saw of one document, as text for a terminal: its turns and, sentence by sentence, the
// tree, the mentions, the clauses with what the rules made of them, and the statements.
func Explanation(t *term.Terminal, x *schema.Extraction, trace *extract.Trace) string {
	e := &explainer{t: t, x: x, verdicts: verdicts(trace), decided: decided(trace)}
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
	return e.out.String()
}

// explainer writes what the stages saw of one document.
type explainer struct {
	t        *term.Terminal
	out      strings.Builder
	x        *schema.Extraction
	verdicts map[int][]string         // clause → what the rules made of it
	decided  map[int][]judge.Decision // sentence → its candidates, the most probable first
}

// decided are the candidates by sentence, without those of the reader that are improbable.
func decided(trace *extract.Trace) map[int][]judge.Decision {
	const improbable = 0.1
	all := map[int][]judge.Decision{}
	for _, d := range trace.Decided {
		if d.Kept || d.Rule != schema.ByReader || d.Probability.Link >= improbable {
			n := d.Statement.Sentence.Index
			all[n] = append(all[n], d)
		}
	}
	for _, of := range all {
		slices.SortStableFunc(of, func(a, b judge.Decision) int { return cmp.Compare(b.Probability.Link, a.Probability.Link) })
	}
	return all
}

// verdicts is the trace by clause: what each rule's candidates became, and why others were silent.
func verdicts(trace *extract.Trace) map[int][]string {
	all := map[int][]string{}
	var last judge.Decision
	kept := 0
	flush := func() {
		if kept > 0 {
			all[last.Clause] = append(all[last.Clause], fmt.Sprintf("rule %s: %s", last.Rule, term.Count(kept, "stance")))
		}
		kept = 0
	}
	for _, d := range trace.Decided {
		if d.Rule == schema.ByReader {
			continue
		}
		if d.Clause != last.Clause || d.Rule != last.Rule || !d.Kept {
			flush()
		}
		last = d
		if d.Kept {
			kept++
		} else {
			all[d.Clause] = append(all[d.Clause], fmt.Sprintf("rule %s: dropped: %s", d.Rule, d.Why))
		}
	}
	flush()
	for _, s := range trace.Silent {
		all[s.Clause] = append(all[s.Clause], "no rule: "+s.Why)
	}
	return all
}

func (e *explainer) line(indent int, format string, args ...any) {
	line := strings.Repeat(" ", indent) + fmt.Sprintf(format, args...)
	e.out.WriteString(strings.TrimRight(line, " ") + "\n")
}

func (e *explainer) heading(text string) { e.line(2, "%s", e.t.Paint(term.Blue, text)) }

func (e *explainer) grid(indent int, rows [][]string) {
	for _, l := range term.Grid(rows) {
		e.line(indent, "%s", l)
	}
}

func (e *explainer) document() {
	d := &e.x.Document
	head := e.t.Paint(term.Bold, "document "+term.Clean(d.ID)) + fmt.Sprintf("  %s, %s, %s",
		d.Kind, term.Count(len(d.Turns), "turn"), term.Count(len(e.x.Sentences), "sentence"))
	if d.Title != "" {
		head += ", " + term.Clean(d.Title)
	}
	if d.Date != "" {
		head += fmt.Sprintf(", %s (from %s)", term.Clean(d.Date), d.DateSource)
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
		text += "  speaker " + term.Clean(s.Name)
		for _, more := range []struct{ name, value string }{
			{"title", s.Title}, {"country", s.Country}, {"of", s.Outlet}, {"in", s.Place}, {"language", s.Language},
		} {
			if more.value != "" {
				text += ", " + more.name + " " + term.Clean(more.value)
			}
		}
		if s.Reporter {
			text += ", reporter"
		}
	}
	e.line(0, "\n%s", e.t.Paint(term.Bold, text))
}

func (e *explainer) sentence(i int) {
	s := &e.x.Sentences[i]
	e.out.WriteByte('\n')
	text := fmt.Sprintf("sentence %d  %s", s.Index, term.Clean(s.Span.In(e.x.Document.Text)))
	for n, l := range term.Wrap(text, e.t.Width-3) {
		e.line(min(n, 1)*2, "%s", e.t.Paint(term.Bold, l))
	}
	e.heading("words and tree")
	e.grid(4, treeRows(s))
	e.mentions(i)
	e.clauses(i)
	e.candidates(i)
	e.statements(i)
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
				who[n] = term.Clean(names[id]) + " (" + id + ")"
			}
		}
		if len(who) == 0 {
			who = []string{"nobody"}
		}
		words := term.Cut(term.Clean(m.Span.In(e.x.Document.Text)), 40)
		score := fmt.Sprintf("%.2f", m.Score)
		rows = append(rows, []string{words, string(m.Form), strings.Join(who, ", "), score, term.Clean(m.Why)})
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

// candidates shows what was proposed: how probable holder, target and sign are, what became of it, and the features that
// decided most, with what each adds to the logit.
func (e *explainer) candidates(i int) {
	var rows [][]string
	of := e.decided[e.x.Sentences[i].Index]
	for _, d := range of {
		s := &d.Statement
		became := "kept"
		if !d.Kept {
			became = "dropped: " + d.Why
		}
		rows = append(rows, []string{fmt.Sprintf("%.2f (type %.2f, all %.2f)", d.Probability.Link, d.Probability.Type, d.Probability.Full),
			term.Clean(s.Holder.Name), signed(s), target(s), d.Rule, became})
	}
	if len(rows) == 0 {
		return
	}
	e.heading("candidates")
	for n, l := range term.Grid(rows) {
		e.line(4, "%s", l)
		var because []string
		for _, f := range of[n].Reasons {
			because = append(because, fmt.Sprintf("%s %+.1f", f.Name, f.Value))
		}
		e.line(10, "%s", e.t.Paint(term.Dim, strings.Join(because, ", ")))
	}
}

func (e *explainer) statements(i int) {
	var rows [][]string
	for n := range e.x.Statements {
		s := &e.x.Statements[n]
		if s.Sentence.Index == e.x.Sentences[i].Index {
			rows = append(rows, []string{term.Clean(s.Holder.Name), signed(s), target(s), "(" + marks(s) + ")", s.Rule})
		}
	}
	if len(rows) == 0 {
		e.line(2, "%s", e.t.Paint(term.Dim, "no stances"))
		return
	}
	e.heading("stances")
	e.grid(4, rows)
}
