package extract

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

var calibration = sync.OnceValues(func() ([]eval.Step, error) {
	steps, err := eval.ReadSteps(bytes.NewReader(calibrationTable), "calibration.tsv")
	if err != nil {
		return nil, fmt.Errorf("read calibration: %w", err)
	}
	return steps, nil
})

// inferredShare is how sure a statement that no word says can be at most, as a share of the one that it follows from. It is a
// judgement, not a fit: the gold does not score inferred statements.
const inferredShare = 0.7

// calibrate turns a raw score, which only orders statements, into the share of statements with such a score that is right. The
// table was fitted to gold, see calibration_test.go.
func calibrate(steps []eval.Step, score float64, inferred bool) float64 {
	c := eval.Confidence(steps, score)
	if inferred {
		c = inferredShare * eval.Confidence(steps, score/0.6) // the inference rules' own 0.6 taken out again
	}
	return math.Round(c*1000) / 1000
}
