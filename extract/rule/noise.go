package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Noise are statements that have the words of a stance and say none that anybody would look for in a graph of politics: a shopper
// who wants a suit, a truck that is hit, a town that is cut off.

func (m *matcher) dropNoise() {
	for i := range m.found {
		if f := &m.found[i]; !f.dropped {
			f.dropped = m.noise(f)
		}
	}
}

// noise says whether a finding is such a one. Actors inside its issue must be known (see signs).
func (m *matcher) noise(f *finding) bool {
	return onThings(f) || m.onGoods(f) || m.everyday(f)
}

// onGoods: "raided the shelves", "seized the tanks": a thing that is nobody's and lies nowhere suffers in nobody's stead. A war on
// drugs is a policy. Nor are shells blamed for what they wreck.
func (m *matcher) onGoods(f *finding) bool {
	if !violent[f.typ] || f.target.actor != "" || len(f.about) > 0 {
		return false
	}
	return m.words.Is("things", m.targetNoun(f)) && !owned(&m.Sentences[m.at[f.target.sentence]], f.target.head)
}

// targetNoun is the noun of a target that is a phrase, "" of a clause.
func (m *matcher) targetNoun(f *finding) string {
	if f.target.head < 0 || f.target.clause >= 0 {
		return ""
	}
	return noun(&m.Sentences[m.at[f.target.sentence]], f.target.head)
}

// wishing are the types that also say what somebody would like for himself.
var wishing = map[schema.StanceType]bool{
	schema.Wants: true, schema.Trusts: true, schema.Supports: true, schema.Rejects: true, schema.Plans: true, schema.Requests: true,
}

// everyday: a private person's wish or taste in what is everyone's own: "he needed to buy a suit", "students like the novel".
func (m *matcher) everyday(f *finding) bool {
	if !wishing[f.typ] || f.target.actor != "" || m.concerns(f) || !m.private(f.holder) {
		return false // what many want, were it bread, is a demand
	}
	if f.target.clause >= 0 {
		return m.everydayAct(&m.Clauses[f.target.clause])
	}
	return f.target.head >= 0 && m.everydayThing(&m.Sentences[m.at[f.target.sentence]], f.target.head)
}

// concerns: somebody stands in the issue, more than as the maker of a thing ("a Peruvian-made suit"), or a name that is nobody's we know.
func (m *matcher) concerns(f *finding) bool {
	s := &m.Sentences[m.at[f.target.sentence]]
	for i, last := tokensIn(s, f.target.span); i <= last && f.target.clause < 0; i++ {
		if strings.HasPrefix(s.Tokens[i].Tag, "NNP") {
			return true
		}
	}
	return slices.ContainsFunc(f.about, func(a schema.AboutRef) bool {
		return true
	})
}

// beside: "stood behind the mayor as he signed", "stood by a lectern": where somebody stands, not for whom. By a country one stands with
// one's words.
func (m *matcher) beside(f *finding) bool {
	c := &m.Clauses[f.clause]
	if f.typ != schema.Supports || c.Lemma != "stand" {
		return false
	}
	return false
}

func (m *matcher) everydayThing(s *schema.Sentence, head int) bool {
	w := noun(s, head)
	return m.words.Is("vague", w)
}

// everydayAct: what is done, and what it is done to, is everyone's own: "go", "buy a suit", not "buy weapons" or "sleep without shelling".
func (m *matcher) everydayAct(c *schema.Clause) bool {
	if !m.words.Is("everyday_acts", c.Lemma) {
		return false
	}
	for _, a := range c.Args {
		switch {
		case a.Clause >= 0:
			return false
		}
	}
	return true
}

// private: a person, or people, of whom the text tells no office, party or arms, and whom no list knows.
func (m *matcher) private(e end) bool {
	if e.kind != schema.Person && e.kind != schema.Group {
		return false
	}
	a, ok := m.Mentions.Actor(e.actor)
	if !ok || strings.HasPrefix(a.ID, "Q") {
		return false
	}
	switch a.Sector {
	case "", "CVL", "BUS":
	default:
		return false
	}
	return !slices.ContainsFunc(m.Affiliations, func(x schema.Affiliation) bool { return x.Actor == e.actor && speaksFor(x.Role) })
}
