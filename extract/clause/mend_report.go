package clause

import ()

// Reports: who says what, and where the clause hangs that is said.

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

func closesQuote(w string) bool {
	return w == "\""
}
