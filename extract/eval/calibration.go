package eval

import (
	"math"
	"slices"
)

// Point is one extracted statement: the score or confidence it was given, 0 to 1, and whether it was right.
type Point struct {
	Score float64
	Right bool
}

// Bins is the number of rows of a reliability table.
const Bins = 5

// Calibration says whether confidence means what it says: of the statements with 0.8, four in five should be right.
type Calibration struct {
	Rows [Bins]Bin // of equal width: 0 to 0.2, …, 0.8 to 1

	// The mean over the rows that hold statements of |confidence − precision|: of the rows above,
	// each counting alike and each by its statements, and of five rows of equal size.
	MeanGap, WeightedGap, EqualSizeGap float64
}

// Bin is one row of the reliability table.
type Bin struct {
	From, To   float64
	N          int
	Confidence float64 // mean of the row
	Precision  float64 // share that was right
}

// Gap is |confidence − precision|.
func (b Bin) Gap() float64 { return math.Abs(b.Confidence - b.Precision) }

// Calibrate makes the reliability table. No point gives a table of zeros.
func Calibrate(points []Point) Calibration {
	var c Calibration
	for i := range c.Rows {
		lo, hi := float64(i)/Bins, float64(i+1)/Bins
		var in []Point
		for _, p := range points {
			if binOf(p.Score) == i {
				in = append(in, p)
			}
		}
		c.Rows[i] = row(lo, hi, in)
	}
	c.MeanGap, c.WeightedGap = gaps(c.Rows[:])
	c.EqualSizeGap, _ = gaps(equalSize(points))
	return c
}

func binOf(score float64) int { return min(max(int(score*Bins), 0), Bins-1) }

func row(from, to float64, in []Point) Bin {
	b := Bin{From: from, To: to, N: len(in)}
	if b.N == 0 {
		return b
	}
	for _, p := range in {
		b.Confidence += p.Score
		if p.Right {
			b.Precision++
		}
	}
	b.Confidence /= float64(b.N)
	b.Precision /= float64(b.N)
	return b
}

func gaps(rows []Bin) (mean, weighted float64) {
	filled, n := 0, 0
	for _, b := range rows {
		if b.N == 0 {
			continue
		}
		filled++
		n += b.N
		mean += b.Gap()
		weighted += b.Gap() * float64(b.N)
	}
	if filled == 0 {
		return 0, 0
	}
	return mean / float64(filled), weighted / float64(n)
}

// equalSize cuts the points, by score, into five rows that differ by at most one in size.
func equalSize(points []Point) []Bin {
	sorted := slices.Clone(points)
	slices.SortFunc(sorted, byScore)
	var rows []Bin
	for i := range Bins {
		lo, hi := i*len(sorted)/Bins, (i+1)*len(sorted)/Bins
		if hi > lo {
			rows = append(rows, row(sorted[lo].Score, sorted[hi-1].Score, sorted[lo:hi]))
		}
	}
	return rows
}

// byScore sorts by score, wrong before right, so that the input's order never shows.
func byScore(a, b Point) int {
	switch {
	case a.Score < b.Score:
		return -1
	case a.Score > b.Score:
		return 1
	case a.Right == b.Right:
		return 0
	case b.Right:
		return -1
	}
	return 1
}

// AUC is the share of pairs of a right and a wrong statement in which the right one is surer, ties half: 0.5 is chance. It is
// 0 where one of the two is missing.
func AUC(points []Point) float64 {
	all := slices.SortedFunc(slices.Values(points), byScore)
	right, wrong, pairs := 0, 0, 0.0
	for i := 0; i < len(all); {
		r, w := 0, 0
		for n := i; i < len(all) && all[i].Score == all[n].Score; i++ {
			if all[i].Right {
				r++
			} else {
				w++
			}
		}
		pairs += float64(r) * (float64(wrong) + float64(w)/2)
		right, wrong = right+r, wrong+w
	}
	if right == 0 || wrong == 0 {
		return 0
	}
	return pairs / (float64(right) * float64(wrong))
}
