package text

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/jdkato/prose/v2"
	"gopkg.in/neurosnap/sentences.v1"
	"gopkg.in/neurosnap/sentences.v1/english"

	"github.com/stancegraph/stancegraph/schema"
)

// punkt is the segmenter that prose uses. Prose itself loads its 400 kB of JSON anew for every
// document it segments (19 ms, the time it takes to read 5,000 words), so it is held here.
type punkt struct {
	tokenizer *sentences.DefaultSentenceTokenizer
}

func newPunkt() (*punkt, error) {
	t, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		return nil, err
	}
	return &punkt{tokenizer: t}, nil
}

// ends gives the offsets in text after which Punkt sees a new sentence. It gives none when Punkt
// panics: the rules of this package then decide alone.
func (p *punkt) ends(text string) (ends []int) {
	defer func() {
		if recover() != nil {
			ends = nil
		}
	}()
	return p.tokenizer.SentencePositions(text)
}

func newModel() (*prose.Model, error) {
	doc, err := prose.NewDocument("A.", prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	return doc.Model, nil
}

// noModel keeps prose from building a model where only its tokenizer is asked.
var noModel = &prose.Model{}

// proseTokens gives the words that prose's tokenizer makes of one sentence, and false when it
// panics, as it does where lower-casing changes the length of a string.
func proseTokens(sentence string) (words []prose.Token, ok bool) {
	defer func() {
		if recover() != nil {
			words, ok = nil, false
		}
	}()
	doc, err := prose.NewDocument(sentence,
		prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false),
		prose.UsingModel(noModel))
	if err != nil {
		return nil, false
	}
	return doc.Tokens(), true
}

// ProposeNames gives the spans that prose's entity extracter takes for names in a sentence, in
// order. It is slow (some 6,000 tokens a second), and it is only a proposal: call it for sentences
// where nothing better is known. Where prose fails on a sentence there are no proposals.
func (s *Splitter) ProposeNames(doc *schema.Document, sent schema.Sentence) []schema.Span {
	words := sent.Span.In(doc.Text)
	if words == "" {
		return nil
	}
	model, err := loadModel()
	if err != nil {
		return nil
	}
	names, err := proseNames(model, words)
	if err != nil {
		return nil
	}
	var out []schema.Span
	from := 0
	for _, name := range names {
		if at := findName(words[from:], name); at != nil {
			start := sent.Span.Start + from
			out = append(out, schema.Span{Start: start + at[0], End: start + at[1]})
			from += at[1]
		}
	}
	return out
}

// findName finds a name, of which prose has joined the tokens by single spaces and made the quotation marks straight.
func findName(words, name string) []int {
	pattern := strings.NewReplacer(" ", `\s*`, "'", `['‘’]`, `"`, `["“”]`).Replace(regexp.QuoteMeta(name))
	re, err := regexp.Compile(pattern)
	if err != nil { // broken UTF-8
		return nil
	}
	return re.FindStringIndex(words)
}

func proseNames(model *prose.Model, sentence string) (names []string, err error) {
	defer func() {
		if r := recover(); r != nil {
			names, err = nil, fmt.Errorf("prose failed: %v", r)
		}
	}()
	doc, err := prose.NewDocument(sentence, prose.WithSegmentation(false), prose.UsingModel(model))
	if err != nil {
		return nil, err
	}
	for _, e := range doc.Entities() {
		names = append(names, e.Text)
	}
	return names, nil
}
