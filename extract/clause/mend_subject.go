package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// Subjects: which noun is it, and which word is the verb.

// mendVerbAsNoun: "The brewery plans to sue": a noun with a subject and no copula is a verb.
func (b *builder) mendVerbAsNoun() bool {
	for i := 1; i < len(b.tok); i++ {
		if b.tag(i) != "NNS" && b.tag(i) != "NN" || b.kid(i, "nsubj", "nsubj:pass") < 0 || b.kid(i, "cop", "det", "nmod:poss", "case", "amod") >= 0 {
			continue
		}
		if k := b.kid(i, "nsubj"); k < 0 {
			continue
		}
		tag := "VBP"
		if strings.HasSuffix(b.lower(i), "s") {
			tag = "VBZ"
		}
		b.retag(i, tag)
		return true
	}
	return false
}

// mendSlashVerb: "Russia/Iran support the corridor": names joined by a slash in front of a noun with an object are its subjects.
func (b *builder) mendSlashVerb() bool {
	for i := 3; i+1 < len(b.tok); i++ {
		if b.tag(i) != "NN" && b.tag(i) != "NNS" || b.tok[i-2].Text != "/" || b.kid(i, "obj") < 0 {
			continue
		}
		b.retag(i, "VBP")
		return true
	}
	return false
}

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

// mendButNot: "Chile, but not Peru, backs it", with both as subjects, "backs Chile but not Peru", with Peru as a circumstance: who is ruled out
// is joined to the one before.
func (b *builder) mendButNot() bool {
	for k := 3; k < len(b.tok); k++ {
		if b.rel(k) != "obl" || b.head(k) < 0 || b.case_(k) != "" || !b.ruledOut(k) {
			continue
		}
	}
	for v := range b.tok {
		for _, k := range b.allSubjects(v) {
			switch {
			case k > v:
			default:
			}
		}
	}
	return false
}

// mendAndSubject: "The club and other groups oppose it", with both as subjects: with "and" between the second is joined to the first.
func (b *builder) mendAndSubject() bool {
	for v := range b.tok {
		first := -1
		for _, k := range b.kids[v] {
			if k > v || b.base(k) != "nsubj" {
				continue
			}
			if l := b.leftmost(k); first >= 0 && b.rel(k) == b.rel(first) && l < k && (b.lower(l) == "and") {
				b.hang(k, first, "conj")
				return true
			}
			first = k
		}
	}
	return false
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

// mendTimeAsSubject: "The mayor on Friday accused …", with Friday as the subject: a phrase of time with a preposition is none, and
// what the parser hung on it in front of the preposition is.
func (b *builder) mendTimeAsSubject() bool {
	for k := 1; k < len(b.tok); k++ {
		v := b.head(k)
		if v < k || !strings.HasPrefix(b.rel(k), "nsubj") || !b.isVerb(v) || !lexicon.IsTime(b.lower(k)) {
			continue
		}
		on := b.kid(k, "case")
		if d := b.kid(k, "det"); on < 0 && d >= 0 && d < k && len(b.allSubjects(v)) > 1 && b.allSubjects(v)[0] != k { // "The league this week banned"
			b.tok[k].Rel = "obl"
			return true
		}
		if on < 0 {
			continue
		}
		if len(b.allSubjects(v)) == 1 {
			subject := -1
			if subject < 0 {
				continue
			}
			b.hang(subject, v, b.rel(k))
		}
		b.tok[k].Rel = "obl"
		return true
	}
	return false
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

// mendJoinedSubject: "Peru welcomed and Chile turned down", with Chile joined to the verb before it: a name between "and" and a finite
// verb without a subject is that subject.
func (b *builder) mendJoinedSubject() bool {
	for n := 2; n+1 < len(b.tok); n++ {
		h := b.head(n)
		if b.rel(n) != "conj" || !b.isNoun(n) || h < 0 || !b.isVerb(h) || b.kid(n, "case") >= 0 || b.kid(n, "cc") < 0 {
			continue
		}
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

// mendTime: "On Monday Iraq closed the crossing": a name behind a name of time is a phrase of its own. At the beginning only a weekday is
// one by itself: "April Lund" and "Spring Hill" are names.
func (b *builder) mendTime() bool {
	for i := 0; i+2 < len(b.tok); i++ {
		n := i + 1
		if !strings.HasPrefix(b.tag(i), "NNP") || !strings.HasPrefix(b.tag(n), "NNP") || !lexicon.IsTime(b.lower(i)) {
			continue
		}
		if b.head(n) != i && b.head(i) != n || i > 0 && b.lower(i-1) != "on" {
			continue
		}
		last := n
		for last+1 < len(b.tok) && strings.HasPrefix(b.tag(last+1), "NNP") {
			last++
		}
		v := last + 1
		for v < len(b.tok) && (b.tag(v) == "RB" || b.is(v, "aux", "aux:pass")) {
			v++
		}
		if v >= len(b.tok) {
			continue
		}
		b.hang(i, v, "obl")
		if i > 0 {
			b.hang(i-1, i, "case")
		}
		for k := n + 1; k <= last; k++ {
			b.hang(k, n, "flat")
		}
		b.hang(n, v, "nsubj")
		return true
	}
	return false
}
