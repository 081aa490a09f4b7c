package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// titles reads titles, modifiers and portfolios from i on and returns where the name must begin; i for none.
// "Education Minister", "Former President", "U.S. Rep." (the country is a name before it), "Gen.".
func (r *reader) titles(v *view, i int) int {
	j, seen := i, false
	for j < len(v.words) {
		if n := r.l.Title(v.words, j); n > 0 && r.isTitle(v, j, n) {
			j, seen = j+n, true
			continue
		}
		if j-i >= 6 || !r.beforeTitle(v.words[j]) || !r.titleAhead(v, j+1) {
			break
		}
		j++
	}
	if !seen {
		return i
	}
	return j
}

func (r *reader) beforeTitle(word string) bool { return r.l.TitleModifier(word) || r.l.Portfolio(word) }

// isTitle keeps words that are titles only with a capital from being taken for one ("general", "private").
func (r *reader) isTitle(v *view, i, n int) bool {
	switch {
	case n > 1 || v.capital(i):
		return true
	case v.is(i, lexicon.TitleOrWord):
		return v.proper(i) || strings.HasSuffix(v.words[i], ".")
	}
	return v.noun(i)
}

// titleAhead asks whether a title follows within a few modifiers.
func (r *reader) titleAhead(v *view, i int) bool {
	for k := i; k < i+4 && k < len(v.words); k++ {
		if r.l.Title(v.words, k) > 0 {
			return true
		}
		if !r.beforeTitle(v.words[k]) && v.words[k] != "-" && !v.isAnd(k) && !v.comma(k) {
			return false
		}
	}
	return false
}

// titledName reads "Senator Jean Mallow", "President Hugo Salas", "the reporter Clara Moss", whose name begins at token
// at. It returns 0 when no name follows.
func (r *reader) titledName(v *view, from, at int) int {
	first := at
	for v.is(first, lexicon.NameParticle) && !v.capital(first) { // "Ms. de Lima", who is no capital of Peru
		first++
	}
	switch {
	case !v.capital(first), first > at && !v.proper(first), v.noCase && r.l.Title(v.words, at) > 0:
		return 0
	case first > at:
		return r.unknownTitled(v, from, at, r.personEnd(v, first))
	}
	if hit, ok := v.m.At(at); ok {
		switch known := hit.Entry.Kind == schema.Person; {
		case known && !hit.Weak && !r.runsOn(v, at+hit.N):
			end := r.known(v, at, hit)
			r.withTitle(v, &v.drafts[len(v.drafts)-1], from, v.text(r.doc, from, at))
			return end
		case !known && hit.Entry.Place == lexicon.NoPlace: // "Chairman Hamas" cannot be
			return 0
		case !known && !(r.knownFirst(v, at) && v.capital(at+1) && v.proper(at+1)): // "ambassador Moscow"
			return 0
		}
	}
	if !v.proper(at) {
		if _, ok := r.l.Noun(v.low[at]); ok || v.starts(at) && v.noun(at) && !r.knownFirst(v, at) {
			return 0
		}
	}
	to := r.personEnd(v, at)
	if v.is(to-1, lexicon.BodyWord) || v.is(to-1, lexicon.ThingWord) {
		return 0 // "Justice Department"
	}
	return r.unknownTitled(v, from, at, to)
}

// unknownTitled adds a name that the lexicon does not have, with the title before it.
func (r *reader) unknownTitled(v *view, from, at, to int) int {
	title := v.text(r.doc, from, at)
	end := r.unknown(v, at, to, title)
	if n := len(v.drafts); n > 0 && v.drafts[n-1].to == end {
		r.withTitle(v, &v.drafts[n-1], from, title)
	}
	return end
}

// withTitle makes the title a part of the mention: the tree may take either for the head.
func (r *reader) withTitle(v *view, d *draft, from int, title string) {
	d.from, d.title, d.sure = from, title, true
	d.head = v.headOf(d.from, d.to)
	if d.gender == 0 {
		d.gender = r.l.RoleGender(lastWord(title))
	}
	at := v.of[d.to-1]
	for k := from; k < d.to; k++ {
		v.of[k] = at
	}
}

// runsOn asks whether a capitalised word that belongs to the name follows.
func (r *reader) runsOn(v *view, i int) bool {
	return v.capital(i) && v.proper(i) && !r.stopsRun(v, i) &&
		(v.rel(i) == "flat" || v.rel(i) == "compound" && v.governor(i) > i)
}

// knownFirst says whether token i is a first name.
func (r *reader) knownFirst(v *view, i int) bool {
	_, ok := r.l.FirstName(v.word(i))
	return ok
}
