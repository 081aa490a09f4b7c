package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// maxParagraph bounds what goes through the segmenter at once, in bytes. A paragraph that is longer
// is cut at white space; nobody writes one.
const maxParagraph = 64 << 10

// paragraphs cuts a turn where a sentence cannot go on: at blank lines, at line ends behind the end
// of a sentence, and at the end of a line that is much shorter than its fellows (a heading, an item
// of a list). Lines wrapped at a width stay together.
func paragraphs(text string, turn schema.Span) []schema.Span {
	words := turn.In(text)
	if strings.IndexByte(words, '\n') < 0 {
		return bound(nil, text, turn.Start, turn.End)
	}
	widest := 0
	for line := range strings.Lines(words) {
		widest = max(widest, len(line))
	}
	var out []schema.Span
	start, pos := turn.Start, turn.Start
	for line := range strings.Lines(words) {
		pos += len(line)
		if pos == turn.End || endsParagraph(line, text[pos:turn.End], widest) {
			out = bound(out, text, start, pos)
			start = pos
		}
	}
	return out
}

// endsParagraph says whether the line, with the rest of the turn behind it, is the last of its paragraph.
func endsParagraph(line, rest string, widest int) bool {
	line = strings.TrimSpace(line)
	next, _, _ := strings.Cut(rest, "\n")
	next = strings.TrimSpace(next)
	if line == "" || next == "" {
		return true
	}
	bare := strings.TrimRight(line, `"'”’»)]`)
	last, _ := utf8.DecodeLastRuneInString(bare)
	switch last {
	case '.':
		word, _ := lastWords(bare[:len(bare)-1])
		return !(titles[strings.ToLower(word)] && capital(word)) && !initial(word)
	case '!', '?', '…':
		return true
	case ',', ';', '-', '–', '—':
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `"'“‘«([-–—•* `))
	if strings.HasPrefix(next, "• ") || strings.HasPrefix(next, "* ") || strings.HasPrefix(next, "- ") {
		return true
	}
	return len(line) < widest*3/5 && (unicode.IsUpper(first) || unicode.IsDigit(first))
}

// bound appends text[start:end], cut where it is too long.
func bound(out []schema.Span, text string, start, end int) []schema.Span {
	for end-start > maxParagraph {
		stop := start + maxParagraph
		if i := strings.LastIndexAny(text[start:stop], " \t\n\r"); i > maxParagraph/2 {
			stop = start + i + 1
		} else {
			for !utf8.RuneStart(text[stop]) && stop > start+1 {
				stop--
			}
		}
		out = append(out, schema.Span{Start: start, End: stop})
		start = stop
	}
	return append(out, schema.Span{Start: start, End: end})
}
