package extract

import (
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/schema"
)

// parse gives a sentence its tree. What semicolons part is parsed alone and hung on the first part: treebanks have few
// semicolons, so a parser is at its worst across them.
func parse(m *syntax.Model, s *schema.Sentence) {
	root, start := -1, 0
	for i := range s.Tokens {
		if s.Tokens[i].Text != ";" && i+1 < len(s.Tokens) {
			continue
		}
		part := schema.Sentence{Tokens: s.Tokens[start : i+1]}
		m.Parse(&part)
		for n := range part.Tokens {
			t := &part.Tokens[n]
			switch {
			case t.Head >= 0:
				t.Head += start
			case root < 0:
				root = start + n
			case start > 0:
				t.Head, t.Rel = root, "parataxis"
			}
		}
		start = i + 1
	}
}
