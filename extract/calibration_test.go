package extract_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
)

// goldForCalibration is the project's own gold of running text and, where it is at hand, the development gold beside the project. The
// suites of short sentences stay out: they are easier than what users read.
func goldForCalibration(t *testing.T) []string {
	files := []string{}
	for _, name := range []string{"transcripts", "articles"} {
		files = append(files, filepath.Join("..", "testdata", "gold", name+".jsonl"))
	}
	shared := os.Getenv("STANCEGRAPH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	for _, name := range []string{"dev", "transcripts_dev"} {
		path := filepath.Join(shared, "gold", name+".jsonl")
		if _, err := os.Stat(path); err == nil {
			files = append(files, path)
		}
	}
	return files
}

func points(t *testing.T, x *extract.Extractor, files []string) []eval.Point {
	var all []eval.Point
	for _, path := range files {
		docs := readGold(t, path)
		all = append(all, eval.Score(docs, extractAll(t, x, docs)).Points...)
	}
	return all
}

// TestCalibration holds stated confidence against precision, over the gold at hand. With -update it fits the table anew, to
// all of it (go test ./extract -run TestCalibration -update, then again for TestQuality).
func TestCalibration(t *testing.T) {
	files := goldForCalibration(t)
	if *updateQuality {
		raw, err := extract.New(extract.WithRawScores())
		if err != nil {
			t.Fatal(err)
		}
		all := points(t, raw, files)
		var table bytes.Buffer
		if err := eval.WriteSteps(&table, eval.FitIsotonic(all)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("judge", "calibration.tsv"), table.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d points; held out, in five parts: %+v", len(all), eval.CrossValidate(all, 5))
		return
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	c := eval.Calibrate(points(t, x, files))
	t.Logf("%+v", c)
	if c.WeightedGap > 0.1 {
		t.Errorf("confidence lies %.3f from precision, weighted mean over bins; want at most 0.1", c.WeightedGap)
	}
}
