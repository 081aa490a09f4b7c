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
	return onThings(f) || m.onGoods(f) || m.everyday(f) || m.curious(f) || m.manoeuvre(f) || m.beside(f) || m.title(f) || m.formula(f) || m.appraised(f) || m.forecast(f) || m.struggle(f) || m.inTheWay(f) || m.played(f) || m.manhunt(f) || m.pressed(f) || m.metWith(f)
}

// onGoods: "raided the shelves", "seized the tanks": a thing that is nobody's and lies nowhere suffers in nobody's stead. A war on
// drugs is a policy. Nor are shells blamed for what they wreck.
func (m *matcher) onGoods(f *finding) bool {
	c := &m.Clauses[f.clause]
	driven := f.typ == schema.Supports && c.Lemma == "back" // "backed his car into a wall"
	shot := f.typ == schema.Rejects && c.Particle == "down" // "shot down a drone"
	if (driven || shot) && m.words.Is("things", m.targetNoun(f)) {
		return true
	}
	if !violent[f.typ] && f.rule.Name != "misdeed" || c.Kind != schema.VerbPred || f.target.actor != "" || len(f.about) > 0 {
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
	if !wishing[f.typ] || f.target.actor != "" || m.concerns(f) || !m.private(f.holder) || f.holder.kind == schema.Group && !m.leisurely(f) {
		return false // what many want, were it bread, is a demand
	}
	if f.target.clause >= 0 {
		return m.everydayAct(&m.Clauses[f.target.clause])
	}
	return f.target.head >= 0 && m.everydayThing(&m.Sentences[m.at[f.target.sentence]], f.target.head)
}

// leisurely: "students like the novel", "doctors look for books": a taste or a search, no claim on anybody.
func (m *matcher) leisurely(f *finding) bool {
	c := &m.Clauses[f.clause]
	return f.typ == schema.Trusts || c.Lemma == "look" || c.Lemma == "search" || c.Lemma == "interest" || c.Noun == "interest" || c.Lemma == "interested"
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
		behind := m.Document.Text[a.End:]
		return !strings.HasPrefix(behind, "-made") && !strings.HasPrefix(behind, "-style") && !strings.HasPrefix(behind, "-language")
	})
}

// beside: "stood behind the mayor as he signed", "stood by a lectern": where somebody stands, not for whom. By a country one stands with
// one's words.
func (m *matcher) beside(f *finding) bool {
	c := &m.Clauses[f.clause]
	if f.typ != schema.Supports || c.Kind != schema.VerbPred || c.Lemma != "stand" {
		return false
	}
	if f.target.actor == "" && m.words.Is("furniture", m.targetNoun(f)) {
		return true
	}
	if f.target.kind != schema.Person && f.target.kind != schema.Group {
		return false
	}
	for _, i := range m.inSentence[c.Sentence] {
		d := &m.Clauses[i]
		if d.Parent == c.Index && d.Link == "advcl" && d.Kind == schema.VerbPred && m.words.Is("staged", d.Lemma) && (scene[d.Marker] || scene[m.opener(d)]) {
			return true
		}
	}
	return false
}

// appraised: "values Norway at nine billion": a price.
func (m *matcher) appraised(f *finding) bool {
	if f.typ != schema.Trusts || m.Clauses[f.clause].Lemma != "value" {
		return false
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	_, last := tokensIn(s, f.target.span)
	for i := last + 1; i+1 < len(s.Tokens) && i < last+4; i++ {
		if t := s.Tokens[i+1].Tag; s.Tokens[i].Lemma == "at" && (t == "CD" || t == "$" || t == "RB" || t == "IN" || t == "JJR" || s.Tokens[i+1].Lemma == "around") {
			return true
		}
	}
	return false
}

// forecast: what analysts expect they do not ask for.
func (m *matcher) forecast(f *finding) bool {
	return f.typ == schema.Demands && m.Clauses[f.clause].Lemma == "expect" && f.holder.head >= 0 && m.words.Is("forecaster", noun(&m.Sentences[m.at[f.holder.sentence]], f.holder.head))
}

// inTheWay: who blocks a road has nothing against roads.
func (m *matcher) inTheWay(f *finding) bool {
	return f.typ == schema.Rejects && m.Clauses[f.clause].Lemma == "block" && m.words.Is("ways", m.targetNoun(f))
}

// played: "Spain defeated Germany in the final".
func (m *matcher) played(f *finding) bool {
	if f.typ != schema.Opposes && f.typ != schema.CompetesWith && f.typ != schema.Attacks {
		return false
	}
	c := &m.Clauses[f.clause]
	return slices.ContainsFunc(c.Args, func(a schema.Arg) bool {
		return a.Role == schema.Oblique && a.Clause < 0 && (a.Prep == "in" || a.Prep == "at") && m.words.Is("contest", noun(&m.Sentences[m.at[c.Sentence]], a.Head))
	})
}

// metWith: "was met with derision": nobody met anybody.
func (m *matcher) metWith(f *finding) bool {
	c := &m.Clauses[f.clause]
	return f.typ == schema.Meets && c.Lemma == "meet" && c.Passive && f.target.actor == ""
}

// pressed: who is "under pressure from" somebody to do a thing has no enemy there.
func (m *matcher) pressed(f *finding) bool {
	c := &m.Clauses[f.clause]
	return f.typ == schema.Opposes && c.Lemma == "under pressure from" && hasComplement(c)
}

// manhunt: whom police seek they do not wish for.
func (m *matcher) manhunt(f *finding) bool {
	return f.typ == schema.Wants && m.sector(f.holder) == "COP" && f.target.actor != ""
}

// struggle: who fights for his life, or fights back tears, takes no side.
func (m *matcher) struggle(f *finding) bool {
	c := &m.Clauses[f.clause]
	if c.Lemma != "fight" || f.target.actor != "" {
		return false
	}
	switch n := m.targetNoun(f); n {
	case "life", "survival", "breath", "tear", "tears":
		return true
	}
	return false
}

// title: the theme “Focusing on growth: Working for all” names a meeting, nobody works.
func (m *matcher) title(f *finding) bool {
	c := &m.Clauses[f.clause]
	s := &m.Sentences[m.at[c.Sentence]]
	open := c.Head
	for open >= 0 && !strings.ContainsAny(s.Tokens[open].Text, "“\"‘«") {
		open--
	}
	first := open + 1
	if open < 1 || first >= len(s.Tokens) || s.Tokens[first].Tag != "VBG" || strings.ToLower(s.Tokens[first].Text) == s.Tokens[first].Text {
		return false
	}
	for i := first; i < len(s.Tokens) && !strings.ContainsAny(s.Tokens[i].Text, "”\"’»"); i++ {
		switch s.Tokens[i].Tag {
		case "VBZ", "VBP", "VBD", "MD":
			return false
		}
	}
	return true
}

// formula: "is pleased to present the envoy", "a page dedicated to the reef", condolences to a family: manners and descriptions.
func (m *matcher) formula(f *finding) bool {
	c := &m.Clauses[f.clause]
	switch {
	case f.typ == schema.Praises && f.rule.Name == "adjective-infinitive" && f.target.clause >= 0:
		return !m.words.Is("perceive", m.Clauses[f.target.clause].Lemma) && !m.words.Is("learnt", m.Clauses[f.target.clause].Lemma)
	case f.rule.Name == "verdict-positive" && c.Lemma == "dedicated":
		return f.target.kind != schema.Person && underPrep(c, "to")
	case f.typ == schema.Supports && (c.Noun == "condolence" || c.Noun == "sympathy" || c.Lemma == "condolence" || c.Lemma == "sympathy"):
		return f.target.form == schema.Nominal && m.words.Is("kin", m.targetNoun(f))
	}
	return false
}

// scene are the words that begin a clause of what goes on meanwhile.
var scene = map[string]bool{"when": true, "while": true, "as": true}

// opener is the word that begins a clause.
func (m *matcher) opener(c *schema.Clause) string {
	s := &m.Sentences[m.at[c.Sentence]]
	if first, last := tokensIn(s, c.Span); first <= last {
		return strings.ToLower(s.Tokens[first].Text)
	}
	return ""
}

func (m *matcher) everydayThing(s *schema.Sentence, head int) bool {
	w := noun(s, head)
	if m.words.Is("everyday", w) {
		return true
	}
	return m.words.Is("vague", w) && !slices.ContainsFunc(s.Tokens, func(t schema.Token) bool { // "the place of women" is a matter
		return t.Head == head && t.Rel != "det" && t.Rel != "case" && t.Rel != "punct" && t.Rel != "cc"
	})
}

// everydayAct: what is done, and what it is done to, is everyone's own: "go", "buy a suit", not "buy weapons" or "sleep without shelling".
func (m *matcher) everydayAct(c *schema.Clause) bool {
	if c.Kind != schema.VerbPred || !m.words.Is("everyday_acts", c.Lemma) {
		return false
	}
	s := &m.Sentences[m.at[c.Sentence]]
	object := hasObject(c)
	for _, a := range c.Args {
		switch {
		case a.Role == schema.Subject, a.Role == schema.Oblique && where[a.Prep] && a.Clause < 0 && object: // "stay in power" is no private matter
		case a.Clause >= 0:
			return false
		case !m.everydayThing(s, a.Head) && !m.temporal(c.Sentence, a.Head):
			return false
		}
	}
	return true
}

// where are the prepositions of a place.
var where = map[string]bool{"at": true, "in": true, "near": true, "by": true}

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
	case "", "CVL", "EDU", "MED", "REL", "BUS", "LAB", "ELI":
	default:
		return false
	}
	return !slices.ContainsFunc(m.Affiliations, func(x schema.Affiliation) bool { return x.Actor == e.actor && speaksFor(x.Role) })
}

// curious: "scholars' interest in the old faith" is no wish for it.
func (m *matcher) curious(f *finding) bool {
	c := &m.Clauses[f.clause]
	if f.typ != schema.Wants || c.Lemma != "interest" && c.Lemma != "interested" && c.Noun != "interest" || f.holder.head < 0 {
		return false
	}
	return m.words.Is("curious", noun(&m.Sentences[m.at[f.holder.sentence]], f.holder.head))
}

// manoeuvre: troops that isolate a town do so in the field; a government isolates a state by its policy.
func (m *matcher) manoeuvre(f *finding) bool {
	if c := &m.Clauses[f.clause]; f.typ != schema.Sanctions || c.Lemma != "isolate" {
		return false
	}
	return m.force(f.holder)
}
