package lexicon

import (
	"bytes"
	"runtime"
	"strings"
	"testing"
)

// TestHostileFiles: a file of names of any content is an error that names it, and costs no more than its size allows.
func TestHostileFiles(t *testing.T) {
	const many = 200_000
	bomb := "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nactors: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"brackets", "n.yaml", strings.Repeat("[", many), "n.yaml:1: nested deeper"},
		{"brackets on lines", "n.yaml", strings.Repeat("[\n", many), "nested deeper"},
		{"braces", "n.yaml", "actors: " + strings.Repeat("{a: ", many), "n.yaml:1: nested deeper"},
		{"dashes", "n.yaml", strings.Repeat("- ", many), "n.yaml:1: nested deeper"},
		{"dashes on lines", "n.yaml", dashes(1000), "nested deeper"},
		{"keys", "n.yaml", strings.Repeat("? ", many), "n.yaml:1: nested deeper"},
		{"aliases", "n.yaml", bomb, "n.yaml:2: aliases"},
		{"aliases in a second document", "n.yaml", "actors: []\n---\n" + bomb, "aliases"},
		{"large", "n.yaml", "actors:\n" + strings.Repeat("- {name: A}\n", many), "more than 1 MB"},
		{"indents", "n.yaml", indents(1000), "n.yaml:1: "},
		{"many lines", "n.tsv", strings.Repeat("a\n", 2_000_000), "n.tsv:200001: more than 200000 names"},
		{"many names in capitals", "n.actors", strings.Repeat("A_B [USA]\n", 300_000), "more than 200000 names"},
		{"zeros", "n.yaml", strings.Repeat("\x00", many), "n.yaml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := WithOwn(c.file, []byte(c.text))
			runtime.ReadMemStats(&after)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %.300v, want one of %q", err, c.want)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 1000 {
				t.Errorf("allocates %d MB", mb)
			}
		})
	}
	t.Run("brackets in texts", func(t *testing.T) {
		text := "actors: [{name: Guild, aliases: ['" + strings.Repeat("[", 40) + "', '*** Guild', \"[[*\"]}]"
		if _, err := WithOwn("n.yaml", []byte(text)); err != nil {
			t.Error(err)
		}
	})
}

// dashes nest lists by one more dash a line.
func dashes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "-\n")
	}
	return b.String()
}

// indents nest mappings by one more space a line.
func indents(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// TestReadAll: a file that is too large is not read to its end.
func TestReadAll(t *testing.T) {
	if _, err := ReadAll(endless{}); err == nil || !strings.Contains(err.Error(), "more than 8 MB") {
		t.Errorf("endless: %v", err)
	}
	if data, err := ReadAll(bytes.NewReader(make([]byte, MaxFile))); err != nil || len(data) != MaxFile {
		t.Errorf("largest: %d bytes, %v", len(data), err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
