package eval

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// Two names mean one actor, two phrases one issue, by the same small tolerance that the annotators agreed on:
// case, accents, articles, possessives, titles, a surname for the full name, and half of an issue's words.

var (
	stopWords = lexicon.SetOf("the a an of to in on at for by with and or its his her their our this that these those be is " +
		"are was were will would")
	titles = lexicon.SetOf("mr mrs ms dr sir president prime minister chancellor secretary senator sen rep gov governor " +
		"general king queen former mp")
	sameNames = map[string]string{
		"us": "united states", "u s": "united states", "usa": "united states", "america": "united states",
		"uk": "united kingdom", "u k": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
		"eu": "european union", "e u": "european union", "un": "united nations", "u n": "united nations",
		"türkiye": "turkey", "turkiye": "turkey", "gop": "republican party", "republicans": "republican party",
		"democrats": "democratic party", "dems": "democratic party", "tories": "conservative party",
		"conservatives": "conservative party", "tory party": "conservative party", "tory": "conservative party",
		"labour": "labour party", "lib dems": "liberal democrats", "lib dem": "liberal democrats",
		"isis": "islamic state", "isil": "islamic state", "daesh": "islamic state", "is": "islamic state",
	}
	// what speaks for a country, what counts, and what begins a phrase of place or a relative clause
	stateWords = lexicon.SetOf("government administration regime authorities cabinet officials leadership state army military forces troops")
	quantWords = lexicon.SetOf("many most some several few a both all every each other more less than hundreds thousands millions dozens " +
		"scores of two three four five six seven eight nine ten eleven twelve about around nearly almost only even")
	placeWords    = lexicon.SetOf("near in at on across from outside inside under during over who which that whose where with")
	singleLetters = strings.NewReplacer("’", "'", "ı", "i", "ł", "l", "ø", "o")
	suffixes      = []string{"ings", "ing", "ies", "ied", "es", "ed", "s"}
)

// normal is a name or phrase in the form in which it is compared: "The U.S." is "united states".
func normal(s string) string {
	s = strings.ToLower(singleLetters.Replace(s))
	s = dropPossessives(dropAccents(s))
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) }), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(s, article); ok {
			s = rest
			break
		}
	}
	if name, ok := sameNames[s]; ok {
		s = name
	}
	if name, ok := countries()[s]; ok {
		return name
	}
	return s
}

//go:embed countries.tsv
var countryTable string

var countries = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(countryTable) {
		if name, country, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			all[name] = country
		}
	}
	return all
})

var countryNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, c := range countries() {
		all[c] = true
	}
	return all
})

// actorName is the name of an actor without quantifiers, phrases of place and what speaks for a country: "many Senate
// Republicans from Ohio" is "senate republicans", "the Syrian government" is "syria".
func actorName(s string) string {
	w := nameWords(normal(s))
	for len(w) > 1 && (quantWords[w[0]] || isNumber(w[0]) || w[0] == "the" || w[0] == "a" || w[0] == "an") {
		w = w[1:]
	}
	for i := 1; i < len(w); i++ {
		if placeWords[w[i]] {
			w = w[:i]
			break
		}
	}
	if n := len(w); n > 1 && stateWords[w[n-1]] {
		base := strings.Join(w[:n-1], " ")
		if normal(base) != base || countryNames()[base] {
			return normal(base)
		}
	}
	if len(w) > 2 && stateWords[w[0]] && w[1] == "of" {
		return normal(strings.Join(w[2:], " "))
	}
	return normal(strings.Join(w, " "))
}

func isNumber(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// nameWords are the stretches of letters and digits.
func nameWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '_' || !isWord(r) })
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

func dropAccents(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// dropPossessives cuts 's at a word's end and the apostrophe after a final s.
func dropPossessives(s string) string {
	r := []rune(s)
	word := func(i int) bool { return i < len(r) && isWord(r[i]) }
	out := make([]rune, 0, len(r))
	for i := 0; i < len(r); i++ {
		if r[i] == '\'' {
			if i+1 < len(r) && r[i+1] == 's' && !word(i+2) {
				i++
				continue
			}
			if i > 0 && r[i-1] == 's' && !word(i+1) {
				continue
			}
		}
		out = append(out, r[i])
	}
	return string(out)
}

func contentWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(normal(s)), func(w string) bool { return stopWords[w] })
}

func stem(w string) string {
	for _, e := range suffixes {
		if base, ok := strings.CutSuffix(w, e); ok && len([]rune(base)) >= 3 {
			return base
		}
	}
	return w
}

// SameActor: one of the system's names means the actor that gold names.
func SameActor(gold string, system ...string) bool {
	for _, s := range system {
		if gold == "" || s == "" {
			continue
		}
		if n := normal(gold); n != "" && (n == normal(s) || actorName(gold) == actorName(s)) {
			return true
		}
		a, b := untitled(actorName(gold)), untitled(actorName(s))
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		if slices.Equal(a, b) {
			return true
		}
		short, long := a, b
		if len(a) > len(b) {
			short, long = b, a
		}
		if short[len(short)-1] == long[len(long)-1] && subset(short, long) { // Putin is Vladimir Putin
			return true
		}
	}
	return false
}

func untitled(s string) []string {
	return slices.DeleteFunc(contentWords(s), func(w string) bool { return titles[w] })
}

func subset(short, long []string) bool {
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	return true
}

// SameIssue: the phrases share half of their words, or one lies within the other.
func SameIssue(gold, system string) bool {
	g, s := stems(gold), stems(system)
	if len(g) == 0 || len(s) == 0 {
		return normal(gold) == normal(system)
	}
	left := map[string]int{}
	for _, w := range g {
		left[w]++
	}
	both := 0
	for _, w := range s {
		if left[w] > 0 {
			left[w]--
			both++
		}
	}
	return 4*both >= len(g)+len(s) ||
		both == len(g) && len(s) <= 12 ||
		both == len(s) && both >= 1 && len(g) <= 3*both
}

func stems(s string) []string {
	list := contentWords(s)
	for i, w := range list {
		list[i] = stem(w)
	}
	return list
}
