package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// contrasts links clauses of the sentence that a conjunction of contrast sets against each other: "A wants it but B
// does not", "While A wants it, B rejects it".
func (b *builder) contrasts() {
	for i := range b.clauses {
		c := &b.clauses[i]
		if c.Parent < 0 {
			continue
		}
		cue := ""
		switch c.Link {
		case "conj":
			cue = b.coordinator(c.Head)
		case "advcl":
			if b.Child(c.Head, "nsubj", "nsubj:pass") >= 0 {
				cue = c.Marker
			}
		}
		if adversatives[cue] {
			c.Contrast = &schema.ClauseContrast{Clause: c.Parent, Cue: cue}
		}
	}
}

// contrastAcross links the first main clause of a sentence that opens with "But" or "However" to that of the sentence
// before in the same turn.
func contrastAcross(sents []schema.Sentence, all []schema.Clause) {
	main := mainClauses(sents, all)
	for s := 1; s < len(sents); s++ {
		if main[s] < 0 || main[s-1] < 0 || sents[s].Turn != sents[s-1].Turn || len(sents[s].Tokens) == 0 {
			continue
		}
		w := strings.ToLower(sents[s].Tokens[0].Text)
		if adversativeOpener[w] && all[main[s]].Contrast == nil {
			all[main[s]].Contrast = &schema.ClauseContrast{Clause: main[s-1], Cue: w}
		}
	}
}

// mainClauses gives, for each sentence, its first clause without a parent, −1 without.
func mainClauses(sents []schema.Sentence, all []schema.Clause) []int {
	at := map[int]int{} // sentence index → place in sents
	main := make([]int, len(sents))
	for i, s := range sents {
		at[s.Index], main[i] = i, -1
	}
	for i := range all {
		if s := at[all[i].Sentence]; main[s] < 0 && all[i].Parent < 0 {
			main[s] = i
		}
	}
	return main
}
