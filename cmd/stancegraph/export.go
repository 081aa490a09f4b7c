package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
)

func exportCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	format, output := "", ""
	var names, help []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		help = append(help, fmt.Sprintf("  %-12s %s", f.Name, f.Help))
	}
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [FILE|DIR]",
		Short: "Write the graph for other programs",
		Long: "Write the whole graph of the store for other programs to read.\n\nFormats:\n" +
			strings.Join(help, "\n"),
		Example: `  stancegraph export --format graphml -o stances.graphml
  stancegraph export --format neo4j-admin import/`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if output != "" {
					return term.Usagef("%q and -o %q both name the output; give one", args[0], output)
				}
				output = args[0]
			}
			f, ok := export.Find(format)
			if !ok {
				return term.Hintf(term.Usagef("--format is missing"), "one of %s", strings.Join(names, ", "))
			}
			return runExport(cmd.Context(), t, &s, f, output)
		},
	}
	s.add(cmd)
	formatFlag(cmd, &format, "output format, see above", names...)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `FILE` or folder instead of stdout")
	return cmd
}

func runExport(ctx context.Context, t *term.Terminal, s *storeFlags, f export.Format, output string) error {
	if f.Write == nil && (output == "" || output == "-") {
		err := term.Usagef("%s is a folder of files and cannot go to stdout", f.Name)
		return term.Hintf(err, "stancegraph export --format %s DIR", f.Name)
	}
	store, err := s.openRead(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	g, err := store.Load(ctx)
	if err != nil {
		return fmt.Errorf("read the graph of %s: %w", s.name(), err)
	}
	if f.Write == nil {
		var ledger graph.Ledger
		if ledger, err = store.Ledger(ctx); err != nil {
			return fmt.Errorf("read the ledger of %s: %w", s.name(), err)
		}
		err = f.WriteDir(output, g, ledger)
	} else {
		err = t.WriteTo(output, func(w io.Writer) error { return f.Write(w, g) })
	}
	if err != nil {
		return err
	}
	if output != "" && output != "-" {
		t.Sayf("%s and %s written to %s", term.Count(len(g.Nodes), "node"), term.Count(len(g.Edges), "edge"), output)
	}
	return nil
}
