package dep

import (
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
)

// Parser is a trained parser, safe for concurrent use.
type Parser struct {
	Labels  []string // relation names by number
	Kind    []uint8  // Kinds of the tags
	Moves   *linear.Moves
	Label   *linear.Table
	scratch sync.Pool
}

// Arc is what the parser says of one word.
type Arc struct {
	Head  int // index, -1 for the root
	Label uint8
}

// Markers is the set of relations, one bit each, by which a word introduces its head.
func Markers(labels []string) (set uint64) {
	for i, l := range labels {
		if (l == "case" || l == "mark" || l == "cc") && i < 64 {
			set |= 1 << i
		}
	}
	return set
}

// Parse fills out, one Arc a token. Its cost grows with the number of tokens and nothing else:
// every token is shifted once and gets a head once.
func (p *Parser) Parse(tokens []Token, out []Arc) {
	s, _ := p.scratch.Get().(*state)
	if s == nil {
		s = new(state)
	}
	defer p.scratch.Put(s)
	s.reset(tokens, Markers(p.Labels), p.Kind)
	var buf [maxFeatures]linear.Key
	var scores [256]int32
	for !s.done() {
		move := p.choose(s, &buf)
		var label uint8
		if move != Shift {
			label = p.label(s, move, &buf, &scores)
		}
		s.apply(move, label)
	}
	for i := range tokens {
		nd := &s.nodes[i]
		out[i].Head, out[i].Label = int(nd.head), nd.label-1
		if nd.head == s.root {
			out[i].Head = -1
		}
	}
}

// choose finds the best move that is allowed.
func (p *Parser) choose(s *state, buf *[maxFeatures]linear.Key) int {
	var can [3]bool
	can[Shift], can[Left], can[Right] = s.allowed()
	if move := only(can); move >= 0 {
		return move
	}
	var score [3]int32
	score[0], score[1], score[2] = p.Moves.Score(s.moveFeatures(buf[:0]))
	return top(score, can)
}

func (p *Parser) label(s *state, move int, buf *[maxFeatures]linear.Key, scores *[256]int32) uint8 {
	if h, _ := s.arc(move); h == s.root { // no choice
		if i := slices.Index(p.Labels, "root"); i >= 0 {
			return uint8(i)
		}
	}
	p.Label.Score(s.labelFeatures(move, buf[:0]), scores)
	return uint8(linear.Best(scores[:len(p.Labels)], -1))
}
