package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax/train"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

func trainModel(args []string) error {
	flags := flag.NewFlagSet("stancegraph-train", flag.ContinueOnError)
	out := flags.String("o", "extract/syntax/model/english.model", "write the model here")
	dev := flags.String("dev", "", "treebank to measure on while training")
	classes := flags.String("classes", "cmd/stancegraph-train/data/classes.tsv.gz", "distributional classes of words: lines of word, tab, path in the tree of classes")
	o := train.Defaults()
	flags.IntVar(&o.TagEpochs, "tag-epochs", o.TagEpochs, "rounds over the text to learn tags")
	flags.IntVar(&o.ParseEpochs, "parse-epochs", o.ParseEpochs, "rounds over the text to learn trees")
	flags.Uint64Var(&o.Seed, "seed", o.Seed, "decides the order of sentences")
	raw := flags.String("raw", "", "unlabelled plain texts whose words the tagger learns from as well, as globs separated by commas")
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

// readRaw splits plain texts into sentences of words.
func readRaw(globs string) (sents [][]string, err error) {
	splitter, err := text.New()
	if err != nil {
		return nil, err
	}
	for _, glob := range strings.Split(globs, ",") {
		files, err := filepath.Glob(glob)
		if err != nil {
			return nil, fmt.Errorf("raw text %s: %w", glob, err)
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				return nil, fmt.Errorf("reading raw text: %w", err)
			}
			t := string(raw)
			doc := &schema.Document{Text: t, Turns: []schema.Turn{{Kind: schema.Narration, Span: schema.Span{End: len(t)}}}}
			found, err := splitter.Split(doc)
			if err != nil {
				return nil, fmt.Errorf("splitting %s: %w", file, err)
			}
			for _, s := range found {
				words := make([]string, len(s.Tokens))
				for i := range s.Tokens {
					words[i] = s.Tokens[i].Text
				}
				sents = append(sents, words)
			}
		}
	}
	return sents, nil
}
