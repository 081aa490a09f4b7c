package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Objects and phrases behind the verb.

// mendAgentless: "has supported President Lund", with Lund as the one who acts: an agent has "by" before it.
func (b *builder) mendAgentless() bool {
	for k := range b.tok {
		v := b.head(k)
		if b.rel(k) == "obl:agent" && v >= 0 && v < k && b.case_(k) == "" && b.kid(v, "obj", "aux:pass") < 0 && !b.between(v, k, "by") {
			b.tok[k].Rel = "obj"
			return true
		}
	}
	return false
}

// between: one of the words stands between the tokens.
func (b *builder) between(from, to int, words ...string) bool {
	for i := from + 1; i < to; i++ {
		if slices.Contains(words, b.lower(i)) {
			return true
		}
	}
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
		if v >= 0 && b.rel(k) == "xcomp" && k > v && (strings.HasPrefix(b.tag(k), "NNP") || b.tok[k].Text[0] >= 'A' && b.tok[k].Text[0] <= 'Z') && b.isVerb(v) && b.kid(v, "obj") < 0 && b.kid(k, "cop", "mark", "case") < 0 && b.takesObject(v) {
			b.tok[k].Rel = "obj" // "criticized Deutsche for"
			changed = true
			continue
		}
		if v < 0 || !b.isVerb(v) || b.base(k) != "obl" || !b.isNoun(k) {
			continue
		}
		switch c := b.case_(k); {
		case c == "" && k > v && (b.rel(k) == "obl" || b.kid(k, "nmod:poss") >= 0) && b.kid(v, "obj", "ccomp", "xcomp") < 0 && b.leftmost(k) == v+1 && !b.opensPhrase(v+1) && !b.timePhrase(k) && b.kid(v, "aux:pass") < 0:
			b.tok[k].Rel = "obj"
			changed = true
		case c != "" && k < v:
			n := b.kid(v, "nsubj", "nsubj:pass")
			if n >= 0 && n < k && b.isNoun(n) && b.leftmost(k) == n+1 && b.tok[n+1].Text != "," {
				b.hang(k, n, "nmod")
				changed = true
			}
		}
	}
	return changed
}

// opensPhrase: a preposition, but not that of "at least ten".
func (b *builder) opensPhrase(i int) bool {
	return b.tag(i) == "IN" && !b.between(i, min(i+2, len(b.tok)), "least", "most")
}

func (b *builder) timePhrase(k int) bool {
	return lexicon.IsTime(b.lower(k)) && b.kid(k, "nmod:poss") < 0 || b.kid(k, "nummod") >= 0 && lexicon.IsMeasure(b.lower(k))
}

// mendHostage: "held Germany hostage", with the name read as part of one compound: what somebody is held as stands behind the object.
func (b *builder) mendHostage() bool {
	for k := 2; k < len(b.tok); k++ {
		v := b.head(k)
		switch b.lower(k) {
		case "hostage", "captive", "prisoner", "accountable", "responsible":
		default:
			continue
		}
		if v < 0 || v > k || !b.is(k, "obj", "xcomp", "iobj") || !b.isVerb(v) || b.kid(k, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		whom := k - 1
		if b.head(whom) != k || !b.isNoun(whom) || !b.is(whom, "compound", "nmod", "nsubj", "amod", "flat", "nmod:desc") {
			continue
		}
		for _, x := range b.kids[k] {
			if x < whom {
				b.tok[x].Head = whom
			}
		}
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
		for i := no + 1; i < len(b.tok) && i <= no+3; i++ {
			if b.tok[i].Lemma != "do" || b.head(i) != no && b.head(i) != v {
				continue
			}
			for _, k := range b.kids[i] {
				if b.base(k) == "obl" && b.case_(k) == "with" {
					b.hang(k, v, "obl")
					return true
				}
			}
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
			if k < v || b.base(k) != "obl" || b.case_(k) == "" || b.leftmost(k) != v+1 && !(b.tag(v+1) == "RB" && b.leftmost(k) == v+2) {
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
		if x <= k || !b.isNoun(x) || b.case_(x) != "" || b.kid(x, "mark", "cc", "cop", "nsubj") >= 0 || b.timePhrase(x) {
			continue
		}
		switch b.rel(x) {
		case "conj", "advcl", "dep", "appos", "nmod:unmarked", "obl:unmarked", "obl", "ccomp":
		default:
			continue
		}
		first := b.leftmost(x)
		if first < k || b.tag(first) != "DT" && b.tag(first) != "PRP$" && b.lower(first) != "both" || !b.allBelow(k, k+1, first) {
			continue
		}
		return x
	}
	return -1
}

// allBelow: the tokens from a to b hang under k.
func (b *builder) allBelow(k, from, to int) bool {
	for i := from; i < to; i++ {
		at := i
		for n := 0; n < maxClimb && at >= 0 && at != k; n++ {
			at = b.head(at)
		}
		if at != k {
			return false
		}
	}
	return true
}

// mendTwoPrepositions: "planned with and in defence of the army": two prepositions share what stands behind; the second, with its noun,
// is told by itself.
func (b *builder) mendTwoPrepositions() bool {
	for i := 0; i+3 < len(b.tok); i++ {
		if b.tag(i) != "IN" || b.tok[i+1].Tag != "CC" || b.tag(i+2) != "IN" || !b.isNoun(i+3) {
			continue
		}
		n := i + 3
		if b.head(i) != n || b.head(n) < 0 || b.head(i+2) != i || b.rel(i) != "case" {
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
		if b.tag(p) != "VBN" || p < 2 || b.tok[p-1].Text != "," || b.agent(p) < 0 || !b.is(p, "acl", "advcl") || !b.helps(p) {
			continue
		}
		if h := b.head(p); h >= 0 && (b.base(h) == "nsubj" || strings.HasPrefix(b.tag(h), "NNP") || h == p-2 && b.words.Is("policy", b.nounLemma(h))) { // "a plan, backed by Chad"
			continue
		}
		for v := p - 2; v >= 0 && b.tok[v].Text != ";"; v-- {
			if !b.isVerb(v) || b.kid(v, "nsubj") < 0 || b.kid(v, "nsubj") > v {
				continue
			}
			if b.head(p) == v {
				break
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
		for _, k := range b.kids[v] {
			if k > first && b.rel(k) == "obj" && b.doneTo(v, k) {
				b.tok[first].Rel = "iobj"
				return true
			}
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
		if n < v || b.leftmost(k) != n+1 || !hasFrame(b.words.Lookup(schema.NounPred, b.nounLemma(n), ""), "with") {
			continue
		}
		if l := b.lower(k); l == "view" || l == "aim" || l == "help" { // "ties with a view to selling"
			continue
		}
		taken := len(b.words.Idioms(b.verbLemma(v), b.nounLemma(n))) > 0
		for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(v), b.particle(v)) {
			taken = taken || strings.HasSuffix(w.Frame, "with")
		}
		if !taken {
			b.hang(k, n, "nmod")
			changed = true
		}
	}
	return changed
}

// helps: the verb is one of help or support.
func (b *builder) helps(v int) bool {
	for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(v), "") {
		if w.Frame == "object" && (w.Type == schema.Aids || w.Type == schema.Supports) {
			return true
		}
	}
	return false
}

// mendUpTo: "kidnapped up to nine sailors": before a number "up to" counts, and what is counted is the object.
func (b *builder) mendUpTo() bool {
	for up := 1; up+3 < len(b.tok); up++ {
		v, to, cd := up-1, up+1, up+2
		k := b.head(to)
		if b.lower(up) != "up" || b.lower(to) != "to" || b.tag(cd) != "CD" || !b.isVerb(v) || k <= cd || b.rel(to) != "case" || b.head(k) != v || b.base(k) != "obl" || b.kid(v, "obj") >= 0 || !b.takesObject(v) || len(b.words.Lookup(schema.VerbPred, b.verbLemma(v), "up")) > 0 {
			continue
		}
		b.tok[k].Rel = "obj"
		b.hang(up, cd, "advmod")
		b.hang(to, up, "fixed")
		return true
	}
	return false
}
