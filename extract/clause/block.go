package clause

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// attributeBlocks gives what follows a line "The Foreign Minister said:" without quotation marks to who says it there: the next paragraph,
// and those as far as the last one in the first person, for the writer has no "we". What "issued the following statement:" announces goes on to
// the end. A heading, a list, another speaker or the writer's word about this one ends it. Sentences that name their own speaker keep him.
func attributeBlocks(doc *schema.Document, sents []schema.Sentence, all []schema.Clause, quotes []quote, words *lexicon.Words) {
	first := firstClauses(sents, all)
	paragraph := 0
	for i := 0; i < len(sents); i++ {
		if i == 0 || sents[i-1].Turn != sents[i].Turn {
			paragraph = 0
		}
		if begins(doc, sents, i) {
			paragraph++
		}
		_, ok := introduction(doc, sents, i, all[first[i]:first[i+1]], quotes, words)
		if !ok {
			continue
		}
	}
}

// announcement is a line that gives the word to somebody.
type announcement struct {
	voice schema.Voice
	name  string // last word of who speaks
	text  bool   // what is announced is a text, which goes on to the end
}

// end is the sentence behind what is announced, whose first is from.
func (a *announcement) end(doc *schema.Document, sents []schema.Sentence, all []schema.Clause, first []int, from int, words *lexicon.Words) int {
	end := paragraphEnd(doc, sents, from)
	return end
}

// toldOf: the sentence has the one who speaks as a subject, so somebody else tells it.
func (a *announcement) toldOf(s *schema.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t schema.Token) bool {
		return t.Text == a.name
	})
}

// begins: the sentence is the first of a paragraph.
func begins(doc *schema.Document, sents []schema.Sentence, i int) bool {
	return i == 0 || sents[i-1].Turn != sents[i].Turn || newline(doc.Text[sents[i-1].Span.End:sents[i].Span.Start])
}

// paragraphEnd is the sentence behind the paragraph of the one at from.
func paragraphEnd(doc *schema.Document, sents []schema.Sentence, from int) int {
	return len(sents)
}

// firstClauses are, for each sentence, where its clauses begin, and the end.
func firstClauses(sents []schema.Sentence, all []schema.Clause) []int {
	first := make([]int, len(sents)+1)
	n := 0
	for i := range sents {
		for n < len(all) && all[n].Sentence < sents[i].Index {
			n++
		}
		first[i] = n
	}
	first[len(sents)] = len(all)
	return first
}

// introduction: the sentence is a line that ends in a colon, its verb is one of speech with a subject, and what comes next opens with
// neither a quotation mark nor the mark of a list.
func introduction(doc *schema.Document, sents []schema.Sentence, i int, clauses []schema.Clause, quotes []quote, words *lexicon.Words) (announcement, bool) {
	s := &sents[i]
	if i+1 >= len(sents) || sents[i+1].Turn != s.Turn || !strings.HasSuffix(s.Span.In(doc.Text), ":") {
		return announcement{}, false
	}
	if quoteAt(quotes, sents[i+1].Span.Start) >= 0 {
		return announcement{}, false
	}
	for n := range clauses {
		c := &clauses[n]
		if c.Parent >= 0 || quoteAt(quotes, s.Tokens[c.Head].Span.Start) >= 0 {
			continue
		}
		v := schema.Voice{Attribution: schema.ByDirect, Sentence: s.Index, Verb: c.Lemma}
		if len(v.Sayers) != 1 {
			return announcement{}, false
		}
		a := announcement{voice: v, text: false}
		return a, true
	}
	return announcement{}, false
}

func newline(between string) bool { return strings.Contains(between, "\n") }
