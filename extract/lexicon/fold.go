package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold makes one spelling of a word for look-up: lower case, without accents, full stops and
// apostrophes; hyphens and slashes part words, and so does a genitive's 's. "U.S." → "us",
// "Erdoğan" → "erdogan", "al-Assad" → "al assad", "People's" → "people s".
func Fold(word string) string {
	if plain(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	gap := false
	for i, r := range word {
		switch {
		case r == '\'' || r == '’' || r == '‘' || r == '`':
			rest := word[i+utf8.RuneLen(r):]
			if b.Len() > 0 && (strings.HasPrefix(rest, "s") || strings.HasPrefix(rest, "S")) && (len(rest) == 1 || rest[1] == ' ') {
				gap = true
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			writeFolded(&b, r)
		case r == '-' || r == '/' || r == ' ' || r == '–' || r == '\u00a0' || r == '\t' || r == '\n':
			gap = true
		case r == '&' || r == '+':
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// writeFolded writes r in lower case without its accent.
func writeFolded(b *strings.Builder, r rune) {
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return
	}
	if i := strings.IndexRune(accented, r); i >= 0 {
		b.WriteByte(bare[utf8.RuneCountInString(accented[:i])])
		return
	}
	switch r {
	case 'ß':
		b.WriteString("ss")
	case 'æ':
		b.WriteString("ae")
	case 'œ':
		b.WriteString("oe")
	default:
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
}

// accented letters and, at the same place, the bare ones.
const (
	accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀł" +
		"ñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżžṭḥẓə"
	bare = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllll" +
		"nnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzzthze"
)
