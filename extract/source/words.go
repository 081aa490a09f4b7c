package source

import (
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// word is one word of a label, without a comma behind it.
type word struct {
	text       string
	start, end int
}

// labelParts gives the words of a label, divided at its commas and free dashes. What stands in brackets
// is left out.
func labelParts(text string, span schema.Span) [][]word {
	var parts [][]word
	var part []word
	endPart := func() {
		if len(part) > 0 {
			parts, part = append(parts, part), nil
		}
	}
	start, depth := -1, 0
	endWord := func(end int) {
		if start < 0 {
			return
		}
		if w := text[start:end]; w == "-" || w == "–" || w == "—" {
			endPart() // "NAME - TITLE"
		} else {
			part = append(part, word{w, start, end})
		}
		start = -1
	}
	for i, r := range span.In(text) {
		i += span.Start
		switch {
		case r == '(' || r == '[':
			endWord(i)
			depth++
		case r == ')' || r == ']':
			endWord(i)
			depth = max(0, depth-1)
		case r == ',' || r == ';' || r == '|':
			endWord(i)
			if depth == 0 {
				endPart()
			}
		case unicode.IsSpace(r) || r == ':':
			endWord(i)
		case depth == 0 && start < 0:
			start = i
		}
	}
	endWord(span.End)
	endPart()
	return parts
}

// bracketed gives what stands in the first brackets of a label, empty where there are none.
func bracketed(text string, span schema.Span) schema.Span {
	words := span.In(text)
	open := strings.IndexAny(words, "([")
	if open < 0 {
		return schema.Span{}
	}
	n := strings.IndexAny(words[open:], ")]")
	if n < 0 {
		return schema.Span{}
	}
	return schema.Span{Start: span.Start + open + 1, End: span.Start + open + n}
}

func texts(ws []word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.text
	}
	return out
}

func joined(ws []word) string { return strings.Join(texts(ws), " ") }

func spanOf(ws []word) schema.Span {
	if len(ws) == 0 {
		return schema.Span{}
	}
	return schema.Span{Start: ws[0].start, End: ws[len(ws)-1].end}
}

func flat(parts [][]word) []word {
	var out []word
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}
