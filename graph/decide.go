package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// ErrNoStatement says that there is no statement of an id, ErrNoDecision that there is no such decision.
var (
	ErrNoStatement = errors.New("there is no such statement in the graph")
	ErrNoDecision  = errors.New("there is no such decision")
)

// curatedAtOnce is how many documents one transaction curates anew.
const curatedAtOnce = 50

// Within runs something in one transaction of a store.
type Within func(do func(Tx) error) error

// Decide makes a decision, or takes it back, and curates the documents that it touches, some in each transaction: the
// decision holds from the first on. After an error the same again completes it.
func Decide(ctx context.Context, within Within, d Decision, back bool) (Summary, error) {
	var sum Summary
	var documents []string
	err := within(func(tx Tx) error {
		ds, err := loadDecisions(ctx, tx)
		if err != nil {
			return err
		}
		if back {
			if len(ds.Without(d.Key())) == len(ds) {
				return ErrNoDecision
			}
			err = tx.DropDecision(ctx, d.Key())
		} else if _, err = ds.With(d); err == nil {
			var data string
			if data, err = d.Encode(); err == nil {
				err = tx.PutDecision(ctx, d.Key(), data)
			}
		}
		if err != nil {
			return err
		}
		documents, err = touched(ctx, tx, d)
		return err
	})
	if err != nil {
		return sum, err
	}
	for chunk := range slices.Chunk(documents, curatedAtOnce) {
		if err := within(func(tx Tx) error {
			done, err := curateAnew(ctx, tx, chunk)
			sum.Plus(done)
			return err
		}); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// touched are the documents that a decision may change: of a merge those that name the actor, and those that were
// changed by some decision before.
func touched(ctx context.Context, tx Tx, d Decision) ([]string, error) {
	if d.Review != nil {
		return []string{d.Review.Document}, nil
	}
	naming, err := tx.Naming(ctx, d.Merge.From)
	if err != nil {
		return nil, fmt.Errorf("looking for documents that name the actor: %w", err)
	}
	changed, err := tx.Changed(ctx)
	if err != nil {
		return nil, fmt.Errorf("looking for documents that decisions changed: %w", err)
	}
	list := append(naming, changed...)
	slices.Sort(list)
	return slices.Compact(list), nil
}

// curateAnew puts all decisions into effect on documents that are loaded.
func curateAnew(ctx context.Context, tx Tx, documents []string) (Summary, error) {
	originals, err := tx.Originals(ctx, documents)
	if err != nil {
		return Summary{}, fmt.Errorf("reading documents as extracted: %w", err)
	}
	loaded, err := tx.Hashes(ctx, documents)
	if err != nil {
		return Summary{}, fmt.Errorf("looking for loaded documents: %w", err)
	}
	inputs, err := tx.Inputs(ctx, documents)
	if err != nil {
		return Summary{}, fmt.Errorf("asking what documents were made from: %w", err)
	}
	var parts []Part
	for _, id := range documents {
		if _, ok := loaded[id]; !ok {
			continue
		}
		p, err := asExtracted(ctx, tx, id, originals[id])
		if err != nil {
			return Summary{}, err
		}
		parts = append(parts, p)
	}
	return Apply(ctx, tx, parts, nil, RunInfo{Inputs: inputs})
}

// asExtracted is a loaded document before decisions: as it was kept, or as it is where none changed it.
func asExtracted(ctx context.Context, tx Tx, document, original string) (Part, error) {
	if original != "" {
		return decodePart(original)
	}
	owned, err := tx.Owned(ctx, []string{document})
	if err != nil {
		return Part{}, fmt.Errorf("reading what was loaded before: %w", err)
	}
	return partOf(document, owned)
}

func loadDecisions(ctx context.Context, tx Tx) (Decisions, error) {
	list, err := tx.Decisions(ctx)
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

// Judge makes the review of a statement, by the id that it has now. edit changes what it says, and is nil to accept or
// reject it. The statement is looked up in the graph as extracted, so that a second review of it replaces the first.
func Judge(ctx context.Context, tx Tx, statement string, r Review, edit func(*schema.Statement) error) (Decision, error) {
	ds, err := loadDecisions(ctx, tx)
	if err != nil {
		return Decision{}, err
	}
	if before, ok := ds.Reviewed(statement); ok {
		r.Document, r.SHA256, r.Sentence, r.Places, r.Was = before.Document, before.SHA256, before.Sentence, before.Places, before.Was
	} else if err := found(ctx, tx, statement, &r); err != nil {
		return Decision{}, err
	}
	if r.Verdict != Reject {
		is := r.Was
		if edit != nil {
			if err := edit(&is); err != nil {
				return Decision{}, err
			}
		}
		is.Confidence = 1
		is.ID = IDOf(is)
		if sameReading(is, r.Was) {
			is.ID = r.Was.ID
		}
		r.Is = &is
	}
	return Decision{Review: &r}, nil
}

// found reads a statement and its places into a review.
func found(ctx context.Context, tx Tx, statement string, r *Review) error {
	document, err := tx.DocumentOf(ctx, statement)
	if err != nil {
		return fmt.Errorf("looking for the statement: %w", err)
	}
	if document == "" {
		return fmt.Errorf("%s: %w", clip(statement), ErrNoStatement)
	}
	originals, err := tx.Originals(ctx, []string{document})
	if err != nil {
		return fmt.Errorf("reading the document as extracted: %w", err)
	}
	p, err := asExtracted(ctx, tx, document, originals[document])
	if err != nil {
		return err
	}
	b := openPart(p)
	if _, ok := b.nodes[Ref{Statement, statement}]; !ok {
		return fmt.Errorf("%s: %w", clip(statement), ErrNoStatement)
	}
	st := b.statementOf(Ref{Statement, statement})
	r.Document, r.SHA256, r.Sentence = document, b.nodes[b.docRef()].Props.String("sha256"), st.Sentence.Text
	r.Places, r.Was = placesOf(st), st
	return nil
}
