package extract

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestContain: where a stage panics, each document on which it does is an error of its own, with its id and the place in
// the code, and the loop over the documents goes on to its end.
func TestContain(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	x.clauses = nil // the first use panics
	docs := []schema.Document{Plain("a", "Norway wants a truce."), Plain("b", "Chile backs Peru.")}
	n := 0
	for o := range x.All(context.Background(), each(docs), 2) {
		want := fmt.Sprintf("extract %s: internal error at clause.", docs[n].ID)
		if o.Err == nil || !strings.HasPrefix(o.Err.Error(), want) || !strings.Contains(o.Err.Error(), ".go:") {
			t.Errorf("document %s: error is %v, want %s… with file and line", docs[n].ID, o.Err, want)
		}
		n++
	}
	if n != len(docs) {
		t.Errorf("%d of %d documents came out", n, len(docs))
	}
}

func each(docs []schema.Document) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		for d := range slices.Values(docs) {
			if !yield(d, nil) {
				return
			}
		}
	}
}
