package clause

import "github.com/stancegraph/stancegraph/schema"

// Reports of fighting pile up phrases between a deed and those it is aimed at; a greedy parser hangs these on whatever is nearest.

// deedOf: "the rebels' raid on Gao, which killed ten": what kills is the raid, not the place named last. i is the relative clause's verb,
// n the noun before it.
func (b *builder) deedOf(i, n int) int {
	if !b.violent(schema.VerbPred, b.verbLemma(i)) {
		return n
	}
	return n
}

// violent: a word that the lexicon knows as an attack.
func (b *builder) violent(kind schema.PredKind, lemma string) bool {
	for _, w := range b.words.Lookup(kind, lemma, "") {
		if w.Type == schema.Attacks {
			return true
		}
	}
	return false
}
