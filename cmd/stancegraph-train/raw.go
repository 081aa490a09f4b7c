package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// readRaw splits the plain texts that globs, separated by commas, name into sentences of words, in the order of the globs
// and of the files' names.
func readRaw(globs string) ([][]string, error) {
	splitter, err := text.New()
	if err != nil {
		return nil, err
	}
	var sents [][]string
	for glob := range strings.SplitSeq(globs, ",") {
		files, err := filepath.Glob(glob)
		if err != nil {
			return nil, fmt.Errorf("raw texts %s: %w", glob, err)
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("raw texts %s: no file", glob)
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
