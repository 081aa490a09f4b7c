package mention

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// pronounAt adds the personal pronoun at token i; whom it means is decided in resolve.
func (r *reader) pronounAt(v *view, i int) {
	d := draft{extent: extent{i, i + 1, i}, role: v.roleOf(i), form: schema.Pronoun}
	d.word, d.number = v.low[i], 1
	switch {
	case v.is(i, lexicon.FirstSingular):
		d.form, d.why = schema.FirstPerson, "first person"
	case v.is(i, lexicon.FirstPlural):
		d.form, d.number, d.why = schema.FirstPerson, 2, "first person"
	case v.is(i, lexicon.MasculinePronoun):
		d.gender, d.kind = 'm', schema.Person
	case v.is(i, lexicon.FemininePronoun):
		d.gender, d.kind = 'f', schema.Person
	case v.is(i, lexicon.NeuterPronoun):
	case v.is(i, lexicon.PluralPronoun):
		d.number = 2
	default:
		return
	}
	v.drafts = append(v.drafts, d)
}

// candidate is an antecedent with its score.
type candidate struct {
	ids   []string // none for a thing
	kind  schema.Kind
	score float64
	sure  float64 // how sure the antecedent is itself
	why   string
}

// ranking keeps the best candidate and the second of another meaning.
type ranking struct {
	best, second candidate
}

func (k *ranking) add(c candidate) {
	switch {
	case k.best.score > 0 && len(c.ids) > 0 && slices.Equal(c.ids, k.best.ids):
		if c.score > k.best.score {
			k.best.score, k.best.why = c.score, c.why
		}
		k.best.sure = max(k.best.sure, c.sure)
	case c.score > k.best.score:
		k.best, k.second = c, k.best
	case c.score > k.second.score:
		k.second = c
	}
}

// pronoun links a third person to the antecedent of the highest score, or to nobody where that is a thing, scores too
// little or leads too little. It says whether it was linked to one actor.
func (r *reader) pronoun(v *view, at int, d *draft) bool {
	if v.isIt(d.head) && v.expletive(d.head) {
		return false
	}
	var rank ranking
	for i := len(r.history) - 1; i >= 0 && len(r.history)-i <= 150; i-- {
		a := &r.history[i]
		if at-a.sentence > 3 {
			break
		}
		if r.possible(v, at, d, a) {
			rank.add(r.weigh(v, at, d, a))
		}
	}
	if d.number == 2 {
		r.weighRows(v, at, d, &rank)
	}
	best, ahead := rank.best, rank.best.score-rank.second.score
	if best.score < enough || len(best.ids) == 0 || ahead < v.leadFor(d) {
		return false
	}
	d.kind = best.kind
	d.means(min(0.9, 0.45+0.3*ahead+0.1*best.score, 0.97*best.sure), "pronoun: "+best.why, best.ids...)
	return len(best.ids) == 1
}

// weighRows ranks the rows of names as antecedents of a plural.
func (r *reader) weighRows(v *view, at int, d *draft, rank *ranking) {
	governor := v.governor(d.head)
	for i := len(r.rows) - 1; i >= 0 && at-r.rows[i].sentence <= 3; i-- {
		row := &r.rows[i]
		argument := !v.possessive(d) && governor >= 0 && governor == v.governor(row.head)
		if row.sentence == at && (row.to > d.head || argument) {
			continue
		}
		s := distance(at-row.sentence) + roleWeight[row.role] + namedBonus
		if row.role == subject && d.role == subject {
			s += parallelBonus
		}
		if row.role != subject && row.role != agent {
			s -= 0.1
		}
		rank.add(candidate{ids: row.ids, score: s, kind: row.kind, sure: 0.9, why: "row of names"})
	}
}

// leadFor is how far the best candidate must lead: more for pronouns that often mean no actor.
func (v *view) leadFor(d *draft) float64 {
	switch {
	case v.isIt(d.head) && d.role != subject:
		return leadObjectIt
	case v.isIt(d.head):
		return leadIt
	case d.number == 2:
		return leadThey
	case v.is(d.head, lexicon.NeuterPronoun):
		return leadIts
	}
	return lead
}

// expletive: an "it" that means no actor: "it is clear that", "it seems", "it is up to them to", "it was a mistake".
func (v *view) expletive(i int) bool {
	g := v.governor(i)
	_, actor := v.l.Noun(v.word(g))
	switch {
	case v.rel(i) == "expl" || v.lemmaIs(i+1, lexicon.ExpletiveVerb):
		return true
	case !v.verb(i+1) && v.tag(i+1) != "MD" || v.rel(i) != "nsubj":
		return false
	}
	copula := false
	for k := i + 1; k < len(v.words) && k < i+12; k++ {
		switch tag := v.tag(k); {
		case v.comma(k) || v.words[k] == "." || v.words[k] == ";":
			return false
		case v.rel(k) == "cop":
			if copula = true; v.tag(k) == "VBD" && v.noun(g) && !actor {
				return true // the event: what somebody is is said in the present
			}
		case tag == "TO" && v.tag(k+1) == "VB" || v.isThat(k) || tag == "WP" || tag == "WRB":
			return copula
		case v.verb(k) && v.rel(k) != "aux":
			return false
		}
	}
	return false
}
