package rule

import (
	"slices"
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
	case mention == nil || mention.Form == schema.Nominal && m.ownCountry(p.sentence, p.head):
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
		if a, ok := m.Mentions.Actor(x.Actors[0]); !ok || a.Kind != schema.Person {
			continue
		}
		if first, last := tokensIn(s, x.Span); first >= last { // no title
			continue
		}
		for h, n := x.Head, 0; h >= 0 && n < 4; h, n = s.Tokens[h].Head, n+1 {
			if h == p.head {
				return x
			}
			if r := s.Tokens[h].Rel; r != "flat" && r != "nmod" && r != "compound" && r != "nmod:desc" && r != "appos" {
				break
			}
		}
	}
	return nil
}

// apposed: "the chairman, Karl Odum, thanked …" is Odum's deed: the name in apposition to a description.
func (m *matcher) apposed(p phrase) *schema.Mention {
	s := &m.Sentences[m.at[p.sentence]]
	for k := range s.Tokens {
		if p.from == "relative" && s.Tokens[k].Head == p.head && s.Tokens[k].Rel == "nsubj" && predicative(s, p.head) { // "he is a friend we can trust"
			if who := m.mentionAt(p.sentence, k); who != nil && len(who.Actors) == 1 && who.Form != schema.Nominal {
				return who
			}
		}
		if s.Tokens[k].Head != p.head || s.Tokens[k].Rel != "appos" && s.Tokens[k].Rel != "flat" {
			continue
		}
		if named := m.mentionAt(p.sentence, k); named != nil && named.Form == schema.Named && len(named.Actors) == 1 {
			if a, ok := m.Mentions.Actor(named.Actors[0]); ok && a.Kind == schema.Person || p.head+2 == k || rightBehind(s, p.head, named) {
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
		case "gap", "light", "inverse":
			score *= 0.9
		}
		all = append(all, end{actor: a.ID, name: a.Name, kind: a.Kind, span: mention.Span, sentence: mention.Sentence, head: mention.Head, score: score, form: mention.Form, clause: -1})
	}
	return all
}

// selfNamed: who "I" is is best shown by the name of the one who says it, where the voice has it: "I welcome it," said Karl Odum.
func (m *matcher) selfNamed(c *schema.Clause, mention *schema.Mention) schema.Span {
	switch strings.ToLower(mention.Span.In(m.Document.Text)) {
	case "i", "me", "my", "mine", "myself":
		if len(c.Voice.Sayers) != 1 {
			break
		}
		if said := m.mentionAt(c.Voice.Sentence, c.Voice.Sayers[0].Head); said != nil && said.Form == schema.Named {
			return c.Cue
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
		case mention != nil && mention.Form == schema.FirstPerson:
			if turn, ok := m.Mentions.Speaker(m.Sentences[m.at[c.Voice.Sentence]].Turn); ok {
				all = append(all, m.ends(&turn, "")...)
			}
		case mention != nil:
			all = append(all, m.ends(mention, "")...)
		}
	}
	for i := range all {
		if all[i].sayer = true; span != c.Cue { // a word of the clause stands for the sayer
			_, last := tokensIn(&m.Sentences[m.at[c.Sentence]], span)
			all[i].span, all[i].sentence, all[i].head = span, c.Sentence, last
		}
	}
	return all
}

// few: "few Republicans back it", "not all ministers": those few are not the party, and that they are few says the rest does not.
func (m *matcher) few(p phrase) bool {
	if p.head < 1 {
		return false
	}
	s := &m.Sentences[m.at[p.sentence]]
	if first, _ := tokensIn(s, p.span); first > 0 && first < len(s.Tokens)-1 && strings.EqualFold(s.Tokens[first-1].Text, "not") && notAll[strings.ToLower(s.Tokens[first].Text)] {
		return true
	}
	if first, _ := tokensIn(s, p.span); first > 0 && exceptional(s, first-1) {
		return true
	}
	for k := max(0, p.head-3); k < p.head; k++ {
		if t := &s.Tokens[k]; t.Head == p.head && strings.EqualFold(t.Text, "few") {
			return k == 0 || !strings.EqualFold(s.Tokens[k-1].Text, "a")
		}
	}
	return false
}

// holders resolves the holder's phrases; only actors can hold a stance.
func (m *matcher) holders(c *schema.Clause, phrases []phrase, r reading) ([]end, string) {
	var all []end
	for _, p := range phrases {
		if m.few(p) {
			continue
		}
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
			switch {
			case r.word.Holder == "person" && e.kind != schema.Person,
				r.word.Holder == "body" && e.kind == schema.Person:
			case r.word.Strict && !m.firm(e):
			default:
				all = append(all, e)
			}
		}
	}
	if len(all) == 0 {
		return nil, "the holder is no actor that can be told"
	}
	return all, ""
}

// exceptional: the word at i takes out of all who follows it: "all except Norway", "everyone but Norway".
func exceptional(s *schema.Sentence, i int) bool {
	switch strings.ToLower(s.Tokens[i].Text) {
	case "except", "excluding", "barring", "besides":
		return true
	case "but":
		if i == 0 {
			return false
		}
		switch w := strings.ToLower(s.Tokens[i-1].Text); w {
		case "everyone", "everybody", "nobody", "anyone", "anybody", "all", "none", "one", "everywhere":
			return true
		}
		return slices.ContainsFunc(childrenOf(s, i-1), func(k int) bool {
			w := strings.ToLower(s.Tokens[k].Text)
			return w == "all" || w == "every" || w == "no" || w == "any"
		})
	}
	return false
}

var notAll = map[string]bool{"all": true, "every": true, "everyone": true, "everybody": true, "many": true, "a": true, "much": true}

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
	for k := p.head - 1; k >= 0 && k >= p.head-4; k-- {
		if mention := m.mentionAt(p.sentence, k); mention != nil && mention.Form == schema.Demonym && s.Tokens[k].Head == p.head {
			return m.ends(mention, "gap")
		}
		if t := s.Tokens[k].Tag; !strings.HasPrefix(t, "NNP") && t != "JJ" && t != "CD" {
			return nil
		}
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
	if p.head < 0 || c.Kind != schema.NounPred || c.Parent < 0 {
		return nil
	}
	switch strings.ToLower(m.Sentences[m.at[p.sentence]].Tokens[p.head].Text) {
	case "their", "its", "his", "her":
	default:
		return nil
	}
	up := &m.Clauses[c.Parent]
	if up.Passive || !m.words.Is("light", up.Lemma) || !slices.ContainsFunc(up.Args, func(a schema.Arg) bool { return a.Role == schema.Object && a.Head == c.Head }) {
		return nil
	}
	return m.subjects(up, "light")
}

// named: "Chile renews its pledge": whose pledge it is is best shown by the name that "its" stands for, where the sentence has it.
func (m *matcher) named(e end) end {
	if e.form != schema.Pronoun || e.head < 0 || e.sayer || m.Sentences[m.at[e.sentence]].Tokens[e.head].Tag != "PRP$" {
		return e
	}
	for _, mention := range m.Mentions.In(e.sentence) {
		if (mention.Form == schema.Named || mention.Form == schema.Nominal) && mention.Span.End <= e.span.Start && len(mention.Actors) == 1 && mention.Actors[0] == e.actor {
			e.span, e.head = mention.Span, mention.Head
		}
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
	if lexicon.IsTime(strings.ToLower(t.Text)) || t.Tag == "CD" && len(t.Text) == 4 {
		return true
	}
	return t.Tag == "CD" && (m.month(sentence, head-1) || m.month(sentence, head+1)) // "on May 3", "on 3 May"
}

// month: a word of time in capitals beside a number is a month.
func (m *matcher) month(sentence, i int) bool {
	all := m.Sentences[m.at[sentence]].Tokens
	return i >= 0 && i < len(all) && strings.HasPrefix(all[i].Tag, "NNP") && lexicon.IsTime(strings.ToLower(all[i].Text))
}
