package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

var partyAdjective = wordSet("democratic republican democrat conservative liberal socialist communist islamist")

// titledAfter: a name stands after the titles that end at to.
func (r *reader) titledAfter(v *view, i, to int) bool {
	return to < len(v.words) && v.capital(to) && v.proper(to)
}

// titles reads titles, modifiers and portfolios from i on and returns where the name must begin; i for none.
// "Education Minister", "Former President", "U.S. Rep." (the country is a name before it), "Gen.".
func (r *reader) titles(v *view, i int) int {
	j, seen := i, false
	for j < len(v.words) {
		if n := r.l.Title(v.words, j); n > 0 && r.titleHere(v, j, n) {
			j, seen = j+n, true
			if v.word(j) == "." {
				j++
			}
			continue
		}
		if j-i < 6 && (r.l.TitleModifier(v.words[j]) || r.l.Portfolio(v.words[j])) && r.titleAhead(v, j+1) {
			j++
			continue
		}
		break
	}
	if !seen {
		return i
	}
	return j
}

// titleHere keeps words that are titles only with a capital from being taken for one ("general", "private").
func (r *reader) titleHere(v *view, i, n int) bool {
	if n > 1 || v.capital(i) {
		return true
	}
	switch v.low[i] {
	case "private", "general", "major", "miss", "representative", "speaker", "father", "brother", "sister", "saint", "rep", "gen", "sen", "col", "capt", "maj", "adm", "lt", "chair", "chief", "dame", "lady", "lord":
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
		if !r.l.TitleModifier(v.words[k]) && !r.l.Portfolio(v.words[k]) && v.words[k] != "-" && v.words[k] != "and" && v.words[k] != "," {
			return false
		}
	}
	return false
}

// titledName reads "Senator Jean Mallow", "President Hugo Salas", "the reporter Clara Moss". It returns 0 when no name follows.
func (r *reader) titledName(v *view, from, at int) int {
	if first := at; at < len(v.words) && particle[v.low[at]] && !v.capital(at) { // "Ms. de Lima", who is no capital of Peru
		for first < len(v.words) && particle[v.low[first]] {
			first++
		}
		if first >= len(v.words) || !v.capital(first) || !v.proper(first) {
			return 0
		}
		return r.unknownTitled(v, from, at, r.personEnd(v, first))
	}
	if at >= len(v.words) || !v.capital(at) || v.noCase && r.l.Title(v.words, at) > 0 {
		return 0
	}
	if hit, ok := v.m.At(at); ok {
		switch {
		case hit.Entry.Kind == schema.Person && !hit.Weak && !r.runsOn(v, at+hit.N):
			end := r.known(v, at, hit)
			d := &v.drafts[len(v.drafts)-1]
			r.withTitle(v, d, from, v.text(r.doc, from, at))
			return end
		case hit.Entry.Kind != schema.Person && hit.Entry.Place == lexicon.NoPlace:
			return 0 // "Chairman of …" cannot be; "Minister Hamas" is not
		case hit.Entry.Place != lexicon.NoPlace && !r.personFollows(v, at):
			return 0 // "Mayor of"; "ambassador Moscow"
		}
	}
	if !v.proper(at) && !r.knownFirst(v, at) && (v.noun(at) || v.tag(at) == "") && v.starts(at) {
		return 0
	}
	if _, ok := r.l.Noun(v.low[at]); ok && !v.proper(at) {
		return 0
	}
	to := r.personEnd(v, at)
	if last := v.low[to-1]; organisationWord[last] || thingWord[last] {
		return 0 // "Justice Department"
	}
	return r.unknownTitled(v, from, at, to)
}

// unknownTitled notes a name that the lexicon does not have, with the title before it.
func (r *reader) unknownTitled(v *view, from, at, to int) int {
	title := v.text(r.doc, from, at)
	end := r.unknown(v, at, to, title)
	if d := &v.drafts[len(v.drafts)-1]; d.to == end {
		r.withTitle(v, d, from, title)
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
	return v.capital(i) && v.proper(i) && !r.stopsRun(v, i) && v.rel(i) != "root" && (strings.HasPrefix(v.rel(i), "flat") || v.rel(i) == "compound" && v.t[i].Head > i)
}

// personFollows: a first name, or two capitalised words.
func (r *reader) personFollows(v *view, i int) bool {
	return r.knownFirst(v, i) && v.capital(i+1) && v.proper(i+1)
}

func (r *reader) knownFirst(v *view, i int) bool {
	_, ok := r.l.FirstName(v.words[i])
	return ok
}
