package extract

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// textsAtHand are the project's samples and, where they lie beside it, transcripts and speeches.
func textsAtHand(t *testing.T) []string {
	files, _ := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	shared := os.Getenv("STANCEGRAPH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	for _, pattern := range []string{"data/seed/*.txt", "data/transcripts/debates/*.txt", "data/transcripts/ungdc/2019/*.txt"} {
		more, _ := filepath.Glob(filepath.Join(shared, filepath.FromSlash(pattern)))
		if testing.Short() && len(more) > 3 {
			more = more[:3]
		}
		if len(more) > 40 {
			more = more[:40]
		}
		files = append(files, more...)
	}
	if len(files) == 0 {
		t.Fatal("no texts")
	}
	return files
}

// TestSpans: of every statement of every text at hand, text[start:end] is the text that it states.
func TestSpans(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	statements := 0
	for doc, err := range source.Open(context.Background(), textsAtHand(t), nil, source.Options{AnyLanguage: true}) {
		if err != nil {
			t.Errorf("read: %v", err)
			continue
		}
		out, err := x.Extract(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range out.Statements {
			statements++
			for _, r := range refs(&s) {
				if got := (schema.Span{Start: r.Start, End: r.End}).In(doc.Text); got != r.Text || r.Text == "" {
					t.Errorf("%s: %d-%d is %q, stated %q", doc.ID, r.Start, r.End, got, r.Text)
				}
			}
		}
	}
	if statements == 0 {
		t.Error("no statements in any text")
	}
	t.Logf("%d statements", statements)
}

func refs(s *schema.Statement) []schema.TextRef {
	all := []schema.TextRef{s.Cue, {Text: s.Holder.Text, Start: s.Holder.Start, End: s.Holder.End},
		{Text: s.Target.Text, Start: s.Target.Start, End: s.Target.End},
		{Text: s.Sentence.Text, Start: s.Sentence.Start, End: s.Sentence.End}}
	for _, a := range s.About {
		all = append(all, schema.TextRef{Text: a.Text, Start: a.Start, End: a.End})
	}
	for _, a := range []*schema.ActorRef{s.Sayer, s.OnBehalfOf} {
		if a != nil {
			all = append(all, schema.TextRef{Text: a.Text, Start: a.Start, End: a.End})
		}
	}
	return all
}

// TestWorkers: the same bytes come out whatever the number of workers.
func TestWorkers(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	var first []byte
	for _, workers := range []int{1, 2, 7} {
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		for o := range x.All(context.Background(), source.Open(context.Background(), files, nil, source.Options{}), workers) {
			if o.Err != nil {
				t.Fatal(o.Err)
			}
			for _, s := range o.Extraction.Statements {
				if err := enc.Encode(s); err != nil {
					t.Fatal(err)
				}
			}
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Errorf("%d workers give other bytes than one", workers)
		}
	}
	if len(first) == 0 {
		t.Error("nothing extracted")
	}
}
