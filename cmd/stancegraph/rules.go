package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/rule"
)

func rulesCommand(t *terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, show and test the rules that find stances, or begin a new one",
		Args:  noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	list := &cobra.Command{
		Use:   "list [DIR]",
		Short: "List the rules, those that are tried first on top",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := ruleSet(args)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, r := range set.Rules {
				rows = append(rows, []string{r.Name, clean(r.Gloss)})
			}
			return writeTo(t, "", func(w io.Writer) error { return printLines(w, grid(rows)) })
		},
	}
	show := &cobra.Command{
		Use:   "show NAME [DIR]",
		Short: "Show one rule: what it is for, when it fires, and its examples",
		Args:  cobra.RangeArgs(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := ruleSet(args[1:])
			if err != nil {
				return err
			}
			r, ok := set.Find(args[0])
			if !ok {
				return hintf(fmt.Errorf("there is no rule %q", args[0]), "stancegraph rules list")
			}
			return writeTo(t, "", func(w io.Writer) error { return printLines(w, ruleText(t, r)) })
		},
		ValidArgsFunction: completeRules,
	}
	alone := false
	test := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the examples of the rules: those built in, or those of a folder, used beside the built-in ones",
		Args:  cobra.MaximumNArgs(1),
		RunE:  func(cmd *cobra.Command, args []string) error { return testRules(cmd.Context(), t, args, alone) },
	}
	test.Flags().BoolVar(&alone, "no-builtin-rules", false, "use no rules but those of the folder")
	dir := ""
	begin := &cobra.Command{
		Use:   "new NAME",
		Short: "Write the skeleton of a rule, with examples that pass",
		Long: `Write the skeleton of a rule to NAME.yaml. Its examples pass as they stand: change them to what
the rule is for, see them fail with stancegraph rules test DIR, then make them pass.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return newRule(t, dir, args[0]) },
	}
	begin.Flags().StringVar(&dir, "dir", "rules", "`DIR` for the rule, made if need be")
	begin.MarkFlagDirname("dir")
	cmd.AddCommand(list, show, test, begin)
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
		return nil, hintf(fmt.Errorf("%s: %w", args[0], err), "stancegraph rules show NAME shows a rule that works")
	}
	return set, nil
}

// loadRules makes the options that take the rules of a folder, alone or beside the built-in ones.
func loadRules(dir string, alone bool) ([]extract.Option, error) {
	files, err := ruleFolder(dir)
	if err != nil {
		return nil, err
	}
	if _, err := rule.Load(files); err != nil { // said with the folder's name
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
		return nil, hintf(fmt.Errorf("%s: no rule (*.yaml) in this folder", dir), "stancegraph rules new NAME --dir %s begins one", dir)
	}
	return files, nil
}

func printLines(w io.Writer, lines []string) error {
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
	return err
}

// ruleText is a rule for reading.
func ruleText(t *terminal, r *rule.Rule) []string {
	lines := []string{t.paint(bold, r.Name) + "  " + clean(r.Gloss), ""}
	for _, l := range wrap(clean(r.Doc), t.width-3) {
		lines = append(lines, "  "+l)
	}
	lines = append(lines, "", fmt.Sprintf("  rank %d, confidence %v, file %s", r.Rank, r.Confidence, r.File), "")
	for _, e := range r.Examples {
		for n, l := range wrap(clean(e.Text), t.width-3) {
			lines = append(lines, strings.Repeat(" ", 2+2*min(n, 1))+l)
		}
		why := ""
		if e.Why != "" {
			why = "  (" + clean(e.Why) + ")"
		}
		if e.Fails != "" {
			why += "  known to fail: " + clean(e.Fails)
		}
		if len(e.Gives) == 0 {
			lines = append(lines, "    "+t.paint(dim, "nothing"+why))
		}
		for _, g := range e.Gives {
			lines = append(lines, "    "+t.paint(green, clean(g))+t.paint(dim, why))
		}
	}
	return lines
}

// testRules runs all examples and says of each rule that fails what it made and what it should make.
func testRules(ctx context.Context, t *terminal, args []string, alone bool) error {
	set, err := ruleSet(args)
	if err != nil {
		return err
	}
	var opts []extract.Option
	if len(args) > 0 {
		if opts, err = loadRules(args[0], alone); err != nil {
			return err
		}
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
			t.report(w)
		}
	}
	if failed > 0 {
		t.sayf("stancegraph: hint: stancegraph explain \"…\" shows what every stage made of an example")
		t.sayf("%d of %s failed", failed, count(len(set.Rules), "rule"))
		return errReported
	}
	t.sayf("%s, %s: all as they say", count(len(set.Rules), "rule"), count(examples, "example"))
	return nil
}

var ruleName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

const skeleton = `rule: %[1]s
gloss: X yearns for Y
doc: |
  Why who writes this means that stance, and what the rule must not catch.
rank: 50
when: {kind: [verb], lemma: [yearn], has: [subject, "oblique:for"]}
emit:
  - {type: WANTS, holder: subject, target: "oblique:for"}
confidence: 0.8
examples:
  - text: Portugal yearns for a new treaty.
    gives: [Portugal +WANTS a new treaty]
  - text: Portugal signed the treaty for ten years.
    gives: []
    why: nobody yearns
`

// newRule writes a rule to begin with. It never writes over a file.
func newRule(t *terminal, dir, name string) error {
	if !ruleName.MatchString(name) {
		return hintf(usagef("%q cannot be the name of a rule", name), "use lower-case letters, digits and hyphens: at-odds")
	}
	if set, err := rule.Default(); err == nil {
		if _, taken := set.Find(name); taken {
			return hintf(fmt.Errorf("there is a rule %q already", name), "stancegraph rules show %s", name)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	file := filepath.Join(dir, name+".yaml")
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return hintf(fmt.Errorf("%s is there already", file), "choose another name, or edit the file")
	}
	if err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	_, err = fmt.Fprintf(f, skeleton, name)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	t.sayf("wrote %s; its examples run with: stancegraph rules test %s", file, dir)
	return nil
}
