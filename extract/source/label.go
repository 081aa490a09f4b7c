package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// form is how a label stands in a text.
type form uint8

const (
	noForm    form = iota
	voiceTag       // <v Name>words
	arrows         // >> name: words; >> words
	soundBite      // (SOUNDBITE) (English) TITLE, NAME, SAYING: words
	capsQuote      // NAME TITLE "words", on one line or on two
	capsColon      // NAME, TITLE: words
	nameColon      // Name Surname: words
	question       // Q words
	capsAlone      // NAME, TITLE on a line of its own
	nameAlone      // Name (Constituency) on a line of its own
	setApart       // Name, which the page sets apart: bold, a term, a heading
	forms
)

// colon reports whether labels of a form have an end of their own, a mark after which the words begin.
func (f form) colon() bool { return f != soundBite && f != capsQuote }

// label is the caption or speaker label that opens a turn. As long as it is a candidate, only its form
// is known, not whether it is a label.
type label struct {
	form     form
	span     schema.Span // from its first mark to its last, a time stamp before it left out
	names    schema.Span // the words in it that say who; empty for ">>" alone
	body     int         // where the words begin: after the label and white space, at most the end of the line
	quoted   bool        // the words open with a quotation mark
	loose    bool        // hardly the shape of a name: "Audience questioner"
	language string
}

// marked are the forms that begin with a mark of their own, tried in this order. The group "names" holds who
// speaks, and the words begin after the match.
var marked = []struct {
	form form
	re   *regexp.Regexp
}{
	{voiceTag, regexp.MustCompile(`^<v(?:\.[\w.]+)?[ \t]+(?P<names>[^>\n]{1,100})>[ \t]*`)},
	{arrows, regexp.MustCompile(`^>>+[ \t]*(?P<names>[^\s:?!;"“”]+(?:[ \t]+[^\s:?!;"“”]+){0,5}):(?:[ \t]+|$)`)},
	{arrows, regexp.MustCompile(`^>>+[ \t]*(?P<names>)`)},
	{question, regexp.MustCompile(`^(?P<names>[QA])(?:\.?:[ \t]+|\.[ \t]+)`)},
	{question, regexp.MustCompile(`^(?P<names>Q)[ \t]+`)},
	{soundBite, regexp.MustCompile(`(?i)^(?:[(\[]SOUNDBITE[)\]]|SOUNDBITE\b|SOT[ \t]+|\(SOT\))[ \t]*#?\d*[ \t]*` +
		`(?:[(\[](?P<language>[^)\]\n]{1,40})[)\]])?` +
		`[ \t]*[:.-]?[ \t]*` +
		`(?P<names>[^:"“„«‟\n]*?)[ \t,]*(?:\bsaying(?: in \p{L}+)?)?[ \t,–—-]*(?:$|:[ \t]*|(?P<quote>["“„«‟]))`)},
}

var (
	stampRE = regexp.MustCompile(`^(?:\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|` +
		`\(\d{1,2}:\d{2}(?::\d{2})?\)|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)[ \t]*`)
	voiceOverRE = regexp.MustCompile(`(?i)[\[(]voice-?over[\])]`)
	mannerRE    = regexp.MustCompile(`(?i)^[\[(](?:voice-?over|(?:on|off)[ -](?:camera|mic)|` +
		`(?:on the |by |via |through )(?:phone|telephone|skype|video ?link|(?:a |an )?(?:translator|interpreter))|` +
		`translated?|live|continuing)[\])][ \t]*`)
	bracketsRE = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)
)

// labelAt reads the candidate for a label that the line from start to end opens with.
func (p *parser) labelAt(start, end int) (label, bool) {
	if start >= end {
		return label{}, false
	}
	l, ok := p.capitals(start, end)
	mark := strings.IndexByte("QA<>([Ss", p.text[start])
	if initial := mark < 2 && ok && l.form == capsColon && l.names.Len() > 2; mark >= 0 && !initial { // "A. BERG: words"
		if l, ok := p.marked(start, end); ok {
			return l, true
		}
	}
	if ok {
		return l, true
	}
	if stop := p.colon(start, min(end, start+120)); stop > start {
		return p.named(start, stop, end)
	}
	return p.alone(start, end)
}

func (p *parser) marked(start, end int) (label, bool) {
	const longest = 240 // bytes
	words := p.text[start:min(end, start+longest)]
	for _, m := range marked {
		at := m.re.FindStringSubmatchIndex(words)
		if at == nil || m.form == soundBite && at[1] == longest {
			continue
		}
		group := func(name string) schema.Span {
			if k := 2 * m.re.SubexpIndex(name); k > 0 && at[k] >= 0 {
				return schema.Span{Start: start + at[k], End: start + at[k+1]}
			}
			return schema.Span{}
		}
		l := label{form: m.form, names: group("names"), language: group("language").In(p.text), body: start + at[1]}
		if quote := group("quote"); !quote.Empty() {
			l.body = quote.Start
		}
		l.span = schema.Span{Start: start, End: start + len(strings.TrimRight(p.text[start:l.body], " \t"))}
		if r := p.runeAt(l.body); m.form == question && (l.body >= end || unicode.IsLower(r) || r == '&') {
			continue // "A. is right", "Q & A"
		}
		return p.opened(l, end), true
	}
	return label{}, false
}

// capitals reads labels of capitals: "NAME TITLE “words”", "NAME, TITLE: words", and a line that is
// nothing else.
func (p *parser) capitals(start, end int) (label, bool) {
	stop, words, name := p.capitalRun(start, end)
	names := strings.TrimRight(p.text[start:stop], " \t,-–—")
	if !name {
		return label{}, false
	}
	whole := schema.Span{Start: start, End: start + len(names)}
	l := label{span: whole, names: whole, body: p.skipSpace(stop, end)}
	switch {
	case l.body >= end:
		if words > 14 || endsSentence(names) {
			return label{}, false
		}
		l.form = capsAlone
		if next := p.nextLine(end); words >= 2 && next >= 0 && p.quoteOpens(next) {
			l.form = capsQuote
		}
		return l, true
	case p.text[l.body] == ':':
		l.form, l.span.End = capsColon, l.body+1
		l.body = p.skipSpace(l.body+1, end)
		return p.opened(l, end), true
	case words >= 2 && (p.quoteOpens(l.body) || !p.singleQuoted(l.body, end).Empty()):
		l.form, l.quoted = capsQuote, true
		return l, true
	}
	return label{}, false
}

// capitalRun gives where the words of capitals from start on end, with the brackets among them, how many
// they are, and whether one of them can be a name or a title: it has two letters or more.
func (p *parser) capitalRun(start, end int) (stop, words int, name bool) {
	const most = 25
	stop = start
	for i := start; words <= most; {
		i = p.skipSpace(i, end)
		if i >= end {
			break
		}
		if c := p.text[i]; c == '(' || c == '[' {
			closing := strings.IndexAny(p.text[i:min(end, i+60)], ")]")
			if closing < 0 || words == 0 {
				break
			}
			i += closing + 1
			stop = i
			continue
		}
		j := i
		for j < end && !strings.ContainsRune(" \t:\"(", rune(p.text[j])) && !strings.HasPrefix(p.text[j:end], "“") {
			j++
		}
		w := strings.TrimRight(p.text[i:j], ",")
		caps := capsWord(w)
		if !caps && !(words > 0 && p.amidCapitals(w)) {
			break
		}
		name = name || caps && utf8.RuneCountInString(strings.Trim(w, ".")) >= 2
		words++
		i, stop = j, j
		if j < end && p.text[j] == ':' {
			break
		}
	}
	return stop, words, name
}

// named reads "Name: words" in capitals and small letters; stop is the colon.
func (p *parser) named(start, stop, end int) (label, bool) {
	name, loose := p.nameShape(p.text[start:stop])
	if !name && !loose {
		return label{}, false
	}
	l := label{form: nameColon, loose: !name, body: p.skipSpace(stop+1, end)}
	l.names, l.span = schema.Span{Start: start, End: stop}, schema.Span{Start: start, End: stop + 1}
	return p.opened(l, end), true
}

// alone reads a name that is a whole line, or that the page sets apart before the words.
func (p *parser) alone(start, end int) (label, bool) {
	whole := schema.Span{Start: start, End: end}
	l := label{form: nameAlone, names: whole, span: whole, body: end}
	for k := p.apartAt(start); k < len(p.apart) && p.apart[k].Start == start; k++ {
		l.form = setApart
		l.names.End = min(end, p.apart[k].End)
		l.span.End = l.names.End
		l.body = p.skipSpace(l.names.End, end)
	}
	const longest = 80 // bytes
	if l.names.Len() > longest || endsSentence(l.names.In(p.text)) {
		return label{}, false
	}
	if name, _ := p.nameShape(l.names.In(p.text)); !name || l.body < end && unicode.IsLower(p.runeAt(l.body)) {
		return label{}, false
	}
	return p.opened(l, end), true
}

// nameShape reports whether words have the shape of a speaker's name, with or without title, or, loose,
// begin with a capital and are few.
func (p *parser) nameShape(s string) (name, loose bool) {
	if strings.ContainsAny(s, "([") {
		s = bracketsRE.ReplaceAllString(s, " ")
	}
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 14 {
		return false, false
	}
	if r, _ := utf8.DecodeRuneInString(fields[0]); !unicode.IsUpper(r) {
		return false, false
	}
	name, comma := true, false
	for i, f := range fields {
		w := strings.TrimRight(f, ",")
		r, _ := utf8.DecodeRuneInString(w)
		if w == "" || strings.ContainsAny(w, `"“”!?;%$/`) || strings.HasSuffix(w, ".") && !p.shortForm(w) {
			return false, false
		}
		if unicode.IsDigit(r) && i == 0 || strings.ContainsAny(w, "0123456789") && i < len(fields)-1 {
			return false, false
		}
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !p.smallInName(fields, i, w, comma) {
			name = false
		}
		comma = comma || strings.HasSuffix(f, ",")
	}
	return name && (comma || len(fields) <= 6), !comma && len(fields) <= 4
}

// smallInName reports whether word i may stand in small letters within a label.
func (p *parser) smallInName(fields []string, i int, w string, comma bool) bool {
	if i == 0 {
		return false
	}
	return p.Particles[w] || p.Small[w] && (comma || len(fields) > 2) || comma && p.TitleRun([]string{w}) > 0
}

// shortForm reports whether a word with a stop after it is a short form: "J.", "U.S.", "Sen.".
func (p *parser) shortForm(w string) bool {
	bare := strings.TrimSuffix(w, ".")
	return utf8.RuneCountInString(bare) <= 3 || strings.Contains(bare, ".") || p.Roles[strings.ToLower(bare)]
}

// opened notes whether the words open with a quotation mark.
func (p *parser) opened(l label, end int) label {
	l.quoted = l.body < end && p.quoteOpens(l.body)
	return l
}

// capsWord reports whether a word is of capitals: "PUTIN", "O'BRIEN", "McDONALD", "J.", "US", "&".
func capsWord(w string) bool {
	bare := stripMc(strings.Trim(w, ",."))
	if bare == "&" {
		return true
	}
	upper := false
	for _, r := range bare {
		known := unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) || strings.ContainsRune(`.'’-/&–#`, r)
		if !known || unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// amidCapitals reports whether a word may stand amid capitals: "de", "of", a dash, a number.
func (p *parser) amidCapitals(w string) bool {
	if w == "-" || w == "–" || w == "—" || w == "|" || strings.Trim(w, "#0123456789") == "" {
		return true
	}
	return p.Particles[w] || p.Small[w] && w != "a" && w != "in"
}
