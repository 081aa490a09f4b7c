package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Weights of what speaks for an antecedent, and how far the best must lead; set on annotated news.
const (
	otherTurn      = -0.3
	genderUnknown  = -0.15
	namedBonus     = 0.15
	parallelBonus  = 0.2   // subject for subject
	captionBonus   = 0.2   // the speaker of the turn before
	singularBody   = -0.35 // "they" for one body
	guessedMalus   = -0.25 // a name whose kind was guessed
	describedMalus = -0.1  // a described person, for he and she
	ownedMalus     = -0.3  // "her mother": whose mother is more likely meant
	coordBonus     = 0.9   // "Italy and its northern partners"
	reportBonus    = 0.4   // subject of what the antecedent says: "Acme announced that it had"
	thingBonus     = 0.1   // "it" means things more often than actors

	lead         = 0.14
	leadIt       = 0.4
	leadObjectIt = 0.8
	leadIts      = 0.25
	leadThey     = 0.28
	enough       = 0.7
)

var roleWeight = map[role]float64{
	subject: 0.9, agent: 0.5, possessor: 0.45, object: 0.45, oblique: 0.25, elsewhere: 0.2,
}

// distance is the weight of an antecedent so many sentences back.
func distance(sentences int) float64 {
	return [...]float64{1, 0.75, 0.35, 0.1}[min(sentences, 3)]
}

// possessive: the pronoun stands before what is somebody's.
func (v *view) possessive(d *draft) bool { return v.tag(d.head) == "PRP$" }

// possible says whether a pronoun can mean an antecedent at all: they agree, and grammar does not bar it.
func (r *reader) possible(v *view, at int, d *draft, a *antecedent) bool {
	if !agrees(d, a) || a.form == schema.CaptionName && a.turn == v.s.Turn { // who speaks says "I"
		return false
	}
	if d.gender != 0 && len(a.actors) == 1 {
		if g := r.genderOf(a.actors[0], a.gender); g != 0 && g != d.gender {
			return false
		}
	}
	governor := v.governor(d.head)
	if at-a.sentence <= 1 && d.kind == schema.Person {
		switch quoted := v.quotedAt(d.head); {
		case quoted && a.speaks: // "“He lies,” Moss said. “He …”": who speaks is not whom he speaks of
			return false
		case a.quoted && !quoted && d.role == subject && v.lemmaIs(governor, lexicon.SpeechVerb):
			return false
		}
	}
	if a.sentence != at || a.form == schema.CaptionName {
		return true
	}
	switch {
	case a.to > d.head: // later, or around it
		return false
	case v.possessive(d) || v.is(d.head, lexicon.ReflexivePronoun):
		return true
	case a.governor == governor && governor >= 0:
		return false // "Trump criticised him"
	case d.role == subject || a.role != subject:
		return true
	}
	// "Trump praised Mattis after talking with him": the verb of the pronoun has the antecedent for its subject
	control := v.rel(governor) == "advcl" && v.tag(governor) == "VBG" && v.governor(governor) == a.governor
	return !control && !v.oneClause(a.head, d.head)
}

// agrees: number, gender and kind of an antecedent let the pronoun mean it.
func agrees(d *draft, a *antecedent) bool {
	body := a.kind == schema.Country || a.kind == schema.Organization
	switch {
	case d.kind == schema.Person:
		return a.kind == schema.Person && a.number != 2 && !a.thing() && (a.gender == 0 || a.gender == d.gender)
	case a.thing():
		return a.number == d.number
	case d.number == 1: // it
		return body && (a.number != 2 || a.named()) && len(a.actors) == 1 || a.kind == schema.Group && a.number == 1
	}
	return a.number == 2 || a.many || a.kind == schema.Organization || len(a.actors) > 1
}

// weigh scores a possible antecedent by distance, function and what else speaks for it.
func (r *reader) weigh(v *view, at int, d *draft, a *antecedent) candidate {
	s := distance(at-a.sentence) + roleWeight[a.role]
	add := func(when bool, weight float64) {
		if when {
			s += weight
		}
	}
	both := a.role == subject && d.role == subject
	person := a.kind == schema.Person
	add(a.turn != v.s.Turn, otherTurn)
	add(a.named(), namedBonus)
	add(both && a.sentence != at, parallelBonus)
	add(both && a.sentence == at && v.reports(a.governor, v.governor(d.head)), reportBonus)
	add(d.gender != 0 && a.gender == 0 && (len(a.actors) != 1 || r.genderOf(a.actors[0], 0) == 0), genderUnknown)
	add(d.number == 2 && a.number == 1 && !a.many, singularBody)
	add(a.form == schema.CaptionName, captionBonus)
	add(a.guessed, guessedMalus)
	add(person && a.form == schema.Nominal, describedMalus)
	add(person && a.form == schema.Nominal && a.owned, ownedMalus)
	coordinated := a.to == d.head-1 || a.to == d.head-2 && v.comma(a.to)
	add(v.possessive(d) && a.sentence == at && v.isAnd(d.head-1) && coordinated, coordBonus)
	add(a.thing(), thingBonus)
	why := "nearest that fits"
	if a.role == subject {
		why = "subject before"
	}
	return candidate{ids: a.actors, kind: a.kind, score: s, sure: a.sure, why: why}
}

// oneClause: no other subject and no second verb stands between two tokens.
func (v *view) oneClause(a, b int) bool {
	verbs := 0
	for k := a + 1; k < b; k++ {
		switch rel := v.rel(k); {
		case rel == "nsubj" || rel == "expl" || rel == "csubj":
			return false
		case v.verb(k) && rel != "aux" && rel != "cop":
			verbs++
		}
	}
	return verbs <= 1
}

// reports: the clause of verb g is what the verb of says, thinks or wants.
func (v *view) reports(of, g int) bool {
	for hops := 0; hops < 4 && g >= 0; hops++ {
		if v.governor(g) == of {
			switch v.rel(g) {
			case "ccomp", "advcl", "xcomp", "parataxis":
				return true
			}
			return false
		}
		switch v.rel(g) {
		case "conj", "aux", "cop":
			g = v.governor(g)
		default:
			return false
		}
	}
	return false
}
