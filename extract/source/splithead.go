package source

import "strings"

// splitHead divides name and title where no comma does: "VLADIMIR PUTIN RUSSIAN PRESIDENT", "PRESIDENT
// DONALD TRUMP". Either may come out empty. plain: a colon ends the label, so that words without any
// role in them are a name as a whole.
func (p *parser) splitHead(ws []word, plain bool) (name, title []word) {
	n := len(ws)
	for k := min(5, n); k >= 2; k-- {
		if p.person(joined(ws[:k])) {
			if k < n && generation(ws[k].text) {
				k++
			}
			return ws[:k], ws[k:]
		}
	}
	if name, title, ok := p.titleFirst(ws); ok {
		return name, title
	}
	if !p.firstName(ws[0].text) && p.titleRun(texts(ws)) == n {
		if plain && n == 1 && !p.hasRole(ws) {
			return ws, nil // "WASHINGTON:" is a person, as the document's labels go
		}
		return nil, ws
	}
	if plain && n <= 4 && !p.hasRole(ws[min(2, n):]) && !(n > 2 && p.demonym(ws[2].text)) {
		return ws, nil
	}
	// the narration names the one who speaks: "our correspondent Iris Papadaki"
	for k := min(4, n-1); k >= 2; k-- {
		if !isMixed(joined(ws[:k])) && p.caps.mentions(p.caps.nameCase(texts(ws[:k]))) {
			return ws[:k], ws[k:]
		}
	}
	if p.honorific(ws[0].text) && n >= 3 {
		return p.splitHead(ws[1:], plain) // "DR. SUSAN OKORO VIROLOGIST"
	}
	switch at := p.titleAt(ws); {
	case at > 0:
		return ws[:at], ws[at:]
	case n > 6:
		return nil, ws
	}
	return ws, nil
}

// generation reports whether a word behind a name tells father from son: "Jr.", "III".
func generation(w string) bool {
	bare := strings.Trim(w, ".")
	return strings.EqualFold(bare, "jr") || strings.EqualFold(bare, "sr") || romanNumber(w)
}

// titleAt gives where the title begins behind the name, 0 where there is none. A name has two words at
// least where the words allow it.
func (p *parser) titleAt(ws []word) int {
	n := len(ws)
	at := 0
	for i := 2; i < n && at == 0; i++ {
		if p.titleBegins(ws, i) {
			at = i
		}
	}
	if at != 2 && n >= 4 && p.bodyFrom(ws) {
		return 2
	}
	// "ERDOGAN TURKISH PRESIDENT": the second word may be the title's first
	if at != 2 && !(at == 0 && n == 2) {
		return at
	}
	second := ws[1].text
	lower := strings.ToLower(second)
	if p.Surnames[lower] || p.firstName(second) {
		return at
	}
	if p.role(second) || at == 2 && (p.demonym(second) || p.Modifiers[lower]) {
		return 1
	}
	return at
}

// titleBegins reports whether the title begins at word i, behind a name of two words or more.
func (p *parser) titleBegins(ws []word, i int) bool {
	w := ws[i].text
	lower := strings.ToLower(w)
	if p.Particles[lower] || p.titleRun(texts(ws[i:])) == 0 && !p.demonymLike(ws, i) {
		return false
	}
	if i < len(ws)-1 {
		return true
	}
	role, place := p.role(w), p.place(w)
	if p.Surnames[lower] && (lower == "king" || lower == "prince" || !role && !place) {
		return false
	}
	// a company's name can be a surname: "GERALD R FORD"
	return role || place || p.demonym(w) || p.Acronyms[w]
}

// bodyFrom reports whether a body's name follows a name of two words, and begins before its first known
// word: "RICHARD WEITZ HUDSON INSTITUTE".
func (p *parser) bodyFrom(ws []word) bool {
	second, third := ws[1].text, strings.ToLower(ws[2].text)
	return p.Bodies[strings.ToLower(ws[len(ws)-1].text)] && !p.roleHeaded(ws[2:]) &&
		p.firstName(ws[0].text) && !p.firstName(second) && !p.Particles[strings.ToLower(second)] && !p.Particles[third]
}

// demonymLike reports whether a word that no list knows has the shape of a people's adjective and a
// title behind it: "LURANIAN PRIME MINISTER".
func (p *parser) demonymLike(ws []word, i int) bool {
	w := strings.ToLower(ws[i].text)
	shaped := strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ish")
	return shaped && len(w) >= 6 && i+1 < len(ws) && p.titleRun(texts(ws[i+1:])) > 0 && p.hasRole(ws[i+1:])
}

// titleFirst reads "PRIME MINISTER BORIS JOHNSON", "FRENCH FOREIGN MINISTER"; false where the words
// do not begin with a title.
func (p *parser) titleFirst(ws []word) (name, title []word, ok bool) {
	n := len(ws)
	if p.firstName(ws[0].text) && !p.role(ws[0].text) {
		return nil, nil, false
	}
	at, ok := p.titleEnd(ws)
	if !ok {
		return nil, nil, false
	}
	if at == n {
		last := ws[n-1].text
		if n >= 3 && p.Surnames[strings.ToLower(last)] && !p.role(last) && p.role(ws[n-2].text) {
			return ws[n-1:], ws[:n-1], true // "PRIME MINISTER MAY"
		}
		return nil, ws, true
	}
	if n-at > 4 {
		return nil, nil, false
	}
	for _, w := range ws[at:] {
		if p.role(w.text) && !p.Surnames[strings.ToLower(w.text)] {
			return nil, nil, false // "JUSTICE MARY COLE PRESIDENT OF THE COURT": rather the name-first way
		}
	}
	return ws[at:], ws[:at], true
}

// titleEnd gives where a title that the words begin with ends; false where they begin with none that
// has a role in it.
func (p *parser) titleEnd(ws []word) (end int, ok bool) {
	i, role := 0, false
	for i < len(ws) {
		w := ws[i].text
		if role && (p.firstName(w) || p.person(joined(ws[i:]))) {
			break
		}
		if p.Small[strings.ToLower(w)] && i < len(ws)-1 && w != "US" && (i > 0 || strings.EqualFold(w, "the")) {
			i++
			continue
		}
		run := p.titleRun(texts(ws[i:]))
		if run == 0 {
			break
		}
		role = role || p.hasRole(ws[i:i+run])
		i += run
	}
	return i, role
}
