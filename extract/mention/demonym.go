package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// demonym sets how an adjective or a people's noun is meant: "Turkish" before a noun is the country in a modifier, "the
// Dutch" are the country, "most Americans", "Kurds" and "a Turk" are people of it.
func (r *reader) demonym(v *view, d *draft) {
	i := d.to - 1
	name, people := d.sense.Has(lexicon.AsName), d.sense.Has(lexicon.AsPeople) // "US", "Hong Kong" are names as well
	plural := numberOf(v, i) == 2
	modifies := v.modifiesNext(i)
	d.form = schema.Demonym
	switch {
	case name && !modifies:
		d.form = schema.Named
	case modifies || v.tag(i) == "JJ" && !v.definite(d.from) && !people:
		d.score, d.why = 0.9, "nationality before a noun"
	case d.sense.Has(lexicon.AsPerson) && !people && !plural:
		d.nation, d.entry = d.entry, nil
		d.form, d.name = schema.Nominal, v.text(r.doc, d.from, d.to)
		d.typed(schema.Person, 0.7, "somebody of a nation")
	default:
		r.peopleOf(v, d)
	}
}

// modifiesNext: the adjective at i stands before what it modifies.
func (v *view) modifiesNext(i int) bool {
	next := v.tag(i + 1)
	participle := next == "VBG" || next == "VBN"
	modifies := v.noun(i+1) || strings.HasPrefix(next, "JJ") || participle || v.word(i+1) == "-"
	return modifies && v.governor(i) > i
}

// peopleOf sets the number of a people's noun: all of a nation are the nation, a part of it or people of a region
// ("Kurds", "Europeans") are a group.
func (r *reader) peopleOf(v *view, d *draft) {
	d.number = 2
	part := v.quantityBefore(d.from)
	modified := v.tag(d.from-1) == "JJ" && !v.determined(d.from-1)
	all := part < 0 && !modified && (v.definite(d.from) || v.starts(d.from))
	if all && d.entry.Place == lexicon.Nation {
		d.score, d.why = 0.75, "people for their country"
		return
	}
	d.group(v.text(r.doc, d.from, d.to), 0.8, "people of a nation")
	if part >= 0 {
		d.from = part
	}
}
