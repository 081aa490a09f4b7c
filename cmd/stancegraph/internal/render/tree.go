package render

import (
	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

// treeRows draws a sentence's dependency tree, one row a token: the drawn branch and the word, its tag, its lemma, its
// relation to its head.
func treeRows(s *schema.Sentence) [][]string {
	children := make([][]int, len(s.Tokens)+1)
	for i, tok := range s.Tokens {
		head := tok.Head
		if head < 0 || head >= len(s.Tokens) || head == i {
			head = len(s.Tokens)
		}
		children[head] = append(children[head], i)
	}
	d := drawing{s: s, children: children, drawn: make([]bool, len(s.Tokens))}
	for _, root := range children[len(s.Tokens)] {
		d.draw(root, "", "")
	}
	for i := range s.Tokens { // those that no root reaches
		d.draw(i, "? ", "  ")
	}
	return d.rows
}

type drawing struct {
	s        *schema.Sentence
	children [][]int
	drawn    []bool
	rows     [][]string
}

// draw adds a token and its dependents. branch leads to the token, under to its dependents.
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
	if term.Columns(branch) > deepest {
		branch, under = term.Cut(branch, deepest), term.Cut(under, deepest)
	}
	d.rows = append(d.rows, []string{branch + term.Clean(tok.Text), tok.Tag, term.Clean(tok.Lemma), rel})
	for n, child := range d.children[i] {
		if n+1 < len(d.children[i]) {
			d.draw(child, under+"├─ ", under+"│  ")
		} else {
			d.draw(child, under+"└─ ", under+"   ")
		}
	}
}
