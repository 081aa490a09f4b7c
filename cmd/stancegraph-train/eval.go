package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/syntax/train"
)

func evaluateModel(args []string) error {
	flags := flag.NewFlagSet("stancegraph-train eval", flag.ContinueOnError)
	path := flags.String("model", "", "measure this model file (default: the one built in)")
	genres := flags.String("genre", "", "only documents of these GUM genres, separated by commas")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no treebank given")
	}
	packed := syntax.Embedded()
	if *path != "" {
		var err error
		if packed, err = os.ReadFile(*path); err != nil {
			return fmt.Errorf("reading model: %w", err)
		}
	}
	sents, err := train.ReadTreebanks(flags.Args()...)
	if err != nil {
		return err
	}
	if *genres != "" {
		sents = train.OfGenres(sents, strings.Split(*genres, ","))
	}
	r, err := train.EvaluateFile(packed, sents)
	if err != nil {
		return err
	}
	fmt.Print(r)
	return nil
}
