package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// word is one word of a label, without a comma behind it.
type word struct {
	text       string
	start, end int
}

// parts are the words of a label, parted at its commas. What stands in brackets is left out.
func labelParts(text string, span schema.Span) [][]word {
	var parts [][]word
	var part []word
	flush := func() {
		if len(part) > 0 {
			parts = append(parts, part)
			part = nil
		}
	}
	depth := 0
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:span.End])
		switch {
		case r == '(' || r == '[':
			depth++
			i += size
			continue
		case r == ')' || r == ']':
			depth = max(0, depth-1)
			i += size
			continue
		case r == ',' || r == ';' || r == '|':
			if depth == 0 {
				flush()
			}
			i += size
			continue
		case depth > 0 || unicode.IsSpace(r) || r == ':':
			i += size
			continue
		}
		j := i
		for j < span.End {
			r, size := utf8.DecodeRuneInString(text[j:span.End])
			if unicode.IsSpace(r) || strings.ContainsRune(",;|:()[]", r) {
				break
			}
			j += size
		}
		if w := text[i:j]; w != "-" && w != "–" && w != "—" {
			part = append(part, word{w, i, j})
		} else if len(part) > 0 {
			flush() // "NAME - TITLE"
		}
		i = j
	}
	flush()
	return parts
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

// speaker reads the words of a label: who, in what role, for whom, where. off is the sign-off that
// the words end with, nil where there is none: it parts a reporter's name from the place.
func (p *parser) speaker(span schema.Span, off *signOff) *schema.Speaker {
	parts := labelParts(p.text, span)
	sp := &schema.Speaker{}
	if len(parts) == 0 {
		return sp
	}
	if off != nil {
		if n := off.matches(parts[0]); n > 0 {
			p.setName(sp, parts[0][:n])
			sp.Reporter, sp.Outlet, sp.Place = true, off.outlet, off.place
			if rest := parts[0][n:]; len(rest) > 0 {
				if p.gaz.role(rest[len(rest)-1].text) {
					p.setTitle(sp, rest)
				} else if sp.Place == "" || strings.EqualFold(sp.Place, joined(rest)) {
					sp.Place = p.caps.titleCase(texts(rest))
				}
			}
			p.assign(sp, parts[1:])
			return sp
		}
	}
	if len(parts[0]) > 0 && unnamed[strings.ToLower(parts[0][0].text)] { // "UNIDENTIFIED PROTESTER" is described, not called so
		sp.Name, sp.NameSpan = strings.ToLower(joined(parts[0])), spanOf(parts[0])
		p.assign(sp, parts[1:])
		return sp
	}
	name, title := p.splitHead(parts[0])
	rest := parts[1:]
	if len(name) == 0 && len(rest) > 0 { // "TITLE, NAME": the name comes last
		for i := len(rest) - 1; i >= 0; i-- {
			n, t := p.splitHead(rest[i])
			if len(n) > 0 && len(t) == 0 && len(n) <= 5 && !p.gaz.place(joined(n)) && !p.gaz.body(joined(n)) && !p.bodyLike(n) {
				name = n
				before := append([][]word{title}, rest[:i]...)
				p.setTitle(sp, flat(before))
				title, rest = nil, rest[i+1:]
				break
			}
		}
	}
	p.setName(sp, name)
	if len(title) > 0 {
		if !p.hasRole(title) && p.gaz.place(joined(title)) {
			sp.Place = p.caps.titleCase(texts(title))
			sp.Reporter = true
		} else if p.roleHeaded(title) || p.hasRole(title) && !bodyWords[strings.ToLower(title[len(title)-1].text)] || len(name) == 0 || p.countryIn(title) != "" {
			p.setTitle(sp, title)
		} else {
			sp.Outlet = p.caps.titleCase(texts(title))
		}
	}
	p.assign(sp, rest)
	return sp
}

func flat(parts [][]word) []word {
	var out []word
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func (p *parser) setName(sp *schema.Speaker, name []word) {
	if len(name) == 0 {
		return
	}
	sp.Name = p.caps.nameCase(texts(name))
	sp.NameSpan = spanOf(name)
}

// setTitle adds words to the title, commas of the label between them.
func (p *parser) setTitle(sp *schema.Speaker, title []word) {
	if len(title) == 0 {
		return
	}
	var b strings.Builder
	for i, w := range title {
		if i > 0 {
			if strings.Contains(p.text[title[i-1].end:w.start], ",") {
				b.WriteByte(',')
			}
			b.WriteByte(' ')
		}
		b.WriteString(p.caps.titleWord(w.text, i == 0))
	}
	if sp.Title != "" {
		sp.Title += ", " + b.String()
		sp.TitleSpan.End = title[len(title)-1].end
	} else {
		sp.Title, sp.TitleSpan = b.String(), spanOf(title)
	}
	if sp.Country == "" {
		sp.Country = p.countryIn(title)
	}
	for _, w := range title {
		if reporterRoles[strings.ToLower(w.text)] {
			sp.Reporter = true
		}
	}
	if sp.Reporter && sp.Outlet == "" {
		for k := min(4, len(title)-1); k > 0; k-- {
			if p.gaz.media(joined(title[:k])) {
				sp.Outlet = p.caps.titleCase(texts(title[:k]))
				break
			}
		}
	}
}

// assign says what the parts behind name and title are: more of the title, a country, a place, an outlet.
func (p *parser) assign(sp *schema.Speaker, rest [][]word) {
	for _, part := range rest {
		whole := joined(part)
		country, isCountry := p.gaz.country(strings.TrimPrefix(strings.TrimPrefix(whole, "THE "), "the "))
		switch {
		case strings.EqualFold(whole, "saying"):
		case isCountry && sp.Title != "" && !p.topic(strings.Fields(sp.Title)):
			if sp.Country == "" {
				sp.Country = country
			}
		case p.gaz.place(whole) || p.places[strings.ToLower(whole)]:
			if sp.Place == "" {
				sp.Place = p.caps.titleCase(texts(part))
			}
			if sp.Title == "" && (sp.Outlet == "" || p.gaz.media(sp.Outlet)) {
				sp.Reporter = true
			}
		case p.roleHeaded(part),
			sp.Title == "" && p.countryIn(part) != "" && p.bodyLike(part):
			p.setTitle(sp, part)
		default:
			if sp.Outlet != "" && !strings.EqualFold(sp.Outlet, whole) {
				sp.Outlet += ", " + p.caps.titleCase(texts(part))
			} else {
				sp.Outlet = p.caps.titleCase(texts(part))
			}
		}
	}
}

func (p *parser) hasRole(ws []word) bool {
	for _, w := range ws {
		if p.gaz.role(w.text) {
			return true
		}
	}
	return false
}

// roleHeaded says that a part of a label is a title itself, not a body that has a title's word in its
// name ("Refugee Rights Europe", "Teachers Union"): it ends with a role, or a role goes on with "of".
func (p *parser) roleHeaded(ws []word) bool {
	for i, w := range ws {
		if p.gaz.role(w.text) && (i == len(ws)-1 || smallWords[strings.ToLower(ws[i+1].text)]) {
			return true
		}
	}
	return false
}

func (p *parser) bodyLike(ws []word) bool {
	for _, w := range ws {
		if bodyWords[strings.ToLower(w.text)] {
			return true
		}
	}
	return false
}

// topic says that a title is one whose place is what it studies: "Russia analyst".
func (p *parser) topic(title []string) bool {
	for _, w := range title {
		if topicRoles[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// countryIn gives the country that a title names as its own: not one it is sent to ("ambassador to
// Syria"), nor one it studies ("Russia analyst").
func (p *parser) countryIn(title []word) string {
	topic := p.topic(texts(title))
	for i := 0; i < len(title); {
		n, name := 1, ""
		for k := min(4, len(title)-i); k >= 1; k-- {
			words := joined(title[i : i+k])
			words = strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
			words = strings.TrimSuffix(strings.TrimSuffix(words, "'S"), "’S")
			if smallWords[strings.ToLower(words)] && words != "US" {
				break
			}
			if c, ok := p.gaz.country(words); ok {
				n, name = k, c
				if topic && !p.gaz.demonym(words) || sentTo(title[:i]) {
					name = ""
				}
				break
			}
		}
		if name != "" {
			return name
		}
		i += n
	}
	return ""
}

// sentTo says that the words before a country make it where the title works, not whose it is.
func sentTo(before []word) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch strings.ToLower(before[i].text) {
		case "the", "a", "an":
			continue
		case "to", "for", "in", "on", "at", "with", "from", "into":
			return true
		}
		return false
	}
	return false
}

// splitHead parts the name from the title where no comma does: "VLADIMIR PUTIN RUSSIAN PRESIDENT",
// "PRESIDENT DONALD TRUMP". Either may come out empty.
func (p *parser) splitHead(ws []word) (name, title []word) {
	n := len(ws)
	for k := min(5, n); k >= 2; k-- {
		if p.gaz.person(joined(ws[:k])) {
			if k < n && (strings.EqualFold(strings.Trim(ws[k].text, "."), "jr") || strings.EqualFold(strings.Trim(ws[k].text, "."), "sr") || romanNumber(ws[k].text)) {
				k++
			}
			return ws[:k], ws[k:]
		}
	}
	if name, title, ok := p.titleFirst(ws); ok {
		return name, title
	}
	if !p.gaz.firstName(ws[0].text) && p.gaz.titleRun(texts(ws)) == n {
		return nil, ws
	}
	// the narration names the one who speaks: "our correspondent Iris Papadaki"
	for k := min(4, n-1); k >= 2; k-- {
		if !isMixed(joined(ws[:k])) && p.told(p.caps.nameCase(texts(ws[:k]))) {
			return ws[:k], ws[k:]
		}
	}
	if honorifics[strings.ToLower(strings.Trim(ws[0].text, "."))] && n >= 3 {
		return p.splitHead(ws[1:]) // "DR. SUSAN OKORO VIROLOGIST"
	}
	at := p.titleAt(ws)
	if at == 0 {
		if n > 6 {
			return nil, ws
		}
		return ws, nil
	}
	return ws[:at], ws[at:]
}

// told says that the running text has a name. It looks for so many names and no more: a text with more
// captions than that is no transcript.
func (p *parser) told(name string) bool {
	const enough = 3000
	known, seen := p.seen[name]
	if !seen && len(p.seen) < enough {
		known = p.caps.names(name)
		p.seen[name] = known
	}
	return known
}

// titleAt gives where the title begins behind the name, 0 where there is none. A name has two words at
// least where the words allow it.
func (p *parser) titleAt(ws []word) int {
	n := len(ws)
	at := 0
	for i := 2; i < n && at == 0; i++ {
		w := ws[i].text
		lower := strings.ToLower(w)
		switch {
		case particles[lower] || p.gaz.titleRun(texts(ws[i:])) == 0 && !p.demonymLike(ws, i):
		case i == n-1 && commonSurnames[lower] && (lower == "king" || lower == "prince" || !p.gaz.role(w) && !p.gaz.place(w)):
		case i == n-1 && !p.gaz.role(w) && !p.gaz.place(w) && !p.gaz.demonym(w) && !acronyms[w]:
			// a company's name that is a surname: "GERALD R FORD"
		default:
			at = i
		}
	}
	// "RICHARD WEITZ HUDSON INSTITUTE": a body's name begins before its first known word
	if last := strings.ToLower(ws[n-1].text); bodyWords[last] && n >= 4 && (at == 0 || at > 2) && !p.roleHeaded(ws[2:]) &&
		p.gaz.firstName(ws[0].text) && !p.gaz.firstName(ws[1].text) && !particles[strings.ToLower(ws[1].text)] && !particles[strings.ToLower(ws[2].text)] {
		return 2
	}
	// "ERDOGAN TURKISH PRESIDENT": the second word may be the title's first
	if (at == 2 || at == 0 && n == 2) && !commonSurnames[strings.ToLower(ws[1].text)] && !p.gaz.firstName(ws[1].text) {
		w := ws[1].text
		if p.gaz.role(w) || at == 2 && (p.gaz.demonym(w) || modifiers[strings.ToLower(w)]) {
			return 1
		}
	}
	return at
}

// demonymLike says that a word the gazetteer does not know has the shape of a people's adjective and a
// title behind it: "LURANIAN PRIME MINISTER".
func (p *parser) demonymLike(ws []word, i int) bool {
	w := strings.ToLower(ws[i].text)
	return len(w) >= 6 && i+1 < len(ws) && (strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ish")) &&
		p.gaz.titleRun(texts(ws[i+1:])) > 0 && p.hasRole(ws[i+1:])
}

// titleFirst reads "PRIME MINISTER BORIS JOHNSON", "FRENCH FOREIGN MINISTER"; false where the words
// do not begin with a title.
func (p *parser) titleFirst(ws []word) (name, title []word, ok bool) {
	if p.gaz.firstName(ws[0].text) && !p.gaz.role(ws[0].text) {
		return nil, nil, false
	}
	i, role := 0, false
	for i < len(ws) {
		w := ws[i].text
		if role && i > 0 && (p.gaz.firstName(w) || p.gaz.person(joined(ws[i:]))) {
			break
		}
		if smallWords[strings.ToLower(w)] && i > 0 && i < len(ws)-1 && w != "US" {
			i++
			continue
		}
		run := p.gaz.titleRun(texts(ws[i:]))
		if run == 0 {
			break
		}
		for k := i; k < i+run; k++ {
			role = role || p.gaz.role(ws[k].text)
		}
		i += run
	}
	if !role {
		return nil, nil, false
	}
	if i == len(ws) {
		if last := ws[i-1].text; i >= 3 && commonSurnames[strings.ToLower(last)] && !p.gaz.role(last) && p.gaz.role(ws[i-2].text) {
			return ws[i-1:], ws[:i-1], true // "PRIME MINISTER MAY"
		}
		return nil, ws, true
	}
	if len(ws)-i > 4 {
		return nil, nil, false
	}
	for _, w := range ws[i:] {
		if p.gaz.role(w.text) && !commonSurnames[strings.ToLower(w.text)] {
			return nil, nil, false // "JUSTICE MARY COLE PRESIDENT OF THE COURT": rather the name-first way
		}
	}
	return ws[i:], ws[:i], true
}
