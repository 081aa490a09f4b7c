package train

import (
	"fmt"
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

// jackknife holds one tagger for each fold of the treebank, trained on all other folds.
type jackknife struct {
	clusters *word.Clusters
	examples []tag.Example
	fold     []int // of each example; a copy is in the fold of its original
	taggers  []tag.Tagger
}

func newJackknife(sents []conllu.Sentence, f *model.File, o Options) *jackknife {
	k := &jackknife{clusters: f.Clusters, examples: tagExamples(sents, f.Tags), taggers: make([]tag.Tagger, o.Folds)}
	for i := range sents {
		k.fold = append(k.fold, sents[i].Source%o.Folds)
	}
	var work sync.WaitGroup
	slots := make(chan bool, max(1, min(2, runtime.GOMAXPROCS(0))))
	for fold := range k.taggers {
		slots <- true
		work.Go(func() {
			defer func() { <-slots }()
			var rest []tag.Example
			for i, ex := range k.examples {
				if k.fold[i] != fold {
					rest = append(rest, ex)
				}
			}
			t, habits := tag.Train(rest, f.Clusters, o.tagging(f.Tags))
			k.taggers[fold] = tag.New(f.Tags, linear.NewTable(t.Freeze(0.1)), habits)
		})
	}
	work.Wait()
	return k
}

// selfTags tags about o.SelfTagged of the unlabelled sentences, evenly spread, by the taggers of all folds. Where
// they do not agree on a word its tag is tag.None.
func (k *jackknife) selfTags(o Options) (out []tag.Example) {
	if o.SelfTagged <= 0 {
		return nil
	}
	agreed, all := 0, 0
	step := max(1, len(o.Unlabelled)/o.SelfTagged)
	for i := 0; i < len(o.Unlabelled); i += step {
		words := o.Unlabelled[i]
		tags := make([]uint8, len(words))
		looks, results := make([]word.Look, len(words)), make([]tag.Result, len(words))
		letters := word.LookAt(words, k.clusters, looks)
		for fold := range k.taggers {
			k.taggers[fold].Tag(looks, letters, results)
			for j, r := range results {
				if fold == 0 {
					tags[j] = r.Tag
				} else if tags[j] != r.Tag {
					tags[j] = tag.None
				}
			}
		}
		for _, t := range tags {
			if all++; t != tag.None {
				agreed++
			}
		}
		out = append(out, tag.Example{Words: words, Tags: tags})
	}
	fmt.Fprintf(o.Log, "unlabelled: %d sentences, %d words, %.2f %% with a tag that all folds agree on\n",
		len(out), all, ratio(agreed, all))
	return out
}

// gapUnit keeps some places after the point where a gap, in the perceptron's own scale, is a whole number.
const gapUnit = 1000

// parserExamples are the trees with the tags that the parser will meet: each sentence is tagged by the tagger that has
// not seen it. It sets how small a lead of the tagger counts as doubt.
func (k *jackknife) parserExamples(sents []conllu.Sentence, f *model.File, o Options) []dep.Example {
	labels := numbers(f.Labels)
	out := make([]dep.Example, len(sents))
	results := make([][]tag.Result, len(sents))
	var gaps []int32
	right := 0
	for i, ex := range k.examples {
		looks := make([]word.Look, len(ex.Words))
		results[i] = make([]tag.Result, len(ex.Words))
		tagger := &k.taggers[k.fold[i]]
		tagger.Tag(looks, word.LookAt(ex.Words, k.clusters, looks), results[i])
		for j := range results[i] {
			r := &results[i][j]
			r.Gap = int32(float64(r.Gap) * tagger.Table.Scale * gapUnit)
			gaps = append(gaps, r.Gap)
			if r.Tag == ex.Tags[j] {
				right++
			}
			t := &sents[i].Tokens[j]
			out[i].Tokens = append(out[i].Tokens, dep.Token{Look: &looks[j], Tag: r.Tag, Second: r.Tag})
			out[i].Heads = append(out[i].Heads, int32(t.Head))
			out[i].Labels = append(out[i].Labels, labels[t.Rel])
		}
	}
	slices.Sort(gaps)
	doubt := gaps[int(float64(len(gaps)-1)*o.Doubt)]
	f.Doubt = float64(doubt) / gapUnit
	for i := range out {
		for j, r := range results[i] {
			if r.Gap < doubt {
				out[i].Tokens[j].Second = r.Second
			}
		}
	}
	fmt.Fprintf(o.Log, "jack-knifed tags: %.2f %% right, in doubt below %.2f\n", ratio(right, len(gaps)), f.Doubt)
	return out
}
