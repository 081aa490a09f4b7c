package rule

import (
	"github.com/stancegraph/stancegraph/schema"
)

// targets resolves the target's phrases: actors where they are mentions, else issues by their words.
func (m *matcher) targets(c *schema.Clause, phrases []phrase, r reading, e *plannedEmit, typ schema.StanceType) ([]end, string) {
	must := r.word.Target
	if e.TargetMust != "" {
		must = e.TargetMust
	}
	var actors, issues []end
	for _, p := range phrases {
		var found []end
		if p.clause < 0 || !m.copula(p.clause) { // "called on Peru to be a friend" wants no friend
			found = m.actorsOf(c, p)
		}
		if len(found) == 0 {
			found = m.owners(p, typ)
		}
		if len(found) == 0 && must == "actor" && violent[typ] {
			found = m.engaged(p)
		}
		if len(found) > 0 {
			for n := range found {
				if !r.word.Agent {
					break
				}
				found[n] = m.named(found[n]) // "the army and its allies"
			}
			actors = append(actors, found...)
			continue
		}
		if i, ok := m.issue(c, p); ok {
			issues = append(issues, i)
		}
	}
	if r.word.Strict {
		firm := actors[:0]
		for _, a := range actors {
			if m.firm(a) {
				firm = append(firm, a)
			}
		}
		actors = firm
	}
	switch must {
	case "actor":
		if len(actors) == 0 {
			return nil, "the target is no actor"
		}
		return actors, ""
	case "issue":
		if len(issues) == 0 {
			return nil, "the target is no issue"
		}
		return m.mergeIssues(issues), ""
	}
	all := append(actors, m.mergeIssues(issues)...)
	if len(all) == 0 {
		return nil, "the target cannot be told"
	}
	return all, ""
}

// owners: the role, the rule or the leadership of X is X as a target.
func (m *matcher) owners(p phrase, typ schema.StanceType) []end {
	if p.head < 0 || p.clause >= 0 {
		return nil
	}
	s := &m.Sentences[m.at[p.sentence]]
	if typ == schema.Sanctions { // "a tariff on Chinese steel" is laid on China
		for k := range s.Tokens {
			if s.Tokens[k].Head == p.head && s.Tokens[k].Rel == "amod" {
				if mention := m.mentionAt(p.sentence, k); mention != nil && mention.Form == schema.Demonym {
					return m.ends(mention, "")
				}
			}
		}
	}
	switch noun(s, p.head) {
	case "role":
	default:
		return nil
	}
	var all []end
	for k := range s.Tokens {
		if s.Tokens[k].Head != p.head {
			continue
		}
		for _, x := range append([]int{k}, conjuncts(s, k)...) {
			if mention := m.mentionAt(p.sentence, x); mention != nil && mention.Form != schema.FirstPerson {
				all = append(all, m.ends(mention, "")...)
			}
		}
	}
	return all
}
