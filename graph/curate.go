package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// curate makes of what a document says, as extracted, what it says by the decisions. A part that no decision
// touches comes back as it is.
func (ds Decisions) curate(p Part) Part {
	reviews := ds.reviews(p.Document)
	merged := slices.ContainsFunc(p.Asserts, func(a Assert) bool { return a.Actor != "" && ds.Merged(a.Actor) != nil })
	if len(reviews) == 0 && !merged {
		return p
	}
	b := openPart(p)
	for _, r := range reviews {
		b.review(r)
	}
	b.trim()
	if merged || len(reviews) > 0 { // a review may bring in an actor that is merged
		b.merge(ds)
	}
	return b.part()
}

// openPart gives a builder that holds a part.
func openPart(p Part) *partBuilder {
	b := &partBuilder{nodes: map[Ref]Node{}, edges: map[EdgeKey]Edge{}, asserts: newAsserts()}
	b.ex.Document.ID = p.Document
	for _, n := range p.Nodes {
		if n.Label == Document { // these are made anew
			n.Props = maps.Clone(n.Props)
			delete(n.Props, "hash")
			delete(n.Props, "asserts")
			delete(n.Props, "story")
		}
		if n.Label == Turn {
			b.ex.Document.Turns = append(b.ex.Document.Turns, schema.Turn{Index: int(n.Props.Int("index")), Span: spanOf(n.Props)})
		}
		b.nodes[n.Ref] = n
	}
	for _, e := range p.Edges {
		b.edges[e.EdgeKey] = e
	}
	for _, a := range p.Asserts {
		if _, isEdge := a.edge(); isEdge {
			b.asserts.edge(a)
		} else {
			b.asserts.nodes[a.node()] = a
		}
	}
	return b
}

// review puts a verdict into effect, if the place that it is of is there.
func (b *partBuilder) review(r Review) {
	shift, ok := b.anchor(r)
	if !ok {
		return
	}
	places := r.Places.shifted(shift)
	for _, ref := range b.statements() {
		st := b.statementOf(ref)
		if placesOf(st) != places {
			continue
		}
		if r.Verdict == Reject && !sameReading(st, r.Was) {
			continue // another one, which nobody has judged
		}
		b.drop(ref, r.Is == nil || !sameReading(*r.Is, st))
	}
	if r.Is == nil {
		return
	}
	st := shiftStatement(*r.Is, shift)
	b.statement(st)
	b.nodes[Ref{Statement, st.ID}].Props["review"] = map[string]string{Accept: "accepted", Fix: "fixed"}[r.Verdict]
	b.nodes[Ref{Statement, st.ID}].Props["confidence"] = 1.0
}

// anchor finds how far the sentence of a review has moved since. Where the text is another one the sentence must
// stand in it exactly once.
func (b *partBuilder) anchor(r Review) (int, bool) {
	if b.nodes[b.docRef()].Props.String("sha256") == r.SHA256 {
		return 0, true
	}
	found, shift := 0, 0
	for _, n := range b.nodes {
		if n.Label == Sentence && n.Props.String("text") == r.Sentence {
			found++
			shift = int(n.Props.Int("start")) - r.Places.Sentence.Start
		}
	}
	return shift, found == 1
}

// statements are the refs of all statements, sorted.
func (b *partBuilder) statements() []Ref {
	var list []Ref
	for ref := range b.nodes {
		if ref.Label == Statement {
			list = append(list, ref)
		}
	}
	slices.SortFunc(list, compareRef)
	return list
}

// drop takes a statement out; with what follows from it where that does not hold any more.
func (b *partBuilder) drop(ref Ref, following bool) {
	delete(b.nodes, ref)
	for k := range b.edges {
		// what it is set against stays for the statement that comes in its place, if one does
		if k.From == ref && k.Type != ContrastsWith {
			delete(b.edges, k)
		}
	}
	if !following {
		return
	}
	for _, other := range b.statements() {
		if b.nodes[other].Props.String("inferredFrom") == ref.ID {
			b.drop(other, true)
		}
	}
}

// trim takes out what is left of dropped statements: contrasts, sentences and issues of nobody.
func (b *partBuilder) trim() {
	told, targets := map[Ref]bool{}, map[Ref]bool{}
	for k := range b.edges {
		_, from := b.nodes[k.From]
		_, to := b.nodes[k.To]
		switch {
		case k.Type == ContrastsWith && !(from && to):
			delete(b.edges, k)
		case k.Type == Evidence:
			told[k.To] = true
		case k.Type == Target:
			targets[k.To] = true
		}
	}
	for ref := range b.nodes {
		if ref.Label == Sentence && !told[ref] {
			delete(b.nodes, ref)
			maps.DeleteFunc(b.edges, func(k EdgeKey, _ Edge) bool { return k.From == ref })
		}
	}
	maps.DeleteFunc(b.asserts.nodes, func(ref Ref, _ Assert) bool { return ref.Label == Issue && !targets[ref] })
}

// merge names each actor by the one that it was merged into.
func (b *partBuilder) merge(ds Decisions) {
	to := func(ref Ref) Ref {
		if ref.Label == Actor {
			ref.ID = ds.actor(ref.ID)
		}
		return ref
	}
	edges := b.edges
	b.edges = make(map[EdgeKey]Edge, len(edges))
	for _, k := range slices.SortedFunc(maps.Keys(edges), compareKey) {
		b.edge(k.Type, k.From, to(k.To), edges[k].Props)
	}
	b.mergeAsserts(ds)
	b.mergeStatements()
}

func (b *partBuilder) mergeAsserts(ds Decisions) {
	old := b.asserts.sorted()
	b.asserts = newAsserts()
	for _, a := range old {
		if _, isEdge := a.edge(); isEdge {
			a.Actor, a.Of, a.MemberOf = ds.actor(a.Actor), ds.actor(a.Of), ds.actor(a.MemberOf)
			if a.Actor != a.Of && a.Actor != a.MemberOf {
				b.asserts.edge(a)
			}
		} else if a.Actor == "" || ds.Merged(a.Actor) == nil {
			b.asserts.nodes[a.node()] = a
		}
	}
	for _, a := range old { // after those that were named by their own names
		m := ds.last(a.Actor)
		if _, isEdge := a.edge(); isEdge || m == nil {
			continue
		}
		ref := Ref{Actor, m.Into}
		into, known := b.asserts.nodes[ref]
		if !known {
			into = Assert{Actor: m.Into, Name: m.Name, Kind: m.Kind}
		}
		into.Aliases = slices.Clone(into.Aliases)
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			if name != "" && name != into.Name {
				into.Aliases = append(into.Aliases, name)
			}
		}
		slices.Sort(into.Aliases)
		into.Aliases = slices.Compact(into.Aliases)
		b.asserts.nodes[ref] = into
	}
}

// last is the merge at the end of an actor's way, nil where it stands for itself.
func (ds Decisions) last(actor string) (m *Merge) {
	if actor == "" {
		return nil
	}
	for range ds {
		next := ds.Merged(actor)
		if next == nil {
			break
		}
		m, actor = next, next.Into
	}
	return m
}

// mergeStatements keeps one of the statements that say the same now, by the same words: the one of the smallest id,
// but a reviewed one before others.
func (b *partBuilder) mergeStatements() {
	kept := map[string]Ref{}
	list := b.statements()
	slices.SortStableFunc(list, func(x, y Ref) int {
		return cmp.Compare(len(b.nodes[y].Props.String("review")), len(b.nodes[x].Props.String("review")))
	})
	for _, ref := range list {
		if _, there := b.nodes[ref]; !there {
			continue
		}
		st := b.statementOf(ref)
		sayer := ""
		if st.Sayer != nil {
			sayer = st.Sayer.ID
		}
		key := fmt.Sprint(st.Sentence.Start, st.Cue.Start, st.Cue.End, st.Type, st.Negated, st.Inferred, st.Holder.ID, st.Target.Kind, st.Target.ID, sayer)
		if _, twice := kept[key]; twice {
			b.drop(ref, true)
			maps.DeleteFunc(b.edges, func(k EdgeKey, _ Edge) bool { return k.From == ref || k.To == ref })
		} else {
			kept[key] = ref
		}
	}
}
