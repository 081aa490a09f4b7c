package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// arguments fills a clause's arguments. Subjects of every predicate must be known before (see subject.go).
func (b *builder) arguments(ci int) {
	c := &b.clauses[ci]
	switch c.Kind {
	case schema.VerbPred:
		b.verbArguments(c)
	case schema.AdjPred:
		b.subjects(c, b.surface(c.Head))
		b.dependents(c, c.Head, -1)
	case schema.PrepPred:
		b.prepArguments(c)
	case schema.NounPred:
		b.nounArguments(c)
	}
}

// verbArguments reads a verb's arguments and undoes the passive: Subject is who acts.
func (b *builder) verbArguments(c *schema.Clause) {
	c.Passive = b.passive(c.Head)
	found := b.surface(c.Head)
	if !c.Passive {
		b.subjects(c, found)
		b.dependents(c, c.Head, -1)
		b.sharedObject(c)
		return
	}
	b.add(c, schema.Object, "", found.heads, found.from)
	agent := b.agent(c.Head)
	if agent >= 0 {
		b.add(c, schema.Subject, "by", []int{agent}, schema.Overt)
	}
	b.dependents(c, c.Head, agent)
}

// sharedObject: "arming and funding the rebels": two verbs side by side share the object of the second.
func (b *builder) sharedObject(c *schema.Clause) {
	for _, x := range c.Args {
		if x.Role == schema.Object || x.Role == schema.Complement || x.Role == schema.Oblique && x.Head > c.Head {
			return
		}
	}
	for _, k := range b.Children[c.Head] {
		if b.Rel(k) == "conj" && k > c.Head && k <= c.Head+2 && b.IsVerb(k) {
			if o := b.Child(k, "obj"); o >= 0 {
				b.add(c, schema.Object, "", []int{o}, schema.Shared)
			}
			return
		}
	}
}

// prepArguments: "X is against Y", "X is in favour of Y".
func (b *builder) prepArguments(c *schema.Clause) {
	found := b.surface(c.Head)
	if h := b.Head(c.Head); len(found.heads) == 0 && h >= 0 && b.Base(c.Head) == "obl" && b.byHead[h] >= 0 {
		found = b.surface(h) // "remains steadfast in support of"
	}
	b.subjects(c, found)
	_, object := b.prepositional(c.Head, b.Preposition(c.Head))
	if object >= 0 {
		b.add(c, schema.Object, "", []int{object}, schema.Overt)
	}
	b.dependents(c, c.Head, object)
}

// dependents adds the arguments that hang under h: objects, obliques by preposition, clauses.
// The token skip is left out (an agent, a preposition's own object).
func (b *builder) dependents(c *schema.Clause, h, skip int) {
	for _, k := range b.Children[h] {
		if k == skip {
			continue
		}
		switch b.Base(k) {
		case "obj":
			if !b.relativiser(k) || b.Rel(h) != "acl:relcl" {
				b.add(c, schema.Object, "", []int{k}, schema.Overt)
			}
		case "iobj":
			role := schema.Recipient
			if b.Child(h, "obj") < 0 && (b.Child(h, "ccomp", "xcomp") < 0) { // "told the players not to leave"
				role = schema.Object
			}
			b.add(c, role, "", []int{k}, schema.Overt)
		case "obl", "nmod":
			b.oblique(c, k)
		case "xcomp", "ccomp":
			if b.IsNoun(k) && b.Rel(k) == "xcomp" && b.byHead[k] < 0 && b.Child(h, "obj") < 0 && b.Child(k, "mark", "case") < 0 {
				b.add(c, schema.Object, "", []int{k}, schema.Overt) // "named Iran as a backer", the name read as a predicate
				continue
			}
			b.complement(c, k, schema.Overt)
		case "advcl":
			b.adverbial(c, k)
		case "acl":
			if c.Kind != schema.VerbPred && b.Rel(k) != "acl:relcl" {
				b.complement(c, k, schema.Overt)
			}
		}
	}
	b.relativeGap(c, h)
}

// oblique adds a prepositional phrase.
func (b *builder) oblique(c *schema.Clause, k int) {
	prep := b.Preposition(k)
	if prep == "" || b.Lower(k) == "behalf" { // "on behalf of the union": no target of "on"
		return
	}
	b.add(c, schema.Oblique, prep, []int{k}, schema.Overt)
}

// adverbial: "accused Syria of harbouring …" has its clause under a preposition; "to keep …" may be a purpose.
func (b *builder) adverbial(c *schema.Clause, k int) {
	m := b.Child(k, "mark", "case")
	switch {
	case m < 0:
	case b.Lower(m) == toWord:
		b.complement(c, k, schema.OfPurpose)
	case b.Tag(k) == "VBG":
		b.complementAs(c, schema.Oblique, b.Lower(m), k, schema.Overt)
	}
}

// complement adds a clausal complement with its kind: to, how (to), that, whether, wh, -ing, bare.
func (b *builder) complement(c *schema.Clause, k int, from schema.Provenance) {
	m := b.Child(k, "mark")
	prep, role := "bare", schema.Complement
	switch {
	case m >= 0:
		prep = b.Lower(m)
		if !complementizers[prep] {
			role = schema.Oblique
		}
		if prep == toWord && b.asksHow(k, m) {
			prep = "how"
		}
	case b.Tag(k) == "VBG", b.gerundAux(k):
		prep = "-ing"
	case b.Rel(k) == "ccomp":
		prep = thatWord
	}
	b.complementAs(c, role, prep, k, from)
}

// asksHow: "advised them on how to leave", "what to do": an infinitive behind a question word is a question, no deed to be done.
func (b *builder) asksHow(k, to int) bool {
	return slices.ContainsFunc(b.Children[k], func(x int) bool { return x < to && strings.HasPrefix(b.Tag(x), "W") })
}

// gerundAux: "being lectured".
func (b *builder) gerundAux(k int) bool {
	a := b.Child(k, "aux:pass", "cop", "aux")
	return a >= 0 && b.Tag(a) == "VBG" && a == b.leftmost(k)
}

func (b *builder) complementAs(c *schema.Clause, role schema.Role, prep string, k int, from schema.Provenance) {
	first, last := b.Phrase(k, func(x int) bool {
		if b.Head(x) == k {
			switch b.Rel(x) {
			case "mark", "parataxis":
				return true
			case "conj":
				return b.ownSubject(k)
			}
		}
		return b.Rel(x) == "parataxis"
	})
	p := schema.Phrase{Sentence: b.sentence.Index, Head: k, Span: b.Span(first, last), Clause: b.byHead[k]}
	c.Args = append(c.Args, schema.Arg{Role: role, Prep: prep, From: from, Phrase: p})
}

// ownSubject says whether a verb conjoined to k has a subject of its own, so that it is another clause.
func (b *builder) ownSubject(k int) bool {
	return slices.ContainsFunc(b.Children[k], func(x int) bool {
		return b.Rel(x) == "conj" && b.Child(x, "nsubj", "nsubj:pass") >= 0
	})
}

// subjects adds the subject phrases.
func (b *builder) subjects(c *schema.Clause, s subjects) {
	b.add(c, schema.Subject, "", s.heads, s.from)
}
