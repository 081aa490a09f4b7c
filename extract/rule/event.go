package rule

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// A noun that names nobody may stand for somebody: an event for its agent ("killed in a raid by Chad"), words for their
// author ("Lund's letter condemned").

// force are the types whose holder may stand behind an event.
var force = map[schema.StanceType]bool{schema.Attacks: true, schema.Coerces: true}

// spoken are the types that words can carry: a letter may praise, no letter meets or arrests anybody.
var spoken = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Accuses: true, schema.Denies: true,
	schema.Defends: true, schema.Recognizes: true, schema.Demands: true, schema.Requests: true, schema.Rejects: true, schema.Promises: true,
	schema.Warns: true, schema.Threatens: true, schema.Wants: true,
}

// eventPrepositions stand between a passive and the event in which it came about.
var eventPrepositions = []string{"in", "during", "by"}

// eventOf is the event noun that a passive without an agent names: the raid of "was killed in a raid".
func (m *matcher) eventOf(c *schema.Clause) []filler {
	if !c.Passive {
		return nil
	}
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role == schema.Oblique && a.Clause < 0 && slices.Contains(eventPrepositions, a.Prep) && m.isEvent(&a.Phrase) {
			return []filler{{Phrase: a.Phrase, from: schema.OfEvent}}
		}
	}
	return nil
}

// isEvent: a noun of force that names nobody.
func (m *matcher) isEvent(p *schema.Phrase) bool {
	if p.Head < 0 || p.Clause >= 0 || m.mentionAt(p) != nil {
		return false
	}
	found := m.words.Lookup(schema.NounPred, p.Lemma, "")
	return slices.ContainsFunc(found, func(w lexicon.Word) bool { return force[w.Type] && !w.Agent })
}

// agents are the actors whose event a noun of force is: the subjects of its clause. A place before it says where it was,
// not whose: "the Kabul bombing".
func (m *matcher) agents(p *schema.Phrase) []schema.Participant {
	if !m.isEvent(p) {
		return nil
	}
	for _, i := range m.inSentence[p.Sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.NounPred || c.Head != p.Head {
			continue
		}
		var all []schema.Participant
		for n := range c.Args {
			a := &c.Args[n]
			if a.Role != schema.Subject || a.Clause >= 0 {
				continue
			}
			for _, e := range m.actorsOf(c, filler{Phrase: a.Phrase, from: schema.Gapped}) {
				if a.From != schema.FromDemonym || e.Form == schema.Demonym || e.Kind != schema.Country {
					all = append(all, e)
				}
			}
		}
		return all
	}
	return nil
}

// authors are the actors whose words a letter, a speech or an advertisement is: its possessor, who it is by or from, the
// name before it, the subject of the verb that issued it.
func (m *matcher) authors(p *schema.Phrase) []schema.Participant {
	if p.Head < 0 || p.Clause >= 0 || !m.words.Is("utterance", p.Lemma) || m.mentionAt(p) != nil {
		return nil
	}
	for _, x := range p.Modifiers {
		by := x.Kind == schema.Possessive || x.Kind == schema.Compound || x.Kind == schema.PrepPhrase && (x.Prep == "by" || x.Prep == "from")
		if mention := m.Mentions.At(p.Sentence, x.Head); by && mention != nil && mention.Form != schema.FirstPerson {
			return m.participants(mention, schema.Gapped)
		}
	}
	for _, i := range m.inSentence[p.Sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.VerbPred || c.Negated || c.Passive || !m.words.Is("utter", c.Lemma) {
			continue
		}
		if !slices.ContainsFunc(c.Args, func(a schema.Arg) bool {
			return a.Role == schema.Object && a.Head == p.Head
		}) {
			continue
		}
		var all []schema.Participant
		for n := range c.Args {
			if a := &c.Args[n]; a.Role == schema.Subject && a.Clause < 0 {
				all = append(all, m.actorsOf(c, filler{Phrase: a.Phrase, from: schema.Gapped})...)
			}
		}
		return all
	}
	return nil
}
