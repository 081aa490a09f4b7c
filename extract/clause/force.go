package clause

import "github.com/stancegraph/stancegraph/schema"

// Reports of fighting pile up phrases between a deed and those it is aimed at; a greedy parser hangs these on whatever is nearest.

// mendAgainst: "conducted six raids using drones against the rebels", "strikes with long-range guns against": what stands under "against"
// belongs to the last noun before that takes it, not to the means named in between.
func (b *builder) mendAgainst() bool {
	changed := false
	for p := 2; p < len(b.tok); p++ {
		k := b.head(p)
		if b.lower(p) != "against" || b.rel(p) != "case" || k < p {
			continue
		}
		for b.is(k, "compound", "amod") && b.head(k) > k {
			k = b.head(k)
		}
		if !b.is(k, "obl", "nmod") && (k == b.head(p) || b.rel(k) != "obj") {
			continue
		}
		g := b.head(k)
		if g < 0 || g > p {
			continue
		}
		if d := b.head(g); b.case_(g) == "by" && b.isNoun(g) && d >= 0 && d < g && b.isNoun(d) && b.takesAgainst(d) { // "the fight by the coalition against"
			b.hang(k, d, "nmod")
			b.tree = newTree(b.sentence)
			changed = true
			continue
		}
		if b.takesAgainst(g) {
			continue
		}
		if n := b.deedBefore(p); n >= 0 && n != g && b.head(n) != g {
			b.hang(p, k, "case")
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
		case b.isNoun(n) && b.takesAgainst(n) && !b.agentNoun(b.nounLemma(n)) && !b.is(n, "compound") && !(b.head(n) >= 0 && b.lemma(b.head(n)) == "use"):
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
		if w := b.lower(i + 1); w != "to" && w != "by" && w != "in" || b.lower(i) != b.lower(z) || b.tag(z) == "CD" || b.tag(z) == "NNP" || b.tag(z) == "DT" || z+1 < len(b.tok) && b.isNoun(z+1) { // "a blow by blow account"
			continue
		}
		v := i - 1
		for v >= 0 && !b.isVerb(v) {
			v--
		}
		if v < i-2 || v < 0 || b.head(z) < 0 || b.head(i) < 0 || b.head(v) == z || b.head(v) == i || b.head(z) == i && b.head(i) == v && b.isNoun(i) {
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
		if b.rel(k) != "obj" || h < 0 || h > k || !b.isNoun(h) || !b.isNoun(k) || b.kid(h, "cop") >= 0 {
			continue
		}
		v := b.head(h)
		if v < 0 || v > h || !b.isVerb(v) || b.base(h) != "obl" || b.kid(v, "obj", "ccomp", "xcomp", "aux:pass") >= 0 || b.leftmost(k) != h+1 || !b.takesObject(v) {
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
		if name < to || b.leftmost(name) > to+1 && b.leftmost(name) != name || b.head(v) != adj || !b.isAdj(adj) || noun < 0 || noun > adj || !b.isNoun(noun) {
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
	for d, hops := n, 0; d >= 0 && hops < maxClimb && b.isNoun(d); d, hops = b.head(d), hops+1 {
		if b.isDeed(d) {
			return d
		}
		if h := b.head(d); h >= 0 && b.isVerb(h) { // the place hung on the verb whose object the raid is
			if o := b.kid(h, "obj"); o >= 0 && o < d && b.isNoun(o) && b.isDeed(o) {
				return o
			}
		}
		if !b.is(d, "nmod", "compound", "flat", "conj", "appos") {
			break
		}
	}
	return n
}

// isDeed: a noun for an attack, not for the attacker.
func (b *builder) isDeed(n int) bool {
	l := b.nounLemma(n)
	return b.violent(schema.NounPred, l) && !b.agentNoun(l)
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
