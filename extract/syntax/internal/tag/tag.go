// Package tag gives words their part of speech: a greedy averaged perceptron, left to right.
package tag

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Tagger is a trained tagger, safe for concurrent use.
type Tagger struct {
	Names []string // tag names by number
	Table *linear.Table
	index index
}

// New makes a tagger of what Train learnt.
func New(names []string, table *linear.Table, habits Habits) Tagger {
	return Tagger{Names: names, Table: table, index: habits.index()}
}

// None stands for the tag before the first and after the last word.
const None = 255

// Result is what the tagger says of one word.
type Result struct {
	Tag    uint8 // the best
	Second uint8 // the next best
	Gap    int32 // score of the best less that of the next best
}

// Tag fills out, one Result a word.
func (t *Tagger) Tag(looks []word.Look, c word.Case, out []Result) {
	var scores [256]int32
	var buf [maxFeatures]linear.Key
	f := newContext(looks, c, t.index)
	for i := range looks {
		if only := f.at(i).only; only != None && f.mode != word.NoCase {
			out[i] = Result{only, only, certain}
			f.push(only)
			continue
		}
		t.Table.Score(f.features(i, buf[:0]), &scores)
		r := best(scores[:len(t.Names)])
		out[i] = r
		f.push(r.Tag)
	}
}

func best(scores []int32) (r Result) {
	first, second := 0, -1
	for i := 1; i < len(scores); i++ {
		if scores[i] > scores[first] {
			first, second = i, first
		} else if second < 0 || scores[i] > scores[second] {
			second = i
		}
	}
	if second < 0 {
		second = first
	}
	return Result{uint8(first), uint8(second), scores[first] - scores[second]}
}

// certain is the lead of a tag that is the only one a word has.
const certain = 1 << 24
