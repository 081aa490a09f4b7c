package train

import (
	"fmt"
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/dep"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/tag"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Options says how a model is made. The zero value is not useful; start from Defaults.
type Options struct {
	TagEpochs   int
	ParseEpochs int
	Folds       int // parts of the jack-knife that tags the parser's training text
	Seed        uint64
	TagPrune    linear.Prune
	MovePrune   linear.Prune
	LabelPrune  linear.Prune
	Doubt       float64 // share of words in whose tag the tagger is in doubt
	Log         io.Writer
	Dev         []conllu.Sentence // measured after each epoch, may be empty
}

// Defaults are the options of the model that is shipped.
func Defaults() Options {
	return Options{
		TagEpochs: 8, ParseEpochs: 8, Folds: 5, Seed: 1, Doubt: 0.12, Log: io.Discard,
		TagPrune:   linear.Prune{MinWeight: 0.5, MaxRows: 120_000},
		MovePrune:  linear.Prune{MinWeight: 0.8, MaxRows: 400_000},
		LabelPrune: linear.Prune{MinWeight: 0.8, MaxRows: 120_000},
	}
}

// Train makes a model. Equal sentences and options give an equal model.
func Train(sents []conllu.Sentence, clusters word.Clusters, o Options) (*model.File, error) {
	if len(sents) == 0 {
		return nil, fmt.Errorf("no sentences to train on")
	}
	f := &model.File{Clusters: clusters}
	f.Tags = names(sents, func(t *conllu.Token) string { return t.Tag })
	f.Labels = names(sents, func(t *conllu.Token) string { return t.Rel })
	if len(f.Tags) > 200 || len(f.Labels) > 64 {
		return nil, fmt.Errorf("%d tags and %d relations are more than a model holds (200 and 64)", len(f.Tags), len(f.Labels))
	}
	for w := range clusters {
		f.Words = append(f.Words, w)
	}
	slices.Sort(f.Words)
	for _, w := range f.Words {
		f.Class = append(f.Class, clusters[w])
	}

	fmt.Fprintf(o.Log, "tagging: %d sentences, %d folds\n", len(sents), o.Folds)
	tagged, err := jackknife(sents, f, o)
	if err != nil {
		return nil, err
	}
	f.Tagger = tag.Train(tagExamples(sents, f.Tags), f.Tags, clusters, o.TagEpochs, o.Seed).Freeze(o.TagPrune)

	fmt.Fprintf(o.Log, "parsing: %d sentences\n", len(sents))
	freeze := func(t dep.Trained) {
		f.Moves, f.Label = t.Moves.Freeze(o.MovePrune), t.Label.Freeze(o.LabelPrune)
	}
	t := dep.Train(tagged, dep.Training{Labels: f.Labels, Epochs: o.ParseEpochs, Seed: o.Seed, After: func(epoch int, t dep.Trained) {
		fmt.Fprintf(o.Log, "epoch %d: %d move features, %d label features\n", epoch+1, t.Moves.Rows(), t.Label.Rows())
		if len(o.Dev) > 0 && epoch%2 == 1 {
			freeze(t)
			fmt.Fprintln(o.Log, Evaluate(f.Engine(), o.Dev).Summary())
		}
	}})
	freeze(t)
	return f, nil
}

// jackknife tags each part of the sentences by a tagger that has not seen it, as the parser will
// meet them, and sets how small a lead of the tagger counts as doubt.
func jackknife(sents []conllu.Sentence, f *model.File, o Options) ([]dep.Example, error) {
	examples := tagExamples(sents, f.Tags)
	labels := numbers(f.Labels)
	out := make([]dep.Example, len(sents))
	results := make([][]tag.Result, len(sents))
	looks := make([][]word.Look, len(sents))
	var gaps []float64
	right, all := 0, 0
	for fold := range o.Folds {
		var rest []tag.Example
		for i := range examples {
			if i%o.Folds != fold {
				rest = append(rest, examples[i])
			}
		}
		w := tag.Train(rest, f.Tags, f.Clusters, o.TagEpochs, o.Seed).Freeze(o.TagPrune)
		tagger := tag.Tagger{Names: f.Tags, Table: linear.NewTable(w)}
		for i := fold; i < len(sents); i += o.Folds {
			n := len(examples[i].Words)
			looks[i], results[i] = make([]word.Look, n), make([]tag.Result, n)
			tagger.Tag(looks[i], word.LookAt(examples[i].Words, f.Clusters, looks[i]), results[i])
			for j := range results[i] {
				r := &results[i][j]
				gap := float64(r.Gap) * tagger.Table.Scale
				gaps = append(gaps, gap)
				r.Gap = int32(gap * gapUnit)
				if all++; r.Tag == examples[i].Tags[j] {
					right++
				}
			}
		}
	}
	slices.Sort(gaps)
	f.Doubt = gaps[int(float64(len(gaps)-1)*o.Doubt)]
	fmt.Fprintf(o.Log, "jack-knifed tags: %.2f %% right, in doubt below %.2f\n", 100*float64(right)/float64(all), f.Doubt)
	for i := range sents {
		ex := dep.Example{Tokens: make([]dep.Token, len(results[i]))}
		for j, r := range results[i] {
			ex.Tokens[j] = dep.Token{Look: &looks[i][j], Tag: r.Tag, Second: r.Tag}
			if float64(r.Gap) < f.Doubt*gapUnit {
				ex.Tokens[j].Second = r.Second
			}
			t := &sents[i].Tokens[j]
			ex.Heads = append(ex.Heads, int32(t.Head))
			ex.Labels = append(ex.Labels, labels[t.Rel])
		}
		out[i] = ex
	}
	return out, nil
}

// gapUnit keeps some places after the point where a gap is a whole number.
const gapUnit = 1000

func tagExamples(sents []conllu.Sentence, tags []string) []tag.Example {
	number := numbers(tags)
	out := make([]tag.Example, len(sents))
	for i := range sents {
		out[i] = tag.Example{Words: texts(&sents[i])}
		for _, t := range sents[i].Tokens {
			out[i].Tags = append(out[i].Tags, number[t.Tag])
		}
	}
	return out
}
