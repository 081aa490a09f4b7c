package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// The lexicon knows what a verb takes; where the tree has it otherwise the lexicon is surer.

// mendFrames puts the parts of ditransitive verbs and of verbs with an infinitive in their places.
func (b *builder) mendFrames() bool {
	changed := false
	after := func(mended bool) {
		if mended {
			changed = true
			b.tree = newTree(b.sentence)
		}
	}
	for v := range b.tok {
		if !b.isVerbPredicate(v) {
			continue
		}
		words := b.words.Lookup(schema.VerbPred, b.verbLemma(v), b.particle(v))
		after((hasFrame(words, "recipient") || hasFrame(words, "object+recipient")) && b.mendRecipient(v))
		after(b.mendParticle(v))
		after(b.mendParticleCase(v))
		after(hasFrame(words, "object>of") && b.mendCleared(v))
		if b.words.Is("naming", b.verbLemma(v)) {
			after(b.mendNamed(v))
		}
		after(b.mendInfinitive(v, words))
		after(b.mendContent(v, words))
	}
	return changed
}

// mendCleared: "cleared half of the town of rebels": the last "of" says whom it is rid of, one before it what it is a part of.
func (b *builder) mendCleared(v int) bool {
	o := b.kid(v, "obj")
	if o < v {
		return false
	}
	return false
}

// mendParticleCase: "stood up to Peru", with "up to" as the preposition: where the lexicon knows the verb with the particle before that
// preposition, it is the particle.
func (b *builder) mendParticleCase(v int) bool {
	p := v + 1
	if p+1 >= len(b.tok) || b.head(p) < 0 || b.rel(p) != "case" || b.rel(p+1) != "case" {
		return false
	}
	b.hang(p, v, "compound:prt")
	return true
}

// mendParticle: "pushed through the treaty", "took on Denmark": where the lexicon knows the verb with the word as a particle and an
// object, and not with it as a preposition, the phrase is the object.
func (b *builder) mendParticle(v int) bool {
	if b.kid(v, "obj") >= 0 || b.particle(v) != "" {
		return false
	}
	for _, k := range b.kids[v] {
		p := b.kid(k, "case")
		if k < v || b.base(k) != "obl" || p != v+1 || b.kid(p, "fixed") >= 0 {
			continue
		}
		prep := b.lower(p)
		if !lexicon.IsParticle(prep) || !hasFrame(b.words.Lookup(schema.VerbPred, b.verbLemma(v), prep), "object") {
			continue
		}
		b.hang(p, v, "compound:prt")
		b.tok[k].Rel = "obj"
		return true
	}
	return false
}

func hasFrame(words []lexicon.Word, frame string) bool {
	for _, w := range words {
		if w.Frame == frame {
			return true
		}
	}
	return false
}

// mendNamed: "described the response as late", "branded the song as too loud": what the object is called hangs on the verb, not on the
// object, and is no circumstance.
func (b *builder) mendNamed(v int) bool {
	changed := false
	o := b.kid(v, "obj", "nsubj:pass")
	if o < 0 {
		return changed
	}
	for _, k := range b.kids[o] {
		if d := b.kid(k, "det"); b.is(k, "nmod:unmarked", "appos") && k > o && o > v && d > 0 { // "branded the plan a farce"
			b.hang(k, v, "xcomp")
			return true
		}
		if b.rel(k) == "amod" && k == o+1 && b.isAdj(k) && o > v { // "called the claims baseless"
			b.hang(k, v, "xcomp")
			return true
		}
		if as := b.kid(k, "case", "mark"); k < o || as < 0 || b.lower(as) != "as" {
			continue
		}
		b.hang(k, v, "obl")
		return true
	}
	return changed
}

// mendRecipient: "denied the president the money", "sold Azerbaijan drones": two noun phrases side by side behind the verb.
func (b *builder) mendRecipient(v int) bool {
	if b.kid(v, "iobj") >= 0 || b.kid(v, "obj") < 0 && b.kid(v, "ccomp", "xcomp") >= 0 {
		return false
	}
	first := b.nounPhraseAt(v + 1)
	if first < 0 {
		return false
	}
	second := -1
	if n := first + 1; n < len(b.tok) {
		switch {
		case b.tag(n) == "DT":
			second = b.nounPhraseAt(n)
		}
	}
	if second < 0 { // the first phrase took the second in: "Azerbaijan drones", "the exiles shelter"
		return false
	}
	b.hang(first, v, "iobj")
	b.hang(second, v, "obj")
	return true
}

// nounPhraseAt is the last noun of the plain phrase that begins at i, -1 without.
func (b *builder) nounPhraseAt(i int) int {
	noun := -1
	for k := i; k < len(b.tok) && k < i+7; k++ {
		switch t := b.tag(k); {
		case strings.HasPrefix(t, "NN"):
			noun = k
			if k+1 < len(b.tok) && b.tag(k+1) == "POS" {
				noun = -1
				k++
			}
		case t == "PRP" && k == i:
			return k
		case t == "DT" || t == "PRP$" || t == "CD":
			if k > i && noun >= 0 {
				return noun
			}
		case t == "JJ" || t == "JJR" || t == "VBN":
			if noun >= 0 {
				return noun
			}
		default:
			return noun
		}
	}
	return noun
}

// mendInfinitive: "ordered the diplomats to leave": the infinitive of a verb that takes an object with one is the verb's, not the noun's.
func (b *builder) mendInfinitive(v int, words []lexicon.Word) bool {
	takes := false
	for _, w := range words {
		takes = takes || w.Frame == "addressee-infinitive" || w.Frame == "object-infinitive" || strings.HasSuffix(w.Frame, "-infinitive")
	}
	if !takes || b.kid(v, "xcomp") >= 0 {
		return false
	}
	for _, k := range b.kids[v] {
		if k > v && b.rel(k) == "advcl" && b.infinitive(k) && (b.kid(v, "obl") >= 0) {
			b.tok[k].Rel = "xcomp"
			return true
		}
		if k < v || !b.is(k, "obj", "iobj", "obl", "obl:agent", "nsubj:pass") || b.indefinite(k) {
			continue
		}
		for _, x := range b.kids[k] {
			if x > k && (b.rel(x) == "acl") && b.infinitive(x) {
				b.hang(x, v, "xcomp")
				return true
			}
		}
	}
	return false
}

// indefinite: a phrase with a, an or without any article ("a plan to leave", "action to drive out").
func (b *builder) indefinite(k int) bool {
	if d := b.kid(k, "det"); d >= 0 {
		return b.lower(d) == "a" || b.lower(d) == "an" || b.lower(d) == "any"
	}
	return b.tag(k) == "NN" && b.kid(k, "nmod:poss") < 0
}

// mendContent: "accusing the delegates of cowardice": the phrase that the verb's frame asks for is the verb's, not the noun's.
func (b *builder) mendContent(v int, words []lexicon.Word) bool {
	if b.kid(v, "obj", "nsubj:pass", "obl:agent", "obl") < 0 {
		return false
	}
	for _, w := range words {
		prep := ""
		if p, ok := strings.CutPrefix(w.Frame, "object+"); ok {
			prep = p
		} else if p, ok := strings.CutPrefix(w.Frame, "object>"); ok {
			prep = p
		} else if _, p, ok := strings.Cut(w.Frame, "-"); ok && lexicon.IsPreposition(p) { // "pleads with donors for money"
			prep = p
		} else {
			continue
		}
		for _, o := range b.kids[v] {
			if o < v || !b.is(o, "obj", "obl:agent", "obl") {
				continue
			}
			for _, x := range b.kids[o] {
				if x < o {
					continue
				}
				if b.rel(x) == "nmod" && b.case_(x) == prep { // "blamed the ministers of Chad"
					b.hang(x, v, "obl")
					return true
				}
				if m := b.kid(x, "mark", "case"); b.rel(x) == "acl" && m >= 0 && b.lower(m) == prep {
					b.hang(x, v, "advcl")
					return true
				}
			}
		}
	}
	return false
}
