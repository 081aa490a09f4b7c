package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/openie"
	"github.com/stancegraph/stancegraph/schema"
)

// proposition is an open clause with where it stands. Its JSON is what `clauses --format jsonl` prints.
type proposition struct {
	Document   string   `json:"document"`
	Sentence   int      `json:"sentence"` // index
	Text       string   `json:"text"`     // of the sentence
	Confidence float64  `json:"confidence"`
	Predicate  string   `json:"predicate"`
	Arguments  []string `json:"arguments"` // subject first
}

// Clauses writes the open clauses of documents: "table", "jsonl" or "tabbed".
type Clauses struct {
	t      *term.Terminal
	w      io.Writer
	format string
	begun  bool
}

// NewClauses writes to w in one form.
func NewClauses(t *term.Terminal, w io.Writer, format string) *Clauses {
	return &Clauses{t: t, w: w, format: format}
}

// Write writes the clauses of one document.
func (c *Clauses) Write(x *schema.Extraction) error {
	for i := range x.Sentences {
		found := propositions(x, &x.Sentences[i])
		if len(found) > 0 && c.format == "table" {
			c.sentence(found[0].Text)
		}
		for n := range found {
			if err := c.proposition(&found[n]); err != nil {
				return err
			}
		}
	}
	return nil
}

// propositions gives the open clauses of one sentence.
func propositions(x *schema.Extraction, s *schema.Sentence) []proposition {
	var all []proposition
	for _, p := range openie.Propositions(x.Document.Text, s, x.Clauses) {
		q := proposition{Document: x.Document.ID, Sentence: s.Index, Text: s.Span.In(x.Document.Text),
			Confidence: p.Confidence, Predicate: term.Clean(p.Predicate), Arguments: make([]string, len(p.Args))}
		for i, a := range p.Args {
			q.Arguments[i] = term.Clean(a)
		}
		all = append(all, q)
	}
	return all
}

// sentence writes the sentence that clauses follow.
func (c *Clauses) sentence(text string) {
	if c.begun {
		fmt.Fprintln(c.w)
	}
	c.begun = true
	fmt.Fprintln(c.w, strings.Join(term.Wrap(term.Clean(text), c.t.Width-1), "\n"))
}

func (c *Clauses) proposition(p *proposition) error {
	line := ""
	switch c.format {
	case "jsonl":
		return newEncoder(c.w).Encode(p)
	case "tabbed":
		cells := []string{term.Clean(p.Text), fmt.Sprintf("%.2f", p.Confidence), p.Predicate}
		line = strings.Join(append(cells, p.Arguments...), "\t")
	default:
		text := p.Predicate + "(" + strings.Join(p.Arguments, "; ") + ")"
		line = "  " + strings.Join(term.Wrap(text, c.t.Width-5), "\n    ")
	}
	_, err := fmt.Fprintln(c.w, line)
	return err
}
