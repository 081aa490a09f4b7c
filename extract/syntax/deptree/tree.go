// Package deptree walks the dependency tree of a sentence: its words, relations, phrases and spans. Tokens are named by
// their index in the sentence; −1 is none.
package deptree

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Tree is a sentence's dependency tree. Tokens are the sentence's own: who changes a head there makes the tree anew.
type Tree struct {
	Tokens   []schema.Token
	Children [][]int // of each token, in text order
}

// New makes the tree of a sentence's tokens. Heads outside the sentence are none.
func New(tokens []schema.Token) Tree {
	t := Tree{Tokens: tokens, Children: make([][]int, len(tokens))}
	counts := make([]int, len(tokens))
	for _, k := range tokens {
		if k.Head >= 0 && k.Head < len(tokens) {
			counts[k.Head]++
		}
	}
	for i, n := range counts {
		if n > 0 {
			t.Children[i] = make([]int, 0, n)
		}
	}
	for i, k := range tokens {
		if k.Head >= 0 && k.Head < len(tokens) {
			t.Children[k.Head] = append(t.Children[k.Head], i)
		}
	}
	return t
}

// Lower is the token's text in small letters.
func (t *Tree) Lower(i int) string { return strings.ToLower(t.Tokens[i].Text) }

// Lemma is the token's base form.
func (t *Tree) Lemma(i int) string { return t.Tokens[i].Lemma }

// Tag is the token's Penn Treebank tag.
func (t *Tree) Tag(i int) string { return t.Tokens[i].Tag }

// Rel is the token's relation to its head, with its subtype: "nsubj:pass".
func (t *Tree) Rel(i int) string { return t.Tokens[i].Rel }

// Head is the index of the token's head, −1 of a root.
func (t *Tree) Head(i int) int { return t.Tokens[i].Head }

// Base is the relation without its subtype: "nsubj" of "nsubj:pass".
func (t *Tree) Base(i int) string {
	r := t.Tokens[i].Rel
	if c := strings.IndexByte(r, ':'); c > 0 {
		return r[:c]
	}
	return r
}

// Is says whether the token's relation, with its subtype, is one of rels.
func (t *Tree) Is(i int, rels ...string) bool {
	return slices.Contains(rels, t.Tokens[i].Rel)
}

// Child is the first child with one of the relations, -1 without.
func (t *Tree) Child(i int, rels ...string) int {
	for _, k := range t.Children[i] {
		if slices.Contains(rels, t.Tokens[k].Rel) {
			return k
		}
	}
	return -1
}

// IsVerb: the token is a verb by its tag.
func (t *Tree) IsVerb(i int) bool { return strings.HasPrefix(t.Tokens[i].Tag, "VB") }

// IsNoun: a noun, also a name.
func (t *Tree) IsNoun(i int) bool { return strings.HasPrefix(t.Tokens[i].Tag, "NN") }

// IsName: a proper noun.
func (t *Tree) IsName(i int) bool { return strings.HasPrefix(t.Tokens[i].Tag, "NNP") }

// IsAdj: an adjective.
func (t *Tree) IsAdj(i int) bool { return strings.HasPrefix(t.Tokens[i].Tag, "JJ") }

// IsNominal: a noun, a pronoun, a number or a determiner by itself.
func (t *Tree) IsNominal(i int) bool {
	switch t.Tokens[i].Tag {
	case "PRP", "CD", "DT", "WP", "EX", "WDT", "PRP$":
		return true
	}
	return t.IsNoun(i)
}

// Preposition is the preposition of a phrase, its words joined: "with", "out of", "in favour of"; "" without.
func (t *Tree) Preposition(i int) string {
	var words []string
	for _, k := range t.Children[i] {
		if t.Rel(k) != "case" || t.Tag(k) == "POS" || k > i {
			continue
		}
		words = append(words, t.Lower(k))
		for _, f := range t.Children[k] {
			if t.Rel(f) == "fixed" {
				words = append(words, t.Lower(f))
			}
		}
	}
	return strings.Join(words, " ")
}

// below marks the tokens of i's subtree in in, without the branches that cut takes away.
func (t *Tree) below(i int, cut func(k int) bool, in []bool) {
	in[i] = true
	for _, k := range t.Children[i] {
		if !in[k] && !cut(k) {
			t.below(k, cut, in)
		}
	}
}

// Phrase is the contiguous stretch of tokens round head that belong to it. Commas and marks at
// the ends are left out, and so is what cut takes away.
func (t *Tree) Phrase(head int, cut func(k int) bool) (first, last int) {
	in := make([]bool, len(t.Tokens))
	t.below(head, cut, in)
	return t.stretch(head, in)
}

// stretch is the run of marked tokens round head, without marks at its ends.
func (t *Tree) stretch(head int, in []bool) (first, last int) {
	first, last = head, head
	for first > 0 && in[first-1] {
		first--
	}
	for last+1 < len(in) && in[last+1] {
		last++
	}
	for first < head && IsMark(t.Tokens[first].Text) {
		first++
	}
	for last > head && IsMark(t.Tokens[last].Text) {
		last--
	}
	return first, last
}

// Span is the text from token first to token last.
func (t *Tree) Span(first, last int) schema.Span {
	return schema.Span{Start: t.Tokens[first].Span.Start, End: t.Tokens[last].Span.End}
}

// IsMark says that a token is punctuation alone.
func IsMark(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune(",.;:!?\"'`()[]{}-–—…“”‘’/", r) {
			return false
		}
	}
	return true
}

// Cyclic says whether following heads from some token never ends.
func (t *Tree) Cyclic() bool { return t.onCycle() >= 0 }

// onCycle is a token that is its own ancestor, −1 where the heads make a tree.
func (t *Tree) onCycle() int {
	state := make([]int8, len(t.Tokens)) // 1 on the way from here, 2 known to end
	for i := range t.Tokens {
		k := i
		for k >= 0 && k < len(t.Tokens) && state[k] == 0 {
			state[k] = 1
			k = t.Tokens[k].Head
		}
		if k >= 0 && k < len(t.Tokens) && state[k] == 1 {
			return k
		}
		for k = i; k >= 0 && k < len(t.Tokens) && state[k] == 1; k = t.Tokens[k].Head {
			state[k] = 2
		}
	}
	return -1
}

// BreakCycles makes a tree of whatever heads came in: heads outside the sentence are none, and a token on a cycle
// becomes a root.
func (t *Tree) BreakCycles() {
	for i := range t.Tokens {
		if t.Tokens[i].Head >= len(t.Tokens) || t.Tokens[i].Head < -1 {
			t.Tokens[i].Head = -1
		}
		if t.Tokens[i].Head < 0 {
			t.Tokens[i].Rel = "root"
		}
	}
	for k := t.onCycle(); k >= 0; k = t.onCycle() {
		t.Tokens[k].Head, t.Tokens[k].Rel = -1, "root"
		*t = New(t.Tokens)
	}
}
