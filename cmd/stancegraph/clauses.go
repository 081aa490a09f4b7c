package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

func clausesCommand(t *term.Terminal, build makeExtractor) *cobra.Command {
	var r readFlags
	format, output := "", ""
	cmd := &cobra.Command{
		Use:   "clauses [FILE|DIR|-]...",
		Short: "Print all clauses of texts, with or without a stance",
		Long: `Print every clause of texts as open information extraction does: a predicate in words and its
arguments. The format tabbed is one line a clause: the sentence, the confidence, the predicate,
the first argument, the second …, separated by tabs. The default is the table on a terminal
and JSON lines elsewhere.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format == "" {
				format = render.Format(t, output)
			}
			return t.WriteTo(output, func(w io.Writer) error {
				return runClauses(cmd.Context(), t, &r, build, args, render.NewClauses(t, w, format))
			})
		},
	}
	r.add(cmd)
	hideFlags(cmd, "no-reader", "min-confidence", "no-inferred", "rules", "no-builtin-rules")
	formatFlag(cmd, &format, "output format", "jsonl", "table", "tabbed")
	outputFlag(cmd, &output)
	return cmd
}

func runClauses(ctx context.Context, t *term.Terminal, r *readFlags, build makeExtractor, args []string,
	out *render.Clauses) error {
	x, err := r.extractor(build)
	if err != nil {
		return err
	}
	docs, err := r.documents(ctx, t, args)
	if err != nil {
		return err
	}
	p := t.NewProgress("documents", size(args))
	n, err := each(ctx, t, x, docs, r.workers, p, func(e *schema.Extraction) error {
		if err := out.Write(e); err != nil {
			return fmt.Errorf("write clauses: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return n.status(ctx, t)
}
