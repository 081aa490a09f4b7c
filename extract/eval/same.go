package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Two names mean one actor, two phrases one issue, by the same small tolerance that the annotators agreed on:
// case, accents, articles, possessives, titles, a surname for the full name, and half of an issue's words.

var (
	stopWords = wordSet("the a an of to in on at for by with and or its his her their our this that these those be is " +
		"are was were will would")
	titles = wordSet("mr mrs ms dr sir president prime minister chancellor secretary senator sen rep gov governor " +
		"general king queen former mp")
	sameNames = map[string]string{
		"us": "united states", "u s": "united states", "usa": "united states", "america": "united states",
		"uk": "united kingdom", "u k": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
		"eu": "european union", "e u": "european union", "un": "united nations", "u n": "united nations",
		"türkiye": "turkey", "turkiye": "turkey", "gop": "republican party", "republicans": "republican party",
		"democrats": "democratic party",
	}
	singleLetters = strings.NewReplacer("’", "'", "ı", "i", "ł", "l", "ø", "o")
	suffixes      = []string{"ings", "ing", "ies", "ied", "es", "ed", "s"}
)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

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
		return name
	}
	return s
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

// sameActor: one of the system's names means the actor that gold names.
func sameActor(gold string, system ...string) bool {
	for _, s := range system {
		if gold == "" || s == "" {
			continue
		}
		if n := normal(gold); n != "" && n == normal(s) {
			return true
		}
		a, b := untitled(gold), untitled(s)
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

// sameIssue: the phrases share half of their words, or one lies within the other.
func sameIssue(gold, system string) bool {
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
