package rule

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// violent are the types whose holder may stand behind a deed: "was killed in a raid by Chad", "Chad's raid, which killed ten".
var violent = map[schema.StanceType]bool{schema.Attacks: true, schema.Coerces: true}

// deedPreps stand between a passive and the deed in which it came about.
var deedPreps = map[string]bool{"in": true, "during": true, "by": true}

// deeds are the deeds that a passive without an agent names: the raid of "was killed in a raid".
func (m *matcher) deeds(c *schema.Clause) []phrase {
	if !c.Passive {
		return nil
	}
	for _, a := range c.Args {
		if a.Role == schema.Oblique && a.Clause < 0 && deedPreps[a.Prep] && m.isDeed(c.Sentence, a.Head) {
			return []phrase{{sentence: c.Sentence, head: a.Head, span: a.Span, clause: -1, from: "deed"}}
		}
	}
	return nil
}

// isDeed: a noun of violence.
func (m *matcher) isDeed(sentence, head int) bool {
	if head < 0 || m.mentionAt(sentence, head) != nil {
		return false
	}
	lemma := noun(&m.Sentences[m.at[sentence]], head)
	for _, w := range m.words.Lookup(schema.NounPred, lemma, "") {
		if violent[w.Type] && !w.Agent {
			return true
		}
	}
	return false
}

// doers are the actors whose deed a noun of violence is: its possessor, the nationality or name before it, "by" whom it is, or the
// subject of the verb that it is done by ("a raid carried out by Chad"). A place says where it was, not whose: "the Kabul bombing".
func (m *matcher) doers(p phrase) []end {
	if p.head < 0 || p.clause >= 0 || !m.isDeed(p.sentence, p.head) {
		return nil
	}
	deed := noun(&m.Sentences[m.at[p.sentence]], p.head)
	for _, i := range m.inSentence[p.sentence] {
		c := &m.Clauses[i]
		own := c.Kind == schema.NounPred && c.Head == p.head
		if !own && !m.doneBy(c, p.head, deed) {
			continue
		}
		var all []end
		for _, a := range c.Args {
			if a.Clause >= 0 {
				continue
			}
			for _, e := range m.actorsOf(c, phrase{sentence: c.Sentence, head: a.Head, span: a.Span, clause: -1, from: "gap"}) {
				if a.From != "demonym" || e.form == schema.Demonym {
					all = append(all, e)
				}
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// farthestDeed is how many sentences back that tell of other things a deed may have been told of.
const farthestDeed = 15

// longestTale is how many sentences a list of deeds may have.
const longestTale = 200

// doersBefore: "The navy carried out six strikes. … Near the cape, two strikes destroyed a boat": deeds named again without their doer are
// those of whom the last ones of that name were.
func (m *matcher) doersBefore(p phrase) []end {
	if p.head < 0 || p.clause >= 0 || !m.isDeed(p.sentence, p.head) || !m.namedAgain(p) {
		return nil
	}
	away := 0
	for back := p.sentence - 1; back >= max(0, p.sentence-longestTale) && away < farthestDeed; back-- {
		for _, i := range m.inSentence[back] {
			c := &m.Clauses[i]
			all := m.doers(phrase{sentence: back, head: c.Head, clause: -1})
			for n := range all {
				all[n].span, all[n].sentence, all[n].head = p.span, p.sentence, p.head
				all[n].again = true
				all[n].form, all[n].score = schema.Nominal, all[n].score*0.8
			}
			if len(all) > 0 {
				return all
			}
		}
	}
	return nil
}

// onThings: strikes named again that hit a truck, or a factory that nobody owns, say nothing of anybody.
func onThings(f *finding) bool {
	if !f.holder.again || f.target.actor != "" && (f.target.kind != schema.Organization || f.target.form != schema.Nominal) {
		return false
	}
	return !slices.ContainsFunc(f.about, func(a schema.AboutRef) bool { return a.Sign < 0 })
}

// namedAgain: the deed is a known or a counted one: "the strikes", "four strikes"; "a strike" is a new one.
func (m *matcher) namedAgain(p phrase) bool {
	for _, t := range m.Sentences[m.at[p.sentence]].Tokens {
		if t.Head == p.head {
			return true
		}
	}
	return false
}

// doneBy: the clause's verb with the deed as its object makes an idiom of violence.
func (m *matcher) doneBy(c *schema.Clause, head int, deed string) bool {
	for _, a := range c.Args {
		if a.Clause >= 0 {
			continue
		}
	}
	return false
}
