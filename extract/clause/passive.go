package clause

import "github.com/stancegraph/stancegraph/extract/lexicon"

// passive: verb v has an auxiliary or subject of the passive, or is a past participle without any auxiliary that
// modifies a noun or a clause, or is joined to a passive verb.
func (b *builder) passive(v int) bool {
	for _, k := range b.children[v] {
		if b.is(k, "aux:pass", "csubj:pass") {
			return true
		}
		if b.rel(k) == "nsubj:pass" && !(b.hasPerfect(v) && b.child(v, "obj") >= 0) { // "have accused them" is active
			return true
		}
	}
	if b.tag(v) != "VBN" && b.tag(v) != "VBD" || b.child(v, "aux", "nsubj", "obj") >= 0 {
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

// hasPerfect: v has the auxiliary "have".
func (b *builder) hasPerfect(v int) bool {
	for _, k := range b.children[v] {
		if b.rel(k) == "aux" && b.lemma(k) == haveAux {
			return true
		}
	}
	return false
}

// agent is the head of the by-phrase of a passive, −1 without. A phrase of time ("by Friday") is none; others that
// name nobody ("by boat") yield no mention later.
func (b *builder) agent(v int) int {
	for _, k := range b.children[v] {
		byPhrase := b.rel(k) == "obl:agent" || b.base(k) == "obl" && k > v && b.preposition(k) == byWord
		if byPhrase && !lexicon.IsTime(b.lower(k)) {
			return k
		}
	}
	for _, k := range b.children[v] { // "shelled for hours by government troops", attached to the hours
		if k < v || b.base(k) != "obl" && b.base(k) != "obj" {
			continue
		}
		for _, x := range b.children[k] {
			if x > k && b.base(x) == "nmod" && b.preposition(x) == byWord {
				return x
			}
		}
	}
	return -1
}
