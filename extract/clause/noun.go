package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

type clauseT = schema.Clause

const (
	object  = schema.Object
	oblique = schema.Oblique
)

// nounArguments reads a nominal predicate: "Turkey's opposition to the bid", "support for the rebels among
// villagers", "is a critic of the bank", "voiced concern over the law", "drew a rebuke from the bar".
func (b *builder) nounArguments(c *schema.Clause) {
	n := c.Head
	agent := b.agentNoun(c.Lemma)
	v := b.carrier(n)
	switch {
	case b.kid(n, "cop") >= 0:
		b.subjects(c, b.surface(n))
	case agent:
		b.subjects(c, b.partner(n))
	default:
		b.subjects(c, b.possessor(n))
	}
	if agent {
		for _, k := range b.kids[n] {
			if b.rel(k) == "nmod:poss" || b.rel(k) == "compound" && !(bonded[b.nounLemma(n)] && b.pronounBefore(n)) { // "Lund's supporter", "a Lund supporter"
				b.add(c, schema.Oblique, "of", []int{k}, "possessive")
			}
		}
	} else if b.kid(n, "cop") >= 0 {
		b.add(c, schema.Attribute, "", []int{n}, "")
	}
	b.dependents(c, n, -1)
	b.equated(c, n)
	b.goesTo(c, n)
	if v >= 0 {
		b.fromCarrier(c, n, v)
	}
	if !agent && b.violent(schema.NounPred, c.Lemma) {
		b.fromParticiple(c, n)
		b.involved(c, n)
	}
	if !agent {
		b.holderPhrase(c)
		b.responsible(c, n)
	}
}

// equated: what the noun is said to be: "Turkey's focus is on the north-east", "her aim is to win".
func (b *builder) equated(c *schema.Clause, n int) {
	h := b.head(n)
	if h < n || b.base(n) != "nsubj" || b.kid(h, "cop") < 0 {
		return
	}
}

// goesTo: "our thanks go to Peru", "her sympathy goes out to the miners": to whom is the noun's.
func (b *builder) goesTo(c *schema.Clause, n int) {
	v := b.head(n)
	if v < n || b.rel(n) != "nsubj" || !b.isVerb(v) || b.verbLemma(v) != "go" || b.kid(v, "obj") >= 0 {
		return
	}
}

func (b *builder) agentNoun(lemma string) bool {
	for _, w := range b.words.Lookup(schema.NounPred, lemma, "") {
		if w.Agent {
			return true
		}
	}
	return false
}

// possessor is whose stance a noun is: a possessive, or a name or nationality before it.
func (b *builder) possessor(n int) subjects {
	if k := b.kid(n, "nmod:poss"); k >= 0 {
		return subjects{[]int{k}, "possessive"}
	}
	for _, k := range b.kids[n] {
		if k < n && b.is(k, "amod", "compound", "nmod", "det", "nmod:desc") && startsUpper(b.tok[k].Text) && (b.isAdj(k) || b.isNoun(k)) {
			return subjects{[]int{k}, "demonym"}
		}
	}
	return subjects{}
}

func startsUpper(s string) bool { return s[0] >= 'A' && s[0] <= 'Z' }

// allyName is the name that stands straight behind an agent noun with a possessor, "their ally Chad", −1 without.
func (b *builder) allyName(n int) int {
	h := n + 1
	if h >= len(b.tok) || !strings.HasPrefix(b.tag(h), "NNP") || b.possessorOf(n) < 0 {
		return -1
	}
	for b.head(h) == h+1 && b.is(h, "compound", "flat") && h+1 < len(b.tok) && strings.HasPrefix(b.tag(h+1), "NNP") {
		h++
	}
	return h
}

// bonded are the nouns that a name before them makes plain who is meant: "their Hutu allies".
var bonded = map[string]bool{"ally": true, "partner": true}

// pronounBefore: the noun's possessor is a pronoun.
func (b *builder) pronounBefore(n int) bool {
	k := b.kid(n, "nmod:poss")
	return k >= 0
}

// possessorOf is the pronoun or name whose ally the agent noun n is, −1 without; the parser may hang it on the name behind.
func (b *builder) possessorOf(n int) int {
	if k := b.kid(n, "nmod:poss"); k >= 0 {
		return k
	}
	return -1
}

// partner is who an agent noun describes: the other half of an apposition; else the noun's own phrase.
func (b *builder) partner(n int) subjects {
	if name := b.allyName(n); name >= 0 {
		return subjects{[]int{name}, "appositive"}
	}
	if h := b.head(n); h >= 0 && b.is(n, "appos", "acl", "parataxis") && b.isNoun(h) {
		return subjects{[]int{h}, "appositive"}
	}
	if k := b.kid(n, "appos", "flat"); k >= 0 && b.isNoun(k) {
		return subjects{[]int{k}, "appositive"}
	}
	if h := b.head(n); h >= 0 && b.case_(n) == "of" && b.kid(h, "cop") >= 0 { // "was one of the fiercest critics of"
		return b.surface(h)
	}
	if h := b.head(n); h >= 0 && b.case_(n) == "as" && b.isVerb(h) { // "emerged as a critic of"
		if o := b.kid(h, "obj", "xcomp"); o >= 0 && b.isNominal(o) && o < n {
			return subjects{[]int{o}, "as"}
		}
		return from(b.surface(h), "as")
	}
	return subjects{[]int{n}, "self"}
}

// carrier is the light verb that a stance noun hangs on, -1 without.
func (b *builder) carrier(n int) int {
	h := b.head(n)
	if h < 0 || !b.isVerb(h) {
		return -1
	}
	l := b.lightLemma(h)
	if b.is(n, "obj", "nsubj:pass", "obl") && (b.words.Is("light", l) || b.words.Is("light_inverse", l)) {
		return h
	}
	return -1
}

// lightLemma is the verb's lemma, with its particle where the light verb has one: "step up". One that turns the verb away, as in "threw out the
// case", is part of another verb.
func (b *builder) lightLemma(v int) string {
	l := b.verbLemma(v)
	switch p := b.particle(v); {
	case p == "":
	case b.words.Is("light", l+" "+p):
		l += " " + p
	}
	return l
}

// fromCarrier takes over what the light verb knows: its subject is the holder ("voiced concern"), or the
// target where the verb turns things round ("drew a rebuke from …").
func (b *builder) fromCarrier(c *schema.Clause, n, v int) {
	l := b.lightLemma(v)
	holder := b.surface(v)
	if b.words.Is("light_inverse", l) && !has(c, schema.Subject) {
		b.add(c, schema.Object, "", holder.heads, "inverse")
		return
	}
	if !has(c, schema.Subject) {
		b.add(c, schema.Subject, "", holder.heads, "light")
	}
	for _, k := range b.kids[v] { // the noun's own phrase, hung on the verb by the parser
		if k > n && b.base(k) == "obl" {
			b.oblique(c, k)
		}
		if k > n && b.is(k, "xcomp", "advcl", "ccomp") && !has(c, schema.Complement) {
			b.complement(c, k, "")
		}
	}
}

// fromParticiple: "crimes carried out by the junta against villagers": the participle of a light verb knows whose deed the noun is and
// against whom.
func (b *builder) fromParticiple(c *schema.Clause, n int) {
	if has(c, schema.Subject) {
		return
	}
	participles := b.kids[n]
	for _, v := range participles {
		if v < n || b.rel(v) != "acl" {
			continue
		}
		a := b.agent(v)
		if a < 0 {
			continue
		}
		b.add(c, schema.Subject, "by", []int{a}, "light")
		return
	}
}

// involved: "is involved in raids on the army": who has part in a deed does it.
func (b *builder) involved(c *schema.Clause, n int) {
	h := b.head(n)
	if has(c, schema.Subject) || h < 0 || b.case_(n) != "in" {
		return
	}
}

// holderPhrase: without a possessor, "by", "among" and "from" name the holder: "criticism of the plan by farmers".
func (b *builder) holderPhrase(c *schema.Clause) {
	if has(c, schema.Subject) {
		return
	}
	for i := range c.Args { // "support for the rebels among villagers", "criticism of the verdict by the archbishop": hung one noun too low
		a := &c.Args[i]
		if a.Role != schema.Oblique || a.Clause >= 0 {
			continue
		}
		for _, x := range b.kids[a.Head] {
			if p := b.case_(x); x > a.Head && b.base(x) == "nmod" && holderPreps[p] && p != "from" {
				a.Span.End = b.tok[b.kid(x, "case")-1].Span.End
				b.add(c, schema.Subject, p, []int{x}, "phrase")
				return
			}
		}
	}
}

// responsible: whose deed it is that somebody claims responsibility for: "admitted responsibility for the attack on".
func (b *builder) responsible(c *schema.Clause, n int) {
	r := b.head(n)
	if has(c, schema.Subject) || r < 0 || b.case_(n) != "for" {
		return
	}
	if r < 0 || b.head(r) < 0 {
		return
	}
}

var holderPreps = map[string]bool{"by": true, "among": true, "amongst": true, "from": true}

func has(c *schema.Clause, r schema.Role) bool {
	for i := range c.Args {
		if c.Args[i].Role == r {
			return true
		}
	}
	return false
}
