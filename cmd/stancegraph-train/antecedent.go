package main

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/schema"
)

// pronounRow is a pronoun of a gold text with what it may mean: the features of each option, a number for each set of actors
// (0 none), and whether it is what gold says.
type pronounRow struct {
	Doc     string
	Class   string
	Options []optionRow
}

type optionRow struct {
	Features []string
	Meaning  int
	Right    bool
}

// antecedentData prints the pronouns that gold statements have for holders and targets: the input of train/antecedents.py. One
// that stands for an issue means no actor, and so does one whose actor is no option.
func antecedentData(files []string) error {
	x, err := extract.New(extract.WithoutReader())
	if err != nil {
		return err
	}
	return eachGold(files, func(d *eval.Doc, doc schema.Document, enc *json.Encoder) error {
		all, err := x.Pronouns(context.Background(), doc)
		if err != nil {
			return err
		}
		seen := map[schema.Span]bool{}
		label := func(g *eval.Gold, words, name string) error {
			at, ok := d.Place(g, words)
			i := slices.IndexFunc(all, func(p extract.Pronoun) bool { return p.Span == at })
			if !ok || i < 0 || seen[at] {
				return nil
			}
			seen[at] = true
			return enc.Encode(pronoun(d.ID, &all[i], name))
		}
		for i := range d.Statements {
			g := &d.Statements[i]
			if err := label(g, g.HolderText, g.Holder); err != nil {
				return err
			}
			name := g.Target
			if g.Kind != schema.ToActor {
				name = ""
			}
			if err := label(g, g.TargetText, name); err != nil {
				return err
			}
		}
		return nil
	}, map[string]any{})
}

// pronoun is the row of one; name is the actor that it means, "" for none.
func pronoun(doc string, p *extract.Pronoun, name string) pronounRow {
	row := pronounRow{Doc: doc, Class: p.Class()}
	var meanings [][]string
	any := false
	for i, o := range p.Options {
		n := slices.IndexFunc(meanings, func(m []string) bool { return slices.Equal(m, o.Actors) })
		if n < 0 {
			n = len(meanings)
			meanings = append(meanings, o.Actors)
		}
		right := name != "" && len(p.Names[i]) > 0 && eval.SameActor(name, p.Names[i]...)
		any = any || right
		row.Options = append(row.Options, optionRow{o.Features, n, right})
	}
	for i := range row.Options {
		row.Options[i].Right = row.Options[i].Right || !any && row.Options[i].Meaning == 0
	}
	return row
}
