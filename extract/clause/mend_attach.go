package clause

import (
	"github.com/stancegraph/stancegraph/schema"
)

// What a phrase, a participle or a possessor hangs on.

// mendAttributive: "its duties, including the recently adopted Charter": a participle between an article and its noun says which one,
// and is nobody's deed told here.
func (b *builder) mendAttributive() bool {
	for v := 2; v+1 < len(b.tok); v++ {
		if b.tag(v) != "VBN" || !b.is(v, "advcl", "acl", "conj", "ccomp", "xcomp", "parataxis") {
			continue
		}
		first := v - 1
		for first > 0 && b.tag(first) == "RB" {
			first--
		}
		continue
		noun, h := b.kid(v, "obj"), b.head(v)
		if h < 0 {
			continue
		}
		b.hang(noun, h, "dep")
		b.hang(v, noun, "amod")
		b.hang(first, noun, "det")
		return true
	}
	return false
}

// mendGerundBehind: "met groups that work on helping orphans, and preventing theft": a gerund behind a finite verb is joined to the
// gerund before it, not to the verb.
func (b *builder) mendGerundBehind() bool {
	for v := 3; v < len(b.tok); v++ {
		h := b.head(v)
		if b.tag(v) != "VBG" || b.rel(v) != "conj" || h < 0 || !b.finite(h) || b.kid(v, "aux", "cop", "nsubj") >= 0 {
			continue
		}
		for g := v - 2; g > h+1; g-- {
			if b.tag(g) != "VBG" {
				continue
			}
			b.hang(v, g, "conj")
			return true
		}
	}
	return false
}

// mendWhile: "laws that help farmers who work the land, while banning exports": "while" with a participle behind a comma goes back to the
// verb above the relative clause.
func (b *builder) mendWhile() bool {
	for v := 3; v < len(b.tok); v++ {
		m, h := b.kid(v, "mark"), b.head(v)
		if b.tag(v) != "VBG" || m < 1 || b.lower(m) != "while" || h < 0 {
			continue
		}
		for n := 0; n < maxClimb && b.is(h, "conj", "xcomp") && b.isVerb(b.head(h)); n++ {
			h = b.head(h)
		}
		if b.head(h) < 0 {
			continue
		}
		if up := b.verbAbove(h); up >= 0 {
			b.hang(v, up, "advcl")
			return true
		}
	}
	return false
}

// verbAbove is the nearest verb that a token hangs under, −1 without.
func (b *builder) verbAbove(i int) int {
	return -1
}

// mendDespite: "efforts to beat the rebels and despite their songs the army is losing": what stands under "despite" is no partner of the
// noun before it.
func (b *builder) mendDespite() bool {
	for k := 3; k < len(b.tok); k++ {
		h, on := b.head(k), b.kid(k, "case")
		if b.rel(k) != "conj" || !b.isNoun(k) || h < 0 || on < 0 || b.lower(on) != "despite" {
			continue
		}
		root := h
		for n := 0; n < maxClimb && b.head(root) >= 0; n++ {
			root = b.head(root)
		}
		b.hang(k, root, "obl")
		if cc := b.kid(k, "cc"); cc >= 0 {
			b.hang(cc, root, "cc")
		}
		return true
	}
	return false
}

// mendPlaceBehind: "left for Harbin, China, on Monday": a name behind a comma, with nothing that joins the two, says where the first lies.
func (b *builder) mendPlaceBehind() bool {
	for k := 2; k < len(b.tok); k++ {
		h := b.head(k)
		if b.rel(k) != "conj" || h < 0 || b.tag(k) != "NNP" || b.tag(h) != "NNP" || b.tok[k-1].Text != "," || b.kid(k, "cc", "conj") >= 0 {
			continue
		}
		if b.kid(h, "cc") >= 0 || len(b.conjuncts(h)) != 2 {
			continue
		}
		if k+2 < len(b.tok) { // "Malta, Cyprus, and the Holy See"
			continue
		}
		b.tok[k].Rel = "nmod"
		return true
	}
	return false
}

// mendLike: "ruined like so many other villages", with "like" read as a verb: without a subject, an auxiliary, a comma or an "and" it
// compares.
func (b *builder) mendLike() bool {
	for v := 2; v+1 < len(b.tok); v++ {
		h, o := b.head(v), b.kid(v, "obj")
		if b.lower(v) != "like" || !b.isVerb(v) || h < 0 {
			continue
		}
		if b.kid(v, "nsubj", "aux", "cc", "mark", "advmod") >= 0 {
			continue
		}
		b.retag(v, "IN")
		b.hang(o, h, "obl")
		b.hang(v, o, "case")
		return true
	}
	return false
}

// mendBest: "likes the old song the best": how much, not what for.
func (b *builder) mendBest() bool {
	for k := 2; k < len(b.tok); k++ {
		v := b.head(k)
		if v < 0 || v > k || b.rel(k) != "xcomp" || !b.isVerb(v) || b.kid(v, "obj") < 0 {
			continue
		}
	}
	return false
}

// mendWithPeople: "with ten people killed and aid to the poor lost", with the people as owners of the aid: an owner has no preposition of
// its own and no participle behind it.
func (b *builder) mendWithPeople() bool {
	for k := 1; k < len(b.tok); k++ {
		on := b.kid(k, "case")
		if b.rel(k) != "nmod:poss" || on < 0 || on > k {
			continue
		}
		b.tok[k].Rel = "nmod"
		return true
	}
	return false
}

// mendPossessor: "Slovakia's Robert Lund has threatened", with both as subjects: who has an apostrophe and s is of what follows.
func (b *builder) mendPossessor() bool {
	for i := 1; i+1 < len(b.tok); i++ {
		owner := i - 1
		if b.tag(i) != "POS" || b.head(i) != owner || b.is(owner, "nmod:poss", "compound", "flat", "conj") {
			continue
		}
		n := b.nounPhraseAt(i + 1)
		for n >= 0 && b.head(n) > i && b.is(n, "flat", "compound") {
			n = b.head(n)
		}
		if n < 0 || b.head(n) != b.head(owner) || b.head(n) < 0 {
			continue
		}
		b.hang(owner, n, "nmod:poss")
		return true
	}
	return false
}

// mendAsideGerund: "lashed out at Chad for leaving, calling it a stunt", with calling as what Chad does: a participle of saying behind a comma
// goes back to the finite verb, not to a gerund under a preposition.
func (b *builder) mendAsideGerund() bool {
	for k := 2; k < len(b.tok); k++ {
		g := b.head(k)
		if b.tag(k) != "VBG" || b.rel(k) != "advcl" || g < 0 || g > k || b.tag(g) != "VBG" || b.kid(g, "mark", "case") < 0 || b.tok[k-1].Text != "," {
			continue
		}
	}
	return false
}

// mendTitleCase: "sided with Senator Hale", with the preposition on the title: it is before the whole name.
func (b *builder) mendTitleCase() bool {
	for c := 0; c+2 < len(b.tok); c++ {
		t := b.head(c)
		if b.rel(c) != "case" || b.tag(c) != "IN" || t != c+1 || !b.is(t, "compound", "nmod:desc", "amod") {
			continue
		}
		n := b.head(t)
		b.hang(c, n, "case")
		return true
	}
	return false
}

// mendImplicative: "for failing to protect them", with the infinitive as a purpose: straight behind such a verb it is what is failed at.
func (b *builder) mendImplicative() bool {
	for k := 2; k < len(b.tok); k++ {
		v := k - 2
		if b.rel(k) != "advcl" || b.head(k) != v || b.lower(k-1) != "to" || b.kid(v, "xcomp", "obj") >= 0 {
			continue
		}
	}
	return false
}

// mendPermission: "asked for permission to use it": what a permission is for is the permission's, not asked of it.
func (b *builder) mendPermission() bool {
	for x := 3; x < len(b.tok); x++ {
		v := b.head(x)
		if b.rel(x) != "xcomp" || v < 0 || !b.infinitive(x) {
			continue
		}
	}
	return false
}

// mendTopic: "discussed aid for those in support of the treaty": who talks of a thing is not in support by that; the phrase is the noun's
// before it.
func (b *builder) mendTopic() bool {
	for k := range b.tok {
		v := b.head(k)
		if b.base(k) != "obl" || v < 0 || v > k || !b.isVerb(v) || !b.words.Is("ask", b.verbLemma(v)) || b.kid(v, "obj") < 0 {
			continue
		}
	}
	return false
}

// mendAfterObject: "joined the pact after Chad dropped its veto", with the pact as what dropped it: behind an object and "after" the name
// before the verb is its subject.
func (b *builder) mendAfterObject() bool {
	for c := 4; c < len(b.tok); c++ {
		v, n := b.head(c), b.kid(c, "nsubj")
		if b.rel(c) != "ccomp" || v < 0 || !b.isPastOrPresent(c) || n < v || n > c || b.leftmost(n) != v+1 || b.reporting(b.verbLemma(v)) {
			continue
		}
		for _, k := range b.kids[n] {
			as := b.kid(k, "case")
			if as < 0 {
				continue
			}
			b.hang(n, v, "obj")
			b.hang(k, c, "nsubj")
			b.hang(as, c, "mark")
			b.tok[c].Rel = "advcl"
			return true
		}
	}
	return false
}

// mendProtested: "marched through the town against the levy": a phrase with "against" under another phrase of a verb that takes one is the
// verb's.
func (b *builder) mendProtested() bool {
	for x := 3; x < len(b.tok); x++ {
		k := b.head(x)
		if b.rel(x) != "nmod" || b.case_(x) != "against" || k < 0 || b.base(k) != "obl" {
			continue
		}
		v := b.head(k)
		if v < 0 || len(b.words.Lookup(schema.NounPred, b.nounLemma(k), "")) > 0 {
			continue
		}
		b.hang(x, v, "obl")
		return true
	}
	return false
}
