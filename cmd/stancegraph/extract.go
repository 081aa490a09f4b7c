package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/schema"
)

func extractCommand(t *terminal) *cobra.Command {
	var r reading
	var format, output string
	cmd := &cobra.Command{
		Use:   "extract [FILE|DIR|-]...",
		Short: "Print the stances of texts, and load nothing",
		Long: `Print the stances of texts to stdout: as JSON lines (one stance a line), as a table to read
(each sentence with its stances), or as CSV for a spreadsheet. The default is the table on a
terminal and JSON lines elsewhere. A document that cannot be read is reported, the others go on.`,
		Example: `  stancegraph extract talks.txt
  stancegraph extract news/ --format csv -o stances.csv
  curl -s https://example.org/story.html | stancegraph extract - --id story`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeTo(t, output, func(w io.Writer) error {
				out, err := newWriter(t, format, output, w)
				if err != nil {
					return err
				}
				return runExtract(cmd.Context(), t, &r, args, out)
			})
		},
	}
	r.flags(cmd)
	formatFlag(cmd, &format, "form of the output", "jsonl", "table", "csv")
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `FILE` instead of stdout")
	return cmd
}

// writer writes the stances of documents in one form.
type writer interface {
	write(x *schema.Extraction) error
	close() error
}

// newWriter chooses the form: what was asked for, else a table on a terminal and JSON lines elsewhere.
func newWriter(t *terminal, format, output string, w io.Writer) (writer, error) {
	if format == "" {
		format = "jsonl"
		if t.outTTY && output == "" {
			format = "table"
		}
	}
	switch format {
	case "jsonl":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return jsonLines{e}, nil
	case "csv":
		return csvWriter{newFlatTable(w)}, nil
	case "table":
		if output != "" {
			bare := *t
			bare.color = false
			t = &bare
		}
		return tableWriter{&table{t: t, w: w}}, nil
	}
	return nil, usagef("unknown format %q", format)
}

type jsonLines struct{ *json.Encoder }

func (j jsonLines) close() error { return nil }
func (j jsonLines) write(x *schema.Extraction) error {
	for i := range x.Statements {
		if err := j.Encode(x.Statements[i]); err != nil {
			return err
		}
	}
	return nil
}

type csvWriter struct{ *flatTable }

func (c csvWriter) close() error                     { return c.flatTable.write(nil) }
func (c csvWriter) write(x *schema.Extraction) error { return c.flatTable.write(x.Statements) }

type tableWriter struct{ *table }

func (b tableWriter) close() error                     { return nil }
func (b tableWriter) write(x *schema.Extraction) error { return b.document(&x.Document, x.Statements) }

// runExtract reads, extracts and writes, and goes on after a document that fails.
func runExtract(ctx context.Context, t *terminal, r *reading, args []string, out writer) error {
	x, err := r.extractor()
	if err != nil {
		return err
	}
	docs, err := r.documents(ctx, t, args)
	if err != nil {
		return err
	}
	p := newProgress(t, "documents", size(args))
	stances, failed := 0, 0
	for o := range x.All(ctx, docs, r.workers) {
		if ctx.Err() != nil {
			break
		}
		if o.Err != nil {
			p.hide()
			if err := r.refused(t, o.Err); err != nil {
				return err
			}
			failed++
			continue
		}
		p.add(len(o.Extraction.Document.Text))
		stances += len(o.Extraction.Statements)
		if err := out.write(&o.Extraction); err != nil {
			return fmt.Errorf("write stances: %w", err)
		}
	}
	p.hide()
	if err := out.close(); err != nil {
		return fmt.Errorf("write stances: %w", err)
	}
	if t.errTTY {
		t.sayf("%s in %s, %s", count(stances, "stance"), count(p.count, "document"), p.took())
		if stances == 0 && p.count > 0 {
			t.sayf("stancegraph explain FILE shows what was seen, and why it is no stance")
		}
	}
	return verdict(ctx, t, failed, p.count)
}

// verdict is the end of a command that goes on after a document that fails.
func verdict(ctx context.Context, t *terminal, failed, done int) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case failed > 0 && done > 0:
		t.sayf("stancegraph: %s could not be read, %d could", count(failed, "document"), done)
	}
	if failed > 0 {
		return errReported
	}
	return nil
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
