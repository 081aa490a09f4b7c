package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// place is where the sentence of a review was found in another version of the text than the reviewed one.
type place struct {
	Shift int // of all its bytes
	Index int // of its sentence
}

// anchored is a review with its places in the present text.
type anchored struct {
	keyed
	places Places
	was    schema.Statement
	is     *schema.Statement
}

// anchor finds the sentences of reviews. Those of another text are found by their words, where these stand in the
// text exactly once, and noted in moved; the others wait. A store keeps no texts, so it remembers moved.
func (b *partBuilder) anchor(p Part, reviews []keyed) (list []anchored, moved map[string]place) {
	sum := b.documentProps().SHA256
	for _, r := range reviews {
		at := place{0, r.Was.Sentence.Index}
		if r.SHA256 != sum {
			var ok bool
			if at, ok = p.find(r); !ok {
				continue
			}
			if moved == nil {
				moved = map[string]place{}
			}
			moved[r.key] = at
		}
		a := anchored{keyed: r, places: r.Places.shifted(at.Shift), was: shiftStatement(r.Was, at)}
		if r.Is != nil {
			is := shiftStatement(*r.Is, at)
			a.is = &is
		}
		list = append(list, a)
	}
	return list, moved
}

func (p Part) find(r keyed) (place, bool) {
	if p.text == "" {
		at, ok := p.moved[r.key]
		return at, ok
	}
	start := strings.Index(p.text, r.Sentence)
	if r.Sentence == "" || start < 0 || strings.LastIndex(p.text, r.Sentence) != start {
		return place{}, false
	}
	at := place{start - r.Places.Sentence.Start, r.Was.Sentence.Index}
	for _, s := range p.sentences {
		if s.Span.Start == start {
			at.Index = s.Index
		}
	}
	return at, true
}

// review puts verdicts into effect: it drops first and adds then, so that a reviewed statement stays whatever happens
// to the one that it was inferred from.
func (b *partBuilder) review(list []anchored) {
	if len(list) == 0 {
		return
	}
	standing, named := b.readings(), b.named()
	gone, other := map[Ref]bool{}, map[Ref]Ref{}
	for _, r := range list {
		for _, st := range r.replaces(standing) {
			ref := Ref{Statement, st.ID}
			gone[ref] = true
			if r.is != nil {
				other[ref] = Ref{Statement, r.is.ID}
			}
			if r.is == nil || readingOf(*r.is) != readingOf(st) {
				b.addInferred(ref, gone)
			}
		}
	}
	b.drop(gone)
	for _, r := range list {
		if r.is != nil {
			b.putReviewed(*r.is, r.Verdict)
		}
	}
	b.redirect(other)
	b.dropUnused(named)
}

// replaces gives the statements that a review is about. Where a later extractor finds, in place of the reviewed
// statement, another one at the same places that was not there at the time of the review, it is taken for another
// reading of it.
func (r anchored) replaces(standing []schema.Statement) []schema.Statement {
	var same, others, equal []schema.Statement
	for _, st := range standing {
		at := placesOf(st) == r.places
		switch {
		case at && readingOf(st) == readingOf(r.was):
			same = append(same, st)
		case r.is != nil && st.ID == r.is.ID:
			equal = append(equal, st) // extracted as the review says
		case at && r.is != nil && !slices.Contains(r.Beside, readingOf(st)):
			others = append(others, st)
		}
	}
	if len(same) == 0 && len(equal) == 0 {
		same = others
	}
	return append(same, equal...)
}

// addInferred adds what was inferred from a statement.
func (b *partBuilder) addInferred(from Ref, gone map[Ref]bool) {
	for ref, n := range b.nodes {
		if p, ok := n.Props.(*StatementProps); ok && p.InferredFrom == from.ID && !gone[ref] {
			gone[ref] = true
			b.addInferred(ref, gone)
		}
	}
}

// putReviewed adds a reviewed statement. Of two reviews with the same result the first counts.
func (b *partBuilder) putReviewed(st schema.Statement, verdict string) {
	ref := Ref{Statement, st.ID}
	if _, there := b.nodes[ref]; there {
		return
	}
	b.statement(st)
	p := b.statementAt(ref)
	p.Confidence, p.Review = 1, "accepted"
	if verdict == Fix {
		p.Review = "fixed"
	}
	b.nodes[ref] = Node{Ref: ref, Props: &p}
}

// named are the actors that statements name.
func (b *partBuilder) named() map[Ref]bool {
	list := map[Ref]bool{}
	for k := range b.edges {
		if k.To.Label == Actor {
			list[k.To] = true
		}
	}
	return list
}

// dropUnused drops what only dropped statements used: their sentences, issues and actors.
func (b *partBuilder) dropUnused(before map[Ref]bool) {
	needed := b.named()
	for k := range b.edges {
		if k.Type == Evidence || k.Type == Target {
			needed[k.To] = true
		}
	}
	for _, a := range b.asserts.edges {
		for _, id := range []string{a.Actor, a.Of, a.MemberOf} {
			needed[Ref{Actor, id}] = true
		}
	}
	maps.DeleteFunc(b.nodes, func(ref Ref, _ Node) bool { return ref.Label == Sentence && !needed[ref] })
	maps.DeleteFunc(b.edges, func(k EdgeKey, _ Edge) bool { return k.From.Label == Sentence && !needed[k.From] })
	maps.DeleteFunc(b.asserts.nodes, func(ref Ref, _ Assert) bool {
		return !needed[ref] && (ref.Label == Issue || before[ref])
	})
}
