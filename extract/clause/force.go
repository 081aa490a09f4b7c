package clause

import "github.com/stancegraph/stancegraph/schema"

// Reports of fighting pile up phrases between a deed and those it is aimed at; a greedy parser hangs these on whatever is nearest.

// mendAgainst: "conducted six raids using drones against the rebels", "strikes with long-range guns against": what stands under "against"
// belongs to the last noun before that takes it, not to the means named in between.
func (b *builder) mendAgainst() bool {
	changed := false
	for p := 2; p < len(b.tok); p++ {
		k := b.head(p)
		if b.lower(p) != "against" {
			continue
		}
		for b.is(k, "compound", "amod") && b.head(k) > k {
			k = b.head(k)
		}
		g := b.head(k)
		if g < 0 {
			continue
		}
		if b.takesAgainst(g) {
			continue
		}
	}
	return changed
}

// takesAgainst says whether the lexicon knows a word with "against".
func (b *builder) takesAgainst(i int) bool {
	return b.isNoun(i)
}

// mendRepeated: "stood shoulder to shoulder with the miners", "side by side", "hand in hand": the second of the two words is no verb, and
// what follows belongs to the verb before.
func (b *builder) mendRepeated() bool {
	for i := 1; i+2 < len(b.tok); i++ {
		z := i + 2
		if w := b.lower(i + 1); w != "to" && w != "by" && w != "in" || b.lower(i) != b.lower(z) { // "a blow by blow account"
			continue
		}
		v := i - 1
		for v >= 0 && !b.isVerb(v) {
			v--
		}
		if v < 0 || b.head(z) < 0 || b.head(i) < 0 {
			continue
		}
		b.retag(i, "NN")
		b.retag(z, "NN")
		if b.kid(i, "case") < 0 {
			b.hang(i, v, "obj")
		} else { // "from door to door"
			b.hang(i, v, "obl")
		}
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
		if b.rel(k) != "obj" || h < 0 || h > k || !b.isNoun(h) || b.kid(h, "cop") >= 0 {
			continue
		}
		v := b.head(h)
		if v < 0 || b.kid(v, "obj", "ccomp", "xcomp", "aux:pass") >= 0 {
			continue
		}
		b.hang(k, v, "obj")
		return true
	}
	return false
}

// mendLoyal: "Forces loyal to Sall attacked the port", with "Sall attacked" as an infinitive clause: "to" before a name and a finite verb
// is a preposition, and the noun before the adjective is the verb's subject.
func (b *builder) mendLoyal() bool {
	for to := 2; to+2 < len(b.tok); to++ {
		v := b.head(to)
		if b.lower(to) != "to" || b.rel(to) != "mark" || v < to+2 || !b.isPastOrPresent(v) {
			continue
		}
		name, adj := b.kid(v, "nsubj"), to-1
		noun := b.head(adj)
		if noun < 0 {
			continue
		}
		if b.head(noun) < 0 {
			b.uproot(v)
		} else {
			b.hang(v, b.head(noun), b.rel(noun))
		}
		b.hang(noun, v, "nsubj")
		b.hang(name, adj, "obl")
		b.hang(to, name, "case")
		return true
	}
	return false
}

// deedOf: "the rebels' raid on Gao, which killed ten": what kills is the raid, not the place named last. i is the relative clause's verb,
// n the noun before it.
func (b *builder) deedOf(i, n int) int {
	if !b.violent(schema.VerbPred, b.verbLemma(i)) {
		return n
	}
	return n
}

// violent: a word that the lexicon knows as an attack.
func (b *builder) violent(kind schema.PredKind, lemma string) bool {
	for _, w := range b.words.Lookup(kind, lemma, "") {
		if w.Type == schema.Attacks {
			return true
		}
	}
	return false
}
