package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
)

const filterHelp = `Filters choose statements, with all that these lead to: all that are given must hold, and of one that
is given several times, one value must. Actors, issues and sources are found by name, other name or
id, in whatever case. Edges between actors and issues count the chosen statements only.`

// filterFlags are the flags of the commands that write a graph or a part of it.
type filterFlags struct{ graph.Filter }

func (f *filterFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.Actors, "actor", nil, "stances of the actor `NAME`, or towards it")
	flags.StringArrayVar(&f.Issues, "issue", nil, "stances towards the issue `NAME`")
	flags.Var((*edgeTypes)(&f.Types), "type", "stances of this `TYPE`: WANTS, NOT_SUPPORTS …")
	flags.StringArrayVar(&f.Sources, "source", nil, "stances in documents of the outlet `NAME`")
	flags.StringVar(&f.Since, "since", "", "stances of this `DATE` and later: 2019-02-14, 2019-02 or 2019")
	flags.StringVar(&f.Until, "until", "", "stances of this `DATE` and earlier")
	flags.Float64Var(&f.MinConfidence, "min-confidence", 0, "stances of this confidence and more, 0 to 1")
	flags.IntVar(&f.Top, "top", 0, "of what is left, what the `N` heaviest edges count")
	flags.BoolVar(&f.NoInferred, "no-inferred", false, "leave out what is only inferred")
	flags.Var(oneOf{&f.Layer, []string{graph.Stated, graph.Claimed}}, "layer",
		"stated: what the holder says or the writer tells\nclaimed: what others claim of the holder")
	complete := func(name string, all []string) {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp)) // is there
	}
	var types []string
	for _, t := range graph.Projected() {
		types = append(types, string(t))
	}
	complete("type", types)
	complete("layer", []string{graph.Stated, graph.Claimed})
}

// edgeTypes is a flag's value that is given once or several times.
type edgeTypes []graph.EdgeType

func (e *edgeTypes) String() string { return "" }
func (e *edgeTypes) Type() string   { return "TYPE" }
func (e *edgeTypes) Set(v string) error {
	*e = append(*e, graph.EdgeType(strings.ToUpper(v)))
	return nil
}
