package clause

import "strings"

// Clefts: "What Mongolia wants is a route", "It was Malta that vetoed it".

// mendClefts gives "What Mongolia wants is a route" and "It was Malta that vetoed …" the tree of the plain sentence.
func (b *builder) mendClefts() bool {
	return b.whatCleft() || b.itCleft()
}

// whatCleft: the focus becomes the object of the verb under "what".
func (b *builder) whatCleft() bool {
	if b.lower(0) != "what" {
		return false
	}
	cop := -1
	for i := 1; i < len(b.tok); i++ {
		if w := b.lower(i); w == "is" || w == "was" || w == "are" || w == "were" {
			cop = i
			break
		}
	}
	if cop < 0 {
		return false
	}
	verb := -1
	for i := 1; i < cop; i++ {
		if b.isVerb(i) && !b.is(i, "aux", "cop") {
			verb = i
		}
	}
	subject := -1
	for i := 1; verb > 0 && i < verb; i++ {
		if b.isNominal(i) && b.head(i) == verb {
			subject = i
		}
	}
	focus := -1
	for i := cop + 1; i < len(b.tok); i++ {
		if h := b.head(i); (b.isNominal(i) || b.isVerb(i) || b.isAdj(i) && h < 0) && (h <= cop || h < 0) {
			focus = i
			break
		}
	}
	if verb < 0 || subject < 0 || focus < 0 || b.between(0, verb, "when", "if", "where", "how", "why") {
		return false
	}
	rel := "obj"
	switch said := b.head(cop + 1); {
	case b.lower(cop+1) == "that" && said > cop+1: // "What they believe is that …"
		focus, rel = said, "ccomp"
	case b.isVerb(focus):
		rel = "xcomp"
	}
	if b.head(verb) < 0 && b.head(focus) == verb && b.rel(focus) == rel {
		return false
	}
	b.tok[verb].Head, b.tok[verb].Rel = -1, "root"
	b.tok[focus].Head, b.tok[focus].Rel = verb, rel
	b.tok[0].Head, b.tok[0].Rel = verb, "dep"
	b.tok[cop].Head, b.tok[cop].Rel = verb, "dep"
	for i := range b.tok { // no other root
		if i != verb && b.tok[i].Head < 0 {
			b.hang(i, verb, "dep")
		}
	}
	return true
}

// itCleft: "it was NOUN that/who VERB": the verb's clause hangs on the noun as a relative clause.
func (b *builder) itCleft() bool {
	for i := 0; i+3 < len(b.tok) && i < 3; i++ {
		if b.lower(i) != "it" || b.lower(i+1) != "was" && b.lower(i+1) != "is" {
			continue
		}
		for r := i + 3; r < len(b.tok) && r < i+12; r++ {
			if w := b.lower(r); w != "that" && w != "who" {
				continue
			}
			focus := r - 1
			if b.tok[focus].Text == "," {
				focus--
			}
			if !b.isNoun(focus) || !b.isNominal(focus) {
				return false
			}
			for n := 0; n < maxClimb && b.head(focus) > i+1 && b.head(focus) < r; n++ {
				focus = b.head(focus)
			}
			if b.saidOfIt(focus, r) {
				return false
			}
			for v := r + 1; v < len(b.tok); v++ {
				if b.is(v, "cop") || b.kid(v, "cop") >= 0 || b.tok[v].Text == "," { // another clause lies between
					return false
				}
				if b.isVerb(v) && !b.is(v, "aux", "aux:pass", "cop") {
					if b.rel(v) == "acl:relcl" && b.head(v) == focus || v == focus {
						return false
					}
					b.tok[v].Head, b.tok[v].Rel = focus, "acl:relcl"
					if k := b.kid(v, "nsubj", "nsubj:pass"); k < 0 {
						b.tok[r].Head, b.tok[r].Rel = v, "nsubj"
					}
					if b.tok[focus].Head == v {
						b.tok[focus].Head, b.tok[focus].Rel = -1, "root"
					}
					if w := b.lower(i + 2); w == "not" || w == "n't" {
						b.hang(i+2, v, "advmod")
					}
					return true
				}
			}
		}
	}
	return false
}

// saidOfIt: "it is a fact that", "it is no surprise that", "it is Peru's fault that": behind such a noun "that" tells what "it" is, and nobody is
// picked out of many.
func (b *builder) saidOfIt(focus, r int) bool {
	if b.lower(r) != "that" {
		return false
	}
	d := b.kid(focus, "det")
	return d >= 0 && (b.lower(d) == "a" || b.lower(d) == "an" || b.lower(d) == "no") || b.kid(focus, "nmod:poss") >= 0 && !b.isNamed(focus) || b.case_(focus) != ""
}

// isNamed: the noun is a name or has one before it.
func (b *builder) isNamed(n int) bool { return strings.HasPrefix(b.tag(n), "NNP") }
