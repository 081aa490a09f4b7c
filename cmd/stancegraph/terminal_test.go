package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

// capture is a terminal or a pipe whose output is kept.
type capture struct {
	*term.Terminal
	out, err bytes.Buffer
}

func newCapture(tty, color bool, width int) *capture {
	c := new(capture)
	c.Terminal = &term.Terminal{In: strings.NewReader(""), Out: &c.out, Err: &c.err,
		InTTY: tty, OutTTY: tty, ErrTTY: tty, Color: color, Width: width}
	return c
}

// talk runs the program as on a terminal or in a pipe, in colour or not.
func talk(t *testing.T, tty, color bool, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	c := newCapture(tty, color, 60)
	status = run(context.Background(), c.Terminal, args)
	return c.out.String(), c.err.String(), status
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTerminal: what a person at a terminal gets and what a program behind a pipe gets.
func TestTerminal(t *testing.T) {
	file := write(t, "talks.txt", "Portugal wants a new treaty.\n")
	store := filepath.Join(t.TempDir(), "talks.sqlite")
	for _, c := range []struct {
		name       string
		tty, color bool
		args       []string
		status     int
		out, said  string // in stdout, in stderr
	}{
		{"table and summary on a terminal", true, true, []string{"extract", file}, term.Done,
			"\x1b[32m+WANTS\x1b[0m", "1 stance in 1 document"},
		{"the same without colour", true, false, []string{"extract", file}, term.Done,
			"+WANTS  a new treaty", "1 stance in 1 document"},
		{"JSON lines in a pipe", false, false, []string{"extract", file}, term.Done, `{"id":"st:`, ""},
		{"how to look at what was loaded", true, false, []string{"ingest", "--store", store, file}, term.Done,
			"+WANTS  a new treaty", "\nnext: stancegraph view --store " + store + "\n"},
		{"no input on a terminal", true, true, []string{"extract"}, term.Usage, "", "error: no input"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, said, status := talk(t, c.tty, c.color, c.args...)
			if status != c.status || !strings.Contains(out, c.out) || !strings.Contains(said, c.said) {
				t.Errorf("status %d, stdout %q, stderr %q", status, out, said)
			}
			if !c.color && strings.Contains(out+said, "\x1b") {
				t.Errorf("colour: %q, %q", out, said)
			}
			if !c.tty && said != "" {
				t.Errorf("says %q in a pipe", said)
			}
		})
	}
}
