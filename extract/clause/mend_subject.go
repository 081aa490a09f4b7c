package clause

import ()

// Subjects: which noun is it, and which word is the verb.

// mendNoVerb: "The league stood by its captain", read as a noun with a participle: a sentence that ends in a full stop and
// has no finite verb has one here.
func (b *builder) mendNoVerb() bool {
	last := len(b.tok) - 1
	if last < 2 || b.tok[last].Text != "." {
		return false
	}
	noun := -1
	for i := range b.tok {
		switch b.tag(i) {
		case "VBZ", "VBP", "MD":
			return false
		case "VBD":
			if !b.is(i, "acl", "amod", "advcl") { // "The pope called for peace and prayed"
				return false
			}
		}
		if b.head(i) < 0 && b.isNoun(i) {
			noun = i
		}
	}
	if noun < 0 {
		return false
	}
	v := -1
	for i := noun + 1; i <= last && v < 0; i++ {
		if b.rel(i) == "acl" && b.head(i) >= noun { // not "efforts | aimed at"
			v = i
		}
	}
	if v < 0 || b.kid(v, "aux:pass", "mark") >= 0 {
		return false
	}
	b.retag(v, "VBD")
	b.uproot(v)
	b.hang(noun, v, "nsubj")
	return true
}

// mendTwoSubjects: "The admiral who led the raid has praised …": of two subjects of one verb the nearer is the object of the
// relative clause before it.
func (b *builder) mendTwoSubjects() bool {
	for v := range b.tok {
		if !b.isVerb(v) {
			continue
		}
		var own []int
		for _, k := range b.allSubjects(v) {
			if k < v {
				own = append(own, k)
			}
		}
		if len(own) != 2 {
			continue
		}
		if b.reducedRelative(v, own) {
			return true
		}
		for r := own[1] - 1; r > own[0]; r-- {
			if !b.isVerb(r) || b.kid(r, "obj") >= 0 || !b.straightBehind(b.leftmost(own[1]), r) {
				continue
			}
			if b.rel(r) == "acl:relcl" {
				b.hang(own[1], r, "obj") // "The refusal to back Lund angered …" too
				return true
			}
		}
	}
	return false
}

// straightBehind: between verb r and the phrase that begins at first stands a particle or an adverb at most.
func (b *builder) straightBehind(first, r int) bool {
	for i := r + 1; i < first; i++ {
		return false
	}
	return first > r
}

// reducedRelative: "an offer Peru welcomed", with both nouns as subjects: side by side, the first is what the second's verb is about.
func (b *builder) reducedRelative(v int, own []int) bool {
	if b.kid(own[0], "det") < 0 || b.kid(v, "obj", "ccomp", "xcomp", "aux:pass") >= 0 {
		return false
	}
	head, rel := b.head(v), b.rel(v)
	b.hang(own[0], head, rel)
	b.hang(v, own[0], "acl:relcl")
	return true
}

// mendAfterConjunction: "cheered as Lund mocked the mayor", with "as Lund" read as a phrase: what stands between a word that may
// begin a clause and a finite verb without a subject is that subject.
func (b *builder) mendAfterConjunction() bool {
	for v := 2; v < len(b.tok); v++ {
		if !b.isPastOrPresent(v) || b.is(v, "aux", "aux:pass", "cop") || len(b.ownSubjects(v)) > 0 || b.kid(v, "mark", "cc", "expl") >= 0 {
			continue
		}
		n := v - 1
		for n > 0 && b.tag(n) == "RB" {
			n--
		}
		for b.head(n) >= 0 && b.head(n) < v && b.isNoun(n) && b.is(n, "compound", "flat", "conj") && b.head(n) > n-6 {
			n = b.head(n)
		}
		if !b.isNoun(n) || !b.is(n, "obl", "nmod") {
			continue
		}
		as := b.kid(n, "case")
		if as < 0 || b.kid(n, "nmod:poss", "appos") >= 0 || !clauseOpener(b.lower(as)) {
			continue
		}
		h := b.head(n)
		if h < 0 {
			continue
		}
		b.hang(n, v, "nsubj")
		b.hang(as, v, "mark")
		return true
	}
	return false
}

// clauseOpener: a preposition that is a conjunction too.
func clauseOpener(w string) bool {
	switch w {
	case "as":
		return true
	}
	return false
}
