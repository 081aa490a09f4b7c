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
	if (d.words == "it") && r.empty(v, d.head) {
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

func distance(sentences int) float64 {
	switch sentences {
	case 0:
		return sameSentence
	case 1:
		return lastSentence
	case 2:
		return twoBack
	}
	return threeBack
}

// weigh scores one antecedent for a pronoun; false where it cannot be meant.
func (r *reader) weigh(v *view, at int, d *draft, a *antecedent, possessive bool, governor int) (candidate, bool) {
	if !agrees(d, a) {
		return candidate{}, false
	}
	if a.caption && a.turn == v.s.Turn {
		return candidate{}, false // who speaks says "I"
	}
	if a.sentence == at && !a.caption {
		switch {
		case a.from >= d.head, a.from <= d.head && a.to > d.head: // later, or around it
			return candidate{}, false
		case !possessive && v.tree && a.governor == governor && governor >= 0 && !strings.HasSuffix(d.words, "sel") && !reflexive[d.words]:
			return candidate{}, false // "Trump criticised him"
		case !possessive && (d.role != subject || d.words == "him" || d.words == "them") && !reflexive[d.words] && a.role == subject && v.oneClause(a.head, d.head):
			return candidate{}, false
		case !possessive && d.role != subject && !reflexive[d.words] && a.role == subject && v.subjectControls(governor, a.governor):
			return candidate{}, false // "Trump praised Mattis after talking with him"
		case possessive && v.tree && a.head == governor:
			return candidate{}, false
		}
	}
	s := distance(at-a.sentence) + roleWeight[a.role]
	if possessive && a.sentence == at && v.word(d.head-1) == "and" && (a.to == d.head-1 || a.to == d.head-2 && v.word(a.to) == ",") {
		s += 0.9 // "Italy and its northern partners"
	}
	if a.turn != v.s.Turn {
		s += otherTurn
	}
	if a.named {
		s += namedBonus
	}
	if a.role == subject && d.role == subject && a.sentence != at {
		s += parallelBonus
	}
	gender := a.gender
	if d.gender != 0 && gender == 0 && len(a.actors) == 1 {
		if gender = r.genderOf(a.actors[0], 0); gender != 0 && gender != d.gender {
			return candidate{}, false
		}
	}
	if d.gender != 0 && gender == 0 {
		s += genderUnknown
	}
	if d.number == 2 && a.number == 1 {
		s += singularBody
	}
	if a.caption {
		s += 0.2
	}
	if a.sentence == at && a.role == subject && d.role == subject && (v.reports(a.governor, governor) || v.word(d.head-1) == "that" && a.governor >= 0 && saying[v.t[a.governor].Lemma]) {
		s += reportBonus // "Uber announced that it had"
	}
	if a.guessed {
		s += guessedMalus
	}
	if a.kind == schema.Person && a.described {
		s += describedMalus
		if a.possessed {
			s += possessedMalus
		}
	}
	if a.thing {
		s += thingBonus
	}
	why := "nearest that fits"
	if a.role == subject {
		why = "subject before"
	}
	return candidate{ids: a.actors, thing: a.thing, kind: a.kind, score: s, sure: a.sure, why: why}, true
}

var reflexive = wordSet("himself herself itself themselves")

// subjectControls: the verb g is a participle whose unsaid subject is that of the verb it hangs on.
func (v *view) subjectControls(g, of int) bool {
	if g < 0 || of < 0 || v.rel(g) != "advcl" || v.t[g].Head != of || v.tag(g) != "VBG" {
		return false
	}
	for k := max(0, g-3); k < g; k++ {
		switch v.low[k] {
		case "after", "before", "while", "when", "by", "without", "since", "despite", ",":
			return true
		}
	}
	return false
}

// oneClause: no other subject and no second verb stands between two tokens.
func (v *view) oneClause(a, b int) bool {
	verbs := 0
	for k := a + 1; k < b; k++ {
		switch v.t[k].Rel {
		case "nsubj", "nsubj:pass", "expl", "csubj":
			return false
		}
		if strings.HasPrefix(v.tag(k), "VB") && !strings.HasPrefix(v.t[k].Rel, "aux") && v.t[k].Rel != "cop" {
			verbs++
		}
	}
	return verbs <= 1
}

var saying = wordSet("say tell argue insist claim announce declare add warn promise admit note explain believe think fear hope know acknowledge confirm suggest maintain vow pledge")

// reports: the clause of verb g is what verb of says, thinks or wants.
func (v *view) reports(of, g int) bool {
	for hops := 0; hops < 4 && g >= 0; hops++ {
		if v.t[g].Head == of {
			return v.rel(g) == "ccomp" || v.rel(g) == "advcl" || v.rel(g) == "xcomp" || v.rel(g) == "parataxis"
		}
		if v.rel(g) != "conj" && v.rel(g) != "aux" && v.rel(g) != "cop" {
			return false
		}
		g = v.t[g].Head
	}
	return false
}

// agrees: number, gender and kind of an antecedent let the pronoun mean it.
func agrees(d *draft, a *antecedent) bool {
	switch {
	case d.kind == schema.Person:
		return a.kind == schema.Person && a.number != 2 && !a.thing && (a.gender == 0 || a.gender == d.gender)
	case d.number == 1: // it
		if a.thing {
			return a.number == 1
		}
		return (a.kind == schema.Country || a.kind == schema.Organization) && (a.number != 2 || a.named) && len(a.actors) == 1 || a.kind == schema.Group && a.number == 1
	}
	if a.thing {
		return a.number == 2
	}
	return a.number == 2 || a.kind == schema.Organization || len(a.actors) > 1
}

var impersonal = wordSet("reported said believed expected hoped thought decided agreed known feared understood claimed alleged rumoured rumored suggested announced confirmed")

// empty: "it" that means nobody: "it is clear that", "it seems", "it was Hungary that".
func (r *reader) empty(v *view, i int) bool {
	if v.tree && (v.t[i].Rel == "expl" || strings.HasPrefix(v.t[i].Rel, "expl")) {
		return true
	}
	switch v.word(i + 1) {
	case "seems", "appears", "seemed", "appeared", "turns", "turned", "happens", "takes", "took", "remains":
		return true
	case "is", "was", "'s", "would", "will", "may", "might", "has", "could", "'ll", "isn't", "wasn't":
		for k := i + 2; k < len(v.words) && k < i+12; k++ {
			switch v.low[k] {
			case "that", "to", "who", "whether", "when", "how", "if":
				if p := v.tag(k - 1); p == "VBN" && !impersonal[v.low[k-1]] {
					return false // "it was persuaded to"
				}
				return v.rel(i) == "nsubj" || !v.tree
			case ",", ".", ";":
				return false
			}
			if strings.HasPrefix(v.tag(k), "VB") && k > i+3 && v.low[k] != "been" && v.low[k] != "be" {
				return false
			}
		}
	}
	return false
}
