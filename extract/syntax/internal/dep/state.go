// Package dep builds dependency trees: a greedy arc-hybrid transition parser. It takes two decisions a
// time, each by its own perceptron: which move, and, for a move that makes an arc, which relation.
package dep

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// The moves. With s0 the top of the stack, s1 the one below and b0 the front of the buffer:
// Shift puts b0 on the stack, Left makes s0 a dependent of b0, Right makes s0 a dependent of s1.
const (
	Shift = iota
	Left
	Right
)

// Token is what the parser knows of a word.
type Token struct {
	Look   *word.Look
	Tag    uint8
	Second uint8 // the tagger's next best where it was in doubt, else Tag
}

// node is a token in the tree that is being built.
type node struct {
	form, cluster, suffix uint64
	class4, class6        uint64
	tag                   uint64 // + 1
	doubt                 uint64 // second tag + 1 where the tagger was in doubt, else 0
	marker                uint64 // form of its outermost dependent by case, mark or cc, rather left than right
	lset, rset            uint64 // labels of the dependents on either side, one bit each
	head                  int32
	l1, l2, r1, r2        int32  // outermost dependents, and those next to them
	past                  counts // of the tokens before it
	nl, nr                uint8
	label                 uint8 // + 1; 0 as long as there is no head
}

// counts are how many tokens there are of some kinds that say how a stretch of words is built.
type counts [kinds]uint16

// The kinds of tokens that are counted.
const (
	verbs = iota // finite verbs and modals
	commas
	stops // colons, semicolons, dashes, full stops
	quotes
	joins // coordinating conjunctions
	kinds
)

// between says which kinds there are from place a up to place b.
func (s *state) between(a, b int32) (set uint64) {
	if a > b || b > s.root {
		return 1 << kinds
	}
	for k, n := range s.nodes[b].past {
		if n != s.nodes[a].past[k] {
			set |= 1 << k
		}
	}
	return set
}

// state is a configuration. nodes has the tokens, then the root, then an empty node that stands for
// every place where there is none.
type state struct {
	nodes  []node
	stack  []int32
	front  int32 // first of the buffer
	root   int32 // index of the root node: the last of the buffer
	none   int32 // index of the empty node
	marker uint64
	end    uint64 // form of the last token
}

// reset makes the first configuration over tokens. markers has a bit for each label that introduces
// its head: case, mark and cc.
func (s *state) reset(tokens []Token, markers uint64, kind []uint8) {
	n := len(tokens)
	s.root, s.none = int32(n), int32(n+1)
	s.front, s.marker = 0, markers
	s.stack = s.stack[:0]
	if cap(s.nodes) < n+2 {
		s.nodes = make([]node, n+2, 2*n+16)
	}
	s.nodes = s.nodes[:n+2]
	blank := node{head: -1, l1: s.none, l2: s.none, r1: s.none, r2: s.none}
	var past counts
	for i := range tokens {
		nd := blank
		t := &tokens[i]
		nd.form, nd.cluster, nd.suffix = t.Look.Lower, t.Look.Cluster, t.Look.Suffix3
		nd.class4, nd.class6 = t.Look.Class4, t.Look.Class6
		nd.tag = uint64(t.Tag) + 1
		if t.Second != t.Tag {
			nd.doubt = uint64(t.Second) + 1
		}
		nd.past = past
		s.nodes[i] = nd
		if k := kind[t.Tag]; k < kinds {
			past[k]++
		}
	}
	s.end = 0
	if n > 0 {
		s.end = tokens[n-1].Look.Lower
	}
	blank.past = past
	blank.tag = 254
	s.nodes[n] = blank
	blank.tag = 255
	s.nodes[n+1] = blank
}

// under is the index of the nth stack element from the top, or of the empty node.
func (s *state) under(n int) int32 {
	if i := len(s.stack) - 1 - n; i >= 0 {
		return s.stack[i]
	}
	return s.none
}

// ahead is the index of the nth element of the buffer, or of the empty node.
func (s *state) ahead(n int32) int32 { return min(s.front+n, s.none) }

func (s *state) done() bool { return s.front == s.root && len(s.stack) == 0 }

// allowed says which moves can be made. Exactly one token becomes a dependent of the root.
func (s *state) allowed() (shift, left, right bool) {
	n := len(s.stack)
	return s.front < s.root, n > 1 && s.front < s.root || n == 1, n > 1
}

// arc gives the head and the dependent of the arc that a move would make.
func (s *state) arc(move int) (head, dependent int32) {
	if move == Left {
		return s.front, s.under(0)
	}
	return s.under(1), s.under(0)
}

// apply makes a move; label is that of its arc, if it has one.
func (s *state) apply(move int, label uint8) {
	if move == Shift {
		s.stack = append(s.stack, s.front)
		s.front++
		return
	}
	h, d := s.arc(move)
	s.stack = s.stack[:len(s.stack)-1]
	head, dep := &s.nodes[h], &s.nodes[d]
	dep.head, dep.label = h, label+1
	if move == Left {
		head.l2, head.l1 = head.l1, d
		head.lset |= 1 << (label & 63)
		head.nl++
	} else {
		head.r2, head.r1 = head.r1, d
		head.rset |= 1 << (label & 63)
		head.nr++
	}
	if s.marker>>(label&63)&1 == 1 && (move == Left || head.marker == 0) {
		head.marker = dep.form
	}
}

// Kinds gives the kind that each tag counts as.
func Kinds(tags []string) []uint8 {
	kind := make([]uint8, 256)
	for i := range kind {
		kind[i] = kinds
	}
	for i, t := range tags {
		switch t {
		case "VBZ", "VBP", "VBD", "MD":
			kind[i] = verbs
		case ",":
			kind[i] = commas
		case ":", ".", "NFP", "-LRB-", "-RRB-":
			kind[i] = stops
		case "``", "''":
			kind[i] = quotes
		case "CC":
			kind[i] = joins
		}
	}
	return kind
}
