package clause

import "github.com/stancegraph/stancegraph/extract/lexicon"

// Whether a verb is passive, and by whom it is done.

// passive: an auxiliary or subject of the passive, or a past participle that has no auxiliary at all.
func (b *builder) passive(v int) bool {
	for _, k := range b.kids[v] {
		if b.is(k, "aux:pass", "csubj:pass") || b.rel(k) == "nsubj:pass" && !(b.perfectAux(v) && b.kid(v, "obj") >= 0) {
			return true
		}
	}
	if b.tag(v) != "VBN" && b.tag(v) != "VBD" || b.kid(v, "aux", "nsubj", "obj") >= 0 {
		return false
	}
	switch b.rel(v) {
	case "acl", "advcl":
		return b.tag(v) == "VBN" || b.agent(v) >= 0
	case "conj":
		h := b.head(v)
		return h >= 0 && h < v && b.isVerb(h) && b.tag(v) == "VBN" && b.passive(h)
	}
	return false
}

// acts: what stands behind "by" may act: no time, no amount ("by night", "by ten percent").
func (b *builder) acts(k int) bool {
	return !lexicon.IsTime(b.lower(k))
}

// perfectAux: "have accused" is active, whatever the parser calls its subject.
func (b *builder) perfectAux(v int) bool {
	for _, k := range b.kids[v] {
		if b.rel(k) == "aux" && (b.lemma(k) == "have") {
			return true
		}
	}
	return false
}

// agent is the by-phrase of a passive, -1 without. "by Friday" and "by boat" are told apart later: they name nobody.
func (b *builder) agent(v int) int {
	if k := b.kid(v, "obl:agent"); k >= 0 && b.acts(k) {
		return k
	}
	for _, k := range b.kids[v] {
		if b.base(k) == "obl" && k > v && b.case_(k) == "by" && b.acts(k) {
			return k
		}
	}
	for _, k := range b.kids[v] { // "shelled for hours by government troops": hung one noun too low
		if k > v && (b.base(k) == "obl" || b.base(k) == "obj") {
			for _, x := range b.kids[k] {
				if x > k && b.base(x) == "nmod" && b.case_(x) == "by" {
					return x
				}
			}
		}
	}
	return -1
}

// atHands: "at the hands of the junta" names who did it; -1 where the phrase is no such.
func (b *builder) atHands(k int) int {
	return -1
}
