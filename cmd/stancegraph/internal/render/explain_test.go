package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/schema"
)

// TestTree draws trees, also those that a parser should not make: every token has one row.
func TestTree(t *testing.T) {
	for _, c := range []struct {
		name  string
		heads []int
		want  []string
	}{
		{"chain", []int{1, -1, 1}, []string{"b", "├─ a", "└─ c"}},
		{"two roots", []int{-1, -1, 1}, []string{"a", "b", "└─ c"}},
		{"circle", []int{1, 0, -1}, []string{"c", "? a", "  └─ b"}},
		{"its own head, and a head outside", []int{0, 9, 1}, []string{"a", "b", "└─ c"}},
		{"deep", []int{-1, 0, 1}, []string{"a", "└─ b", "   └─ c"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &schema.Sentence{}
			for i, head := range c.heads {
				s.Tokens = append(s.Tokens, schema.Token{Text: string(rune('a' + i)), Head: head})
			}
			var got []string
			for _, row := range treeRows(s) {
				got = append(got, row[0])
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// explain extracts from a text with the built-in rules.
func explain(t *testing.T, text string) (schema.Extraction, *extract.Trace) {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	out, trace, err := x.Explain(t.Context(), extract.Plain("d1", text))
	if err != nil {
		t.Fatal(err)
	}
	return out, trace
}

func TestExplanation(t *testing.T) {
	out, trace := explain(t, "Portugal wants a new treaty. It rained\x1b.")
	text := Explanation(&term.Terminal{Width: 80}, &out, trace)
	for _, want := range []string{
		"document d1", "turn 0  narration", "sentence 0 Portugal wants a new treaty.", "words and tree", "mentions",
		"Portugal (Q45)", "clauses", "subject", "=> rule ", "stances", "+WANTS", "no stances",
	} {
		t.Run(want, func(t *testing.T) {
			if !strings.Contains(text, want) {
				t.Errorf("missing in\n%s", text)
			}
		})
	}
	if strings.Contains(text, "\x1b") {
		t.Errorf("a control character of the text: %q", text)
	}
}

func TestExplanationOfNothing(t *testing.T) {
	text := Explanation(&term.Terminal{Width: 80}, &schema.Extraction{}, &extract.Trace{})
	if !strings.Contains(text, "no sentences") {
		t.Errorf("%q", text)
	}
}

func TestClauses(t *testing.T) {
	out, _ := explain(t, "Portugal wants a new treaty.")
	for _, c := range []struct{ format, want string }{
		{"table", "Portugal wants a new treaty.\n  wants(Portugal; a new treaty)\n"},
		{"tabbed", "\twants\tPortugal\ta new treaty\n"},
		{"jsonl", `"predicate":"wants","arguments":["Portugal","a new treaty"]}` + "\n"},
	} {
		t.Run(c.format, func(t *testing.T) {
			var b bytes.Buffer
			if err := NewClauses(&term.Terminal{Width: 80}, &b, c.format).Write(&out); err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(b.String(), c.want) {
				t.Errorf("%q, want %q at the end", b.String(), c.want)
			}
			if c.format == "jsonl" && !json.Valid(b.Bytes()) {
				t.Errorf("no JSON: %s", b.String())
			}
		})
	}
}

func TestRule(t *testing.T) {
	r := &rule.Rule{
		Name: "yearning", Gloss: "X yearns for Y", Doc: "Why.", Rank: 50, Confidence: 0.8, File: "yearning.yaml",
		Examples: []rule.Example{
			{Text: "Portugal yearns for a treaty.", Gives: []string{"Portugal +WANTS a treaty"}},
			{Text: "Portugal signed.", Why: "nobody yearns"},
			{Text: "It yearns.", Fails: "no actor"},
		}}
	want := []string{
		"yearning  X yearns for Y", "", "  Why.", "", "  rank 50, confidence 0.8, file yearning.yaml", "",
		"  Portugal yearns for a treaty.", "    Portugal +WANTS a treaty",
		"  Portugal signed.", "    nothing  (nobody yearns)",
		"  It yearns.", "    nothing  known to fail: no actor",
	}
	if diff := cmp.Diff(want, Rule(&term.Terminal{Width: 80}, r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
