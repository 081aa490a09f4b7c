package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

func explainCommand(t *term.Terminal, build makeExtractor) *cobra.Command {
	var r readFlags
	cmd := &cobra.Command{
		Use:   "explain TEXT|FILE|-",
		Short: "Show what every stage saw, and which rule fired or why none did",
		Long: `Show what every stage saw in a text: its turns and speakers, words and dependency tree, mentions
and how each was resolved, clauses with their arguments, negation, modality and attribution,
which rule fired on each clause or why none did, and the stances. An argument that is no file
is the text itself.`,
		Example: `  stancegraph explain "Turkey does not want a buffer zone."
  stancegraph explain talks.txt | less -R`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return t.WriteTo("", func(w io.Writer) error {
				return runExplain(cmd.Context(), t, &r, build, args, w)
			})
		},
	}
	r.add(cmd)
	hideFlags(cmd, "workers", "min-confidence", "no-inferred")
	return cmd
}

func runExplain(ctx context.Context, t *term.Terminal, r *readFlags, build makeExtractor, args []string,
	w io.Writer) error {
	x, err := r.extractor(build)
	if err != nil {
		return err
	}
	var n tally
	for doc, err := range explained(ctx, t, r, args) {
		id, text := "", ""
		if err == nil {
			id = doc.ID
			text, err = explanation(ctx, t, x, doc)
		}
		if ctx.Err() != nil {
			break
		}
		if err != nil && skipped(t, err) {
			continue
		}
		if err != nil {
			if err := reportFailure(t, id, err); err != nil {
				return err
			}
			n.failed++
			continue
		}
		if _, err := io.WriteString(w, text); err != nil {
			return fmt.Errorf("write explanation: %w", err)
		}
		n.done++
	}
	return n.status(ctx, t)
}

func explanation(ctx context.Context, t *term.Terminal, x extractor, doc schema.Document) (string, error) {
	out, trace, err := x.Explain(ctx, doc)
	if err != nil {
		return "", err
	}
	return render.Explanation(t, &out, trace), nil
}

// explained is the sequence of documents that the arguments mean: files where they all exist, else the words.
func explained(ctx context.Context, t *term.Terminal, r *readFlags, args []string) iter.Seq2[schema.Document, error] {
	files := true
	for _, a := range args {
		if _, err := os.Stat(a); err != nil && a != "-" {
			files = false
		}
	}
	if files {
		return source.Open(ctx, args, t.In, r.source)
	}
	opt := r.source
	if opt.ID == "" {
		opt.ID = "text"
	}
	return source.Read("-", []byte(strings.Join(args, " ")), opt)
}
