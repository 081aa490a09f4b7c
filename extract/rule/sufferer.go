package rule

import (
	"github.com/stancegraph/stancegraph/schema"
)

// helping are the types that, given to one side "against" another, are held against the other.
var helping = map[schema.StanceType]bool{schema.Supports: true, schema.Defends: true, schema.Aids: true, schema.CooperatesWith: true}

// aidedAgainst notes whom somebody is helped against: "helps Niger against the rebels", "backs Niger in its fight against the rebels".
func (m *matcher) aidedAgainst(f *finding) {
	if !helping[f.typ] || f.polarity() <= 0 {
		return
	}
	c := &m.Clauses[f.clause]
	for _, head := range m.against(c) {
		mention := m.mentionAt(c.Sentence, head)
		if mention == nil {
			continue
		}
	}
}

// against are the heads that stand under "against" in a clause, or under a noun of fighting within one of its phrases.
func (m *matcher) against(c *schema.Clause) []int {
	var heads []int
	for _, a := range c.Args {
		switch {
		case a.Role != schema.Oblique || a.Clause >= 0:
		}
	}
	return heads
}

// engaged: a verb that wants somebody for its object takes the owner of what fights for him: "engaged a Boko Haram unit".
func (m *matcher) engaged(p phrase) []end {
	s := &m.Sentences[m.at[p.sentence]]
	if p.head < 0 || p.clause >= 0 {
		return nil
	}
	for k := range s.Tokens {
		if mention := m.mentionAt(p.sentence, k); mention != nil && mention.Form != schema.FirstPerson {
			return m.ends(mention, "")
		}
	}
	return nil
}

// givers: "aided by strong support from Chad": whose help it is that helps.
func (m *matcher) givers(p phrase) []end {
	if p.head < 0 || p.clause >= 0 {
		return nil
	}
	for _, i := range m.inSentence[p.sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.NounPred || c.Head != p.head {
			continue
		}
		return m.subjects(c, "gap")
	}
	return nil
}

// actsFor: "flew nine sorties in support of its partners", "Chad's raid in support of its partners": whose deed it is that is done in support,
// where the phrase hangs on the deed.
func (m *matcher) actsFor(p phrase) []end {
	if p.head < 0 || p.clause >= 0 {
		return nil
	}
	if all := m.doers(p); len(all) > 0 {
		return all
	}
	return nil
}
