package rule

import (
	"github.com/stancegraph/stancegraph/schema"
)

// inference rules make statements that no word says but that follow: who wants the government to retain control is for
// the government; who wants the general to go is against him. They are marked, less sure, and can be left out.
var (
	inferBenefit = &Rule{Name: "inferred-benefit", Confidence: 0.6}
	inferInside  = &Rule{Name: "inferred-inside", Confidence: 0.6}
)

// infer adds the inferred findings.
func (m *matcher) infer() {
	for i, n := 0, len(m.found); i < n; i++ {
		f := m.found[i]
		if f.dropped || f.target.actor != "" {
			continue
		}
		if f.typ == schema.Wants || f.typ == schema.Demands {
			m.inferFromOutcome(f)
		}
		m.inferFromInside(f)
	}
}

// inferFromOutcome: the subject of a wished-for clause, by what would become of him.
func (m *matcher) inferFromOutcome(f finding) {
	if f.target.clause < 0 || f.target.clause >= len(m.Clauses) {
		return
	}
	c := &m.Clauses[f.target.clause]
	good := m.words.Is("good_for", c.Lemma)
	bad := m.words.Is("bad_for", c.Lemma)
	if good == bad {
		return
	}
	role := schema.Subject
	if m.words.Is("bad_to", c.Lemma) && hasObject(c) {
		return // "wants the judge to stop Uber": bad for what is stopped
	}
	for _, a := range c.Args {
		if a.Role != role || a.Clause >= 0 {
			continue
		}
		for _, e := range m.actorsOf(c, phrase{sentence: c.Sentence, head: a.Head, span: a.Span, clause: -1}) {
			m.inferred(f, e, good != c.Negated, inferBenefit)
		}
	}
}

// inferFromInside: an actor in the issue towards whom the words carry a sign.
func (m *matcher) inferFromInside(f finding) {
	if f.negated || f.typ != schema.Wants && f.typ != schema.Demands && f.typ != schema.Plans {
		return // who does not want to arm somebody is not against him
	}
	for _, a := range f.about {
		if a.Sign == 0 || a.Sign > 0 {
			continue
		}
		e := end{actor: a.ID, name: a.Name, kind: a.Kind, span: schema.Span{Start: a.Start, End: a.End}, sentence: f.target.sentence, score: 1, clause: -1, head: -1}
		m.inferred(f, e, false, inferInside)
	}
}

func (m *matcher) inferred(f finding, towards end, support bool, rule *Rule) {
	g := f
	g.rule, g.inferred, g.target, g.about = rule, true, towards, nil
	g.typ = schema.Opposes
	if support != f.negated {
		g.typ = schema.Supports
	}
	g.negated = false
	g.phase = schema.Ongoing
	g.score = f.score * rule.Confidence
	g.origin = &f
	m.found = append(m.found, g)
}
