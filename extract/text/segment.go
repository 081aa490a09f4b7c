package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// sentences gives the sentences of one turn, trimmed, in order. Paragraphs are cut first; within a
// paragraph every mark that can end a sentence is judged by ends.
func (s *Splitter) sentences(text string, turn schema.Span) []schema.Span {
	var out []schema.Span
	for _, para := range paragraphs(text, turn) {
		words := para.In(text)
		punkt := s.punkt.ends(words)
		cased := hasUpper(words)
		from := 0
		for i := 0; i < len(words); {
			stop, next := endAt(words, from, i, punkt, cased)
			if stop > 0 {
				out = appendTrimmed(out, text, para.Start+from, para.Start+stop)
				from = stop
			}
			i = next
		}
		out = appendTrimmed(out, text, para.Start+from, para.End)
	}
	return out
}

func appendTrimmed(out []schema.Span, text string, start, end int) []schema.Span {
	t := text[start:end]
	left := len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	t = strings.TrimSpace(t)
	if t == "" {
		return out
	}
	return append(out, schema.Span{Start: start + left, End: start + left + len(t)})
}

// endAt looks at the byte at i of a paragraph. stop is the end of the sentence that began at from,
// 0 where none ends here; next is where to look on.
func endAt(p string, from, i int, punkt []int, cased bool) (stop, next int) {
	switch p[i] {
	case '.', '!', '?':
	case 0xE2: // "…" in UTF-8
		if !strings.HasPrefix(p[i:], "…") {
			return 0, i + 1
		}
	default:
		return 0, i + 1
	}
	marks := i
	for marks < len(p) && (p[marks] == '.' || p[marks] == '!' || p[marks] == '?' || strings.HasPrefix(p[marks:], "…")) {
		if p[marks] == 0xE2 {
			marks += len("…")
		} else {
			marks++
		}
	}
	run := p[i:marks]
	end := closingMarks(p, marks)
	if end >= len(p) {
		return 0, end
	}
	if r, _ := utf8.DecodeRuneInString(p[end:]); !unicode.IsSpace(r) {
		if glued(p, from, i, marks, end) {
			return end, end
		}
		return 0, marks
	}
	ahead := strings.TrimLeftFunc(p[end:], unicode.IsSpace)
	if ends(p, from, i, run, end, ahead, punkt, cased) {
		return end, end
	}
	return 0, end
}

// closingMarks passes over quotation marks and brackets that close directly behind a full stop.
func closingMarks(p string, i int) int {
	for i < len(p) {
		r, size := utf8.DecodeRuneInString(p[i:])
		switch r {
		case '"', '\'', '”', '’', '»', ')', ']', '}':
			i += size
		default:
			return i
		}
	}
	return i
}

// glued says that a sentence ends at i though no space follows: "bid.Then", "no!”He".
func glued(p string, from, i, marks, end int) bool {
	const far = 256 // bytes; it is asked at each stop of a piece, so longer ones are looked at in part
	word := p[max(from, i-far):i]
	word = word[strings.LastIndexAny(word, " \n\t")+1:]
	if isAddress(word+p[i:min(len(p), i+20)]) || strings.ContainsAny(word, "/@") {
		return false
	}
	r, size := utf8.DecodeRuneInString(p[end:])
	if end > marks { // a closing quote stands between
		return unicode.IsUpper(r) && marks-i == 1 && strings.Trim(p[marks:end], `"'”’`) == ""
	}
	if !unicode.IsUpper(r) || len(word) < 3 {
		return false
	}
	after, _ := utf8.DecodeRuneInString(p[end+size:])
	last, _ := utf8.DecodeLastRuneInString(word)
	return (unicode.IsLower(after) || r == 'I' && unicode.IsSpace(after) || r == 'A' && unicode.IsSpace(after)) &&
		(unicode.IsLower(last) && !strings.ContainsRune(word, '.') || p[i] != '.')
}

// ends judges the marks run at i, with end behind the quotes that close there and ahead the text
// that follows the white space.
func ends(p string, from, i int, run string, end int, ahead string, punkt []int, cased bool) bool {
	next := firstWord(ahead)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(ahead, `"'“‘«([-–— `))
	if unicode.IsLower(first) && cased {
		return false
	}
	word, before := lastWords(p[from:i])
	switch {
	case run == ".":
		if word == "" {
			return true
		}
		if from+len(word) >= i-1 && isNumber(word) && strings.TrimSpace(p[from:i]) == word {
			return false // the number of a list
		}
		if end > i+1 { // a quote closes behind it: no abbreviation
			return !(strings.HasPrefix(p[i+1:], ")") && titles[strings.ToLower(word)])
		}
		if initial(word) && initial(next) && strings.HasPrefix(strings.TrimLeft(ahead, `"'“‘«([`), next+".") {
			return false // "the F. B. I."
		}
		breaks, known := abbreviationBreaks(word, before, next)
		if known {
			return breaks
		}
		// Punkt knows more abbreviations; long words and openings of sentences are none.
		return len(word) > 5 || starters[strings.ToLower(next)] || isNumber(word) || among(punkt, i, end)
	case strings.ContainsAny(run, "!?") && end > i+len(run):
		return !saidBy(ahead)
	}
	return true
}

// saidBy says that a text goes on with who said the quote before: "Putin told reporters".
func saidBy(ahead string) bool {
	n := 0
	for w := range strings.FieldsSeq(ahead) {
		if n > 0 && speechVerbs[strings.TrimRight(w, ".,:;")] {
			return true
		}
		if n++; n > 4 || !capital(w) || n == 1 && starters[strings.ToLower(w)] && w != "He" && w != "She" {
			return false
		}
	}
	return false
}

var speechVerbs = set("said says asked asks told tells added replied insisted warned wrote tweeted shouted demanded wondered declared")

// among says whether Punkt saw a sentence end between the full stop at i and the white space at end.
func among(punkt []int, i, end int) bool {
	at := sort.SearchInts(punkt, i)
	return at < len(punkt) && punkt[at] <= end+1
}

func hasUpper(p string) bool {
	for _, r := range p {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

func isNumber(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) && w[i] != ',' && w[i] != '.' {
			return false
		}
	}
	return w != ""
}

// firstWord is the word that a text opens with, without marks around it.
func firstWord(s string) string {
	s = strings.TrimLeft(s, `"'“‘«([-–— `)
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// lastWords are the last word of a text and the one before it, without opening marks.
func lastWords(s string) (word, before string) {
	const far = 64 // bytes; words longer than that are no abbreviations
	if len(s) > far {
		s = s[len(s)-far:]
	}
	cutAt := strings.LastIndexFunc(s, unicode.IsSpace)
	word = strings.TrimLeft(s[cutAt+1:], `"'“‘«([—–-`)
	if cutAt > 0 {
		rest := strings.TrimRightFunc(s[:cutAt], unicode.IsSpace)
		before = strings.TrimLeft(rest[strings.LastIndexFunc(rest, unicode.IsSpace)+1:], `"'“‘«([—–-`)
	}
	return word, before
}
