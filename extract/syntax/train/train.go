package train

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/dep"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/tag"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Options says how a model is made. The zero value is not useful; start from Defaults.
type Options struct {
	Seed  uint64
	Folds int // parts of the jack-knife that tags the parser's training text and the unlabelled one

	// Each classifier learns with all features for First epochs, then anew, with its strongest ones
	// only, for the rest.
	TagEpochs, TagFirst     int
	ParseEpochs, ParseFirst int
	TagRows                 int     // features of the tagger that are kept
	MoveRows                int     // of the parser's moves
	LabelRows               int     // of its relations
	Margin                  float32 // by which the right choice is to lead

	Doubt      float64    // share of words in whose tag the tagger is in doubt
	MaxBytes   int        // of the model file
	Unlabelled [][]string // sentences as words; the tagger also learns the tags that all folds agree on in them
	SelfTagged int        // about how many of the unlabelled sentences are used
	Log        io.Writer
	Dev        []conllu.Sentence // measured when the model is done; may be empty
}

// Defaults are the options of the model that is shipped.
func Defaults() Options {
	return Options{
		Seed: 1, Folds: 5, SelfTagged: 15_000, Doubt: 0.12, Margin: 30, MaxBytes: 3_600_000, Log: io.Discard,
		TagEpochs: 8, TagFirst: 2, TagRows: 110_000,
		ParseEpochs: 13, ParseFirst: 4, MoveRows: 400_000, LabelRows: 100_000,
	}
}

func (o *Options) tagging(names []string) tag.Training {
	return tag.Training{
		Names: names, Epochs: o.TagEpochs, First: o.TagFirst, Rows: o.TagRows, Margin: o.Margin, Seed: o.Seed,
	}
}

// Train makes a model. Equal sentences and options give an equal model.
func Train(sents []conllu.Sentence, clusters *word.Clusters, o Options) (*model.File, error) {
	if len(sents) == 0 {
		return nil, fmt.Errorf("no sentences to train on")
	}
	sents = Augment(sents, o.Seed)
	f := &model.File{Clusters: clusters}
	f.Tags = names(sents, func(t *conllu.Token) string { return t.Tag })
	f.Labels = names(sents, func(t *conllu.Token) string { return t.Rel })
	if len(f.Tags) > 200 || len(f.Labels) > 64 {
		return nil, fmt.Errorf("%d tags and %d relations are more than a model holds (200 and 64)",
			len(f.Tags), len(f.Labels))
	}
	fmt.Fprintf(o.Log, "tagging: %d sentences, %d folds\n", len(sents), o.Folds)
	var learnt dep.Trained
	k := newJackknife(sents, f, o)
	examples := slices.Concat(k.examples, k.selfTags(o))
	trees := k.parserExamples(sents, f, o)
	fmt.Fprintf(o.Log, "parsing: %d sentences\n", len(trees))
	var tagger *linear.Trainer
	var work sync.WaitGroup
	work.Go(func() { tagger, f.Habits = tag.Train(examples, clusters, o.tagging(f.Tags)) })
	work.Go(func() {
		learnt = dep.Train(trees, dep.Training{
			Labels: f.Labels, Kind: dep.Kinds(f.Tags), Epochs: o.ParseEpochs, Seed: o.Seed,
			First: o.ParseFirst, MoveRows: o.MoveRows, LabelRows: o.LabelRows, Margin: o.Margin,
		})
	})
	work.Wait()
	return f, fit(f, tagger, learnt, o)
}

// fit freezes what was learnt into f, dropping small weights until the file is small enough.
func fit(f *model.File, tagger *linear.Trainer, learnt dep.Trained, o Options) error {
	for least := 0.5; ; least *= 1.6 {
		f.Tagger, f.Moves, f.Label = tagger.Freeze(least), learnt.Moves.Freeze(least), learnt.Label.Freeze(least)
		packed, err := f.Encode()
		if err != nil {
			return err
		}
		fmt.Fprintf(o.Log, "weights from %.2f: %d bytes, %d + %d + %d features\n",
			least, len(packed), len(f.Tagger.Rows), len(f.Moves.Rows), len(f.Label.Rows))
		if len(o.Dev) > 0 {
			fmt.Fprintln(o.Log, Evaluate(f.Engine(), o.Dev).Summary())
		}
		if len(packed) <= o.MaxBytes || least > 50 {
			return nil
		}
	}
}

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
