package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// violent are the types whose holder may stand behind a deed: "was killed in a raid by Chad", "Chad's raid, which killed ten".
var violent = map[schema.StanceType]bool{schema.Attacks: true, schema.Coerces: true}

// deedPreps stand between a passive and the deed in which it came about.
var deedPreps = map[string]bool{"in": true, "during": true, "by": true}

// deeds are the deeds that a passive without an agent names: the raid of "was killed in a raid".
func (m *matcher) deeds(c *schema.Clause) []phrase {
	if !c.Passive || c.Kind != schema.VerbPred {
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
	lemma := strings.ToLower(m.Sentences[m.at[sentence]].Tokens[head].Lemma)
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
	noun := strings.ToLower(m.Sentences[m.at[p.sentence]].Tokens[p.head].Lemma)
	for _, i := range m.inSentence[p.sentence] {
		c := &m.Clauses[i]
		own := c.Kind == schema.NounPred && c.Head == p.head
		if !own && !m.doneBy(c, p.head, noun) {
			continue
		}
		var all []end
		for _, a := range c.Args {
			if a.Role != schema.Subject || a.Clause >= 0 || a.Head == p.head {
				continue
			}
			for _, e := range m.actorsOf(c, phrase{sentence: c.Sentence, head: a.Head, span: a.Span, clause: -1, from: "gap"}) {
				if a.From != "demonym" || e.kind != schema.Country || e.form == schema.Demonym || e.span.In(m.Document.Text) == strings.ToUpper(e.span.In(m.Document.Text)) {
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

// doneBy: the clause's verb with the deed as its object makes an idiom of violence.
func (m *matcher) doneBy(c *schema.Clause, head int, noun string) bool {
	if c.Kind != schema.VerbPred || c.Negated {
		return false
	}
	for _, a := range c.Args {
		if a.Role != schema.Object || a.Head != head || a.Clause >= 0 {
			continue
		}
		for _, i := range m.words.Idioms(c.Lemma, noun) {
			if violent[i.Type] {
				return true
			}
		}
	}
	return false
}

// bereft: who is robbed of a thing or whose it is suffers what is done to it: "seized the port from the rebels", "bombed the rebels' camp",
// "struck Boko Haram positions". A nationality before it does not say so: "killed a Syrian man".
func (m *matcher) bereft(f *finding, mention *schema.Mention) bool {
	for _, a := range m.Clauses[f.clause].Args {
		if a.Role == schema.Oblique && a.Prep == "from" && a.Clause < 0 && a.Head == mention.Head && mention.Sentence == m.Clauses[f.clause].Sentence {
			return true
		}
	}
	if f.target.clause >= 0 || f.target.head < 0 || mention.Form == schema.Demonym {
		return false
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	t := &s.Tokens[mention.Head]
	if t.Head != f.target.head {
		return false
	}
	first, _ := tokensIn(s, mention.Span)
	return t.Rel == "nmod:poss" || t.Rel == "compound" || f.typ == schema.Coerces && t.Rel == "nmod" && first > 0 && s.Tokens[first-1].Lemma == "from"
}

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
		if mention == nil || mention.Form == schema.FirstPerson {
			continue
		}
		for _, e := range m.ends(mention, "") {
			if e.actor != f.holder.actor && e.actor != f.target.actor && !hasAbout(f.about, e.actor) {
				f.about = append(f.about, schema.AboutRef{ActorRef: e.ref(m), Sign: -1})
			}
		}
	}
}

// against are the heads that stand under "against" in a clause, or under a noun of fighting within one of its phrases.
func (m *matcher) against(c *schema.Clause) []int {
	var heads []int
	for _, a := range c.Args {
		switch {
		case a.Role != schema.Oblique || a.Clause >= 0:
		case a.Prep == "against":
			heads = append(heads, a.Head)
		case a.Prep == "in":
			for _, i := range m.inSentence[c.Sentence] {
				n := &m.Clauses[i]
				if n.Kind != schema.NounPred || n.Head != a.Head {
					continue
				}
				for _, b := range n.Args {
					if b.Role == schema.Oblique && b.Prep == "against" && b.Clause < 0 {
						heads = append(heads, b.Head)
					}
				}
			}
		}
	}
	return heads
}
