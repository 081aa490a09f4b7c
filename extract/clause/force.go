package clause

import "github.com/stancegraph/stancegraph/schema"

// Reports of fighting pile up phrases between a deed and those it is aimed at; a greedy parser hangs these on whatever is nearest.

// mendAgainst: "conducted six raids using drones against the rebels", "strikes with long-range guns against": what stands under "against"
// belongs to the last noun before that takes it, not to the means named in between.
func (b *builder) mendAgainst() bool {
	changed := false
	for p := 2; p < len(b.tok); p++ {
		k := b.head(p)
		if b.lower(p) != "against" || b.rel(p) != "case" || k < p || b.base(k) != "obl" && b.base(k) != "nmod" {
			continue
		}
		g := b.head(k)
		if g < 0 || g > p || b.takesAgainst(g) {
			continue
		}
		if n := b.deedBefore(p); n >= 0 && n != g && b.head(n) != g {
			b.hang(k, n, "nmod")
			b.tree = newTree(b.sentence)
			changed = true
		}
	}
	return changed
}

// takesAgainst says whether the lexicon knows a word with "against".
func (b *builder) takesAgainst(i int) bool {
	if b.isVerb(i) {
		return hasFrame(b.words.Lookup(schema.VerbPred, b.verbLemma(i), b.particle(i)), "against")
	}
	return b.isNoun(i) && hasFrame(b.words.Lookup(schema.NounPred, b.nounLemma(i), ""), "against")
}

// deedBefore is the last noun before token p that takes "against" and has none yet, no finite verb between them; -1 without.
func (b *builder) deedBefore(p int) int {
	for n := p - 1; n >= 0; n-- {
		switch tag := b.tag(n); {
		case tag == "VBZ", tag == "VBP", tag == "MD", tag == "VBD" && !b.is(n, "acl", "amod"), b.lower(n) == "against", b.tok[n].Text == ";":
			return -1
		case b.isNoun(n) && b.takesAgainst(n) && !b.is(n, "compound"):
			return n
		}
	}
	return -1
}

// mendRepeated: "stood shoulder to shoulder with the miners", "side by side", "hand in hand": the second of the two words is no verb, and
// what follows belongs to the verb before.
func (b *builder) mendRepeated() bool {
	for i := 1; i+2 < len(b.tok); i++ {
		z := i + 2
		if w := b.lower(i + 1); w != "to" && w != "by" && w != "in" || b.lower(i) != b.lower(z) || b.tag(z) == "CD" || b.tag(z) == "NNP" {
			continue
		}
		v := i - 1
		for v >= 0 && !b.isVerb(v) {
			v--
		}
		if v < i-2 || v < 0 || b.head(z) < 0 || b.head(i) < 0 || b.head(v) == z || b.head(v) == i {
			continue
		}
		b.retag(i, "NN")
		b.retag(z, "NN")
		for _, k := range append(b.kids[z], b.kids[i]...) {
			if k > z {
				b.tok[k].Head = v
				if b.rel(k) == "nmod" {
					b.tok[k].Rel = "obl"
				}
			}
		}
		b.hang(i, v, "obj")
		b.hang(z, i, "nmod")
		b.hang(i+1, z, "case")
		return true
	}
	return false
}

// mendStrayObject: "condemned in the sharpest words the raid": a noun has no object, so it is the verb's above.
func (b *builder) mendStrayObject() bool {
	for k := range b.tok {
		h := b.head(k)
		if b.rel(k) != "obj" || h < 0 || h > k || !b.isNoun(h) || !b.isNoun(k) || b.kid(h, "cop") >= 0 {
			continue
		}
		v := b.head(h)
		if v < 0 || v > h || !b.isVerb(v) || b.base(h) != "obl" || b.kid(v, "obj", "ccomp", "xcomp", "aux:pass") >= 0 {
			continue
		}
		b.hang(k, v, "obj")
		return true
	}
	return false
}
