package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// pronounAt notes the pronoun at token i; who it means is told later.
func (r *reader) pronounAt(v *view, i int) {
	w := v.low[i]
	d := draft{from: i, to: i + 1, head: i, role: v.roleOf(i), words: w}
	switch w {
	case "i", "me", "my", "mine", "myself":
		d.form, d.number, d.why = schema.FirstPerson, 1, "first person"
	case "we", "us", "our", "ours", "ourselves":
		d.form, d.number, d.why = schema.FirstPerson, 2, "first person"
	case "he", "him", "his", "himself":
		d.form, d.number, d.gender, d.kind = schema.Pronoun, 1, 'm', schema.Person
	case "she", "her", "hers", "herself":
		d.form, d.number, d.gender, d.kind = schema.Pronoun, 1, 'f', schema.Person
	case "it", "its", "itself":
		d.form, d.number = schema.Pronoun, 1
	case "they", "them", "their", "theirs", "themselves":
		d.form, d.number = schema.Pronoun, 2
	default:
		return
	}
	if w == "us" && v.words[i] == "US" {
		return
	}
	if w == "us" && d.role != subject && r.speaksForCountry(v, &d) {
		v.drafts = append(v.drafts, d)
		return
	}
	v.drafts = append(v.drafts, d)
}

// speaksForCountry: "us" of a minister or spokesman in a sound bite is the country.
func (r *reader) speaksForCountry(v *view, d *draft) bool {
	t := r.turn(v.s.Turn)
	if t == nil || t.Speaker == nil || t.Speaker.Country == "" && t.Speaker.Title == "" || t.Speaker.Reporter || v.quotedAt(d.head) {
		return false
	}
	office := false
	for _, w := range strings.Fields(strings.ToLower(t.Speaker.Title)) {
		n, ok := r.l.Noun(strings.Trim(w, ",.;:"))
		office = office || ok && n.Sector == "GOV" && n.Class == lexicon.OnePerson
	}
	if !office {
		return false
	}
	for i := range r.captionsOf {
		c := &r.captionsOf[i]
		if c.speaker != v.s.Turn || len(c.actors) != 1 {
			continue
		}
		if of := r.countryOf(c.actors[0]); of != "" {
			d.form, d.kind, d.number, d.actors = schema.Nominal, schema.Country, 1, []string{of}
			d.score, d.why = 0.75, "the country of "+r.actors[c.actors[0]].Name
			return true
		}
	}
	return false
}

// Weights of what speaks for an antecedent, and how far the best must lead; set on annotated news.
const (
	sameSentence   = 1.0
	lastSentence   = 0.75
	twoBack        = 0.35
	threeBack      = 0.1
	otherTurn      = -0.3
	genderUnknown  = -0.15
	namedBonus     = 0.15
	parallelBonus  = 0.2
	singularBody   = -0.35 // "they" for one body
	nearestBonus   = 0.1
	adjectiveMalus = -0.5
	lead           = 0.22
	leadIt         = 0.4
	leadObjectIt   = 0.8
	leadIts        = 0.25
	leadThey       = 0.28
	guessedMalus   = -0.25 // a name whose kind was guessed
	describedMalus = -0.1  // a described person, for he and she
	possessedMalus = -0.3  // "her mother": whose mother is more likely meant
	reportBonus    = 0.4   // subject of what the antecedent says
	faultBonus     = 0.8   // object of a verb that finds fault or merit, for whose act it is
	ownBonus       = 1.2   // for a possessive: who acts in its own relative clause
	thingBonus     = 0.1   // "it" means things more often than actors
	enough         = 0.7
)

var roleWeight = map[role]float64{subject: 0.9, agent: 0.5, possessor: 0.45, object: 0.45, oblique: 0.25, elsewhere: 0.2}

// candidate is an antecedent with its score.
type candidate struct {
	ids   []string
	thing bool
	kind  schema.Kind
	score float64
	sure  float64 // how sure the antecedent is itself
	why   string
}

// pronoun finds whom a third person means, or nobody where two are as likely or a thing is.
func (r *reader) pronoun(v *view, at int, d *draft) {
	if d.words == "it" && r.empty(v, d.head) || v.word(d.head-1) == "among" && v.word(d.head-2) == "," {
		return
	}
	if d.words == "it" && d.role != subject && r.sameThing(v, d) {
		return
	}
	var best, second candidate
	consider := func(c candidate) {
		switch {
		case slices.Equal(c.ids, best.ids) && c.thing == best.thing && !c.thing && best.score > 0:
			if c.score > best.score {
				best.score, best.why = c.score, c.why
			}
			best.sure = max(best.sure, c.sure)
		case c.score > best.score:
			best, second = c, best
		case c.score > second.score:
			second = c
		}
	}
	possessive := v.tag(d.head) == "PRP$"
	governor := v.t[d.head].Head
	if possessive && r.repeats(v, d, governor) {
		return
	}
	for i := len(r.history) - 1; i >= 0; i-- {
		a := &r.history[i]
		if at-a.sentence > 3 || len(r.history)-i > 150 {
			break
		}
		if c, ok := r.weigh(v, at, d, a, possessive, governor); ok {
			consider(c)
		}
	}
	if d.number == 2 {
		for i := len(r.groups) - 1; i >= 0 && at-r.groups[i].sentence <= 3; i-- {
			g := &r.groups[i]
			if g.sentence == at && (g.to > d.head || !possessive && v.tree && governor == v.t[g.head].Head && governor >= 0) {
				continue
			}
			s := distance(at-g.sentence) + roleWeight[g.role] + namedBonus
			if g.role == subject && d.role == subject {
				s += parallelBonus
			}
			if g.role != subject && g.role != agent {
				s -= 0.1
			}
			consider(candidate{ids: g.ids, score: s, kind: g.kind, sure: 0.9, why: "row of names"})
		}
	}
	if best.score < enough || best.thing || best.score-second.score < r.leadFor(v, d, &best) {
		return
	}
	d.actors, d.why = best.ids, "pronoun: "+best.why
	d.kind = best.kind
	d.score = min(0.9, 0.45+0.3*(best.score-second.score)+0.1*best.score, 0.97*best.sure)
	if d.form == schema.Pronoun && len(best.ids) == 1 {
		r.rememberPronoun(v, at, d)
	}
}

// sameThing: "one side finds it costly, the other defends it": where an "it" before in the sentence, no subject either, means no actor, this
// one does not.
func (r *reader) sameThing(v *view, d *draft) bool {
	for i := range v.drafts {
		if p := &v.drafts[i]; p.words == "it" && p.form == schema.Pronoun && p.head < d.head && p.role != subject {
			return len(p.actors) == 0
		}
	}
	return false
}

// repeats: "its support for the talks and its support for Chad": the same word with the same possession means the same one.
func (r *reader) repeats(v *view, d *draft, thing int) bool {
	if !v.tree || thing < 0 {
		return false
	}
	for i := range v.drafts {
		p := &v.drafts[i]
		if p.form != schema.Pronoun || p.head >= d.head || p.words != d.words || len(p.actors) == 0 {
			continue
		}
		if h := v.t[p.head].Head; h >= 0 && h != thing && v.t[h].Lemma == v.t[thing].Lemma {
			d.actors, d.kind, d.score, d.why = p.actors, p.kind, p.score, "as before in the sentence"
			return true
		}
	}
	return false
}

// leadFor is how far the best must lead: more for pronouns that often mean no actor.
func (r *reader) leadFor(v *view, d *draft, best *candidate) float64 {
	switch d.words {
	case "it":
		if d.role != subject {
			return leadObjectIt
		}
		return leadIt
	case "its", "itself":
		return leadIts
	case "they", "them", "their", "theirs", "themselves":
		return leadThey
	}
	return lead
}

// rememberPronoun keeps whom a pronoun meant before the mind's eye.
func (r *reader) rememberPronoun(v *view, at int, d *draft) {
	a := antecedent{actors: d.actors, kind: d.kind, number: d.number, gender: d.gender, sentence: at, turn: v.s.Turn, role: v.roleOf(d.head), governor: v.t[d.head].Head, from: d.from, to: d.to, head: d.head, sure: d.score}
	if actor := r.actors[d.actors[0]]; actor != nil {
		a.sector = actor.Sector
		if actor.Kind == schema.Person && d.gender != 0 && r.genderOf(actor.ID, 0) == 0 && d.score > 0.75 {
			r.gender[actor.ID] = d.gender // so that "she" and "he" do not both mean one
		}
	}
	r.history = append(r.history, a)
}
