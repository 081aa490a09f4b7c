package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

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
	if !possessive && v.tree && !reflexive[d.words] && v.beside(d, a, governor) {
		return candidate{}, false // "they fought the rebels": not the rebels
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
		case d.role == subject && v.governs(d.head) && v.quotedAt(a.head) && !v.quotedAt(d.head):
			return candidate{}, false // "“That man lies,” he said": who speaks is not whom he speaks of
		}
	}
	s := distance(at-a.sentence) + roleWeight[a.role]
	if possessive && a.sentence == at && v.word(d.head-1) == "and" && (a.to == d.head-1 || a.to == d.head-2 && v.word(a.to) == ",") {
		s += 0.9 // "Italy and its northern partners"
	}
	if possessive && a.sentence == at && a.role == object && a.to <= d.head && v.faulted(a.governor, governor) {
		s += faultBonus // "criticised Hungary over its refusal"
	}
	if possessive && a.sentence == at && v.tree && v.ownClause(a.to, governor) {
		s += ownBonus // "Chad, which renewed its pledge"
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
	if d.number == 2 && a.number == 1 && !a.many {
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

// beside: the antecedent is named again as another argument of the verb that the pronoun hangs on, behind the pronoun.
func (v *view) beside(d *draft, a *antecedent, governor int) bool {
	if governor < 0 || len(a.actors) != 1 {
		return false
	}
	for i := range v.drafts {
		o := &v.drafts[i]
		if o.head > d.head && v.t[o.head].Head == governor && (v.rel(o.head) == "obj" || v.rel(o.head) == "iobj" || v.rel(o.head) == "obl") && len(o.actors) == 1 && o.actors[0] == a.actors[0] {
			return true
		}
	}
	return false
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

var judging = wordSet("criticise criticize condemn blame accuse slam denounce praise thank fault hail applaud commend sanction punish rebuke scold chide berate mock ridicule attack lambaste lambast blast congratulate admonish reprimand sue prosecute impeach fire sack dismiss expel arrest jail censure chastise upbraid castigate deride decry deplore")

var helping = wordSet("support back aid assist help encourage join strengthen defend")

// faulted: noun of stands, within a phrase with over, for, of, on or about, behind the verb g, which finds fault or merit, or within one
// with "in" behind a verb of help ("supports Chad in its fight"): what is found so or helped is the object's.
func (v *view) faulted(g, of int) bool {
	if g < 0 {
		return false
	}
	faults, helps := judging[v.t[g].Lemma], helping[v.t[g].Lemma]
	if !faults && !helps {
		return false
	}
	for hops, k := 0, of; hops < 4 && k > g; hops, k = hops+1, v.t[k].Head {
		for i := k - 1; i > g && i > k-6; i-- {
			switch v.low[i] {
			case "over", "for", "of", "on", "about", "in":
				if helps != (v.low[i] == "in") {
					continue
				}
				if v.t[i].Head == k && (v.t[k].Head == g || v.t[k].Head >= 0 && v.t[v.t[k].Head].Head == g) {
					return true
				}
			}
		}
	}
	return false
}

// ownClause: noun of is what the verb of a relative clause is about, whose subject is a "who", "which" or "that" that means the
// phrase that ends, to exclusive, straight before.
func (v *view) ownClause(to, of int) bool {
	if of < 0 {
		return false
	}
	g := v.t[of].Head
	if g < to || v.t[g].Rel != "acl:relcl" || of < g {
		return false
	}
	for k := to; k < g; k++ {
		if v.t[k].Head == g && v.rel(k) == "nsubj" {
			return (k == to || k == to+1 && v.low[to] == ",") && (v.low[k] == "who" || v.low[k] == "which" || v.low[k] == "that")
		}
	}
	return false
}

// governs: token i is the subject of a verb of saying.
func (v *view) governs(i int) bool {
	h := v.t[i].Head
	return h >= 0 && (saying[v.t[h].Lemma])
}

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
	return a.number == 2 || a.many || a.kind == schema.Organization || len(a.actors) > 1
}

var impersonal = wordSet("reported said believed expected hoped thought decided agreed known feared understood claimed alleged rumoured rumored suggested announced confirmed")

// doings are words for what was done rather than for who did it.
var doings = wordSet("mistake error blunder shame tragedy victory defeat step move crime outrage catastrophe breakthrough setback scandal insult provocation violation attempt act decision gesture wrong right illegal unlawful legal unfair unjust unfortunate sad tragic shameful disgraceful outrageous unacceptable inexcusable unconstitutional unnecessary necessary premature overdue fair just true false")

// empty: "it" that means nobody: "it is clear that", "it seems", "it was Hungary that".
func (r *reader) empty(v *view, i int) bool {
	if v.tree && (v.t[i].Rel == "expl" || strings.HasPrefix(v.t[i].Rel, "expl")) {
		return true
	}
	if h := v.t[i].Head; v.tree && h > i && v.t[i].Rel == "nsubj" && doings[strings.ToLower(v.t[h].Lemma)] { // "it was a mistake": what was done, not who did it
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
