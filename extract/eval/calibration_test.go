package eval_test

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stancegraph/stancegraph/extract/eval"
)

// points gives n points of the score, of which right are right.
func points(score float64, right, n int) []eval.Point {
	list := make([]eval.Point, n)
	for i := range list {
		list[i] = eval.Point{Score: score, Right: i < right}
	}
	return list
}

func TestCalibrate(t *testing.T) {
	c := eval.Calibrate(append(points(0.9, 9, 10), points(0.5, 1, 10)...))
	if c.Rows[4].N != 10 || c.Rows[2].N != 10 || c.Rows[0].N != 0 {
		t.Errorf("rows %+v", c.Rows)
	}
	if math.Abs(c.MeanGap-0.2) > 1e-9 || math.Abs(c.WeightedGap-0.2) > 1e-9 {
		t.Errorf("gaps %v, %v, want 0.2: one row fits, the other is off by 0.4", c.MeanGap, c.WeightedGap)
	}
	if edge := eval.Calibrate(append(points(1, 1, 1), points(0, 0, 1)...)); edge.Rows[4].N != 1 || edge.Rows[0].N != 1 {
		t.Errorf("scores 0 and 1 lie in rows %+v", edge.Rows)
	}
	if none := eval.Calibrate(nil); none != (eval.Calibration{Rows: none.Rows}) {
		t.Errorf("no points: %+v", none)
	}
}

func TestFitIsotonicRepairsOverconfidence(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var raw []eval.Point
	for range 4000 {
		x := random.Float64()
		raw = append(raw, eval.Point{Score: x, Right: random.Float64() < x*x}) // says x, means x²
	}
	steps := eval.FitIsotonic(raw)
	for i := 1; i < len(steps); i++ {
		if steps[i].Score <= steps[i-1].Score || steps[i].Confidence < steps[i-1].Confidence {
			t.Fatalf("steps do not rise: %v, %v", steps[i-1], steps[i])
		}
	}
	fitted := make([]eval.Point, len(raw))
	for i, p := range raw {
		fitted[i] = eval.Point{Score: eval.Confidence(steps, p.Score), Right: p.Right}
	}
	if before, after := eval.Calibrate(raw).MeanGap, eval.Calibrate(fitted).MeanGap; before < 0.1 || after > 0.03 {
		t.Errorf("mean gap %.3f before, %.3f after", before, after)
	}
	if held := eval.CrossValidate(raw, 5); held.MeanGap > 0.05 || held.MeanGap == 0 {
		t.Errorf("mean gap %.3f on points that the table was not fitted to", held.MeanGap)
	}
}

func TestConfidence(t *testing.T) {
	steps := []eval.Step{{0.2, 0.4}, {0.6, 0.8}}
	for score, want := range map[float64]float64{0: 0.4, 0.2: 0.4, 0.4: 0.6, 0.6: 0.8, 1: 0.8} {
		if got := eval.Confidence(steps, score); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v: %v, want %v", score, got, want)
		}
	}
	if got := eval.Confidence(nil, 0.3); got != 0.3 {
		t.Errorf("no table: %v", got)
	}
	if steps := eval.FitIsotonic(nil); len(steps) != 0 {
		t.Errorf("no points: %v", steps)
	}
}

func TestStepsReadBack(t *testing.T) {
	steps := eval.FitIsotonic(append(append(points(0.31, 3, 9), points(0.5, 5, 9)...), points(0.77, 9, 9)...))
	var file bytes.Buffer
	if err := eval.WriteSteps(&file, steps); err != nil {
		t.Fatal(err)
	}
	again, err := eval.ReadSteps(&file, "table")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(steps, again); diff != "" {
		t.Errorf("table (-written +read):\n%s", diff)
	}
	for _, bad := range []string{"0.1 0.2", "0.1\tx", "0.1\t2", "0.2\t0.5\n0.1\t0.6", "0.1\t0.6\n0.2\t0.5", "NaN\t0.5"} {
		if _, err := eval.ReadSteps(strings.NewReader(bad), "table"); err == nil {
			t.Errorf("%q is read as a table", bad)
		}
	}
}

func FuzzReadSteps(f *testing.F) {
	f.Add("0.2\t0.5\n0.4\t0.6\n")
	f.Add("-1\t0\n\n#\n+Inf\t1")
	f.Fuzz(func(t *testing.T, table string) {
		steps, err := eval.ReadSteps(strings.NewReader(table), "table")
		if err != nil {
			return
		}
		for _, score := range []float64{-1, 0, 0.3, 1, 2} {
			if c := eval.Confidence(steps, score); len(steps) > 0 && !(c >= 0 && c <= 1) {
				t.Errorf("score %v has confidence %v", score, c)
			}
		}
	})
}
