package term

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestColor(t *testing.T) {
	for _, c := range []struct {
		name          string
		tty           bool
		noColor, term string
		want          bool
	}{
		{"terminal", true, "", "xterm", true},
		{"pipe", false, "", "xterm", false},
		{"NO_COLOR", true, "1", "xterm", false},
		{"dumb terminal", true, "", "dumb", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			env := map[string]string{"NO_COLOR": c.noColor, "TERM": c.term}
			if got := wantsColor(c.tty, func(name string) string { return env[name] }); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[string]int{"": 80, "100": 100, "39": 80, "401": 80, "wide": 80, "-1": 80} {
		t.Run("COLUMNS="+columns, func(t *testing.T) {
			if got := width(func(string) string { return columns }); got != want {
				t.Errorf("%d, want %d", got, want)
			}
		})
	}
}

func TestPaint(t *testing.T) {
	colored := &Terminal{Color: true}
	for _, c := range []struct {
		name  string
		t     *Terminal
		color Color
		text  string
		want  string
	}{
		{"red", colored, Red, "no", "\x1b[31mno\x1b[0m"},
		{"plain", colored, Plain, "no", "no"},
		{"nothing to paint", colored, Red, "", ""},
		{"no colours", &Terminal{}, Red, "no", "no"},
		{"colours taken off", colored.Uncolored(), Red, "no", "no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.t.Paint(c.color, c.text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestExitStatus(t *testing.T) {
	hinted := Hintf(errors.New("broken"), "fix it")
	for _, c := range []struct {
		name   string
		err    error
		status int
		says   string
	}{
		{"done", nil, Done, ""},
		{"failed", errors.New("broken"), Failed, "stancegraph: error: broken\n"},
		{"hint of a wrapped error", fmt.Errorf("save: %w", hinted), Failed,
			"stancegraph: error: save: broken\nstancegraph: hint: fix it\n"},
		{"usage error", Usagef("wrong"), Usage, "stancegraph: error: wrong\n"},
		{"usage error with hint", Hintf(Usagef("wrong"), "right"), Usage,
			"stancegraph: error: wrong\nstancegraph: hint: right\n"},
		{"marked as usage error", AsUsage(errors.New("wrong")), Usage, "stancegraph: error: wrong\n"},
		{"reported before", ErrReported, Failed, ""},
		{"interrupted", fmt.Errorf("read: %w", context.Canceled), Failed,
			"stancegraph: interrupted; what was done is kept, run the same command again to continue\n"},
		{"control characters", errors.New("a\x1b[31mb"), Failed, "stancegraph: error: a[31mb\n"},
		{"a place in a file", errors.New("x.yaml: wrong\n> 1 | a\x1bb\n      ^"), Failed,
			"stancegraph: error: x.yaml: wrong\n  > 1 | ab\n        ^\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var err bytes.Buffer
			terminal := &Terminal{Err: &err}
			if got := terminal.ExitStatus(c.err); got != c.status || err.String() != c.says {
				t.Errorf("status %d, %q", got, err.String())
			}
		})
	}
}

func TestHintOfNothing(t *testing.T) {
	if err := Hintf(nil, "do this"); err != nil {
		t.Errorf("%v, want nil", err)
	}
}

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		name  string
		total int64
		want  string
	}{
		{"total known", 4000, "10 documents, 2.0 a second, 25 %, 15s left"},
		{"total unknown", 0, "10 documents, 2.0 a second"},
		{"more than the total", 500, "10 documents, 2.0 a second"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &Progress{t: &Terminal{}, what: "documents", total: c.total, count: 10, bytes: 1000}
			if got := p.line(5 * time.Second); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestProgressShows: on a terminal, after a while; never in a pipe.
func TestProgressShows(t *testing.T) {
	for _, c := range []struct {
		name    string
		tty     bool
		running time.Duration // so far
		shows   bool
	}{
		{"long on a terminal", true, time.Hour, true},
		{"at once on a terminal", true, -time.Hour, false},
		{"long in a pipe", false, time.Hour, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var err bytes.Buffer
			terminal := &Terminal{Err: &err, ErrTTY: c.tty, Width: 80}
			p := terminal.NewProgress("documents", 0)
			p.start = p.start.Add(-c.running)
			p.Add(10)
			if got := err.Len() > 0; got != c.shows || p.Count() != 1 {
				t.Errorf("writes %q, count %d", err.String(), p.Count())
			}
			err.Reset()
			if p.Hide(); (err.String() == "\r\x1b[K") != c.shows {
				t.Errorf("hides with %q", err.String())
			}
		})
	}
}
