package source

import (
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
	if off != nil && off.matches(parts[0]) > 0 {
		p.signedOff(sp, off, parts)
		return sp
	}
	first := parts[0][0].text
	reporter := len(parts) == 1 && len(parts[0]) == 1 && p.Reporters[bareLower(first)]
	if reporter || p.Unnamed[bareLower(first)] { // "UNIDENTIFIED PROTESTER" is described, not called so
		sp.Reporter = reporter
		sp.Name, sp.NameSpan = strings.ToLower(joined(parts[0])), spanOf(parts[0])
		if len(sp.Name) == 1 {
			sp.Name = first // "Q"
		}
		p.assign(sp, parts[1:])
		return sp
	}
	name, title := p.splitHead(parts[0], l.form.colon())
	rest := parts[1:]
	if len(name) == 0 {
		name, title, rest = p.nameBehind(title, rest, bracketed(p.text, l.names))
	}
	if len(name) > 0 {
		sp.Name, sp.NameSpan = p.caps.nameCase(texts(name)), spanOf(name)
	}
	p.behindName(sp, name, title)
	p.assign(sp, rest)
	return sp
}

// signedOff fills the speaker in by the sign-off that the label's first words are the name of.
func (p *parser) signedOff(sp *schema.Speaker, off *signOff, parts [][]word) {
	n := off.matches(parts[0])
	name, rest := parts[0][:n], parts[0][n:]
	sp.Name, sp.NameSpan = p.caps.nameCase(texts(name)), spanOf(name)
	sp.Reporter, sp.Outlet, sp.Place = true, off.outlet, off.place
	switch {
	case len(rest) == 0:
	case p.role(rest[len(rest)-1].text):
		p.setTitle(sp, rest)
	case sp.Place == "" || strings.EqualFold(sp.Place, joined(rest)):
		sp.Place = p.caps.titleCase(texts(rest))
	}
	p.assign(sp, parts[1:])
}

// nameBehind finds the name of a label that begins with a title: "TITLE, NAME", "The Prime Minister
// (Mr. Harald Lindvik)". Where it finds none, it gives title and rest back as they are.
func (p *parser) nameBehind(title []word, rest [][]word, brackets schema.Span) (name, newTitle []word, newRest [][]word) {
	for i := len(rest) - 1; i >= 0; i-- {
		n, t := p.splitHead(rest[i], false)
		if len(n) > 0 && len(t) == 0 && len(n) <= 5 && !p.place(joined(n)) && !p.body(joined(n)) && !p.bodyLike(n) {
			return n, append(title, flat(rest[:i])...), rest[i+1:]
		}
	}
	if parts := labelParts(p.text, brackets); len(rest) == 0 && len(parts) == 1 && len(parts[0]) >= 2 {
		if ws := parts[0]; p.honorific(ws[0].text) || p.firstName(ws[0].text) {
			n, _ := p.splitHead(ws, true)
			return n, title, nil
		}
	}
	return nil, title, rest
}

// behindName says what the words right behind a name are: a reporter's place, a title or a body.
func (p *parser) behindName(sp *schema.Speaker, name, title []word) {
	if len(title) == 0 {
		return
	}
	last := strings.ToLower(title[len(title)-1].text)
	switch {
	case !p.hasRole(title) && p.place(joined(title)):
		sp.Place, sp.Reporter = p.caps.titleCase(texts(title)), true
	case len(name) == 0, p.roleHeaded(title), p.hasRole(title) && !p.Bodies[last], p.countryIn(title) != "":
		p.setTitle(sp, title)
	default:
		sp.Outlet = p.caps.titleCase(texts(title))
	}
}

// setTitle adds words to the title, commas of the label between them.
func (p *parser) setTitle(sp *schema.Speaker, title []word) {
	if len(title) > 1 && strings.EqualFold(title[0].text, "the") {
		title = title[1:]
	}
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
		sp.Reporter = sp.Reporter || p.Reporters[strings.ToLower(w.text)]
	}
	if sp.Title != "" {
		sp.Title += ", " + b.String()
		sp.TitleSpan.End = max(sp.TitleSpan.End, title[len(title)-1].end)
	} else {
		sp.Title, sp.TitleSpan = b.String(), spanOf(title)
	}
	if sp.Country == "" {
		sp.Country = p.countryIn(title)
	}
	for k := min(4, len(title)-1); k > 0 && sp.Reporter && sp.Outlet == ""; k-- {
		if p.media(joined(title[:k])) {
			sp.Outlet = p.caps.titleCase(texts(title[:k]))
		}
	}
}

// assign says what the parts behind name and title are: more of the title, a country, a place, an outlet.
func (p *parser) assign(sp *schema.Speaker, rest [][]word) {
	for _, part := range rest {
		whole := joined(part)
		country, isCountry := p.country(strings.TrimPrefix(strings.TrimPrefix(whole, "THE "), "the "))
		switch {
		case strings.EqualFold(whole, "saying"):
		case isCountry && sp.Title != "" && !p.topic(strings.Fields(sp.Title)):
			if sp.Country == "" {
				sp.Country = country
			}
		case p.place(whole), p.places[strings.ToLower(whole)]:
			if sp.Place == "" {
				sp.Place = p.caps.titleCase(texts(part))
			}
			sp.Reporter = sp.Reporter || sp.Title == "" && (sp.Outlet == "" || p.media(sp.Outlet))
		case p.roleHeaded(part), sp.Title == "" && p.countryIn(part) != "" && p.bodyLike(part):
			p.setTitle(sp, part)
		case sp.Outlet != "" && !strings.EqualFold(sp.Outlet, whole):
			sp.Outlet += ", " + p.caps.titleCase(texts(part))
		default:
			sp.Outlet = p.caps.titleCase(texts(part))
		}
	}
}

func (p *parser) hasRole(ws []word) bool {
	for _, w := range ws {
		if p.role(w.text) {
			return true
		}
	}
	return false
}

// roleHeaded reports whether a part of a label is a title itself, not a body that has a title's word in
// its name ("Refugee Rights Europe", "Teachers Union"): it ends with a role, or a role goes on with "of".
func (p *parser) roleHeaded(ws []word) bool {
	for i, w := range ws {
		if p.role(w.text) && (i == len(ws)-1 || p.Small[strings.ToLower(ws[i+1].text)]) {
			return true
		}
	}
	return false
}

func (p *parser) bodyLike(ws []word) bool {
	for _, w := range ws {
		if p.Bodies[strings.ToLower(w.text)] {
			return true
		}
	}
	return false
}

// topic reports whether a title is one whose place is what it studies: "Russia analyst".
func (p *parser) topic(title []string) bool {
	for _, w := range title {
		if p.Topics[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// countryIn gives the country that a title names as its own: not one it is sent to ("ambassador to
// Syria"), nor one it studies ("Russia analyst").
func (p *parser) countryIn(title []word) string {
	topic := p.topic(texts(title))
	for i := 0; i < len(title); i++ {
		for k := min(4, len(title)-i); k >= 1; k-- {
			words := joined(title[i : i+k])
			for _, s := range []string{"'s", "’s", "'S", "’S"} {
				words = strings.TrimSuffix(words, s)
			}
			if p.Small[strings.ToLower(words)] && words != "US" {
				break
			}
			country, ok := p.country(words)
			if !ok {
				continue
			}
			if (!topic || p.demonym(words)) && !sentTo(title[:i]) {
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
		return false
	}
	return false
}

// speaksOver marks an outlet's reporter: who speaks over pictures, without an office and not known as
// anybody else.
func (p *parser) speaksOver(sp *schema.Speaker, label schema.Span) {
	if voiceOverRE.MatchString(label.In(p.text)) && sp.Title == "" && sp.Country == "" && strings.Contains(sp.Name, " ") && !p.person(sp.Name) {
		sp.Reporter = true
	}
}
