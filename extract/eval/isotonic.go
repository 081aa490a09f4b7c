package eval

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Step is a row of a calibration table: a raw score, and the confidence it stands for.
type Step struct {
	Score, Confidence float64
}

// FitIsotonic learns from scored statements how often a score is right: the rising step function nearest to the
// points (pool adjacent violators), drawn a little towards the mean so that three lucky hits are no certainty.
// Each step lies at the mean score of its pool. No point, no step.
func FitIsotonic(points []Point) []Step {
	const prior = 4 // points at the overall precision that each pool is mixed with
	sorted := slices.DeleteFunc(slices.Clone(points), func(p Point) bool { return math.IsNaN(p.Score) })
	slices.SortFunc(sorted, byScore)
	type pool struct{ n, score, right float64 }
	mean := func(p pool) float64 { return p.right / p.n }
	var pools []pool
	total := 0.0
	for i, p := range sorted {
		one := pool{n: 1, score: p.Score}
		if p.Right {
			one.right, total = 1, total+1
		}
		if i > 0 && p.Score == sorted[i-1].Score { // equal scores are one observation
			last := &pools[len(pools)-1]
			*last = pool{last.n + 1, last.score + p.Score, last.right + one.right}
			continue
		}
		pools = append(pools, one)
	}
	var kept []pool
	for _, p := range pools {
		kept = append(kept, p)
		for len(kept) > 1 && mean(kept[len(kept)-2]) >= mean(kept[len(kept)-1]) {
			a, b := kept[len(kept)-2], kept[len(kept)-1]
			kept = append(kept[:len(kept)-2], pool{a.n + b.n, a.score + b.score, a.right + b.right})
		}
	}
	var steps []Step
	for _, p := range kept {
		overall := total / float64(len(sorted))
		s := Step{p.score / p.n, (p.right + prior*overall) / (p.n + prior)}
		if n := len(steps); n > 0 && s.Confidence < steps[n-1].Confidence { // the mixing may cross small pools
			s.Confidence = steps[n-1].Confidence
		}
		steps = append(steps, s)
	}
	return steps
}

// CrossValidate says how a fitted table would do on statements that it was not fitted to: each of so many parts of the
// points gets its confidence from a table fitted to the others. The parts go by position, every folds-th point to one.
func CrossValidate(points []Point, folds int) Calibration {
	var held []Point
	for f := range folds {
		var learn, try []Point
		for i, p := range points {
			if i%folds == f {
				try = append(try, p)
			} else {
				learn = append(learn, p)
			}
		}
		steps := FitIsotonic(learn)
		for _, p := range try {
			held = append(held, Point{Confidence(steps, p.Score), p.Right})
		}
	}
	return Calibrate(held)
}

// Confidence reads the table: on the line between two steps, level beyond the first and the last.
// An empty table leaves the score as it is.
func Confidence(steps []Step, score float64) float64 {
	if len(steps) == 0 {
		return score
	}
	i, _ := slices.BinarySearchFunc(steps, score, func(s Step, x float64) int {
		if s.Score < x {
			return -1
		}
		return 1
	})
	switch i {
	case 0:
		return steps[0].Confidence
	case len(steps):
		return steps[i-1].Confidence
	}
	a, b := steps[i-1], steps[i]
	return a.Confidence + float64((b.Confidence-a.Confidence)*(score-a.Score))/(b.Score-a.Score)
}

// WriteSteps writes the table, one step a line: score, tab, confidence.
func WriteSteps(w io.Writer, steps []Step) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# raw score\tconfidence: share of such statements that were right on development gold")
	for _, s := range steps {
		fmt.Fprintf(out, "%v\t%v\n", s.Score, s.Confidence) // %v reads back as the same number
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write calibration table: %w", err)
	}
	return nil
}

// ReadSteps reads what WriteSteps wrote: scores must rise, confidences must not fall. An error names the line.
func ReadSteps(r io.Reader, name string) ([]Step, error) {
	var steps []Step
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		var s Step
		score, confidence, ok := strings.Cut(line, "\t")
		a, err1 := strconv.ParseFloat(score, 64)
		b, err2 := strconv.ParseFloat(confidence, 64)
		if s = (Step{a, b}); !ok || err1 != nil || err2 != nil || !(b >= 0 && b <= 1) || math.IsNaN(a) {
			return nil, fmt.Errorf("%s:%d: read calibration table: want score, tab, confidence", name, n)
		}
		if k := len(steps); k > 0 && (s.Score <= steps[k-1].Score || s.Confidence < steps[k-1].Confidence) {
			return nil, fmt.Errorf("%s:%d: read calibration table: rows must rise", name, n)
		}
		steps = append(steps, s)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: read calibration table: %w", name, err)
	}
	return steps, nil
}
