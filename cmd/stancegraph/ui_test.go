package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// talk runs the program as on a terminal, in colour or not.
func talk(t *testing.T, tty, color bool, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	var out, err bytes.Buffer
	term := &terminal{in: strings.NewReader(""), out: &out, err: &err, inTTY: tty, outTTY: tty, errTTY: tty, color: color, width: 60}
	status = run(context.Background(), term, args)
	return out.String(), err.String(), status
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTerminal(t *testing.T) {
	file := write(t, "talks.txt", "Portugal wants a new treaty.\n")
	out, talked, status := talk(t, true, true, "extract", file)
	if status != 0 || !strings.Contains(out, "\x1b[32m+WANTS\x1b[0m") || !strings.Contains(talked, "1 stance in 1 document") {
		t.Errorf("on a terminal: status %d, %q, %q", status, out, talked)
	}
	out, _, _ = talk(t, true, false, "extract", file)
	if strings.Contains(out, "\x1b") || !strings.Contains(out, "+WANTS  a new treaty") {
		t.Errorf("without colour: %q", out)
	}
	out, talked, _ = talk(t, false, false, "extract", file)
	if !strings.HasPrefix(out, `{"id":"st:`) || talked != "" {
		t.Errorf("piped: %q, %q", out, talked)
	}
	_, talked, status = talk(t, true, true, "extract")
	if status != exitUsage || !strings.Contains(talked, "error: nothing to read") {
		t.Errorf("no argument on a terminal: status %d, %q", status, talked)
	}
}

func TestColor(t *testing.T) {
	for _, c := range []struct {
		tty           bool
		noColor, term string
		want          bool
	}{
		{true, "", "xterm", true},
		{false, "", "xterm", false},
		{true, "1", "xterm", false},
		{true, "", "dumb", false},
	} {
		env := map[string]string{"NO_COLOR": c.noColor, "TERM": c.term}
		if got := wantsColor(c.tty, func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		says   string
	}{
		{nil, 0, ""},
		{errors.New("broken"), 1, "stancegraph: error: broken\n"},
		{fmt.Errorf("save: %w", hintf(errors.New("broken"), "mend it")), 1, "stancegraph: error: save: broken\nstancegraph: hint: mend it\n"},
		{usagef("wrong"), 2, "stancegraph: error: wrong\n"},
		{hintf(usagef("wrong"), "right"), 2, "stancegraph: error: wrong\nstancegraph: hint: right\n"},
		{errReported, 1, ""},
		{fmt.Errorf("read: %w", context.Canceled), 1, "stancegraph: interrupted; what was done is kept, run the same command again to go on\n"},
		{errors.New("a\x1b[31mb"), 1, "stancegraph: error: a[31mb\n"},
	} {
		var err bytes.Buffer
		term := &terminal{err: &err}
		if got := term.exitStatus(c.err); got != c.status || err.String() != c.says {
			t.Errorf("%v: status %d, %q", c.err, got, err.String())
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[31mb":     "a[31mb",
		" a\n\tb\r\n":    "a b",
		"a\u202eb":       "ab",
		"a\xffb":         "a\ufffdb",
		"a\u0085b\x07":   "ab",
		"Tórshavn\u00a0": "Tórshavn",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"Turkey wants a buffer zone", 12, "Turkey wants|a buffer|zone"},
		{"", 12, ""},
		{"日本は条約を 支持する", 14, "日本は条約を|支持する"},
		{strings.Repeat("x", 100), 10, strings.Repeat("x", 39) + "…"},
	} {
		if got := strings.Join(wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Turkey wants a buffer zone", 12)
	f.Add("\xff\u0301日本 \x00", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		for _, l := range wrap(clean(text), width) {
			if !utf8.ValidString(l) {
				t.Errorf("%q is not UTF-8", l)
			}
		}
	})
}

func TestProgress(t *testing.T) {
	p := &progress{t: &terminal{}, what: "documents", total: 4000, count: 10, done: 1000}
	if got, want := p.line(5*time.Second), "10 documents, 2.0 a second, 25 %, 15s left"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.total = 0
	if got, want := p.line(5*time.Second), "10 documents, 2.0 a second"; got != want {
		t.Errorf("total unknown: %q, want %q", got, want)
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\t=1": "'\t=1", "＝1": "'＝1",
		"": "", "Turkey": "Turkey", "a=1": "a=1", "a\x00\x1bb": "ab", "\r=1": "'=1",
	} {
		if got := guard(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
