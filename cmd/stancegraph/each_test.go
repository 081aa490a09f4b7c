package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/schema"
)

// failing is an extractor that fails for the document "bad", and of the document "odd" gives what no store can hold.
type failing struct {
	extractor
	err error
}

func (f failing) All(ctx context.Context, docs iter.Seq2[schema.Document, error],
	workers int) iter.Seq[extract.Outcome] {
	return func(yield func(extract.Outcome) bool) {
		for o := range f.extractor.All(ctx, docs, workers) {
			switch o.Extraction.Document.ID {
			case "bad":
				o = extract.Outcome{Err: f.err}
			case "odd":
				o.Extraction.Statements[0].Type = "LIKES"
			}
			if !yield(o) {
				return
			}
		}
	}
}

func (f failing) Explain(ctx context.Context, doc schema.Document) (schema.Extraction, *extract.Trace, error) {
	if doc.ID == "bad" {
		return schema.Extraction{}, nil, f.err
	}
	return f.extractor.Explain(ctx, doc)
}

// failRun runs the program with an extractor that fails with err.
func failRun(t *testing.T, err error, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	build := func(opts ...extract.Option) (extractor, error) {
		x, e := extract.New(opts...)
		return failing{x, err}, e
	}
	c := newCapture(false, false, 80)
	status = execute(context.Background(), c.Terminal, build, args)
	return c.out.String(), c.err.String(), status
}

// TestFailingDocument: in every command a document that fails is reported once, by its id; those before and after it
// are done, and the exit status is 1.
func TestFailingDocument(t *testing.T) {
	news := write(t, "news.jsonl", `{"id": "first", "text": "Portugal wants a new treaty."}
{"id": "bad", "text": "Norway does not support the treaty."}
{"id": "last", "text": "Chad criticised Mali."}
`)
	gold := write(t, "gold.jsonl", `{"doc": "first", "text": "Chad backs the pact.", "statements": []}
{"doc": "bad", "text": "Chad rejects the pact.", "statements": []}
{"doc": "last", "text": "Mali backs the pact.", "statements": []}
`)
	store := filepath.Join(t.TempDir(), "s.sqlite")
	others := []string{`"document":"first"`, `"document":"last"`}
	for _, c := range []struct {
		name string
		args []string
		want []string // in what is printed or said
	}{
		{"extract", []string{"extract", news}, others},
		{"extract with one worker", []string{"extract", "--workers", "1", news}, others},
		{"extract as csv", []string{"extract", "--format", "csv", news}, []string{"\nlast,"}},
		{"clauses", []string{"clauses", news}, others},
		{"explain", []string{"explain", news}, []string{"document first", "document last"}},
		{"ingest", []string{"ingest", "--store", store, news}, []string{"2 documents with 2 stances loaded"}},
		{"ingest as a dry run", []string{"ingest", "--store", store, "--dry-run", news},
			[]string{"2 documents with 2 stances"}},
		{"eval", []string{"eval", "--errors", gold}, []string{"wrong   first", "wrong   last"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, said, status := failRun(t, errors.New("extract bad: internal error: index out of range"), c.args...)
			const report = "stancegraph: error: bad: internal error: index out of range\n"
			once := strings.Count(said, report) == 1 && strings.Count(said, "stancegraph: error: ") == 1
			if !once || status != term.Failed {
				t.Errorf("status %d, says %q, want once %q", status, said, report)
			}
			for _, want := range c.want {
				if !strings.Contains(out+said, want) {
					t.Errorf("no %q in %q, %q", want, out, said)
				}
			}
			if want := "stancegraph: 1 document failed, 2 done\n"; !strings.HasSuffix(said, want) {
				t.Errorf("says %q, want %q at the end", said, want)
			}
		})
	}
}

// TestFailureNamesIDOnce: the report has the id once, whether or not the error itself names it, and of a document that
// cannot be read it has the file.
func TestFailureNamesIDOnce(t *testing.T) {
	cause := errors.New("no tree")
	for _, c := range []struct {
		name, id string
		err      error
		want     string
	}{
		{"bare", "d1", cause, "stancegraph: error: d1: no tree\n"},
		{"named", "d1", fmt.Errorf("d1: %w", cause), "stancegraph: error: d1: no tree\n"},
		{"named by what failed", "d1", fmt.Errorf("extract d1: %w", cause), "stancegraph: error: d1: no tree\n"},
		{"named by what panicked", "d1", errors.New("extract d1: internal error at tree.go:7"),
			"stancegraph: error: d1: internal error at tree.go:7\n"},
		{"an id in the cause stays", "d1", errors.New("turn of d1: no tree"),
			"stancegraph: error: d1: turn of d1: no tree\n"},
		{"not read", "", errors.New("news.jsonl:2: no text"), "stancegraph: error: news.jsonl:2: no text\n"},
		{"hostile id", "a\x1b\nb", cause, "stancegraph: error: a b: no tree\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			terminal := newCapture(false, false, 80)
			if err := reportFailure(terminal.Terminal, c.id, c.err); err != nil || terminal.err.String() != c.want {
				t.Errorf("%q (%v), want %q", terminal.err.String(), err, c.want)
			}
		})
	}
}

// TestUnloadableDocument: what no store can hold fails alone, not the batch that it would be in.
func TestUnloadableDocument(t *testing.T) {
	news := write(t, "news.jsonl", `{"id": "first", "text": "Portugal wants a new treaty."}
{"id": "odd", "text": "Norway supports Portugal."}
{"id": "last", "text": "Chad criticised Mali."}
`)
	file := filepath.Join(t.TempDir(), "s.sqlite")
	_, said, status := failRun(t, nil, "ingest", "--store", file, news)
	if status != term.Failed || !strings.Contains(said, "stancegraph: error: odd: cannot be loaded: ") {
		t.Errorf("status %d, says %q", status, said)
	}
	if n := documents(load(t, file)); n != 2 {
		t.Errorf("%d documents loaded, want 2", n)
	}
}
