package clause

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// opening is the number of paragraphs within which a line "The minister said:" makes all that follows the minister's: a title, a
// lead and the line itself. Further down it is an article that quotes, and only the next paragraph is.
const opening = 4

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
		a, ok := introduction(doc, sents, i, all[first[i]:first[i+1]], quotes, words)
		if !ok {
			continue
		}
		end := paragraphEnd(doc, sents, i+1)
		if paragraph <= opening {
			end = a.end(doc, sents, all, first, i+1, words)
		}
		for ; i+1 < end; i++ {
			s := &sents[i+1]
			if begins(doc, sents, i+1) {
				paragraph++
			}
			for n := first[i+1]; n < first[i+2]; n++ {
				if c := &all[n]; len(c.Voice.Sayers) == 0 && quoteAt(quotes, s.Tokens[c.Head].Span.Start) < 0 {
					c.Voice = a.voice
				}
			}
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
	for at := end; at < len(sents) && sents[at].Turn == sents[from].Turn; at = paragraphEnd(doc, sents, at) {
		if heading(doc, sents, at) || listed(doc.Text[sents[at].Span.Start:]) {
			break
		}
		last, own := paragraphEnd(doc, sents, at), false
		for i := at; i < last; i++ {
			if mine := all[first[i]:first[i+1]]; strings.HasSuffix(sents[i].Span.In(doc.Text), ":") || i == at && reports(&sents[i], mine, words) || a.toldOf(&sents[i]) {
				return end
			}
			own = own || firstPerson(&sents[i])
		}
		if own || a.text {
			end = last
		}
	}
	return end
}

// toldOf: the sentence has the one who speaks as a subject, so somebody else tells it.
func (a *announcement) toldOf(s *schema.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t schema.Token) bool {
		return t.Text == a.name && a.name != "" && strings.HasPrefix(t.Rel, "nsubj") && strings.HasPrefix(t.Tag, "NNP")
	})
}

// firstPerson: the sentence has I, we, or what is theirs.
func firstPerson(s *schema.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t schema.Token) bool {
		switch t.Text {
		case "I", "We", "we", "Our", "our", "My", "my", "me", "us":
			return true
		}
		return false
	})
}

// begins: the sentence is the first of a paragraph.
func begins(doc *schema.Document, sents []schema.Sentence, i int) bool {
	return i == 0 || sents[i-1].Turn != sents[i].Turn || newline(doc.Text[sents[i-1].Span.End:sents[i].Span.Start])
}

// paragraphEnd is the sentence behind the paragraph of the one at from.
func paragraphEnd(doc *schema.Document, sents []schema.Sentence, from int) int {
	for i := from + 1; i < len(sents); i++ {
		if begins(doc, sents, i) {
			return i
		}
	}
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
	if i+1 >= len(sents) || sents[i+1].Turn != s.Turn || !strings.HasSuffix(s.Span.In(doc.Text), ":") || !newline(doc.Text[s.Span.End:sents[i+1].Span.Start]) {
		return announcement{}, false
	}
	next := doc.Text[sents[i+1].Span.Start:]
	if r, _ := utf8.DecodeRuneInString(next); strings.ContainsRune("\"“”„«‘'", r) || listed(next) || quoteAt(quotes, sents[i+1].Span.Start) >= 0 {
		return announcement{}, false
	}
	for n := range clauses {
		c := &clauses[n]
		if c.Parent >= 0 || c.Kind != schema.VerbPred || c.Negated || !words.Is("speech", c.Lemma) && !hands(s, c, words) || quoteAt(quotes, s.Tokens[c.Head].Span.Start) >= 0 {
			continue
		}
		v := schema.Voice{Attribution: schema.ByDirect, Sentence: s.Index, Verb: c.Lemma}
		for _, a := range c.Args {
			if a.Role == schema.Subject && a.Clause < 0 {
				v.Sayers = append(v.Sayers, a)
			}
		}
		if len(v.Sayers) != 1 {
			return announcement{}, false
		}
		a := announcement{voice: v, text: hands(s, c, words)}
		for _, t := range s.Tokens {
			if v.Sayers[0].Span.Contains(t.Span) && strings.HasPrefix(t.Tag, "NNP") {
				a.name = t.Text
			}
		}
		return a, true
	}
	return announcement{}, false
}

// hands: "issued the following statement".
func hands(s *schema.Sentence, c *schema.Clause, words *lexicon.Words) bool {
	if !words.Is("utter", c.Lemma) && c.Lemma != "provide" {
		return false
	}
	for _, a := range c.Args {
		if a.Role == schema.Object && a.Clause < 0 && words.Is("utterance", s.Tokens[a.Head].Lemma) {
			return true
		}
	}
	return false
}

// reports: the sentence tells by a past verb of speech what somebody said, so a narrator is back.
func reports(s *schema.Sentence, clauses []schema.Clause, words *lexicon.Words) bool {
	for n := range clauses {
		c := &clauses[n]
		if c.Parent >= 0 || c.Kind != schema.VerbPred || s.Tokens[c.Head].Tag != "VBD" || !words.Is("speech", c.Lemma) {
			continue
		}
		for _, a := range c.Args {
			if a.Role == schema.Subject && a.Clause < 0 {
				return s.Tokens[a.Head].Lemma != "I" && s.Tokens[a.Head].Lemma != "we"
			}
		}
	}
	return false
}

// heading: a line by itself without a final mark, "Notes to editors".
func heading(doc *schema.Document, sents []schema.Sentence, i int) bool {
	text := doc.Text[sents[i].Span.Start:]
	line, _, more := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	if !more || line == "" || len(strings.Fields(line)) > 6 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// listed: the line opens with the mark of a list.
func listed(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	if unicode.IsDigit(r) {
		rest := strings.TrimLeft(text, "0123456789")
		return strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ")")
	}
	return strings.ContainsRune("-–—•*·(", r) && n < len(text)
}

func newline(between string) bool { return strings.Contains(between, "\n") }
