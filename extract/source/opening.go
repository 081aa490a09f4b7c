package source

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

const (
	placeRE  = `\p{Lu}[\p{L}.'’/-]+(?:[ /]\p{Lu}[\p{L}.'’-]*){0,3}(?:, ?\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]*){0,2})?`
	agencyRE = `(?:,? ?\((\p{L}[\p{L}\d .&/-]{1,40})\))?`
	monthRE  = `(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?`
)

var (
	bylineRE   = regexp.MustCompile(`^(?i:by) \p{Lu}[\p{L}.'’-]+(?: (?:and|&|\p{Lu}[\p{L}.'’-]*|de|van|von|al|el),?){1,8}(?:, [^.!?]{1,60})?$`)
	datelineRE = regexp.MustCompile(`^(` + placeRE + `)` + agencyRE +
		`(?:,? ?(` + monthRE + ` \d{1,2}(?:,? \d{4})?|\d{1,2} ` + monthRE + `(?:,? \d{4})?)[.,]?)?` + agencyRE +
		`[ \t]*(?:(—|–|--|-)|/([A-Z -]+)/\.?[ \t]*(?:—|–|-)?)[ \t]+`)
)

// opening reads what may stand before the first words: a running time, a date line, a byline. It
// reports whether line i is such a line, to be passed over.
func (p *parser) opening(i int) bool {
	words := p.lines[i].span.In(p.text)
	if p.lines[i].class == clock || len(words) < 100 && bylineRE.MatchString(words) {
		return true
	}
	date, ok := dateLine(words)
	if ok {
		p.setDate(date)
	}
	return ok
}

func (p *parser) setDate(date string) {
	if p.doc.Date == "" || p.doc.DateSource == schema.DateFromFileName || p.doc.DateSource == schema.DateFromFlag {
		p.doc.Date, p.doc.DateSource = date, schema.DateFromText
	}
}

// headline takes line i for a headline where it is short, does not end as a sentence does, and more text
// follows. Otherwise it looks for a dateline, and takes it off the line.
func (p *parser) headline(i int) bool {
	ln := &p.lines[i]
	words := ln.span.In(p.text)
	if !p.isHeadline(i, words) {
		p.cutDateline(ln)
		return false
	}
	p.turns = append(p.turns, schema.Turn{Kind: schema.Headline, Span: ln.span})
	p.doc.Title = cmp.Or(p.doc.Title, words)
	for k := i + 1; k < len(p.lines); k++ { // byline, date and dateline stand below a headline as well
		if p.lines[k].class == blank || p.opening(k) {
			p.lines[k].class = blank
			continue
		}
		p.cutDateline(&p.lines[k])
		break
	}
	return true
}

// isHeadline reports whether the words of line i, the first of the text, are a headline.
func (p *parser) isHeadline(i int, words string) bool {
	alone := i+1 < len(p.lines) && p.lines[i+1].class == blank
	if words == p.doc.Title && i+1 < len(p.lines) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, `"'”’)`))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, `"'“‘`))
	fields := strings.Fields(words)
	next := p.nextLine(p.lines[i].span.End)
	switch {
	case next < 0, p.lines[i].class != narration, p.dateline(words) > 0,
		strings.ContainsRune(".!…,;:-–—", last), len(fields) > 25, len(words) > 200,
		!unicode.IsUpper(first) && !unicode.IsDigit(first), p.Small[fields[len(fields)-1]]:
		return false
	case alone || last == '?':
		return alone
	}
	return !unicode.IsLower(p.runeAt(next)) && len(words) < 60
}

// cutDateline takes a dateline off the beginning of a line.
func (p *parser) cutDateline(ln *line) {
	if ln.class == narration {
		ln.span.Start += p.dateline(ln.span.In(p.text))
	}
}

// dateline gives the length of "BRUSSELS — ", "GENEVA, Feb. 14, 2019 (Xinhua) — " at the start of a line, 0
// where there is none, and takes its date and agency.
func (p *parser) dateline(words string) int {
	m := datelineRE.FindStringSubmatch(words[:min(len(words), 180)])
	if m == nil {
		return 0
	}
	agency, date, dash, slashed := cmp.Or(m[2], m[4]), m[3], m[5], m[6]
	city, region, _ := strings.Cut(m[1], ",")
	capitals := !isMixed(city) && utf8.RuneCountInString(city) >= 3
	known, short := p.Place(city), dash != "-" && len(strings.Fields(city)) <= 3
	switch {
	case slashed != "" && date == "", region != "" && date == "" && !capitals && !known:
		return 0
	case agency == "" && date == "" && !(known && (short || capitals) || capitals && short):
		return 0
	}
	p.doc.Source = cmp.Or(p.doc.Source, cmp.Or(agency, slashed))
	if iso, ok := parseDate(strings.TrimRight(date, ".,")); ok {
		p.setDate(iso)
	}
	return len(m[0])
}
