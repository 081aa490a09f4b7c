package voice

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// farthestVerb is how many bytes a verb of speech may stand away from the quotation that it belongs to.
const farthestVerb = 250

// quoted finds who speaks each quotation and gives the clauses in it that voice.
func (w *work) quoted() {
	quotes := findQuotes(w.doc)
	if len(quotes) == 0 {
		return
	}
	first := w.firstClauses()
	sayers := make([][]schema.Phrase, len(quotes))
	for q := range quotes {
		if !quotes[q].speech {
			continue
		}
		follows := q > 0 && quotes[q].turn == quotes[q-1].turn && len(sayers[q-1]) > 0
		between := ""
		if follows {
			between = schema.Span{Start: quotes[q-1].span.End, End: quotes[q].span.Start}.In(w.doc.Text)
		}
		continues := follows && (quotes[q].continued || nearby(between))
		sayers[q] = w.speaker(quotes, q, continues, first)
		if sayers[q] == nil && (continues || follows && goesOn(between)) {
			sayers[q] = sayers[q-1]
		}
	}
	for i := range w.clauses {
		c := &w.clauses[i]
		q := quoteAt(quotes, c.Cue.Start)
		if q < 0 || !quotes[q].speech {
			continue
		}
		if s := c.Voice.Sayers; len(s) > 0 && s[0].Sentence == c.Sentence {
			if quoteAt(quotes, s[0].Span.Start) != q { // else somebody is reported within the quotation
				c.Voice.Attribution = schema.ByDirect
			}
			continue
		}
		c.Voice.Attribution = schema.ByDirect
		if len(sayers[q]) > 0 {
			c.Voice.Sayers = sayers[q]
		}
	}
}

// firstClauses is where the clauses of each sentence begin, and the end.
func (w *work) firstClauses() []int {
	first := make([]int, len(w.sents)+1)
	n := 0
	for i := range w.sents {
		for n < len(w.clauses) && w.clauses[n].Sentence < w.sents[i].Index {
			n++
		}
		first[i] = n
	}
	first[len(w.sents)] = len(w.clauses)
	return first
}

// goesOn: a quotation that nobody is said to speak is that of the one before where it stands in the same paragraph, or begins
// the next one.
func goesOn(between string) bool {
	_, after, next := strings.Cut(between, "\n")
	return !next || strings.Trim(after, " \t\r\n\"“'") == ""
}

// nearby: two quotations of one paragraph with few words between have one speaker.
func nearby(between string) bool {
	return len(strings.Fields(between)) <= 12 && !strings.Contains(between, "\n\n")
}

// speaker is the subject of the verb of speech outside quotations that stands nearest to quotation q: in the sentences
// that it touches, or in the one before where that ends in a colon. A sentence that begins after the quotation says nothing
// of it in another paragraph, nor where the quotation goes on with one whose speaker is known.
func (w *work) speaker(quotes []quote, q int, continues bool, first []int) []schema.Phrase {
	span := quotes[q].span
	from := sort.Search(len(w.sents), func(i int) bool { return w.sents[i].Span.End > span.Start-2 })
	best, distance := -1, farthestVerb+1
	for i := max(0, from-1); i < len(w.sents) && w.sents[i].Span.Start < span.End+3; i++ {
		s := &w.sents[i]
		if s.Turn != quotes[q].turn || i < from && !w.introduces(s, span) {
			continue
		}
		after := s.Span.Start >= span.End
		if after && (continues || strings.Contains(schema.Span{Start: span.End, End: s.Span.Start}.In(w.doc.Text), "\n")) {
			continue
		}
		for n := first[i]; n < first[i+1]; n++ {
			c := &w.clauses[n]
			if c.Kind != schema.VerbPred || c.Negated || !w.reports(c) || after && hasContent(c) || quoteAt(quotes, c.Cue.Start) >= 0 {
				continue
			}
			if d := away(c.Cue.Start, span); d < distance && len(Subjects(c)) > 0 {
				best, distance = n, d
			}
		}
	}
	if best < 0 {
		return nil
	}
	return Subjects(&w.clauses[best])
}

// introduces: the sentence straight before the quotation ends in a colon.
func (w *work) introduces(s *schema.Sentence, quote schema.Span) bool {
	return s.Span.End <= quote.Start && quote.Start-s.Span.End <= 4 && strings.HasSuffix(strings.TrimSpace(s.Span.In(w.doc.Text)), ":")
}

// away is how far a byte lies from a span.
func away(at int, span schema.Span) int {
	if at >= span.End {
		return at - span.End
	}
	return span.Start - at
}
