package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/rule"
)

func rulesNewCommand(t *term.Terminal) *cobra.Command {
	dir := ""
	cmd := &cobra.Command{
		Use:   "new NAME",
		Short: "Write the skeleton of a rule, with examples that pass",
		Long: `Write the skeleton of a rule to NAME.yaml. Its examples pass as they are: change them to what the
rule is for, see them fail with stancegraph rules test DIR, then make them pass.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return newRule(t, dir, args[0]) },
	}
	cmd.Flags().StringVar(&dir, "dir", "rules", "`DIR` for the rule, created if necessary")
	_ = cmd.MarkFlagDirname("dir") // fails only where there is no such flag
	return cmd
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

// newRule writes a skeleton. It never overwrites a file.
func newRule(t *term.Terminal, dir, name string) error {
	if !ruleName.MatchString(name) {
		err := term.Usagef("%q cannot be the name of a rule", name)
		return term.Hintf(err, "use lower-case letters, digits and hyphens: at-odds")
	}
	if set, err := rule.Default(); err == nil {
		if _, taken := set.Find(name); taken {
			return term.Hintf(fmt.Errorf("there is a built-in rule %q", name), "stancegraph rules show %s", name)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	file := filepath.Join(dir, name+".yaml")
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return term.Hintf(fmt.Errorf("%s already exists", file), "choose another name, or edit the file")
	}
	if err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	_, err = fmt.Fprintf(f, skeleton, name)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("new rule: %w", err)
	}
	t.Sayf("wrote %s; stancegraph rules test %s runs its examples", file, dir)
	return nil
}
