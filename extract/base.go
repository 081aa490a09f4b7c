package extract

import (
	"fmt"

	"github.com/stancegraph/stancegraph/extract/clause"
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// BaseForms gives the base forms of the words of an issue, without articles, as they make its id: "buffer zone" for "the
// buffer zones"; "" where no word is left.
func BaseForms(words string) (string, error) {
	splitter, err := text.New()
	if err != nil {
		return "", err
	}
	model, err := syntax.Default()
	if err != nil {
		return "", err
	}
	list, err := lexicon.DefaultWords()
	if err != nil {
		return "", err
	}
	doc := schema.Document{Text: words, Turns: []schema.Turn{{Span: schema.Span{End: len(words)}}}}
	sentences, err := splitter.Split(&doc)
	if err != nil {
		return "", fmt.Errorf("read %q: %w", words, err)
	}
	if len(sentences) == 0 {
		return "", nil
	}
	model.Parse(&sentences[0])
	return clause.New(list, model).Key(words, &sentences[0]), nil
}
