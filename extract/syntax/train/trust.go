package train

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
)

// trust measures, on sentences the model has not seen, what share of the arcs of each lead has the
// right head. A larger lead never counts for less.
func trust(e *model.Engine, sents []conllu.Sentence) []float64 {
	const bins = 24
	var right, all [bins]float64
	var w model.Work
	for i := range sents {
		s := &sents[i]
		w.Resize(len(s.Tokens))
		copy(w.Words, texts(s))
		e.Run(&w)
		for j, t := range s.Tokens {
			bin := min(e.Lead(w.Arcs[j]), bins-1)
			if all[bin]++; w.Arcs[j].Head == t.Head {
				right[bin]++
			}
		}
	}
	out := make([]float64, 0, bins)
	weight := make([]float64, 0, bins)
	width := make([]int, 0, bins)
	for b := range bins { // pool neighbours until shares rise
		out, weight, width = append(out, (right[b]+1)/(all[b]+2)), append(weight, all[b]+2), append(width, 1)
		for n := len(out); n > 1 && out[n-2] > out[n-1]; n-- {
			sum := weight[n-2] + weight[n-1]
			out[n-2] = (out[n-2]*weight[n-2] + out[n-1]*weight[n-1]) / sum
			weight[n-2], width[n-2] = sum, width[n-2]+width[n-1]
			out, weight, width = out[:n-1], weight[:n-1], width[:n-1]
		}
	}
	var flat []float64
	for i, n := range width {
		for range n {
			flat = append(flat, float64(int(out[i]*1000))/1000)
		}
	}
	return flat
}
