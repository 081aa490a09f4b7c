package source

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// tally is what a document shows of one form of label: all that the decision whether it uses the form
// is made on.
type tally struct {
	names              map[string]int // label → lines that begin with it
	candidates         int
	lines              int // candidates, vetoed ones left out; of these with each kind of evidence:
	recurring, persons int
	titled, speech     int
	used, saturated    bool
}

// decide says of each line with a candidate whether it is a label: which forms the document uses, then
// which candidates of these have their form's shape. Evidence for a form is what recurs in the document,
// so that a name that stands once is a label where others are.
func (p *parser) decide() {
	for f := range p.tallies {
		p.tallies[f].names = map[string]int{}
	}
	paragraphs := 0
	for _, ln := range p.lines {
		if ln.class == labelled {
			t := &p.tallies[ln.label.form]
			t.names[p.key(ln.label)]++
			t.candidates++
		}
		if ln.class == labelled || ln.class == narration {
			paragraphs++
		}
	}
	for i, ln := range p.lines {
		if ln.class == labelled && !ln.label.loose && !p.vetoed(ln.label) {
			p.tallies[ln.label.form].count(p.evidence(ln.label, i))
		}
	}
	for f := range p.tallies {
		t := &p.tallies[f]
		t.used = t.use(form(f))
		t.saturated = t.used && t.lines >= 4 && t.lines*2 >= paragraphs
	}
	q := &p.tallies[question]
	others := p.tallies[capsColon].used || p.tallies[nameColon].used || p.tallies[capsAlone].used
	q.used = q.lines >= 2 || q.lines > 0 && others
	for i, ln := range p.lines {
		if ln.class == labelled && !p.believed(ln.label, i) {
			p.lines[i].class = narration
		}
	}
}

// evidence is what speaks for a candidate.
type evidence struct {
	recurs bool // other lines begin with the same label
	person bool // it names or describes a person
	titled bool // a person with a title
	speech bool // what follows is surely speech: "MR. X:", the first or second person, a question
}

func (p *parser) evidence(l label, i int) evidence {
	first, _, _ := strings.Cut(p.key(l), " ")
	person := p.personLike(l)
	return evidence{
		recurs: p.recurs(l),
		person: person,
		titled: person && p.hasRole(slices.Concat(labelParts(p.text, l.names)...)),
		speech: p.Honorific(first) || p.Unnamed[bareLower(first)] || isSpeech(p.bodyOf(l, i)),
	}
}

func (t *tally) count(e evidence) {
	t.lines++
	for _, c := range []struct {
		holds bool
		n     *int
	}{{e.recurs, &t.recurring}, {e.person, &t.persons}, {e.titled, &t.titled}, {e.speech, &t.speech}} {
		if c.holds {
			*c.n++
		}
	}
}

// use reports whether a document with these candidates uses a form of label.
func (t *tally) use(f form) bool {
	switch f {
	case voiceTag, arrows, soundBite, capsQuote:
		return true // nothing else looks so
	case capsColon:
		return t.speech > 0 && (t.recurring > 0 || t.persons > 0 || t.speech*2 >= t.lines)
	case nameColon:
		return t.speech > 0 && (t.recurring > 0 || t.persons > 0)
	case capsAlone:
		return t.speech > 0 && (t.recurring > 0 && len(t.names) > 1 || t.persons > 1 || t.titled > 0)
	case nameAlone:
		return t.recurring > 0 && len(t.names) > 1 && t.speech*2 >= t.lines
	case setApart:
		return t.speech > 0 && t.recurring > 0 || t.persons > 1 && t.speech*2 > t.lines
	}
	return false
}

func (p *parser) key(l label) string { return l.names.In(p.text) }

func (p *parser) recurs(l label) bool { return p.tallies[l.form].names[p.key(l)] > 1 }

// believed reports whether a candidate, on line i, is a label.
func (p *parser) believed(l label, i int) bool {
	t := &p.tallies[l.form]
	e := p.evidence(l, i)
	switch {
	case !t.used, p.vetoed(l):
		return false
	case l.form == capsAlone, l.form == nameAlone, l.form == setApart:
		return e.recurs || e.person && e.speech
	case l.form != nameColon, e.recurs, t.saturated:
		return true
	case l.loose, !l.quoted && !endsSentence(p.bodyOf(l, i)):
		return false // a headline or a heading: "Weber: No deal"
	}
	words := len(strings.Fields(p.key(l)))
	return e.person || words >= 2 && words <= 3 && len(t.names) > 1
}

// vetoed reports whether a candidate is no label, whatever the document: the field of a form, a place, a
// heading.
func (p *parser) vetoed(l label) bool {
	if l.form < capsColon || l.form == question {
		return false
	}
	names := p.key(l)
	fields := strings.Fields(names)
	if len(fields) == 0 || p.Fields[bareLower(fields[0])] || p.Fields[strings.ToLower(names)] {
		return true
	}
	if p.recurs(l) && p.tallies[l.form].candidates > p.tallies[l.form].names[names] {
		return false // a person called like a place, among other speakers
	}
	_, country := p.CountryName(names)
	if country || p.Place(names) || l.form != capsColon && p.Kind(names) == schema.Organization {
		return true
	}
	if strings.ContainsAny(names, "0123456789") && !p.personLike(l) {
		return true
	}
	if l.form != capsColon || l.body >= len(p.text) || p.allCaps || p.recurs(l) {
		return false
	}
	head := p.text[l.body:min(p.lineEnd(l.body), l.body+200)]
	_, upper := cases(head)
	return upper > 1 && !isMixed(head) && strings.Contains(head, " ") // "SYRIA TALKS: NO DEAL"
}

// personLike reports whether the words of a label name or describe a person.
func (p *parser) personLike(l label) bool {
	parts := labelParts(p.text, l.names)
	if len(parts) == 0 {
		return false
	}
	ws := parts[0]
	if len(ws) > 1 && strings.EqualFold(ws[0].text, "the") {
		ws = ws[1:]
	}
	first := ws[0].text
	switch {
	case p.Honorific(first), p.person(joined(ws)):
		return true
	case p.Unnamed[bareLower(first)]:
		return l.form != nameColon || p.recurs(l) // a writer may ask one "Question: …"
	case len(ws) == 1:
		return p.FamilyName(first) || p.Role(first) && !p.Place(first)
	}
	all := slices.Concat(parts...)
	fits := len(ws) <= 4 || (len(parts) > 1 || l.form == capsColon) && p.hasRole(all) // "X Hammers Bank CEO" does not
	return fits && (p.FirstName(first) || p.roleHeaded(all))
}

// bodyOf gives the words of line i after its label; where there are none, the next line with words.
func (p *parser) bodyOf(l label, i int) string {
	for end := p.lines[i].span.End; ; end = p.lines[i].span.End {
		if l.body < end {
			return p.text[l.body:end]
		}
		if i++; i >= len(p.lines) {
			return ""
		}
		l.body = p.lines[i].span.Start
	}
}

// speechWords are the pronouns of those who speak and are spoken to, as they stand in a text.
var speechWords = strings.Fields("I I'm I’m I've I’ve I'd I’d I'll I’ll My my me " +
	"We we We're We’re we're we’re Our our us You you Your your")

// isSpeech reports whether words are somebody's speech by their first sentences: they open with a quotation
// mark, or, before any mark, say "I", "we" or "you" or ask.
func isSpeech(words string) bool {
	words = words[:min(len(words), 400)]
	q := strings.IndexAny(words, "\"“")
	if q > 0 {
		words = words[:q]
	}
	if q == 0 || strings.Contains(words, "?") || strings.Contains(words, "--") {
		return true
	}
	for w := range strings.FieldsSeq(words) {
		if slices.Contains(speechWords, strings.TrimRight(w, ".,;:!—")) {
			return true
		}
	}
	return false
}

// findHeadings marks the headings between labelled speech: a short line of capitalised words without
// the end of a sentence, right before a label.
func (p *parser) findHeadings() {
	speech := false
	for i := range p.lines {
		ln := &p.lines[i]
		if ln.class == labelled {
			speech = speech || ln.label.form > capsQuote
			continue
		}
		if !speech || ln.class != narration || i > 0 && p.lines[i-1].class == narration {
			continue
		}
		next := i + 1
		for next < len(p.lines) && p.lines[next].class == blank {
			next++
		}
		if next < len(p.lines) && next > i+1 && p.lines[next].class == labelled && p.headingShape(ln.span) {
			ln.class = heading
		}
	}
}

// headingShape reports whether a line is short, does not end as a sentence does, and has its longer words
// capitalised.
func (p *parser) headingShape(span schema.Span) bool {
	words := span.In(p.text)
	fields := strings.Fields(words)
	if len(fields) > 12 || endsSentence(words) || strings.ContainsAny(words[len(words)-1:], ",;:-–—…") {
		return false
	}
	for i, w := range fields {
		if (i == 0 || len(w) > 4) && w == strings.ToLower(w) {
			return false
		}
	}
	return true
}
