package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// unproven is the score of a capitalised word that is a name only if the document has it in a longer one.
const unproven = 0.3

// typeName decides what a name that the lexicon does not have is: person, organisation, or nothing that acts.
// It sets kind, sure, score and why, or use; neither where the name is dropped.
func (r *reader) typeName(v *view, d *draft) {
	gender, firstName := r.l.FirstName(v.words[d.from])
	words := d.to - d.from
	last := strings.TrimSuffix(v.low[d.to-1], ".")
	body, thing := r.l.Is(lexicon.BodyWord, last), r.l.Is(lexicon.ThingWord, last)
	sure := func(k schema.Kind, score float64, why string) {
		d.sure = true
		d.typed(k, score, why)
	}
	switch {
	case d.title != "":
		sure(schema.Person, 0.9, "name after a title")
		if d.gender = r.l.RoleGender(lastWord(d.title)); d.gender == 0 && words > 1 {
			d.gender = oneGender(gender)
		}
	case v.ofBody(d.from, d.to-1):
		sure(schema.Organization, 0.85, "name of a body")
	case thing && !firstName:
	case words > 1 && body && !(firstName && words == 2 && !r.l.Is(lexicon.PlainBody, last)):
		sure(schema.Organization, 0.85, "name of a body")
	case words == 1 && (body || thing):
	case words == 1 && isAcronym(v.words[d.from]):
		one := v.is(d.from-1, lexicon.ArticleWord) && !v.definite(d.from) && !v.noun(d.to) // "destroyed a UAV"
		if !one && !r.l.Is(lexicon.EquipmentWord, last) && (v.proper(d.from) || len(v.words[d.from]) < 4) {
			d.typed(schema.Organization, 0.75, "acronym")
		}
	case words > 1 && words <= 4 && firstName:
		sure(schema.Person, 0.85, "first name")
		d.gender = oneGender(gender)
	case words > 4:
	case words > 1 && !v.is(d.from, lexicon.BodyWord):
		r.typeWords(v, d)
	default:
		r.typeSingle(v, d)
	}
}

// oneGender is the gender of a first name, 0 where both bear it.
func oneGender(gender byte) byte {
	if gender == 'b' {
		return 0
	}
	return gender
}

// typeWords decides about two to four capitalised words without a first name: a place where something is, a body where
// common nouns or "the" make it one, else a person.
func (r *reader) typeWords(v *view, d *draft) {
	if r.inPlace(v, d) {
		d.use = asPlace
		return
	}
	common := false
	for i := d.from; i < d.to; i++ {
		_, noun := r.l.Noun(v.low[i])
		common = common || noun || v.is(i, lexicon.ThingWord) || numberOf(v, i) == 2 || v.tag(i) == "JJ"
	}
	switch {
	case v.definite(d.from):
		d.typed(schema.Organization, 0.65, "capitalised words after \"the\"")
	case !common:
		d.typed(schema.Person, 0.7, "capitalised words")
		if v.peripheral(d.head) {
			d.score = 0.55
		}
	}
}
