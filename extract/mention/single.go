package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// typeSingle decides about one capitalised word: a person where it has a surname or speaks, a body after "the"; where
// nothing tells, its score is unproven.
func (r *reader) typeSingle(v *view, d *draft) {
	i := d.from
	_, noun := r.l.Noun(v.low[i])
	if lexicon.IsTime(v.low[i]) {
		return // "May"
	}
	if noun && (!v.proper(i) && !r.nameInside(v, i) || pluralAcronym(v.words[i])) || r.l.Title(v.words, i) > 0 || r.l.Portfolio(v.words[i]) {
		return
	}
	if r.inPlace(v, d) {
		d.use = asPlace
		return
	}
	if e, ok := r.l.Surname(v.words[i]); ok {
		d.entry = e
		d.typed(schema.Person, 0.8, "surname of "+e.Name)
		return
	}
	stem, plural := strings.CutSuffix(v.words[i], "s")
	gender, firstName := r.l.FirstName(v.words[i])
	modifier := v.tree && (v.rel(i) == "compound" || v.rel(i) == "amod") && v.governor(i) > i
	switch the := v.definite(i); {
	case the && plural && (r.l.FamilyName(stem) || v.tag(i) == "NNPS"):
		d.number = 2
		d.typed(schema.Group, 0.65, "a family")
	case !the && r.l.FamilyName(v.words[i]):
		d.typed(schema.Person, 0.7, "a surname")
	case modifier:
		d.typed(schema.Organization, unproven, "capitalised word before a noun")
	case firstName:
		d.gender = oneGender(gender)
		d.typed(schema.Person, 0.65, "first name")
	case the:
		d.typed(schema.Organization, 0.6, "capitalised word after \"the\"")
	case v.tree && v.rel(i) == "nsubj" && v.lemmaIs(v.governor(i), lexicon.PersonVerb):
		d.typed(schema.Person, 0.7, "capitalised word that speaks")
	case !v.proper(i) && v.starts(i) && !r.nameInside(v, i):
	case !v.proper(i) || v.tree && v.peripheral(d.head) || v.covered(i-1) && v.rel(i) != "nsubj":
		d.typed(schema.Person, unproven, "capitalised word")
	default:
		d.typed(schema.Person, 0.55, "capitalised word")
	}
}

// peripheral: the phrase is neither subject, object, agent nor owner, and no preposition makes it party to a stance: a
// guess about it would win little and could be wrong.
func (v *view) peripheral(head int) bool {
	if v.roleOf(head).argument() {
		return false
	}
	switch v.rel(head) {
	case "root", "parataxis", "vocative", "flat", "appos":
		return false
	}
	return !v.is(v.prepositionOf(head), lexicon.ActorPreposition)
}

// proposed says whether the other finder takes the words of d for a name, too. It is slow, so it is asked only
// for a sentence where a capitalised word is an argument or a possessor and no rule could prove it a name.
func (r *reader) proposed(v *view, d *draft) bool {
	if r.propose == nil || v.noCase || !d.role.argument() {
		return false
	}
	if !v.asked {
		v.asked, v.spans = true, r.propose(v.s)
	}
	span := v.span(d.from, d.to)
	for _, p := range v.spans {
		if p.Contains(span) && p.Len() <= 2*span.Len() {
			return true
		}
	}
	return false
}
