package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/encoder"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// ownTexts are the project's own articles and transcripts.
func ownTexts(t *testing.T) []schema.Document {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	var all []schema.Document
	for doc, err := range source.Open(context.Background(), files, nil, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, doc)
	}
	return all
}

// statementsOf are the statements of documents, as bytes.
func statementsOf(t *testing.T, x *Extractor, docs []schema.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, doc := range docs {
		found, err := x.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range found.Statements {
			if err := enc.Encode(&found.Statements[i]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.Bytes()
}

// TestReaderWithoutAssembly: the whole line gives the same bytes from plain Go as from assembly.
func TestReaderWithoutAssembly(t *testing.T) {
	if testing.Short() {
		t.Skip("plain Go is slow")
	}
	docs := ownTexts(t)[:2]
	x, err := New(WithMinConfidence(0))
	if err != nil {
		t.Fatal(err)
	}
	want := statementsOf(t, x, docs)
	m, err := encoder.OpenPlain(reader.Weights())
	if err != nil {
		t.Fatal(err)
	}
	if x.reader, err = reader.New(m, x.words); err != nil {
		t.Fatal(err)
	}
	if got := statementsOf(t, x, docs); !bytes.Equal(got, want) {
		t.Error("plain Go finds something else than assembly")
	}
	if !strings.Contains(string(want), `"rule":"reader"`) {
		t.Error("the reader proposes nothing")
	}
}

// TestReaderAdds: with the reader more is found, and of what it proposes all is traced to words of its sentence.
func TestReaderAdds(t *testing.T) {
	with, err := New()
	if err != nil {
		t.Fatal(err)
	}
	without, err := New(WithoutReader())
	if err != nil {
		t.Fatal(err)
	}
	docs := ownTexts(t)
	more, fewer := 0, 0
	for _, doc := range docs {
		out, err := with.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range out.Statements {
			s := &out.Statements[i]
			if s.Rule != schema.ByReader {
				continue
			}
			more++
			if s.Cue.Start < s.Sentence.Start || s.Cue.End > s.Sentence.End || s.Cue.Text == "" {
				t.Errorf("%s: cue %q lies outside its sentence", doc.ID, s.Cue.Text)
			}
			if s.Holder.ID == s.Target.ID {
				t.Errorf("%s: %s towards itself", doc.ID, s.Holder.Name)
			}
		}
		out, err = without.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range out.Statements {
			if out.Statements[i].Rule == schema.ByReader {
				fewer++
			}
		}
	}
	if more == 0 || fewer != 0 {
		t.Errorf("%d statements of the reader, %d where it is left out", more, fewer)
	}
}

// TestReaderOfLongSentences: a sentence of more pieces than the encoder takes leaves the rules' statements as they are.
func TestReaderOfLongSentences(t *testing.T) {
	x, err := New(WithMinConfidence(0))
	if err != nil {
		t.Fatal(err)
	}
	text := "Portugal wants a new treaty with " + strings.Repeat("Brzęczyszczykiewicz, ", 50) + "and Spain."
	out, err := x.Extract(context.Background(), Plain("long", text))
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Statements) == 0 || out.Statements[0].Rule == schema.ByReader {
		t.Errorf("%d statements", len(out.Statements))
	}
}
