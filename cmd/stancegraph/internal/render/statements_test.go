package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

// extraction is a document with a plain statement and one with every mark, in a text full of control characters.
func extraction() *schema.Extraction {
	date, source := "2024-05-01", "field"
	sentence := schema.SentenceRef{End: 27, Text: "Iceland wants\x1b[31m lower fees."}
	plain := schema.Statement{
		ID: "st:a", Document: "d1", Sentence: sentence, Type: schema.Wants, Polarity: 1, Confidence: 0.934,
		Holder:   schema.ActorRef{ID: "Q189", Name: "Iceland", Kind: schema.Country},
		Target:   schema.Target{Kind: schema.ToIssue, ID: "issue:lower-fee", Name: "lower fee", Text: "lower fees"},
		Modality: schema.Asserted, Phase: schema.Ongoing, Attribution: schema.ByNarration, Rule: "verb-object",
		Date: &date, DateSource: &source,
	}
	marked := plain
	marked.ID, marked.Type, marked.Polarity, marked.Negated = "st:b", schema.Supports, -1, true
	marked.Modality, marked.Phase, marked.Inferred = schema.Possible, schema.Planned, true
	marked.Target = schema.Target{Kind: schema.ToActor, ID: "Q35", Name: "Denmark", Text: "Copenhagen"}
	marked.Sayer = &schema.ActorRef{ID: "actor:ann-berg", Name: "Ann Berg"}
	marked.OnBehalfOf = &schema.ActorRef{ID: "Q20", Name: "Norway"}
	marked.About = []schema.AboutRef{{ActorRef: schema.ActorRef{Name: "Malta"}, Sign: 1}}
	return &schema.Extraction{
		Document:   schema.Document{ID: "d1", Title: "Strait talks"},
		Statements: []schema.Statement{plain, marked}}
}

func statements(t *testing.T, terminal *term.Terminal, format string, docs ...*schema.Extraction) string {
	t.Helper()
	var out bytes.Buffer
	w, err := NewStatements(terminal, &out, format)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range docs {
		if err := w.Write(x); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTable(t *testing.T) {
	got := statements(t, &term.Terminal{Width: 80}, "table", extraction(), &schema.Extraction{})
	want := `d1  Strait talks

Iceland wants[31m lower fees.
  Iceland  +WANTS         lower fees (0.93)
  Iceland  -NOT_SUPPORTS  Denmark (possible, planned, says Ann Berg for Norway,
                          inferred, 0.93)
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, line := range strings.Split(got, "\n") {
		if term.Columns(line) > 80 {
			t.Errorf("%q is wider than the terminal", line)
		}
	}
}

func TestTableColors(t *testing.T) {
	got := statements(t, &term.Terminal{Width: 80, Color: true}, "table", extraction())
	for _, want := range []string{"\x1b[32m+WANTS\x1b[0m", "\x1b[31m-NOT_SUPPORTS\x1b[0m", "\x1b[1mIceland\x1b[0m"} {
		t.Run(want, func(t *testing.T) {
			if !strings.Contains(got, want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestJSONLines(t *testing.T) {
	x := extraction()
	lines := strings.Split(strings.TrimSpace(statements(t, &term.Terminal{}, "jsonl", x)), "\n")
	if len(lines) != len(x.Statements) {
		t.Fatalf("%d lines, want %d", len(lines), len(x.Statements))
	}
	for i, line := range lines {
		var back schema.Statement
		if err := json.Unmarshal([]byte(line), &back); err != nil {
			t.Fatal(err)
		}
		if back.ID != x.Statements[i].ID || back.Sentence != x.Statements[i].Sentence {
			t.Errorf("read back %+v", back)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct {
		name string
		docs []*schema.Extraction
		rows int // with the header
	}{
		{"two statements", []*schema.Extraction{extraction()}, 3},
		{"two documents", []*schema.Extraction{extraction(), extraction()}, 5},
		{"no document", nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, marked := strings.CutPrefix(statements(t, &term.Terminal{}, "csv", c.docs...), byteOrderMark)
			rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			if err != nil || !marked || len(rows) != c.rows {
				t.Fatalf("%d rows, byte order mark %v, %v", len(rows), marked, err)
			}
			if diff := cmp.Diff(statementColumns, rows[0]); diff != "" {
				t.Errorf("header (-want +got)\n%s", diff)
			}
		})
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := NewStatements(&term.Terminal{}, nil, "xml"); !term.IsUsage(err) {
		t.Errorf("%v, want a usage error", err)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		name   string
		tty    bool
		output string
		want   string
	}{
		{"terminal", true, "", "table"},
		{"pipe", false, "", "jsonl"},
		{"file", true, "out.jsonl", "jsonl"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Format(&term.Terminal{OutTTY: c.tty}, c.output); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\t=1": "'\t=1", "\n=1": "'\n=1", "＝1": "'＝1",
		"": "", "Turkey": "Turkey", "a=1": "a=1", "a\x00\x1bb": "ab", "\r=1": "'=1",
	} {
		t.Run(in, func(t *testing.T) {
			if got := guard(in); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}
