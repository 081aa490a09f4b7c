package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// tally counts the documents of a command: those that were done and those that failed.
type tally struct{ done, failed int }

// documentError is an error of use (see each) that concerns one document only.
type documentError struct{ error }

func (d documentError) Unwrap() error { return d.error }

// each extracts from the documents and calls use with every extraction, in the documents' order. A document that fails,
// in reading, in extraction or with a documentError of use, is reported and counted and the others go on. What ends the
// whole: any other error of use, a usage error, and the end of ctx, which is no error here but in tally.status.
func each(ctx context.Context, t *term.Terminal, x extractor, docs iter.Seq2[schema.Document, error], workers int,
	p *term.Progress, use func(*schema.Extraction) error) (tally, error) {
	var n tally
	var ids idQueue
	defer p.Hide()
	for o := range x.All(ctx, ids.of(docs), workers) {
		id := ids.next()
		if ctx.Err() != nil {
			break
		}
		err := o.Err
		if err == nil {
			p.Add(len(o.Extraction.Document.Text))
			if t.OutTTY {
				p.Hide() // use may write to the same terminal
			}
			var own documentError
			if err = use(&o.Extraction); err != nil && !errors.As(err, &own) {
				return n, err
			}
		}
		if err == nil {
			n.done++
			continue
		}
		p.Hide()
		if skipped(t, err) {
			continue
		}
		if err := reportFailure(t, id, err); err != nil {
			return n, err
		}
		n.failed++
	}
	return n, nil
}

// reportFailure reports a document that failed: id is "" where it could not even be read, and the error then names the
// file. It gives an error only where the other documents would fail too.
func reportFailure(t *term.Terminal, id string, err error) error {
	switch {
	case id == "":
		err = readHint(err)
	default:
		err = fmt.Errorf("%s: %w", term.Cut(term.Clean(id), 100), withoutID(err, id))
	}
	if term.IsUsage(err) || errors.Is(err, context.Canceled) {
		return err
	}
	t.Report(err)
	return nil
}

// skipped says that an error is only of something in a folder or glob that no document can be read from, and reports it.
func skipped(t *term.Terminal, err error) bool {
	if !errors.Is(err, source.ErrIrregular) {
		return false
	}
	t.Sayf("stancegraph: skipped %s", term.Clean(err.Error()))
	return true
}

// withoutID takes the document's id off the beginning of an error: it is written once, before all errors.
func withoutID(err error, id string) error {
	for _, prefix := range []string{"", "extract ", "document "} {
		if text, ok := strings.CutPrefix(err.Error(), prefix+id+": "); ok {
			return shortened{err, text}
		}
	}
	return err
}

// shortened is an error with less text.
type shortened struct {
	error
	text string
}

func (s shortened) Error() string { return s.text }
func (s shortened) Unwrap() error { return s.error }

// status is the error of a command that goes on after a document that fails, after its last one.
func (n tally) status(ctx context.Context, t *term.Terminal) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if n.failed == 0 {
		return nil
	}
	if n.done > 0 {
		t.Sayf("stancegraph: %s failed, %d done", term.Count(n.failed, "document"), n.done)
	}
	return term.ErrReported
}

// idQueue has the ids of documents whose outcomes are still to come. An extractor reads ahead in a goroutine of its own
// and gives outcomes in the documents' order; that of a document that failed does not tell its id.
type idQueue struct {
	mu  sync.Mutex
	ids []string
}

// of passes documents on and notes their ids, "" of those that could not be read.
func (q *idQueue) of(docs iter.Seq2[schema.Document, error]) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		for doc, err := range docs {
			id := doc.ID
			if err != nil {
				id = ""
			}
			q.mu.Lock()
			q.ids = append(q.ids, id)
			q.mu.Unlock()
			if !yield(doc, err) {
				return
			}
		}
	}
}

// next is the id of the next outcome.
func (q *idQueue) next() string {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.ids) == 0 {
		return ""
	}
	id := q.ids[0]
	q.ids = q.ids[1:]
	return id
}
