package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// speakingFor are the actors whose own statement a text is: "Chad condemns the raid. Chad thanks its friends … We urge all sides": a
// government that more than once condemns, welcomes or thanks in the present tense does so by these very words, and is the text's "we".
// Once is not enough, for an editorial may begin "Chad welcomes the pact". A text in which two governments do so, or nobody, or that tells
// what this one has said, has no such voice. A speaker of "my country" speaks for the country that he names most.
func (m *matcher) speakingFor(turn int) []end {
	if v, known := m.voices[turn]; known {
		return v
	}
	m.voices[turn] = nil
	sentences := m.sentencesOf(turn)
	country, clearly := m.mostNamed(sentences)
	represents := m.represents(turn)
	best, acts := m.mostActing(turn)
	long := len(sentences) / sentencesAct
	switch {
	case acts > 1+long && !m.reported(turn, best.actor) && (best.kind == schema.Country || !represents && long == 0), // a long speech is held for a country, not for its league
		acts > 0 && represents && country == best.actor && best.kind == schema.Country:
		m.voices[turn] = []end{best}
	case clearly && represents:
		if a, ok := m.Mentions.Actor(country); ok {
			m.voices[turn] = []end{{actor: a.ID, name: a.Name, kind: a.Kind, score: 0.8, clause: -1}}
		}
	}
	return m.voices[turn]
}

// sentencesAct: in a statement as long as a speech one such sentence may be of others; it takes one more for each so many sentences,
// unless the one who acts is the country that the speech names most.
const sentencesAct = 40

// mostActing is the body or country that does most by a turn's words, and how often; 0 where another does half as much.
func (m *matcher) mostActing(turn int) (best end, acts int) {
	by := map[string]int{}
	first := map[string]end{}
	var order []string
	for i := range m.Clauses {
		c := &m.Clauses[i]
		if m.Sentences[m.at[c.Sentence]].Turn != turn || !m.performs(c) {
			continue
		}
		for _, e := range m.namedSubjects(c) {
			if e.kind != schema.Country && e.kind != schema.Organization || e.kind == schema.Country && region(e.actor) {
				continue
			}
			if by[e.actor]++; by[e.actor] == 1 {
				first[e.actor] = e
				order = append(order, e.actor)
			}
		}
	}
	id, most, second := mostOf(order, by)
	if most <= 2*second {
		return end{}, 0
	}
	return first[id], most
}

// namedSubjects are the actors that a clause's subject names for certain.
func (m *matcher) namedSubjects(c *schema.Clause) []end {
	for _, a := range c.Args {
		if a.Role != schema.Subject || a.Clause >= 0 || a.From != "" {
			continue
		}
		if mention := m.mentionAt(c.Sentence, a.Head); mention != nil && mention.Form == schema.Named && len(mention.Actors) == 1 && mention.Score >= 0.9 {
			return m.ends(mention, "gap")
		}
	}
	return nil
}

// reported: the turn tells in the past what the actor has said, so it is no statement of his.
func (m *matcher) reported(turn int, actor string) bool {
	for i := range m.Clauses {
		c := &m.Clauses[i]
		s := &m.Sentences[m.at[c.Sentence]]
		if s.Turn != turn || !m.ownWords(c) || c.Kind != schema.VerbPred || s.Tokens[c.Head].Tag != "VBD" || !m.words.Is("speech", c.Lemma) {
			continue
		}
		for _, e := range m.namedSubjects(c) {
			if e.actor == actor {
				return true
			}
		}
	}
	return false
}

// mostOf is which of the ids counts most, and the two greatest counts. Of two that count the same it is the first.
func mostOf(order []string, by map[string]int) (id string, most, second int) {
	for _, k := range order {
		switch n := by[k]; {
		case n > most:
			id, most, second = k, n, most
		case n > second:
			second = n
		}
	}
	return id, most, second
}

// sentencesOf are the sentences of a turn.
func (m *matcher) sentencesOf(turn int) []*schema.Sentence {
	var all []*schema.Sentence
	for i := range m.Sentences {
		if m.Sentences[i].Turn == turn {
			all = append(all, &m.Sentences[i])
		}
	}
	return all
}

// mostNamed is the country that sentences name more often than any other, "" without. Clearly: three times at least, twice as often, and from
// the beginning on: who speaks for himself does not come to it late.
func (m *matcher) mostNamed(sentences []*schema.Sentence) (country string, clearly bool) {
	by := map[string]int{}
	early := map[string]bool{}
	var order []string
	beginning := max(1, len(sentences)/5)
	for at, s := range sentences {
		for _, mention := range m.Mentions.In(s.Index) {
			if mention.Form != schema.Named || len(mention.Actors) != 1 {
				continue
			}
			if a, ok := m.Mentions.Actor(mention.Actors[0]); ok && a.Kind == schema.Country && !region(a.ID) {
				if by[a.ID]++; by[a.ID] == 1 {
					order = append(order, a.ID)
				}
				early[a.ID] = early[a.ID] || at < beginning
			}
		}
	}
	country, most, second := mostOf(order, by)
	if most == second {
		return "", false
	}
	return country, most >= 3 && most >= 2*second && early[country]
}

// ownWords: nobody else says the clause.
func (m *matcher) ownWords(c *schema.Clause) bool {
	return !c.Voice.Turn && len(c.Voice.Sayers) == 0 && c.Voice.Attribution == schema.ByNarration
}

// region: Africa and the Gulf have no government that speaks; states are those that Wikidata numbers here.
func region(id string) bool { return !strings.HasPrefix(id, "Q") }

// represents: the speaker of a turn speaks of "my country" or "my delegation", in his own words and more than once.
func (m *matcher) represents(turn int) bool {
	n := 0
	for i := range m.Clauses {
		c := &m.Clauses[i]
		if m.Sentences[m.at[c.Sentence]].Turn != turn || !m.ownWords(c) {
			continue
		}
		for _, a := range c.Args {
			if a.Role == schema.Subject && a.Clause < 0 && a.From == "" && m.ownCountry(c.Sentence, a.Head) {
				n++
			}
		}
	}
	return n > 1
}

// ownCountry: "my country", "our delegation": the phrase means whom the speaker speaks for.
func (m *matcher) ownCountry(sentence, head int) bool {
	s := &m.Sentences[m.at[sentence]]
	if head < 1 || strings.HasSuffix(s.Tokens[head].Tag, "S") || !m.words.Is("own_country", strings.ToLower(s.Tokens[head].Lemma)) {
		return false
	}
	for k := max(0, head-3); k < head; k++ {
		if w := strings.ToLower(s.Tokens[k].Text); s.Tokens[k].Head == head && (w == "my" || w == "our") {
			return true
		}
	}
	return false
}

// ownNation is whom "my country" means in the speaker's own words.
func (m *matcher) ownNation(c *schema.Clause, p phrase) []end {
	if !m.ownWords(c) || p.clause >= 0 || !m.ownCountry(p.sentence, p.head) {
		return nil
	}
	all := slices.Clone(m.speakingFor(m.Sentences[m.at[c.Sentence]].Turn))
	for i := range all {
		all[i].span, all[i].sentence, all[i].head, all[i].form, all[i].sayer = p.span, p.sentence, p.head, schema.Nominal, true
	}
	return all
}

// performs: a verb that does in the present tense what it says, or "remains committed", in the text's own words.
func (m *matcher) performs(c *schema.Clause) bool {
	if !m.ownWords(c) || c.Passive || c.Negated || c.Modal != "" ||
		c.Modality != schema.Asserted || c.Parent >= 0 && c.Link != "conj" && c.Link != "xcomp" || !m.words.Is("performative", c.Lemma) {
		return false
	}
	s := &m.Sentences[m.at[c.Sentence]]
	if present(s.Tokens[c.Head].Tag) {
		return true
	}
	for k := range s.Tokens { // "is grateful", "remains committed", "continues to support"
		t := &s.Tokens[k]
		if t.Head == c.Head && (t.Rel == "cop" || t.Rel == "aux:pass") || s.Tokens[c.Head].Head == k && c.Link == "xcomp" && m.words.Is("continue", t.Lemma) {
			return present(t.Tag)
		}
	}
	return false
}

func present(tag string) bool { return tag == "VBZ" || tag == "VBP" }

// ownWe is whom "we" means in the writer's own words, where the text is somebody's statement.
func (m *matcher) ownWe(c *schema.Clause, mention *schema.Mention) []end {
	if !m.ownWords(c) ||
		!slices.Contains([]string{"we", "us", "our", "ours", "ourselves"}, strings.ToLower(mention.Span.In(m.Document.Text))) {
		return nil
	}
	all := slices.Clone(m.speakingFor(m.Sentences[m.at[c.Sentence]].Turn))
	for i := range all {
		all[i].span, all[i].sentence, all[i].head, all[i].form, all[i].sayer = mention.Span, mention.Sentence, mention.Head, schema.FirstPerson, true
	}
	return all
}
