package dep

import (
	"math/rand/v2"
	"testing"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// lost counts the arcs of heads that the best continuation of s cannot make, by trying them all.
func lost(s *state, heads []int32) int {
	if s.done() {
		n := 0
		for d, h := range heads {
			if h < 0 {
				h = s.root
			}
			if s.nodes[d].head != h {
				n++
			}
		}
		return n
	}
	best := len(heads) + 1
	var can [3]bool
	can[Shift], can[Left], can[Right] = s.allowed()
	for move, ok := range can {
		if ok {
			best = min(best, lost(after(s, move), heads))
		}
	}
	return best
}

func after(s *state, move int) *state {
	c := *s
	c.nodes = append([]node(nil), s.nodes...)
	c.stack = append([]int32(nil), s.stack...)
	c.apply(move, 0)
	return &c
}

// projective makes a random projective tree over tokens i to j-1 whose root depends on head.
func projective(rng *rand.Rand, heads []int32, i, j int, head int32) {
	if i >= j {
		return
	}
	top := i + rng.IntN(j-i)
	heads[top] = head
	for _, part := range [][2]int{{i, top}, {top + 1, j}} {
		for a := part[0]; a < part[1]; {
			b := a + 1 + rng.IntN(part[1]-a)
			projective(rng, heads, a, b, int32(top))
			a = b
		}
	}
}

// TestCosts holds the oracle to exhaustive search: the cost of a move is what it adds to the arcs
// that are lost in the end, also after mistakes.
func TestCosts(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	var look word.Look
	for range 60 {
		n := 2 + rng.IntN(5)
		heads := make([]int32, n)
		projective(rng, heads, 0, n, -1)
		tokens := make([]Token, n)
		for i := range tokens {
			tokens[i].Look = &look
		}
		s := new(state)
		s.reset(tokens, 0, Kinds(nil))
		for !s.done() {
			var can [3]bool
			can[Shift], can[Left], can[Right] = s.allowed()
			cost := s.costs(heads, can)
			now := lost(s, heads)
			var moves []int
			for move, ok := range can {
				if !ok {
					continue
				}
				moves = append(moves, move)
				if s.front == s.root {
					continue // the last moves are forced
				}
				if want := lost(after(s, move), heads) - now; want != cost[move] {
					t.Fatalf("tree %v, stack %v, buffer from %d: move %d costs %d, oracle says %d", heads, s.stack, s.front, move, want, cost[move])
				}
			}
			s.apply(moves[rng.IntN(len(moves))], 0)
		}
	}
}
