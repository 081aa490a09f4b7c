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
				if e.kind != schema.Country && e.kind != schema.Organization {
					continue
				}
				if by[e.actor]++; by[e.actor] == 1 {
					first[e.actor] = e
				}
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
	if by[best] > 2*second && (by[best] > m.sentencesOf(turn)/sentencesAct || m.mostNamed(turn) == best) {
		v = []end{first[best]}
	}
	m.voices[turn] = v
	return v
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

// mostNamed is the country that a turn names more often than any other, "" without.
func (m *matcher) mostNamed(turn int) string {
	by := map[string]int{}
	most, best, tied := 0, "", false
	for i := range m.Sentences {
		if m.Sentences[i].Turn != turn {
			continue
		}
		for _, mention := range m.Mentions.In(m.Sentences[i].Index) {
			if mention.Form != schema.Named || len(mention.Actors) != 1 {
				continue
			}
			id := mention.Actors[0]
			if a, ok := m.Mentions.Actor(id); !ok || a.Kind != schema.Country {
				continue
			}
			switch by[id]++; {
			case by[id] > most:
				most, best, tied = by[id], id, false
			case by[id] == most && id != best:
				tied = true
			}
		}
	}
	if tied {
		return ""
	}
	return best
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
