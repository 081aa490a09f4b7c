package clause

import "github.com/stancegraph/stancegraph/schema"

// repairTitleCase moves a preposition from a title to the whole name.
func (b *builder) repairTitleCase() bool {
	for c := 0; c+2 < len(b.tok); c++ {
		t := c + 1
		if b.rel(c) == "case" && b.tag(c) == "IN" && b.head(c) == t && b.is(t, "compound", "nmod:desc", "amod") {
			b.attach(c, b.head(t), "case")
			return true
		}
	}
	return false
}

// repairJoinedCompound makes the noun before a conjunction the first conjunct instead of a modifier of the noun after
// it.
func (b *builder) repairJoinedCompound() bool {
	for a := 0; a+2 < len(b.tok); a++ {
		h := b.head(a)
		if !b.isNoun(a) || h <= a+1 || !b.isNoun(h) || b.tag(a+1) != "CC" || b.preposition(a) != "" ||
			!b.is(a, "compound", "nmod", "amod", "nsubj", "flat") {
			continue
		}
		b.replaceHead(h, a)
		b.attach(h, a, "conj")
		b.attach(a+1, h, "cc")
		for _, k := range b.children[h] {
			if k < a {
				b.tok[k].Head = a
			}
		}
		for _, k := range b.children[a] { // "the guild and relief agencies", not "House and Senate versions"
			if k > a && k < h && b.rel(k) == "conj" && !b.isName(k) {
				b.attach(k, h, "compound")
			}
		}
		return true
	}
	return false
}

// repairPlaces makes objects of bare phrases straight after a verb, and attaches to a subject the prepositional
// phrase between it and its verb.
func (b *builder) repairPlaces() bool {
	changed := false
	for k := range b.tok {
		v := b.head(k)
		if v < 0 || !b.isVerb(v) {
			continue
		}
		switch {
		case b.nameAsPredicate(k, v), b.bareOblique(k, v):
			b.tok[k].Rel = "obj"
			changed = true
		case b.base(k) == "obl" && b.isNoun(k) && k < v && b.preposition(k) != "":
			n := b.child(v, "nsubj", "nsubj:pass")
			if n >= 0 && n < k && b.isNoun(n) && b.leftmost(k) == n+1 {
				b.attach(k, n, "nmod")
				changed = true
			}
		}
	}
	return changed
}

// nameAsPredicate: "criticized Deutsche for", the name read as an open complement of a verb that takes an object.
func (b *builder) nameAsPredicate(k, v int) bool {
	return b.rel(k) == "xcomp" && k > v && startsUpper(b.tok[k].Text) && b.child(v, "obj") < 0 &&
		b.child(k, "cop", "mark", "case") < 0 && hasFrame(b.words.Lookup(schema.VerbPred, b.baseForm(v), ""), "object")
}

// bareOblique: a noun phrase without a preposition straight after verb v, which has no object, read as an oblique.
func (b *builder) bareOblique(k, v int) bool {
	if !b.isNoun(k) || k < v || b.rel(k) != "obl" && !(b.base(k) == "obl" && b.possessed(k)) || b.preposition(k) != "" {
		return false
	}
	return b.leftmost(k) == v+1 && b.tag(v+1) != "IN" && b.child(v, "obj", "ccomp", "xcomp", "aux:pass") < 0
}

// repairReportedThat attaches a "that" clause to the verb of speech above the noun that it was attached to.
func (b *builder) repairReportedThat() bool {
	for v := range b.tok {
		n := b.head(v)
		if n < 0 || !b.is(v, "acl:relcl", "acl", "ccomp") || b.isVerb(n) || b.child(v, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		that := b.openingThat(v)
		if that < 0 {
			continue
		}
		said := n
		for up := 0; said >= 0 && !b.isVerb(said) && up < mostNouns; up++ {
			said = b.head(said)
		}
		if said >= 0 && said < v && b.words.Is("speech", b.baseForm(said)) && b.child(said, "ccomp", "obj") < 0 {
			b.attach(v, said, "ccomp")
			b.tok[that].Rel = "mark"
			return true
		}
	}
	return false
}

// mostNouns is how many nouns may stand between a reported clause and its verb.
const mostNouns = 3

// openingThat is the "that" of clause v that fills no place in it: neither its subject nor, where nothing else
// follows the verb, its object; −1 without.
func (b *builder) openingThat(v int) int {
	for _, k := range b.children[v] {
		if b.lower(k) != thatWord || b.is(k, "nsubj", "nsubj:pass") {
			continue
		}
		last := b.children[v][len(b.children[v])-1]
		if k == b.leftmost(v) || last > v {
			return k
		}
	}
	return -1
}
