package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/extract/clause"
	"github.com/stancegraph/stancegraph/schema"
)

func clausesCommand(t *terminal) *cobra.Command {
	var r reading
	format, output := "", ""
	cmd := &cobra.Command{
		Use:   "clauses [FILE|DIR|-]...",
		Short: "Print all clauses of texts, whether they carry a stance or not",
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
	for _, flag := range []string{"min-confidence", "no-inferred", "rules", "no-builtin-rules"} {
		cmd.Flags().MarkHidden(flag)
	}
	formatFlag(cmd, &format, "form of the output", "jsonl", "table", "tabbed")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of stdout")
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

// proposition is an open clause with where it stands.
type proposition struct {
	Document   string   `json:"document"`
	Sentence   int      `json:"sentence"` // index
	Text       string   `json:"text"`     // of the sentence
	Confidence float64  `json:"confidence"`
	Predicate  string   `json:"predicate"`
	Arguments  []string `json:"arguments"` // subject first
}

// propose gives the open clauses of one sentence.
func propose(x *schema.Extraction, s *schema.Sentence) []proposition {
	var all []proposition
	for _, p := range clause.Propositions(x.Document.Text, s, x.Clauses) {
		q := proposition{Document: x.Document.ID, Sentence: s.Index, Text: s.Span.In(x.Document.Text),
			Confidence: p.Confidence, Predicate: clean(p.Predicate), Arguments: make([]string, len(p.Args))}
		for i, a := range p.Args {
			q.Arguments[i] = clean(a)
		}
		all = append(all, q)
	}
	return all
}

// clauseWriter writes propositions in one form.
type clauseWriter struct {
	t      *terminal
	w      io.Writer
	format string
	begun  bool
}

func (cw *clauseWriter) document(x *schema.Extraction) error {
	for i := range x.Sentences {
		found := propose(x, &x.Sentences[i])
		if len(found) > 0 && cw.format == "table" {
			cw.sentence(found[0].Text)
		}
		for n := range found {
			if err := cw.write(&found[n]); err != nil {
				return err
			}
		}
	}
	return nil
}

// sentence writes the sentence that clauses follow.
func (cw *clauseWriter) sentence(text string) {
	if cw.begun {
		fmt.Fprintln(cw.w)
	}
	cw.begun = true
	fmt.Fprintln(cw.w, strings.Join(wrap(clean(text), cw.t.width-1), "\n"))
}

func (cw *clauseWriter) write(p *proposition) error {
	line := ""
	switch cw.format {
	case "jsonl":
		e := json.NewEncoder(cw.w)
		e.SetEscapeHTML(false)
		return e.Encode(p)
	case "tabbed":
		line = strings.Join(append([]string{clean(p.Text), fmt.Sprintf("%.2f", p.Confidence), p.Predicate}, p.Arguments...), "\t")
	default:
		line = "  " + strings.Join(wrap(p.Predicate+"("+strings.Join(p.Arguments, "; ")+")", cw.t.width-5), "\n    ")
	}
	_, err := fmt.Fprintln(cw.w, line)
	return err
}
