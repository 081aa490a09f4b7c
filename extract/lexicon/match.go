package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Matcher looks for names in one sentence.
type Matcher struct {
	l       *Lexicon
	tokens  []string
	folded  []string
	anyCase bool // the sentence has no case to go by
	caps    bool // it is all capitals
}

// Matcher readies a sentence for look-up. In a sentence all of capitals or all of small letters the
// case of names says nothing and is not asked for.
func (l *Lexicon) Matcher(tokens []string) *Matcher {
	m := &Matcher{l: l, tokens: tokens, folded: make([]string, len(tokens))}
	upper, lower := 0, 0
	for i, t := range tokens {
		m.folded[i] = Fold(t)
		r, _ := utf8.DecodeRuneInString(t)
		switch {
		case !unicode.IsLetter(r):
		case allUpper(t) && utf8.RuneCountInString(t) > 1:
			upper++
		default:
			if unicode.IsLower(r) {
				lower++
			} else {
				upper, lower = upper+1, lower+1
			}
		}
	}
	m.caps = lower == 0 && upper > 1
	m.anyCase = m.caps || upper == 0
	return m
}

// At finds the longest name that begins at token i.
func (m *Matcher) At(i int) (Hit, bool) {
	if i < 0 || i >= len(m.tokens) || m.folded[i] == "" {
		return Hit{}, false
	}
	first, _, _ := strings.Cut(m.folded[i], " ")
	longest := m.l.longest[first]
	if longest == 0 {
		return Hit{}, false
	}
	var best Hit
	found := false
	key, words := "", 0
	for j := i; j < len(m.tokens) && words < longest; j++ {
		f := m.folded[j]
		if f == "" {
			if (m.tokens[j] == "-" || m.tokens[j] == "'") && j > i {
				continue // al - Assad, Workers ' Party
			}
			break
		}
		if key != "" {
			key += " "
		}
		key += f
		words += 1 + strings.Count(f, " ")
		if fm, ok := m.l.forms[key]; ok && m.fits(fm, i, j+1) {
			best, found = Hit{Entry: fm.entry, Sense: fm.sense, N: j + 1 - i, Weak: fm.weak}, true
		}
	}
	return best, found
}

// fits asks whether the case of the tokens is that of the form.
func (m *Matcher) fits(f form, from, to int) bool {
	if m.caps {
		return !f.upper || !wordInCaps[m.folded[from]]
	}
	if f.upper {
		for _, t := range m.tokens[from:to] {
			if !allUpper(t) {
				return false
			}
		}
		return true
	}
	if m.anyCase || f.lower {
		return true
	}
	if last, _ := utf8.DecodeLastRuneInString(m.tokens[to-1]); f.inner && !unicode.IsUpper(last) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(m.tokens[from])
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("ʼ‘'", r) {
		return false
	}
	if to-from == 1 {
		return true
	}
	r, _ = utf8.DecodeRuneInString(m.tokens[to-1])
	return unicode.IsUpper(r) || unicode.IsDigit(r) || m.folded[to-1] == "s" || to-from > 2 || f.sense.Has(AsName)
}

// wordInCaps are acronyms that are words when all is in capitals.
var wordInCaps = map[string]bool{
	"who": true, "is": true, "it": true, "ice": true, "car": true, "pa": true, "au": true, "ec": true, "ap": true,
	"inc": true, "sec": true,
}

// allUpper says whether t has letters and all of them are capitals.
func allUpper(t string) bool {
	seen := false
	for _, r := range t {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}
