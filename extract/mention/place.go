package mention

import (
	"strings"

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
	case e.Place == lexicon.City || v.dateline(d.to):
		return true
	case e.Place == lexicon.Region && e.Of == "" || d.sense.Has(lexicon.AsSeat):
		return false
	}
	return r.inPlace(v, d)
}

// dateline: the words so far place the story: "BRUSSELS — ", "CARACAS, Venezuela — ".
func (v *view) dateline(to int) bool {
	if to > 8 || len(v.words[0]) < 3 || strings.ToUpper(v.words[0]) != v.words[0] {
		return false
	}
	for k := to; k < len(v.words) && k < to+6 && !v.verb(k); k++ {
		if w := v.words[k]; w == "—" || w == "–" || w == "--" || w == "-" && v.t[k-1].Span.End < v.t[k].Span.Start {
			return true
		}
	}
	return false
}

// inPlace says that a name stands as the place where something is, and does nothing: "in Geneva",
// "came back to Geneva". A verb or noun that takes an actor by that preposition makes it one.
func (r *reader) inPlace(v *view, d *draft) bool {
	prep := -1
	if v.tree {
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
		prep = v.prepositionOf(h)
	}
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
		return v.moves(d.head)
	}
	return false
}

// moves: the phrase depends on a word of moving, whose subject is nothing that goes to somebody without moving:
// "our thanks go to Mali".
func (v *view) moves(head int) bool {
	g := v.governor(head)
	if g < 0 || !v.lemmaIs(g, lexicon.MotionWord) {
		return false
	}
	for k := range v.t[:g] {
		if v.governor(k) == g && v.rel(k) == "nsubj" {
			return !v.lemmaIs(k, lexicon.SentNoun)
		}
	}
	return true
}
