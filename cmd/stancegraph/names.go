package main

import (
	"fmt"
	"os"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// loadNames makes the option that puts a user's own names before the built-in ones.
func loadNames(file string) (extract.Option, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	names, err := lexicon.WithOwn(file, data)
	if err != nil {
		return nil, hintf(err, "a line of a .tsv is: name, kind, other names parted by |, whom it belongs to, Wikidata id; a .yaml has actors: [{name: …, kind: …, aliases: […]}]")
	}
	return extract.WithNames(names), nil
}
