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

func extractCommand(t *term.Terminal, build makeExtractor) *cobra.Command {
	var r readFlags
	var format, output string
	cmd := &cobra.Command{
		Use:   "extract [FILE|DIR|-]...",
		Short: "Print the stances of texts, and load nothing",
		Long: `Print the stances of texts to stdout: as JSON lines (one stance a line), as a table to read
(each sentence with its stances), or as CSV for a spreadsheet. The default is the table on a
terminal and JSON lines elsewhere. A document that fails is reported and the others are
still processed.`,
		Example: `  stancegraph extract talks.txt
  stancegraph extract news/ --format csv -o stances.csv
  curl -s https://example.org/story.html | stancegraph extract - --id story`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format == "" {
				format = render.Format(t, output)
			}
			return t.WriteTo(output, func(w io.Writer) error {
				to := t
				if output != "" {
					to = t.Uncolored()
				}
				out, err := render.NewStatements(to, w, format)
				if err != nil {
					return err
				}
				return runExtract(cmd.Context(), t, &r, build, args, out)
			})
		},
	}
	r.add(cmd)
	formatFlag(cmd, &format, "output format", "jsonl", "table", "csv")
	outputFlag(cmd, &output)
	return cmd
}

// runExtract reads, extracts and writes, and goes on after a document that fails.
func runExtract(ctx context.Context, t *term.Terminal, r *readFlags, build makeExtractor, args []string,
	out render.Statements) error {
	x, err := r.extractor(build)
	if err != nil {
		return err
	}
	docs, err := r.documents(ctx, t, args)
	if err != nil {
		return err
	}
	p := t.NewProgress("documents", size(args))
	stances := 0
	n, err := each(ctx, t, x, docs, r.workers, p, func(e *schema.Extraction) error {
		stances += len(e.Statements)
		if err := out.Write(e); err != nil {
			return fmt.Errorf("write stances: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write stances: %w", err)
	}
	if t.ErrTTY {
		t.Sayf("%s in %s, %s", term.Count(stances, "stance"), term.Count(n.done, "document"), p.Took())
		if stances == 0 && n.done > 0 {
			t.Sayf("%s", noStanceHint)
		}
	}
	return n.status(ctx, t)
}

// noStanceHint is what to do where texts hold no stance.
const noStanceHint = "stancegraph explain FILE shows what every stage saw and why no rule fired"
