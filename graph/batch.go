package graph

import (
	"fmt"

	"github.com/stancegraph/stancegraph/schema"
)

// Batches makes the parts of documents and passes them to do in batches of up to limit nodes, or of one
// document. It stops at the first error. Two documents of one id are an error, before do is called at all.
func Batches(extractions []schema.Extraction, limit int, do func([]Part) error) error {
	seen := map[string]bool{}
	for _, ex := range extractions {
		if seen[ex.Document.ID] {
			return fmt.Errorf("document %s is there twice", clip(ex.Document.ID))
		}
		seen[ex.Document.ID] = true
	}
	var batch []Part
	nodes := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := do(batch)
		batch, nodes = nil, 0
		return err
	}
	stop := make(chan struct{})
	defer close(stop)
	for next := range makeParts(extractions, stop) {
		if next.err != nil {
			return next.err
		}
		if nodes+len(next.Nodes) > limit {
			if err := flush(); err != nil {
				return err
			}
		}
		batch, nodes = append(batch, next.Part), nodes+len(next.Nodes)
	}
	return flush()
}

type partOrError struct {
	Part
	err error
}

// makeParts makes parts in order, a number of them ahead of what the store writes.
func makeParts(extractions []schema.Extraction, stop <-chan struct{}) <-chan partOrError {
	const ahead = 256
	made := make(chan partOrError, ahead)
	go func() {
		defer close(made)
		for _, ex := range extractions {
			p, err := NewPart(ex)
			select {
			case made <- partOrError{p, err}:
			case <-stop:
				return
			}
		}
	}()
	return made
}
