package rule

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// signs fills About: the actors inside an issue, with the holder's stance towards each where the words say it:
// the owner of what is judged, and the object of a stance inside the issue ("action to drive out militants").
func (m *matcher) signs() {
	towards := map[int][]int{} // findings by the sentence of their target
	for i := range m.found {
		at := m.found[i].target.sentence
		towards[at] = append(towards[at], i)
	}
	for i := range m.found {
		f := &m.found[i]
		if f.dropped {
			continue
		}
		m.aidedAgainst(f)
		if f.target.actor != "" {
			continue
		}
		for _, mention := range m.Mentions.In(f.target.sentence) {
			if !f.target.span.Contains(mention.Span) || mention.Form == schema.FirstPerson {
				continue
			}
			sign := m.signInside(f, &mention, towards[f.target.sentence])
			for _, e := range m.ends(&mention, "") {
				if e.actor == f.holder.actor || hasAbout(f.about, e.actor) {
					continue
				}
				f.about = append(f.about, schema.AboutRef{ActorRef: e.ref(m), Sign: sign})
			}
		}
	}
}

func hasAbout(all []schema.AboutRef, id string) bool {
	for _, a := range all {
		if a.ID == id {
			return true
		}
	}
	return false
}

// judging are the types that, said of somebody's deed, are said of him too.
var judging = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Accuses: true, schema.Denies: true,
	schema.Defends: true, schema.Rejects: true, schema.Trusts: true, schema.Fears: true, schema.Protests: true,
}

// owning are the types that, said of a thing named after somebody, are said of him too: "praised the Lund plan".
var owning = map[schema.StanceType]bool{
	schema.Supports: true, schema.Opposes: true, schema.Praises: true, schema.Criticizes: true, schema.Defends: true, schema.Protests: true,
}

// opens: the mention begins the issue, but for an article, and is not all of it: "the Lund government's plan", "Russian meddling". Of
// such issues on the development rows of DSE 63 of 70 with a stance towards the mention had the issue's sign.
func (m *matcher) opens(s *schema.Sentence, issue schema.Span, mention *schema.Mention) bool {
	first, last := tokensIn(s, issue)
	for first < last && (s.Tokens[first].Tag == "DT" || s.Tokens[first].Tag == "PDT") {
		first++
	}
	if at := s.Tokens[first].Span.Start; mention.Span.Start > at || mention.Span.End <= at || mention.Span.End >= issue.End {
		return false
	}
	for k := first; k <= last; k++ { // a noun behind it, not a verb: "Syrians leaving the camp" is a clause
		if t := &s.Tokens[k]; t.Span.Start >= mention.Span.End {
			return t.Tag == "POS" || strings.HasPrefix(t.Tag, "NN") || strings.HasPrefix(t.Tag, "JJ") || t.Tag == "VBG" && k < last
		}
	}
	return false
}

// signInside is the sign towards a mention within an issue, 0 where the words do not say. beside are the findings whose target
// stands in the issue's sentence.
func (m *matcher) signInside(f *finding, mention *schema.Mention, beside []int) int {
	for _, n := range beside { // a stance inside the issue towards the mention
		g := &m.found[n]
		if g == f || g.target.span != mention.Span || !f.target.span.Contains(m.headSpan(&m.Clauses[g.clause])) {
			continue
		}
		if f.typ == schema.Concedes || f.typ == schema.Withdraws { // "dropped the charges against him"
			return -f.polarity() * g.polarity()
		}
		return f.polarity() * g.polarity()
	}
	s := &m.Sentences[m.at[f.target.sentence]]
	did := m.didSo(f, s, mention)
	if did != nil && f.typ == schema.Criticizes && m.words.Is("willed", did.Lemma) {
		return f.polarity()
	}
	if sign := m.outcome(f, mention); sign != 0 && f.typ != schema.Denies { // who denies arming them is not against them
		return f.polarity() * sign
	}
	if owning[f.typ] && m.opens(s, f.target.span, mention) {
		return f.polarity()
	}
	if judging[f.typ] && mention.Head >= 0 && f.target.head >= 0 && s.Tokens[mention.Head].Head == f.target.head && s.Tokens[mention.Head].Rel == "nmod:poss" {
		return f.polarity()
	}
	if first, _ := tokensIn(s, mention.Span); first > 0 && mention.Head >= 0 && s.Tokens[first-1].Lemma == "against" && s.Tokens[first-1].Head == mention.Head { // "agreed to work together against the rebels"
		if f.typ == schema.Threatens { // "threatened action against the rebels": what is threatened is meant
			return f.polarity()
		}
		if f.typ == schema.Concedes || f.typ == schema.Withdraws { // "lifted the ban against him"
			return f.polarity()
		}
		if f.typ == schema.Denies { // "denied plotting against him"
			return 0
		}
		if m.lifted(f, s, mention.Head) {
			return f.polarity()
		}
		return -f.polarity()
	}
	if f.polarity() > 0 && willing[f.typ] && m.stopped(f, s, mention) {
		return -f.polarity()
	}
	if violent[f.typ] && m.bereft(f, mention) {
		return f.polarity()
	}
	if did != nil && (f.typ == schema.Praises || f.typ == schema.Criticizes) {
		return f.polarity()
	}
	if positive[f.typ] && m.tiedTo(s, f.target.head, mention.Head) {
		return f.polarity()
	}
	if judging[f.typ] && f.target.clause < 0 && m.madeBy(s, f.target.head, mention.Head) {
		return f.polarity()
	}
	if judging[f.typ] && f.target.clause < 0 {
		for _, e := range m.doers(phrase{sentence: f.target.sentence, head: f.target.head, clause: -1}) { // "condemned the rebels' raid"
			if e.sentence == mention.Sentence && e.head == mention.Head {
				return f.polarity()
			}
		}
	}
	return 0
}

// willing are the types whose content somebody is for.
var willing = map[schema.StanceType]bool{
	schema.Wants: true, schema.Demands: true, schema.Promises: true, schema.Supports: true, schema.Praises: true, schema.Plans: true, schema.Requests: true,
}

// lifted: what is against the mention is to end: "an end to the violence against civilians", "lift the embargo against Chad".
func (m *matcher) lifted(f *finding, s *schema.Sentence, head int) bool {
	ends := func(lemma string) bool {
		return m.words.Is("ending", lemma) || m.words.Is("stop", lemma) || m.words.Is("bad_to", lemma)
	}
	thing := s.Tokens[head].Head
	if thing >= 0 && s.Tokens[thing].Rel == "acl" { // "sanctions imposed against Chad"
		thing = s.Tokens[thing].Head
	}
	if thing < 0 {
		return false
	}
	if c := &m.Clauses[f.clause]; f.target.clause < 0 && f.target.head == thing && c.Kind == schema.VerbPred && c.Sentence == f.target.sentence {
		return false // "condemned the violence against": no word between
	}
	for n, up := 0, s.Tokens[thing].Head; n < 4 && up >= 0 && f.target.span.Contains(s.Tokens[up].Span); n, up = n+1, s.Tokens[up].Head {
		if ends(noun(s, up)) {
			return true
		}
	}
	h := f.target.head // a tree may hang the phrase on the verb outside: "demands an end | to the war on"
	return h >= 0 && h < thing && f.target.clause < 0 && m.words.Is("ending", noun(s, h))
}

// positive are the types that, said of a partnership with somebody, are said of him too.
var positive = map[schema.StanceType]bool{schema.Praises: true, schema.Trusts: true, schema.Supports: true}

// tiedTo: "the partnership with Peru".
func (m *matcher) tiedTo(s *schema.Sentence, thing, actor int) bool {
	if thing < 0 || actor < 0 || s.Tokens[actor].Head != thing {
		return false
	}
	return cased(s, actor, "with") && slices.ContainsFunc(m.words.Lookup(schema.NounPred, noun(s, thing), ""), func(w lexicon.Word) bool { return w.Type == schema.CooperatesWith })
}

// didSo: what is praised or found fault with is that somebody did something: "is proud that Peru left", "welcomed the news that Peru left".
func (m *matcher) didSo(f *finding, s *schema.Sentence, mention *schema.Mention) *schema.Clause {
	for _, i := range m.inSentence[f.target.sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.VerbPred || c.Passive || c.Negated || i != f.target.clause && (f.target.head < 0 || c.Link == "acl:relcl" || s.Tokens[c.Head].Head != f.target.head || c.Marker != "that") {
			continue
		}
		for _, a := range c.Args {
			if a.Role == schema.Subject && a.Clause < 0 && a.From == "" && a.Head == mention.Head {
				return c
			}
		}
	}
	return nil
}

// madeBy: the thing is the actor's work: "the decision by Peru", "remarks from Peru", "the offer made by Peru".
func (m *matcher) madeBy(s *schema.Sentence, thing, actor int) bool {
	if thing < 0 || actor < 0 {
		return false
	}
	up := s.Tokens[actor].Head
	if up < 0 {
		return false
	}
	n := noun(s, thing)
	if up == thing {
		return cased(s, actor, "by") || cased(s, actor, "of") && m.words.Is("of_maker", n) || cased(s, actor, "from") && (m.words.Is("utterance", n) || m.words.Is("voiced", n))
	}
	v := &s.Tokens[up]
	return v.Head == thing && v.Tag == "VBN" && strings.HasPrefix(v.Rel, "acl") && m.words.Is("making", v.Lemma) && cased(s, actor, "by") &&
		!slices.ContainsFunc(childrenOf(s, up), func(k int) bool { return s.Tokens[k].Lemma == "not" }) // "not approved by Peru"
}

// outcome is what a clause inside the issue would do to the mention: +1 good, −1 bad, 0 untold.
func (m *matcher) outcome(f *finding, mention *schema.Mention) int {
	for _, i := range m.inSentence[f.target.sentence] {
		c := &m.Clauses[i]
		if c.Kind != schema.VerbPred || !f.target.span.Contains(m.headSpan(c)) {
			continue
		}
		for _, a := range c.Args {
			if a.Clause >= 0 || a.Head != mention.Head || m.gerundFirst(mention) {
				continue
			}
			sign := 0
			switch {
			case a.Role == schema.Object && m.words.Is("good_to", c.Lemma), a.Role == schema.Subject && m.words.Is("good_for", c.Lemma):
				sign = 1
			case a.Role == schema.Object && m.words.Is("bad_to", c.Lemma), a.Role == schema.Subject && m.words.Is("bad_for", c.Lemma) && !(hasObject(c) && m.words.Is("bad_to", c.Lemma)): // who disarms others is not disarmed
				sign = -1
			}
			if c.Negated {
				sign = -sign
			}
			if sign != 0 {
				return sign
			}
		}
	}
	return 0
}

// gerundFirst: "stop bombing civilians": what is to stop is the bombing.
func (m *matcher) gerundFirst(mention *schema.Mention) bool {
	s := &m.Sentences[m.at[mention.Sentence]]
	first, last := tokensIn(s, mention.Span)
	return first < last && s.Tokens[first].Tag == "VBG" && mention.Form == schema.Nominal
}
