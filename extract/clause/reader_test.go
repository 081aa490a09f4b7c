package clause

import (
	"testing"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// Reader reads texts as far as trees, for the tests of this folder, of whichever package.
type Reader struct {
	Words *lexicon.Words
	Model *syntax.Model
	cut   *text.Splitter
}

func NewReader(t testing.TB) *Reader {
	r, err := new(Reader), error(nil)
	if r.cut, err = text.New(); err != nil {
		t.Fatal(err)
	}
	if r.Model, err = syntax.Default(); err != nil {
		t.Fatal(err)
	}
	if r.Words, err = lexicon.DefaultWords(); err != nil {
		t.Fatal(err)
	}
	return r
}

// Text reads a text of one turn.
func (r *Reader) Text(t testing.TB, s string) (schema.Document, []schema.Sentence) {
	doc := schema.Document{ID: "t", Text: s, Turns: []schema.Turn{{Span: schema.Span{End: len(s)}}}}
	sents, err := r.cut.Split(&doc)
	if err != nil {
		t.Fatal(err)
	}
	for i := range sents {
		r.Model.Parse(&sents[i])
	}
	return doc, sents
}
