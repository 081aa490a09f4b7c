package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The abbreviations by what their full stop says about the end of a sentence.
var (
	// titles stand before a name: their full stop never ends a sentence before a capital.
	titles = set("mr mrs ms mx messrs dr gen sen sens rep reps gov govs lt col sgt capt adm prof rev hon st mt " +
		"ft pres amb maj cmdr cpl brig supt insp det pvt sr sra dir ald vs v approx fr")
	// smallTitles are those of them that stand in small letters as well: "my right hon. Friend".
	smallTitles = set("vs v approx hon")
	// counted stand before a number: "No. 10", "Art. 5".
	counted = set("no nos art arts fig figs sec para paras p pp vol ch res")
	// months stand before a day.
	months = set("jan feb mar apr jun jul aug sep sept oct nov dec")
	// closers stand after a name or within a phrase, and may end a sentence.
	closers = set("inc corp co ltd bros jr esq plc llc gmbh etc al e.g i.e cf ca est dept assn univ natl intl ave " +
		"blvd rd calif ariz fla ala conn colo ill mass mich minn miss okla ore penn tenn tex va wash " +
		"wis ga md nev neb kan ky la mo mont del pa vt wyo ind n.y n.j n.c n.d n.h n.m s.c s.d mon tue " +
		"tues wed thu thur thurs fri sat sun")
	// starters open sentences and are hardly ever the capitalised word behind an abbreviation.
	starters = set("the a an he she it they we i you but and or so yet this that these those there here in on at " +
		"for from to as if when while after before although though however meanwhile now then what who " +
		"how why where his her its their our my no not yes both some many most all one two three with " +
		"by since until despite instead still also even such only another each every police officials " +
		"critics analysts")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// acronym says that w is single letters each with its full stop, at least two: "U.S.", "a.m.".
func acronym(w string) bool {
	n := 0
	for len(w) > 0 {
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || len(w) <= size || w[size] != '.' {
			return false
		}
		w = w[size+1:]
		n++
	}
	return n >= 2
}

// initial says that w is a single capital letter.
func initial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r)
}

// keepsStop says whether a word and the full stop behind it are one token, next being the token
// that follows in the sentence, "" at its end.
func keepsStop(word, next string) bool {
	lower := strings.ToLower(word)
	switch {
	case initial(word):
		return next != "" && capital(next)
	case counted[lower]:
		return next != "" && isDigit(next[0])
	case months[lower], titles[lower]:
		return next != "" && (capital(word) || smallTitles[lower])
	case closers[lower]:
		if ambiguousCloser[lower] {
			return next != "" && capital(word)
		}
		return next != "" || strings.Contains(lower, ".") || lower == "etc" ||
			lower == "inc" || lower == "corp" || lower == "ltd" || lower == "jr"
	case strings.Contains(word, ".") && acronym(word+"."):
		return true
	}
	return false
}

// ambiguousCloser are words of their own as well: "la", "miss", "sun".
var ambiguousCloser = set("al ca est la ill mass miss ore del pa mo ind sun sat wed mon va ga md fri ave")

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// abbreviationBreaks judges the full stop between word (without it) and next, a capitalised word:
// breaks where a sentence ends there. known is false where word is no abbreviation to this table.
func abbreviationBreaks(word, before, next string) (breaks, known bool) {
	lower := strings.ToLower(word)
	starter := starters[strings.ToLower(next)]
	digit := next != "" && isDigit(next[0])
	switch {
	case initial(word):
		if word == "I" && !capital(before) { // "So did I. Nobody …"
			return true, true
		}
		return starter, true
	case titles[lower] && (capital(word) || smallTitles[lower]):
		return false, true
	case counted[lower]:
		return !digit, true
	case months[lower] && capital(word):
		return !digit, true
	case strings.Contains(word, ".") && acronym(word+"."):
		return starter, true
	case closers[lower]:
		if ambiguousCloser[lower] && !capital(word) {
			return true, true
		}
		return starter, true
	}
	return true, false
}
