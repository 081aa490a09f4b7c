package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// evildoers are the heads of the phrases that name whose ill deed the noun at head is: "the junta's cruelty", "the terrorism of the
// rebels". Of a noun that may as well name what somebody suffers ("Yemen's war", "Haiti's violence") its owner is the doer only where he
// is one of those who fight, or where another word says to whom it is done: "Chad's occupation of the valley".
func (m *matcher) evildoers(sentence, head int) []int {
	if head < 0 {
		return nil
	}
	s := &m.Sentences[m.at[sentence]]
	evil := m.words.Is("wickedness", noun(s, head))
	if !evil && !m.words.Is("strife", noun(s, head)) {
		return nil
	}
	done := doneToOthers(s, head)
	var all []int
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Head != head {
			continue
		}
		switch {
		case t.Rel == "nmod:poss", t.Rel == "compound", t.Rel == "amod":
		case t.Rel == "nmod" && cased(s, k, "of") && !owned(s, head) && !endured[noun(s, head)]:
		case t.Rel == "nmod" && cased(s, k, "by"):
		default:
			continue
		}
		k = m.apposedName(sentence, k)
		if evil || done || m.armed(sentence, k) {
			all = append(all, k)
		}
	}
	return all
}

// endured are deeds behind which "of" names whom they are done to.
var endured = map[string]bool{"occupation": true, "persecution": true, "oppression": true, "repression": true, "abuse": true, "intimidation": true, "bullying": true, "blackmail": true}

// doneToOthers: "its occupation of Chad", "the rebels' war on Chad": somebody owns the deed and somebody else suffers it.
func doneToOthers(s *schema.Sentence, head int) bool {
	preps := []string{"on", "against"}
	if endured[noun(s, head)] {
		preps = append(preps, "of")
	}
	return slices.ContainsFunc(childrenOf(s, head), func(k int) bool { return s.Tokens[k].Rel == "nmod" && cased(s, k, preps...) })
}

// apposedName is the name in apposition to the noun at k, else k: "the brutality of the armed group Al-Shabaab".
func (m *matcher) apposedName(sentence, k int) int {
	s := &m.Sentences[m.at[sentence]]
	if mention := m.mentionAt(sentence, k); mention != nil && mention.Form == schema.Named {
		return k
	}
	for _, x := range childrenOf(s, k) {
		if r := s.Tokens[x].Rel; (r == "appos" || r == "flat") && m.mentionAt(sentence, x) != nil {
			return x
		}
	}
	return k
}

// armed: the mention at the token is of those who fight outside the law: rebels, an armed group.
func (m *matcher) armed(sentence, head int) bool {
	mention := m.mentionAt(sentence, head)
	return mention != nil && slices.ContainsFunc(mention.Actors, func(id string) bool {
		a, ok := m.Mentions.Actor(id)
		return ok && a.Sector == "REB"
	})
}

// force: those who fight, or what they are called here: "Russian forces".
func (m *matcher) force(e end) bool {
	if s := m.sector(e); s == "REB" || s == "MIL" {
		return true
	}
	if e.actor == "" { // a decision to pull troops out is no force
		return e.head >= 0 && m.words.Is("fielded", noun(&m.Sentences[m.at[e.sentence]], e.head))
	}
	words := strings.Fields(strings.ToLower(e.span.In(m.Document.Text)))
	return slices.ContainsFunc(words, func(w string) bool {
		return m.words.Is("fielded", w) || m.words.Is("fielded", strings.TrimSuffix(w, "s"))
	})
}

// stopped: what the issue is about ends, fights or guards from somebody's ill deeds: "to put an end to the junta's cruelty", "against the
// aggression of the junta".
func (m *matcher) stopped(f *finding, s *schema.Sentence, mention *schema.Mention) bool {
	deed := m.evilOf(s, mention)
	if deed < 0 || !f.target.span.Contains(s.Tokens[deed].Span) {
		return false
	}
	up := s.Tokens[deed].Head
	if cased(s, deed, "against", "from") {
		return true
	}
	if cased(s, deed, "to", "of") { // "an end to", "put an end to"
		return up >= 0 && (s.Tokens[up].Lemma == "end" || slices.ContainsFunc(childrenOf(s, up), func(k int) bool { return s.Tokens[k].Rel == "obj" && s.Tokens[k].Lemma == "end" }))
	}
	return up >= 0 && s.Tokens[deed].Rel == "obj" && (m.words.Is("bad_to", s.Tokens[up].Lemma) || m.words.Is("stop", s.Tokens[up].Lemma))
}

// evilOf is the ill deed whose doer the mention is, −1 without.
func (m *matcher) evilOf(s *schema.Sentence, mention *schema.Mention) int {
	for deed, n := mention.Head, 0; deed >= 0 && n < 3; deed, n = s.Tokens[deed].Head, n+1 {
		for _, k := range m.evildoers(mention.Sentence, deed) {
			if who := m.mentionAt(mention.Sentence, k); k == mention.Head || who != nil && slices.Equal(who.Actors, mention.Actors) {
				return deed
			}
		}
	}
	return -1
}
