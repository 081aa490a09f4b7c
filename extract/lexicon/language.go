package lexicon

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// NotEnglish reports whether a text is surely in another language, and in which: its script is not Latin,
// or it has many function words of another language and next to none of English. It is never sure of a
// text that is short or a mere list of names.
func (l *Labels) NotEnglish(text string) (language string, sure bool) {
	const enough = 20 << 10
	text = text[:min(len(text), enough)]
	if script := foreignScript(text); script != "" {
		return script, true
	}
	counts := map[string]int{}
	n := 0
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(strings.Map(unicode.ToLower, w), `.,;:!?"'“”‘’«»()[]…—–-`); w == "" {
			continue
		}
		n++
		for language, words := range l.Languages {
			if words[w] {
				counts[language]++
			}
		}
	}
	english := counts["English"]
	delete(counts, "English")
	other := commonest(counts)
	few := counts[other] < 4 || counts[other]*100 < n*12 || counts[other] <= english*4
	return other, n >= 10 && !few && english*100 < n*6
}

var scripts = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Cyrillic script", unicode.Cyrillic}, {"Arabic script", unicode.Arabic}, {"Chinese", unicode.Han},
	{"Greek", unicode.Greek}, {"Hebrew", unicode.Hebrew},
	{"Japanese", unicode.Hiragana}, {"Japanese", unicode.Katakana}, {"Korean", unicode.Hangul},
	{"Hindi", unicode.Devanagari}, {"Thai", unicode.Thai},
}

// foreignScript names the script of a text whose letters are mostly not Latin, "" for any other text.
func foreignScript(text string) string {
	letters, latin := 0, 0
	counts := map[string]int{}
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			name := "another script"
			for _, s := range scripts {
				if unicode.Is(s.table, r) {
					name = s.name
				}
			}
			counts[name]++
		}
		letters++
	}
	if letters < 12 || (letters-latin)*2 <= letters {
		return ""
	}
	return commonest(counts)
}

// commonest gives the key of the highest count, of equals the first in the alphabet; "" where there is none.
func commonest(counts map[string]int) string {
	best := ""
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[k] > counts[best] {
			best = k
		}
	}
	return best
}
