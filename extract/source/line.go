package source

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// class is what a line of a document is.
type class uint8

const (
	blank     class = iota
	narration       // words of whoever speaks, a label perhaps amid them
	labelled        // a label, and mostly the words after it; before decide: a candidate
	heading         // stands between labelled speech and is nobody's
	direction       // "[applause]", "(END VIDEO CLIP)"
	clock           // "02:19", "[21:00:10]", "4:06 P.M. EDT"
	closing         // "END", "###": nothing after it is the speaker's
)

// line is one line of a document.
type line struct {
	span  schema.Span // without white space around it
	class class
	stamp int   // bytes of a time stamp at its beginning
	label label // where class is labelled
}

var (
	timeRE = regexp.MustCompile(`(?i)^[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,:;]\d{1,3})?` +
		`(?:[ ]?[ap]\.?m\.?)?(?:[ ](?:[A-Z]{2,4}|\(?local\)?))?[\])]?$`)
	endRE = regexp.MustCompile(`^(?:(?:\(?END\)?|-?END-?)(?:\s+\d{1,2}:\d{2}.{0,15})?|#(?:\s*#)+|-30-|[-_=*~ ]{3,})$`)
)

// scan gives every line its class.
func (p *parser) scan() {
	pos := 0
	for raw := range strings.Lines(p.text) {
		trimmed := strings.TrimSpace(raw)
		ln := line{span: schema.Span{Start: pos, End: pos}, class: blank}
		if trimmed != "" {
			ln.span.Start += len(raw) - len(strings.TrimLeftFunc(raw, unicode.IsSpace))
			ln.span.End = ln.span.Start + len(trimmed)
			ln.class = narration
		}
		p.lines = append(p.lines, ln)
		pos += len(raw)
	}
	for i := range p.lines {
		if p.lines[i].class == narration {
			p.classify(&p.lines[i])
		}
	}
}

func (p *parser) classify(ln *line) {
	words := ln.span.In(p.text)
	short := len(words) <= 100
	switch {
	case short && timeRE.MatchString(words):
		ln.class = clock
		return
	case short && endRE.MatchString(words):
		ln.class = closing
		return
	case short && p.isDirection(words):
		ln.class = direction
		return
	}
	if c := words[0]; c == '[' || c == '(' || c >= '0' && c <= '9' {
		ln.stamp = len(stampRE.FindString(words))
	}
	start := ln.span.Start + ln.stamp
	l, ok := p.labelAt(start, ln.span.End)
	for _, dash := range []string{"- ", "– ", "— "} { // "– Name: words"
		if rest := start + len(dash); !ok && strings.HasPrefix(p.text[start:ln.span.End], dash) {
			l, ok = p.labelAt(rest, ln.span.End)
			ok = ok && (l.form == capsColon || l.form == nameColon)
		}
	}
	if ok {
		ln.class, ln.label = labelled, l
	}
}

// isDirection reports whether a line is a stage direction: in brackets as a whole, and in capitals or
// begun by a word for what is heard or shown.
func (p *parser) isDirection(words string) bool {
	inner := strings.TrimLeft(strings.TrimRight(words, ")]"), "([")
	nested := len(words) != len(inner)+2 || strings.ContainsAny(inner, "()[]")
	if nested || inner == "" || strings.HasPrefix(inner, "SOUNDBITE") {
		return false
	}
	first, _, _ := strings.Cut(inner, " ")
	_, upper := cases(inner)
	return upper > 0 && !isMixed(inner) || p.Directions[bareLower(first)]
}

// split divides lines at the labels amid them: captions with their quotes, as where a transcript has lost
// its line ends, and labels of forms that the document uses, after the end of a sentence.
func (p *parser) split() {
	var out []line
	for _, ln := range p.lines {
		from := ln.span.Start
		if ln.class == labelled {
			from = ln.label.body
		}
		for k := from + 1; k < ln.span.End && (ln.class == labelled || ln.class == narration); k++ {
			l, ok := p.labelWithin(from, k, ln.span.End)
			if !ok {
				continue
			}
			before := ln
			before.span = p.trim(schema.Span{Start: ln.span.Start, End: l.span.Start})
			out = append(out, before)
			ln = line{span: schema.Span{Start: l.span.Start, End: ln.span.End}, class: labelled, label: l}
			from, k = l.body, max(k, l.body)
		}
		out = append(out, ln)
	}
	p.lines = out
}

// labelWithin reads the label amid a line that the mark at k belongs to; from is where the words before it
// begin.
func (p *parser) labelWithin(from, k, limit int) (label, bool) {
	switch c := p.text[k]; {
	case c == '"' || c == 0xE2:
		return p.captionBefore(from, k, limit)
	case c == ':' && k+1 < limit && p.text[k+1] == ' ' && (p.tallies[capsColon].used || p.tallies[nameColon].used):
		const reach = 80 // bytes; no label within a line is longer
		found := label{}
		for at := max(from, k-reach); at < k; at++ {
			l, ok := p.innerAt(from, at, limit)
			if !ok || l.names.End != k {
				continue
			}
			known := p.tallies[l.form].names[p.key(l)] > 0
			if known {
				return l, true // "OK. BERG:" where lines begin with "BERG:"
			}
			if found.form == noForm && (at > from || strings.IndexByte(p.key(l), ' ') < 0) {
				found = l
			}
		}
		return found, found.form != noForm
	case c == 'Q' && p.tallies[question].used || c == '>':
		return p.innerAt(from, k, limit)
	}
	return label{}, false
}

// innerAt reads a label at a place amid a line. It must be one that the document has elsewhere, or of a
// form that it has often.
func (p *parser) innerAt(from, at, limit int) (label, bool) {
	if at == 0 || p.text[at] == ' ' || p.text[at-1] != ' ' || !p.sentenceBefore(from, at) {
		return label{}, false
	}
	l, ok := p.labelAt(at, limit)
	t := &p.tallies[l.form]
	if !ok || !t.used || p.vetoed(l) {
		return label{}, false
	}
	known := t.names[p.key(l)] > 0
	switch l.form {
	case question, arrows:
		return l, true
	case capsColon:
		return l, known || t.recurring > 1 || p.personLike(l)
	}
	return l, l.form == nameColon && known
}

// sentenceBefore reports whether what stands before i, if anything, ends as a sentence, a bracket or a dash
// does.
func (p *parser) sentenceBefore(from, i int) bool {
	before := strings.TrimRight(p.text[max(from, i-8):i], " \t")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || endsSentence(before) || last == ')' || last == '—' || strings.HasSuffix(before, "--")
}

// captionRE finds the words of capitals that a text ends with after the end of a sentence, three or more.
var captionRE = regexp.MustCompile(`(?:^|[.!?…]["'”’)»]*[ \t]+)` +
	`((?:(?:[\p{Lu}\d&][\p{Lu}\p{M}\d.'’&/-]*|Mc\p{Lu}+|[a-z]{2,3}|[-–—|]),?[ \t]+){3,}|` +
	`(?:\p{Lu}[\p{Lu}.'’-]*,?[ \t]+){2,}\p{Lu}[\p{Lu}.'’-]*:?[ \t]*)$`)

// captionBefore reads the caption amid a line whose quote opens at i: "… the last stronghold. VLADIMIR
// PUTIN RUSSIAN PRESIDENT “We need …”".
func (p *parser) captionBefore(start, i, limit int) (label, bool) {
	const reach = 240 // bytes; no caption is longer
	from := max(start, i-reach)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.text[from:i], " \t:,."))
	if !unicode.IsUpper(last) && !unicode.IsDigit(last) || !p.quoteOpens(i) {
		return label{}, false
	}
	m := captionRE.FindStringSubmatchIndex(p.text[from:i])
	if m == nil || from+m[2] <= start {
		return label{}, false
	}
	l, ok := p.capitals(from+m[2], limit)
	return l, ok && l.quoted && l.body == i
}

var colonRE = regexp.MustCompile(`^[^:\n]*(?::\d[^:\n]*)*(:)(?:[\s"“]|$)`)

// colon gives the first colon that white space, a quote or the end of the line follows, -1 where there is
// none or another colon, as of an address, goes before it.
func (p *parser) colon(start, end int) int {
	if m := colonRE.FindStringSubmatchIndex(p.text[start:end]); m != nil {
		return start + m[2]
	}
	return -1
}

// endsSentence reports whether words end as a sentence does, quotation marks and brackets passed over.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)»] \t\r")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

func (p *parser) runeAt(i int) rune {
	r, _ := utf8.DecodeRuneInString(p.text[i:])
	return r
}

func (p *parser) skipSpace(i, end int) int {
	return end - len(strings.TrimLeftFunc(p.text[i:end], unicode.IsSpace))
}

// lineEnd gives the end of the line that holds i, white space at its end left out.
func (p *parser) lineEnd(i int) int {
	n := strings.IndexByte(p.text[i:], '\n')
	if n < 0 {
		n = len(p.text) - i
	}
	return i + len(strings.TrimRight(p.text[i:i+n], " \t\r"))
}

// nextLine gives the start of the next line after i that is not blank, -1 for none.
func (p *parser) nextLine(i int) int {
	k := sort.Search(len(p.lines), func(k int) bool { return p.lines[k].span.Start > i })
	for ; k < len(p.lines); k++ {
		if p.lines[k].class != blank {
			return p.lines[k].span.Start
		}
	}
	return -1
}

// apartAt gives the index of the first span set apart that begins at i or after it.
func (p *parser) apartAt(i int) int {
	return sort.Search(len(p.apart), func(k int) bool { return p.apart[k].Start >= i })
}
