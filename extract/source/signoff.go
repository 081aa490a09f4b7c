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
	names := strings.Fields(s.name)
	if len(ws) < len(names) {
		return 0
	}
	for i, n := range names {
		if !strings.EqualFold(n, ws[i].text) {
			return 0
		}
	}
	return len(names)
}

var signOffRE = regexp.MustCompile(`^\s*(?:(?:I'm|I’m|This is) )?(\p{Lu}[\p{L}.'’-]+(?: (?:(?:de|la|van|von|der|den|al|el|bin|del|di|da|dos) )*\p{Lu}[\p{L}.'’-]*){1,3})(?:, (?:in |for )?(\p{Lu}[^,.!?"”\n]{0,60}?))?(?:,| in| at| from) (?:in |at |on )?(?:the )?(\p{Lu}[^.!?"”\n]{1,60})\.?\s*$`)

// findSignOff looks for a sign-off at the end of span. speakerWords are the words of the label, nil in
// narration, where a sign-off must say more to be believed.
func (p *parser) findSignOff(span schema.Span, label schema.Span) *signOff {
	words := span.In(p.text)
	const far = 160
	base := span.Start
	if len(words) > far {
		at := len(words) - far
		for !utf8.RuneStart(words[at]) {
			at++
		}
		base += at
		words = words[at:]
	}
	trimmed := strings.TrimRight(words, "\"'”’ \t\r\n")
	body := strings.TrimRight(trimmed, ".")
	cut := lastStop(body)
	tail := body[cut:]
	m := signOffRE.FindStringSubmatch(tail)
	if m == nil {
		return nil
	}
	s := &signOff{name: m[1], outlet: strings.TrimSpace(m[2]), place: strings.TrimSpace(m[3])}
	if !strings.Contains(tail, ",") && !strings.Contains(tail, " in ") {
		return nil
	}
	for _, part := range []string{s.outlet, s.place} {
		for w := range strings.FieldsSeq(part) {
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !p.Small[w] && !p.Particles[w] {
				return nil
			}
		}
	}
	if i := strings.LastIndex(s.place, ", "); i > 0 && s.outlet == "" {
		s.outlet, s.place = s.place[:i], s.place[i+2:]
	}
	if s.outlet != "" && (strings.EqualFold(s.outlet, "United Nations") || p.place(s.outlet)) {
		s.outlet = "" // "Anna Vale, Harbour News, Oslo": both say where
	}
	if s.outlet == "" && s.place != "" && !p.place(s.place) && p.Acronyms[strings.ToUpper(s.place)] {
		s.outlet, s.place = s.place, ""
	}
	if !p.believe(s, label) {
		return nil
	}
	start := base + cut
	start += len(tail) - len(strings.TrimLeftFunc(tail, unicode.IsSpace))
	s.span = schema.Span{Start: start, End: span.End}
	return s
}

// believe says whether a sign-off is one: its name is that of the label, or it is told of elsewhere, or
// it ends in a known place and an outlet stands in it.
func (p *parser) believe(s *signOff, label schema.Span) bool {
	if !label.Empty() {
		for _, part := range labelParts(p.text, label) {
			if s.matches(part) > 0 {
				return true
			}
		}
		return false
	}
	if p.person(s.name) {
		return false
	}
	return p.place(s.place) && (s.outlet != "" || strings.Count(p.caps.text, s.name) > 1)
}

// lastStop gives where the last sentence of a text without its final stop begins.
func lastStop(s string) int {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == '\n' {
			return i + 1
		}
		if (s[i] == ' ') && (s[i-1] == '!' || s[i-1] == '?' || s[i-1] == '"' || strings.HasSuffix(s[:i], "”") || strings.HasSuffix(s[:i], "…") ||
			s[i-1] == '.' && !(i >= 3 && unicode.IsUpper(rune(s[i-2])) && (s[i-3] == ' ' || s[i-3] == '.'))) {
			return i + 1
		}
	}
	return 0
}
