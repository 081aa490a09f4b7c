package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNoStatement says that there is no statement of an id, ErrNoDecision that there is no such decision.
var (
	ErrNoStatement = errors.New("there is no such statement in the graph")
	ErrNoDecision  = errors.New("there is no such decision")
)

// Documents of a decision are curated some at a time, for they are held in memory. One transaction curates many of
// these, at most the given part of all: each transaction reads all statements of the edges that it changes, so their
// number must not grow with that of the documents.
const (
	curatedAtOnce = 50
	transactions  = 8
)

// Within runs something on documents in one transaction of a store, or on parts of them, each in a transaction of its
// own, where they are too many for one. It adds up what is given.
type Within func(documents []string, do func(Tx, []string) (Summary, error)) (Summary, error)

// Decide makes a decision, or takes it back, and curates the documents that it touches, in several transactions: the
// decision holds, or ends, from the first on, and is deleted with the last. After an error the same again completes it.
// To take back what was not decided is ErrNoDecision.
func Decide(ctx context.Context, within Within, d Decision, back bool) (Summary, error) {
	var documents []string
	sum, err := within(nil, func(tx Tx, _ []string) (s Summary, err error) {
		if d, err = begin(ctx, tx, d, back); err != nil {
			return s, err
		}
		documents, err = touched(ctx, tx, d)
		return s, err
	})
	if err != nil {
		return sum, err
	}
	for chunk := range slices.Chunk(documents, max(curatedAtOnce, len(documents)/transactions)) {
		done, err := within(chunk, func(tx Tx, part []string) (Summary, error) { return curateAnew(ctx, tx, part) })
		sum.Plus(done)
		if err != nil {
			return sum, err
		}
	}
	if back {
		_, err = within(nil, func(tx Tx, _ []string) (Summary, error) { return Summary{}, tx.DropDecision(ctx, d.Key()) })
	}
	return sum, err
}

// begin writes a new decision, or marks the written one as being taken back, and gives what it wrote.
func begin(ctx context.Context, tx DecisionLog, d Decision, back bool) (Decision, error) {
	var of []string
	if d.Review != nil {
		of = append(of, d.Review.Document)
	}
	ds, err := loadDecisions(ctx, tx, of...)
	if err != nil {
		return d, err
	}
	if back {
		i := slices.IndexFunc(ds, func(other Decision) bool { return other.Key() == d.Key() })
		if i < 0 {
			return d, ErrNoDecision
		}
		d = ds[i]
	} else if err := ds.check(d); err != nil {
		return d, err
	}
	d.Ending = back
	return d, putDecision(ctx, tx, d)
}

func putDecision(ctx context.Context, tx DecisionLog, d Decision) error {
	data, err := d.Encode()
	if err != nil {
		return err
	}
	if err := tx.PutDecision(ctx, d.Key(), data); err != nil {
		return fmt.Errorf("writing the decision: %w", err)
	}
	return nil
}

// touched gives the documents that a decision may change: for a merge those that name the actor, also as one that was
// merged.
func touched(ctx context.Context, tx Finder, d Decision) ([]string, error) {
	if d.Review != nil {
		return []string{d.Review.Document}, nil
	}
	list, err := tx.Naming(ctx, d.Merge.From)
	if err != nil {
		return nil, fmt.Errorf("looking for documents that name the actor: %w", err)
	}
	return list, nil
}

// curateAnew puts all decisions into effect on those of the documents that are loaded.
func curateAnew(ctx context.Context, tx Tx, documents []string) (Summary, error) {
	tx = &readOnce{Tx: tx}
	a := newApplier(tx)
	for some := range slices.Chunk(documents, curatedAtOnce) {
		inputs, err := tx.Inputs(ctx, some)
		if err != nil {
			return Summary{}, fmt.Errorf("asking what documents were made from: %w", err)
		}
		loaded, err := asExtracted(ctx, tx, some)
		if err != nil {
			return Summary{}, err
		}
		var parts []Part
		for _, id := range some {
			if p := loaded[id]; p != nil {
				parts = append(parts, *p)
			}
		}
		if err := a.apply(ctx, parts, nil, RunInfo{Inputs: inputs}); err != nil {
			return Summary{}, err
		}
	}
	if err := a.finish(ctx); err != nil {
		return Summary{}, err
	}
	return a.sum, nil
}

// readOnce keeps what Owned read last: documents are read as they are, compared with what they become, and only then
// written.
type readOnce struct {
	Tx
	documents []string
	owned     *Graph
}

func (r *readOnce) Owned(ctx context.Context, documents []string) (_ *Graph, err error) {
	if r.owned == nil || !slices.Equal(documents, r.documents) {
		r.documents = documents
		r.owned, err = r.Tx.Owned(ctx, documents)
	}
	return r.owned, err
}

// extractedReader is what asExtracted needs of a transaction.
type extractedReader interface {
	Reader
	OriginalReader
}

// asExtracted gives those of the documents that are loaded as they were before decisions: their originals, or what is
// in the graph where no decision changed them.
func asExtracted(ctx context.Context, tx extractedReader, documents []string) (map[string]*Part, error) {
	originals, err := tx.Originals(ctx, documents)
	if err != nil {
		return nil, fmt.Errorf("reading documents as extracted: %w", err)
	}
	asTheyAre := slices.DeleteFunc(slices.Clone(documents), func(id string) bool { return originals[id] != "" })
	owned, err := tx.Owned(ctx, asTheyAre)
	if err != nil {
		return nil, fmt.Errorf("reading documents: %w", err)
	}
	parts, err := partsOf(owned)
	if err != nil {
		return nil, err
	}
	for id, data := range originals {
		p, err := decodePart(data)
		if err != nil {
			return nil, err
		}
		parts[id] = &p
	}
	return parts, nil
}

// loadDecisions gives all merges, and the reviews of documents.
func loadDecisions(ctx context.Context, tx DecisionReader, documents ...string) (Decisions, error) {
	keys := []string{mergeKey}
	for _, id := range documents {
		keys = append(keys, reviewKey(id))
	}
	return decisionsOf(ctx, tx, keys)
}

// AllDecisions gives all decisions, sorted by key, without their State.
func AllDecisions(ctx context.Context, tx DecisionReader) (Decisions, error) {
	ds, err := decisionsOf(ctx, tx, []string{""})
	slices.SortFunc(ds, func(a, b Decision) int { return strings.Compare(a.Key(), b.Key()) })
	return ds, err
}

func decisionsOf(ctx context.Context, tx DecisionReader, keys []string) (Decisions, error) {
	list, err := tx.Decisions(ctx, keys)
	if err != nil {
		return nil, fmt.Errorf("reading decisions: %w", err)
	}
	ds := make(Decisions, len(list))
	for i, data := range list {
		if ds[i], err = DecodeDecision(data); err != nil {
			return nil, err
		}
	}
	return ds, nil
}

// ListDecisions gives all decisions, sorted by key, with their State.
func ListDecisions(ctx context.Context, tx CurationReader) (Decisions, error) {
	ds, err := AllDecisions(ctx, tx)
	if err != nil {
		return nil, err
	}
	var refs []Ref
	for id := range ds.ready().reviews {
		refs = append(refs, Ref{Document, id})
	}
	nodes, err := tx.Nodes(ctx, refs)
	if err != nil {
		return nil, fmt.Errorf("looking for reviewed documents: %w", err)
	}
	sums := map[string]string{}
	var changed []string
	for _, n := range nodes {
		if p, ok := n.Props.(*DocumentProps); ok {
			sums[n.ID] = p.SHA256
			changed = append(changed, n.ID)
		}
	}
	originals, err := tx.Originals(ctx, changed)
	if err != nil {
		return nil, fmt.Errorf("reading documents as extracted: %w", err)
	}
	for i := range ds {
		if ds[i].State, err = ds[i].state(sums, originals); err != nil {
			return nil, err
		}
	}
	return ds, nil
}

func (d Decision) state(sums, originals map[string]string) (State, error) {
	r := d.Review
	if d.Ending {
		return Ending, nil
	}
	if r == nil {
		return Holds, nil
	}
	sum, loaded := sums[r.Document]
	switch {
	case !loaded:
		return Away, nil
	case sum == r.SHA256:
		return Holds, nil
	case originals[r.Document] == "":
		return Waiting, nil
	}
	p, err := decodePart(originals[r.Document])
	if _, found := p.moved[d.Key()]; err == nil && !found {
		return Waiting, nil
	}
	return Holds, err
}
