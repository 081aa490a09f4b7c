package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/render"
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/rule"
)

func rulesCommand(t *term.Terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, show and test the rules that find stances, or create one",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(rulesListCommand(t), rulesShowCommand(t), rulesTestCommand(t), rulesNewCommand(t))
	return cmd
}

func rulesListCommand(t *term.Terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "list [DIR]",
		Short: "List the rules by rank, those tried first at the top",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := ruleSet(args)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, r := range set.Rules {
				rows = append(rows, []string{r.Name, term.Clean(r.Gloss)})
			}
			return t.WriteTo("", func(w io.Writer) error { return render.Lines(w, term.Grid(rows)) })
		},
	}
}

func rulesShowCommand(t *term.Terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME [DIR]",
		Short: "Show one rule: its meaning, its rank, and its examples",
		Args:  cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := ruleSet(args[1:])
			if err != nil {
				return err
			}
			r, ok := set.Find(args[0])
			if !ok {
				return term.Hintf(fmt.Errorf("there is no rule %q", args[0]), "stancegraph rules list")
			}
			return t.WriteTo("", func(w io.Writer) error { return render.Lines(w, render.Rule(t, r)) })
		},
		ValidArgsFunction: completeRules,
	}
}

func rulesTestCommand(t *term.Terminal) *cobra.Command {
	alone := false
	cmd := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the examples of the built-in rules, or of those in a folder together with the built-in ones",
		Args:  cobra.MaximumNArgs(1),
		RunE:  func(cmd *cobra.Command, args []string) error { return testRules(cmd.Context(), t, args, alone) },
	}
	cmd.Flags().BoolVar(&alone, "no-builtin-rules", false, "use only the rules of the folder")
	return cmd
}

func completeRules(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	set, err := rule.Default()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var names []string
	for _, r := range set.Rules {
		names = append(names, r.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// ruleSet is the rules of a folder, or those built in.
func ruleSet(args []string) (*rule.Set, error) {
	if len(args) == 0 {
		return rule.Default()
	}
	files, err := ruleFolder(args[0])
	if err != nil {
		return nil, err
	}
	set, err := rule.Load(files)
	if err != nil {
		err = fmt.Errorf("%s: %w", args[0], err)
		return nil, term.Hintf(err, "stancegraph rules show NAME shows a rule that works")
	}
	return set, nil
}

// loadRules makes the options that use the rules of a folder, alone or together with the built-in ones.
func loadRules(dir string, alone bool) ([]extract.Option, error) {
	files, err := ruleFolder(dir)
	if err != nil {
		return nil, err
	}
	if _, err := rule.Load(files); err != nil { // here the error can name the folder
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	opts := []extract.Option{extract.WithRules(files)}
	if alone {
		opts = append(opts, extract.WithoutBuiltinRules())
	}
	return opts, nil
}

// ruleFolder opens a folder that has at least one rule.
func ruleFolder(dir string) (fs.FS, error) {
	files := os.DirFS(dir)
	if _, err := fs.ReadDir(files, "."); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("no such folder of rules")
		}
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	if len(names) == 0 {
		err := fmt.Errorf("%s: no rule (*.yaml) in this folder", dir)
		return nil, term.Hintf(err, "stancegraph rules new NAME --dir %s creates one", dir)
	}
	return files, nil
}

// testRules runs all examples and reports for each rule that fails what it gave and what it should give.
func testRules(ctx context.Context, t *term.Terminal, args []string, alone bool) error {
	set, err := ruleSet(args)
	if err != nil {
		return err
	}
	opts := []extract.Option{extract.WithoutReader(), extract.WithMinConfidence(0)} // a rule's examples are about the rule
	if len(args) > 0 {
		own, err := loadRules(args[0], alone)
		if err != nil {
			return err
		}
		opts = append(opts, own...)
	}
	x, err := extract.New(opts...)
	if err != nil {
		return err
	}
	examples, failed := 0, 0
	for i := range set.Rules {
		r := &set.Rules[i]
		examples += len(r.Examples)
		wrong := x.CheckRule(ctx, r)
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(wrong) > 0 {
			failed++
		}
		for _, w := range wrong {
			t.Report(w)
		}
	}
	if failed > 0 {
		t.Sayf("stancegraph: hint: stancegraph explain \"…\" shows what every stage saw in an example")
		t.Sayf("%d of %s failed", failed, term.Count(len(set.Rules), "rule"))
		return term.ErrReported
	}
	t.Sayf("%s, %s: all pass", term.Count(len(set.Rules), "rule"), term.Count(examples, "example"))
	return nil
}
