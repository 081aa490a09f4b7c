package tag

import (
	"math/rand/v2"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Example is one sentence with its right tags; None where the tag is unknown and nothing is to be learnt.
type Example struct {
	Words []string
	Tags  []uint8
}

// Training says how Train goes about it.
type Training struct {
	Names  []string
	Epochs int
	First  int // after this many epochs learning starts anew with the Rows strongest features
	Rows   int
	Margin float32 // the right tag is to lead by this much
	Seed   uint64
}

// Train learns from examples, walking over them in an order that the seed decides.
// The tags before a word are the tagger's own, so that it learns from contexts with its own errors.
func Train(examples []Example, clusters *word.Clusters, o Training) (*linear.Trainer, Habits) {
	t := linear.NewTrainer(len(o.Names))
	learnt := habits(examples, clusters)
	known := learnt.index()
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	order := rng.Perm(len(examples))
	scores := make([]float32, len(o.Names))
	var buf [maxFeatures]linear.Key
	var looks []word.Look
	for epoch := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			ex := &examples[n]
			looks = append(looks[:0], make([]word.Look, len(ex.Words))...)
			f := newContext(looks, word.LookAt(ex.Words, clusters, looks), known)
			for i := range ex.Words {
				if only := f.at(i).only; only != None && f.mode != word.NoCase {
					f.push(only)
					continue
				}
				keys := f.features(i, buf[:0])
				t.Score(keys, scores)
				guess := uint8(linear.Best(scores, -1))
				if ex.Tags[i] == None {
					f.push(guess)
					continue
				}
				t.Tick()
				if rival := linear.Best(scores, int(ex.Tags[i])); scores[ex.Tags[i]]-scores[rival] <= o.Margin {
					t.Update(keys, ex.Tags[i], uint8(rival), 1)
				}
				f.push(guess)
			}
		}
		if epoch+1 == o.First {
			t = t.Reduce(o.Rows)
		}
	}
	return t, learnt
}
