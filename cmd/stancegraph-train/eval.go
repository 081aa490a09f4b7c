package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/syntax/train"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

func eval(args []string) error {
	flags := flag.NewFlagSet("stancegraph-train eval", flag.ContinueOnError)
	path := flags.String("model", "", "evaluate this model file (default: the built-in one)")
	genres := flags.String("genre", "", "only documents of these GUM genres, separated by commas")
	raw := flags.Bool("raw", false, "evaluate on raw text, with the program's own sentences and tokens")
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
	if *raw {
		return evalRaw(packed, sents)
	}
	r, err := train.EvaluateFile(packed, sents)
	if err != nil {
		return err
	}
	fmt.Print(r)
	return nil
}

func evalRaw(packed []byte, sents []train.Sentence) error {
	model, err := syntax.New(packed)
	if err != nil {
		return err
	}
	splitter, err := text.New()
	if err != nil {
		return err
	}
	r, err := train.EvaluateRaw(sents, func(t string) ([]schema.Sentence, error) {
		doc := &schema.Document{Text: t, Turns: []schema.Turn{{Kind: schema.Narration, Span: schema.Span{End: len(t)}}}}
		found, err := splitter.Split(doc)
		for i := range found {
			model.Parse(&found[i])
		}
		return found, err
	})
	if err != nil {
		return err
	}
	fmt.Println(r)
	return nil
}
