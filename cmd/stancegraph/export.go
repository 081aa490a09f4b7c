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
	var only filterFlags
	format, output := "", ""
	var names, help []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		help = append(help, fmt.Sprintf("  %-12s %s", f.Name, f.Help))
	}
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [FILE|DIR]",
		Short: "Write the graph for other programs",
		Long: "Write the graph of the store for other programs to read: all of it, or what the filters choose.\n\nFormats:\n" +
			strings.Join(help, "\n") + "\n\n" + filterHelp,
		Example: `  stancegraph export --format graphml -o stances.graphml
  stancegraph export --format gexf --actor Iceland --since 2031 --min-confidence .7 -o iceland.gexf
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
			return runExport(cmd.Context(), t, &s, only.Filter, f, output)
		},
	}
	s.add(cmd)
	only.add(cmd)
	formatFlag(cmd, &format, "output format, see above", names...)
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to this `FILE` or folder instead of stdout")
	return cmd
}

// runExport writes what the filter chooses of the store's graph, and says how much that is.
func runExport(ctx context.Context, t *term.Terminal, s *storeFlags, only graph.Filter, f export.Format, output string) error {
	if f.Write == nil && (output == "" || output == "-") {
		err := term.Usagef("%s is a folder of files and cannot go to stdout", f.Name)
		return term.Hintf(err, "stancegraph export --format %s DIR", f.Name)
	}
	if f.Whole && !only.Zero() {
		return term.Usagef("%s writes the whole store and takes no filters", f.Name)
	}
	if err := only.Check(); err != nil {
		return term.AsUsage(err)
	}
	g, ledger, err := s.filtered(ctx, only, f.Write == nil)
	if err != nil {
		return err
	}
	if f.Write == nil {
		err = f.WriteDir(output, g, ledger)
	} else {
		err = t.WriteTo(output, func(w io.Writer) error { return f.Write(w, g) })
	}
	if err != nil {
		return err
	}
	if output != "" && output != "-" {
		var counts []string
		for _, c := range f.Counts(g, ledger) {
			counts = append(counts, term.Count(c.N, c.What))
		}
		t.Sayf("%s written to %s", strings.Join(counts, " and "), output)
	}
	return nil
}

// filtered reads what a filter chooses of the store's graph, and, where it is asked for, what lies beside the graph.
func (s *storeFlags) filtered(ctx context.Context, only graph.Filter, beside bool) (*graph.Graph, graph.Ledger, error) {
	store, err := s.openRead(ctx)
	if err != nil {
		return nil, graph.Ledger{}, err
	}
	defer store.Close()
	g, err := store.Load(ctx)
	if err != nil {
		return nil, graph.Ledger{}, fmt.Errorf("read the graph of %s: %w", s.name(), err)
	}
	if g, err = only.Of(g); err != nil {
		return nil, graph.Ledger{}, term.Hintf(err, "stancegraph query%s top-actors, issue-landscape and documents list names", s.flag())
	}
	if !beside {
		return g, graph.Ledger{}, nil
	}
	ledger, err := store.Ledger(ctx)
	if err != nil {
		return nil, graph.Ledger{}, fmt.Errorf("read the ledger of %s: %w", s.name(), err)
	}
	return g, ledger, nil
}
