// Package text cuts documents into sentences and tokens whose spans count in Document.Text, and
// proposes names. It is the only package that imports prose.
//
// Prose gives the raw material: its Punkt segmenter proposes sentence ends, its tokenizer proposes
// tokens, its tagger and entity extracter propose names. None of the three is taken as it comes:
//
//   - prose knows no offsets, so its tokens are aligned to the text (align.go), and where that fails,
//     or prose panics, the package's own tokenizer takes the whole sentence;
//   - sentence ends are judged once more by rules about abbreviations, initials, quotes and line
//     ends (segment.go, abbreviation.go);
//   - tokens are cut and joined to the conventions of Universal Dependencies (token.go), so that
//     the tagger and parser see what they were trained on.
package text

import (
	"fmt"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Splitter cuts documents into sentences. It is safe for concurrent use.
type Splitter struct {
	punkt *punkt
}

// New makes a Splitter. What it loads is loaded once per process; the model that ProposeNames needs
// (half a second) is loaded at its first call.
func New() (*Splitter, error) {
	p, err := loadPunkt()
	if err != nil {
		return nil, fmt.Errorf("load the sentence model: %w", err)
	}
	return &Splitter{punkt: p}, nil
}

// Split gives the sentences of all turns of doc, in order, with their tokens. The tokens of a
// sentence cover all of it but its white space. A document without turns has no sentences.
func (s *Splitter) Split(doc *schema.Document) ([]schema.Sentence, error) {
	var out []schema.Sentence
	for _, turn := range doc.Turns {
		if turn.Span.Start < 0 || turn.Span.End > len(doc.Text) || turn.Span.Start > turn.Span.End {
			return nil, fmt.Errorf("document %q: turn %d: span %d-%d lies outside the text (%d bytes)",
				doc.ID, turn.Index, turn.Span.Start, turn.Span.End, len(doc.Text))
		}
		for _, span := range s.sentences(doc.Text, turn.Span) {
			for _, tokens := range bounded(tokenize(doc.Text, span)) {
				out = append(out, schema.Sentence{
					Index:  len(out),
					Turn:   turn.Index,
					Span:   schema.Span{Start: tokens[0].Span.Start, End: tokens[len(tokens)-1].Span.End},
					Tokens: tokens,
				})
			}
		}
	}
	return out, nil
}

// longest is the number of tokens that a sentence may have; what is longer is cut, so that the cost
// of all later stages is bounded by it.
const longest = 400

// bounded cuts a run of tokens into pieces of at most longest tokens: at the last semicolon that
// leaves a piece of at least half that, else at a comma, else anywhere.
func bounded(tokens []schema.Token) [][]schema.Token {
	var out [][]schema.Token
	for len(tokens) > longest {
		cut := longest
		for _, mark := range []string{";", ","} {
			if i := lastMark(tokens[longest/2:longest], mark); i >= 0 {
				cut = longest/2 + i + 1
				break
			}
		}
		out = append(out, tokens[:cut:cut])
		tokens = tokens[cut:]
	}
	if len(tokens) > 0 {
		out = append(out, tokens)
	}
	return out
}

func lastMark(tokens []schema.Token, mark string) int {
	for i := len(tokens) - 1; i >= 0; i-- {
		if tokens[i].Text == mark {
			return i
		}
	}
	return -1
}

// once-per-process loads: prose decodes its models anew for every document that is not given one.
var (
	loadPunkt = sync.OnceValues(newPunkt)
	loadModel = sync.OnceValues(newModel)
)
