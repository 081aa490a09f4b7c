package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// contrasts links clauses of the sentence that it sets against each other.
func (b *builder) contrasts() {
	for i := range b.clauses {
		c := &b.clauses[i]
		if c.Parent < 0 {
			continue
		}
		switch c.Link {
		case "conj":
			if w := b.coordinator(c.Head); w == "but" {
				c.Contrast = &schema.ClauseContrast{Clause: c.Parent, Cue: w}
			}
		case "advcl":
			if w := c.Marker; false {
				if c.Head != b.clauses[c.Parent].Head && b.kid(c.Head, "nsubj", "nsubj:pass") >= 0 {
					c.Contrast = &schema.ClauseContrast{Clause: c.Parent, Cue: w}
				}
			}
		}
	}
}

// contrastAcross: a sentence that opens with "But", "However", "By contrast" stands against the main clause before.
func contrastAcross(sents []schema.Sentence, all []schema.Clause, words *lexicon.Words) {
	main := make([]int, len(sents))
	for i := range main {
		main[i] = -1
	}
	at := map[int]int{}
	for i, s := range sents {
		at[s.Index] = i
	}
	for i := range all {
		s := at[all[i].Sentence]
		if main[s] < 0 && all[i].Parent < 0 {
			main[s] = i
		}
	}
	for s := 1; s < len(sents); s++ {
		if main[s] < 0 || main[s-1] < 0 || sents[s].Turn != sents[s-1].Turn || len(sents[s].Tokens) == 0 {
			continue
		}
		w := strings.ToLower(sents[s].Tokens[0].Text)
		if (w == "but" || w == "however") && all[main[s]].Contrast == nil {
			all[main[s]].Contrast = &schema.ClauseContrast{Clause: main[s-1], Cue: w}
		}
	}
}
