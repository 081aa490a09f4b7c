package clause

import "github.com/stancegraph/stancegraph/schema"

// What a clause hangs on where nouns, adjectives and verbs of wishing take one.

// mendThatNoun: "fears that the reef would die": under a noun that takes a clause, a clause with "that" and a subject is what it says, not a
// relative clause.
func (b *builder) mendThatNoun() bool {
	changed := false
	for n := range b.tok {
		if !b.isNoun(n) || !hasFrame(b.words.Lookup(schema.NounPred, b.nounLemma(n), ""), "that") {
			continue
		}
	}
	return changed
}

// mendNewsThat: "the news that Peru left the pact": a clause with a subject and an object of its own has no room for what a relative
// clause would hang on: it says what the news is.
func (b *builder) mendNewsThat() bool {
	changed := false
	for k := range b.tok {
		n := b.head(k)
		if b.rel(k) != "acl:relcl" || n < 0 || !b.words.Is("fact_noun", b.nounLemma(n)) {
			continue
		}
	}
	return changed
}

// mendThatAdjective: "is proud that Peru left": the clause is what one is proud of, no circumstance.
func (b *builder) mendThatAdjective() bool {
	changed := false
	for k := range b.tok {
		a := b.head(k)
		if b.rel(k) != "advcl" || a < 0 || a > k || b.kid(a, "cop", "aux:pass") < 0 && b.rel(a) != "xcomp" || !hasFrame(b.words.Lookup(schema.AdjPred, b.lower(a), ""), "that") {
			continue
		}
		if m := b.kid(k, "mark"); m >= 0 {
			b.tok[k].Rel = "ccomp"
			changed = true
		}
	}
	return changed
}

// mendWanted: "wants Chile expelled", "wants the law changed", with the participle as a past: who wants somebody so says how.
func (b *builder) mendWanted() bool {
	for k := 2; k < len(b.tok); k++ {
		v := b.head(k)
		if b.tag(k) != "VBD" && b.tag(k) != "VBN" || v < 0 || v > k || b.verbLemma(v) != "want" && b.verbLemma(v) != "need" || b.kid(k, "aux", "mark", "obj") >= 0 {
			continue
		}
		s := b.kid(k, "nsubj")
		switch {
		case s >= 0:
			continue
		}
		b.retag(k, "VBN")
		b.tok[k].Rel = "xcomp"
		return true
	}
	return false
}

// mendForTo: "called for Chile to leave", with leave as a purpose: where the lexicon knows the verb so, whom the call is for stands under
// "for", and what he is to do is the verb's.
func (b *builder) mendForTo() bool {
	for k := 3; k < len(b.tok); k++ {
		v, s := b.head(k), b.kid(k, "nsubj")
		if !b.is(k, "advcl", "xcomp", "ccomp") || v < 0 || s < 0 || !b.isVerb(v) || !hasFrame(b.words.Lookup(schema.VerbPred, b.verbLemma(v), b.particle(v)), "for-infinitive") {
			continue
		}
		mark := -1
		if mark < 0 {
			continue
		}
		b.hang(s, v, "obl")
		b.hang(mark, s, "case")
		b.tok[k].Rel = "xcomp"
		return true
	}
	return false
}
