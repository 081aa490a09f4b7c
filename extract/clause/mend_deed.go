package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// Bulletins of fighting: deeds that act, and long lists of what they did.

// mendDeedActs: "These strikes engaged two units; …", read as strikes that somebody engaged: right behind a noun that nothing else is said
// of, a past with an object of its own is its verb.
func (b *builder) mendDeedActs() bool {
	for v := 1; v < len(b.tok); v++ {
		n := v - 1
		if b.tag(n) == "RB" && n > 0 {
			n--
		}
		if b.rel(v) != "acl" || b.head(v) != n || b.tag(v) != "VBN" || !b.activeHere(v) {
			continue
		}
		b.replace(n, v)
		b.hang(n, v, "nsubj")
		b.retag(v, "VBD")
		for _, k := range b.kids[n] {
			if k > v && k != v {
				b.tok[k].Head = v
			}
		}
		return true
	}
	return false
}

// hasSubject: the noun is said to be something.
func (b *builder) hasSubject(n int) bool { return b.kid(n, "nsubj", "nsubj:pass", "cop") >= 0 }

// activeHere: the past has an object that no giving, naming or passing of time accounts for, and no agent.
func (b *builder) activeHere(v int) bool {
	o := b.kid(v, "obj")
	if o < v || b.kid(v, "aux:pass", "mark") >= 0 || b.agent(v) >= 0 {
		return false
	}
	return b.takesObject(v)
}

// mendResumed: "razed two farms; damaged a bridge; and killed a guard": behind a semicolon a past without a subject has that of the verb
// before.
func (b *builder) mendResumed() bool {
	changed := false
	for v := 2; v < len(b.tok); v++ {
		h := b.head(v)
		if b.rel(v) != "parataxis" || b.tag(v) != "VBD" || h < 0 || b.tag(h) != "VBD" || len(b.allSubjects(v)) > 0 || len(b.allSubjects(h)) == 0 {
			continue
		}
		first := v - 1
		if b.tag(first) == "CC" {
			first--
		}
		if first > 0 {
			b.tok[v].Rel = "conj"
			changed = true
		}
	}
	return changed
}

// mendFacedDeed: "are facing shelling by the junta": what is faced is a deed, not done by those who face it.
func (b *builder) mendFacedDeed() bool {
	for k := 1; k < len(b.tok); k++ {
		v := b.head(k)
		if b.tag(k) != "VBG" || v < 0 || v > k || v < k-3 || !b.isVerb(v) || !b.words.Is("light_inverse", b.verbLemma(v)) || b.kid(v, "obj") >= 0 || b.kid(k, "obj", "mark", "nsubj") >= 0 {
			continue
		}
		b.tok[k].Tag, b.tok[k].Lemma = "NN", b.lower(k)
		b.tok[k].Rel = "obj"
		return true
	}
	return false
}

// mendFrontedTime: "Today, several raids have killed nine", with the raids beside the time: they are the verb's subject.
func (b *builder) mendFrontedTime() bool {
	for k := range b.tok {
		t := b.head(k)
		if b.rel(k) != "appos" || t < 0 || !b.isNoun(k) || !lexicon.IsTime(b.lower(t)) {
			continue
		}
		v := b.head(t)
		if len(b.allSubjects(v)) > 0 {
			continue
		}
		rel := "nsubj"
		if b.kid(v, "aux:pass") >= 0 {
			rel = "nsubj:pass"
		}
		b.hang(k, v, rel)
		return true
	}
	return false
}

// mendOfClause: "the extent of crimes carried out by the junta", with "of" opening a clause: no clause with a subject opens so.
func (b *builder) mendOfClause() bool {
	for v := range b.tok {
		h, of, x := b.head(v), b.kid(v, "mark"), b.kid(v, "nsubj", "nsubj:pass")
		if b.rel(v) != "acl" || h < 0 || of < 0 || x < of || b.lower(of) != "of" || b.kid(v, "aux", "aux:pass", "obj") >= 0 {
			continue
		}
		b.hang(x, h, "nmod")
		b.hang(of, x, "case")
		b.hang(v, x, "acl")
		b.retag(v, "VBN")
		return true
	}
	return false
}

// mendIncluding: "killed nine people, including two children": who is named behind "including" is one of those before.
func (b *builder) mendIncluding() bool {
	for p := 2; p+1 < len(b.tok); p++ {
		k := b.head(p)
		if b.lower(p) != "including" || b.rel(p) != "case" {
			continue
		}
		n := p - 1
		for b.isNoun(n) && b.head(n) > n && b.head(n) < p && b.is(n, "compound", "amod", "flat") {
			n = b.head(n)
		}
		b.hang(k, n, "conj")
		b.hang(p, k, "cc")
		return true
	}
	return false
}

// mendNameAside: "Abu Sall, a militia leader in Bol was killed", the second comma left out: the name is the subject, the description stands
// beside it.
func (b *builder) mendNameAside() bool {
	for n := 3; n < len(b.tok); n++ {
		v := b.head(n)
		if v < n || !b.is(n, "nsubj", "nsubj:pass") || !b.isVerb(v) || b.tag(n) != "NN" && b.tag(n) != "NNP" {
			continue
		}
		first := b.leftmost(n)
		if first < 2 || b.lower(first) != "a" || b.tok[first-1].Text != "," {
			continue
		}
		x := first - 2
		for b.head(x) >= 0 && b.head(x) < first && b.is(x, "compound", "flat") {
			x = b.head(x)
		}
		if !strings.HasPrefix(b.tag(x), "NNP") || b.kid(x, "case") >= 0 {
			continue
		}
		if h := b.head(x); h < 0 {
			continue
		}
		b.hang(x, v, b.rel(n))
		b.hang(n, x, "appos")
		return true
	}
	return false
}
