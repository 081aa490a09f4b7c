package clause

import (
	"github.com/stancegraph/stancegraph/schema"
)

// Objects and phrases behind the verb.

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
