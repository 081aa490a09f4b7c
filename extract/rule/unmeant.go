package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// What a rule finds and nobody means: duties, what is only wished of others or was never said, sources that stay unnamed.

// duty: "states need to act": what others need to do is their duty, not their wish (the rule "ought" has it).
func (m *matcher) duty(c *schema.Clause, target []end) bool {
	return c.Lemma == "need" && c.Kind == schema.VerbPred && slices.ContainsFunc(target, func(t end) bool { return t.clause >= 0 && m.Clauses[t.clause].Modal == "must" })
}

// unsaid: the clause is, or stands in, what somebody has not said: "did not say that Norway is a coward". Who has not denied a thing is told of
// by other means.
func (m *matcher) unsaid(c *schema.Clause) bool {
	for n := 0; n < 4 && c.Parent >= 0; n++ {
		up := &m.Clauses[c.Parent]
		if c.Link == "ccomp" && up.Kind == schema.VerbPred && up.Negated && m.words.Is("speech", up.Lemma) {
			return true
		}
		c = up
	}
	return false
}

// wantedOut: who wants Chile out of the pact does not want Chile: the issue is that it be out.
func (m *matcher) wantedOut(c *schema.Clause, f *finding) {
	if f.typ != schema.Wants || f.target.actor == "" {
		return
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	until := -1
	if until < 0 {
		return
	}
	f.about = append(f.about, schema.AboutRef{ActorRef: f.target.ref(m), Sign: -1})
	span := schema.Span{Start: f.target.span.Start, End: until}
	first, last := tokensIn(s, span)
	f.target = end{span: span, sentence: f.target.sentence, head: f.target.head, clause: -1, score: f.target.score, name: issueName(m.Document.Text, s.Tokens[first:last+1], span)}
}

// keepsSilent: what is declined is to comment, to respond, to say.
func (m *matcher) keepsSilent(targets []end) bool {
	for _, t := range targets {
		if t.clause < 0 {
			return false
		}
	}
	return true
}

// unnamed: "asked not to be named", "requested anonymity because he may not speak of it".
func (m *matcher) unnamed(target []phrase) bool {
	for _, p := range target {
		words := strings.ToLower(p.span.In(m.Document.Text))
		for _, reason := range []string{" because ", " as he ", " as she ", " as they ", " since ", " when ", " while ", ","} {
			words, _, _ = strings.Cut(words, reason)
		}
	}
	return false
}

// wishedOf: what somebody else is to do, by a wish or a "should", is no stance of his: "Peru must back the plan". What a speaker
// says that he must do is his own.
func (m *matcher) wishedOf(rule *Rule, f finding, c *schema.Clause, holder end) bool {
	ought := len(rule.When.Modal) == 0 && ((c.Kind == schema.VerbPred || c.Kind == schema.AdjPred) && m.ought(c) || m.oughtToGet(c))
	if f.mode != schema.Desired && !ought {
		return false
	}
	for range m.sayers(c, holder.span) {
	}
	return true
}

// ought: the clause, or what it is the purpose or the content of, is an obligation: "must open the road to let the convoys pass".
func (m *matcher) ought(c *schema.Clause) bool {
	for n := 0; ; n++ {
		if c.Modal == "should" || c.Modal == "must" {
			return true
		}
		if c.Parent < 0 || n > 3 || c.Kind != schema.VerbPred || c.Modal != "" || c.Link != "xcomp" {
			return false
		}
		c = &m.Clauses[c.Parent]
	}
}

// oughtToGet: "must voice support for the plan", "need to win support from Chad": there is none yet.
func (m *matcher) oughtToGet(c *schema.Clause) bool {
	if c.Kind != schema.NounPred || c.Link != "obj" || c.Parent < 0 {
		return false
	}
	up := &m.Clauses[c.Parent]
	if !m.ought(up) {
		return false
	}
	return m.words.Is("light", up.Lemma) // "must not trigger Peru's withdrawal"
}
