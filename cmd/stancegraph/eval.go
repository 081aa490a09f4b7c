package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

func evalCommand(t *terminal) *cobra.Command {
	var r reading
	summary, errs := false, false
	cmd := &cobra.Command{
		Use:   "eval GOLD...",
		Short: "Hold the stances found against stances that a careful reader found",
		Long: `Extract from texts that a reader has annotated, and say how many of the stances found are right
(precision) and how many of the reader's were found (recall), by type, phenomenon and tag, and
whether a confidence means what it says. GOLD is JSON lines, one text with its stances a line:

  {"doc": "d1", "text": "Chad backs the pact.", "statements": [{"holder": "Chad",
   "type": "SUPPORTS", "polarity": 1, "target": "the pact", "kind": "issue"}]}`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeTo(t, "", func(w io.Writer) error {
				return runEval(cmd.Context(), t, &r, args, func(result eval.Result) error {
					switch {
					case errs:
						return writeErrors(w, result.Errors)
					case summary:
						result.WriteSummary(w)
						return nil
					}
					return result.Write(w)
				})
			})
		},
	}
	r.flags(cmd)
	for _, flag := range []string{"id", "date", "source", "any-language"} {
		cmd.Flags().MarkHidden(flag)
	}
	cmd.Flags().BoolVar(&errs, "errors", false, "list what was missed (missed) and what should not be there (wrong) instead")
	cmd.Flags().BoolVar(&summary, "summary", false, "only the figures over all")
	return cmd
}

func runEval(ctx context.Context, t *terminal, r *reading, files []string, show func(eval.Result) error) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	gold, err := readGold(t, files)
	if err != nil {
		return err
	}
	found := map[string][]schema.Statement{}
	p := newProgress(t, "texts", 0)
	for o := range x.All(ctx, goldDocuments(gold), r.workers) {
		if o.Err != nil {
			p.hide()
			return o.Err
		}
		p.add(len(o.Extraction.Document.Text))
		found[o.Extraction.Document.ID] = o.Extraction.Statements
	}
	p.hide()
	if err := ctx.Err(); err != nil {
		return err
	}
	return show(eval.Score(gold, found))
}

// writeErrors lists what was missed and what should not be there, each with its sentence.
func writeErrors(w io.Writer, errs []eval.Error) error {
	for _, e := range errs {
		what := "wrong "
		if e.Miss {
			what = "missed"
		}
		sign := map[int]string{1: "+", -1: "-"}[e.Polarity]
		if _, err := fmt.Fprintf(w, "%s  %s  %s %s%s %s\n    %s\n", what, clean(e.Doc), clean(e.Holder), sign, e.Type, clean(e.Target), clean(e.Sentence)); err != nil {
			return err
		}
	}
	return nil
}

// readGold reads all files as one set.
func readGold(t *terminal, files []string) ([]eval.Doc, error) {
	var all []eval.Doc
	for _, file := range files {
		var in io.ReadCloser = io.NopCloser(t.in)
		if file != "-" {
			f, err := os.Open(file)
			if err != nil {
				return nil, fmt.Errorf("gold: %w", err)
			}
			in = f
		}
		docs, err := eval.ReadGold(in, file)
		in.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, docs...)
	}
	return all, nil
}

// goldDocuments are the annotated texts as documents, read as JSON lines are.
func goldDocuments(gold []eval.Doc) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		for _, g := range gold {
			doc := schema.Document{ID: g.ID, Text: g.Text, SHA256: schema.TextHash(g.Text)}
			err := source.Structure(&doc)
			if !yield(doc, err) {
				return
			}
		}
	}
}
