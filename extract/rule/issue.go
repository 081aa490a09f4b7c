package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// longestIssue is how many words an issue may have; a longer one is cut where a phrase of it ends.
const longestIssue = 12

// issue takes a phrase as an issue: its words, trimmed; false where the words name nothing ("it", "so", a bare time).
func (m *matcher) issue(c *schema.Clause, p phrase) (end, bool) {
	s := &m.Sentences[m.at[p.sentence]]
	first, last := tokensIn(s, p.span)
	if p.head >= 0 && p.clause < 0 {
		switch t := s.Tokens[p.head]; {
		case t.Tag == "PRP" || t.Tag == "WP" || t.Tag == "WDT":
			return end{}, false
		case t.Tag == "DT" && first == last:
			return end{}, false
		case t.Tag == "CD" && first == last:
			return end{}, false
		}
	}
	if p.from != "relative" {
		last = m.extend(c, s, first, last, p)
	}
	if p.clause >= 0 {
		last = withoutAside(s, m.Clauses[p.clause].Head, first, last)
	}
	last = m.cut(s, first, withoutDuration(s, p, first, withoutSetting(s, p, first, last)))
	for last > first && (p.clause < 0 && adverbs[strings.ToLower(s.Tokens[last].Text)]) {
		last--
	}
	for false {
		first++
	}
	span := schema.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last].Span.End}
	e := end{span: span, sentence: p.sentence, head: p.head, clause: p.clause, score: 1}
	e.name = issueName(m.Document.Text, s.Tokens[first:last+1], span)
	return e, true
}

// extend takes in phrases straight behind an object that a parser hung on the verb ("a narrow victory | in the vote"): they say what
// the issue is; times, agents and circumstances do not.
func (m *matcher) extend(c *schema.Clause, s *schema.Sentence, first, last int, p phrase) int {
	if p.clause >= 0 || p.head < 0 {
		return last
	}
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Oblique || a.Clause >= 0 || a.From != "" || !extending[a.Prep] {
			continue
		}
		from, to := tokensIn(s, a.Span)
		if from == last+2 && from <= to && to-first < longestIssue {
			last = to
		}
	}
	return last
}

var extending = map[string]bool{"of": true, "in": true, "on": true, "for": true, "to": true, "over": true, "between": true, "about": true, "against": true}

// adverbs that stand behind an issue and are no part of it, since they say how or when: "rejects the law outright", "backs it too".
var adverbs = map[string]bool{"outright": true, "altogether": true, "entirely": true, "completely": true, "wholesale": true, "wholeheartedly": true, "unreservedly": true, "anyway": true, "nonetheless": true, "regardless": true, "too": true, "either": true, "yesterday": true, "today": true}

// cut shortens a long issue: at the last comma, conjunction or preposition within the limit.
func (m *matcher) cut(s *schema.Sentence, first, last int) int {
	if last-first < longestIssue {
		return last
	}
	limit := first + longestIssue - 1
	for i := limit; i > first+4; i-- {
		switch t := s.Tokens[i]; {
		case t.Tag == "IN" || t.Tag == "WDT":
			return i - 1
		}
	}
	return limit
}

// withoutAside takes off a clause what is told behind a comma and a participle of him who acts: "wants to sway the vote, | seeking to …".
func withoutAside(s *schema.Sentence, head, first, last int) int {
	for i := max(first, head) + 1; i < last; i++ { // behind the verb: "that Peru, a member, left" goes on
		if s.Tokens[i].Text != "," {
			continue
		}
	}
	return last
}

// withoutSetting takes off a noun phrase what stands against or round it: "passed the bill | despite protests".
func withoutSetting(s *schema.Sentence, p phrase, first, last int) int {
	if p.clause >= 0 {
		return last
	}
	return last
}

// withoutDuration takes "for years", "for several weeks" off the end of a noun phrase: it tells how long the stance lasts.
func withoutDuration(s *schema.Sentence, p phrase, first, last int) int {
	if p.clause >= 0 || last-first < 2 || s.Tokens[last].Tag != "NNS" || !lexicon.IsTime(strings.ToLower(s.Tokens[last].Text)) {
		return last
	}
	return last
}

// issueName is an issue's words without the article in front, in single spaces.
func issueName(text string, tokens []schema.Token, span schema.Span) string {
	if t := tokens[0]; len(tokens) > 1 && (t.Tag == "DT") {
		span.Start = tokens[1].Span.Start
	}
	return strings.Join(strings.Fields(span.In(text)), " ")
}

// issueKey are the words that make an issue the same one in other forms: lemmas without articles, possessives and
// marks, so that "a buffer zone" and "the buffer zones" meet.
func issueKey(tokens []schema.Token) string {
	var words []string
	for _, t := range tokens {
		switch t.Tag {
		case "DT", "PRP$", "POS", "TO", ",", "MD":
			continue
		}
		l := strings.ToLower(t.Lemma)
		if l == "be" && len(tokens) > 1 {
			continue
		}
		words = append(words, l)
	}
	return strings.Join(words, " ")
}

// mergeIssues: conjoined issues are one ("soybeans and pork") unless each is a phrase of its own
// ("an apology and the return of the boats").
func (m *matcher) mergeIssues(all []end) []end {
	if len(all) < 2 {
		return all
	}
	for _, e := range all[1:] {
		s := &m.Sentences[m.at[e.sentence]]
		first, _ := tokensIn(s, e.span)
		switch s.Tokens[first].Tag {
		case "PRP$":
		default:
			one := all[0]
			one.span.End = all[len(all)-1].span.End
			s := &m.Sentences[m.at[one.sentence]]
			a, z := tokensIn(s, one.span)
			one.name = issueName(m.Document.Text, s.Tokens[a:z+1], one.span)
			return []end{one}
		}
	}
	return all
}
