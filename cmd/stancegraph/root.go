package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// run is the program: it reads the command line, runs one sub-command and gives the exit status.
func run(ctx context.Context, t *terminal, args []string) int {
	root := newRoot(t)
	root.SetArgs(args)
	return t.exitStatus(root.ExecuteContext(ctx))
}

// newRoot makes the command with all its sub-commands.
func newRoot(t *terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "stancegraph",
		Short: "Who stands where, on what, who says so, and in which sentence",
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
	root.Flags().Bool("version", false, "print the version of the program, its models, rules and words")
	root.SetIn(t.in)
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return hintf(usageError{err}, "%s --help lists the flags", cmd.CommandPath())
	})
	addGroup(root, "Read texts:", ingestCommand(t), extractCommand(t), explainCommand(t), clausesCommand(t))
	addGroup(root, "Use the graph:", queryCommand(t), browseCommand(t), exportCommand(t), removeCommand(t), mergeCommand(t), reviewCommand(t))
	addGroup(root, "Tend the program:", rulesCommand(t), evalCommand(t), neo4jCommand(t), doctorCommand(t))
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

// wrapArgs makes a wrong number of arguments a wrong use, with the usage line as hint.
func wrapArgs(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			var wrong usageError
			if err := check(cmd, args); err != nil && !errors.As(err, &wrong) {
				return hintf(usageError{err}, "use: %s", cmd.UseLine())
			} else {
				return err
			}
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
	err := usagef("unknown command %q", cmd.CommandPath()+" "+args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return hintf(err, "did you mean %s?", strings.Join(near, " or "))
	}
	return hintf(err, "%s --help lists the commands", cmd.CommandPath())
}

// oneOf is a flag's value out of a list.
type oneOf struct {
	value *string
	all   []string
}

func (o oneOf) String() string { return *o.value }
func (o oneOf) Type() string   { return strings.Join(o.all, "|") }
func (o oneOf) Set(v string) error {
	for _, a := range o.all {
		if a == v {
			*o.value = v
			return nil
		}
	}
	return fmt.Errorf("%q is none of %s", v, strings.Join(o.all, ", "))
}

// formatFlag adds --format with these values and completes them.
func formatFlag(cmd *cobra.Command, value *string, usage string, all ...string) {
	cmd.Flags().Var(oneOf{value, all}, "format", usage)
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp))
}
