package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

func documentsCommand(t *term.Terminal) *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use:   "documents",
		Short: "List the documents in the store, with date, outlet and how much was found in each",
		Long: `List the documents in the store by id: title, date, outlet, and how many sentences with stances and how
many statements each one has. Nothing is written, so it may run while texts are loaded, and on a file or folder
that may not be written. It is the same as stancegraph query documents.`,
		Example: `  stancegraph documents
  stancegraph documents --format jsonl | jq -r .document`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return t.WriteTo(f.output, func(w io.Writer) error {
				return runQuery(cmd.Context(), t, &f, []string{"documents"}, w)
			})
		},
	}
	f.store.add(cmd)
	formatFlag(cmd, &f.format, "output format", "table", "jsonl", "csv")
	outputFlag(cmd, &f.output)
	return cmd
}
