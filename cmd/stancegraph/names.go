package main

import (
	"fmt"
	"os"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/graph"
)

// namer asks the built-in tables for names that no text of a store used.
type namer struct{}

var _ graph.Namer = namer{}

// Others implements graph.Namer.
func (namer) Others(name string) ([]string, error) {
	names, err := lexicon.Default()
	if err != nil {
		return nil, fmt.Errorf("built-in names: %w", err)
	}
	var list []string
	for _, e := range names.Named(name) {
		list = append(list, e.ID, e.Name)
	}
	return list, nil
}

// Base implements graph.Namer.
func (namer) Base(words string) (string, error) { return extract.BaseForms(words) }

// loadNames makes the option that gives a user's own names precedence over the built-in ones.
func loadNames(file string) (extract.Option, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer f.Close()
	data, err := lexicon.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("names: %s: %w", file, err)
	}
	names, err := lexicon.WithOwn(file, data)
	if err != nil {
		return nil, term.Hintf(err, "the columns of a .tsv are name, kind, aliases separated by |, affiliation, "+
			"Wikidata id; a .yaml has actors: [{name: …, kind: …, aliases: […]}]")
	}
	return extract.WithNames(names), nil
}
