package tag

import (
	"math/rand/v2"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Example is one sentence with its right tags.
type Example struct {
	Words []string
	Tags  []uint8
}

// Train learns from examples, walking over them in an order that seed decides.
// The tags before a word are the tagger's own, so that it learns to live with its mistakes.
func Train(examples []Example, names []string, clusters word.Clusters, epochs int, seed uint64) *linear.Trainer {
	t := linear.NewTrainer(len(names))
	rng := rand.New(rand.NewPCG(seed, 1))
	order := rng.Perm(len(examples))
	scores := make([]float32, len(names))
	var buf [maxFeatures]linear.Key
	var looks []word.Look
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			ex := &examples[n]
			looks = append(looks[:0], make([]word.Look, len(ex.Words))...)
			f := context{looks: looks, mode: word.LookAt(ex.Words, clusters, looks)}
			for i := range ex.Words {
				keys := f.features(i, buf[:0])
				t.Score(keys, scores)
				guess := argmax(scores)
				t.Tick()
				if guess != ex.Tags[i] {
					t.Update(keys, ex.Tags[i], guess, 1)
				}
				f.push(guess)
			}
		}
	}
	return t
}

func argmax(scores []float32) uint8 {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	return uint8(top)
}
