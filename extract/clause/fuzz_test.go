package clause

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

var fuzzWords = strings.Fields(`the a Peru Chile and or , . ; " who which that to not wants rejected by of in on with
	said plan opposition support according is was be accused neither so do does / what It until now may will If it he
	their critic against favour`)

var fuzzTags = strings.Fields("DT NN NNS NNP VBD VBZ VBN VBG VB IN TO JJ PRP PRP$ CC , . MD RB WP WDT WRB CD POS RP")

var fuzzRels = strings.Fields(`nsubj obj iobj obl nmod conj cc case mark acl acl:relcl advcl xcomp ccomp appos amod
	compound flat cop aux aux:pass nsubj:pass obl:agent parataxis root det nmod:poss advmod orphan punct fixed`)

// anyTree makes a sentence of bytes, four a token: word, tag, relation, head; heads may lie anywhere and form cycles.
func anyTree(data []byte) (schema.Document, []schema.Sentence) {
	var text strings.Builder
	s := schema.Sentence{}
	for i := 0; i+3 < len(data) && len(s.Tokens) < 60; i += 4 {
		w := fuzzWords[int(data[i])%len(fuzzWords)]
		start := text.Len()
		text.WriteString(w)
		s.Tokens = append(s.Tokens, schema.Token{
			Span: schema.Span{Start: start, End: text.Len()}, Text: w, Lemma: strings.ToLower(w),
			Tag: fuzzTags[int(data[i+1])%len(fuzzTags)], Rel: fuzzRels[int(data[i+2])%len(fuzzRels)],
			Head: int(data[i+3])%64 - 2,
		})
		text.WriteByte(' ')
	}
	s.Span = schema.Span{End: text.Len()}
	doc := schema.Document{ID: "f", Text: text.String(), Turns: []schema.Turn{{Span: s.Span}}}
	if len(s.Tokens) == 0 {
		return doc, nil
	}
	return doc, []schema.Sentence{s}
}

// FuzzSplit: no tree, however broken, makes Split panic or run for ever, and all spans lie in the text.
func FuzzSplit(f *testing.F) {
	f.Add([]byte{2, 3, 0, 3, 13, 5, 23, 1, 0, 0, 24, 7, 20, 1, 1, 4})
	f.Add([]byte{2, 3, 5, 4, 4, 14, 6, 2, 3, 3, 5, 2, 13, 5, 5, 3}) // conjuncts in a cycle
	f.Add([]byte{9, 16, 9, 1, 10, 4, 12, 3, 13, 5, 12, 4, 2, 3, 9, 2})
	read := NewReader(f)
	splitter := New(read.Words, read.Model)
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, sents := anyTree(data)
		splitter.Repair(sents)
		for _, c := range splitter.Split(&doc, sents) {
			for _, a := range c.Args {
				if a.Span.Start < 0 || a.Span.End > len(doc.Text) || a.Span.Start > a.Span.End {
					t.Fatalf("argument %+v lies outside the text", a)
				}
			}
		}
	})
}
