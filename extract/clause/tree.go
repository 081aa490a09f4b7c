package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// tree is a sentence's dependency tree, ready to be walked downwards.
type tree struct {
	tok      []schema.Token
	children [][]int // of each token, in text order
}

func newTree(s *schema.Sentence) tree {
	t := tree{tok: s.Tokens, children: make([][]int, len(s.Tokens))}
	counts := make([]int, len(s.Tokens))
	for _, k := range s.Tokens {
		if k.Head >= 0 && k.Head < len(s.Tokens) {
			counts[k.Head]++
		}
	}
	for i, n := range counts {
		if n > 0 {
			t.children[i] = make([]int, 0, n)
		}
	}
	for i, k := range s.Tokens {
		if k.Head >= 0 && k.Head < len(s.Tokens) {
			t.children[k.Head] = append(t.children[k.Head], i)
		}
	}
	return t
}

func (t *tree) lower(i int) string { return strings.ToLower(t.tok[i].Text) }
func (t *tree) lemma(i int) string { return t.tok[i].Lemma }
func (t *tree) tag(i int) string   { return t.tok[i].Tag }
func (t *tree) rel(i int) string   { return t.tok[i].Rel }
func (t *tree) head(i int) int     { return t.tok[i].Head }

// base is the relation without its subtype: "nsubj" of "nsubj:pass".
func (t *tree) base(i int) string {
	r := t.tok[i].Rel
	if c := strings.IndexByte(r, ':'); c > 0 {
		return r[:c]
	}
	return r
}

func (t *tree) is(i int, rels ...string) bool {
	for _, r := range rels {
		if t.tok[i].Rel == r {
			return true
		}
	}
	return false
}

// child is the first child with one of the relations, -1 without.
func (t *tree) child(i int, rels ...string) int {
	for _, k := range t.children[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

func (t *tree) isVerb(i int) bool { return strings.HasPrefix(t.tok[i].Tag, "VB") }
func (t *tree) isNoun(i int) bool { return strings.HasPrefix(t.tok[i].Tag, "NN") }
func (t *tree) isName(i int) bool { return strings.HasPrefix(t.tok[i].Tag, "NNP") }
func (t *tree) isAdj(i int) bool  { return strings.HasPrefix(t.tok[i].Tag, "JJ") }

// isNominal: a noun, a pronoun, a number or a determiner by itself.
func (t *tree) isNominal(i int) bool {
	switch t.tok[i].Tag {
	case "PRP", "CD", "DT", "WP", "EX", "WDT", "PRP$":
		return true
	}
	return t.isNoun(i)
}

// relativiser: a relative pronoun.
func (t *tree) relativiser(i int) bool { return relativePronouns[t.lower(i)] }

// preposition is the preposition of a phrase, its words joined: "with", "out of", "in favour of"; "" without.
func (t *tree) preposition(i int) string {
	var words []string
	for _, k := range t.children[i] {
		if t.rel(k) != "case" || t.tag(k) == "POS" || k > i {
			continue
		}
		words = append(words, t.lower(k))
		for _, f := range t.children[k] {
			if t.rel(f) == "fixed" {
				words = append(words, t.lower(f))
			}
		}
	}
	return strings.Join(words, " ")
}

// below marks the tokens of i's subtree in in, without the branches that cut takes away.
func (t *tree) below(i int, cut func(k int) bool, in []bool) {
	in[i] = true
	for _, k := range t.children[i] {
		if !in[k] && !cut(k) {
			t.below(k, cut, in)
		}
	}
}

// phrase is the contiguous stretch of tokens round head that belong to it. Commas and marks at
// the ends are left out, and so is what cut takes away.
func (t *tree) phrase(head int, cut func(k int) bool) (first, last int) {
	in := make([]bool, len(t.tok))
	t.below(head, cut, in)
	return t.stretch(head, in)
}

func (t *tree) stretch(head int, in []bool) (first, last int) {
	first, last = head, head
	for first > 0 && in[first-1] {
		first--
	}
	for last+1 < len(in) && in[last+1] {
		last++
	}
	for first < head && isMark(t.tok[first].Text) {
		first++
	}
	for last > head && isMark(t.tok[last].Text) {
		last--
	}
	return first, last
}

func (t *tree) span(first, last int) schema.Span {
	return schema.Span{Start: t.tok[first].Span.Start, End: t.tok[last].Span.End}
}

// isMark says that a token is punctuation alone.
func isMark(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune(",.;:!?\"'`()[]{}-–—…“”‘’/", r) {
			return false
		}
	}
	return true
}

// cyclic says whether following heads from some token never ends.
func (t *tree) cyclic() bool { return t.onCycle() >= 0 }

// onCycle is a token that is its own ancestor, −1 where the heads make a tree.
func (t *tree) onCycle() int {
	state := make([]int8, len(t.tok)) // 1 on the way from here, 2 known to end
	for i := range t.tok {
		k := i
		for k >= 0 && k < len(t.tok) && state[k] == 0 {
			state[k] = 1
			k = t.tok[k].Head
		}
		if k >= 0 && k < len(t.tok) && state[k] == 1 {
			return k
		}
		for k = i; k >= 0 && k < len(t.tok) && state[k] == 1; k = t.tok[k].Head {
			state[k] = 2
		}
	}
	return -1
}

// breakCycles makes a tree of whatever heads came in: heads outside the sentence are none, and a token on a cycle
// becomes a root.
func (b *builder) breakCycles() {
	for i := range b.tok {
		if b.tok[i].Head >= len(b.tok) || b.tok[i].Head < -1 {
			b.tok[i].Head = -1
		}
		if b.tok[i].Head < 0 {
			b.tok[i].Rel = "root"
		}
	}
	for k := b.onCycle(); k >= 0; k = b.onCycle() {
		b.tok[k].Head, b.tok[k].Rel = -1, "root"
		b.tree = newTree(b.sentence)
	}
}
