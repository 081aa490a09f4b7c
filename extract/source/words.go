package source

import (
	"slices"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// word is one word of a label, without a comma after it.
type word struct {
	text       string
	start, end int
}

// labelParts gives the words of a label, divided at its commas and free dashes. What stands in brackets
// is left out.
func labelParts(text string, span schema.Span) [][]word {
	parts := [][]word{nil}
	start, depth := -1, 0
	endWord := func(end int, endPart bool) {
		k := len(parts) - 1
		if start >= 0 {
			w := text[start:end]
			if w == "-" || w == "–" || w == "—" {
				endPart = true // "NAME - TITLE"
			} else {
				parts[k] = append(parts[k], word{w, start, end})
			}
		}
		if start = -1; endPart && len(parts[k]) > 0 {
			parts = append(parts, nil)
		}
	}
	for i, r := range span.In(text) {
		i += span.Start
		switch {
		case r == '(' || r == '[':
			endWord(i, false)
			depth++
		case r == ')' || r == ']':
			endWord(i, false)
			depth = max(0, depth-1)
		case depth > 0:
		case r == ',' || r == ';' || r == '|':
			endWord(i, true)
		case unicode.IsSpace(r) || r == ':':
			endWord(i, false)
		case start < 0:
			start = i
		}
	}
	endWord(span.End, true)
	return parts[:len(parts)-1]
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

// bareLower gives a word in small letters, without the marks around it.
func bareLower(w string) string { return strings.ToLower(strings.Trim(w, ".,:;")) }

// person reports whether words are the full name of a known person.
func (p *parser) person(words string) bool { return p.Kind(words) == schema.Person }

func (p *parser) hasRole(ws []word) bool {
	return slices.ContainsFunc(ws, func(w word) bool { return p.Role(w.text) })
}

// roleHeaded reports whether a part of a label is a title itself, not a body that has a title's word in
// its name ("Refugee Rights Europe", "Teachers Union"): it ends with a role, or a role goes on with "of".
func (p *parser) roleHeaded(ws []word) bool {
	for i, w := range ws {
		if p.Role(w.text) && (i == len(ws)-1 || p.Small[strings.ToLower(ws[i+1].text)]) {
			return true
		}
	}
	return false
}

// bodyLike reports whether words are or have in them what the names of organisations have.
func (p *parser) bodyLike(ws []word) bool {
	named := p.Kind(joined(ws)) == schema.Organization
	return named || slices.ContainsFunc(ws, func(w word) bool { return p.Bodies[strings.ToLower(w.text)] })
}

// studies reports whether a title is one whose place is what it studies: "Russia analyst".
func (p *parser) studies(title []string) bool {
	return slices.ContainsFunc(title, func(w string) bool { return p.Topics[strings.ToLower(w)] })
}

// generation reports whether a word after a name says of which generation: "Jr.", "III".
func generation(w string) bool {
	bare := strings.ToLower(strings.Trim(w, "."))
	return bare == "jr" || bare == "sr" || romanNumber(w)
}
