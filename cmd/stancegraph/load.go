package main

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// A batch is loaded when it has so many documents or stances: a few seconds of work, lost at most.
const (
	batchDocuments = 64
	batchStances   = 2000
)

// loader loads extractions in batches into a store.
type loader struct {
	store graph.Store                                // nil in a dry run, and until something is loaded into a file that does not exist
	open  func(context.Context) (graph.Store, error) // makes such a file; nil where there is nothing to make
	name  string                                     // of the store, for errors
	key   func(schema.Document) string
	run   graph.RunInfo

	found   int             // damages that were found with --reread
	damaged map[string]bool // documents that have to be read again
	reread  int             // of them, those that were

	batch   []schema.Extraction
	pending int // stances in batch

	documents, stances int // all that were added
	summary            graph.Summary
}

// newLoader opens the store. A file that does not exist is made only when there is something to be loaded into it, but
// whether it can be made is checked at once. key names the input of a document, by which a later
// load knows that it is unchanged.
func newLoader(ctx context.Context, f *ingestFlags, key func(schema.Document) string) (*loader, error) {
	now := time.Now().UTC()
	id := "run:" + strconv.FormatInt(now.UnixNano(), 36)
	l := &loader{key: key, run: graph.RunInfo{ID: id, At: now, Inputs: map[string]string{}}}
	if err := f.store.choose(); err != nil {
		return nil, err
	}
	l.name = f.store.name()
	if f.dry {
		return l, nil
	}
	open := func(ctx context.Context) (graph.Store, error) { return f.store.open(ctx, false) }
	if f.store.uri == "" && f.store.exists() != nil && !f.reread {
		l.open = open
		return l, f.store.canMake()
	}
	var err error
	l.store, err = open(ctx)
	return l, err
}

func (l *loader) close() {
	if l.store != nil {
		l.store.Close()
	}
}

// add puts one document into the batch, and saves the batch when it is full. One that no store can hold is a
// documentError: it must not fail the batch that it would be in.
func (l *loader) add(ctx context.Context, x *schema.Extraction) error {
	if _, err := graph.Build(*x); err != nil {
		return documentError{fmt.Errorf("cannot be loaded: %w", withoutID(err, x.Document.ID))}
	}
	l.documents++
	l.stances += len(x.Statements)
	l.pending += len(x.Statements)
	l.batch = append(l.batch, *x)
	l.run.Inputs[x.Document.ID] = l.key(x.Document)
	if len(l.batch) >= batchDocuments || l.pending >= batchStances {
		return l.save(ctx)
	}
	return nil
}

// save loads the batch. It completes also when the command is being interrupted.
func (l *loader) save(ctx context.Context) error {
	if len(l.batch) == 0 {
		return nil
	}
	defer func() { l.batch, l.pending = nil, 0; clear(l.run.Inputs) }()
	if l.store == nil && l.open != nil {
		var err error
		if l.store, err = l.open(context.WithoutCancel(ctx)); err != nil {
			return err
		}
	}
	if l.store == nil {
		return nil
	}
	if err := l.emptyDamaged(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	done, err := l.store.Save(context.WithoutCancel(ctx), l.batch, l.run)
	l.summary.Plus(done)
	if err != nil {
		err = fmt.Errorf("load into %s: %w", l.name, err)
		return term.Hintf(err, "what was loaded before is kept; the same command again continues")
	}
	return nil
}

// findDamage checks the store and repairs what needs no reading.
func (l *loader) findDamage(ctx context.Context) error {
	found, err := l.store.Verify(ctx)
	if err != nil {
		return fmt.Errorf("verify %s: %w", l.name, err)
	}
	l.found, l.damaged = len(found), map[string]bool{}
	for _, id := range rereads(found) {
		l.damaged[id] = true
	}
	if len(found) == 0 {
		return nil
	}
	if err := l.store.Repair(ctx, nil); err != nil {
		return fmt.Errorf("repair %s: %w", l.name, err)
	}
	return nil
}

// emptyDamaged empties the damaged documents of the batch, for what is left of them cannot be trusted to be replaced.
func (l *loader) emptyDamaged(ctx context.Context) error {
	var ids []string
	for _, x := range l.batch {
		if l.damaged[x.Document.ID] {
			ids = append(ids, x.Document.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := l.store.Repair(ctx, ids); err != nil {
		return fmt.Errorf("repair %s: %w", l.name, err)
	}
	l.reread += len(ids)
	return nil
}

// checkRepair says what was repaired; damage that is left is an error.
func (l *loader) checkRepair(ctx context.Context, t *term.Terminal, f *ingestFlags) error {
	if l.found == 0 {
		return nil
	}
	left, err := l.store.Verify(ctx)
	if err != nil {
		return fmt.Errorf("verify %s: %w", l.name, err)
	}
	if !f.quiet {
		t.Sayf("%s of damage found, %s read again, %d left", term.Count(l.found, "finding"),
			term.Count(l.reread, "document"), len(left))
	}
	if len(left) > 0 {
		return damaged(&f.store, left)
	}
	return nil
}
