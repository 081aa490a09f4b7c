package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

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
