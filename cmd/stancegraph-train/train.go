package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/stancegraph/stancegraph/extract/syntax/train"
)

func trainModel(args []string) error {
	flags := flag.NewFlagSet("stancegraph-train", flag.ContinueOnError)
	out := flags.String("o", "extract/syntax/model/english.model", "write the model to this file")
	dev := flags.String("dev", "", "treebank to evaluate on while training")
	classes := flags.String("classes", "cmd/stancegraph-train/data/classes.tsv.gz",
		"distributional word classes: lines of word, tab, path in the class tree")
	o := train.Defaults()
	flags.IntVar(&o.TagEpochs, "tag-epochs", o.TagEpochs, "passes over the training text for the tagger")
	flags.IntVar(&o.ParseEpochs, "parse-epochs", o.ParseEpochs, "passes over the training text for the parser")
	flags.Uint64Var(&o.Seed, "seed", o.Seed, "random seed for the order of sentences")
	flags.BoolVar(&o.TagsOnly, "tags-only", false, "train no parser")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no treebank given")
	}
	sents, err := train.ReadTreebanks(flags.Args()...)
	if err != nil {
		return err
	}
	o.Log = os.Stderr
	if *dev != "" {
		if o.Dev, err = train.ReadTreebanks(*dev); err != nil {
			return err
		}
	}
	known, err := train.ReadClasses(*classes)
	if err != nil {
		return err
	}
	m, err := train.Train(train.Shippable(sents), known, o)
	if err != nil {
		return err
	}
	packed, err := m.Encode()
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		return fmt.Errorf("writing model: %w", err)
	}
	fmt.Fprintf(os.Stderr, "wrote %s: %d bytes\n", *out, len(packed))
	return nil
}
