package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// targets resolves the target's phrases: actors where they are mentions, else issues by their words.
func (m *matcher) targets(c *schema.Clause, phrases []phrase, r reading, e *plannedEmit, typ schema.StanceType) ([]end, string) {
	must := r.word.Target
	if e.TargetMust != "" {
		must = e.TargetMust
	}
	var actors, issues []end
	owned := false // "Turkey's leadership" stands for Turkey, and is an issue too
	for _, p := range phrases {
		var found []end
		if m.twoNames(p) { // "criticised Spain, and Italy Greece": Italy did
			continue
		}
		if p.clause < 0 || !m.copula(p.clause) { // "called on Peru to be a friend" wants no friend
			found = m.actorsOf(c, p)
		}
		if len(found) == 0 {
			found = m.owners(p, typ)
			owned = owned || len(found) > 0
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
		if len(actors) == 0 && typ == schema.Criticizes { // "ripped the mayor's record" is said of the mayor
			if owned := m.ownedByNamed(issues); len(owned) > 0 {
				return owned, ""
			}
		}
		if len(actors) == 0 && must != "issue" {
			return nil, "the target is no actor that can be told"
		}
	}
	switch must {
	case "actor":
		if len(actors) == 0 {
			return nil, "the target is no actor"
		}
		return actors, ""
	case "issue":
		if len(issues) == 0 && owned {
			return actors, ""
		}
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

// twoNames: behind "and" stand two names of different actors side by side, the first of which is the one who acts.
func (m *matcher) twoNames(p phrase) bool {
	if p.head < 2 || p.clause >= 0 {
		return false
	}
	s := &m.Sentences[m.at[p.sentence]]
	if s.Tokens[p.head-2].Tag != "CC" || s.Tokens[p.head-1].Head != p.head {
		return false
	}
	a, b := m.mentionAt(p.sentence, p.head-1), m.mentionAt(p.sentence, p.head)
	return a != nil && b != nil && a.Form == schema.Named && b.Form == schema.Named && !a.Span.Overlaps(b.Span) && !slices.Equal(a.Actors, b.Actors)
}

// ownedByNamed are the issues that belong to a named actor.
func (m *matcher) ownedByNamed(issues []end) []end {
	var all []end
	for _, e := range issues {
		if e.clause >= 0 || e.head < 0 {
			continue
		}
		s := &m.Sentences[m.at[e.sentence]]
		for k := range s.Tokens {
			if s.Tokens[k].Head != e.head || s.Tokens[k].Rel != "nmod:poss" {
				continue
			}
			if mention := m.mentionAt(e.sentence, k); mention != nil && mention.Form == schema.Named {
				all = append(all, e)
			}
		}
	}
	return all
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
	case "role", "leadership", "government", "regime", "rule", "presidency", "administration":
	default:
		return nil
	}
	var all []end
	for k := range s.Tokens {
		if s.Tokens[k].Head != p.head || !strings.HasPrefix(s.Tokens[k].Rel, "nmod") || !p.span.Contains(s.Tokens[k].Span) {
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
