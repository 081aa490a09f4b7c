package render

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

func (e *explainer) clauses(sentence int) {
	first := true
	for n := range e.x.Clauses {
		c := &e.x.Clauses[n]
		if c.Sentence != sentence {
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
	cue := e.t.Paint(term.Bold, term.Clean(c.Cue.In(e.x.Document.Text)))
	e.line(4, "%d  %s  %s", c.Index, cue, strings.Join(traits(e.x, c), ", "))
	var rows [][]string
	for i := range c.Args {
		rows = append(rows, argumentRow(e.x, &c.Args[i]))
	}
	e.grid(7, rows)
	verdict := e.verdicts[c.Index]
	// any noun or preposition can head a clause, and few are of stance: nothing is said of the others
	if len(verdict) == 0 && c.Kind != schema.NounPred && c.Kind != schema.PrepPred {
		verdict = []string{"no rule: no word of stance in a construction that a rule knows"}
	}
	for _, v := range verdict {
		color := term.Dim
		if strings.HasPrefix(v, "rule ") {
			color = term.Green
		}
		e.line(7, "%s", e.t.Paint(color, "=> "+term.Clean(v)))
	}
}

// traits is how a clause is meant, in words: the predicate, its link, negation, modality, phase and voice.
func traits(x *schema.Extraction, c *schema.Clause) []string {
	word := c.Lemma
	if c.Particle != "" {
		word += " " + c.Particle
	}
	all := []string{string(c.Kind) + " " + term.Clean(word)}
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
		all = append(all, "negated by "+term.Clean(c.NegCue))
	}
	all = append(all, string(c.Modality), string(c.Phase), voice(x, c))
	if c.Contrast != nil {
		all = append(all, fmt.Sprintf("against clause %d (%s)", c.Contrast.Clause, c.Contrast.Cue))
	}
	return all
}

// voice is whose words a clause is: the attribution and who says it.
func voice(x *schema.Extraction, c *schema.Clause) string {
	v := string(c.Voice.Attribution)
	switch {
	case len(c.Voice.Sayers) > 0:
		words := make([]string, len(c.Voice.Sayers))
		for i, a := range c.Voice.Sayers {
			words[i] = term.Clean(a.Span.In(x.Document.Text))
		}
		v += " of " + strings.Join(words, ", ")
	case c.Voice.Speaker:
		v += " of the turn's speaker"
	}
	return v
}

func argumentRow(x *schema.Extraction, a *schema.Arg) []string {
	role := string(a.Role)
	if a.Prep != "" {
		role += " " + a.Prep
	}
	text := term.Clean(a.Span.In(x.Document.Text))
	if a.Clause >= 0 {
		text += fmt.Sprintf("  (clause %d)", a.Clause)
	}
	if a.From != schema.Overt {
		text += "  (" + a.From.String() + ")"
	}
	return []string{role, text}
}
