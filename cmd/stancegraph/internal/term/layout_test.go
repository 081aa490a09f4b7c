package term

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[31mb":     "a[31mb",
		" a\n\tb\r\n":    "a b",
		"a\u202eb":       "ab",
		"a\xffb":         "a\ufffdb",
		"a\u0085b\x07":   "ab",
		"Tórshavn\u00a0": "Tórshavn",
	} {
		t.Run(want, func(t *testing.T) {
			if got := Clean(in); got != want {
				t.Errorf("%q: %q, want %q", in, got, want)
			}
		})
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 stances", 1: "1 stance", 2: "2 stances"} {
		t.Run(want, func(t *testing.T) {
			if got := Count(n, "stance"); got != want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "peace": 5, "é": 1, "e\u0301": 1, "日本": 4, "한국": 4, "😀": 2} {
		t.Run(text, func(t *testing.T) {
			if got := Columns(text); got != want {
				t.Errorf("%d, want %d", got, want)
			}
			if padded := Pad(text, 8); Columns(padded) != 8 || !strings.HasPrefix(padded, text) {
				t.Errorf("padded: %q", padded)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"words", "Turkey wants a buffer zone", 12, "Turkey wants|a buffer|zone"},
		{"nothing", "", 12, ""},
		{"wide characters", "日本は条約を 支持する", 14, "日本は条約を|支持する"},
		{"a word without end", strings.Repeat("x", 100), 10, strings.Repeat("x", 39) + "…"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(Wrap(c.text, c.width), "|"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Turkey wants a buffer zone", 12)
	f.Add("\xff\u0301日本 \x00", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		for _, l := range Wrap(Clean(text), width) {
			if !utf8.ValidString(l) {
				t.Errorf("%q is not UTF-8", l)
			}
		}
	})
}

func TestGrid(t *testing.T) {
	got := Grid([][]string{{"holder", "stance"}, {"日本", "+WANTS", "a treaty"}, {"Chad"}})
	want := []string{"holder  stance", "日本    +WANTS  a treaty", "Chad"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
