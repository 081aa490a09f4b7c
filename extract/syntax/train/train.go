package train

import (
	"fmt"
	"io"
	"runtime"
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
	Folds int // parts of the jack-knife that tags the parser's training text

	// Each classifier learns with all features for First epochs, then anew, with its strongest ones
	// only, for the rest.
	TagEpochs, TagFirst     int
	ParseEpochs, ParseFirst int
	TagRows                 int     // features of the tagger that are kept
	MoveRows                int     // of the parser's moves
	LabelRows               int     // of its relations
	Margin                  float32 // by which the right choice is to lead

	Doubt    float64 // share of words in whose tag the tagger is in doubt
	MaxBytes int     // of the model file
	TagsOnly bool    // for trying things out: no parser
	Log      io.Writer
	Dev      []conllu.Sentence // measured while training, and what Trust is measured on; may be empty
}

// Defaults are the options of the model that is shipped.
func Defaults() Options {
	return Options{
		Seed: 1, Folds: 5, Doubt: 0.12, Margin: 30, MaxBytes: 3_000_000, Log: io.Discard,
		TagEpochs: 8, TagFirst: 2, TagRows: 110_000,
		ParseEpochs: 13, ParseFirst: 4, MoveRows: 400_000, LabelRows: 100_000,
	}
}

func (o *Options) tagging(names []string) tag.Training {
	return tag.Training{Names: names, Epochs: o.TagEpochs, First: o.TagFirst, Rows: o.TagRows, Margin: o.Margin, Seed: o.Seed}
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
		return nil, fmt.Errorf("%d tags and %d relations are more than a model holds (200 and 64)", len(f.Tags), len(f.Labels))
	}
	fmt.Fprintf(o.Log, "tagging: %d sentences, %d folds\n", len(sents), o.Folds)
	learnt := dep.Trained{Moves: linear.NewTrainer(3), Label: linear.NewTrainer(len(f.Labels))}
	tagger, habits := tag.Train(tagExamples(sents, f.Tags), clusters, o.tagging(f.Tags))
	f.Habits = habits
	if !o.TagsOnly {
		tagged := jackknife(sents, f, o)
		fmt.Fprintf(o.Log, "parsing: %d sentences\n", len(sents))
		learnt = dep.Train(tagged, dep.Training{
			Labels: f.Labels, Kind: dep.Kinds(f.Tags), Epochs: o.ParseEpochs, Seed: o.Seed,
			First: o.ParseFirst, MoveRows: o.MoveRows, LabelRows: o.LabelRows, Margin: o.Margin,
			After: func(epoch int, t dep.Trained) {
				fmt.Fprintf(o.Log, "epoch %d: %d move features, %d label features\n", epoch+1, t.Moves.Rows(), t.Label.Rows())
			},
		})
	}
	return f, fit(f, tagger, learnt, o)
}

// fit freezes what was learnt into f, dropping small weights until the file is small enough.
func fit(f *model.File, tagger *linear.Trainer, learnt dep.Trained, o Options) error {
	for least := 0.5; ; least *= 1.6 {
		p := linear.Prune{MinWeight: least}
		f.Tagger, f.Moves, f.Label = tagger.Freeze(p), learnt.Moves.Freeze(p), learnt.Label.Freeze(p)
		f.Trust = nil
		if len(o.Dev) > 0 {
			f.Trust = trust(f.Engine(), o.Dev)
		}
		packed, err := f.Encode()
		if err != nil {
			return err
		}
		fmt.Fprintf(o.Log, "weights from %.2f: %d bytes, %d + %d + %d features\n", least, len(packed), len(f.Tagger.Rows), len(f.Moves.Rows), len(f.Label.Rows))
		if len(o.Dev) > 0 {
			fmt.Fprintln(o.Log, Evaluate(f.Engine(), o.Dev).Summary())
		}
		if len(packed) <= o.MaxBytes || least > 50 {
			return nil
		}
	}
}

// jackknife tags each part of the sentences by a tagger that has not seen it, as the parser will
// meet them, and sets how small a lead of the tagger counts as doubt.
func jackknife(sents []conllu.Sentence, f *model.File, o Options) []dep.Example {
	examples := tagExamples(sents, f.Tags)
	results := make([][]tag.Result, len(sents))
	looks := make([][]word.Look, len(sents))
	var work sync.WaitGroup
	slots := make(chan bool, max(1, min(2, runtime.GOMAXPROCS(0))))
	for fold := range o.Folds {
		slots <- true
		work.Go(func() {
			defer func() { <-slots }()
			tagFold(sents, examples, fold, f, o, looks, results)
		})
	}
	work.Wait()

	var gaps []int32
	right, all := 0, 0
	for i, rs := range results {
		for j, r := range rs {
			gaps = append(gaps, r.Gap)
			if all++; r.Tag == examples[i].Tags[j] {
				right++
			}
		}
	}
	slices.Sort(gaps)
	doubt := gaps[int(float64(len(gaps)-1)*o.Doubt)]
	f.Doubt = float64(doubt) / gapUnit
	fmt.Fprintf(o.Log, "jack-knifed tags: %.2f %% right, in doubt below %.2f\n", ratio(right, all), f.Doubt)

	labels := numbers(f.Labels)
	out := make([]dep.Example, len(sents))
	for i := range sents {
		ex := dep.Example{Tokens: make([]dep.Token, len(results[i]))}
		for j, r := range results[i] {
			ex.Tokens[j] = dep.Token{Look: &looks[i][j], Tag: r.Tag, Second: r.Tag}
			if r.Gap < doubt {
				ex.Tokens[j].Second = r.Second
			}
			t := &sents[i].Tokens[j]
			ex.Heads = append(ex.Heads, int32(t.Head))
			ex.Labels = append(ex.Labels, labels[t.Rel])
		}
		out[i] = ex
	}
	return out
}

// tagFold trains on all folds but one, and sets looks and results of the sentences of that one.
// Gaps are in units of 1/gapUnit of the perceptron's own scale, which is the same for all folds.
func tagFold(sents []conllu.Sentence, examples []tag.Example, fold int, f *model.File, o Options, looks [][]word.Look, results [][]tag.Result) {
	var rest []tag.Example
	for i := range examples {
		if sents[i].Source%o.Folds != fold { // a copy goes with its original
			rest = append(rest, examples[i])
		}
	}
	t, habits := tag.Train(rest, f.Clusters, o.tagging(f.Tags))
	tagger := tag.New(f.Tags, linear.NewTable(t.Freeze(linear.Prune{MinWeight: 0.1})), habits)
	for i := range examples {
		if sents[i].Source%o.Folds != fold {
			continue
		}
		n := len(examples[i].Words)
		looks[i], results[i] = make([]word.Look, n), make([]tag.Result, n)
		tagger.Tag(looks[i], word.LookAt(examples[i].Words, f.Clusters, looks[i]), results[i])
		for j := range results[i] {
			results[i][j].Gap = int32(float64(results[i][j].Gap) * tagger.Table.Scale * gapUnit)
		}
	}
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
