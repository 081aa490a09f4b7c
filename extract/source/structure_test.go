package source

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

// shared is the folder of development data beside the project, "" where there is none.
func shared() string {
	dir := os.Getenv("STANCEGRAPH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		return ""
	}
	return dir
}

// show writes turns one a line: kind, who with all that is known, and the words.
func show(doc *schema.Document) string {
	var b strings.Builder
	for _, t := range doc.Turns {
		fmt.Fprintf(&b, "%s", t.Kind)
		if sp := t.Speaker; sp != nil {
			for _, f := range []struct{ k, v string }{{"", sp.Name}, {"title=", sp.Title}, {"country=", sp.Country}, {"outlet=", sp.Outlet}, {"place=", sp.Place}, {"lang=", sp.Language}} {
				if f.v != "" {
					fmt.Fprintf(&b, " | %s%s", f.k, f.v)
				}
			}
			if sp.Reporter {
				b.WriteString(" | reporter")
			}
		}
		fmt.Fprintf(&b, " > %s\n", t.Span.In(doc.Text))
	}
	return b.String()
}

// checkTurns says what is wrong with the turns of a document, "" when nothing is.
func checkTurns(doc *schema.Document) string {
	pos := 0
	for i, t := range doc.Turns {
		words := t.Span.In(doc.Text)
		switch {
		case t.Index != i:
			return "turn index out of order"
		case t.Span.Start < pos || t.Span.End > len(doc.Text) || t.Span.Empty():
			return fmt.Sprintf("turn %d: span %v out of order, out of range or empty", i, t.Span)
		case strings.TrimSpace(words) != words:
			return "turn is not trimmed: " + words
		case !t.Label.Empty() && (t.Label.End > t.Span.Start || t.Label.Start < 0):
			return fmt.Sprintf("turn %d: label %v lies within or behind the words %v", i, t.Label, t.Span)
		case (t.Kind == schema.Narration || t.Kind == schema.Headline) && (t.Speaker != nil || !t.Label.Empty()):
			return "narration with a speaker: " + words
		}
		if sp := t.Speaker; sp != nil {
			if !t.Label.Contains(sp.NameSpan) && !sp.NameSpan.Empty() || (sp.Name == "") != sp.NameSpan.Empty() {
				return fmt.Sprintf("turn %d: name %q outside its label", i, sp.Name)
			}
			if !t.Label.Contains(sp.TitleSpan) && !sp.TitleSpan.Empty() || (sp.Title == "") != sp.TitleSpan.Empty() {
				return fmt.Sprintf("turn %d: title %q outside its label", i, sp.Title)
			}
		}
		pos = t.Span.End
	}
	return ""
}

func TestDump(t *testing.T) {
	dir := shared()
	if dir == "" || os.Getenv("DUMP") == "" {
		t.Skip()
	}
	dump := func(id, text string) {
		doc := &schema.Document{ID: id, Text: text}
		if err := Structure(doc); err != nil {
			t.Fatal(err)
		}
		if msg := checkTurns(doc); msg != "" {
			t.Error(id, msg)
		}
		fmt.Printf("== %s kind=%s title=%q source=%q date=%q/%s\n%s", id, doc.Kind, doc.Title, doc.Source, doc.Date, doc.DateSource, show(doc))
	}
	data, _ := os.ReadFile(filepath.Join(dir, "data/seed/syria-talks.txt"))
	dump("syria-talks", string(data))
	f, _ := os.Open(filepath.Join(dir, "gold/transcripts_dev.jsonl"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var d struct{ Doc, Text string }
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		dump(d.Doc, d.Text)
	}
	_ = cmp.Diff
}
