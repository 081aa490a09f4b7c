package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// collective resolves "the three countries", "both sides", "the two men" to their members: exactly that many named
// actors of a fitting kind, named in one row, or the only ones that the text has named so far. A bare number that means
// nobody is no actor, but as a subject.
func (r *reader) collective(v *view, at int, d *draft) bool {
	n, kinds := r.collectiveOf(v, d)
	if n == 0 {
		return false
	}
	ids, why := r.members(at, d, n, kinds)
	if len(ids) == 0 {
		if d.form == schema.Collective && d.role == subject && v.definite(d.head) {
			d.form, d.kind, d.name = schema.Nominal, schema.Group, v.text(r.doc, d.from, d.to)
			d.means(0.6, "described by their number", r.describedActor(v, d, strings.ToLower(d.name), ""))
		}
		return d.form == schema.Collective || len(d.actors) > 0
	}
	d.form, d.number = schema.Collective, 2
	if k := r.kindOf(ids); k != "" {
		d.kind = k
	}
	d.means(0.85, why, ids...)
	return true
}

// collectiveOf reads the number off a phrase, 0 where it is no collective, and the kinds that its members may have, nil
// for any.
func (r *reader) collectiveOf(v *view, d *draft) (int, []schema.Kind) {
	n := 0
	switch {
	case d.form == schema.Collective && v.isBoth(d.head):
		return 2, nil
	case d.form == schema.Collective:
		return r.count(d.word), nil
	case d.to > d.head+1: // "the three leaders of the party"
		return 0, nil
	case v.isBoth(d.from):
		n = 2
	case v.is(d.from, lexicon.PairWord):
		if d.role == subject { // "support neither side": to name them would reverse the meaning
			n = 2
		}
	case v.is(d.from, lexicon.DefiniteWord):
		for k := d.from + 1; k < d.head && k < d.from+4; k++ {
			if m := r.count(v.low[k]); m > 1 {
				n = m
			}
		}
	}
	switch {
	case n == 0:
		return 0, nil
	case r.l.Is(lexicon.CountriesNoun, d.word):
		return n, []schema.Kind{schema.Country}
	case r.l.Is(lexicon.SidesNoun, d.word):
		return n, []schema.Kind{schema.Country, schema.Organization, schema.Person}
	case d.noun.Class == lexicon.Body:
		return n, []schema.Kind{schema.Organization}
	case d.noun.Sector == "GOV":
		return n, []schema.Kind{schema.Person, schema.Country}
	}
	return n, []schema.Kind{schema.Person}
}

// members finds n actors of one of the kinds that the document has named together.
func (r *reader) members(at int, d *draft, n int, kinds []schema.Kind) ([]string, string) {
	fits := func(ids []string) bool {
		k := r.kindOf(ids)
		return len(ids) == n && k != "" && (kinds == nil || slices.Contains(kinds, k))
	}
	for i := len(r.rows) - 1; i >= 0 && i >= len(r.rows)-farthest; i-- {
		row := &r.rows[i]
		prominent := row.lead == subject || row.lead == agent || at-row.sentence <= 1
		if fits(row.ids) && prominent && !(row.sentence == at && row.from >= d.from) {
			return row.ids, "named together before"
		}
	}
	if kinds != nil && fits(r.countries) {
		return slices.Clone(r.countries), "the only ones named so far"
	}
	return nil, ""
}

// kindOf is the kind that all actors of a set share, "" for none.
func (r *reader) kindOf(ids []string) schema.Kind {
	k := schema.Kind("")
	for _, id := range ids {
		a := r.actors[id]
		if a == nil || k != "" && a.Kind != k {
			return ""
		}
		k = a.Kind
	}
	return k
}
