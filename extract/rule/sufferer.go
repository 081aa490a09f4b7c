package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// bereft: who is robbed of a thing or whose it is suffers what is done to it: "seized the port from the rebels", "bombed the rebels' camp",
// "struck Boko Haram positions". A nationality before it does not say so: "killed a Syrian man".
func (m *matcher) bereft(f *finding, mention *schema.Mention) bool {
	for _, a := range m.Clauses[f.clause].Args {
		if a.Role == schema.Oblique && a.Prep == "from" && a.Clause < 0 && a.Head == mention.Head && mention.Sentence == m.Clauses[f.clause].Sentence {
			return true
		}
	}
	if f.target.clause >= 0 || f.target.head < 0 {
		return false
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	t := &s.Tokens[mention.Head]
	if mention.Form == schema.Demonym {
		return t.Head == f.target.head && holds(t.Text)
	}
	if t.Head != f.target.head {
		return false
	}
	first, _ := tokensIn(s, mention.Span)
	return t.Rel == "nmod:poss" || t.Rel == "compound" || f.typ == schema.Coerces && t.Rel == "nmod" && first > 0 && s.Tokens[first-1].Lemma == "from"
}

// holds: "rebel-held" says who suffers when the place does.
func holds(word string) bool {
	c, ok := lexicon.ReadCompound(word)
	if !ok {
		return false
	}
	switch word[c.To:] {
	case "-held", "-controlled", "-run", "-owned":
		return true
	}
	return false
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
			if e.kind == schema.Country && f.target.kind == schema.Group && cased(&m.Sentences[m.at[c.Sentence]], head, "from") { // "protects refugees from Syria"
				continue
			}
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
			heads = append(heads, m.evildoers(c.Sentence, a.Head)...)
		case a.Prep == "from" && m.words.Is("guard", c.Lemma): // "defends the town from the rebels", "from the junta's cruelty"
			heads = append(heads, a.Head)
			heads = append(heads, m.evildoers(c.Sentence, a.Head)...)
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

// fighting are the parts and holdings of those who fight: to strike them is to strike their owner.
var fighting = map[string]bool{"unit": true, "vehicle": true, "fighter": true, "boat": true, "position": true, "target": true, "stronghold": true, "hideout": true, "cell": true, "camp": true,
	"base": true, "convoy": true, "checkpoint": true, "outpost": true, "headquarters": true, "cadre": true, "encampment": true, "sniper": true, "team": true,
	"control": true, "rule": true, "occupation": true, "captivity": true, "grip": true, "clutch": true, "hand": true, "yoke": true}

// engaged: a verb that wants somebody for its object takes the owner of what fights for him: "engaged a Boko Haram unit".
func (m *matcher) engaged(p phrase) []end {
	s := &m.Sentences[m.at[p.sentence]]
	if p.head < 0 || p.clause >= 0 || !strings.HasPrefix(s.Tokens[p.head].Tag, "NN") || !fighting[noun(s, p.head)] {
		return nil
	}
	for k := range s.Tokens {
		if s.Tokens[k].Head != p.head || s.Tokens[k].Rel != "compound" && s.Tokens[k].Rel != "nmod:poss" && !(s.Tokens[k].Rel == "nmod" && cased(s, k, "of")) {
			continue
		}
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
		if c.Kind != schema.NounPred || c.Head != p.head || c.Negated || !m.help(c.Lemma) {
			continue
		}
		return m.subjects(c, "gap")
	}
	return nil
}

// help: the noun is one of help or support.
func (m *matcher) help(noun string) bool {
	for _, w := range m.words.Lookup(schema.NounPred, noun, "") {
		if helping[w.Type] && !w.Agent {
			return true
		}
	}
	return false
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
	for _, i := range m.inSentence[p.sentence] {
		v := &m.Clauses[i]
		if v.Kind != schema.VerbPred || v.Negated || v.Passive || v.Modality != schema.Asserted || !m.words.Is("making", v.Lemma) && !m.words.Is("utter", v.Lemma) && v.Lemma != "fly" {
			continue
		}
		var all []end
		done := false
		for _, a := range v.Args {
			switch {
			case a.Role == schema.Object && a.Head == p.head:
				done = true
			case a.Role == schema.Subject && a.Clause < 0:
				q := phrase{sentence: v.Sentence, head: a.Head, span: a.Span, clause: -1, from: "gap"}
				found := m.actorsOf(v, q)
				if len(found) == 0 {
					found = m.doers(q)
				}
				all = append(all, found...)
			}
		}
		if done {
			return all
		}
	}
	return nil
}
