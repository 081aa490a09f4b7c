package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// predicates finds the tokens that head a clause, in text order: verbs with a meaning of their own,
// what stands with a copula, and the nouns, adjectives and prepositions that the lexicon knows to carry a stance.
func (b *builder) predicates() {
	for i := range b.tok {
		switch {
		case b.isVerbPredicate(i):
			b.open(i, schema.VerbPred, b.nounLemma(i), b.particle(i))
			b.adjectiveInDisguise(i)
		case b.kid(i, "cop") >= 0:
			b.copular(i)
		case b.isNoun(i):
			b.nounPredicate(i)
		case b.isAdj(i) && len(b.words.Lookup(schema.AdjPred, b.lower(i), "")) > 0 && (b.hasDependentPhrase(i) || b.rel(i) == "xcomp"):
			b.open(i, schema.AdjPred, b.lower(i), "")
		case b.tag(i) == "IN":
			b.barePreposition(i)
		}
	}
}

func (b *builder) isVerbPredicate(i int) bool {
	if !b.isVerb(i) {
		return false
	}
	switch b.rel(i) {
	case "aux", "aux:pass", "cop", "case", "mark", "fixed", "amod", "compound", "flat", "det", "cc":
		return false
	}
	return true
}

// particle is the adverb that makes one verb with i: "rule out", "stand up".
func (b *builder) particle(i int) string {
	if k := b.kid(i, "compound:prt"); k >= 0 {
		return b.lower(k)
	}
	for _, k := range b.kids[i] {
		if k > i && k <= i+3 && b.is(k, "advmod", "obl", "case", "mark") && len(b.kids[k]) == 0 && lexicon.IsParticle(b.lower(k)) {
			return b.lower(k)
		}
	}
	if o := b.kid(i, "obj"); o > i { // "threw the case out", the particle hung on the noun
		for _, k := range b.kids[o] {
			if k == o+1 && b.tag(k) == "RP" && b.is(k, "advmod", "compound:prt", "case") {
				return b.lower(k)
			}
		}
	}
	return ""
}

// adjectiveInDisguise: "is opposed to", "horrified by", tagged as a passive, is an adjective where
// the lexicon knows it as one and its preposition stands there.
func (b *builder) adjectiveInDisguise(i int) {
	if b.tag(i) != "VBN" && b.tag(i) != "VBD" && b.tag(i) != "VBG" {
		return
	}
	c := &b.clauses[len(b.clauses)-1]
	for _, w := range b.words.Lookup(schema.AdjPred, b.lower(i), "") {
		for _, k := range b.kids[i] {
			if b.case_(k) == w.Frame && w.Frame != "" || w.Frame == "infinitive" && b.is(k, "xcomp", "advcl", "ccomp") && b.kid(k, "mark") >= 0 && b.lower(b.kid(k, "mark")) == "to" || w.Frame == "that" && b.is(k, "ccomp") {
				if b.kid(i, "aux:pass", "cop") < 0 && b.tag(i) != "VBN" {
					continue
				}
				c.Kind, c.Lemma, c.Particle = schema.AdjPred, b.lower(i), ""
				return
			}
		}
	}
}

// copular opens the clause of a copula: "is against the levy", "is in favour of", "is a critic of", "is wary of", "is a disaster".
func (b *builder) copular(i int) {
	if prep := b.case_(i); prep != "" {
		if full, _ := b.prepositional(i, prep); full != "" {
			b.open(i, schema.PrepPred, full, "")
			return
		}
	}
	switch {
	case b.isAdj(i) || b.isVerb(i) || b.tag(i) == "RB" || b.tag(i) == "IN":
		lemma := b.lower(i)
		kind := schema.AdjPred
		if b.tag(i) == "IN" {
			kind = schema.PrepPred
		}
		b.open(i, kind, lemma, "")
	default:
		b.open(i, schema.NounPred, b.nounLemma(i), "")
	}
}

func (b *builder) nounLemma(i int) string {
	if l := b.lemma(i); l != "" {
		return strings.ToLower(l)
	}
	return b.lower(i)
}

// prepositional says which stance preposition stands before i: "against" of the object i itself,
// or "in favour of", whose object is i's own complement. It gives the object's token, -1 without.
func (b *builder) prepositional(i int, prep string) (lemma string, object int) {
	for _, k := range b.kids[i] {
		if b.is(k, "nmod", "obl") && k > i {
			full := prep + " " + b.lower(i) + " " + b.case_(k)
			if len(b.words.Lookup(schema.PrepPred, full, "")) > 0 {
				return full, k
			}
			if the := prep + " the " + b.lower(i) + " " + b.case_(k); b.definite(i, prep) && len(b.words.Lookup(schema.PrepPred, the, "")) > 0 {
				return the, k // "with the help of"
			}
		}
	}
	if full := prep + " " + b.lower(i); len(b.words.Lookup(schema.PrepPred, full, "")) > 0 {
		return full, -1
	}
	if len(b.words.Lookup(schema.PrepPred, prep, "")) > 0 {
		return prep, i
	}
	return "", -1
}

// definite: an article straight before the noun; behind "with" an adjective may stand between ("with the full support of"), elsewhere it
// would be another side or another face.
func (b *builder) definite(i int, prep string) bool {
	k := i - 1
	for prep == "with" && k > 0 && b.tag(k) == "JJ" && !startsUpper(b.tok[k].Text) {
		k--
	}
	return k > 0 && b.lower(k) == "the"
}

// barePreposition: a long stance preposition without a copula ("came out in support of …", "the union,
// at odds with the minister, …") has its noun under another word.
func (b *builder) barePreposition(i int) {
	n := b.head(i)
	if n < i || b.rel(i) != "case" || b.kid(n, "cop") >= 0 {
		return
	}
	full, object := b.prepositional(n, b.case_(n))
	if full == "" || object == n || b.byHead[n] >= 0 {
		return
	}
	b.open(n, schema.PrepPred, full, "")
}

// nounPredicate opens a clause for a noun that the lexicon knows as a stance ("opposition") or as
// somebody who holds one ("critic").
func (b *builder) nounPredicate(i int) {
	if b.tag(i) == "NNP" || b.tag(i) == "NNPS" || b.byHead[i] >= 0 {
		return
	}
	lemma := b.nounLemma(i)
	if len(b.words.Lookup(schema.NounPred, lemma, "")) == 0 {
		return
	}
	if b.is(i, "flat", "case", "fixed") || b.rel(i) == "compound" && b.nameBehind(i) < 0 {
		return
	}
	b.open(i, schema.NounPred, lemma, "")
}

func (b *builder) hasDependentPhrase(i int) bool {
	for _, k := range b.kids[i] {
		if k > i && b.is(k, "obl", "nmod", "xcomp", "ccomp", "advcl", "obl:npmod") {
			return true
		}
	}
	return false
}

// open starts a clause; arguments and meaning come later.
func (b *builder) open(i int, kind schema.PredKind, lemma, particle string) {
	if b.byHead[i] >= 0 {
		return
	}
	b.byHead[i] = len(b.clauses)
	b.clauses = append(b.clauses, schema.Clause{
		Sentence: b.sentence.Index, Kind: kind, Head: i, Lemma: lemma, Particle: particle,
		Parent: -1,
	})
}

// reporting: a verb of speech or thought.
func (b *builder) reporting(lemma string) bool {
	return b.words.Is("speech", lemma) || b.words.Is("cognition", lemma)
}
