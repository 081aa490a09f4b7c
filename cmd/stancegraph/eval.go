package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

func evalCommand(t *term.Terminal, build makeExtractor) *cobra.Command {
	var r readFlags
	summary, errs, names := false, false, false
	cmd := &cobra.Command{
		Use:   "eval GOLD...",
		Short: "Evaluate extraction against gold annotations: precision and recall",
		Long: `Extract from annotated texts and compare with the gold annotations: precision (how many of the
extracted stances are right) and recall (how many of the gold stances were extracted), by type,
phenomenon and tag, and how well confidence is calibrated. A text that fails is reported and
counts as one without extracted stances. GOLD is JSON lines, one annotated text a line:

  {"doc": "d1", "text": "Chad backs the pact.", "statements": [{"holder": "Chad",
   "type": "SUPPORTS", "polarity": 1, "target": "the pact", "kind": "issue"}]}`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.WriteTo("", func(w io.Writer) error {
				return runEval(cmd.Context(), t, &r, build, args, func(result eval.Result) error {
					switch {
					case errs:
						return writeErrors(w, result.Errors)
					case names:
						return writeNames(w, result.Names)
					case summary:
						result.WriteSummary(w)
						return nil
					}
					return result.Write(w)
				})
			})
		},
	}
	r.add(cmd)
	hideFlags(cmd, "id", "date", "source", "any-language")
	cmd.Flags().BoolVar(&errs, "errors", false, "list false negatives (missed) and false positives (wrong) instead")
	cmd.Flags().BoolVar(&names, "references", false, "list the holders, targets and sayers that are named wrong or not at all instead")
	cmd.Flags().BoolVar(&summary, "summary", false, "only the overall figures")
	return cmd
}

func runEval(ctx context.Context, t *term.Terminal, r *readFlags, build makeExtractor, files []string,
	show func(eval.Result) error) error {
	x, err := r.extractor(build)
	if err != nil {
		return err
	}
	gold, err := readGold(t, files)
	if err != nil {
		return err
	}
	found := map[string][]schema.Statement{}
	texts := map[string]*eval.Doc{}
	for i := range gold {
		texts[gold[i].ID] = &gold[i]
	}
	var names []eval.Decision
	p := t.NewProgress("texts", 0)
	n, err := each(ctx, t, x, goldDocuments(gold), r.workers, p, func(e *schema.Extraction) error {
		found[e.Document.ID] = e.Statements
		names = append(names, eval.Names(texts[e.Document.ID], e)...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	result := eval.Score(gold, found)
	result.Names = names
	if err := show(result); err != nil {
		return fmt.Errorf("write evaluation: %w", err)
	}
	return n.status(ctx, t)
}

// writeErrors lists false negatives and false positives, each with its sentence.
func writeErrors(w io.Writer, errs []eval.Error) error {
	for _, e := range errs {
		what := "wrong "
		if e.Miss {
			what = "missed"
		}
		sign := map[int]string{1: "+", -1: "-"}[e.Polarity]
		_, err := fmt.Fprintf(w, "%s  %s  %s %s%s %s\n    %s\n", what, term.Clean(e.Doc),
			term.Clean(e.Holder), sign, e.Type, term.Clean(e.Target), term.Clean(e.Sentence))
		if err != nil {
			return err
		}
	}
	return nil
}

// writeNames lists the references that are resolved wrong or not at all, each with its sentence.
func writeNames(w io.Writer, all []eval.Decision) error {
	for _, d := range all {
		if d.Right {
			continue
		}
		_, err := fmt.Fprintf(w, "%s  %s  %q is %s, not %s\n    %s\n", d.Kind, term.Clean(d.Doc), term.Clean(d.Words),
			term.Clean(cmp.Or(d.Gold, "nobody")), term.Clean(cmp.Or(d.Got, "nobody")), term.Clean(d.Sentence))
		if err != nil {
			return err
		}
	}
	return nil
}

// readGold reads all files as one set.
func readGold(t *term.Terminal, files []string) ([]eval.Doc, error) {
	var all []eval.Doc
	for _, file := range files {
		in := io.NopCloser(t.In)
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

// goldDocuments are the annotated texts as documents, with turns as in JSON lines.
func goldDocuments(gold []eval.Doc) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		for _, g := range gold {
			doc := schema.Document{ID: g.ID, Text: g.Text, SHA256: schema.TextHash(g.Text)}
			err := source.Structure(&doc)
			if err != nil {
				err = fmt.Errorf("%s: %w", g.ID, err)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}
