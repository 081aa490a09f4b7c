package render

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/rule"
)

// Rule is a rule to be read: its name and gloss, what it is for, its rank, and its examples with what they give.
func Rule(t *term.Terminal, r *rule.Rule) []string {
	lines := []string{t.Paint(term.Bold, r.Name) + "  " + term.Clean(r.Gloss), ""}
	for _, l := range term.Wrap(term.Clean(r.Doc), t.Width-3) {
		lines = append(lines, "  "+l)
	}
	lines = append(lines, "", fmt.Sprintf("  rank %d, confidence %v, file %s", r.Rank, r.Confidence, r.File), "")
	for i := range r.Examples {
		lines = append(lines, example(t, &r.Examples[i])...)
	}
	return lines
}

func example(t *term.Terminal, e *rule.Example) []string {
	var lines []string
	for n, l := range term.Wrap(term.Clean(e.Text), t.Width-3) {
		lines = append(lines, strings.Repeat(" ", 2+2*min(n, 1))+l)
	}
	why := ""
	if e.Why != "" {
		why = "  (" + term.Clean(e.Why) + ")"
	}
	if e.Fails != "" {
		why += "  known to fail: " + term.Clean(e.Fails)
	}
	if len(e.Gives) == 0 {
		lines = append(lines, "    "+t.Paint(term.Dim, "nothing"+why))
	}
	for _, g := range e.Gives {
		lines = append(lines, "    "+t.Paint(term.Green, term.Clean(g))+t.Paint(term.Dim, why))
	}
	return lines
}
