package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// idlePlace says that a name of the lexicon is a place that does nothing where it stands. A city that is no capital
// never acts; a capital acts for its country where it is no place.
func (r *reader) idlePlace(v *view, d *draft, e *lexicon.Entry) bool {
	switch {
	case d.entry == nil || d.form != schema.Named && d.sense != lexicon.AsCapital:
		return e.Place == lexicon.City
	case e.Place == lexicon.NoPlace:
		return false
	case e.Place == lexicon.City:
		return true
	case e.Place == lexicon.Region && e.Of == "" || d.sense.Has(lexicon.AsSeat):
		return false
	}
	return r.inPlace(v, d)
}

// inPlace says that a name stands as the place where something is, and does nothing: "in Geneva",
// "came back to Geneva". A verb or noun that takes an actor by that preposition makes it one.
func (r *reader) inPlace(v *view, d *draft) bool {
	h := d.head
	if v.rel(h) == "conj" && v.governor(h) >= 0 {
		h = v.governor(h)
	}
	switch v.rel(h) {
	case "compound", "appos", "flat":
		return d.sense == lexicon.AsCapital && v.rel(h) == "appos"
	case "obj":
		return v.lemmaIs(v.governor(h), lexicon.DepartureVerb)
	case "nsubj", "iobj", "root", "ccomp", "advcl", "xcomp":
		return false
	}
	prep := v.prepositionOf(h)
	if prep < 0 {
		prep = d.from - 1
		if v.isThe(prep) {
			prep--
		}
	}
	switch {
	case v.isAt(prep):
		return d.entry == nil || d.entry.Place != lexicon.Nation // one lashes out at Sweden, nobody is at Sweden
	case v.is(prep, lexicon.PlacePreposition):
		return true
	case v.is(prep, lexicon.MotionPreposition):
		return v.lemmaIs(v.governor(d.head), lexicon.MotionWord) // "came back to Geneva"
	}
	return false
}
