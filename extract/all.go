package extract

import (
	"context"
	"iter"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Outcome is what became of one input document.
type Outcome struct {
	Extraction schema.Extraction
	Err        error // of reading or extracting this document; others go on
}

// All reads many documents with so many workers and gives the outcomes in the documents' order, whatever the number of
// workers. At most twice that many documents are held at once. Breaking off the loop ends the workers.
func (x *Extractor) All(ctx context.Context, docs iter.Seq2[schema.Document, error], workers int) iter.Seq[Outcome] {
	if workers < 1 {
		workers = 1
	}
	return func(yield func(Outcome) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var wait sync.WaitGroup
		defer wait.Wait()
		defer cancel()

		type job struct {
			doc  schema.Document
			err  error
			done chan Outcome
		}
		queue := make(chan *job)
		order := make(chan *job, 2*workers)
		wait.Add(1 + workers)
		go func() {
			defer wait.Done()
			defer close(order)
			defer close(queue)
			for doc, err := range docs {
				j := &job{doc: doc, err: err, done: make(chan Outcome, 1)}
				select {
				case order <- j:
				case <-ctx.Done():
					return
				}
				select {
				case queue <- j:
				case <-ctx.Done():
					j.done <- Outcome{Err: ctx.Err()}
					return
				}
			}
		}()
		for range workers {
			go func() {
				defer wait.Done()
				for j := range queue {
					if j.err != nil {
						j.done <- Outcome{Err: j.err}
						continue
					}
					out, err := x.Extract(ctx, j.doc)
					j.done <- Outcome{out, err}
				}
			}()
		}
		for j := range order {
			if !yield(<-j.done) {
				return
			}
		}
	}
}
