package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

var update = flag.Bool("update", false, "write the first command's output into README.md")

const readme = "../../README.md"

var (
	firstCommand = regexp.MustCompile("(?s)<!-- first command -->\n```sh\ngo run ./cmd/stancegraph (.*?)\n```")
	firstOutput  = regexp.MustCompile("(?s)(<!-- first output -->\n```\n)(.*?)(```\n)")
)

// excerpt is what README shows of the output: its first paragraphs, and the last line that is said.
func excerpt(stdout, stderr string) string {
	const shown = 7
	paragraphs := strings.SplitAfter(stdout, "\n\n")
	if len(paragraphs) > shown {
		paragraphs = append(paragraphs[:shown:shown], "…\n")
	}
	return strings.Join(paragraphs, "") + stderr
}

// TestReadme runs README's first command and compares its output with what README shows.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	command, output := firstCommand.FindStringSubmatch(text), firstOutput.FindStringSubmatch(text)
	if command == nil || output == nil {
		t.Fatal("README.md has no first command, or not its output")
	}
	args := strings.Fields(command[1])
	for i, arg := range args {
		if strings.HasPrefix(arg, "testdata/") {
			args[i] = filepath.Join("../..", arg)
		}
	}
	file := filepath.Join(t.TempDir(), "stancegraph.sqlite")
	stdout, stderr := wide(t, append(args, "--store", file)...)
	want := excerpt(stdout, strings.ReplaceAll(stderr, file, "stancegraph.sqlite"))
	if *update {
		text = strings.Replace(text, output[0], output[1]+want+output[3], 1)
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if output[2] != want {
		t.Errorf("README.md shows other output; go test ./cmd/stancegraph -run TestReadme -update\n%s", want)
	}
}

// wide runs the program with the columns that it takes outside a terminal.
func wide(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	c := newCapture(false, false, 80)
	if status := run(context.Background(), c.Terminal, args); status != term.Done {
		t.Fatalf("status %d, %s", status, c.err.String())
	}
	return c.out.String(), c.err.String()
}
