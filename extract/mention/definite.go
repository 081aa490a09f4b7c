package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// definiteNoun resolves "the chancellor", "the council", "the government", "his country" to whom the document has
// named, where only one can be meant.
func (r *reader) definiteNoun(v *view, at int, d *draft) bool {
	switch {
	case r.byApposition(v, d):
		return true
	case d.number != 1:
		return false
	case v.tag(d.from) == "PRP$":
		return r.ownCountry(v, d)
	case !v.is(d.from, lexicon.DefiniteWord) || d.to > d.head+1:
		return false
	}
	for k := d.from + 1; k < d.head; k++ {
		if v.tag(k) == "POS" || v.covered(k) {
			return false
		}
	}
	switch {
	case d.noun.Class == lexicon.OnePerson:
		return r.roleBearer(v, d)
	case d.noun.Class == lexicon.Body && r.l.Is(lexicon.CountryNoun, d.word):
		return r.bodyBefore(v, at, d) || r.government(at, d)
	}
	return r.bodyBefore(v, at, d)
}

// roleBearer finds the one person of whom the document says the role.
func (r *reader) roleBearer(v *view, d *draft) bool {
	role := strings.ToLower(r.describedName(v, d.from, d.to))
	id := ""
	for _, b := range r.roles[max(0, len(r.roles)-farthest):] {
		if !r.hasRole(b.role, role) {
			continue
		}
		if id != "" && id != b.id {
			return false
		}
		id = b.id
	}
	if id == "" {
		return false
	}
	d.kind, d.gender = schema.Person, r.genderOf(id, d.gender)
	d.means(0.8, "the "+d.word+" of this text is "+r.actors[id].Name, id)
	return true
}

// bodyBefore finds the one named body that "the council", "the party", "the militant group" can mean: one with the word
// in its name, or a near one of the noun's sector.
func (r *reader) bodyBefore(v *view, at int, d *draft) bool {
	phrase := strings.ToLower(r.describedName(v, d.from, d.to))
	marked := d.head-d.from > 1 // "the ruling party" may be another than the one named before
	id := ""
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-5*farthest; i-- {
		a := &r.history[i]
		if len(a.actors) != 1 || a.kind != schema.Organization || !a.named() {
			continue
		}
		actor := r.actors[a.actors[0]]
		fits := nameHas(actor.Name, d.word) && (!marked || nameHas(actor.Name, firstWord(phrase)))
		near := at-a.sentence <= 3 && (!marked || d.noun.Sector == "REB")
		if !fits && !(near && r.sectorFits(d, actor.Sector)) {
			continue
		}
		if id != "" && id != actor.ID {
			return false
		}
		id = actor.ID
	}
	if id == "" {
		return false
	}
	d.kind = schema.Organization
	d.means(0.75, "the "+d.word+" named before", id)
	return true
}

// nameHas says whether a word stands in a name.
func nameHas(name, word string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(name)), word)
}

// sectorFits: a body of the sector can be called by the noun, which is of the same sector or of none in particular.
func (r *reader) sectorFits(d *draft, sector string) bool {
	if r.l.Is(lexicon.GenericBody, d.word) && d.noun.Sector != "REB" {
		return sector != "GOV" && sector != "LEG"
	}
	if d.noun.Sector == "NGO" && (sector == "" || sector == "REB") { // "the group"
		return true
	}
	return sector != "" && sector == d.noun.Sector && sector != "GOV"
}
