package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

var (
	bylineRE   = regexp.MustCompile(`^(?i:by) \p{Lu}[\p{L}.'’-]+(?: (?:and|&|\p{Lu}[\p{L}.'’-]*|de|van|von|al|el),?){1,8}(?:, [^.!?]{1,60})?$`)
	dashRE     = regexp.MustCompile(`^[ \t]*(?:—|–|--|-|/[A-Z -]+/\.?[ \t]*(?:—|–|-)?)[ \t]+`)
	placeRE    = regexp.MustCompile(`^\p{Lu}[\p{L}.'’/-]+(?:[ /]\p{Lu}[\p{L}.'’-]*){0,3}(?:, ?\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]*){0,2})?`)
	agencyRE   = regexp.MustCompile(`^,? ?\(([\p{L}][\p{L}\d .&/-]{1,40})\)`)
	datelineRE = regexp.MustCompile(`^,? ?((?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:,? \d{4})?)[.,]?`)
)

// opening reads what may stand before the first words: a running time, a date line, a byline. It
// says whether line i is such a line, to be passed over.
func (p *parser) opening(i int) bool {
	line := p.lines[i].span.In(p.text)
	if p.lines[i].class == clock || len(line) < 100 && bylineRE.MatchString(line) {
		return true
	}
	if date, ok := dateLine(line); ok {
		p.setDate(date)
		return true
	}
	return false
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
	p.doc.Title = firstNonEmpty(p.doc.Title, words)
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

func (p *parser) cutDateline(ln *line) {
	if ln.class == narration {
		ln.span.Start += p.dateline(ln.span)
	}
}

// monthOf reports whether words open with the name of a month.
func monthOf(words string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(words), " ")
	return months[strings.ToLower(strings.TrimRight(first, ".,"))] > 0
}

func (p *parser) isHeadline(i int, words string) bool {
	alone := i+1 < len(p.lines) && p.lines[i+1].class == blank
	if words == p.doc.Title && i+1 < len(p.lines) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(words, `"'”’)`))
	fields := strings.Fields(words)
	if strings.ContainsRune(".!…,;:-–—", last) || len(fields) > 25 || len(words) > 200 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, `"'“‘`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	if p.Small[fields[len(fields)-1]] || len(fields) > 8 && runsOn[fields[0]] {
		return false // the first line of a wrapped text
	}
	if p.lines[i].class != narration || p.dateline(p.lines[i].span) > 0 {
		return false
	}
	next := p.nextLine(p.lines[i].span.End)
	switch {
	case next < 0:
		return false
	case alone || last == '?':
		return alone
	}
	// wrapped text goes on in small letters or is about as wide
	return !unicode.IsLower(p.runeAt(next)) && (len(words) < 60 || !p.isWrapped())
}

// runsOn open sentences, and hardly ever a long headline.
var runsOn = map[string]bool{"On": true, "It": true, "I": true, "We": true, "As": true, "At": true, "Let": true, "My": true, "Allow": true, "This": true, "Mr.": true}

// isWrapped reports whether the lines of the text are wrapped at a width: most end amid a sentence.
func (p *parser) isWrapped() bool {
	full, long, widest := 0, 0, 0
	for _, ln := range p.lines {
		widest = max(widest, ln.span.Len())
	}
	for _, ln := range p.lines {
		if ln.class != blank {
			full++
		}
		if ln.span.Len() > widest*3/4 {
			long++
		}
	}
	return full >= 3 && long*2 > full && widest < 120
}

// dateline gives the length of "BRUSSELS — ", "GENEVA, Feb. 14, 2019 (…) — " at the start of a line, 0
// where there is none, and takes its date and agency.
func (p *parser) dateline(ln schema.Span) int {
	line := ln.In(p.text)
	head := line[:min(len(line), 140)]
	place := placeRE.FindString(head)
	if place == "" {
		return 0
	}
	if city, region, ok := strings.Cut(place, ","); ok && monthOf(region) {
		place = city
	}
	at := len(place)
	agency, date := "", ""
	for range 2 {
		if m := agencyRE.FindStringSubmatch(head[at:]); m != nil && agency == "" {
			agency = m[1]
			at += len(m[0])
		}
		if m := datelineRE.FindStringSubmatch(head[at:]); m != nil && date == "" {
			date = m[1]
			at += len(m[0])
		}
	}
	city, region, _ := strings.Cut(place, ",")
	capitals := !isMixed(city) && utf8.RuneCountInString(city) >= 3
	if region != "" && date == "" && !capitals && !p.place(city) {
		return 0
	}
	m := dashRE.FindString(head[at:])
	if m == "" || strings.Contains(m, "/") && date == "" {
		return 0
	}
	dash := strings.TrimSpace(m)
	if !capitals && agency == "" && date == "" && !(p.place(city) && dash != "-" && len(strings.Fields(city)) <= 3) {
		return 0
	}
	if capitals && !p.place(city) && agency == "" && date == "" && (dash == "-" || len(strings.Fields(city)) > 3) {
		return 0
	}
	if strings.HasPrefix(dash, "/") && agency == "" {
		agency = strings.Trim(strings.TrimRight(dash, ".—–- "), "/")
	}
	if agency != "" && p.doc.Source == "" {
		p.doc.Source = agency
	}
	if date != "" {
		if iso, ok := parseDate(strings.TrimRight(date, ".,")); ok && len(iso) >= 4 && iso[0] != '-' {
			p.setDate(iso)
		}
	}
	return at + len(m)
}
