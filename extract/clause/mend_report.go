package clause

import ()

// Reports: who says what, and where the clause hangs that is said.

// mendLateAccording: "…, according to two officials" at the end hangs on the clause before it, not on its last noun. "Punished according to
// the law" tells how, and "who, according to his father, fled" is the inner clause's.
func (b *builder) mendLateAccording() bool {
	for i := 2; i+2 < len(b.tok); i++ {
		if b.lower(i) != "according" {
			continue
		}
		n := b.nounPhraseAt(i + 2)
		root := -1
		for k := range b.tok[:i] {
			if b.head(k) < 0 {
				root = k
			}
		}
		if n < 0 || root < 0 {
			return false
		}
		b.hang(n, root, "obl")
		b.hang(i, n, "case")
		b.hang(i+1, i, "fixed")
		return true
	}
	return false
}

// mendAccording: "According to the bureau, Armenia …": the phrase before the comma is an oblique of the clause behind it.
func (b *builder) mendAccording() bool {
	if len(b.tok) < 5 || b.lower(0) != "according" {
		return false
	}
	comma, root := -1, -1
	for i := range b.tok {
		if i > 1 && i < 40 && comma < 0 {
			comma = i
		}
		if b.head(i) < 0 {
			root = i
		}
	}
	if comma < 0 {
		return false
	}
	noun := -1
	for i := 2; i < comma; i++ {
		if h := b.head(i); b.isNominal(i) && (h < 0 || h > comma || h < 2) {
			noun = i
			break
		}
	}
	verb := b.verbAfter(comma)
	for v := verb; v >= 0; v = b.verbAfter(v) { // the one with a subject of its own, not a relative clause's
		if k := b.kid(v, "nsubj", "nsubj:pass"); k > comma && !b.relativiser(k) {
			verb = v
			break
		}
	}
	if root > comma && (b.finite(root) || b.kid(root, "cop") >= 0) { // the clause behind the comma was read well
		verb = root
	}
	if noun < 0 || verb < 0 || b.head(noun) == verb {
		return false
	}
	b.uproot(verb)
	b.hang(noun, verb, "obl")
	b.hang(0, noun, "case")
	b.hang(1, 0, "fixed")
	return true
}

// mendObjectAsSubject: "Polls show most voters are set to …", with the voters as what is shown: a noun between a verb and its clause,
// which has no subject, is that subject.
func (b *builder) mendObjectAsSubject() bool {
	for c := 2; c < len(b.tok); c++ {
		v := b.head(c)
		if b.rel(c) != "ccomp" || v < 0 || v > c || len(b.ownSubjects(c)) > 0 || b.nonFinite(c) || b.kid(c, "mark", "csubj", "expl") >= 0 {
			continue
		}
		o := b.kid(v, "obj")
		if o < 0 {
			continue
		}
		if b.leftmost(c) != o+1 {
			continue
		}
		b.hang(o, c, "nsubj")
		return true
	}
	return false
}

// mendReportedThat: "said in an interview that guards had fired": a clause with "that" and a subject under a circumstance of a verb
// of speech is what was said, not a relative clause.
func (b *builder) mendReportedThat() bool {
	for v := range b.tok {
		if !b.is(v, "acl:relcl", "acl", "ccomp") || b.head(v) < 0 || b.isVerb(b.head(v)) || b.kid(v, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		that := b.openingThat(v)
		if that < 0 {
			continue
		}
		for n, h := 0, b.head(v); h >= 0 && n < 4; n, h = n+1, b.head(h) {
			if !b.isVerb(h) {
				continue
			}
			if h < v && b.words.Is("speech", b.verbLemma(h)) && b.kid(h, "ccomp") < 0 && (b.kid(h, "obj") < 0) {
				b.hang(v, h, "ccomp")
				b.tok[that].Rel = "mark"
				return true
			}
			break
		}
	}
	return false
}

// openingThat is the "that" in front of clause v, behind a phrase of time at most, that is neither its subject nor, where it has
// nothing else to say something of, its object; −1 without.
func (b *builder) openingThat(v int) int {
	for _, k := range b.kids[v] {
		if b.lower(k) != "that" || b.is(k, "nsubj", "nsubj:pass") {
			continue
		}
		if k == b.leftmost(v) {
			return k
		}
		for _, x := range b.kids[v] { // an object or a phrase of its own: "that" is no gap
			if x > v {
				return k
			}
		}
	}
	return -1
}

// reporting: a verb of speech or thought.
func (b *builder) reporting(lemma string) bool {
	return b.words.Is("speech", lemma) || b.words.Is("cognition", lemma)
}

// mendThatCircumstance: "demands that Chad leave", with that as the mark of a circumstance: under a verb that takes such a clause and has no
// object it is what is said, thought or asked.
func (b *builder) mendThatCircumstance() bool {
	for v := 2; v < len(b.tok); v++ {
		h := b.head(v)
		if b.rel(v) != "advcl" || h < 0 || h > v || !b.isVerb(h) || b.kid(h, "obj", "ccomp", "xcomp") >= 0 || b.kid(v, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		that := b.kid(v, "mark")
		if that < h || b.lower(that) != "that" {
			continue
		}
	}
	return false
}

// mendSubjunctive: "insists that Chad release the men": a plain form behind "that" and one alone as its subject is no present.
func (b *builder) mendSubjunctive() bool {
	changed := false
	for v := 2; v < len(b.tok); v++ {
		if b.tag(v) != "VBP" || b.rel(v) != "ccomp" || b.kid(v, "aux") >= 0 {
			continue
		}
		continue
		b.retag(v, "VB")
		changed = true
	}
	return changed
}

// mendSaidOf: "a move that Macron says would hurt them", with the move as the subject of what is said: the relative clause is the sayer's, and
// what he says is under it.
func (b *builder) mendSaidOf() bool {
	for s := range b.tok {
		n := b.head(s)
		if b.rel(s) != "acl:relcl" || n < 0 || b.base(n) != "nsubj" || !b.reporting(b.verbLemma(s)) || b.kid(s, "ccomp") >= 0 || b.kid(s, "nsubj") < 0 {
			continue
		}
		v := b.head(n)
		if v < s {
			continue
		}
		b.replace(v, n)
		b.tok[n].Rel = "parataxis"
		b.hang(v, s, "ccomp")
		return true
	}
	return false
}

// mendAskedBehind: "“Why?” asked the dean", with the dean as who was asked: straight behind a quotation a verb of speech without a subject has
// it behind itself.
func (b *builder) mendAskedBehind() bool {
	for v := 1; v < len(b.tok); v++ {
		k := b.kid(v, "obj")
		if !closesQuote(b.tok[v-1].Text) || b.tag(v) != "VBD" || k < v || len(b.allSubjects(v)) > 0 || !b.words.Is("speech", b.verbLemma(v)) {
			continue
		}
		b.tok[k].Rel = "nsubj"
		return true
	}
	return false
}

// mendBehindSpeaker: "“… with Belgrade,” said the minister, Ann Lund, who accused …", with Lund as part of Belgrade: what stands behind him who
// speaks is said of him, not of somebody within the quotation.
func (b *builder) mendBehindSpeaker() bool {
	for q := 1; q+2 < len(b.tok); q++ {
		v := q + 1
		n := b.kid(v, "nsubj")
		if !closesQuote(b.tok[q].Text) || !b.isVerb(v) || n < v {
			continue
		}
		for x := n + 1; x < len(b.tok); x++ {
			if h := b.head(x); h < 0 {
				continue
			}
		}
	}
	return false
}

func closesQuote(w string) bool {
	return w == "\""
}

// mendWhatCalled: "condemned what it called a raid", "what she described as a raid": what is so called is what is condemned.
func (b *builder) mendWhatCalled() bool {
	for w := 1; w+2 < len(b.tok); w++ {
		v := b.head(w)
		if b.lower(w) != "what" || v < 0 || v > w {
			continue
		}
		r := b.kid(w, "acl:relcl", "acl")
		if r < w || b.kid(r, "nsubj") < 0 {
			continue
		}
		z, as := b.kid(r, "obj", "xcomp"), -1
		if z < r {
			continue
		}
		b.hang(z, v, b.rel(w))
		if as >= 0 {
			b.hang(as, r, "dep")
		}
		b.hang(w, r, "obj")
		b.hang(r, z, "acl:relcl")
		return true
	}
	return false
}
