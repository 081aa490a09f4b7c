package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
)

func exportCommand(t *terminal) *cobra.Command {
	var s storing
	format, output := "", ""
	var names, help []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		help = append(help, fmt.Sprintf("  %-12s %s", f.Name, f.Help))
	}
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [FILE|DIR]",
		Short: "Write the graph for other programs",
		Long:  "Write the whole graph of the store for other programs to read.\n\nFormats:\n" + strings.Join(help, "\n"),
		Example: `  stancegraph export --format graphml -o stances.graphml
  stancegraph export --format neo4j-admin import/`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if output != "" {
					return usagef("both %q and -o %q are to be written to", args[0], output)
				}
				output = args[0]
			}
			f, ok := export.Find(format)
			if !ok {
				return hintf(usagef("--format is missing"), "one of %s", strings.Join(names, ", "))
			}
			return runExport(cmd.Context(), t, &s, f, output)
		},
	}
	s.flags(cmd)
	formatFlag(cmd, &format, "form of the output, see above", names...)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `FILE` or folder instead of stdout")
	return cmd
}

func runExport(ctx context.Context, t *terminal, s *storing, f export.Format, output string) error {
	if f.Write == nil && (output == "" || output == "-") {
		return hintf(usagef("%s is a folder of files and cannot go to stdout", f.Name), "stancegraph export --format %s DIR", f.Name)
	}
	store, err := s.open(ctx, true)
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
			return fmt.Errorf("read what lies beside the graph of %s: %w", s.name(), err)
		}
		err = f.WriteDir(output, g, ledger)
	} else {
		err = writeTo(t, output, func(w io.Writer) error { return f.Write(w, g) })
	}
	if err != nil {
		return err
	}
	if output != "" && output != "-" {
		t.sayf("%s and %s written to %s", count(len(g.Nodes), "node"), count(len(g.Edges), "edge"), output)
	}
	return nil
}
