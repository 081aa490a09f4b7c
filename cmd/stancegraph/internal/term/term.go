// Package term is where a command reads from and writes to: stdin, stdout and stderr, with what is known of the
// terminal behind them. Every sub-command keeps its rules:
//
//   - Data goes to stdout, messages and progress to stderr. Progress shows only where stderr is a terminal.
//   - Colour only on a terminal, and not where NO_COLOR is set or TERM is dumb.
//   - An error is one line "stancegraph: error: …" in lower case, with file and line where there are any, and where
//     it helps a line "stancegraph: hint: …" with the next command.
//   - Exit status 0: done. 1: failed, at least in part. 2: usage error.
//   - Text from a document never reaches a terminal with its control characters.
package term

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/mattn/go-isatty"
)

// Terminal is the three standard streams of a command.
type Terminal struct {
	In             io.Reader
	Out, Err       io.Writer
	InTTY          bool
	OutTTY, ErrTTY bool
	Color          bool // of Out
	Width          int  // columns to fill

	unfinished *unfinished // output files; shared by copies of the Terminal
}

// New looks at the three streams and at NO_COLOR, TERM and COLUMNS of the environment.
func New(in, out, err *os.File) *Terminal {
	t := &Terminal{In: in, Out: out, Err: err, unfinished: &unfinished{},
		InTTY: isTerminal(in), OutTTY: isTerminal(out), ErrTTY: isTerminal(err)}
	t.Color = wantsColor(t.OutTTY, os.Getenv)
	t.Width = width(os.Getenv)
	return t
}

func wantsColor(tty bool, env func(string) string) bool {
	return tty && env("NO_COLOR") == "" && env("TERM") != "dumb"
}

// width is COLUMNS where it is a width that text can be laid out in, else 80.
func width(env func(string) string) int {
	if n, err := strconv.Atoi(env("COLUMNS")); err == nil && n >= 40 && n <= 400 {
		return n
	}
	return 80
}

func isTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}

// Sayf writes a message line to stderr.
func (t *Terminal) Sayf(format string, args ...any) {
	fmt.Fprintf(t.Err, format+"\n", args...)
}

// Uncolored is the same terminal without colour, for output that goes to a file.
func (t *Terminal) Uncolored() *Terminal {
	bare := *t
	bare.Color = false
	return &bare
}

// Color is how a piece of text is painted.
type Color string

// Colors by their ANSI numbers.
const (
	Plain  Color = ""
	Bold   Color = "1"
	Dim    Color = "2"
	Red    Color = "31"
	Green  Color = "32"
	Yellow Color = "33"
	Blue   Color = "34"
)

// Paint colours text where colours are wanted.
func (t *Terminal) Paint(color Color, text string) string {
	if !t.Color || color == Plain || text == "" {
		return text
	}
	return "\x1b[" + string(color) + "m" + text + "\x1b[0m"
}
