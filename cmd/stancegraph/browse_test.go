package main

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph/browse"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// TestExamples: the questions have answers as the guide fills them in.
func TestExamples(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.sqlite")
	must(t, "ingest", "-q", "--store", file, "../../testdata/transcripts", "../../testdata/articles")
	s := storing{file: file}
	store, err := s.open(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	examples, err := browse.NewExamples(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"disagreements", "evidence", "said-by", "stance-of", "stance-over-time"} {
		q, err := questions.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		var args []string
		for _, p := range q.Params {
			args = append(args, examples[p.Name])
		}
		if rows, err := store.Query(context.Background(), name, args...); err != nil || len(rows.Values) == 0 {
			t.Errorf("%s of %q: %v, %v", name, args, rows.Values, err)
		}
	}
	empty := storing{file: filepath.Join(t.TempDir(), "empty.sqlite")}
	none, err := empty.open(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	if examples, err := browse.NewExamples(context.Background(), none); err != nil || len(examples) != 0 {
		t.Errorf("of an empty store: %v, %v", examples, err)
	}
}
