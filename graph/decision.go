package graph

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Decision is what a person decided of the graph: that two actors are one, or that a statement is accepted, rejected
// or corrected. It holds for what is loaded and for what will be. Decisions are kept beside the graph: a store
// always holds the documents as extracted, curated by the decisions. One of Merge and Review is set.
type Decision struct {
	Merge  *Merge  `json:"merge,omitempty"`
	Review *Review `json:"review,omitempty"`
	Ending bool    `json:"ending,omitempty"` // it is being taken back, and not all documents follow yet

	State State `json:"-"` // of those that a store lists
}

// State says how far a decision is in effect.
type State string

const (
	Holds State = "holds"
	// its document has another text now, in which its sentence is missing, or is found twice
	Waiting State = "waits"
	Away    State = "not loaded" // its document
	Ending  State = "is being taken back, do it again"
)

// Merge says that an actor is another one.
type Merge struct {
	From string `json:"from"` // id
	Was  string `json:"was"`  // the name that From had
	Into string `json:"into"` // id
	Name string `json:"name"` // of Into when it was decided: documents that name only From do not rename it
	Kind string `json:"kind,omitempty"`
}

// The verdicts of a review.
const (
	Accept = "accept" // the statement is right, and stays whatever a later extractor finds
	Reject = "reject" // it is wrong, and stays out
	Fix    = "fix"    // it is corrected as the review says
)

// Review is a verdict on one statement of a document. Several statements may have the same places, as where "both
// countries" hold a stance: the review does not concern those that were Beside it then. In a changed text it
// follows its sentence, if that is found there exactly once; else it waits.
type Review struct {
	Verdict string `json:"verdict"`
	Note    string `json:"note,omitempty"`
	By      string `json:"by,omitempty"`

	Document string            `json:"document"`
	SHA256   string            `json:"sha256,omitempty"` // of the document's text when it was reviewed
	Sentence string            `json:"sentence"`         // its text
	Places   Places            `json:"places"`
	Was      schema.Statement  `json:"was"`          // what it was as extracted
	Is       *schema.Statement `json:"is,omitempty"` // what it is; nil when rejected
	Beside   []Reading         `json:"beside,omitempty"`
}

// Reading is what a statement says, without its place.
type Reading struct {
	Holder  string            `json:"holder"` // id
	Type    schema.StanceType `json:"type"`
	Negated bool              `json:"negated,omitempty"`
	Target  string            `json:"target"` // kind and id
}

// Places are where a statement is in its document, in bytes.
type Places struct {
	Sentence schema.Span `json:"sentence"`
	Cue      schema.Span `json:"cue"`
	Holder   schema.Span `json:"holder"`
	Target   schema.Span `json:"target"`
	Inferred bool        `json:"inferred,omitempty"`
}

// Prefixes of keys: a document needs all merges, but only its own reviews.
const mergeKey = "merge:"

func reviewKey(document string) string { return "review:" + hashOf(document) + ":" }

// Key identifies what is decided: of two decisions with one key the later one holds.
func (d Decision) Key() string {
	switch {
	case d.Merge != nil:
		return mergeKey + hashOf(d.Merge.From)
	case d.Review != nil:
		r := d.Review
		return reviewKey(r.Document) + hashOf(r.Was.ID, fmt.Sprint(r.Was.Negated))
	}
	return ""
}

// Decisions are all that were made, none twice, sorted by key.
type Decisions []Decision

// With adds a decision or replaces the one of its key. It refuses merges that run in a circle.
func (ds Decisions) With(d Decision) (Decisions, error) {
	if err := ds.check(d); err != nil {
		return nil, err
	}
	list := append(ds.Without(d.Key()), d)
	slices.SortFunc(list, func(a, b Decision) int { return strings.Compare(a.Key(), b.Key()) })
	return list, nil
}

// check finds merges that would run in a circle.
func (ds Decisions) check(d Decision) error {
	m := d.Merge
	switch {
	case m == nil:
		return nil
	case m.From == m.Into:
		return fmt.Errorf("%s cannot be merged into itself", clip(m.From))
	case ds.endsAt(m.Into, m.From):
		return fmt.Errorf("%s cannot be merged into %s: that is merged into it already", clip(m.From), clip(m.Into))
	}
	return nil
}

// endsAt says that an actor was merged into another one, or into that one as it is scoped to a document.
func (ds Decisions) endsAt(actor, other string) bool {
	last := ds.actor(actor)
	unscoped, _ := schema.UnscopedID(last)
	return last == other || last != actor && unscoped == other
}

// Without removes a decision.
func (ds Decisions) Without(key string) Decisions {
	return slices.DeleteFunc(slices.Clone(ds), func(d Decision) bool { return d.Key() == key })
}

// actor is the id of an actor after all merges.
func (ds Decisions) actor(id string) string {
	if m := ds.ready().last(id); m != nil {
		return m.Into
	}
	return id
}

// Reviewed finds the review that made a statement what it is now; false where there is none.
func (ds Decisions) Reviewed(statement string) (Review, bool) {
	for _, d := range ds {
		if r := d.Review; r != nil && (r.Was.ID == statement || r.Is != nil && r.Is.ID == statement) {
			return *r, true
		}
	}
	return Review{}, false
}

// Encode writes a decision as a store keeps it.
func (d Decision) Encode() (string, error) {
	data, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("writing a decision: %w", err)
	}
	return string(data), nil
}

// DecodeDecision reads what Encode wrote.
func DecodeDecision(data string) (Decision, error) {
	var d Decision
	if err := json.Unmarshal([]byte(data), &d); err != nil {
		return d, fmt.Errorf("reading a decision: %w", err)
	}
	if d.Key() == "" {
		return d, fmt.Errorf("reading a decision: %.80q is neither a merge nor a review", data)
	}
	return d, nil
}
