package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// readNames finds the names of a sentence: those of the lexicon, and runs of capitalised words.
func (r *reader) readNames(v *view) {
	for i := 0; i < len(v.words); {
		i = max(i+1, r.readName(v, i))
	}
}

// readName reads the name that begins at token i, if one does, and returns the token after it, i or 0 for none.
func (r *reader) readName(v *view, i int) int {
	if !letters(v.words[i]) {
		return i
	}
	if to := r.partyAdjective(v, i); to > 0 {
		return to
	}
	hit, ok := v.m.At(i)
	ok = ok && r.fits(v, i, hit)
	if ok && hit.N > 1 && hit.Entry.Kind == schema.Organization {
		return r.knownOrLonger(v, i, hit)
	}
	if titled := r.titles(v, i); titled > i {
		if to := r.titledName(v, i, titled); to > 0 {
			return to
		}
	}
	if ok {
		if hit.N == 1 && hit.Entry.Place != lexicon.NoPlace {
			if to := r.personAt(v, i); to > 0 {
				return to
			}
		}
		return r.knownOrLonger(v, i, hit)
	}
	if !r.canStart(v, i) {
		return i
	}
	return r.unknown(v, i, r.runEnd(v, i), "")
}

func (r *reader) knownOrLonger(v *view, i int, hit lexicon.Hit) int {
	if to := r.longerName(v, i, hit); to > 0 {
		return to
	}
	return r.known(v, i, hit)
}

// personAt reads a person's name that begins with a word that is a place as well: "Jordan Peterson".
func (r *reader) personAt(v *view, i int) int {
	if !r.knownFirst(v, i) || !v.capital(i+1) || !v.proper(i+1) || r.stopsRun(v, i+1) {
		return 0
	}
	if _, ok := v.m.At(i + 1); ok || v.is(i+1, lexicon.BodyWord) || v.is(i+1, lexicon.ThingWord) {
		return 0
	}
	if n, ok := r.l.Noun(v.low[i+1]); ok && n.Class != lexicon.NotActor {
		return 0
	}
	return r.unknown(v, i, r.personEnd(v, i), "")
}

// longerName: a place or a body's name may begin a longer one: "Dallas Police Department", "Kennedy Center".
// A nationality before a body is no name but a described actor, which is read later.
func (r *reader) longerName(v *view, i int, hit lexicon.Hit) int {
	j := i + hit.N
	if hit.Entry.Kind == schema.Person || !v.capital(j) || r.stopsRun(v, j) || peopleSense(hit) {
		return 0
	}
	if _, ok := v.m.At(j); ok {
		return 0
	}
	to := r.runEnd(v, j)
	if !v.is(to-1, lexicon.BodyWord) && !v.is(to-1, lexicon.ThingWord) {
		return 0
	}
	if hit.Entry.Place == lexicon.Nation && v.is(to-1, lexicon.StateBody) {
		return 0
	}
	return r.unknown(v, i, to, "")
}

// peopleSense: the form is a place's adjective or people.
func peopleSense(hit lexicon.Hit) bool {
	return hit.Sense&(lexicon.AsAdjective|lexicon.AsPeople|lexicon.AsPerson) != 0 && hit.Entry.Place != lexicon.NoPlace
}

// known adds a name of the lexicon.
func (r *reader) known(v *view, i int, hit lexicon.Hit) int {
	to, e := i+hit.N, hit.Entry
	d := draft{extent: extent{i, to, v.headOf(i, to)}, form: schema.Named, name: e.Name}
	d.named = named{entry: e, sense: hit.Sense, sure: true, weak: hit.Weak}
	d.number = 1
	d.typed(e.Kind, 0.95, "known name")
	if e.Kind == schema.Person {
		d.name = v.text(r.doc, i, to)
	}
	if d.weak {
		d.score, d.why = 0.7, "known name, also a common word"
	}
	if peopleSense(hit) {
		r.demonym(v, &d)
	}
	if e.Kind == schema.Organization && v.tag(to-1) == "NNPS" {
		d.number = 2
	}
	if r.idlePlace(v, &d, e) {
		d.use = asPlace
	}
	r.partyMembers(v, &d)
	v.addName(d)
	return d.to
}

// fits weighs a name of the lexicon against its place in the sentence: a name that is a common word as well needs the
// tagger's word for it.
func (r *reader) fits(v *view, i int, hit lexicon.Hit) bool {
	w := v.words[i]
	switch {
	case hit.N > 1 || v.noCase:
		return true
	case hit.Entry.Kind == schema.Person && v.starts(i) && !v.proper(i) && !r.nameInside(v, i):
		return false
	case v.low[i] == w: // peshmerga, antifa
		return true
	case v.is(i, lexicon.CalendarWord), lexicon.IsTime(v.low[i]):
		return false
	case v.is(i, lexicon.AmbiguousName):
		place := hit.Entry.Place != lexicon.NoPlace && v.starts(i)
		return place || v.definite(i) && !v.starts(i) || v.proper(i) || w == strings.ToUpper(w)
	}
	return true
}
