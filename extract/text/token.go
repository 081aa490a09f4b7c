package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// tokenize gives the tokens of one sentence: prose's, where prose can be trusted with it, else
// white-space-delimited pieces, both cut and joined to one convention (that of UD English, but for
// hyphenated words, which stay whole).
func tokenize(text string, span schema.Span) []schema.Token {
	sentence := span.In(text)
	pieces := pieces(sentence)
	spans := make([]schema.Span, 0, len(pieces)+len(pieces)/8)
	for _, p := range pieces {
		spans = cut(spans, sentence, p.Start, p.End)
	}
	spans = join(spans, sentence)
	tokens := make([]schema.Token, len(spans))
	for i, sp := range spans {
		tokens[i] = schema.Token{
			Span: schema.Span{Start: span.Start + sp.Start, End: span.Start + sp.End},
			Text: folded(sp.In(sentence)),
			Head: -1,
		}
	}
	return tokens
}

// pieces gives prose's tokens as spans, or else the white-space-delimited pieces. Prose takes
// quadratic time over a long piece, so a sentence with one does not go through it.
func pieces(sentence string) []schema.Span {
	const longPiece = 256
	chunks := appendChunks(make([]schema.Span, 0, len(sentence)/5+1), sentence, 0, len(sentence))
	for _, c := range chunks {
		if c.Len() > longPiece {
			return chunks
		}
	}
	if words, ok := proseTokens(sentence); ok {
		if spans, ok := alignTokens(sentence, words); ok {
			return spans
		}
	}
	return chunks
}

// cut appends the tokens of one piece without white space.
func cut(out []schema.Span, s string, start, end int) []schema.Span {
	if plainWord(s[start:end]) {
		return cutWord(out, s, start, end)
	}
	if isAddress(s[start:end]) {
		stop := start + len(strings.TrimRight(s[start:end], `.,;:!?)"'`))
		out = append(out, schema.Span{Start: start, End: stop})
		return cutMarks(out, s, stop, end)
	}
	start, end, out, tail := peel(out, s, start, end)
	for i := start; i < end; {
		if s[i] == '$' && i > start && i+1 < end && isDigit(s[i+1]) { // US$5
			out = append(out, schema.Span{Start: start, End: i + 1})
			return cutMarks(cut(out, s, i+1, end), s, end, tail)
		}
		size, stop := breaker(s, start, i, end)
		if !stop {
			i += size
			continue
		}
		if i > start {
			out = cut(out, s, start, i) // it may end with marks itself: incident.”We
		}
		out = append(out, schema.Span{Start: i, End: i + size})
		// what follows a break may open with marks of its own: said:“We
		return cutMarks(cut2(out, s, i+size, end), s, end, tail)
	}
	if start < end {
		out = cutClitic(out, s, start, end)
	}
	return cutMarks(out, s, end, tail)
}

// cut2 is cut for what may be empty.
func cut2(out []schema.Span, s string, start, end int) []schema.Span {
	if start >= end {
		return out
	}
	return cut(out, s, start, end)
}

// plainWord says that a piece holds ASCII letters, digits and hyphens only, as most do.
func plainWord(w string) bool {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0 && w[i-1] != '-') {
			return false
		}
	}
	return true
}

func isAddress(w string) bool {
	if len(w) < 6 {
		return false
	}
	return strings.Contains(w, "://") || strings.HasPrefix(w, "www.") ||
		strings.IndexByte(w, '@') > 0 && strings.LastIndexByte(w, '.') > strings.IndexByte(w, '@')
}

// peel takes marks off both ends: opening ones go to out, closing ones are left at s[end:tail].
func peel(out []schema.Span, s string, start, end int) (int, int, []schema.Span, int) {
	for start < end {
		n := markAt(s, start, end)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s[start:end])
			switch {
			case fold(r) == '\'' && !opensClitic(s[start:end]):
				n = size
			case (r == '-' || r == '.') && end-start > 1 && !isDigit(s[start+1]):
				n = size
			}
		}
		if n == 0 || (s[start] == '#' || s[start] == '@') {
			break
		}
		out = append(out, schema.Span{Start: start, End: start + n})
		start += n
	}
	tail := end
	for end > start {
		r, size := utf8.DecodeLastRuneInString(s[start:end])
		if r == '.' && acronym(s[start:end]) {
			break
		}
		if r != '.' && fold(r) != '\'' && r != '-' && !isMark(r) {
			break
		}
		end -= size
	}
	return start, end, out, tail
}

// cutMarks appends a run of marks, one token each; dots, dashes and hyphens of one run stay together.
func cutMarks(out []schema.Span, s string, start, end int) []schema.Span {
	for start < end {
		n := markAt(s, start, end)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[start:end])
		}
		out = append(out, schema.Span{Start: start, End: start + n})
		start += n
	}
	return out
}

// markAt gives the length of the mark at s[start:end] that is a token of its own, 0 where a word goes on.
func markAt(s string, start, end int) int {
	r, size := utf8.DecodeRuneInString(s[start:end])
	switch {
	case r == '.' || r == '-':
		n := size
		for start+n < end && s[start+n] == byte(r) {
			n++
		}
		if n == 1 {
			return 0
		}
		return n
	case isMark(r):
		return size
	}
	return 0
}

// isMark says that a rune never stands within a word. The full stop, the apostrophe, the hyphen,
// comma, colon and slash may.
func isMark(r rune) bool {
	switch r {
	case '#', '@', '&', '_', '\'', '\u2019', '\u2018', '-', '\u2010', '\u2011', '.', '/', '\\':
		return false
	}
	return unicode.IsPunct(r) || unicode.Is(unicode.Sc, r) || r == '<' || r == '>' || r == '|' || r == '=' || r == '+' || r == '~'
}

// breaker says whether a word that began at start is broken by what stands at i, and how long that
// mark is. Where it is not broken, size is the length of the rune to pass over.
func breaker(s string, start, i, end int) (size int, stop bool) {
	r, size := utf8.DecodeRuneInString(s[i:end])
	if r < utf8.RuneSelf && (unicode.IsLetter(r) || isDigit(byte(r))) {
		return size, false
	}
	before, _ := utf8.DecodeLastRuneInString(s[start:i])
	after, _ := utf8.DecodeRuneInString(s[i+size : end])
	switch r {
	case ',', ':':
		return size, !(unicode.IsDigit(before) && unicode.IsDigit(after))
	case '/':
		return size, len(s[start:i]) > 1 && unicode.IsLetter(before) && unicode.IsLetter(after) && !strings.EqualFold(s[start:end], "and/or")
	case '.', '-':
		if n := markAt(s, i, end); n > 0 {
			return n, true
		}
		return size, false
	case '%', '$', '=', '+':
		return size, false // 3%-plus, A$AP, C++
	}
	return size, isMark(r)
}

// cutClitic appends a word without outer marks, its clitic cut off: Trump + ’s, is + n’t.
func cutClitic(out []schema.Span, s string, start, end int) []schema.Span {
	w := s[start:end]
	if strings.IndexByte(w, '\'') < 0 && !strings.Contains(w, "\u2019") {
		return cutWord(out, s, start, end)
	}
	if at := cliticAt(w); at > 0 {
		out = cutWord(out, s, start, start+at)
		return append(out, schema.Span{Start: start + at, End: end})
	}
	return append(out, schema.Span{Start: start, End: end})
}

// cliticAt gives where the clitic of a word begins: 0 where the word is one, -1 where there is none.
func cliticAt(w string) int {
	q := strings.LastIndex(w, "'")
	size := 1
	if c := strings.LastIndex(w, "\u2019"); c > q {
		q, size = c, len("\u2019")
	}
	if q < 0 {
		return -1
	}
	switch strings.ToLower(w[q+size:]) {
	case "s", "re", "ve", "ll", "d", "m":
		return q
	case "t":
		if q > 0 && (w[q-1] == 'n' || w[q-1] == 'N') {
			return q - 1
		}
	}
	return -1
}

// cliticEnds may follow a word that opens with an apostrophe.
const cliticEnds = `.,;:!?)"`

// opensClitic says that a leading apostrophe belongs to its word: 's, 'em, '90s. It is asked at each apostrophe of a run,
// so it reads little.
func opensClitic(w string) bool {
	_, size := utf8.DecodeRuneInString(w)
	rest := w[size:]
	const longest = len("cause")
	if n := strings.IndexAny(rest[:min(len(rest), longest+1)], cliticEnds); n >= 0 {
		for _, r := range rest[n:] {
			if !strings.ContainsRune(cliticEnds, r) {
				return false
			}
		}
		rest = rest[:n]
	}
	if len(rest) > longest {
		return false
	}
	switch rest = strings.ToLower(rest); rest {
	case "s", "re", "ve", "ll", "d", "m", "t", "em", "til", "till", "twas", "tis", "cause":
		return true
	}
	return len(rest) >= 2 && isDigit(rest[0]) && isDigit(rest[1]) && len(rest) <= 3
}

// cutWord appends a word, the few that UD writes as two being cut.
func cutWord(out []schema.Span, s string, start, end int) []schema.Span {
	at := 0
	if n := end - start; n >= 5 && n <= 6 {
		switch w := s[start:end]; {
		case strings.EqualFold(w, "cannot"), strings.EqualFold(w, "gonna"), strings.EqualFold(w, "wanna"), strings.EqualFold(w, "gotta"):
			at = start + 3
		}
	}
	if at > 0 {
		return append(out, schema.Span{Start: start, End: at}, schema.Span{Start: at, End: end})
	}
	return append(out, schema.Span{Start: start, End: end})
}

// join puts together what belongs together: an abbreviation and its full stop, dots of an ellipsis,
// a number that was cut in two.
func join(spans []schema.Span, s string) []schema.Span {
	out := spans[:0]
	for i, sp := range spans {
		if n := len(out); n > 0 && out[n-1].End == sp.Start && sp.In(s) == "." {
			prev, next := out[n-1].In(s), ""
			if i+1 < len(spans) {
				next = spans[i+1].In(s)
			}
			if prev[len(prev)-1] == '.' && strings.Trim(prev, ".") == "" || keepsStop(prev, next) {
				out[n-1].End = sp.End
				continue
			}
		}
		out = append(out, sp)
	}
	return out
}

// folded is a token's text with curly quotes straight.
func folded(w string) string {
	if !strings.Contains(w, "\u2018") && !strings.Contains(w, "\u2019") && !strings.Contains(w, "\u201c") && !strings.Contains(w, "\u201d") {
		return w
	}
	return strings.Map(fold, w)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
