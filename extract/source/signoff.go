package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// signOff is how a reporter ends: "Anna Vale, CGTN, Moscow."
type signOff struct {
	span                schema.Span
	name, outlet, place string
}

// matches gives the number of words of a label that are the sign-off's name, 0 when they are not.
func (s *signOff) matches(ws []word) int {
	n := len(strings.Fields(s.name))
	if n > len(ws) || !strings.EqualFold(s.name, joined(ws[:n])) {
		return 0
	}
	return n
}

var signOffRE = regexp.MustCompile(`^(?:(?:I'm|I’m|This is) )?` +
	`(\p{Lu}[\p{L}.'’-]+(?: (?:(?:de|la|van|von|der|den|al|el|bin|del|di|da|dos) )*\p{Lu}[\p{L}.'’-]*){1,3})` +
	`(?:, (?:in |for )?(\p{Lu}[^,.!?"”\n]{0,60}?))?(?:,| in| at| from) (?:in |at |on )?(?:the )?(\p{Lu}[^.!?"”\n]{1,60})\.?\s*$`)

// findSignOff looks for a sign-off at the end of span, whose label is empty in narration; nil for none.
func (p *parser) findSignOff(span, label schema.Span) *signOff {
	const longest = 160 // bytes
	words := span.In(p.text)
	from := max(0, len(words)-longest)
	for from < len(words) && !utf8.RuneStart(words[from]) {
		from++
	}
	from += lastStop(strings.TrimRight(strings.TrimRight(words[from:], "\"'”’ \t\r\n"), "."))
	m := signOffRE.FindStringSubmatch(strings.TrimSpace(strings.TrimRight(words[from:], "\"'”’ \t\r\n.")))
	if m == nil {
		return nil
	}
	s := &signOff{name: m[1], outlet: strings.TrimSpace(m[2]), place: strings.TrimSpace(m[3])}
	for w := range strings.FieldsSeq(s.outlet + " " + s.place) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !p.Small[w] && !p.Particles[w] {
			return nil
		}
	}
	if i := strings.LastIndex(s.place, ", "); i > 0 && s.outlet == "" {
		s.outlet, s.place = s.place[:i], s.place[i+2:]
	}
	if strings.EqualFold(s.outlet, "United Nations") || p.Place(s.outlet) {
		s.outlet = "" // "Anna Vale, Harbour News, Oslo": both say where
	}
	if s.outlet == "" && !p.Place(s.place) && p.Acronyms[strings.ToUpper(s.place)] {
		s.outlet, s.place = s.place, ""
	}
	if !p.credible(s, label) {
		return nil
	}
	start := span.Start + from
	s.span = schema.Span{Start: p.skipSpace(start, span.End), End: span.End}
	return s
}

// credible reports whether a sign-off is one: its name is that of the label, or it ends in a known place
// and has an outlet or a name that the text has elsewhere.
func (p *parser) credible(s *signOff, label schema.Span) bool {
	for _, part := range labelParts(p.text, label) {
		if s.matches(part) > 0 {
			return true
		}
	}
	if !label.Empty() || p.person(s.name) || !p.Place(s.place) {
		return false
	}
	return s.outlet != "" || strings.Count(p.caps.text, s.name) > 1
}

// lastStop gives where the last sentence of a text without its final stop begins. The stop of an initial
// ends none.
func lastStop(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		before := s[:i]
		initial := i >= 3 && unicode.IsUpper(rune(s[i-2])) && (s[i-3] == ' ' || s[i-3] == '.')
		if s[i] != '\n' && s[i] != ' ' {
			continue
		}
		stop := endsSentence(before) && !(s[i-1] == '.' && initial) || strings.HasSuffix(before, "…")
		if s[i] == '\n' || stop {
			return i + 1
		}
	}
	return 0
}
