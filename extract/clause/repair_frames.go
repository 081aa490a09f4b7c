package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// The lexicon knows what a verb takes. Where a part of its frame is attached elsewhere, it is attached to the verb.

// repairFrames puts particles, recipients, predicatives, infinitives and the content of a verb's frame in their
// places.
func (b *builder) repairFrames() bool {
	changed := false
	for v := range b.Tokens {
		if !b.isVerbPredicate(v) {
			continue
		}
		words := b.words.Lookup(schema.VerbPred, b.baseForm(v), b.particle(v))
		for _, part := range []func(int, []lexicon.Word) bool{
			b.frameRecipient, b.frameParticle, b.frameNamed, b.frameInfinitive, b.frameContent,
		} {
			if part(v, words) {
				changed = true
				b.Tree = deptree.New(b.sentence.Tokens)
			}
		}
	}
	return changed
}

func hasFrame(words []lexicon.Word, frame string) bool {
	return slices.ContainsFunc(words, func(w lexicon.Word) bool { return w.Frame == frame })
}

// frameParticle: "pushed through the treaty", "took on Denmark": where the lexicon knows the verb with the word as a
// particle and an object, the phrase is the object.
func (b *builder) frameParticle(v int, _ []lexicon.Word) bool {
	if b.Child(v, "obj") >= 0 || b.particle(v) != "" {
		return false
	}
	for _, k := range b.Children[v] {
		p := b.Child(k, "case")
		if k < v || b.Base(k) != "obl" || p != v+1 || b.Child(p, "fixed") >= 0 {
			continue
		}
		word := b.Lower(p)
		if lexicon.IsParticle(word) && hasFrame(b.words.Lookup(schema.VerbPred, b.baseForm(v), word), "object") {
			b.attach(p, v, "compound:prt")
			b.Tokens[k].Rel = "obj"
			return true
		}
	}
	return false
}

// frameNamed: "described the response as late", "branded the plan a farce", "called the claims baseless": what the
// object of a verb of naming is called depends on the verb, not on the object.
func (b *builder) frameNamed(v int, _ []lexicon.Word) bool {
	o := b.Child(v, "obj", "nsubj:pass")
	if o < 0 || !b.words.Is("naming", b.baseForm(v)) {
		return false
	}
	for _, k := range b.Children[o] {
		if k < o {
			continue
		}
		as := b.Child(k, "case", "mark")
		noun := b.Is(k, "nmod:unmarked", "appos") && b.Child(k, "det") > 0
		adjective := b.Rel(k) == "amod" && k == o+1 && b.IsAdj(k)
		switch {
		case o > v && (noun || adjective):
			b.attach(k, v, "xcomp")
			return true
		case as >= 0 && b.Lower(as) == asWord:
			b.attach(k, v, "obl")
			return true
		}
	}
	return false
}

// frameRecipient: "denied the president the money": two noun phrases side by side after the verb.
func (b *builder) frameRecipient(v int, words []lexicon.Word) bool {
	if !hasFrame(words, "recipient") && !hasFrame(words, "object+recipient") {
		return false
	}
	if b.Child(v, "iobj") >= 0 || b.Child(v, "obj") < 0 && b.Child(v, "ccomp", "xcomp") >= 0 {
		return false
	}
	first := b.nounPhraseAt(v + 1)
	if first < 0 || first+1 >= len(b.Tokens) || b.Tag(first+1) != "DT" {
		return false
	}
	second := b.nounPhraseAt(first + 1)
	if second < 0 {
		return false
	}
	b.attach(first, v, "iobj")
	b.attach(second, v, "obj")
	return true
}

// nounPhraseAt is the last noun, or the pronoun, of the plain phrase that begins at i, −1 without.
func (b *builder) nounPhraseAt(i int) int {
	noun := -1
	for k := i; k < len(b.Tokens) && k < i+7; k++ {
		switch t := b.Tag(k); {
		case strings.HasPrefix(t, "NN"):
			noun = k
			if k+1 < len(b.Tokens) && b.Tag(k+1) == "POS" { // "the dean's …"
				noun = -1
				k++
			}
		case t == "PRP" && k == i:
			return k
		case t == "DT" || t == "PRP$" || t == "CD" || t == "JJ" || t == "JJR" || t == "VBN":
			if noun >= 0 {
				return noun
			}
		default:
			return noun
		}
	}
	return noun
}

// frameInfinitive: "ordered the diplomats to leave": the infinitive of a verb that takes an object with one depends
// on the verb, not on the noun.
func (b *builder) frameInfinitive(v int, words []lexicon.Word) bool {
	takes := slices.ContainsFunc(words, func(w lexicon.Word) bool { return strings.HasSuffix(w.Frame, "-infinitive") })
	if !takes || b.Child(v, "xcomp") >= 0 {
		return false
	}
	for _, k := range b.Children[v] {
		if k > v && b.Rel(k) == "advcl" && b.infinitive(k) && b.Child(v, "obl") >= 0 {
			b.Tokens[k].Rel = "xcomp"
			return true
		}
		if k < v || !b.Is(k, "obj", "iobj", "obl", "obl:agent", "nsubj:pass") || b.indefinitePhrase(k) {
			continue
		}
		for _, x := range b.Children[k] {
			if x > k && b.Rel(x) == "acl" && b.infinitive(x) {
				b.attach(x, v, "xcomp")
				return true
			}
		}
	}
	return false
}

// indefinitePhrase: a phrase with a, an or without any article: "a plan to leave", "action to drive out".
func (b *builder) indefinitePhrase(k int) bool {
	if d := b.Child(k, "det"); d >= 0 {
		return indefiniteWords[b.Lower(d)]
	}
	return b.Tag(k) == "NN" && !b.possessed(k)
}

// frameContent: "accusing the delegates of cowardice": the phrase or gerund that the verb's frame asks for depends on
// the verb, not on the noun.
func (b *builder) frameContent(v int, words []lexicon.Word) bool {
	for _, w := range words {
		prep := contentPreposition(w.Frame)
		if prep == "" || b.hasOblique(v, prep) {
			continue
		}
		for _, o := range b.Children[v] {
			if o < v || !b.Is(o, "obj", "obl:agent", "obl") {
				continue
			}
			for _, x := range slices.Backward(b.Children[o]) { // the last: "accused the nurses of Gao of cowardice"
				if x > o && b.Rel(x) == "nmod" && b.Preposition(x) == prep {
					b.attach(x, v, "obl")
					return true
				}
				if m := b.Child(x, "mark", "case"); x > o && b.Rel(x) == "acl" && m >= 0 && b.Lower(m) == prep {
					b.attach(x, v, "advcl")
					return true
				}
			}
		}
	}
	return false
}

// hasOblique: a phrase or a gerund with the preposition depends on verb v.
func (b *builder) hasOblique(v int, prep string) bool {
	return slices.ContainsFunc(b.Children[v], func(k int) bool {
		m := b.Child(k, "case", "mark")
		return k > v && m >= 0 && b.Lower(m) == prep
	})
}

// contentPreposition is the preposition that a frame has after the object or an addressee, "" without: "of" of
// "object+of", "from" of "object>from", "for" of "with-for".
func contentPreposition(frame string) string {
	for _, mark := range []string{"+", ">", "-"} {
		first, prep, _ := strings.Cut(frame, mark)
		if (mark == "-" || first == "object") && lexicon.IsPreposition(prep) {
			return prep
		}
	}
	return ""
}
