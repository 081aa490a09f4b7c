package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// predicates opens a clause for each token that heads one, in text order: verbs with a meaning of their own, what
// stands with a copula, and the nouns, adjectives and prepositions that the lexicon knows to carry a stance.
func (b *builder) predicates() {
	for i := range b.Tokens {
		switch {
		case b.isVerbPredicate(i):
			if b.participialAdjective(i) {
				b.open(i, schema.AdjPred, b.Lower(i), "")
			} else {
				b.open(i, schema.VerbPred, b.baseForm(i), b.particle(i))
			}
		case b.Child(i, "cop") >= 0:
			b.copular(i)
		case b.IsNoun(i):
			b.nounPredicate(i)
		case b.IsAdj(i):
			b.adjective(i)
		case b.Tag(i) == "IN":
			b.bareStancePhrase(i)
		}
	}
}

// isVerbPredicate: a verb that is neither an auxiliary nor in the place of a modifier or function word.
func (b *builder) isVerbPredicate(i int) bool {
	return b.IsVerb(i) && !b.Is(i, "aux", "aux:pass", "cop", "case", "mark", "fixed", "amod", "compound", "flat", "det", "cc")
}

// particle is the adverb that makes one verb with i: "rule out", "threw the case out"; "" without.
func (b *builder) particle(i int) string {
	if k := b.Child(i, "compound:prt"); k >= 0 {
		return b.Lower(k)
	}
	for _, k := range b.Children[i] {
		near := k > i && k <= i+3 && b.Is(k, "advmod", "obl", "case", "mark") && len(b.Children[k]) == 0
		if near && lexicon.IsParticle(b.Lower(k)) {
			return b.Lower(k)
		}
	}
	if o := b.Child(i, "obj"); o > i { // the particle attached to the object
		for _, k := range b.Children[o] {
			if k == o+1 && b.Tag(k) == "RP" && b.Is(k, "advmod", "compound:prt", "case") {
				return b.Lower(k)
			}
		}
	}
	return ""
}

// participialAdjective: the lexicon knows the participle i as an adjective, and what stands with it is that
// adjective's: "is opposed to", "horrified by".
func (b *builder) participialAdjective(i int) bool {
	switch b.Tag(i) {
	case "VBN":
	case "VBD", "VBG":
		if b.Child(i, "aux:pass", "cop") < 0 {
			return false
		}
	default:
		return false
	}
	for _, w := range b.words.Lookup(schema.AdjPred, b.Lower(i), "") {
		for _, k := range b.Children[i] {
			if b.fillsFrame(k, w.Frame) {
				return true
			}
		}
	}
	return false
}

// fillsFrame: k is the phrase or clause that the frame of an adjective asks for.
func (b *builder) fillsFrame(k int, frame string) bool {
	switch frame {
	case "":
		return false
	case "infinitive":
		return b.Is(k, "xcomp", "advcl", "ccomp") && b.infinitive(k)
	case "that":
		return b.Is(k, "ccomp")
	}
	return b.Preposition(k) == frame
}

// copular opens the clause of what is said of a subject: "is against the levy", "is in favour of", "is a critic of",
// "is wary of", "is a disaster".
func (b *builder) copular(i int) {
	if prep := b.Preposition(i); prep != "" {
		if full, _ := b.prepositional(i, prep); full != "" {
			b.open(i, schema.PrepPred, full, "")
			return
		}
	}
	switch {
	case b.Tag(i) == "IN":
		b.open(i, schema.PrepPred, b.Lower(i), "")
	case b.IsAdj(i) || b.IsVerb(i) || b.Tag(i) == "RB":
		b.open(i, schema.AdjPred, b.Lower(i), "")
	default:
		b.open(i, schema.NounPred, b.baseForm(i), "")
	}
}

// adjective opens a clause for an adjective of stance with a phrase of its own, or as an open complement.
func (b *builder) adjective(i int) {
	if len(b.words.Lookup(schema.AdjPred, b.Lower(i), "")) > 0 && (b.hasPhraseAfter(i) || b.Rel(i) == "xcomp") {
		b.open(i, schema.AdjPred, b.Lower(i), "")
	}
}

// baseForm is the lemma in small letters.
func (b *builder) baseForm(i int) string { return strings.ToLower(b.Lemma(i)) }

// prepositional says which stance preposition prep makes with i: "in favour of", with the noun i, whose object is i's
// own complement, or "against", whose object is i itself. It gives the object's token, −1 without; "" where it is
// none.
func (b *builder) prepositional(i int, prep string) (lemma string, object int) {
	known := func(p string) bool { return len(b.words.Lookup(schema.PrepPred, p, "")) > 0 }
	for _, k := range b.Children[i] {
		if k < i || !b.Is(k, "nmod", "obl") {
			continue
		}
		if full := prep + " " + b.Lower(i) + " " + b.Preposition(k); known(full) {
			return full, k
		}
		full := strings.Join([]string{prep, theWord, b.Lower(i), b.Preposition(k)}, " ")
		if known(full) {
			return full, k
		}
	}
	if full := prep + " " + b.Lower(i); known(full) {
		return full, -1
	}
	if known(prep) {
		return prep, i
	}
	return "", -1
}

// bareStancePhrase opens the clause of a stance preposition of several words without a copula: "came out in support
// of", "the union, at odds with the minister,". Preposition i has its noun under another word.
func (b *builder) bareStancePhrase(i int) {
	n := b.Head(i)
	if n < i || b.Rel(i) != "case" || b.Child(n, "cop") >= 0 || b.byHead[n] >= 0 {
		return
	}
	if full, object := b.prepositional(n, b.Preposition(n)); full != "" && object != n {
		b.open(n, schema.PrepPred, full, "")
	}
}

// nounPredicate opens a clause for a noun that the lexicon knows as a stance ("opposition") or as
// somebody who holds one ("critic").
func (b *builder) nounPredicate(i int) {
	if b.IsName(i) || b.byHead[i] >= 0 || b.Is(i, "flat", "case", "fixed", "compound") {
		return
	}
	lemma := b.baseForm(i)
	if len(b.words.Lookup(schema.NounPred, lemma, "")) > 0 {
		b.open(i, schema.NounPred, lemma, "")
	}
}

// hasPhraseAfter: a phrase or clause after i depends on it.
func (b *builder) hasPhraseAfter(i int) bool {
	return slices.ContainsFunc(b.Children[i], func(k int) bool {
		return k > i && b.Is(k, "obl", "nmod", "xcomp", "ccomp", "advcl", "obl:npmod")
	})
}

// open starts a clause; its arguments and factuality come later.
func (b *builder) open(i int, kind schema.PredKind, lemma, particle string) {
	if b.byHead[i] >= 0 {
		return
	}
	b.byHead[i] = len(b.clauses)
	b.clauses = append(b.clauses, schema.Clause{
		Sentence: b.sentence.Index, Kind: kind, Head: i, Lemma: lemma, Particle: particle, Parent: -1,
	})
}
