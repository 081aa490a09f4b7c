package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
)

// The rules of the terminal, kept by every sub-command:
//
//   - Data goes to stdout, talk and progress to stderr. Progress shows only where stderr is a terminal.
//   - Colour only on a terminal, and not where NO_COLOR is set or TERM is dumb.
//   - An error is one line "stancegraph: error: …" in lower case, with file and line where there are any, and where
//     it helps a line "stancegraph: hint: …" with what to do next.
//   - Exit status 0: done. 1: failed, at least in part. 2: used wrongly.
//   - What comes out of a text never reaches a terminal as a control character.

const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// terminal is where a command talks to.
type terminal struct {
	in             io.Reader
	out, err       io.Writer
	inTTY          bool
	outTTY, errTTY bool
	color          bool // of stdout
	width          int  // columns to fill
}

func newTerminal(in, out, err *os.File) *terminal {
	t := &terminal{in: in, out: out, err: err,
		inTTY: isTerminal(in), outTTY: isTerminal(out), errTTY: isTerminal(err), width: 80}
	t.color = wantsColor(t.outTTY, os.Getenv)
	if n, e := strconv.Atoi(os.Getenv("COLUMNS")); e == nil && n >= 40 && n <= 400 {
		t.width = n
	}
	return t
}

func wantsColor(tty bool, env func(string) string) bool {
	return tty && env("NO_COLOR") == "" && env("TERM") != "dumb"
}

func isTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}

// sayf writes a line of talk to stderr.
func (t *terminal) sayf(format string, args ...any) {
	fmt.Fprintf(t.err, format+"\n", args...)
}

// report writes an error with its hint.
func (t *terminal) report(err error) {
	msg := clean(err.Error())
	if lines := strings.Split(err.Error(), "\n"); len(lines) > 1 { // a place in a file, shown with a caret
		for i := range lines {
			lines[i] = cleanLine(lines[i])
		}
		msg = strings.Join(lines, "\n  ")
	}
	t.sayf("stancegraph: error: %s", msg)
	var h hinted
	if errors.As(err, &h) {
		t.sayf("stancegraph: hint: %s", h.hint)
	}
}

// hinted is an error that knows what the user can do next.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// hintf adds a hint to an error. nil stays nil.
func hintf(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return hinted{err, fmt.Sprintf(format, args...)}
}

// usageError is a command used wrongly: exit status 2.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported fails a command whose errors have been written already.
var errReported = errors.New("failed")

// exitStatus writes what is still to be written of err and gives the exit status.
func (t *terminal) exitStatus(err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	case errors.Is(err, context.Canceled):
		t.sayf("stancegraph: interrupted; what was done is kept, run the same command again to go on")
		return exitFailed
	}
	t.report(err)
	if errors.As(err, &wrong) {
		return exitUsage
	}
	return exitFailed
}

// Colours by what they mean.
const (
	plain  = ""
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	blue   = "34"
)

// paint colours text where colours are wanted.
func (t *terminal) paint(color, text string) string {
	if !t.color || color == plain || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

// clean makes text fit for one line of a terminal: white space is one blank, control characters are gone.
func clean(text string) string { return strings.Join(strings.Fields(cleanLine(text)), " ") }

// cleanLine takes out control characters and what turns the direction of writing, and keeps blanks.
func cleanLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}
