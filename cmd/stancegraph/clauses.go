package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/schema"
)

func clausesCommand(t *terminal) *cobra.Command {
	var r reading
	format, output := "", ""
	cmd := &cobra.Command{
		Use:   "clauses [FILE|DIR|-]...",
		Short: "Print all clauses of texts as predicate and arguments, whether they carry a stance or not",
		Long: `Print every clause of texts as open information extraction does: a predicate in words and its
arguments. tabbed is one line a clause: the sentence, the confidence, the predicate, the first
argument, the second … parted by tabs. The default is the table on a terminal and JSON lines
elsewhere.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeTo(t, output, func(w io.Writer) error {
				if format == "" {
					format = "jsonl"
					if t.outTTY && output == "" {
						format = "table"
					}
				}
				return runClauses(cmd.Context(), t, &r, args, &clauseWriter{t: t, w: w, format: format})
			})
		},
	}
	r.flags(cmd)
	for _, flag := range []string{"min-confidence", "no-inferred", "rules"} {
		cmd.Flags().MarkHidden(flag)
	}
	formatFlag(cmd, &format, "form of the output", "jsonl", "table", "tabbed")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this file instead of stdout")
	return cmd
}

func runClauses(ctx context.Context, t *terminal, r *reading, args []string, w *clauseWriter) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	docs, err := r.documents(ctx, t, args)
	if err != nil {
		return err
	}
	failed, done := 0, 0
	for o := range x.All(ctx, docs, r.workers) {
		if ctx.Err() != nil {
			break
		}
		if o.Err != nil {
			if err := r.refused(t, o.Err); err != nil {
				return err
			}
			failed++
			continue
		}
		if err := w.document(&o.Extraction); err != nil {
			return fmt.Errorf("write clauses: %w", err)
		}
		done++
	}
	return verdict(ctx, t, failed, done)
}

// proposition is a clause in words.
type proposition struct {
	Document   string           `json:"document"`
	Sentence   int              `json:"sentence"`
	Text       string           `json:"text"` // of the sentence
	Confidence float64          `json:"confidence"`
	Predicate  string           `json:"predicate"`
	Cue        schema.TextRef   `json:"cue"`
	Arguments  []schema.TextRef `json:"arguments"`
	Negated    bool             `json:"negated,omitempty"`
	Modality   schema.Modality  `json:"modality"`
	Sayer      string           `json:"sayer,omitempty"`
}

// propose puts a clause in words: its predicate as it stands in the text, and its arguments in the order of the
// text's grammar, so that a passive stays passive. A clause without arguments gives nothing.
func propose(x *schema.Extraction, c *schema.Clause) (proposition, bool) {
	text := x.Document.Text
	ref := func(s schema.Span) schema.TextRef {
		return schema.TextRef{Text: s.In(text), Start: s.Start, End: s.End}
	}
	s := &x.Sentences[c.Sentence]
	p := proposition{Document: x.Document.ID, Sentence: s.Index, Text: s.Span.In(text), Confidence: c.Margin,
		Predicate: predicate(x, c), Cue: ref(c.Cue), Negated: c.Negated, Modality: c.Modality}
	if len(c.Voice.Sayers) > 0 {
		p.Sayer = sayers(x, c)
	}
	first, rest := schema.Subject, schema.Object
	if c.Passive {
		first, rest = rest, first
	}
	for _, roles := range [][]schema.Role{{first}, {schema.Recipient, rest, schema.Attribute, schema.Complement, schema.Oblique}} {
		for _, role := range roles {
			for _, a := range c.Args {
				if a.Role == role && !a.Span.Empty() {
					p.Arguments = append(p.Arguments, ref(a.Span))
				}
			}
		}
	}
	return p, len(p.Arguments) > 0 && p.Predicate != ""
}

// predicate is a clause's predicate in words: the cue with the auxiliaries, copula, negation and particle that belong
// to its head, in the order of the text.
func predicate(x *schema.Extraction, c *schema.Clause) string {
	words, end := "", -1
	for i, tok := range x.Sentences[c.Sentence].Tokens {
		belongs := false
		switch tok.Rel {
		case "aux", "aux:pass", "cop", "compound:prt":
			belongs = true
		case "advmod":
			belongs = negations[tok.Lemma]
		}
		if i == c.Head || tok.Head == c.Head && belongs || c.Cue.Contains(tok.Span) {
			if tok.Span.Start != end { // "does" and "n't" are one word to a reader
				words += " "
			}
			words, end = words+clean(tok.Span.In(x.Document.Text)), tok.Span.End
		}
	}
	return strings.TrimSpace(words)
}

var negations = map[string]bool{"not": true, "n't": true, "never": true, "no": true, "hardly": true}

// clauseWriter writes propositions in one form.
type clauseWriter struct {
	t      *terminal
	w      io.Writer
	format string
}

func (cw *clauseWriter) document(x *schema.Extraction) error {
	shown := -1
	for i := range x.Clauses {
		p, ok := propose(x, &x.Clauses[i])
		if !ok {
			continue
		}
		var err error
		switch cw.format {
		case "jsonl":
			e := json.NewEncoder(cw.w)
			e.SetEscapeHTML(false)
			err = e.Encode(p)
		case "tabbed":
			_, err = fmt.Fprintln(cw.w, tabbed(&p))
		default:
			if p.Sentence != shown {
				shown = p.Sentence
				fmt.Fprintf(cw.w, "\n%s\n", strings.Join(wrap(clean(p.Text), cw.t.width-1), "\n"))
			}
			_, err = fmt.Fprintln(cw.w, cw.row(&p))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func tabbed(p *proposition) string {
	cells := []string{clean(p.Text), fmt.Sprintf("%.3f", p.Confidence), p.Predicate}
	for _, a := range p.Arguments {
		cells = append(cells, clean(a.Text))
	}
	return strings.Join(cells, "\t")
}

// row is a proposition under its sentence.
func (cw *clauseWriter) row(p *proposition) string {
	var args []string
	for _, a := range p.Arguments {
		args = append(args, clean(a.Text))
	}
	text := p.Predicate + "(" + strings.Join(args, "; ") + ")"
	if p.Sayer != "" {
		text += "  says " + p.Sayer
	}
	return "  " + strings.Join(wrap(text, cw.t.width-5), "\n    ")
}
