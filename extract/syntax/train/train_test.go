package train

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/tag"
)

// toy is a treebank of one kind of sentence.
func toy() (sents []conllu.Sentence) {
	for _, who := range []string{"union", "court", "party", "mayor"} {
		for _, does := range []string{"opposes", "backs", "wants"} {
			for _, what := range []string{"law", "vote", "deal"} {
				s := tree(fmt.Sprintf("The/DT/2/det %s/NN/3/nsubj %s/VBZ/0/root a/DT/5/det %s/NN/3/obj+ END/./3/punct", who, does, what))
				s.Document = "GUM_news_" + who
				sents = append(sents, s)
			}
		}
	}
	return sents
}

func options() Options {
	o := Defaults()
	o.TagEpochs, o.TagFirst, o.ParseEpochs, o.ParseFirst = 3, 1, 3, 1
	return o
}

func TestTrain(t *testing.T) {
	sents := toy()
	var files [2][]byte
	for i := range files {
		f, err := Train(sents, nil, options())
		if err != nil {
			t.Fatal(err)
		}
		if files[i], err = f.Encode(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same treebank gives another model the second time")
	}
	r, err := EvaluateFile(files[0], sents)
	if err != nil {
		t.Fatal(err)
	}
	if r.Labeled != r.Scored || r.TagsRight != r.Words || r.Core().F1() != 100 {
		t.Errorf("a toy language is not learnt: %s", r)
	}
}

// TestSelfTags: the taggers of all folds tag unlabelled text, and a word on which they differ has no tag.
func TestSelfTags(t *testing.T) {
	sents := toy()
	o := options()
	o.SelfTagged = 2
	o.Unlabelled = [][]string{{"The", "court", "wants", "a", "vote", "END"}, {"The"}, {"The", "mayor", "backs", "a", "deal", "END"}, {"The"}}
	f := new(model.File)
	f.Tags = names(sents, func(t *conllu.Token) string { return t.Tag })
	for i := range sents {
		sents[i].Source = i
	}
	k := newJackknife(sents, f, o)
	got := k.selfTags(o)
	if len(got) != 2 || got[1].Words[1] != "mayor" {
		t.Fatalf("tagged %+v, want the first and the third sentence", got)
	}
	for _, ex := range got {
		for i, want := range []string{"DT", "NN", "VBZ", "DT", "NN", "."} {
			if ex.Tags[i] == tag.None || f.Tags[ex.Tags[i]] != want {
				t.Errorf("%s has tag %d, want %s", ex.Words[i], ex.Tags[i], want)
			}
		}
	}
	other := tagExamples(sents, f.Tags)
	for i := range other {
		for j := range other[i].Tags {
			other[i].Tags[j] = uint8((int(other[i].Tags[j]) + 1) % len(f.Tags))
		}
	}
	learnt, habits := tag.Train(other, nil, o.tagging(f.Tags))
	k.taggers[0] = tag.New(f.Tags, linear.NewTable(learnt.Freeze(linear.Prune{})), habits)
	for _, ex := range k.selfTags(o) {
		for i, got := range ex.Tags {
			if got != tag.None {
				t.Errorf("%s has tag %s although one fold gives another", ex.Words[i], f.Tags[got])
			}
		}
	}
}

func TestTrainRefuses(t *testing.T) {
	if _, err := Train(nil, nil, options()); err == nil {
		t.Error("no sentences give no error")
	}
}

func TestShippable(t *testing.T) {
	docs := []conllu.Sentence{{Document: "GUM_news_harbour"}, {Document: "GUM_fiction_harbour"},
		{Document: "weblog-harbour"}, {Document: "GUM_speech_harbour"}, {Document: "GUM_bio_harbour"}}
	got := Shippable(docs)
	if len(got) != 3 || got[0].Document != "GUM_news_harbour" || got[1].Document != "weblog-harbour" || got[2].Document != "GUM_bio_harbour" {
		t.Errorf("kept %v", got)
	}
}

func TestModelFile(t *testing.T) {
	if _, err := model.Decode(nil); err == nil {
		t.Error("an empty file is taken for a model")
	}
}
