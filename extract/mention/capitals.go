package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// canStart says whether token i can begin a name that the lexicon does not have.
func (r *reader) canStart(v *view, i int) bool {
	if v.noCase || !v.capital(i) || r.stopsRun(v, i) {
		return false
	}
	if !v.starts(i) {
		return v.noun(i) || v.tag(i) == "JJ" && v.capital(i+1) || len(v.words[i]) > 2 && isAcronym(v.words[i])
	}
	two := v.capital(i+1) && v.proper(i+1)
	switch _, noun := r.l.Noun(v.low[i]); {
	case r.knownFirst(v, i) && v.capital(i+1):
		return true
	case !v.proper(i) && !r.nameInside(v, i):
		return false
	case two && r.knownFirst(v, i+1): // "Ask Jane"
		return true
	case noun || two:
		return two
	}
	return !v.is(i, lexicon.SentenceStart)
}

// nameInside says whether the document has the word that begins a sentence as a name within another one, and never in
// small letters.
func (r *reader) nameInside(v *view, i int) bool {
	r.readCase()
	return r.inside[v.words[i]] && !r.lower[v.low[i]]
}

// readCase collects the words in small letters and the names within sentences.
func (r *reader) readCase() {
	if r.lower != nil {
		return
	}
	r.lower, r.inside = map[string]bool{}, map[string]bool{}
	for _, v := range r.views {
		for i, w := range v.words {
			if w == v.low[i] {
				r.lower[w] = true
			} else if !v.noCase && v.proper(i) && !v.starts(i) {
				r.inside[w] = true
			}
		}
	}
}

// stopsRun says that a capitalised word never belongs to a name that the lexicon does not have.
func (r *reader) stopsRun(v *view, i int) bool {
	switch v.tag(i) {
	case "PRP", "PRP$", "DT", "IN", "CC", "WP", "WDT", "WRB", "MD", "TO", "UH", "EX", "RB", "CD":
		return true
	}
	return v.is(i, lexicon.CalendarWord) || v.is(i, lexicon.NeverName)
}

// runEnd is the token after the run of capitalised words that begins at i.
func (r *reader) runEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		switch {
		case v.capital(j) && !r.stopsRun(v, j):
			if h, ok := v.m.At(j); ok && r.endsRun(v, i, j, h) || r.titleEndsRun(v, j) {
				return j
			}
		case r.inName(v, j):
		case v.joins(j) && v.capital(j+1):
		case v.namePreposition(j) && (v.is(j-1, lexicon.BodyWord) || v.is(j-1, lexicon.StateForm)) &&
			(v.capital(j+1) || v.isThe(j+1) && v.capital(j+2)):
			if v.isThe(j + 1) {
				j++
			}
		case v.isAnd(j) && v.capital(j+1) && !r.stopsRun(v, j+1) && v.ofBody(i, j) && !r.knownFirst(v, j+1):
		default:
			return j
		}
		j++
	}
	return j
}

// inName: a part of a person's name in small letters before another: "de", "bin", "al-Kuwaiti".
func (r *reader) inName(v *view, j int) bool {
	if v.is(j, lexicon.NameParticle) && v.capital(j+1) {
		return true
	}
	article, name, ok := strings.Cut(v.words[j], "-")
	return ok && name != "" && name[0] >= 'A' && name[0] <= 'Z' && r.l.Is(lexicon.NameArticle, article)
}

// joins: the token at j ties two parts of a name: a hyphen or slash without space, an ampersand, an initial's full
// stop.
func (v *view) joins(j int) bool {
	if j == 0 || j+1 >= len(v.t) {
		return false
	}
	switch v.words[j] {
	case "-", "/":
		return v.t[j-1].Span.End == v.t[j].Span.Start
	case ".":
		return len(v.words[j-1]) == 1
	}
	return v.words[j] == "&"
}

// endsRun: a name of the lexicon at j ends the run of unknown words from i before it.
func (r *reader) endsRun(v *view, i, j int, h lexicon.Hit) bool {
	if v.words[j-1] == "-" || v.isThe(j-1) || v.namePreposition(j-1) {
		return false
	}
	if h.Entry.Place == lexicon.NoPlace {
		return h.N > 1 && h.Entry.Kind != schema.Person
	}
	person := r.knownFirst(v, i) || v.rel(j) == "flat" && v.governor(j) == i // "Jaime French said"
	return !person || j != i+1 || h.N > 1 || v.noun(j+1) || v.tag(j+1) == "JJ"
}

// titleEndsRun: a title in a run begins a new name ("Turkish President Erdogan"), unless it ends the run.
func (r *reader) titleEndsRun(v *view, j int) bool {
	n := r.l.Title(v.words, j)
	return n > 0 && !v.is(j, lexicon.BodyWord) &&
		(v.capital(j+n) && !r.stopsRun(v, j+n) || v.is(j, lexicon.TitleEnd))
}

// ofBody: the tokens from i to j begin the name of a body with "of": "Department of Health" [and Human Services].
func (v *view) ofBody(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if v.namePreposition(k) && v.is(k-1, lexicon.BodyWord) {
			return true
		}
	}
	return false
}

// personEnd is the token after a person's name that begins at i: no body's words, no "of".
func (r *reader) personEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		switch {
		case v.capital(j) && !r.stopsRun(v, j) && (v.noun(j) || v.tag(j) == "JJ" || v.tag(j) == "FW"):
		case r.inName(v, j), v.joins(j) && v.capital(j+1):
		default:
			return j
		}
		j++
	}
	return j
}

// unknown adds a name that the lexicon does not have, if its kind can be told, and returns the token after it.
func (r *reader) unknown(v *view, from, to int, title string) int {
	for to > from+1 && !v.capital(to-1) && (!letters(v.words[to-1]) || v.isThe(to-1) || v.isAnd(to-1) ||
		v.namePreposition(to-1) || v.is(to-1, lexicon.NameParticle)) {
		to--
	}
	d := draft{extent: extent{from, to, v.headOf(from, to)}, form: schema.Named}
	d.number, d.title = 1, title
	d.name = strings.Trim(v.text(r.doc, from, to), ".,;:’' ")
	if last := v.words[to-1]; strings.HasSuffix(last, ".") && len(last) <= 4 { // "Jr.", "Inc."
		d.name += "."
	}
	if e := r.governmentOf(v, from, to); e != nil {
		d.entry, d.sure = e, true
		d.typed(schema.Country, 0.9, "its government acts for it")
	} else {
		r.typeName(v, &d)
	}
	if d.kind != "" || d.use == asPlace {
		v.addName(d)
	}
	return to
}

// governmentOf reads "Government of Malawi", "Republic of Malawi", "Government of the Republic of Malawi"; nil for
// anything else.
func (r *reader) governmentOf(v *view, from, to int) *lexicon.Entry {
	n, _ := r.l.Noun(v.low[from])
	state := n.Sector == "GOV" && n.Acting
	for k := from; k+2 < to; k++ {
		if !v.isOf(k+1) || !v.is(k, lexicon.StateForm) && !(k == from && state) {
			continue
		}
		at := k + 2
		if v.isThe(at) {
			at++
		}
		if h, ok := v.m.At(at); ok && at+h.N == to && h.Entry.Place == lexicon.Nation && h.Sense.Has(lexicon.AsName) {
			return h.Entry
		}
	}
	return nil
}
