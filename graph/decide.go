package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

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
// decision holds, or ends, from the first on, and is gone with the last. After an error the same again completes it.
func Decide(ctx context.Context, within Within, d Decision, back bool) (Summary, error) {
	var sum Summary
	var documents []string
	err := within(func(tx Tx) error {
		var of []string
		if d.Review != nil {
			of = append(of, d.Review.Document)
		}
		ds, err := loadDecisions(ctx, tx, of...)
		if err != nil {
			return err
		}
		if back {
			i := slices.IndexFunc(ds, func(other Decision) bool { return other.Key() == d.Key() })
			if i < 0 {
				return ErrNoDecision
			}
			d = ds[i]
		} else if err := ds.check(d); err != nil {
			return err
		}
		d.Ending = back
		data, err := d.Encode()
		if err != nil {
			return err
		}
		if err := tx.PutDecision(ctx, d.Key(), data); err != nil {
			return fmt.Errorf("writing the decision: %w", err)
		}
		documents, err = touched(ctx, tx, d)
		return err
	})
	if err != nil {
		return sum, err
	}
	for chunk := range slices.Chunk(documents, curatedAtOnce) {
		var done Summary
		if err := within(func(tx Tx) (err error) {
			done, err = curateAnew(ctx, tx, chunk)
			return err
		}); err != nil {
			return sum, err
		}
		sum.Plus(done)
	}
	if back {
		err = within(func(tx Tx) error { return tx.DropDecision(ctx, d.Key()) })
	}
	return sum, err
}

// touched are the documents that a decision may change: of a merge those that name the actor, by its id or, where it is
// merged, as one that was.
func touched(ctx context.Context, tx Tx, d Decision) ([]string, error) {
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
	inputs, err := tx.Inputs(ctx, documents)
	if err != nil {
		return Summary{}, fmt.Errorf("asking what documents were made from: %w", err)
	}
	loaded, err := asExtracted(ctx, tx, documents)
	if err != nil {
		return Summary{}, err
	}
	var parts []Part
	for _, id := range documents {
		if p := loaded[id]; p != nil {
			parts = append(parts, *p)
		}
	}
	return Apply(ctx, tx, parts, nil, RunInfo{Inputs: inputs})
}

// asExtracted gives those of the documents that are loaded, before decisions: as they were kept, or as they are where
// no decision changed them.
func asExtracted(ctx context.Context, tx Tx, documents []string) (map[string]*Part, error) {
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
func loadDecisions(ctx context.Context, tx Tx, documents ...string) (Decisions, error) {
	keys := []string{mergeKey}
	for _, id := range documents {
		keys = append(keys, reviewKey(id))
	}
	return decisionsOf(ctx, tx, keys)
}

// AllDecisions gives all decisions, sorted by key, without their State.
func AllDecisions(ctx context.Context, tx Tx) (Decisions, error) {
	ds, err := decisionsOf(ctx, tx, []string{""})
	slices.SortFunc(ds, func(a, b Decision) int { return strings.Compare(a.Key(), b.Key()) })
	return ds, err
}

func decisionsOf(ctx context.Context, tx Tx, keys []string) (Decisions, error) {
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

// ListDecisions gives all decisions, and what is to be seen of them.
func ListDecisions(ctx context.Context, tx Tx) (Decisions, error) {
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
		sums[n.ID] = n.Props.String("sha256")
		changed = append(changed, n.ID)
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

// Judge makes the review of a statement, by the id that it has now, or had when it was rejected, or its beginning. edit changes what it
// says, and is nil to accept or reject it. What is judged is the statement as extracted, so that a second review of it
// replaces the first.
func Judge(ctx context.Context, tx Tx, statement string, r Review, edit func(*schema.Statement) error) (Decision, error) {
	if err := found(ctx, tx, statement, &r); err != nil {
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
		is.ID = idOf(is)
		if readingOf(is) == readingOf(r.Was) {
			is.ID = r.Was.ID
		}
		r.Is = &is
	}
	return Decision{Review: &r}, nil
}

// found reads a statement and its places into a review, from the review that made it what it is or out of its document.
func found(ctx context.Context, tx Tx, statement string, r *Review) error {
	statement, document, err := whole(ctx, tx, statement)
	if err != nil {
		return err
	}
	ds, err := loadDecisions(ctx, tx, document)
	if err != nil {
		return err
	}
	before, reviewed := ds.Reviewed(statement)
	loaded, err := asExtracted(ctx, tx, []string{document})
	if err != nil {
		return err
	}
	if p := loaded[document]; p != nil {
		if r.read(*p, ds.ready().reviews[document], statement) {
			return nil
		}
	}
	if !reviewed {
		return fmt.Errorf("%s: %w", clip(statement), ErrNoStatement)
	}
	r.again(before)
	return nil
}

// read looks for a statement in a document as extracted, and in what reviews made of it.
func (r *Review) read(p Part, reviews []keyed, statement string) bool {
	b := openPart(p)
	standing := b.readings()
	anchored, _ := b.anchor(p, reviews)
	for _, a := range anchored {
		if a.is != nil && a.is.ID == statement {
			r.again(a.Review)
			return true
		}
	}
	at := slices.IndexFunc(standing, func(st schema.Statement) bool { return st.ID == statement })
	for _, a := range anchored {
		if a.was.ID == statement && (at < 0 || readingOf(standing[at]) == readingOf(a.was)) {
			r.again(a.Review)
			return true
		}
	}
	if at < 0 {
		return false
	}
	st := standing[at]
	r.Document, r.SHA256, r.Sentence = p.Document, b.nodes[b.docRef()].Props.String("sha256"), st.Sentence.Text
	r.Places, r.Was, r.Beside = placesOf(st), st, nil
	for i, other := range standing {
		if i != at && placesOf(other) == r.Places {
			r.Beside = append(r.Beside, readingOf(other))
		}
	}
	return true
}

// again takes over what an earlier review is of.
func (r *Review) again(b Review) {
	r.Document, r.SHA256, r.Sentence, r.Places, r.Was, r.Beside = b.Document, b.SHA256, b.Sentence, b.Places, b.Was, b.Beside
}

// whole finds the one statement whose id begins so, in the graph and among those reviewed, and its document.
func whole(ctx context.Context, tx Tx, prefix string) (statement, document string, err error) {
	found, err := tx.Statements(ctx, prefix)
	if err != nil {
		return "", "", fmt.Errorf("looking for the statement: %w", err)
	}
	if found[prefix] != "" {
		return prefix, found[prefix], nil
	}
	ds, err := AllDecisions(ctx, tx)
	if err != nil {
		return "", "", err
	}
	for _, d := range ds {
		r := d.Review
		if r == nil {
			continue
		}
		for _, st := range []*schema.Statement{&r.Was, r.Is} {
			if st != nil && found[st.ID] == "" && strings.HasPrefix(st.ID, prefix) {
				found[st.ID] = r.Document
			}
		}
	}
	ids := slices.Sorted(maps.Keys(found))
	switch {
	case prefix == "" || len(ids) == 0:
		return "", "", fmt.Errorf("%s: %w", clip(prefix), ErrNoStatement)
	case len(ids) > 1 && ids[0] != prefix: // a whole id comes before those that it begins
		return "", "", fmt.Errorf("%s is the beginning of several statements: %s", clip(prefix), strings.Join(ids, ", "))
	}
	return ids[0], found[ids[0]], nil
}
