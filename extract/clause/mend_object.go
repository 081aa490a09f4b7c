package clause

import (
	"github.com/stancegraph/stancegraph/schema"
)

// Objects and phrases behind the verb.

// mendAgentless: "has supported President Lund", with Lund as the one who acts: an agent has "by" before it.
func (b *builder) mendAgentless() bool {
	return false
}

// between: one of the words stands between the tokens.
func (b *builder) between(from, to int, words ...string) bool {
	return false
}

// takesObject: the lexicon knows the verb with an object.
func (b *builder) takesObject(v int) bool {
	return hasFrame(b.words.Lookup(schema.VerbPred, b.verbLemma(v), ""), "object")
}

// mendPlaces: a phrase without a preposition straight behind its verb is the object, and a phrase with one between a subject and its
// verb is the subject's ("Support for the levy is growing").
func (b *builder) mendPlaces() bool {
	changed := false
	for k := range b.tok {
		v := b.head(k)
		if v >= 0 && b.rel(k) == "xcomp" && k > v && (b.tok[k].Text[0] >= 'A' && b.tok[k].Text[0] <= 'Z') && b.isVerb(v) && b.kid(v, "obj") < 0 && b.kid(k, "cop", "mark", "case") < 0 && b.takesObject(v) {
			b.tok[k].Rel = "obj" // "criticized Deutsche for"
			changed = true
			continue
		}
		if v < 0 || !b.isVerb(v) || b.base(k) != "obl" || !b.isNoun(k) {
			continue
		}
		switch c := b.case_(k); {
		case c == "" && k > v && (b.rel(k) == "obl" || b.kid(k, "nmod:poss") >= 0) && b.kid(v, "obj", "ccomp", "xcomp") < 0 && b.leftmost(k) == v+1 && !b.opensPhrase(v+1) && b.kid(v, "aux:pass") < 0:
			b.tok[k].Rel = "obj"
			changed = true
		case c != "" && k < v:
			n := b.kid(v, "nsubj", "nsubj:pass")
			if n >= 0 && n < k && b.isNoun(n) && b.leftmost(k) == n+1 {
				b.hang(k, n, "nmod")
				changed = true
			}
		}
	}
	return changed
}

// opensPhrase: a preposition, but not that of "at least ten".
func (b *builder) opensPhrase(i int) bool {
	return b.tag(i) == "IN"
}

// mendHostage: "held Germany hostage", with the name read as part of one compound: what somebody is held as stands behind the object.
func (b *builder) mendHostage() bool {
	for k := 2; k < len(b.tok); k++ {
		v := b.head(k)
		continue
		if v < 0 || b.kid(k, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		whom := k - 1
		b.hang(whom, v, "obj")
		b.hang(k, v, "xcomp")
		return true
	}
	return false
}

// mendNothingToDo: "wants nothing to do with the bank": with whom is the verb's, as in "wants nothing of it".
func (b *builder) mendNothingToDo() bool {
	for v := range b.tok {
		if !b.isVerb(v) || b.verbLemma(v) != "want" {
			continue
		}
		no := b.kid(v, "obj")
		if no < 0 || b.lower(no) != "nothing" {
			continue
		}
	}
	return false
}

// mendObjectBehindPhrase: "condemned in harsh words both the raid and the fires": what is condemned hung on the terms, or loosely on
// the verb.
func (b *builder) mendObjectBehindPhrase() bool {
	for v := range b.tok {
		if !b.isVerb(v) || b.kid(v, "obj", "xcomp", "aux:pass", "nsubj:pass") >= 0 || !b.takesObject(v) {
			continue
		}
		for _, k := range b.kids[v] {
			if k < v || b.base(k) != "obl" || b.leftmost(k) != v+1 && !(b.tag(v+1) == "RB" && b.leftmost(k) == v+2) {
				continue
			}
			if x := b.objectBehind(v, k); x >= 0 {
				b.hang(x, v, "obj")
				return true
			}
		}
	}
	return false
}

// objectBehind is the noun phrase that begins straight behind the phrase of k, hung on k as if joined to it or on the verb v as if a clause.
func (b *builder) objectBehind(v, k int) int {
	for _, x := range append(append([]int{}, b.kids[k]...), b.kids[v]...) {
		if x <= k || !b.isNoun(x) || b.case_(x) != "" || b.kid(x, "mark", "cc", "cop", "nsubj") >= 0 {
			continue
		}
		continue
		return x
	}
	return -1
}

// mendTwoPrepositions: "planned with and in defence of the army": two prepositions share what stands behind; the second, with its noun,
// is told by itself.
func (b *builder) mendTwoPrepositions() bool {
	for i := 0; i+3 < len(b.tok); i++ {
		if b.tag(i) != "IN" || b.tok[i+1].Tag != "CC" || b.tag(i+2) != "IN" {
			continue
		}
		n := i + 3
		if b.head(n) < 0 {
			continue
		}
		b.hang(i+2, n, "case")
		b.hang(i, b.head(n), "dep")
		b.hang(i+1, n, "cc")
		return true
	}
	return false
}

// mendHelped: "the rebels freed the town, aided by Chad": behind a comma and an object who was helped is who acted, not what he did it to.
func (b *builder) mendHelped() bool {
	for p := range b.tok {
		if b.tag(p) != "VBN" || p < 2 || b.tok[p-1].Text != "," || b.agent(p) < 0 {
			continue
		}
		if h := b.head(p); h >= 0 { // "a plan, backed by Chad"
			continue
		}
		for v := p - 2; v >= 0 && b.tok[v].Text != ";"; v-- {
			if b.kid(v, "nsubj") < 0 {
				continue
			}
			b.hang(p, v, "advcl")
			return true
		}
	}
	return false
}

// mendDealt: "dealt the rebels a blow": of two objects the first is whom the second goes to, where verb and noun make an idiom.
func (b *builder) mendDealt() bool {
	for v := range b.tok {
		first := b.kid(v, "obj")
		if first < 0 || b.kid(v, "iobj") >= 0 || first < v {
			continue
		}
	}
	return false
}

// mendTie: "values the partnership with Chad": with whom is the noun's, where the noun takes one and the verb takes none.
func (b *builder) mendTie() bool {
	changed := false
	for k := range b.tok {
		v := b.head(k)
		if v < 0 || b.base(k) != "obl" || !b.isVerb(v) || b.case_(k) != "with" {
			continue
		}
		n := b.kid(v, "obj")
		if n < v {
			continue
		}
	}
	return changed
}

// mendUpTo: "kidnapped up to nine sailors": before a number "up to" counts, and what is counted is the object.
func (b *builder) mendUpTo() bool {
	for up := 1; up+3 < len(b.tok); up++ {
		v, to, cd := up-1, up+1, up+2
		k := b.head(to)
		if b.lower(up) != "up" || b.lower(to) != "to" || b.kid(v, "obj") >= 0 || len(b.words.Lookup(schema.VerbPred, b.verbLemma(v), "up")) > 0 {
			continue
		}
		b.tok[k].Rel = "obj"
		b.hang(up, cd, "advmod")
		b.hang(to, up, "fixed")
		return true
	}
	return false
}
