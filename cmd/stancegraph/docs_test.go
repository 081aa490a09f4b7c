package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

var (
	command = regexp.MustCompile("(?m)^(?:[A-Z0-9_]+=\\S+ )*stancegraph (.+?)(?:\\s+#.*)?$" + // of a block
		"|`stancegraph ([^`]+)`|\\| stancegraph ([^|\n]+)$") // in a line, and behind a pipe
	quoted     = regexp.MustCompile(`"[^"]*"|'[^']*'`)
	cypherCode = regexp.MustCompile("(?s)```cypher\n(.*?)```")
)

// commandsOf gives the commands that a text tells its reader to run.
func commandsOf(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range command.FindAllStringSubmatch(string(data), -1) {
		all = append(all, m[1]+m[2]+m[3])
	}
	return all
}

// TestDocsCommands: every command that the documents name exists, with the flags that they give it.
func TestDocsCommands(t *testing.T) {
	n := 0
	for _, file := range []string{"README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"} {
		for _, line := range commandsOf(t, "../../"+file) {
			n++
			t.Run(file+": "+line, func(t *testing.T) {
				args := strings.Fields(quoted.ReplaceAllString(line, "TEXT"))
				root := newRoot(&term.Terminal{}, newExtractor)
				root.InitDefaultCompletionCmd()
				cmd, rest, err := root.Find(args)
				if err == nil {
					err = cmd.ParseFlags(rest)
				}
				if err == nil && cmd.Args != nil && len(args) > 1 { // a command can be named without its arguments
					err = cmd.Args(cmd, cmd.Flags().Args())
				}
				if err != nil {
					t.Error(err)
				}
			})
		}
	}
	if n < 15 {
		t.Errorf("only %d commands found", n)
	}
}

// readmeCypher gives the Cypher that README shows.
func readmeCypher(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	m := cypherCode.FindSubmatch(data)
	if m == nil {
		t.Fatal("README.md shows no Cypher")
	}
	return strings.Split(strings.TrimSpace(string(m[1])), "\n\n")
}
