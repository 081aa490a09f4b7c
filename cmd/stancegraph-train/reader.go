package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/reader"
	"github.com/stancegraph/stancegraph/extract/source"
)

// readerData prints what the reader sees of each sentence of documents, one JSON object a line, for train/reader.py.
func readerData(args []string) error {
	flags := flag.NewFlagSet("reader-data", flag.ContinueOnError)
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
	if err := enc.Encode(map[string]any{"vocabulary": reader.Vocabulary(), "roles": reader.Roles, "paths": reader.Paths, "distances": reader.Distances}); err != nil {
		return err
	}
	for doc, err := range source.Open(context.Background(), flags.Args(), os.Stdin, source.Options{}) {
		if err != nil {
			return err
		}
		all, err := x.Instances(context.Background(), doc)
		if err != nil {
			return err
		}
		for i := range all {
			if err := enc.Encode(&all[i]); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}
