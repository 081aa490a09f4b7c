package tag

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Habit is what tags a frequent word has in the training text.
type Habit struct {
	Word  uint32 // of its Look.Lower
	Class uint16 // number of its set of tags, from 1
	Only  uint8  // its tag where it never has another, else None
}

// Habits are those of all frequent words, sorted by word.
type Habits []Habit

func key(l *word.Look) uint32 { return uint32(l.Lower ^ l.Lower>>32) }

// index is Habits for looking up.
type index map[uint32]Habit

func (h Habits) index() index {
	m := make(index, len(h))
	for _, w := range h {
		m[w.Word] = w
	}
	return m
}

// habits learns from examples. A tag that a word has in less than one of a hundred cases is taken for
// a mistake of the annotators as far as its set is concerned.
func habits(examples []Example, clusters *word.Clusters) Habits {
	const frequent, firm = 6, 40
	counts := make(map[uint32]map[uint8]int)
	var looks []word.Look
	for i := range examples {
		ex := &examples[i]
		looks = append(looks[:0], make([]word.Look, len(ex.Words))...)
		word.LookAt(ex.Words, clusters, looks)
		for j := range looks {
			if ex.Tags[j] == None {
				continue
			}
			k := key(&looks[j])
			if counts[k] == nil {
				counts[k] = make(map[uint8]int)
			}
			counts[k][ex.Tags[j]]++
		}
	}
	words := make([]uint32, 0, len(counts))
	for k := range counts {
		words = append(words, k)
	}
	slices.Sort(words)
	classes := make(map[string]uint16)
	var out Habits
	for _, k := range words {
		total := 0
		var tags []uint8
		for t, n := range counts[k] {
			total += n
			tags = append(tags, t)
		}
		if total < frequent {
			continue
		}
		slices.SortFunc(tags, func(a, b uint8) int {
			return cmp.Or(cmp.Compare(counts[k][b], counts[k][a]), cmp.Compare(a, b))
		})
		h := Habit{Word: k, Only: None}
		if len(tags) == 1 && total >= firm {
			h.Only = tags[0]
		}
		var set []byte
		for i, t := range tags {
			if i == 0 || 100*counts[k][t] >= total && i < 4 {
				set = append(set, t)
			}
		}
		if classes[string(set)] == 0 {
			classes[string(set)] = uint16(len(classes) + 1)
		}
		h.Class = classes[string(set)]
		out = append(out, h)
	}
	return out
}
