package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Judge makes the review of a statement, by the id that it has now, or had when it was rejected, or its beginning. edit
// changes what it says, and is nil to accept or reject it. What is judged is the statement as extracted, so that a
// second review of it replaces the first. A statement that is not there is ErrNoStatement.
func Judge(ctx context.Context, tx CurationReader, statement string, r Review, edit func(*schema.Statement) error) (
	Decision, error) {
	if err := locate(ctx, tx, statement, &r); err != nil {
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
		if readingOf(is) == readingOf(r.Was) && is.Polarity == r.Was.Polarity {
			is.ID = r.Was.ID
		}
		r.Is = &is
	}
	return Decision{Review: &r}, nil
}

// locate reads a statement and its places into a review, out of an earlier review of it or of its document.
func locate(ctx context.Context, tx CurationReader, statement string, r *Review) error {
	statement, document, err := resolve(ctx, tx, statement)
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
	r.repeat(before)
	return nil
}

// read looks for a statement in a document as extracted, and among its reviewed statements.
func (r *Review) read(p Part, reviews []keyed, statement string) bool {
	b := openPart(p)
	standing := b.readings()
	anchored, _ := b.anchor(p, reviews)
	for _, a := range anchored {
		if a.is != nil && a.is.ID == statement {
			r.repeat(a.Review)
			return true
		}
	}
	at := slices.IndexFunc(standing, func(st schema.Statement) bool { return st.ID == statement })
	for _, a := range anchored {
		if a.was.ID == statement && (at < 0 || readingOf(standing[at]) == readingOf(a.was)) {
			r.repeat(a.Review)
			return true
		}
	}
	if at < 0 {
		return false
	}
	st := standing[at]
	r.Document, r.SHA256, r.Sentence = p.Document, b.documentProps().SHA256, st.Sentence.Text
	r.Places, r.Was, r.Beside = placesOf(st), st, nil
	for i, other := range standing {
		if i != at && placesOf(other) == r.Places {
			r.Beside = append(r.Beside, readingOf(other))
		}
	}
	return true
}

// repeat takes over the statement of an earlier review.
func (r *Review) repeat(b Review) {
	r.Document, r.SHA256, r.Sentence, r.Places, r.Was, r.Beside = b.Document, b.SHA256, b.Sentence, b.Places, b.Was,
		b.Beside
}

// resolve finds the one statement whose id begins with a prefix, in the graph and among the reviewed ones, and its
// document.
func resolve(ctx context.Context, tx CurationReader, prefix string) (statement, document string, err error) {
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
