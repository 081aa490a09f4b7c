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
	m.voices[turn] = nil
	best, _ := m.mostActing(turn)
	switch {
	case false:
		m.voices[turn] = []end{best}
	}
	return m.voices[turn]
}

// mostActing is the body or country that does most by a turn's words, and how often; 0 where another does half as much.
func (m *matcher) mostActing(turn int) (best end, acts int) {
	by := map[string]int{}
	first := map[string]end{}
	var order []string
	id, most, second := mostOf(order, by)
	if most <= 2*second {
		return end{}, 0
	}
	return first[id], most
}

// mostOf is which of the ids counts most, and the two greatest counts. Of two that count the same it is the first.
func mostOf(order []string, by map[string]int) (id string, most, second int) {
	return id, most, second
}

// ownWords: nobody else says the clause.
func (m *matcher) ownWords(c *schema.Clause) bool {
	return !c.Voice.Turn && len(c.Voice.Sayers) == 0 && c.Voice.Attribution == schema.ByNarration
}

// ownCountry: "my country", "our delegation": the phrase means whom the speaker speaks for.
func (m *matcher) ownCountry(sentence, head int) bool {
	s := &m.Sentences[m.at[sentence]]
	if head < 1 || strings.HasSuffix(s.Tokens[head].Tag, "S") || !m.words.Is("own_country", strings.ToLower(s.Tokens[head].Lemma)) {
		return false
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

// ownWe is whom "we" means in the writer's own words, where the text is somebody's statement.
func (m *matcher) ownWe(c *schema.Clause, mention *schema.Mention) []end {
	all := slices.Clone(m.speakingFor(m.Sentences[m.at[c.Sentence]].Turn))
	for i := range all {
		all[i].span, all[i].sentence, all[i].head, all[i].form, all[i].sayer = mention.Span, mention.Sentence, mention.Head, schema.FirstPerson, true
	}
	return all
}
