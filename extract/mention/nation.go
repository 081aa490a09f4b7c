package mention

import (
	"slices"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// ofNation reads a description of whose people a name in it says: "Swedish officials", "the Turkish government", "trade
// negotiators from China". Those in office are the country; other people are described, with an
// affiliation. It is false where no name says whose they are.
func (r *reader) ofNation(v *view, d *draft) bool {
	owners, to := r.owners(v, d)
	if len(owners) == 0 {
		return false
	}
	owner := owners[0]
	if !r.actsFor(v, d, owner, len(owners)) {
		if d.noun.Class == lexicon.NotActor {
			return false
		}
		r.describeOf(v, d, owner)
		if d.noun.Class == lexicon.OnePerson && d.number == 1 && owner.Place == lexicon.Nation {
			d.office = owner.ID
		}
		return true
	}
	var ids []string
	for _, o := range owners {
		if id := r.entryActor(o, ""); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	d.to = to
	d.kind, d.many = owner.Kind, d.number == 2
	if len(ids) == 1 {
		d.number = 1
	}
	d.means(0.85, d.word+" of "+owner.Name+" act for it", ids...)
	return true
}

// actsFor says whether the people of a description act for their country, union or armed group. A single person in
// office does not, nor do a country's ministers, who may be at odds; those of several countries do.
func (r *reader) actsFor(v *view, d *draft, owner *lexicon.Entry, owners int) bool {
	plural := d.number == 2
	n := d.noun
	country := owner.Kind == schema.Country && owner.Place <= lexicon.State
	switch {
	case owners > 1 && plural && (n.Sector == "GOV" || n.Sector == "MIL"):
		return true
	case country && n.Acting:
		return plural || n.Class != lexicon.OnePerson
	}
	genitive := d.head > d.from && v.tag(d.from+1) == "POS" && v.covered(d.from)
	return plural && !genitive && (owner.Sector == "IGO" && n.Sector == "GOV" || owner.Sector == "REB")
}

// describeOf makes an actor of a description, and those in office or in a body of the state affiliated with its owner.
func (r *reader) describeOf(v *view, d *draft, owner *lexicon.Entry) {
	id := r.describedActor(v, d, d.name, d.noun.Sector)
	d.actors = []string{id}
	official := d.noun.Acting
	switch d.noun.Sector {
	case "GOV", "LEG", "JUD", "MIL", "COP":
		official = official || d.kind == schema.Person || d.kind == schema.Organization
	}
	if official && owner.Place <= lexicon.State {
		r.affiliate(id, r.entryActor(owner, ""), d.word, v.span(d.from, d.to))
	}
}

// owners are the countries or bodies that a phrase names as whose people it speaks of, with the end of the phrase when
// all of them are in it: a name before the noun, or a row of countries after "of" or "from".
func (r *reader) owners(v *view, d *draft) (all []*lexicon.Entry, to int) {
	to = d.to
	for k := d.head - 1; k >= d.from; k-- {
		o := v.nameAt(k)
		if e := r.governed(d, o); e != nil {
			return []*lexicon.Entry{e}, d.to
		}
		if o == nil || o.entry == nil {
			continue
		}
		if o.kind != schema.Country && o.kind != schema.Organization || o.to > d.head {
			return nil, to
		}
		return []*lexicon.Entry{o.entry}, d.to
	}
	if !v.isOf(d.head+1) && !v.isFrom(d.head+1) {
		return nil, to
	}
	for k := d.head + 2; k < len(v.words); k++ {
		o := v.nameAt(k)
		switch {
		case o == nil && len(all) == 0 && k < d.to, o == nil && len(all) > 0 && v.is(k, lexicon.RowWord):
			continue
		case o == nil || o.entry == nil || o.entry.Place != lexicon.Nation || o.form != schema.Named:
			return all, to
		case k >= d.to && len(all) == 0:
			return nil, to
		}
		all, to, k = append(all, o.entry), max(to, o.to), o.to-1
	}
	return all, to
}

// governed is the country of a person whose government a phrase names, "the Trump administration"; nil for none.
func (r *reader) governed(d, o *draft) *lexicon.Entry {
	body := d.noun.Sector == "GOV" && d.noun.Class == lexicon.Body
	if !body || o == nil || o.kind != schema.Person || len(o.actors) != 1 {
		return nil
	}
	return r.entryOf(r.countryOf(o.actors[0]))
}
