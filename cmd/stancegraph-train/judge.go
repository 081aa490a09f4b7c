package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/judge"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// judgeData prints each candidate of documents as the judge sees it, one JSON object a line, for train/judge.py.
func judgeData(args []string) error {
	flags := flag.NewFlagSet("judge-data", flag.ContinueOnError)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("say which documents to read")
	}
	x, err := extract.New()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	for doc, err := range source.Open(context.Background(), flags.Args(), os.Stdin, source.Options{AnyLanguage: true}) {
		if err != nil {
			return err
		}
		_, trace, err := x.Explain(context.Background(), doc)
		if err != nil {
			return err
		}
		for i := range trace.Decided {
			if err := enc.Encode(candidateOf(&trace.Decided[i])); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// candidateRow is a candidate with what the judge knows of it.
type candidateRow struct {
	Statement schema.Statement `json:"statement"`
	Features  [][2]any         `json:"features"`
	Read      bool             `json:"read"`
}

func candidateOf(d *judge.Decision) candidateRow {
	row := candidateRow{Statement: d.Statement, Features: [][2]any{}, Read: d.Read}
	for _, f := range d.Features {
		row.Features = append(row.Features, [2]any{f.Name, f.Value})
	}
	return row
}
