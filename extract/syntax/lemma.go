package syntax

import (
	"bufio"
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// The irregular words, and the lists that rules ask. One line is a base form and its other forms.
//
//go:embed words/*.txt
var wordFiles embed.FS

// lexicon is what Lemma knows besides its rules.
type lexicon struct {
	verbs, nouns, adjectives, adverbs map[string]string // form → lemma
	closed                            map[string]string // tag, space, form → lemma
	endsInE                           map[string]bool   // verbs
	capital                           map[string]bool   // adjectives of names
	capitalEnds                       []string
	nounEnds                          [][]string // singular and plural of the last part of compounds
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{closed: make(map[string]string), endsInE: make(map[string]bool), capital: make(map[string]bool)}
	l.verbs, l.nouns = forms("verbs"), forms("nouns")
	l.adjectives, l.adverbs = forms("adjectives"), forms("adverbs")
	l.nounEnds = lines("noun-ends")
	for _, f := range lines("closed") {
		for _, form := range f[2:] {
			l.closed[f[0]+" "+form] = f[1]
		}
	}
	for _, f := range lines("verbs-e") {
		l.endsInE[f[0]] = true
	}
	for _, f := range lines("capital") {
		if end, ok := strings.CutPrefix(f[0], "-"); ok {
			l.capitalEnds = append(l.capitalEnds, end)
		} else {
			l.capital[f[0]] = true
		}
	}
	return l
})

// lines reads an embedded list: the fields of each line but comments. The files are part of the
// program, and a test reads them all, so there is no error to give.
func lines(name string) (all [][]string) {
	f, err := wordFiles.Open("words/" + name + ".txt")
	if err != nil {
		return nil
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			all = append(all, strings.Fields(line))
		}
	}
	return all
}

func forms(name string) map[string]string {
	m := make(map[string]string)
	for _, f := range lines(name) {
		for _, form := range f {
			if _, known := m[form]; !known {
				m[form] = f[0]
			}
		}
	}
	return m
}

// Lemma is the base form of a word with a Penn Treebank tag, as Universal Dependencies have it: the
// infinitive of a verb, the singular of a noun, the positive of an adjective, "not" for "n't". It is
// lower case but for names, adjectives of names, and "I".
func Lemma(word, tag string) string {
	l := words()
	low := strings.ToLower(word)
	if base, ok := l.closed[tag+" "+low]; ok {
		return base
	}
	switch tag {
	case "NNP", "FW", "ADD", "GW", "SYM", "LS":
		return word
	case "NNPS":
		return capitalised(word, l.noun(low))
	case "NNS":
		return l.noun(low)
	case "NN", "CD":
		if word != low && !capitalOnly(word) { // abbreviations: "NATO", "GDP", "II"
			return word
		}
		return low
	case "VB", "VBP", "VBZ", "VBD", "VBN", "VBG":
		return l.verb(low, tag)
	case "JJ":
		return l.adjective(word, low)
	case "JJR", "JJS":
		return compare(l.adjectives, low, tag == "JJS")
	case "RBR", "RBS":
		return compare(l.adverbs, low, tag == "RBS")
	case "PRP":
		if low == "i" {
			return "I"
		}
	}
	return low
}

// capitalOnly says that only the first letter of a word is a capital.
func capitalOnly(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	return strings.IndexFunc(w[n:], unicode.IsUpper) < 0
}

func capitalised(like, low string) string {
	if r, n := utf8.DecodeRuneInString(low); unicode.IsUpper(first(like)) {
		return string(unicode.ToUpper(r)) + low[n:]
	}
	return low
}

func first(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

func (l *lexicon) adjective(word, low string) string {
	if word == low || !capitalOnly(word) {
		return low
	}
	last := word[strings.LastIndexByte(word, '-')+1:]
	if l.capital[word] || l.capital[last] {
		return word
	}
	if slices.ContainsFunc(l.capitalEnds, func(e string) bool { return strings.HasSuffix(word, e) && len(word) >= len(e)+3 }) {
		return word
	}
	return low
}

// compare removes the endings of comparison.
func compare(irregular map[string]string, low string, superlative bool) string {
	if base, ok := irregular[low]; ok {
		return base
	}
	end := "er"
	if superlative {
		end = "est"
	}
	stem, ok := strings.CutSuffix(low, end)
	switch {
	case !ok || len(stem) < 2:
		return low
	case strings.HasSuffix(stem, "i"):
		return stem[:len(stem)-1] + "y"
	case doubled(stem):
		return stem[:len(stem)-1]
	}
	return stem
}

// doubled says that a stem ends in a consonant that was doubled before an ending.
func doubled(stem string) bool {
	n := len(stem)
	return n > 2 && stem[n-1] == stem[n-2] && strings.IndexByte("bdgkmnprtv", stem[n-1]) >= 0
}

// noun gives the singular of a plural.
func (l *lexicon) noun(low string) string {
	if base, ok := l.nouns[low]; ok {
		return base
	}
	if i := strings.LastIndexByte(low, '-'); i > 0 && i < len(low)-1 {
		return low[:i+1] + l.noun(low[i+1:])
	}
	for _, pair := range l.nounEnds {
		if stem, ok := strings.CutSuffix(low, pair[1]); ok {
			return stem + pair[0]
		}
	}
	n := len(low)
	if n > 2 && low[n-2] == '\'' { // "the 1990's"
		return low[:n-2] + low[n-1:]
	}
	switch {
	case n > 1 && low[0] >= '0' && low[0] <= '9', n < 3, !strings.HasSuffix(low, "s"), strings.HasSuffix(low, "ss"):
		return low
	case strings.HasSuffix(low, "ies") && n > 4:
		return low[:n-3] + "y"
	case ends(low, "ches", "shes", "sses", "xes", "zzes", "oes"):
		return low[:n-2]
	case ends(low, "uses") && n > 5: // campuses, viruses; those in -use are listed
		return low[:n-2]
	case ends(low, "us", "is"):
		return low
	}
	return low[:n-1]
}

func ends(w string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// verbPrefixes are put before irregular verbs: "overthrew", "rebuilt", "foresaw".
var verbPrefixes = []string{"over", "under", "out", "mis", "fore", "with", "inter", "down", "up",
	"re", "un", "co", "de", "pre"}

// verb gives the infinitive.
func (l *lexicon) verb(low, tag string) string {
	if base, ok := l.irregular(low, tag); ok {
		return base
	}
	n := len(low)
	switch {
	case n > 4 && (strings.HasSuffix(low, "ing") && (tag == "VBG" || tag == "VBN") || strings.HasSuffix(low, "in'") && tag == "VBG"):
		return l.stem(low[:n-3])
	case strings.HasSuffix(low, "ed") && (tag == "VBD" || tag == "VBN") && n > 3:
		if strings.HasSuffix(low, "ied") && n > 4 {
			return low[:n-3] + "y"
		}
		return l.stem(low[:n-2])
	case strings.HasSuffix(low, "s") && tag == "VBZ" && n > 2 && !strings.HasSuffix(low, "ss"):
		return l.third(low)
	}
	return low
}

func (l *lexicon) irregular(low, tag string) (string, bool) {
	if base, ok := l.verbs[low]; ok {
		switch {
		case tag == "VB" || tag == "VBP": // "found", "saw", "wound", "lay", "bore" may be base forms too
			if tag == "VBP" && (base == "be" || base == "have" || base == "do" || base == "go" || base == "want") {
				return base, true
			}
			return low, true
		case low == "'s" || low == "’s":
			return "be", true
		case tag == "VBZ" && strings.HasSuffix(low, "s") && base == low && low != "s":
			return "", false
		case low == "saw" && tag == "VBD":
			return "see", true
		}
		return base, true
	}
	if tag == "VB" || tag == "VBP" {
		return low, true
	}
	if i := strings.LastIndexByte(low, '-'); i > 0 && i < len(low)-1 {
		return low[:i+1] + l.verb(low[i+1:], tag), true
	}
	for _, p := range verbPrefixes {
		if rest, ok := strings.CutPrefix(low, p); ok && len(rest) > 2 {
			if base, ok := l.verbs[rest]; ok && !(rest == base && tag == "VBG") && !l.endsInE[low[:len(low)-1]] {
				return p + base, true
			}
		}
	}
	return "", false
}

// third removes the s of the third person.
func (l *lexicon) third(low string) string {
	n := len(low)
	switch {
	case strings.HasSuffix(low, "ies") && n > 4:
		return low[:n-3] + "y"
	case l.endsInE[low[:n-1]]:
		return low[:n-1]
	case ends(low, "ches", "shes", "sses", "xes", "zzes", "oes", "uses", "izzes"):
		return low[:n-2]
	}
	return low[:n-1]
}

// stem reverts what -ed and -ing did to the end of a base form: a lost e, a doubled consonant.
func (l *lexicon) stem(s string) string {
	switch {
	case l.endsInE[s+"e"], l.prefixed(s):
		return s + "e"
	case doubled(s) && s != "butt" && s != "purr" && s != "ebb" && s != "egg":
		return s[:len(s)-1]
	case strings.HasSuffix(s, "zz") && ends(s, "quizz", "whizz"):
		return s[:len(s)-1]
	case lostE(s):
		return s + "e"
	}
	return s
}

// prefixed says that s, less a prefix, is a verb that lost its e: "reuse", "misjudge", "outpace".
func (l *lexicon) prefixed(s string) bool {
	return slices.ContainsFunc(verbPrefixes, func(p string) bool {
		rest, ok := strings.CutPrefix(s, p)
		return ok && len(rest) > 2 && l.endsInE[rest+"e"]
	})
}

// lostE guesses whether the base form of an unknown verb ends in e.
func lostE(s string) bool {
	n := len(s)
	if n < 3 {
		return false
	}
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	last, before := s[n-1], s[n-2]
	switch last {
	case 'c', 'u', 'v':
		return true
	case 'z':
		return before != 'z' && before != 't'
	case 's':
		return vowel(before) && before != 'u' || before == 'l' || before == 'n' || before == 'r'
	case 'g':
		return before == 'd' || before == 'r' || before == 'l'
	case 'l':
		return strings.IndexByte("bcdfgkpstz", before) >= 0
	case 't':
		return before == 'a' && n > 4 && !vowel(s[n-3]) || ends(s, "iat", "eat", "uat") && n > 6
	}
	return false
}
