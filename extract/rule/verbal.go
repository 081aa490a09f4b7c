package rule

import "github.com/stancegraph/stancegraph/schema"

// talkers are the sectors whose attacks are words: parties, lawmakers, newspapers, charities, unions, courts.
var talkers = map[string]bool{"PTY": true, "LEG": true, "MED": true, "NGO": true, "LAB": true, "JUD": true}

// verbal: the attack is one of words: on a plan or a record, or by those who have no arms upon those who have none. "Labour attacked the
// government" finds fault, "rebels attacked the government" does not.
func (m *matcher) verbal(c *schema.Clause, holder, target end) bool {
	if c.Kind != schema.VerbPred || c.Lemma != "attack" && c.Lemma != "assail" || m.force(holder) || m.force(target) {
		return false
	}
	if underPrep(c, "over") { // "attacked Norway over the vote"
		return true
	}
	from := m.sector(holder)
	if target.actor == "" {
		if target.head < 0 || target.clause >= 0 {
			return talkers[from]
		}
		n := noun(&m.Sentences[m.at[target.sentence]], target.head)
		return talkers[from] || m.words.Is("policy", n) || m.words.Is("utterance", n) || m.words.Is("voiced", n)
	}
	to := m.sector(target)
	return talkers[from] || from == "GOV" && (talkers[to] || to == "BUS" || target.kind == schema.Person)
}

// armedAttack: "a suicide bomber attacked a post", "a man attacked two nurses": one described person without an office attacks with his hands.
func (m *matcher) armedAttack(c *schema.Clause, holder, target end) bool {
	if c.Kind != schema.VerbPred || c.Lemma != "attack" || holder.form != schema.Nominal || holder.kind != schema.Person || underPrep(c, "over") {
		return false
	}
	switch m.sector(holder) {
	case "REB", "CVL", "":
		return target.actor != "" || target.clause < 0 && target.head >= 0 && !m.words.Is("policy", noun(&m.Sentences[m.at[target.sentence]], target.head))
	}
	return false
}

func (m *matcher) sector(e end) string {
	if a, ok := m.Mentions.Actor(e.actor); ok {
		return a.Sector
	}
	return ""
}
