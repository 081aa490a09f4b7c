package main

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/export"
)

// defaultPage is the file that view writes, in the folder where the program runs.
const defaultPage = "stancegraph.html"

func viewCommand(t *term.Terminal) *cobra.Command {
	var s storeFlags
	var only filterFlags
	output, open := "", false
	cmd := &cobra.Command{
		Use:   "view",
		Short: "Write a page that draws the graph, to be opened in any browser",
		Long: `Write the graph of the store as one HTML page and print the page's path. The page draws who stands
where, searches and filters, and shows the sentences behind each edge, with document, date and
time in the video. It needs no network and no server: send it on, or open it from a disk.

` + filterHelp,
		Example: `  stancegraph view --open
  stancegraph view --store news.sqlite --top 500 -o news.html`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if open && output == "-" {
				return term.Usagef("--open opens a file, and -o - writes to stdout; give one")
			}
			page, _ := export.Find("html")
			if err := runExport(cmd.Context(), t, &s, only.Filter, page, output); err != nil || output == "-" {
				return err
			}
			fmt.Fprintln(t.Out, output)
			if open {
				return openPage(cmd.Context(), output)
			}
			return nil
		},
	}
	s.add(cmd)
	only.add(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", defaultPage, "write to `FILE`, - for stdout")
	cmd.Flags().BoolVar(&open, "open", false, "open the page in the browser")
	return cmd
}

// openPage opens a file with what the system opens pages with.
func openPage(ctx context.Context, file string) error {
	path, err := filepath.Abs(file)
	if err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	opener := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	out, err := exec.CommandContext(ctx, opener[0], append(opener[1:], path)...).CombinedOutput()
	if err != nil {
		err = fmt.Errorf("open %s: %s: %w %s", file, opener[0], err, term.Clean(strings.TrimSpace(string(out))))
		return term.Hintf(err, "the page is written; open it in any browser")
	}
	return nil
}
