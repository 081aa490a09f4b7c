package dep

import (
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
	Head   int // index, -1 for the root
	Label  uint8
	Margin int32 // how far the move that made the arc was ahead of the next best, in the scale of Moves
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
		move, margin := p.choose(s, &buf)
		var label uint8
		if move != Shift {
			label = p.label(s, move, &buf, &scores)
			_, d := s.arc(move)
			out[d].Margin = margin
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

// choose finds the best move that is allowed, and its lead over the next one.
func (p *Parser) choose(s *state, buf *[maxFeatures]linear.Key) (move int, margin int32) {
	shift, left, right := s.allowed()
	switch {
	case shift && !left && !right:
		return Shift, sure
	case !shift && left && !right:
		return Left, sure
	case !shift && !left:
		return Right, sure
	}
	var score [3]int32
	score[0], score[1], score[2] = p.Moves.Score(s.moveFeatures(buf[:0]))
	return pick(score, [3]bool{shift, left, right})
}

// sure is the margin of a move that was the only one.
const sure = 1 << 24

func pick(score [3]int32, allowed [3]bool) (move int, margin int32) {
	move = -1
	next := int32(-1 << 30)
	for m, v := range score {
		switch {
		case !allowed[m]:
		case move < 0:
			move = m
		case v > score[move]:
			next, move = score[move], m
		default:
			next = max(next, v)
		}
	}
	return move, min(score[move]-next, sure)
}

func (p *Parser) label(s *state, move int, buf *[maxFeatures]linear.Key, scores *[256]int32) uint8 {
	p.Label.Score(s.labelFeatures(move, buf[:0]), scores)
	top, root := 0, p.rootLabel(s, move)
	for i, v := range scores[:len(p.Labels)] {
		if v > scores[top] {
			top = i
		}
	}
	if root >= 0 {
		top = root
	}
	return uint8(top)
}

// rootLabel is the label of an arc from the root, which is not a choice; -1 for other arcs.
func (p *Parser) rootLabel(s *state, move int) int {
	if h, _ := s.arc(move); h != s.root {
		return -1
	}
	for i, l := range p.Labels {
		if l == "root" {
			return i
		}
	}
	return -1
}
