package dep

import (
	"math"
	"math/rand/v2"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
)

// Example is one sentence with its right tree.
type Example struct {
	Tokens []Token
	Heads  []int32 // index, -1 for the root
	Labels []uint8
}

// Trained is what Train learns.
type Trained struct {
	Moves *linear.Trainer
	Label *linear.Trainer
}

// Training says how Train goes about it.
type Training struct {
	Labels    []string
	Kind      []uint8 // Kinds of the tags
	Epochs    int
	First     int     // after this many epochs learning starts anew with the strongest features
	MoveRows  int     // this many of the moves'
	LabelRows int     // this many of the relations'
	Margin    float32 // the right choice is to lead by this much
	Seed      uint64
}

// explore is how often, from the second epoch on, training follows the parser's own move although it
// is wrong, so that it learns how to go on from its own mistakes.
const explore = 0.9

// Train learns from examples with a dynamic oracle: after a mistake it still knows which moves lose
// the fewest of the arcs that can still be had.
func Train(examples []Example, o Training) Trained {
	t := Trained{linear.NewTrainer(3), linear.NewTrainer(len(o.Labels))}
	rng := rand.New(rand.NewPCG(o.Seed, 2))
	order := rng.Perm(len(examples))
	l := learner{
		Trained: t, rng: rng, scores: make([]float32, len(o.Labels)),
		markers: Markers(o.Labels), margin: o.Margin, kind: o.Kind,
	}
	for epoch := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			l.sentence(&examples[n], epoch > 0)
		}
		if epoch+1 == o.First {
			t = Trained{t.Moves.Reduce(o.MoveRows), t.Label.Reduce(o.LabelRows)}
			l.Trained = t
		}
	}
	return t
}

type learner struct {
	Trained
	state   state
	rng     *rand.Rand
	scores  []float32
	markers uint64
	kind    []uint8
	margin  float32
	buf     [maxFeatures]linear.Key
}

func (l *learner) sentence(ex *Example, wander bool) {
	s := &l.state
	s.reset(ex.Tokens, l.markers, l.kind)
	var scores [3]float32
	for !s.done() {
		var can [3]bool
		can[Shift], can[Left], can[Right] = s.allowed()
		move := only(can)
		if move < 0 {
			keys := s.moveFeatures(l.buf[:0])
			l.Moves.Score(keys, scores[:])
			guess := top(scores, can)
			cost := s.costs(ex.Heads, can)
			good, bad := byCost(cost, can)
			right := top(scores, good)
			l.Moves.Tick()
			move = right
			if rival := top(scores, bad); rival >= 0 && scores[right]-scores[rival] <= l.margin {
				l.Moves.Update(keys, uint8(right), uint8(rival), 1)
			}
			if cost[guess] > cost[right] {
				if wander && l.rng.Float64() < explore {
					move = guess
				}
			}
		}
		s.apply(move, l.label(ex, move))
	}
}

// label gives the parser's label for the arc of a move, and learns from it where the arc is right.
func (l *learner) label(ex *Example, move int) uint8 {
	if move == Shift {
		return 0
	}
	s := &l.state
	h, d := s.arc(move)
	if h == s.root {
		return ex.Labels[rootOf(ex.Heads)]
	}
	keys := s.labelFeatures(move, l.buf[:0])
	l.Label.Score(keys, l.scores)
	if ex.Heads[d] == h {
		l.Label.Tick()
		right := ex.Labels[d]
		if rival := linear.Best(l.scores, int(right)); l.scores[right]-l.scores[rival] <= l.margin {
			l.Label.Update(keys, right, uint8(rival), 1)
		}
	}
	return uint8(linear.Best(l.scores, -1))
}

func rootOf(heads []int32) int {
	for i, h := range heads {
		if h < 0 {
			return i
		}
	}
	return 0
}

// only is the one move that is allowed, -1 where there is a choice.
func only(can [3]bool) int {
	move := -1
	for m, ok := range can {
		if ok && move >= 0 {
			return -1
		} else if ok {
			move = m
		}
	}
	return move
}

func top[S float32 | int32](scores [3]S, can [3]bool) int {
	move := -1
	for m, ok := range can {
		if ok && (move < 0 || scores[m] > scores[move]) {
			move = m
		}
	}
	return move
}

// costs counts, for each move that is allowed, the right arcs that it puts out of reach.
func (s *state) costs(heads []int32, can [3]bool) (cost [3]int) {
	gold := func(d int32) int32 {
		if h := heads[d]; h >= 0 {
			return h
		}
		return s.root
	}
	b0 := s.front
	if can[Shift] {
		for i, d := range s.stack {
			if gold(d) == b0 {
				cost[Shift]++ // b0 cannot take dependents from the stack any more
			}
			if i < len(s.stack)-1 && gold(b0) == d {
				cost[Shift]++ // nor a head from below the top
			}
		}
		if len(s.stack) > 0 && gold(b0) == s.root {
			cost[Shift]++ // only the bottom of the stack can depend on the root
		}
	}
	if len(s.stack) == 0 {
		return cost
	}
	s0, s1 := s.under(0), s.under(1)
	h := gold(s0)
	dependents := 0 // of s0, still in the buffer
	for d := b0; d < s.root; d++ {
		if gold(d) == s0 {
			dependents++
		}
	}
	cost[Left], cost[Right] = dependents, dependents
	bottom := len(s.stack) == 1
	if h == s1 || h > b0 && (h != s.root || bottom) {
		cost[Left]++
	}
	if h >= b0 && h != s.root {
		cost[Right]++
	}
	return cost
}

// byCost parts the moves that are allowed into those that cost least and the others.
func byCost(cost [3]int, can [3]bool) (good, bad [3]bool) {
	least := math.MaxInt
	for m, ok := range can {
		if ok {
			least = min(least, cost[m])
		}
	}
	for m, ok := range can {
		good[m], bad[m] = ok && cost[m] == least, ok && cost[m] > least
	}
	return good, bad
}
