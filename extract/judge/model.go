package judge

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/extract/encoder"
)

// The model is six logistic regressions over the features: for candidates that the reader has seen and for those of rules
// alone, each the probability that holder, target and sign are right, and of those that are, that the type, and all else, is.
// weights.tsv is written by train/judge.py, which says what it was fitted to.
type model struct {
	read, ruled regression
}

// regression has the weights of each outcome by the name of the feature.
type regression map[string]Probability

// Probability is what the judge expects of a candidate, or a feature's weights for it, as logits.
type Probability struct {
	Link float32 // that holder, target and sign are right
	Type float32 // and, where they are, the stance type
	Full float32 // and the sayer, negation, modality and phase as well
}

//go:embed weights.tsv
var weightsTable []byte

var weights = sync.OnceValues(func() (*model, error) { return readWeights(weightsTable, "weights.tsv") })

// readWeights reads lines "read|ruled TAB feature TAB link TAB type TAB full".
func readWeights(table []byte, name string) (*model, error) {
	m := &model{read: regression{}, ruled: regression{}}
	lines := bufio.NewScanner(bytes.NewReader(table))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		into := map[string]regression{"read": m.read, "ruled": m.ruled}[cells[0]]
		if len(cells) != 5 || into == nil {
			return nil, fmt.Errorf("%s:%d: want read or ruled, a feature and three weights, by tabs", name, n)
		}
		var w [3]float32
		for i := range w {
			x, err := strconv.ParseFloat(cells[2+i], 32)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: read a weight: %w", name, n, err)
			}
			w[i] = float32(x)
		}
		into[cells[1]] = Probability{w[0], w[1], w[2]}
	}
	return m, lines.Err()
}

const intercept = "always"

func (m *model) of(read bool) regression {
	if read {
		return m.read
	}
	return m.ruled
}

func (m *model) probability(features []Feature, read bool) Probability {
	r := m.of(read)
	sum := r[intercept]
	for _, f := range features {
		w := r[f.Name]
		sum.Link += float32(w.Link * f.Value)
		sum.Type += float32(w.Type * f.Value)
		sum.Full += float32(w.Full * f.Value)
	}
	out := []float32{sum.Link, sum.Type, sum.Full}
	encoder.Sigmoid(out)
	return Probability{out[0], out[1], out[2]}
}

// contributions are what the features add to the logit that holder, target and sign are right, the strongest first.
func (j *Judge) contributions(features []Feature, read bool) []Feature {
	r := j.model.of(read)
	var all []Feature
	for _, f := range features {
		if x := float32(r[f.Name].Link * f.Value); x != 0 {
			all = append(all, Feature{f.Name, x})
		}
	}
	slices.SortStableFunc(all, func(a, b Feature) int { return cmp.Compare(max(b.Value, -b.Value), max(a.Value, -a.Value)) })
	return all
}

// Reasons are the features that decided most of a candidate's probability, the strongest first, with what each adds to its
// logit.
func (j *Judge) Reasons(d *Decision) []Feature {
	all := j.contributions(d.Features, d.Read)
	return all[:min(len(all), 5)]
}

// Floor is the confidence below which statements are left out where nobody asks for another: what is more probably wrong than
// right.
const Floor = 0.5

// inferredShare is how sure a statement that no word says can be at most, as a share of the one that it follows from. It is
// a judgement, not a fit: the gold does not score inferred statements.
const inferredShare = 0.85

// confidence is the probability that holder, target and sign are right, to three digits.
func (w *work) confidence(v *verdict) float64 {
	x := float64(v.probability.Link)
	if v.Inferred {
		x = float64(inferredShare * x)
	}
	return math.Round(float64(x*1000)) / 1000
}
