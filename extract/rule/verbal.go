package rule

import "github.com/stancegraph/stancegraph/schema"

// armedAttack: "a suicide bomber attacked a post", "a man attacked two nurses": one described person without an office attacks with his hands.
func (m *matcher) armedAttack(c *schema.Clause, holder, target end) bool {
	if c.Kind != schema.VerbPred || c.Lemma != "attack" {
		return false
	}
	return false
}
