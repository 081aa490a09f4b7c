// Package word looks at tokens from outside: the forms, endings, shape and cluster that taggers
// and parsers take as features, hashed once per token.
package word

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
)

// Look is what one token looks like. All values are hashes or small numbers.
type Look struct {
	Form    uint64 // as written, digits folded
	Lower   uint64 // lower case, digits folded
	Suffix2 uint64
	Suffix3 uint64
	Suffix4 uint64
	Prefix2 uint64
	Prefix3 uint64
	Shape   uint64 // Xxxx, XX, x, d …, runs shortened; the same for all words where case says nothing
	Last    uint64 // lower-case form of what follows the last inner hyphen or slash, 0 without one
	Cluster uint64 // distributional class, 0 unknown
	Class4  uint64 // the same, coarser: 4 and 6 steps down the tree of classes
	Class6  uint64
}

// Case is how a sentence uses capitals.
type Case uint8

const (
	NormalCase Case = iota
	NoCase          // all capitals or none at all: case says nothing
	TitleCase       // nearly every word has a capital
)

// Folds says how forms reach the features: quotation marks and brackets of all kinds become one.
var folds = map[string]string{
	"``": `"`, "''": `"`, "“": `"`, "”": `"`, "„": `"`, "«": `"`, "»": `"`,
	"‘": "'", "’": "'", "`": "'",
	"’s": "'s", "n’t": "n't", "’re": "'re", "’ve": "'ve", "’ll": "'ll", "’d": "'d", "’m": "'m",
	"—": "--", "–": "--", "―": "--", "…": "...", "....": "...", ". . .": "...",
	"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
}

// Fold gives the form of a token that stands for all its spellings.
func Fold(s string) string {
	if len(s) > 0 && len(s) <= 6 {
		if f, ok := folds[s]; ok {
			return f
		}
	}
	return s
}

// SentenceCase looks at how a sentence uses capitals.
func SentenceCase(words []string) Case {
	var upper, lower, title, plain, long int
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			continue
		}
		if utf8.RuneCountInString(w) >= 4 {
			long++
			if unicode.IsUpper(r) {
				title++
			}
		}
		for _, r := range w[size:] {
			if unicode.IsLower(r) {
				lower++
			} else if unicode.IsUpper(r) {
				upper++
			}
		}
		if unicode.IsUpper(r) {
			upper++
		} else {
			plain++
			if i == 0 {
				plain++
			}
		}
	}
	switch {
	case upper == 0 && plain >= 3, upper >= 6 && upper >= 4*lower:
		return NoCase
	case long >= 4 && title*10 >= long*9:
		return TitleCase
	}
	return NormalCase
}

// LookAt fills looks, one a word, and gives the case of the sentence.
func LookAt(words []string, clusters *Clusters, looks []Look) Case {
	c := SentenceCase(words)
	for i, w := range words {
		looks[i] = look(Fold(w), c, clusters)
	}
	return c
}

func look(w string, c Case, clusters *Clusters) Look {
	var lowBuf, foldBuf [64]byte
	low := appendLower(lowBuf[:0], w)
	l := Look{Shape: shape(w, c)}
	if n := clusters.find(w, low); n > 0 {
		l.Cluster, l.Class4, l.Class6 = uint64(n), uint64(clusters.four[n-1]), uint64(clusters.six[n-1])
	}
	digits := foldDigits(low)
	l.Lower = linear.Hash(low)
	switch {
	case c == NoCase:
		l.Form = l.Lower
	case digits:
		l.Form = linear.Hash(appendDigitsFolded(foldBuf[:0], w))
	default:
		l.Form = linear.Hash(w)
	}
	l.Suffix2, l.Suffix3, l.Suffix4 = suffix(low, 2), suffix(low, 3), suffix(low, 4)
	l.Prefix2, l.Prefix3 = prefix(low, 2), prefix(low, 3)
	if len(low) > 2 {
		if i := bytes.LastIndexAny(low[1:len(low)-1], "-/"); i >= 0 {
			l.Last = linear.Hash(low[i+2:])
		}
	}
	return l
}

func appendLower(buf []byte, w string) []byte {
	for _, r := range w {
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			buf = append(buf, byte(r))
			continue
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(r))
	}
	return buf
}

// foldDigits makes every digit a 0, in place, and says whether there was one.
func foldDigits(b []byte) (any bool) {
	for i, c := range b {
		if '0' <= c && c <= '9' {
			b[i], any = '0', true
		}
	}
	return any
}

func appendDigitsFolded(buf []byte, w string) []byte {
	buf = append(buf, w...)
	foldDigits(buf)
	return buf
}

// suffix hashes the last n letters of a word longer than that; a shorter word is its own suffix.
func suffix(b []byte, n int) uint64 {
	i := len(b)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRune(b[:i])
		i -= size
	}
	return linear.Hash(b[i:])
}

func prefix(b []byte, n int) uint64 {
	i := 0
	for ; n > 0 && i < len(b); n-- {
		_, size := utf8.DecodeRune(b[i:])
		i += size
	}
	return linear.Hash(b[:i])
}

// shape draws a word in letters: X capital, x small, d digit, else the rune itself; runs of one kind
// shorten to two.
func shape(w string, c Case) uint64 {
	h := uint64(14695981039346656037) + uint64(c)
	var last rune
	run := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
			if c == NoCase {
				r = 'x'
			}
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if r != last {
			last, run = r, 0
		}
		if run++; run <= 2 {
			h = (h ^ uint64(r)) * 1099511628211
		}
	}
	return h
}
