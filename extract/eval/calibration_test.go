package eval_test

import (
	"math"
	"testing"

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
