package train

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
	"github.com/stancegraph/stancegraph/schema"
)

// RawReport says how well text is read from the raw: sentences and tokens are found, not given.
type RawReport struct {
	Gold, Found  int // tokens but punctuation
	Same         int // tokens with the same span
	Tags         int // of those, with the right tag
	Heads, Trees int // of those, with the right head; with the right head and relation
}

// String is the report in one line, as F1 over tokens.
func (r RawReport) String() string {
	f1 := func(n int) float64 { return ratio(2*n, r.Gold+r.Found) }
	return fmt.Sprintf("from raw text: tokens %.2f  tags %.2f  UAS %.2f  LAS %.2f "+
		"(F1; %d tokens in the treebank, %d found, without punctuation)",
		f1(r.Same), f1(r.Tags), f1(r.Heads), f1(r.Trees), r.Gold, r.Found)
}

// EvaluateRaw puts the treebank's words together to running text, document by document, reads that
// with read, and compares the trees by the spans of their tokens. A hyphenated word that the treebank
// has in parts matches none of them.
func EvaluateRaw(sents []conllu.Sentence, read func(text string) ([]schema.Sentence, error)) (RawReport, error) {
	var r RawReport
	for len(sents) > 0 {
		n := 1
		for n < len(sents) && sents[n].Document == sents[0].Document {
			n++
		}
		text, gold := running(sents[:n])
		found, err := read(text)
		if err != nil {
			return r, fmt.Errorf("reading %s: %w", sents[0].Document, err)
		}
		r.add(gold, found)
		sents = sents[n:]
	}
	return r, nil
}

// running joins the words of sentences to a text, and gives the sentences with the places of their words.
func running(sents []conllu.Sentence) (string, []schema.Sentence) {
	var b strings.Builder
	out := make([]schema.Sentence, len(sents))
	for i := range sents {
		for _, t := range sents[i].Tokens {
			start := b.Len()
			b.WriteString(t.Text)
			out[i].Tokens = append(out[i].Tokens, schema.Token{
				Text: t.Text, Tag: t.Tag, Head: t.Head, Rel: t.Rel,
				Span: schema.Span{Start: start, End: b.Len()},
			})
			if !t.Glued {
				b.WriteByte(' ')
			}
		}
	}
	return b.String(), out
}

// arc is what is compared of a token.
type arc struct {
	head schema.Span // empty for the root
	tag  string
	rel  string
}

func arcs(sents []schema.Sentence) map[schema.Span]arc {
	all := make(map[schema.Span]arc)
	for _, s := range sents {
		for _, t := range s.Tokens {
			if t.Rel == "punct" {
				continue
			}
			a := arc{tag: t.Tag, rel: t.Rel}
			if t.Head >= 0 {
				a.head = s.Tokens[t.Head].Span
			}
			all[t.Span] = a
		}
	}
	return all
}

func (r *RawReport) add(gold, found []schema.Sentence) {
	g, f := arcs(gold), arcs(found)
	r.Gold += len(g)
	r.Found += len(f)
	for span, want := range g {
		got, ok := f[span]
		if !ok {
			continue
		}
		r.Same++
		if got.tag == want.tag {
			r.Tags++
		}
		if got.head == want.head {
			r.Heads++
			if got.rel == want.rel {
				r.Trees++
			}
		}
	}
}
