package extract_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

var updateQuality = flag.Bool("update", false, "write testdata/quality.golden.txt")

// TestQuality holds what is extracted from the project's own gold against testdata/quality.golden.txt: any change of a
// figure shows as a difference to be looked at, for better or worse.
func TestQuality(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	for _, name := range []string{"transcripts", "articles", "suite"} {
		path := filepath.Join("..", "testdata", "gold", name+".jsonl")
		docs := readGold(t, path)
		found, genres := extractAll(t, x, docs)
		result := eval.Score(docs, found, genres)
		fmt.Fprintf(&report, "# %s\n", name)
		if err := result.Write(&report); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&report)
	}
	golden := filepath.Join("..", "testdata", "quality.golden.txt")
	if *updateQuality {
		if err := os.WriteFile(golden, report.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lines(want), lines(report.Bytes())); diff != "" {
		t.Errorf("quality moved (-golden +now); look at it, then go test ./extract -run TestQuality -update:\n%s", diff)
	}
}

func lines(b []byte) []string {
	var list []string
	for _, l := range bytes.Split(b, []byte("\n")) {
		list = append(list, string(bytes.TrimRight(l, "\r")))
	}
	return list
}

func readGold(t *testing.T, path string) []eval.Doc {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := eval.ReadGold(bytes.NewReader(data), path)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// extractAll reads the gold's texts as a user's JSON lines are read.
func extractAll(t *testing.T, x *extract.Extractor, docs []eval.Doc) (map[string][]schema.Statement, map[string]schema.Genre) {
	t.Helper()
	var input bytes.Buffer
	enc := json.NewEncoder(&input)
	for _, d := range docs {
		if err := enc.Encode(map[string]string{"id": d.ID, "text": d.Text}); err != nil {
			t.Fatal(err)
		}
	}
	found, genres := map[string][]schema.Statement{}, map[string]schema.Genre{}
	for out := range x.All(context.Background(), source.Read("gold.jsonl", input.Bytes(), source.Options{AnyLanguage: true}), 2) {
		if out.Err != nil {
			t.Fatal(out.Err)
		}
		found[out.Extraction.Document.ID] = out.Extraction.Statements
		genres[out.Extraction.Document.ID] = out.Extraction.Genre
	}
	return found, genres
}

// TestOwnGoldSpans: every stretch of text that an output points at is what it says.
func TestOwnGoldSpans(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"transcripts", "articles", "suite"} {
		docs := readGold(t, filepath.Join("..", "testdata", "gold", name+".jsonl"))
		found, _ := extractAll(t, x, docs)
		for _, d := range docs {
			for i := range found[d.ID] {
				checkSpans(t, d, &found[d.ID][i])
			}
		}
	}
}

func checkSpans(t *testing.T, d eval.Doc, s *schema.Statement) {
	t.Helper()
	check := func(what, text string, start, end int) {
		if start < 0 || end > len(d.Text) || start > end || d.Text[start:end] != text {
			t.Errorf("%s: %s %q does not stand at %d to %d", d.ID, what, text, start, end)
		}
	}
	check("holder", s.Holder.Text, s.Holder.Start, s.Holder.End)
	check("target", s.Target.Text, s.Target.Start, s.Target.End)
	check("cue", s.Cue.Text, s.Cue.Start, s.Cue.End)
	check("sentence", s.Sentence.Text, s.Sentence.Start, s.Sentence.End)
	if s.Sayer != nil {
		check("sayer", s.Sayer.Text, s.Sayer.Start, s.Sayer.End)
	}
	for _, a := range s.About {
		check("about", a.Text, a.Start, a.End)
	}
	if info, ok := schema.TypeOf(s.Type); !ok || !slices.Contains([]int{info.Sign, -info.Sign}, s.Polarity) {
		t.Errorf("%s: %s with polarity %d", d.ID, s.Type, s.Polarity)
	}
}
