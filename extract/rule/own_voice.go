package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// speakingFor are the actors whose own statement a text is: "Chad condemns the raid … We urge all sides": a government that condemns,
// welcomes, thanks in the present tense does so by these very words, and is the text's "we". A text in which two do so, or nobody,
// has no such voice.
func (m *matcher) speakingFor(turn int) []end {
	if v, known := m.voices[turn]; known {
		return v
	}
	by := map[string]int{}
	first := map[string]end{}
	opens := map[string]bool{} // who acts at the very beginning
	start := m.firstOf(turn)
	for i := range m.Clauses {
		c := &m.Clauses[i]
		if m.Sentences[m.at[c.Sentence]].Turn != turn || !m.performs(c) {
			continue
		}
		for _, a := range c.Args {
			if a.Role != schema.Subject || a.Clause >= 0 || a.From != "" {
				continue
			}
			mention := m.mentionAt(c.Sentence, a.Head)
			if mention == nil || mention.Form != schema.Named || len(mention.Actors) != 1 || mention.Score < 0.9 {
				continue
			}
			for _, e := range m.ends(mention, "gap") {
				if e.kind != schema.Country && e.kind != schema.Organization || e.kind == schema.Country && region(e.actor) {
					continue
				}
				if by[e.actor]++; by[e.actor] == 1 {
					first[e.actor] = e
				}
				opens[e.actor] = opens[e.actor] || m.at[c.Sentence]-start < openingSentences
			}
		}
	}
	var best string
	second := 0
	for id, n := range by {
		switch {
		case n > by[best]:
			best, second = id, by[best]
		case n > second:
			second = n
		}
	}
	var v []end
	country, clearly := m.mostNamed(turn)
	represents := m.represents(turn)
	long := m.sentencesOf(turn) / sentencesAct
	often := by[best] > long && (opens[best] || by[best] > 1)
	mainly := country == best && (represents || by[best] > 1)
	switch {
	case by[best] > 2*second && (often || mainly) && (first[best].kind == schema.Country || !represents && long == 0): // a long speech is held for a country, not for its league
		v = []end{first[best]}
	case clearly && represents:
		if a, ok := m.Mentions.Actor(country); ok {
			v = []end{{actor: a.ID, name: a.Name, kind: a.Kind, score: 0.8, clause: -1}}
		}
	}
	m.voices[turn] = v
	return v
}

// openingSentences: a statement says at once what it is for; later one such sentence alone may be an essayist's on others.
const openingSentences = 3

// firstOf is the place of the first sentence of a turn.
func (m *matcher) firstOf(turn int) int {
	for i := range m.Sentences {
		if m.Sentences[i].Turn == turn {
			return i
		}
	}
	return 0
}

// sentencesAct: in a statement as long as a speech one such sentence may be of others; it takes one more for each so many sentences,
// unless the one who acts is the country that the speech names most.
const sentencesAct = 40

func (m *matcher) sentencesOf(turn int) int {
	n := 0
	for i := range m.Sentences {
		if m.Sentences[i].Turn == turn {
			n++
		}
	}
	return n
}

// mostNamed is the country that a turn names more often than any other, "" without. Clearly: three times at least, twice as often, and from
// its beginning on: who speaks for himself does not come to it late.
func (m *matcher) mostNamed(turn int) (country string, clearly bool) {
	by := map[string]int{}
	early := map[string]bool{}
	at, beginning := 0, max(1, m.sentencesOf(turn)/5)
	for i := range m.Sentences {
		if m.Sentences[i].Turn != turn {
			continue
		}
		at++
		for _, mention := range m.Mentions.In(m.Sentences[i].Index) {
			if mention.Form != schema.Named || len(mention.Actors) != 1 {
				continue
			}
			if a, ok := m.Mentions.Actor(mention.Actors[0]); ok && a.Kind == schema.Country && !region(a.ID) {
				by[a.ID]++
				early[a.ID] = early[a.ID] || at <= beginning
			}
		}
	}
	most, second := 0, 0
	for id, n := range by {
		switch {
		case n > most:
			country, most, second = id, n, most
		case n > second:
			second = n
		}
	}
	if most == second {
		return "", false
	}
	return country, most >= 3 && most >= 2*second && early[country]
}

// region: Africa and the Gulf have no government that speaks; states are those that Wikidata numbers here.
func region(id string) bool { return !strings.HasPrefix(id, "Q") }

// represents: the speaker of a turn speaks of "my country" or "my delegation", in his own words and more than once.
func (m *matcher) represents(turn int) bool {
	n := 0
	for i := range m.Clauses {
		c := &m.Clauses[i]
		if m.Sentences[m.at[c.Sentence]].Turn != turn || c.Voice.Attribution != schema.ByNarration || len(c.Voice.Sayers) > 0 {
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
	if c.Voice.Attribution != schema.ByNarration || len(c.Voice.Sayers) > 0 || c.Voice.Turn || p.clause >= 0 || !m.ownCountry(p.sentence, p.head) {
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
	if c.Voice.Turn || len(c.Voice.Sayers) > 0 || c.Voice.Attribution != schema.ByNarration || c.Passive || c.Negated || c.Modal != "" ||
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
	if c.Voice.Attribution != schema.ByNarration || len(c.Voice.Sayers) > 0 ||
		!slices.Contains([]string{"we", "us", "our", "ours", "ourselves"}, strings.ToLower(mention.Span.In(m.Document.Text))) {
		return nil
	}
	all := slices.Clone(m.speakingFor(m.Sentences[m.at[c.Sentence]].Turn))
	for i := range all {
		all[i].span, all[i].sentence, all[i].head, all[i].form, all[i].sayer = mention.Span, mention.Sentence, mention.Head, schema.FirstPerson, true
	}
	return all
}
