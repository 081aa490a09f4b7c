package main

import (
	"github.com/stancegraph/stancegraph/schema"
)

// treeRows draws a sentence's tree with the words from top to bottom as they stand under each other, one row a word:
// the drawn branch and word, its tag, its base form, its relation to the word above.
func treeRows(s *schema.Sentence) [][]string {
	below := make([][]int, len(s.Tokens)+1)
	for i, tok := range s.Tokens {
		above := tok.Head
		if above < 0 || above >= len(s.Tokens) || above == i {
			above = len(s.Tokens)
		}
		below[above] = append(below[above], i)
	}
	d := drawing{s: s, below: below, drawn: make([]bool, len(s.Tokens))}
	for _, root := range below[len(s.Tokens)] {
		d.draw(root, "", "")
	}
	for i := range s.Tokens { // whatever no root reaches
		d.draw(i, "? ", "  ")
	}
	return d.rows
}

type drawing struct {
	s     *schema.Sentence
	below [][]int
	drawn []bool
	rows  [][]string
}

// draw adds a word and what hangs on it. branch leads to the word, under leads on to what is below.
func (d *drawing) draw(i int, branch, under string) {
	if d.drawn[i] {
		return
	}
	d.drawn[i] = true
	tok := &d.s.Tokens[i]
	rel := tok.Rel
	if rel == "" {
		rel = "-"
	}
	const deepest = 60 // columns: a sentence can be a chain of thousands of words
	if columns(branch) > deepest {
		branch, under = cut(branch, deepest), cut(under, deepest)
	}
	d.rows = append(d.rows, []string{branch + clean(tok.Text), tok.Tag, clean(tok.Lemma), rel})
	for n, child := range d.below[i] {
		if n+1 < len(d.below[i]) {
			d.draw(child, under+"├─ ", under+"│  ")
		} else {
			d.draw(child, under+"└─ ", under+"   ")
		}
	}
}
