package judge

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"sync"

	"github.com/stancegraph/stancegraph/extract/eval"
)

//go:embed calibration.tsv
var calibrationTable []byte

// calibration is an isotonic table from a proposer's score, which only orders candidates, to the share of statements with
// such a score that is right. It was fitted to gold, see calibration_test.go in extract.
type calibration []eval.Step

var calibrationSteps = sync.OnceValues(func() (calibration, error) {
	steps, err := eval.ReadSteps(bytes.NewReader(calibrationTable), "calibration.tsv")
	if err != nil {
		return nil, fmt.Errorf("read calibration: %w", err)
	}
	return steps, nil
})

// inferredShare is how sure a statement that no word says can be at most, as a share of the one that it follows from. It is
// a judgement, not a fit: the gold does not score inferred statements.
const inferredShare = 0.7

func (c calibration) calibrate(score float64, inferred bool) float64 {
	x := eval.Confidence(c, score)
	if inferred {
		x = float64(inferredShare * x)
	}
	return math.Round(float64(x*1000)) / 1000
}
