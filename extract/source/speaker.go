package source

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// speaker reads the words of a label: who, in what role, for whom, where. off is the sign-off that
// the speaker's words end with, nil where there is none: it divides a reporter's name from the place.
func (p *parser) speaker(l label, off *signOff) *schema.Speaker {
	sp := &schema.Speaker{Language: l.language}
	parts := labelParts(p.text, l.names)
	if len(parts) == 0 {
		return sp
	}
	head, rest := parts[0], parts[1:]
	first := head[0].text
	switch {
	case off != nil && off.matches(head) > 0:
		n := off.matches(head)
		p.setName(sp, head[:n])
		sp.Reporter, sp.Outlet, sp.Place = true, off.outlet, off.place
		place := p.caps.titleCase(texts(head[n:]))
		if p.hasRole(head[n:]) {
			p.setTitle(sp, head[n:])
		} else if place != "" && (sp.Place == "" || strings.EqualFold(sp.Place, place)) {
			sp.Place = place
		}
	case p.Unnamed[bareLower(first)] && (len(head) == 1 || len(first) > 2),
		len(head) == 1 && len(rest) == 0 && p.Reporters[bareLower(first)]:
		p.setName(sp, head)
		if len(sp.Name) > 1 { // "UNIDENTIFIED PROTESTER" is described, not called so
			sp.Name = strings.ToLower(joined(head))
		}
		sp.Reporter, sp.Unnamed = p.Reporters[bareLower(first)], true
	default:
		name, title := p.splitHead(head, l.form.colon())
		if len(name) == 0 {
			name, title, rest = p.nameAfterTitle(l, title, rest)
		}
		p.setName(sp, name)
		p.describe(sp, title)
	}
	for _, part := range rest {
		p.describeBy(sp, part)
	}
	plain := sp.Title == "" && sp.Country == "" && strings.Contains(sp.Name, " ") && !p.person(sp.Name)
	if plain && voiceOverRE.MatchString(l.span.In(p.text)) {
		sp.Reporter = true // who speaks over pictures, without an office and not known as anybody else
	}
	return sp
}

// nameAfterTitle finds the name of a label that begins with a title: "TITLE, NAME", "The Prime Minister
// (Mr. Harald Lindvik)". Where it finds none, it gives title and rest back as they are.
func (p *parser) nameAfterTitle(l label, title []word, rest [][]word) (name, newTitle []word, newRest [][]word) {
	for i := len(rest) - 1; i >= 0; i-- {
		n, t := p.splitHead(rest[i], false)
		if len(n) > 0 && len(n) <= 5 && len(t) == 0 && !p.Place(joined(n)) && !p.bodyLike(n) {
			return n, append(title, slices.Concat(rest[:i]...)...), rest[i+1:]
		}
	}
	names := l.names.In(p.text)
	if open := strings.IndexByte(names, '('); open >= 0 && len(rest) == 0 {
		open += l.names.Start
		closing := open + strings.IndexByte(p.text[open:l.names.End]+")", ')')
		inner := labelParts(p.text, schema.Span{Start: open + 1, End: closing})
		if len(inner) == 1 && len(inner[0]) > 1 && (p.Honorific(inner[0][0].text) || p.FirstName(inner[0][0].text)) {
			n, _ := p.splitHead(inner[0], true)
			return n, title, nil
		}
	}
	return nil, title, rest
}

func (p *parser) setName(sp *schema.Speaker, name []word) {
	sp.Name, sp.NameSpan = p.caps.nameCase(texts(name)), spanOf(name)
}

// describe says what the words right after a name are: a reporter's place, a title or a body.
func (p *parser) describe(sp *schema.Speaker, ws []word) {
	switch {
	case len(ws) == 0:
	case !p.hasRole(ws) && p.Place(joined(ws)):
		sp.Place, sp.Reporter = p.caps.titleCase(texts(ws)), true
	case sp.Name == "", p.roleHeaded(ws), p.hasRole(ws) && !p.bodyLike(ws[len(ws)-1:]), p.countryIn(ws) != "":
		p.setTitle(sp, ws)
	default:
		sp.Outlet = p.caps.titleCase(texts(ws))
	}
}

// describeBy says what a part of the label after name and title is: more of the title, a country, a
// place, an outlet.
func (p *parser) describeBy(sp *schema.Speaker, part []word) {
	whole := joined(part)
	country, isCountry := p.CountryName(strings.TrimPrefix(strings.TrimPrefix(whole, "THE "), "the "))
	switch {
	case strings.EqualFold(whole, "saying"):
	case isCountry && sp.Title != "" && !p.studies(strings.Fields(sp.Title)):
		sp.Country = cmp.Or(sp.Country, country)
	case p.Place(whole), p.places[strings.ToLower(whole)]:
		sp.Place = cmp.Or(sp.Place, p.caps.titleCase(texts(part)))
		sp.Reporter = sp.Reporter || sp.Title == "" && (sp.Outlet == "" || p.Outlet(sp.Outlet))
	case p.roleHeaded(part), sp.Title == "" && p.countryIn(part) != "" && p.bodyLike(part):
		p.setTitle(sp, part)
	case sp.Outlet != "" && !strings.EqualFold(sp.Outlet, whole):
		sp.Outlet += ", " + p.caps.titleCase(texts(part))
	default:
		sp.Outlet = p.caps.titleCase(texts(part))
	}
}

// setTitle adds words to the title, commas of the label between them.
func (p *parser) setTitle(sp *schema.Speaker, ws []word) {
	if len(ws) > 1 && strings.EqualFold(ws[0].text, "the") {
		ws = ws[1:]
	}
	var b strings.Builder
	for i, w := range ws {
		if i > 0 && strings.Contains(p.text[ws[i-1].end:w.start], ",") {
			b.WriteByte(',')
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.caps.titleWord(w.text, i == 0))
		sp.Reporter = sp.Reporter || p.Reporters[strings.ToLower(w.text)]
	}
	if sp.Title == "" {
		sp.Title, sp.TitleSpan = b.String(), spanOf(ws)
	} else {
		sp.Title += ", " + b.String()
		sp.TitleSpan.End = max(sp.TitleSpan.End, ws[len(ws)-1].end)
	}
	sp.Country = cmp.Or(sp.Country, p.countryIn(ws))
	for k := min(4, len(ws)-1); k > 0 && sp.Reporter && sp.Outlet == ""; k-- {
		if p.Outlet(joined(ws[:k])) {
			sp.Outlet = p.caps.titleCase(texts(ws[:k]))
		}
	}
}

// countryIn gives the country that a title names as its own: not one it is sent to ("ambassador to
// Syria"), nor one it studies ("Russia analyst").
func (p *parser) countryIn(title []word) string {
	for i := 0; i < len(title); i++ {
		for k := min(4, len(title)-i); k >= 1; k-- {
			words := joined(title[i : i+k])
			for _, owner := range []string{"'s", "’s", "'S", "’S"} {
				words = strings.TrimSuffix(words, owner)
			}
			country, ok := p.CountryName(words)
			if !ok || p.Small[strings.ToLower(words)] && words != "US" {
				continue
			}
			if (!p.studies(texts(title)) || p.Demonym(words)) && !sentTo(title[:i]) {
				return country
			}
			i += k - 1
			break
		}
	}
	return ""
}

// sentTo reports whether the words before a country make it where the title works, not whose it is.
func sentTo(before []word) bool {
	for i := len(before) - 1; i >= 0; i-- {
		switch strings.ToLower(before[i].text) {
		case "the", "a", "an":
			continue
		case "to", "for", "in", "on", "at", "with", "from", "into":
			return true
		}
		break
	}
	return false
}

// splitHead divides name and title where no comma does: "VLADIMIR PUTIN RUSSIAN PRESIDENT", "PRESIDENT
// DONALD TRUMP". Either may come out empty. plain: a colon ends the label, so that words without any
// role in them are a name as a whole.
func (p *parser) splitHead(ws []word, plain bool) (name, title []word) {
	n := len(ws)
	for k := min(5, n); k >= 2; k-- {
		if !p.person(joined(ws[:k])) {
			continue
		}
		if k < n && generation(ws[k].text) {
			k++
		}
		return ws[:k], ws[k:]
	}
	if at := p.titleEnd(ws); at > 0 {
		return ws[at:], ws[:at]
	}
	if !p.FirstName(ws[0].text) && p.TitleRun(texts(ws)) == n {
		if plain && n == 1 && !p.hasRole(ws) {
			return ws, nil // "WASHINGTON:" is a person, as the document's labels go
		}
		return nil, ws
	}
	if plain && n <= 4 && !p.hasRole(ws[min(2, n):]) && !(n > 2 && p.Demonym(ws[2].text)) {
		return ws, nil
	}
	// the narration names the one who speaks: "our correspondent Iris Papadaki"
	for k := min(4, n-1); k >= 2; k-- {
		if !isMixed(joined(ws[:k])) && p.caps.mentions(p.caps.nameCase(texts(ws[:k]))) {
			return ws[:k], ws[k:]
		}
	}
	if p.Honorific(ws[0].text) && n >= 3 {
		return p.splitHead(ws[1:], plain) // "DR. SUSAN OKORO VIROLOGIST"
	}
	at := p.titleAt(ws)
	if at == n && n > 6 {
		return nil, ws
	}
	return ws[:at], ws[at:]
}

// titleEnd gives where a title that the words begin with ends: "PRIME MINISTER BORIS JOHNSON", "FRENCH
// FOREIGN MINISTER"; 0 where they begin with none that has a role in it.
func (p *parser) titleEnd(ws []word) int {
	n, i, role := len(ws), 0, false
	if p.FirstName(ws[0].text) && !p.Role(ws[0].text) {
		return 0
	}
	for i < n && !(role && (p.FirstName(ws[i].text) || p.person(joined(ws[i:])))) {
		run := p.TitleRun(texts(ws[i:]))
		if w := ws[i].text; p.Small[strings.ToLower(w)] && i < n-1 && w != "US" && (i > 0 || strings.EqualFold(w, "the")) {
			run = 1
		}
		if run == 0 {
			break
		}
		role = role || p.hasRole(ws[i:i+run])
		i += run
	}
	if last := ws[n-1].text; i == n && n >= 3 && p.surnameOnly(last) && p.Role(ws[n-2].text) {
		i-- // "PRIME MINISTER MAY"
	}
	if !role || n-i > 4 {
		return 0
	}
	for _, w := range ws[i:] {
		if p.Role(w.text) && !p.Surnames[strings.ToLower(w.text)] {
			return 0 // "JUSTICE MARY COLE PRESIDENT OF THE COURT": the title stands after the name
		}
	}
	return i
}

// titleAt gives where the title begins after the name, the number of words where there is none. A name
// has two words at least where the words allow it.
func (p *parser) titleAt(ws []word) int {
	n, at := len(ws), 2
	for at < n && !p.titleBegins(ws, at) {
		at++
	}
	if at > 2 && n >= 4 && p.bodyFrom(ws) {
		return 2
	}
	second := strings.ToLower(ws[min(1, n-1)].text)
	if at != 2 || n == 1 || p.Surnames[second] || p.FirstName(second) {
		return min(at, n)
	}
	if p.Role(second) || n > 2 && (p.Demonym(second) || p.Modifiers[second]) {
		return 1 // "ERDOGAN TURKISH PRESIDENT"
	}
	return 2
}

// titleBegins reports whether the title begins at word i, after a name of two words or more.
func (p *parser) titleBegins(ws []word, i int) bool {
	w := ws[i].text
	lower := strings.ToLower(w)
	if p.Particles[lower] || p.TitleRun(texts(ws[i:])) == 0 && !p.demonymLike(ws[i:]) {
		return false
	}
	if i < len(ws)-1 {
		return true
	}
	// a company's name can be a surname: "GERALD R FORD"
	titled := p.Role(w) || p.Place(w) || p.Demonym(w) || p.Acronyms[w]
	return titled && !p.surnameOnly(w) && lower != "king" && lower != "prince"
}

// surnameOnly reports whether a word after a name is a surname and neither role nor place: "MAY".
func (p *parser) surnameOnly(w string) bool {
	return p.Surnames[strings.ToLower(w)] && !p.Role(w) && !p.Place(w)
}

// bodyFrom reports whether a body's name follows a name of two words, and begins before its first known
// word: "RICHARD WEITZ HUDSON INSTITUTE".
func (p *parser) bodyFrom(ws []word) bool {
	second, third := strings.ToLower(ws[1].text), strings.ToLower(ws[2].text)
	return p.bodyLike(ws[len(ws)-1:]) && !p.roleHeaded(ws[2:]) &&
		p.FirstName(ws[0].text) && !p.FirstName(second) && !p.Particles[second] && !p.Particles[third]
}

// demonymLike reports whether a word that no list knows has the shape of a people's adjective and a
// title after it: "LURANIAN PRIME MINISTER".
func (p *parser) demonymLike(ws []word) bool {
	w := strings.ToLower(ws[0].text)
	shaped := strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ish")
	return shaped && len(w) >= 6 && len(ws) > 1 && p.TitleRun(texts(ws[1:])) > 0 && p.hasRole(ws[1:])
}
