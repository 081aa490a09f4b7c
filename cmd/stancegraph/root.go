package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph/neo4j"
)

// run is the program: it reads the command line, runs one sub-command and gives the exit status.
func run(ctx context.Context, t *term.Terminal, args []string) int {
	return execute(ctx, t, newExtractor, args)
}

// execute is run with the extractor that the commands are to use.
func execute(ctx context.Context, t *term.Terminal, extractor makeExtractor, args []string) int {
	root := newRoot(t, extractor)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if ctx.Err() != nil && neo4j.Unreachable(err) { // the driver has its own error for a connection that ctx ended
		err = ctx.Err()
	}
	return t.ExitStatus(err)
}

// newRoot makes the command with all its sub-commands.
func newRoot(t *term.Terminal, extractor makeExtractor) *cobra.Command {
	root := &cobra.Command{
		Use:   "stancegraph",
		Short: "Extract political stances from news: who stands where, on what, who says so, in which sentence",
		Long: `stancegraph reads political news (articles, transcripts, subtitles), finds the stances in it
(who supports, wants, rejects, accuses … whom or what, who says so, in which sentence) and
loads them as a graph into one SQLite file or into Neo4j. It needs no network, and the same
input gives the same output.`,
		Example: `  stancegraph ingest talks.txt
  stancegraph extract news/ --format csv -o stances.csv
  stancegraph query who-wants-what
  stancegraph explain "Turkey wants a buffer zone."`,
		SilenceErrors: true,
		SilenceUsage:  true,

		SuggestionsMinimumDistance: 2,
		Args:                       noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if v, _ := cmd.Flags().GetBool("version"); v {
				return printVersion(t)
			}
			return cmd.Help()
		},
	}
	root.Flags().Bool("version", false, "print the version of the program, its syntax model, rules and words")
	root.SetIn(t.In)
	root.SetOut(t.Out)
	root.SetErr(t.Err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return term.Hintf(term.AsUsage(err), "%s --help lists the flags", cmd.CommandPath())
	})
	addGroup(root, "Read texts:",
		ingestCommand(t, extractor), extractCommand(t, extractor),
		explainCommand(t, extractor), clausesCommand(t, extractor))
	addGroup(root, "Use the graph:",
		queryCommand(t), documentsCommand(t), viewCommand(t), browseCommand(t), exportCommand(t), removeCommand(t), mergeCommand(t),
		reviewCommand(t))
	addGroup(root, "Maintenance:", rulesCommand(t), evalCommand(t, extractor), neo4jCommand(t), verifyCommand(t), backupCommand(t),
		doctorCommand(t))
	for _, cmd := range root.Commands() {
		wrapArgs(cmd)
	}
	return root
}

// addGroup adds commands that help shows together.
func addGroup(root *cobra.Command, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: title, Title: title})
	for _, cmd := range commands {
		cmd.GroupID = title
		root.AddCommand(cmd)
	}
}

// wrapArgs makes a wrong number of arguments a usage error, with the usage line as hint.
func wrapArgs(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			err := check(cmd, args)
			if err == nil || term.IsUsage(err) {
				return err
			}
			return term.Hintf(term.AsUsage(err), "usage: %s", cmd.UseLine())
		}
	}
	for _, sub := range cmd.Commands() {
		wrapArgs(sub)
	}
}

// noSuchCommand refuses arguments of a command that only has sub-commands.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := term.Usagef("unknown command %q", cmd.CommandPath()+" "+args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return term.Hintf(err, "did you mean %s?", strings.Join(near, " or "))
	}
	return term.Hintf(err, "%s --help lists the commands", cmd.CommandPath())
}

// oneOf is a flag's value out of a list.
type oneOf struct {
	value *string
	all   []string
}

func (o oneOf) String() string { return *o.value }
func (o oneOf) Type() string   { return strings.Join(o.all, "|") }
func (o oneOf) Set(v string) error {
	if !slices.Contains(o.all, v) {
		return fmt.Errorf("%q is none of %s", v, strings.Join(o.all, ", "))
	}
	*o.value = v
	return nil
}

// formatFlag adds --format with these values and completes them.
func formatFlag(cmd *cobra.Command, value *string, usage string, all ...string) {
	cmd.Flags().Var(oneOf{value, all}, "format", usage)
	complete := cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp)
	_ = cmd.RegisterFlagCompletionFunc("format", complete) // fails only where the flag is registered twice
}

// outputFlag adds --output.
func outputFlag(cmd *cobra.Command, output *string) {
	cmd.Flags().StringVarP(output, "output", "o", "", "write to `FILE` instead of stdout")
}

// hideFlags leaves flags out of help that a command has only because it shares them.
func hideFlags(cmd *cobra.Command, names ...string) {
	for _, name := range names {
		_ = cmd.Flags().MarkHidden(name) // fails only where there is no such flag
	}
}
