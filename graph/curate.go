package graph

import (
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// curation is decisions indexed for use on many documents.
type curation struct {
	merges  map[string]*Merge  // by From
	reviews map[string][]keyed // by document, sorted by key
}

type keyed struct {
	Review
	key string
}

// ready indexes the decisions, without those that are being taken back.
func (ds Decisions) ready() curation {
	c := curation{merges: map[string]*Merge{}, reviews: map[string][]keyed{}}
	for _, d := range ds {
		switch {
		case d.Ending:
		case d.Merge != nil:
			c.merges[d.Merge.From] = d.Merge
		case d.Review != nil:
			c.reviews[d.Review.Document] = append(c.reviews[d.Review.Document], keyed{*d.Review, d.Key()})
		}
	}
	for _, list := range c.reviews {
		slices.SortFunc(list, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	}
	return c
}

// curate puts the decisions into effect on a document as extracted, and gives the places where reviews of another
// version of the text were found. A part that no decision concerns is given back unchanged.
func (c curation) curate(p Part) (Part, map[string]place, error) {
	reviews := c.reviews[p.Document]
	merged := slices.ContainsFunc(p.Asserts, func(a Assert) bool { return c.merge(a.Actor) != nil })
	if len(reviews) == 0 && !merged {
		return p, nil, nil
	}
	b := openPart(p)
	anchored, moved := b.anchor(p, reviews)
	b.review(anchored)
	b.merge(c) // after the reviews, for one may bring in an actor that is merged
	curated, err := b.part()
	return curated, moved, err
}

// openPart gives a builder that holds a part.
func openPart(p Part) *partBuilder {
	b := &partBuilder{nodes: map[Ref]Node{}, edges: map[EdgeKey]Edge{}, asserts: newAsserts()}
	b.ex.Document.ID = p.Document
	for _, n := range p.Nodes {
		if t, ok := n.Props.(*TurnProps); ok {
			b.ex.Document.Turns = append(b.ex.Document.Turns,
				schema.Turn{Index: t.Index, Span: schema.Span{Start: t.Start, End: t.End}})
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
	b.scoped = b.scopes()
	return b
}

// scopes are the scoped ids of the part's actors by their ids without document, of those that it does not name too: a
// review may have been made before actors were scoped.
func (b *partBuilder) scopes() map[string]string {
	list := map[string]string{}
	for ref := range b.asserts.nodes {
		id, scoped := schema.UnscopedID(ref.ID)
		_, named := b.asserts.nodes[Ref{Actor, id}]
		if ref.Label == Actor && scoped && !named && ref.ID == schema.ScopedID(id, b.ex.Document.ID) {
			list[id] = ref.ID
		}
	}
	return list
}

// drop removes statements, but not their contrasts.
func (b *partBuilder) drop(gone map[Ref]bool) {
	maps.DeleteFunc(b.nodes, func(ref Ref, _ Node) bool { return gone[ref] })
	maps.DeleteFunc(b.edges, func(k EdgeKey, _ Edge) bool { return gone[k.From] && k.Type != ContrastsWith })
}

// redirect moves contrasts of replaced statements to the statements that replace them, and drops those that have lost
// an end.
func (b *partBuilder) redirect(other map[Ref]Ref) {
	now := func(ref Ref) Ref {
		if to, ok := other[ref]; ok {
			return to
		}
		return ref
	}
	var list []Edge
	for k, e := range b.edges {
		if k.Type == ContrastsWith {
			list = append(list, e)
			delete(b.edges, k)
		}
	}
	slices.SortFunc(list, compareEdge)
	for _, e := range list {
		from, to := now(e.From), now(e.To)
		_, there := b.nodes[from]
		_, against := b.nodes[to]
		_, twice := b.edges[EdgeKey{Type: ContrastsWith, From: to, To: from}]
		if there && against && !twice && from != to {
			b.edge(ContrastsWith, from, to, e.Props)
		}
	}
}

// merge replaces each actor by the one that it was merged into.
func (b *partBuilder) merge(c curation) {
	if len(c.merges) == 0 {
		return
	}
	to := func(ref Ref) Ref {
		if ref.Label == Actor {
			ref.ID = c.actor(ref.ID)
		}
		return ref
	}
	edges := b.edges
	b.edges = make(map[EdgeKey]Edge, len(edges))
	for _, k := range slices.SortedFunc(maps.Keys(edges), compareKey) {
		b.edge(k.Type, k.From, to(k.To), edges[k].Props)
	}
	b.mergeAsserts(c)
	b.mergeStatements()
}

func (b *partBuilder) mergeAsserts(c curation) {
	old := b.asserts.sorted()
	b.asserts = newAsserts()
	for _, a := range old {
		if _, isEdge := a.edge(); isEdge {
			a.Actor, a.Of, a.MemberOf = c.actor(a.Actor), c.actor(a.Of), c.actor(a.MemberOf)
			if a.Actor != a.Of && a.Actor != a.MemberOf {
				b.asserts.edge(a)
			}
		} else if a.Actor == "" || c.merge(a.Actor) == nil {
			b.asserts.nodes[a.node()] = a
		}
	}
	for _, a := range old { // after those that the document names itself
		m := c.last(a.Actor)
		if _, isEdge := a.edge(); isEdge || m == nil {
			continue
		}
		ref := Ref{Actor, m.Into}
		into, known := b.asserts.nodes[ref]
		if !known {
			into = Assert{Actor: m.Into, Name: m.Name, Kind: m.Kind}
		}
		names := append([]string{a.Name}, a.Aliases...)
		names = slices.DeleteFunc(names, func(name string) bool { return name == "" || name == into.Name })
		into.Aliases = union(into.Aliases, names)
		into.Merged = union(into.Merged, append(c.chain(a.Actor), a.Actor))
		b.asserts.nodes[ref] = into
	}
}

// union is the members of both lists, sorted.
func union(a, b []string) []string {
	list := slices.Concat(a, b)
	slices.Sort(list)
	return slices.Compact(list)
}

// merge is the merge of an actor, nil for none. One of an actor without document holds for that of each document too.
func (c curation) merge(actor string) *Merge {
	if m := c.merges[actor]; m != nil {
		return m
	}
	unscoped, scoped := schema.UnscopedID(actor)
	if m := c.merges[unscoped]; scoped && m != nil && m.Into != actor {
		return m
	}
	return nil
}

// chain lists an actor and those that it was merged into, without the last one, which it is now.
func (c curation) chain(actor string) []string {
	var ids []string
	// ends also where merges run in a circle
	for m := c.merge(actor); m != nil && len(ids) < len(c.merges); m = c.merge(m.Into) {
		ids = append(ids, m.From)
	}
	return ids
}

// last is the last merge of an actor's chain, nil where the actor was not merged.
func (c curation) last(actor string) *Merge {
	chain := c.chain(actor)
	if len(chain) == 0 {
		return nil
	}
	return c.merges[chain[len(chain)-1]] // of m.From, which has a merge of its own
}

func (c curation) actor(id string) string {
	if m := c.last(id); m != nil {
		return m.Into
	}
	return id
}

// mergeStatements keeps one of the statements that have become equal, at the same place: a reviewed one, else the one
// of the smallest id.
func (b *partBuilder) mergeStatements() {
	type said struct {
		Reading
		inferred             bool
		sayer                string
		sentence, start, end int
	}
	kept := map[said]Ref{}
	list := b.readings()
	reviewed := func(st schema.Statement) bool { return b.statementAt(Ref{Statement, st.ID}).Review != "" }
	slices.SortStableFunc(list, func(x, y schema.Statement) int {
		switch rx, ry := reviewed(x), reviewed(y); {
		case rx == ry:
			return 0
		case rx:
			return -1
		}
		return 1
	})
	gone, other := map[Ref]bool{}, map[Ref]Ref{}
	for _, st := range list {
		sayer := ""
		if st.Sayer != nil {
			sayer = st.Sayer.ID
		}
		key := said{readingOf(st), st.Inferred, sayer, st.Sentence.Start, st.Cue.Start, st.Cue.End}
		ref := Ref{Statement, st.ID}
		if first, twice := kept[key]; twice {
			gone[ref], other[ref] = true, first
		} else {
			kept[key] = ref
		}
	}
	if len(gone) == 0 {
		return
	}
	b.drop(gone)
	b.redirect(other)
	for ref, n := range b.nodes { // what was inferred from a dropped one is inferred from the kept one
		p, ok := n.Props.(*StatementProps)
		if !ok {
			continue
		}
		if first, ok := other[Ref{Statement, p.InferredFrom}]; ok {
			q := *p
			q.InferredFrom, n.Props = first.ID, &q
			b.nodes[ref] = n
		}
	}
}
