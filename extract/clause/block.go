package clause

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// opening is the number of paragraphs within which a line "The minister said:" makes all that follows the minister's: a title, a
// lead and the line itself. Further down it is an article that quotes, and only the next paragraph is.
const opening = 4

// attributeBlocks gives what follows a line "The Foreign Minister said:" without quotation marks to who says it there, until the text
// ends, a heading comes, or somebody else speaks. Sentences that name their own speaker keep him.
func attributeBlocks(doc *schema.Document, sents []schema.Sentence, all []schema.Clause, quotes []quote, words *lexicon.Words) {
	first := firstClauses(sents, all)
	var voice schema.Voice
	open, single := false, false
	paragraph := 0
	for i := range sents {
		s := &sents[i]
		fresh := i == 0 || sents[i-1].Turn != s.Turn
		begins := fresh || newline(doc.Text[sents[i-1].Span.End:s.Span.Start])
		if fresh {
			open, paragraph = false, 0
		}
		if begins {
			paragraph++
			if open && (single && !introduced(doc, sents, i) || heading(doc, sents, i) || listed(doc.Text[s.Span.Start:])) {
				open = false
			}
		}
		mine := all[first[i]:first[i+1]]
		if v, ok := introduction(doc, sents, i, mine, quotes, words); ok {
			single = !open && paragraph > opening
			voice, open = v, true
			continue
		}
		if begins && open && !introduced(doc, sents, i) && reports(s, mine, words) {
			open = false
		}
		if !open {
			continue
		}
		for n := range mine {
			c := &mine[n]
			if len(c.Voice.Sayers) == 0 && quoteAt(quotes, s.Tokens[c.Head].Span.Start) < 0 {
				c.Voice = voice
			}
		}
	}
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
func introduction(doc *schema.Document, sents []schema.Sentence, i int, clauses []schema.Clause, quotes []quote, words *lexicon.Words) (schema.Voice, bool) {
	s := &sents[i]
	if i+1 >= len(sents) || sents[i+1].Turn != s.Turn || !strings.HasSuffix(s.Span.In(doc.Text), ":") || !newline(doc.Text[s.Span.End:sents[i+1].Span.Start]) {
		return schema.Voice{}, false
	}
	next := doc.Text[sents[i+1].Span.Start:]
	if r, _ := utf8.DecodeRuneInString(next); strings.ContainsRune("\"“”„«‘'", r) || listed(next) || quoteAt(quotes, sents[i+1].Span.Start) >= 0 {
		return schema.Voice{}, false
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
		return v, len(v.Sayers) == 1
	}
	return schema.Voice{}, false
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

// introduced: the sentence stands right behind a colon.
func introduced(doc *schema.Document, sents []schema.Sentence, i int) bool {
	return i > 0 && strings.HasSuffix(sents[i-1].Span.In(doc.Text), ":")
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
