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
	out := flags.String("o", "extract/syntax/model/english.model", "write the model here")
	dev := flags.String("dev", "", "treebank to measure the model on; nothing is learnt from it")
	classes := flags.String("classes", "cmd/stancegraph-train/data/classes.tsv.gz",
		"distributional classes of words: lines of word, tab, path in the tree of classes")
	o := train.Defaults()
	flags.IntVar(&o.TagEpochs, "tag-epochs", o.TagEpochs, "rounds over the text to learn tags")
	flags.IntVar(&o.ParseEpochs, "parse-epochs", o.ParseEpochs, "rounds over the text to learn trees")
	flags.IntVar(&o.SelfTagged, "self-tagged", o.SelfTagged,
		"sentences of the raw texts to learn tags from, evenly spread")
	flags.Uint64Var(&o.Seed, "seed", o.Seed, "decides the order of sentences")
	raw := flags.String("raw", "",
		"plain texts that the tagger learns from as well, by the tags that all folds agree on; comma-separated globs")
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
	if *raw != "" {
		if o.Unlabelled, err = readRaw(*raw); err != nil {
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
