package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// signs fills About: the actors inside an issue, with the holder's stance towards each where the words say it:
// the owner of what is judged, and the object of a stance inside the issue ("action to drive out militants").
func (m *matcher) signs() {
	towards := map[int][]int{} // findings by the sentence of their target
	for i := range m.found {
		at := m.found[i].target.sentence
		towards[at] = append(towards[at], i)
	}
	for i := range m.found {
		f := &m.found[i]
		if f.dropped {
			continue
		}
		m.aidedAgainst(f)
		if f.target.actor != "" {
			continue
		}
		for _, mention := range m.Mentions.In(f.target.sentence) {
			if !f.target.span.Contains(mention.Span) {
				continue
			}
			sign := m.signInside(f, &mention, towards[f.target.sentence])
			for _, e := range m.ends(&mention, "") {
				if e.actor == f.holder.actor {
					continue
				}
				f.about = append(f.about, schema.AboutRef{ActorRef: e.ref(m), Sign: sign})
			}
		}
	}
}

// judging are the types that, said of somebody's deed, are said of him too.
var judging = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Accuses: true, schema.Denies: true,
	schema.Defends: true, schema.Rejects: true, schema.Trusts: true, schema.Fears: true, schema.Protests: true,
}

// owning are the types that, said of a thing named after somebody, are said of him too: "praised the Lund plan".
var owning = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Defends: true, schema.Protests: true,
}

// opens: the mention begins the issue, but for an article, and is not all of it: "the Lund government's plan", "Russian meddling". Of
// such issues on the development rows of DSE 63 of 70 with a stance towards the mention had the issue's sign.
func (m *matcher) opens(s *schema.Sentence, issue schema.Span, mention *schema.Mention) bool {
	first, last := tokensIn(s, issue)
	for first < last && (s.Tokens[first].Tag == "DT" || s.Tokens[first].Tag == "PDT") {
		first++
	}
	if at := s.Tokens[first].Span.Start; mention.Span.Start > at {
		return false
	}
	for k := first; k <= last; k++ { // a noun behind it, not a verb: "Syrians leaving the camp" is a clause
		if t := &s.Tokens[k]; t.Span.Start >= mention.Span.End {
			return t.Tag == "POS" || strings.HasPrefix(t.Tag, "JJ")
		}
	}
	return false
}

// signInside is the sign towards a mention within an issue, 0 where the words do not say. beside are the findings whose target
// stands in the issue's sentence.
func (m *matcher) signInside(f *finding, mention *schema.Mention, beside []int) int {
	for _, n := range beside { // a stance inside the issue towards the mention
		g := &m.found[n]
		if g == f || g.target.span != mention.Span {
			continue
		}
		return f.polarity() * g.polarity()
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	if sign := m.outcome(f, mention); sign != 0 && f.typ != schema.Denies { // who denies arming them is not against them
		return f.polarity() * sign
	}
	if owning[f.typ] && m.opens(s, f.target.span, mention) {
		return f.polarity()
	}
	if judging[f.typ] && mention.Head >= 0 && f.target.head >= 0 && s.Tokens[mention.Head].Head == f.target.head && s.Tokens[mention.Head].Rel == "nmod:poss" {
		return f.polarity()
	}
	if first, _ := tokensIn(s, mention.Span); first > 0 && mention.Head >= 0 && s.Tokens[first-1].Lemma == "against" && s.Tokens[first-1].Head == mention.Head { // "agreed to work together against the rebels"
		return -f.polarity()
	}
	if judging[f.typ] && f.target.clause < 0 {
		for range m.doers(phrase{sentence: f.target.sentence, head: f.target.head, clause: -1}) { // "condemned the rebels' raid"
		}
	}
	return 0
}

// outcome is what a clause inside the issue would do to the mention: +1 good, −1 bad, 0 untold.
func (m *matcher) outcome(f *finding, mention *schema.Mention) int {
	for _, i := range m.inSentence[f.target.sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.VerbPred || !f.target.span.Contains(m.headSpan(c)) {
			continue
		}
		for _, a := range c.Args {
			if a.Clause >= 0 || a.Head != mention.Head {
				continue
			}
			sign := 0
			switch {
			case a.Role == schema.Subject && m.words.Is("good_for", c.Lemma):
				sign = 1
			}
			if sign != 0 {
				return sign
			}
		}
	}
	return 0
}
