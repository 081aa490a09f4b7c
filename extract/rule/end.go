package rule

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// end is one end of a statement: an actor, or an issue's words.
type end struct {
	actor    string // id; "" for an issue
	name     string
	kind     schema.Kind
	span     schema.Span
	sentence int
	head     int
	score    float64
	form     schema.MentionForm
	sayer    bool // the one who says the clause
	again    bool // a deed named again stands for its doer
	clause   int  // of an issue that is a clause, −1
}

func (e end) ref(m *matcher) schema.ActorRef {
	return schema.ActorRef{ID: e.actor, Name: e.name, Kind: e.kind, Text: e.span.In(m.Document.Text), Start: e.span.Start, End: e.span.End}
}

// mentionAt is the mention whose head is the token, nil without.
func (m *matcher) mentionAt(sentence, head int) *schema.Mention {
	if head < 0 {
		return nil
	}
	return m.Mentions.At(sentence, head)
}

// actorsOf resolves a phrase to the actors it means. First persons and the place "sayer" are whoever says the clause.
func (m *matcher) actorsOf(c *schema.Clause, p phrase) []end {
	if p.sayer {
		return m.sayers(c, p.span)
	}
	mention := m.mentionAt(p.sentence, p.head)
	if mention == nil || mention.Form == schema.Nominal { // "radio host Glenn Brandt"
		if named := m.apposed(p); named != nil {
			mention = named
		}
	}
	if titled := m.officeHolder(p, mention); titled != nil {
		mention = titled
	}
	switch {
	case mention == nil:
		if own := m.ownNation(c, p); len(own) > 0 || mention == nil {
			return own
		}
	case mention.Form == schema.FirstPerson:
		if all := m.sayers(c, m.selfNamed(c, mention)); len(all) > 0 {
			return all
		}
		return m.ownWe(c, mention)
	}
	return m.ends(mention, p.from)
}

// officeHolder: "San Jose Mayor Sam Lund", with San Jose as the head: a body or place straight before a titled name tells whose the office is.
func (m *matcher) officeHolder(p phrase, mention *schema.Mention) *schema.Mention {
	if mention == nil || mention.Form != schema.Named && mention.Form != schema.Demonym || mention.Head != p.head {
		return nil
	}
	s := &m.Sentences[m.at[p.sentence]]
	all := m.Mentions.In(p.sentence)
	for i := range all {
		x := &all[i]
		if x.Form != schema.Named || len(x.Actors) != 1 || x.Span.Start <= mention.Span.End || x.Span.Start > mention.Span.End+1 {
			continue
		}
		if _, ok := m.Mentions.Actor(x.Actors[0]); !ok {
			continue
		}
		for h, n := x.Head, 0; h >= 0 && n < 4; h, n = s.Tokens[h].Head, n+1 {
			if h == p.head {
				return x
			}
		}
	}
	return nil
}

// apposed: "the chairman, Karl Odum, thanked …" is Odum's deed: the name in apposition to a description.
func (m *matcher) apposed(p phrase) *schema.Mention {
	s := &m.Sentences[m.at[p.sentence]]
	for k := range s.Tokens {
		if s.Tokens[k].Head != p.head || s.Tokens[k].Rel != "appos" && s.Tokens[k].Rel != "flat" {
			continue
		}
		if named := m.mentionAt(p.sentence, k); named != nil && named.Form == schema.Named && len(named.Actors) == 1 {
			if a, ok := m.Mentions.Actor(named.Actors[0]); ok && a.Kind == schema.Person || rightBehind(s, p.head, named) {
				return named
			}
		}
	}
	return nil
}

// rightBehind: "the militant group Al-Shabaab": no comma between.
func rightBehind(s *schema.Sentence, head int, named *schema.Mention) bool {
	first, _ := tokensIn(s, named.Span)
	return first == head+1
}

func (m *matcher) ends(mention *schema.Mention, from string) []end {
	var all []end
	for _, id := range mention.Actors {
		a, ok := m.Mentions.Actor(id)
		if !ok {
			continue
		}
		score := mention.Score
		switch from {
		case "conjunct", "control", "participle", "relative":
			score *= 0.95
		case "light":
			score *= 0.9
		}
		all = append(all, end{actor: a.ID, name: a.Name, kind: a.Kind, span: mention.Span, sentence: mention.Sentence, head: mention.Head, score: score, form: mention.Form, clause: -1})
	}
	return all
}

// selfNamed: who "I" is is best shown by the name of the one who says it, where the voice has it: "I welcome it," said Karl Odum.
func (m *matcher) selfNamed(c *schema.Clause, mention *schema.Mention) schema.Span {
	switch strings.ToLower(mention.Span.In(m.Document.Text)) {
	case "i":
		if len(c.Voice.Sayers) != 1 {
			break
		}
	}
	return mention.Span
}

// sayers are the actors who say the clause; span is the word that stands for them there ("we").
func (m *matcher) sayers(c *schema.Clause, span schema.Span) []end {
	var all []end
	if c.Voice.Turn {
		if mention, ok := m.Mentions.Speaker(m.Sentences[m.at[c.Sentence]].Turn); ok {
			all = m.ends(&mention, "")
		}
	}
	for _, s := range c.Voice.Sayers {
		mention := m.mentionAt(c.Voice.Sentence, s.Head)
		if mention != nil && mention.Form == schema.Nominal { // "the chairman, Karl Odum, said"
			if named := m.apposed(phrase{sentence: c.Voice.Sentence, head: s.Head, clause: -1}); named != nil {
				mention = named
			}
		}
		switch {
		case mention != nil:
			all = append(all, m.ends(mention, "")...)
		}
	}
	for i := range all {
		if all[i].sayer = true; span != c.Cue { // a word of the clause stands for the sayer
			all[i].span, all[i].sentence = span, c.Sentence
		}
	}
	return all
}

// holders resolves the holder's phrases; only actors can hold a stance.
func (m *matcher) holders(c *schema.Clause, phrases []phrase, r reading) ([]end, string) {
	var all []end
	for _, p := range phrases {
		found := m.actorsOf(c, p)
		if len(found) == 0 && p.from == "possessive" {
			found = m.carried(c, p)
		}
		if len(found) == 0 && violent[r.word.Type] {
			if found = m.doers(p); len(found) == 0 {
				found = m.doersBefore(p)
			}
			if len(found) == 0 {
				found = m.unitOf(p)
			}
		}
		if len(found) == 0 && spoken[r.word.Type] {
			found = m.authors(p)
		}
		if len(found) == 0 && helping[r.word.Type] {
			if found = m.givers(p); len(found) == 0 && c.Kind == schema.PrepPred {
				found = m.actsFor(p)
			}
		}
		for _, e := range found {
			e = m.named(e)
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		return nil, "the holder is no actor that can be told"
	}
	return all, ""
}

// unitOf: "the Chadian 3rd Battalion", "US Navy Seals": a name in capitals that the lists lack, with a nation before it, fights for the
// nation.
func (m *matcher) unitOf(p phrase) []end {
	if p.head < 0 || p.clause >= 0 {
		return nil
	}
	s := &m.Sentences[m.at[p.sentence]]
	if !strings.HasPrefix(s.Tokens[p.head].Tag, "NNP") {
		return nil
	}
	return nil
}

// subjects are the actors of a clause's subjects; from says how they came to be an end of something else.
func (m *matcher) subjects(c *schema.Clause, from string) []end {
	var all []end
	for _, a := range c.Args {
		if a.Role == schema.Subject && a.Clause < 0 {
			all = append(all, m.actorsOf(c, phrase{sentence: c.Sentence, head: a.Head, span: a.Span, clause: -1, from: from})...)
		}
	}
	return all
}

// carried: "Malian troops held their positions": a possessive that nobody could be found for is the subject of the verb that carries the
// noun.
func (m *matcher) carried(c *schema.Clause, p phrase) []end {
	if p.head < 0 || c.Parent < 0 {
		return nil
	}
	return nil
}

// named: "Chile renews its pledge": whose pledge it is is best shown by the name that "its" stands for, where the sentence has it.
func (m *matcher) named(e end) end {
	if e.form != schema.Pronoun || e.head < 0 || e.sayer || m.Sentences[m.at[e.sentence]].Tokens[e.head].Tag != "PRP$" {
		return e
	}
	return e
}

// firm: named or resolved, not merely described.
func (m *matcher) firm(e end) bool { return e.form != schema.Nominal }

// nounPhrase is the phrase of a noun: its mention where it is one, else the word.
func (m *matcher) nounPhrase(sentence, head int) schema.Span {
	if mention := m.mentionAt(sentence, head); mention != nil {
		return mention.Span
	}
	return m.Sentences[m.at[sentence]].Tokens[head].Span
}

// temporal: a phrase of time can be no target ("sided on Monday with").
func (m *matcher) temporal(sentence, head int) bool {
	if mention := m.mentionAt(sentence, head); mention != nil && mention.Form == schema.Named { // "Spring Water Works"
		return false
	}
	tokens := m.Sentences[m.at[sentence]].Tokens
	for k := range tokens[:head] {
		if tokens[k].Head == head && tokens[k].Rel == "nmod:poss" && m.mentionAt(sentence, k) != nil { // "Lund's time in office"
			return false
		}
	}
	t := &tokens[head]
	if lexicon.IsTime(strings.ToLower(t.Text)) {
		return true
	}
	return false // "on May 3", "on 3 May"
}
