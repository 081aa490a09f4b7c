package clause

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Nominal predicates: stance nouns ("opposition to the bid"), agent nouns ("a critic of the bank") and event nouns
// ("raids on the army"), with their holder or agent.

// nounArguments fills the arguments of a nominal predicate: "Turkey's opposition to the bid", "support for the rebels
// among villagers", "is a critic of the bank", "voiced concern over the law", "drew a rebuke from the bar". Its
// subject is the holder, or the agent of an event.
func (b *builder) nounArguments(c *schema.Clause) {
	n := c.Head
	copular := b.Child(n, "cop") >= 0
	agent := b.agentNoun(c.Lemma)
	switch {
	case copular:
		b.subjects(c, b.surface(n))
	case agent:
		b.subjects(c, b.bearer(n))
	default:
		b.subjects(c, b.possessor(n))
	}
	if agent {
		for _, k := range b.Children[n] { // "Lund's supporter", "a Lund supporter"
			if b.Rel(k) == "nmod:poss" || b.Rel(k) == "compound" && !b.possessed(n) {
				b.add(c, schema.Oblique, ofWord, []int{k}, schema.Possessor)
			}
		}
	} else if copular {
		b.add(c, schema.Attribute, "", []int{n}, schema.Overt)
	}
	b.dependents(c, n, -1)
	if v := b.lightVerb(n); v >= 0 {
		b.fromLightVerb(c, n, v)
	}
	if !agent {
		b.holderPhrase(c)
	}
}

// agentNoun: the lexicon knows the noun as somebody who holds a stance.
func (b *builder) agentNoun(lemma string) bool {
	found := b.words.Lookup(schema.NounPred, lemma, "")
	return slices.ContainsFunc(found, func(w lexicon.Word) bool { return w.Agent })
}

// possessed: the noun has a possessor, "their Hutu allies".
func (b *builder) possessed(n int) bool { return b.Child(n, "nmod:poss") >= 0 }

// possessor is whose stance a noun is: its possessor, or a name or nationality before it.
func (b *builder) possessor(n int) subjects {
	if k := b.Child(n, "nmod:poss"); k >= 0 {
		return subjects{[]int{k}, schema.Possessor}
	}
	for _, k := range b.Children[n] {
		modifier := b.Is(k, "amod", "compound", "nmod", "det", "nmod:desc") && (b.IsAdj(k) || b.IsNoun(k))
		if k < n && modifier && startsUpper(b.Tokens[k].Text) {
			return subjects{[]int{k}, schema.FromDemonym}
		}
	}
	return subjects{}
}

func startsUpper(s string) bool { return s[0] >= 'A' && s[0] <= 'Z' }

// bearer is whom an agent noun describes: the other half of an apposition, what it is predicated of; without any, the
// noun's own phrase.
func (b *builder) bearer(n int) subjects {
	h := b.Head(n)
	if h >= 0 && b.Is(n, "appos", "acl", "parataxis") && b.IsNoun(h) {
		return subjects{[]int{h}, schema.OfApposition}
	}
	if k := b.Child(n, "appos", "flat"); k >= 0 && b.IsNoun(k) {
		return subjects{[]int{k}, schema.OfApposition}
	}
	switch prep := b.Preposition(n); {
	case h >= 0 && prep == ofWord && b.Child(h, "cop") >= 0: // "was one of the fiercest critics of"
		return b.surface(h)
	case h >= 0 && prep == asWord && b.IsVerb(h): // "emerged as a critic of"
		if o := b.Child(h, "obj", "xcomp"); o >= 0 && b.IsNominal(o) && o < n {
			return subjects{[]int{o}, schema.AsPredicate}
		}
		return from(b.surface(h), schema.AsPredicate)
	}
	return subjects{[]int{n}, schema.Itself}
}

// lightVerb is the light verb that has a stance noun as its object or oblique, −1 without.
func (b *builder) lightVerb(n int) int {
	h := b.Head(n)
	if h < 0 || !b.IsVerb(h) || !b.Is(n, "obj", "nsubj:pass", "obl") {
		return -1
	}
	if l := b.lightLemma(h); b.words.Is("light", l) || b.words.Is("light_inverse", l) {
		return h
	}
	return -1
}

// lightLemma is the verb's lemma, with its particle where that makes another light verb: "step up".
func (b *builder) lightLemma(v int) string {
	l := b.baseForm(v)
	if full := l + " " + b.particle(v); b.words.Is("light", full) {
		return full
	}
	return l
}

// fromLightVerb takes over the arguments of light verb v: its subject is the noun's holder ("voiced concern"), or its
// target where the verb is inverse ("drew a rebuke from …").
func (b *builder) fromLightVerb(c *schema.Clause, n, v int) {
	if !c.Has(schema.Subject) {
		subject := b.surface(v).heads
		if b.words.Is("light_inverse", b.lightLemma(v)) {
			b.add(c, schema.Object, "", subject, schema.FromInverse)
			return
		}
		b.add(c, schema.Subject, "", subject, schema.FromLight)
	}
	for _, k := range b.Children[v] { // phrases of the noun that the parser attached to the verb
		if k > n && b.Base(k) == "obl" {
			b.oblique(c, k)
		}
		if k > n && b.Is(k, "xcomp", "advcl", "ccomp") && !c.Has(schema.Complement) {
			b.complement(c, k, schema.Overt)
		}
	}
}

// holderPhrase: a phrase with "by" or "among" that the parser attached to the noun's own oblique names the holder:
// "support for the rebels among villagers", "criticism of the verdict by the archbishop".
func (b *builder) holderPhrase(c *schema.Clause) {
	if c.Has(schema.Subject) {
		return
	}
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Oblique || a.Clause >= 0 {
			continue
		}
		for _, x := range b.Children[a.Head] {
			if p := b.Preposition(x); x > a.Head && b.Base(x) == "nmod" && holderPreps[p] {
				a.Span.End = b.Tokens[b.Child(x, "case")-1].Span.End
				b.add(c, schema.Subject, p, []int{x}, schema.FromPhrase)
				return
			}
		}
	}
}
