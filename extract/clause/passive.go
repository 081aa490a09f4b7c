package clause

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// passive: verb v has an auxiliary or subject of the passive, or is a past participle without any auxiliary that
// modifies a noun or a clause, or is joined to a passive verb.
func (b *builder) passive(v int) bool {
	for _, k := range b.Children[v] {
		if b.Is(k, "aux:pass", "csubj:pass") {
			return true
		}
		if b.Rel(k) == "nsubj:pass" && !(b.hasPerfect(v) && b.Child(v, "obj") >= 0) { // "have accused them" is active
			return true
		}
	}
	if b.Tag(v) != "VBN" && b.Tag(v) != "VBD" || b.Child(v, "aux", "nsubj", "obj") >= 0 {
		return false
	}
	switch b.Rel(v) {
	case "acl", "advcl":
		return b.Tag(v) == "VBN" || b.agent(v) >= 0
	case "conj":
		h := b.Head(v)
		return h >= 0 && h < v && b.IsVerb(h) && b.Tag(v) == "VBN" && b.passive(h)
	}
	return false
}

// hasPerfect: v has the auxiliary "have".
func (b *builder) hasPerfect(v int) bool {
	return slices.ContainsFunc(b.Children[v], func(k int) bool { return b.Rel(k) == "aux" && b.Lemma(k) == haveAux })
}

// agent is the head of the by-phrase of a passive, −1 without. A phrase of time ("by Friday") is none; others that
// name nobody ("by boat") yield no mention later.
func (b *builder) agent(v int) int {
	for _, k := range b.Children[v] {
		byPhrase := b.Rel(k) == "obl:agent" || b.Base(k) == "obl" && k > v && b.Preposition(k) == byWord
		if byPhrase && !lexicon.IsTime(b.Lower(k)) {
			return k
		}
	}
	for _, k := range b.Children[v] { // "shelled for hours by government troops", attached to the hours
		if k < v || b.Base(k) != "obl" && b.Base(k) != "obj" {
			continue
		}
		for _, x := range b.Children[k] {
			if x > k && b.Base(x) == "nmod" && b.Preposition(x) == byWord {
				return x
			}
		}
	}
	return -1
}
