package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// The single words that the code asks for are articles, prepositions, conjunctions and pronouns. They are all here;
// every other word is asked for by its class (extract/lexicon/names/classes.yaml).

// is says whether the word at i is of a class of the lexicon; false outside the sentence.
func (v *view) is(i int, c lexicon.WordClass) bool {
	return i >= 0 && i < len(v.low) && v.l.Is(c, v.low[i])
}

// definite says whether "the" stands before token i.
func (v *view) definite(i int) bool { return v.isThe(i - 1) }

func (v *view) isThe(i int) bool  { return v.word(i) == "the" }
func (v *view) isOf(i int) bool   { return v.word(i) == "of" }
func (v *view) isIn(i int) bool   { return v.word(i) == "in" }
func (v *view) isAt(i int) bool   { return v.word(i) == "at" }
func (v *view) isFrom(i int) bool { return v.word(i) == "from" }
func (v *view) isAnd(i int) bool  { return v.word(i) == "and" }
func (v *view) isBoth(i int) bool { return v.word(i) == "both" }
func (v *view) isIt(i int) bool   { return v.word(i) == "it" }
func (v *view) isThat(i int) bool { return v.word(i) == "that" }

// namePreposition: "Bank of Norway", "Campaign for Fair Pay", "Council on Trade".
func (v *view) namePreposition(i int) bool {
	w := v.word(i)
	return v.isOf(i) || w == "for" || w == "on"
}

// comma says whether a comma stands at i.
func (v *view) comma(i int) bool { return i >= 0 && i < len(v.words) && v.words[i] == "," }

// isQuote says whether a token is a quotation mark.
func isQuote(w string) bool {
	switch w {
	case `"`, "'", "“", "”", "‘", "’", "``", "''":
		return true
	}
	return false
}

// determined are the articles and the definite determiners.
func (v *view) determined(i int) bool {
	return v.is(i, lexicon.ArticleWord) || v.is(i, lexicon.DefiniteWord)
}

// count is the number that a numeral says, 0 for any other word.
func (r *reader) count(word string) int {
	if len(word) == 1 && word[0] >= '1' && word[0] <= '9' {
		return int(word[0] - '0')
	}
	for i, w := range r.l.Words(lexicon.NumeralWord) {
		if w == word {
			return i + 1
		}
	}
	return 0
}

// quantifier says whether the word at i counts or limits what follows: "some", "two", "240"; not "2016" after "in".
func (v *view) quantifier(i int) bool {
	return v.is(i, lexicon.QuantifierWord) || v.tag(i) == "CD" && !v.is(i, lexicon.CalendarWord) && v.tag(i-1) != "IN"
}

// letters says whether a token has a letter in it.
func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i] | 0x20; c >= 'a' && c <= 'z' || w[i] >= 0x80 {
			return true
		}
	}
	return false
}

// isAcronym: two to six capitals, maybe with full stops, ampersands and digits.
func isAcronym(w string) bool {
	n := 0
	for _, c := range w {
		switch {
		case c >= 'A' && c <= 'Z':
			n++
		case c == '.' || c == '&' || c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return n >= 2 && n <= 6 && len(w) <= 10
}

// pluralAcronym: "MPs", "NGOs".
func pluralAcronym(w string) bool {
	stem, plural := strings.CutSuffix(w, "s")
	return plural && isAcronym(stem)
}

// oneLine makes every run of white space one space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// firstRune is the first character of s.
func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
