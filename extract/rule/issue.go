package rule

import (
	"slices"
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
	if first > last {
		return end{}, false
	}
	if p.head >= 0 && p.clause < 0 {
		switch t := s.Tokens[p.head]; {
		case t.Tag == "PRP" || t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "EX" || t.Tag == "RB" || t.Tag == "PRP$":
			return end{}, false
		case t.Tag == "DT" && first == last && t.Lemma != "anybody" && t.Lemma != "anyone":
			return end{}, false
		case t.Lemma == "instance", t.Lemma == "example", t.Lemma == "hand" && last > first && (s.Tokens[last-1].Lemma == "other" || s.Tokens[last-1].Lemma == "one"): // "for instance", "on the other hand"
			return end{}, false
		case t.Lemma == "other" && last <= first+1: // "neither trusts the other"
			return end{}, false
		case t.Tag == "JJ" && (t.Lemma == "own" || first == last) || t.Lemma == "one" && t.Tag != "CD":
			return end{}, false
		case t.Tag == "CD" && first == last, first == last && (t.Lemma == "nothing" || t.Lemma == "nobody" || t.Lemma == "none"):
			return end{}, false
		case last == first+1 && (t.Lemma == "each" && s.Tokens[last].Lemma == "other" || t.Lemma == "one" && s.Tokens[last].Lemma == "another"):
			return end{}, false // "each other" names nobody else
		}
	}
	if p.from != "relative" {
		last = m.extend(c, s, first, last, p)
	}
	if p.clause >= 0 {
		last = withoutAside(s, m.Clauses[p.clause].Head, first, last)
	}
	last = m.cut(s, first, withoutDuration(s, p, first, withoutSetting(s, p, first, last)))
	if first < last && s.Tokens[first].Tag == "TO" {
		first++
	}
	for last > first && (trailing(s.Tokens[last].Text) || p.clause < 0 && adverbs[strings.ToLower(s.Tokens[last].Text)]) {
		last--
	}
	if p.clause < 0 && last > first+1 && s.Tokens[last].Tag == "VBG" && s.Tokens[last-1].Text == "," { // "an offering, drawing | protests"
		last -= 2
	}
	for first < last && trailing(s.Tokens[first].Text) {
		first++
	}
	span := schema.Span{Start: s.Tokens[first].Span.Start, End: s.Tokens[last].Span.End}
	words := issueKey(s.Tokens[first : last+1])
	if words == "" {
		return end{}, false
	}
	e := end{span: span, sentence: p.sentence, head: p.head, clause: p.clause, score: 1}
	e.name = issueName(m.Document.Text, s.Tokens[first:last+1], span)
	return e, true
}

// extend takes in phrases straight behind an object that a parser hung on the verb ("a narrow victory | in the vote"): they say what
// the issue is; times, agents and circumstances do not.
func (m *matcher) extend(c *schema.Clause, s *schema.Sentence, first, last int, p phrase) int {
	if p.clause >= 0 || p.head < 0 || c.Sentence != p.sentence {
		return last
	}
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Oblique || a.Clause >= 0 || a.From != "" || !extending[a.Prep] || m.temporal(c.Sentence, a.Head) {
			continue
		}
		if a.Prep == "in" && m.inKeepsOut(c) {
			continue
		}
		from, to := tokensIn(s, a.Span)
		if from == last+2 && from <= to && to-first < longestIssue && s.Tokens[last+1].Tag != "," {
			last = to
		}
	}
	return last
}

// inKeepsOut: behind verbs done to somebody "in" tells where it was done ("sued the school in a federal court").
func (m *matcher) inKeepsOut(c *schema.Clause) bool {
	for _, w := range m.lookup(c.Kind, c) {
		switch w.Type {
		case schema.Accuses, schema.Coerces, schema.Meets:
			return true
		}
	}
	return false
}

var extending = map[string]bool{"of": true, "in": true, "on": true, "for": true, "to": true, "over": true, "between": true, "about": true, "against": true}

// adverbs that stand behind an issue and are no part of it, since they say how or when: "rejects the law outright", "backs it too".
var adverbs = map[string]bool{"outright": true, "altogether": true, "entirely": true, "completely": true, "wholesale": true, "wholeheartedly": true, "unreservedly": true, "anyway": true, "nonetheless": true, "regardless": true, "too": true, "either": true, "yesterday": true, "today": true}

func trailing(w string) bool {
	switch w {
	case ",", ";", ":", ".", "-", "–", "—", "\"", "''", "``", "and", "or", "but", "that":
		return true
	}
	return false
}

// cut shortens a long issue: at the last comma, conjunction or preposition within the limit.
func (m *matcher) cut(s *schema.Sentence, first, last int) int {
	if last-first < longestIssue {
		return last
	}
	limit := first + longestIssue - 1
	for i := limit; i > first+4; i-- {
		switch t := s.Tokens[i]; {
		case t.Text == "," || t.Text == ";" || t.Tag == "IN" || t.Tag == "CC" || t.Tag == "WDT":
			if tag := s.Tokens[i-1].Tag; (tag == "VBN" || tag == "VBG") && i-2 > first { // "a general suspected | of plotting"
				return i - 2
			}
			return i - 1
		}
	}
	return limit
}

// withoutAside takes off a clause what is told behind a comma and a participle of him who acts: "wants to sway the vote, | seeking to …".
func withoutAside(s *schema.Sentence, head, first, last int) int {
	list := s.Tokens[first].Tag == "VBG"           // "considers buying, leasing or building one"
	for i := max(first, head) + 1; i < last; i++ { // behind the verb: "that Peru, a member, left" goes on
		if s.Tokens[i].Text != "," {
			continue
		}
		if w := s.Tokens[i+1].Lemma; (w == "a" || w == "an" || s.Tokens[i+1].Text == "an" || w == "something") && aside(s, i+1) { // "to drop the case, an account that …"
			return i - 1
		}
		if s.Tokens[i+1].Tag == "VBG" && !list && (strings.HasPrefix(s.Tokens[i+1].Rel, "advcl") || s.Tokens[i+1].Rel == "conj") {
			return i - 1
		}
	}
	return last
}

// aside: the phrase that begins at i is said of what stands before it: no conjunct, and with a clause of its own.
func aside(s *schema.Sentence, i int) bool {
	for k := i; k < len(s.Tokens) && k < i+5 && s.Tokens[k].Text != ","; k++ {
		if t := &s.Tokens[k]; strings.HasPrefix(t.Tag, "NN") && t.Rel != "compound" {
			return t.Rel != "conj" && slices.ContainsFunc(childrenOf(s, k), func(x int) bool { return strings.HasPrefix(s.Tokens[x].Rel, "acl") })
		}
	}
	return false
}

// withoutSetting takes off a noun phrase what stands against or round it: "passed the bill | despite protests".
func withoutSetting(s *schema.Sentence, p phrase, first, last int) int {
	if p.clause >= 0 {
		return last
	}
	for i := first + 1; i <= last; i++ {
		switch strings.ToLower(s.Tokens[i].Text) {
		case "despite", "amid", "amidst", "notwithstanding":
			if p.head < i {
				return i - 1
			}
		}
	}
	return last
}

// withoutDuration takes "for years", "for several weeks" off the end of a noun phrase: it tells how long the stance lasts.
func withoutDuration(s *schema.Sentence, p phrase, first, last int) int {
	if p.clause >= 0 || last-first < 2 || s.Tokens[last].Tag != "NNS" || !lexicon.IsTime(strings.ToLower(s.Tokens[last].Text)) {
		return last
	}
	for i := last - 1; i > first && i > last-5; i-- {
		switch t := &s.Tokens[i]; {
		case t.Text == "for" || t.Text == "over" && i > first+1:
			return i - 1
		case t.Tag != "JJ" && t.Tag != "CD" && t.Tag != "DT":
			return last
		}
	}
	return last
}

// issueName is an issue's words without the article in front, in single spaces.
func issueName(text string, tokens []schema.Token, span schema.Span) string {
	if t := tokens[0]; len(tokens) > 1 && (t.Tag == "DT" || strings.EqualFold(t.Text, "the") || strings.EqualFold(t.Text, "a") || strings.EqualFold(t.Text, "an")) && !strings.EqualFold(t.Text, "no") {
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
		case "DT", "PRP$", "POS", "TO", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "MD":
			continue
		}
		l := strings.ToLower(t.Lemma)
		if l == "" {
			l = strings.ToLower(t.Text)
		}
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
		case "DT", "PRP$", "NNP", "CD":
		default:
			if e.head >= 0 && owned(s, e.head) {
				continue
			}
			one := all[0]
			one.span.End = all[len(all)-1].span.End
			s := &m.Sentences[m.at[one.sentence]]
			a, z := tokensIn(s, one.span)
			if z-a >= longestIssue {
				return all[:1]
			}
			one.name = issueName(m.Document.Text, s.Tokens[a:z+1], one.span)
			return []end{one}
		}
	}
	return all
}
