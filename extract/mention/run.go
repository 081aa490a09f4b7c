package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i] | 0x20; c >= 'a' && c <= 'z' || w[i] >= 0x80 {
			return true
		}
	}
	return false
}

// canStart says whether token i can begin a name that nobody knows.
func (r *reader) canStart(v *view, i int) bool {
	if v.noCase || !v.capital(i) || r.stopsRun(v, i) {
		return false
	}
	if !v.starts(i) {
		return v.noun(i) || v.tag(i) == "" || v.proper(i) || v.tag(i) == "JJ" && v.capital(i+1) || strings.ToUpper(v.words[i]) == v.words[i] && len(v.words[i]) > 2
	}
	if r.knownFirst(v, i) && v.capital(i+1) {
		return true
	}
	if !v.proper(i) {
		return false
	}
	if _, ok := r.l.Noun(v.low[i]); ok {
		return v.capital(i+1) && v.proper(i+1)
	}
	if v.capital(i+1) && v.proper(i+1) {
		return !(r.knownFirst(v, i+1) && (commonVerb[v.low[i]] || r.inSmallLetters(v.low[i])))
	}
	return !r.inSmallLetters(v.low[i]) && !commonStart[v.low[i]]
}

// inSmallLetters says whether the document has the word in small letters.
func (r *reader) inSmallLetters(word string) bool {
	if r.lower == nil {
		r.lower = map[string]bool{}
		for _, v := range r.views {
			for i, w := range v.words {
				if w == v.low[i] {
					r.lower[w] = true
				}
			}
		}
	}
	return r.lower[word]
}

// stopsRun says that a capitalised word never belongs to a name that nobody knows.
func (r *reader) stopsRun(v *view, i int) bool {
	w := v.low[i]
	switch v.tag(i) {
	case "PRP", "PRP$", "DT", "IN", "CC", "WP", "WDT", "WRB", "MD", "TO", "UH", "EX", "RB", "CD":
		if !v.proper(i) {
			return true
		}
	}
	return calendar[w] || neverName[w]
}

// runEnd is the token after the run of capitalised words that begins at i.
func (r *reader) runEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		w := v.low[j]
		switch {
		case v.capital(j) && !r.stopsRun(v, j):
			if h, ok := v.m.At(j); ok && r.breaksRun(v, i, j, h) {
				return j
			}
			if r.l.Title(v.words, j) > 0 && !organisationWord[w] && j > i && r.titleEndsRun(v, i, j) {
				return j
			}
			j++
		case articled(v.words[j]):
			j++
		case particle[w] && v.capital(j+1):
			if h, ok := v.m.At(j); ok && h.N > 1 && h.Entry.Kind != schema.Person {
				return j // "Islamist al Shabaab"
			}
			j++
		case (w == "-" || w == "." && len(v.words[j-1]) == 1 || w == "&" || w == "/") && v.capital(j+1) && v.joined(j):
			j++
		case (w == "of" || w == "for" || w == "on") && organisationWord[v.low[j-1]] && (v.capital(j+1) || v.word(j+1) == "the" && v.capital(j+2)):
			j++
			if v.word(j) == "the" {
				j++
			}
		case w == "and" && v.capital(j+1) && r.ofBody(v, i, j) && !r.stopsRun(v, j+1):
			j++ // "Ministry of Trade and Industry"
		default:
			return j
		}
	}
	return j
}

// breaksRun: a name of the lexicon at j ends the run of unknown words before it.
func (r *reader) breaksRun(v *view, i, j int, h lexicon.Hit) bool {
	if connector(v.word(j-1)) || r.bodyAhead(v, j) {
		return false
	}
	if h.Entry.Place == lexicon.NoPlace {
		return h.N > 1 && h.Entry.Kind != schema.Person
	}
	joined := v.tree && (strings.HasPrefix(v.t[j].Rel, "flat") && v.t[j].Head == i || v.t[i].Rel == "compound" && v.t[i].Head == j && v.proper(i) && !h.Sense.Has(lexicon.AsAdjective))
	if j == i+1 && (r.knownFirst(v, i) || joined) && h.N == 1 && !v.noun(j+1) && v.tag(j+1) != "JJ" {
		return false // "Jaime French said"
	}
	return true
}

// titleEndsRun: a title in a run begins a new name ("Turkish President Erdogan"), unless it ends the run.
func (r *reader) titleEndsRun(v *view, i, j int) bool {
	n := r.l.Title(v.words, j)
	return n > 0 && v.capital(j+n) && !r.stopsRun(v, j+n) || v.low[j] == "president" || v.low[j] == "spokesman" || v.low[j] == "minister"
}

// bodyAhead: the run goes on to a body's word after the place at j.
func (r *reader) bodyAhead(v *view, j int) bool {
	for k := j + 1; k < len(v.words) && v.capital(k) && k < j+4; k++ {
		if organisationWord[v.low[k]] {
			return true
		}
	}
	return false
}

// ofBody: "and" within the name of a body, "Department of Health and Human Services".
func (r *reader) ofBody(v *view, i, j int) bool {
	seen := false
	for k := i; k < j; k++ {
		seen = seen || v.low[k] == "of" || v.low[k] == "for"
	}
	return seen && organisationWord[v.low[i]] && !r.knownFirst(v, j+1)
}

// articled: a part of an Arabic name with its article in small letters: "al-Kuwaiti", "el-Sisi", "ash-Sharif".
func articled(w string) bool {
	article, name, ok := strings.Cut(w, "-")
	if !ok || name == "" || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	switch article {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "bin", "ibn":
		return true
	}
	return false
}

func connector(w string) bool { return w == "of" || w == "the" || w == "for" || w == "-" || w == "on" }

// joined: no white space around token j, or it is a mark that always joins.
func (v *view) joined(j int) bool {
	if j == 0 || j+1 >= len(v.t) {
		return false
	}
	return v.t[j-1].Span.End == v.t[j].Span.Start || v.words[j] == "&" || v.words[j] == "."
}

// personEnd is the token after a person's name that begins at i: no body's words, no "of".
func (r *reader) personEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		w := v.low[j]
		switch {
		case v.capital(j) && !r.stopsRun(v, j) && !possessiveOrMark(w) && (v.proper(j) || v.tag(j) == "" || v.noun(j) || v.tag(j) == "JJ" || v.tag(j) == "FW"):
			if r.l.Title(v.words, j) > 0 && !v.proper(j) {
				return j
			}
			j++
		case particle[w] && v.capital(j+1), articled(v.words[j]):
			j++
		case (w == "-" || w == "." && len(v.words[j-1]) == 1) && v.capital(j+1) && v.joined(j):
			j++
		case w == "-" && v.joined(j) && j+1 < len(v.words) && v.t[j].Span.End == v.t[j+1].Span.Start && v.noun(j+1):
			j += 2 // Jong - un
		default:
			return j
		}
	}
	return j
}

func possessiveOrMark(w string) bool { return w == "'s" || w == "’s" || w == "'" }

// governmentOf reads "the Government of Malawi", in the capitals of speeches and treaties.
func (r *reader) governmentOf(v *view, from, to int) (lexicon.Hit, bool) {
	if v.low[from] != "government" && v.low[from] != "delegation" || v.word(from+1) != "of" {
		return lexicon.Hit{}, false
	}
	k := from + 2
	if v.word(k) == "the" {
		k++
	}
	h, ok := v.m.At(k)
	return h, ok && k+h.N == to && h.Entry.Kind == schema.Country && h.Entry.Place == lexicon.Nation && h.Sense.Has(lexicon.AsName)
}

// unknown notes a name that the lexicon does not have.
func (r *reader) unknown(v *view, from, to int, title string) int {
	for to > from+1 && (!letters(v.words[to-1]) || connector(v.low[to-1]) || v.low[to-1] == "and" || particle[v.low[to-1]] && !v.capital(to-1)) {
		to--
	}
	d := draft{from: from, to: to, form: schema.Named, number: 1, title: title}
	d.head = v.headOf(from, to)
	d.name = strings.Trim(v.text(r.doc, from, to), ".,;:’' ")
	if strings.HasSuffix(v.words[to-1], ".") && len(v.words[to-1]) <= 4 { // "Jr.", "Inc."
		d.name += "."
	}
	if h, ok := r.governmentOf(v, from, to); ok {
		d.entry, d.kind, d.sure, d.score, d.why = h.Entry, schema.Country, true, 0.9, "its government acts for it"
		v.addName(d)
		return to
	}
	r.typeName(v, &d)
	if d.kind == "" {
		if d.place {
			v.addName(d)
		}
		return to
	}
	v.addName(d)
	return to
}
