package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// label is the caption or speaker label that opens a turn.
type label struct {
	span     schema.Span // from its first mark to its last, a time stamp before it left out
	names    schema.Span // the words in it that say who
	body     int         // where the words begin: behind the label and white space, at most the end of the line
	bite     bool        // a caption with a quote, or one that promises it
	quoted   bool        // the words open with a quotation mark
	language string
	silent   bool // ">>" alone: somebody else speaks, unsaid who
}

var (
	timeOnlyRE  = regexp.MustCompile(`^[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,:;]\d{1,3})?[\])]?$`)
	timeStampRE = regexp.MustCompile(`^(?:\[\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|\(\d{1,2}:\d{2}(?::\d{2})?\)|\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)[ \t]*`)
	soundbiteRE = regexp.MustCompile(`(?i)^(?:\(SOUNDBITE\)|\[SOUNDBITE\]|SOUNDBITE\b|SOT\b)[ \t]*#?\d*[ \t]*(?:[(\[]([^)\]\n]{1,40})[)\]])?[ \t]*[:.-]?[ \t]*`)
	sayingRE    = regexp.MustCompile(`(?i)[ \t,]*\bsaying(?: in \p{L}+)?$`)
	voiceTagRE  = regexp.MustCompile(`^<v(?:\.[\w.]+)?[ \t]+([^>\n]{1,100})>[ \t]*`)
	directionRE = regexp.MustCompile(`^[\[(][\p{Lu}\d ,.:'’&/-]{2,60}[\])]$|^(?i:[\[(](?:applause|laughter|laughs?|crosstalk|music|inaudible|cheers?|cheering|booing|silence|pause|end|unintelligible|voice-?over|on camera|off camera)[\])])$`)
	voiceOverRE = regexp.MustCompile(`(?i)[\[(]voice-?over[\])]`)
	rolesInRE   = regexp.MustCompile(`(?i)^[\[(](?:voice-?over|on camera|off camera|on the phone|by phone|via telephone|via skype|through (?:a )?translator|through interpreter|translated?|live|off mic|continuing)[\])][ \t]*`)
)

// labelAt reads the label that the line from start to end opens with.
func (p *parser) labelAt(start, end int) (label, bool) {
	line := p.text[start:end]
	if line == "" {
		return label{}, false
	}
	switch {
	case line[0] == '>':
		return p.arrows(start, end)
	case line[0] == '<':
		return p.voiceTag(start, end)
	}
	if c := line[0]; c == '(' || c == '[' || c == 'S' || c == 's' {
		if l, ok := p.soundbite(start, end); ok {
			return l, true
		}
	}
	if l, ok := p.capitals(start, end, end); ok {
		return l, true
	}
	return p.named(start, end)
}

// arrows reads ">> name: words" and ">> words".
func (p *parser) arrows(start, end int) (label, bool) {
	i := start
	for i < end && p.text[i] == '>' {
		i++
	}
	if i-start < 2 {
		return label{}, false
	}
	i = p.skipSpace(i, end)
	l := label{span: schema.Span{Start: start, End: i}, body: i, silent: true}
	if stop := p.colon(i, min(end, i+80)); stop > i && nameShape(p.text[i:stop]) {
		l.names = schema.Span{Start: i, End: stop}
		l.span.End = stop + 1
		l.silent = false
		l.body = p.skipSpace(stop+1, end)
	}
	l.span.End = start + len(strings.TrimRight(p.text[start:l.span.End], " \t"))
	return p.quote(l, end), true
}

// nameShape says that the words before a colon can be a name, capitalised or not.
func nameShape(s string) bool {
	n := len(strings.Fields(s))
	return n >= 1 && n <= 6 && !strings.ContainsAny(s, `?!"“”;`)
}

func (p *parser) voiceTag(start, end int) (label, bool) {
	m := voiceTagRE.FindStringSubmatchIndex(p.text[start:end])
	if m == nil {
		return label{}, false
	}
	l := label{
		span:  schema.Span{Start: start, End: start + len(strings.TrimRight(p.text[start:start+m[1]], " \t"))},
		names: schema.Span{Start: start + m[2], End: start + m[3]},
		body:  start + m[1],
	}
	return p.quote(l, end), true
}

// soundbite reads the captions of news agencies: "(SOUNDBITE) (English) TITLE, NAME, SAYING:".
func (p *parser) soundbite(start, end int) (label, bool) {
	m := soundbiteRE.FindStringSubmatchIndex(p.text[start:end])
	if m == nil || m[1] == len("SOT") && m[1] < end-start && p.text[start] != '(' {
		return label{}, false
	}
	l := label{bite: true}
	if m[2] >= 0 {
		l.language = p.text[start+m[2] : start+m[3]]
	}
	from := start + m[1]
	// the names end at ": ", at the quote, or with the line
	stop, after := end, end
	if c := p.colon(from, end); c >= 0 {
		stop, after = c, c+1
	}
	if q := p.openQuote(from, stop); q >= 0 {
		stop, after = q, q
	}
	names := strings.TrimRight(p.text[from:stop], " \t,-–—")
	l.names = schema.Span{Start: from, End: from + len(names)}
	if m := sayingRE.FindStringIndex(names); m != nil {
		l.names.End = from + m[0]
	}
	l.span = schema.Span{Start: start, End: max(after, from)}
	if after == stop {
		l.span.End = max(start+len(strings.TrimRight(p.text[start:stop], " \t-–—")), l.names.End)
	}
	l.body = p.skipSpace(max(after, from), end)
	return p.quote(l, end), true
}

// capitals reads "NAME TITLE “words”", "NAME, TITLE: words" and a line of capitals that words in
// quotes follow. limit is the end of the line.
func (p *parser) capitals(start, end, limit int) (label, bool) {
	i, words := start, 0
	stop := start
	for i < end {
		i = p.skipSpace(i, end)
		if i >= end {
			break
		}
		if c := p.text[i]; c == '(' || c == '[' {
			close := strings.IndexAny(p.text[i:min(end, i+60)], ")]")
			if close < 0 || words == 0 {
				break
			}
			i += close + 1
			stop = i
			continue
		}
		j := i
		for j < end && p.text[j] != ' ' && p.text[j] != '\t' && p.text[j] != ':' && p.text[j] != '"' && !strings.HasPrefix(p.text[j:end], "“") && p.text[j] != '(' {
			j++
		}
		w := strings.TrimRight(p.text[i:j], ",")
		if !capsWord(w) && !(words > 0 && inCaps(w)) {
			break
		}
		words++
		i, stop = j, j
		if words > 25 || j < end && p.text[j] == ':' {
			break
		}
	}
	if words == 0 || !hasCapsName(p.text[start:stop]) {
		return label{}, false
	}
	names := strings.TrimRight(p.text[start:stop], " \t,-–—")
	l := label{span: schema.Span{Start: start, End: start + len(names)}, names: schema.Span{Start: start, End: start + len(names)}}
	at := p.skipSpace(stop, end)
	switch {
	case at < end && p.text[at] == ':':
		l.span.End = at + 1
		l.body = p.skipSpace(at+1, end)
		l = p.quote(l, limit)
		return l, p.capsColon(l, words, end)
	case words >= 2 && at < end && p.quoteOpens(at):
		l.body, l.bite = at, true
		return p.quote(l, limit), true
	case at >= end && words >= 2 && at == limit && !endsSentence(names):
		l.body = at
		return l, p.capsAlone(l, words)
	}
	return label{}, false
}

// capsColon decides whether capitals before a colon are a speaker's label and not a heading.
func (p *parser) capsColon(l label, words, end int) bool {
	names := l.names.In(p.text)
	if strings.ContainsAny(names, "0123456789") && words > 1 || notSpeakers[strings.ToLower(firstOf(names))] || notSpeakers[strings.ToLower(names)] {
		return false
	}
	if l.quoted {
		return true
	}
	if words == 1 {
		w := strings.Trim(names, ".")
		return p.labelCount[names] >= 2 || p.gaz.role(w) && !p.gaz.place(w)
	}
	if p.gaz.place(names) {
		return false
	}
	body := p.text[l.body:end]
	if body != "" && !isMixed(body) && p.labelCount[names] < 2 && !p.allCaps {
		return false // a heading: "SYRIA TALKS: NO DEAL"
	}
	return true
}

// capsAlone decides whether a line of capitals is a caption whose words follow on the next line.
func (p *parser) capsAlone(l label, words int) bool {
	if words > 14 {
		return false
	}
	next := p.nextLine(l.body)
	if next < 0 {
		return false
	}
	if p.quoteOpens(next) {
		return true
	}
	first := firstOf(l.names.In(p.text))
	parts := labelParts(p.text, l.names)
	return len(parts) > 0 && len(parts[0]) >= 2 && p.gaz.firstName(first) && (len(parts) > 1 && p.hasRole(flat(parts)) || p.hasRole(parts[0]))
}

// named reads "Name: words" in capitals and small letters, as debates and interviews have it.
func (p *parser) named(start, end int) (label, bool) {
	stop := p.colon(start, min(end, start+120))
	if stop <= start || !p.nameLabel(p.text[start:stop]) {
		return label{}, false
	}
	l := label{names: schema.Span{Start: start, End: stop}, span: schema.Span{Start: start, End: stop + 1}}
	l.body = p.skipSpace(stop+1, end)
	l = p.quote(l, end)
	return l, p.believeName(l)
}

// nameLabel says that the words before a colon have the shape of a speaker's label.
func (p *parser) nameLabel(s string) bool {
	fields := strings.Fields(bracketsRE.ReplaceAllString(s, " "))
	if len(fields) == 0 || len(fields) > 14 || notSpeakers[strings.ToLower(fields[0])] || notSpeakers[strings.ToLower(s)] {
		return false
	}
	comma := false
	for i, f := range fields {
		w := strings.TrimRight(f, ",")
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case w == "" || strings.ContainsAny(w, `"“”!?;%$/0123456789`):
			return false
		case strings.HasSuffix(w, ".") && !isShortForm(w):
			return false
		case unicode.IsUpper(r):
		case i > 0 && (particles[w] || comma && (smallWords[w] || p.gaz.titleRun([]string{w}) > 0) || smallWords[w] && len(fields) > 2):
		default:
			return false
		}
		comma = comma || strings.HasSuffix(f, ",")
	}
	return comma || len(fields) <= 6
}

var bracketsRE = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

func isShortForm(w string) bool {
	bare := strings.TrimSuffix(w, ".")
	return utf8.RuneCountInString(bare) <= 3 || strings.Contains(bare, ".") || roleWords[strings.ToLower(bare)]
}

// believeName decides whether "Name:" is a label: it comes back, it has a title, or other labels stand
// in the text and it has the shape of a name.
func (p *parser) believeName(l label) bool {
	names := l.names.In(p.text)
	fields := strings.Fields(names)
	if p.labelCount[names] >= 2 {
		return !p.gaz.place(names) && (len(fields) > 1 || len(fields[0]) > 1 || fields[0] == "Q" || fields[0] == "A")
	}
	if len(fields) < 2 || p.gaz.place(names) || p.gaz.body(names) {
		return false
	}
	parts := labelParts(p.text, l.names)
	if len(parts) == 0 {
		return false
	}
	switch {
	case p.gaz.firstName(fields[0]) && len(fields) <= 4, p.gaz.person(names):
	case len(parts) > 1 && (p.hasRole(flat(parts)) || p.gaz.firstName(fields[0])):
	case (p.labelKinds >= 2 || l.quoted) && (len(fields) <= 3 || len(fields) <= 6 && p.hasRole(parts[0])):
	default:
		return false
	}
	// a label that stands once, before what does not end as a sentence, is a headline: "Weber: No deal"
	end := p.lineEnd(l.body)
	return p.labelKinds >= 2 || l.quoted || l.body >= end || endsSentence(strings.TrimRight(p.text[l.body:end], `"'”’)`))
}

// lineEnd gives the end of the line that holds i, white space at its end left out.
func (p *parser) lineEnd(i int) int {
	end := strings.IndexByte(p.text[i:], '\n')
	if end < 0 {
		end = len(p.text) - i
	}
	return i + len(strings.TrimRight(p.text[i:i+end], " \t\r"))
}

// notSpeakers open lines that have a colon and are no speech.
var notSpeakers = words(`
	note notes editor's editors update updated correction clarification photo photos picture image video audio caption source sources related
	read watch listen see more breaking file topics tags tag contact subject date time to from re cc bcc http https location published
	summary analysis opinion comment background factbox timeline explainer exclusive live headline headlines title byline author key
	why how what when where who which p.s ps n.b nb example result duration runtime running length reporter's recap location: credit credits
	transcript copyright url link links website email phone tel fax address warning disclaimer context highlights here there this that these
	shotlist script edit storyline restrictions resolution embargo dateline story slug source: intro outro
`)

// countLabels counts what stands before a colon at the start of lines: what comes back is a speaker.
func (p *parser) countLabels() {
	p.labelCount = map[string]int{}
	for _, ln := range p.lines {
		start := p.skipStamp(ln.Start, ln.End)
		stop := p.colon(start, min(ln.End, start+120))
		if stop <= start {
			continue
		}
		name := p.text[start:stop]
		if !p.nameLabel(name) {
			continue
		}
		if p.labelCount[name]++; p.labelCount[name] == 1 && len(strings.Fields(name)) >= 2 {
			p.labelKinds++
		}
	}
}

// colon gives the first colon that white space, a quote or the end of the line follows, -1 for none.
func (p *parser) colon(start, end int) int {
	for i := start; i < end; i++ {
		if p.text[i] != ':' {
			continue
		}
		if i+1 >= len(p.text) || i+1 >= end {
			return i
		}
		switch c := p.text[i+1]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '"' || strings.HasPrefix(p.text[i+1:], "“"):
			return i
		case c >= '0' && c <= '9':
		default:
			return -1
		}
	}
	return -1
}

// quote notes whether the label's words open with a quotation mark, white space and stage directions
// such as "(voice-over)" passed over.
func (p *parser) quote(l label, end int) label {
	if m := rolesInRE.FindString(p.text[l.body:end]); m != "" {
		l.span.End = l.body + len(strings.TrimRight(m, " \t"))
		l.body += len(m)
	}
	if l.body < end && p.quoteOpens(l.body) {
		l.quoted, l.bite = true, true
	}
	return l
}

// quoteOpens says that an opening quotation mark stands at i.
func (p *parser) quoteOpens(i int) bool {
	r, size := utf8.DecodeRuneInString(p.text[i:])
	switch r {
	case '"', '“', '«', '„', '‘', '\'', '‟', '”':
		next, _ := utf8.DecodeRuneInString(p.text[i+size:])
		return !unicode.IsSpace(next) || r == '“'
	}
	return false
}

// openQuote finds the first opening double quotation mark in a stretch, -1 for none.
func (p *parser) openQuote(start, end int) int {
	for i := start; i < end; i++ {
		if c := p.text[i]; (c == '"' || c >= utf8.RuneSelf) && utf8.RuneStart(c) && p.quoteOpens(i) {
			return i
		}
	}
	return -1
}

// capsWord says that a word is of capitals: "PUTIN", "O'BRIEN", "McDONALD", "J.", "US", "&".
func capsWord(w string) bool {
	w = strings.Trim(w, ",.")
	if w == "" {
		return false
	}
	bare := stripMc(w)
	if bare == "&" {
		return true
	}
	lower, upper := cases(bare)
	if lower > 0 {
		return false
	}
	for _, r := range bare {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`.'’-/&–`, r) {
			return false
		}
	}
	return upper > 0
}

// inCaps says that a word may stand amid capitals: "de", "of", a number, a dash.
func inCaps(w string) bool {
	if w == "-" || w == "–" || w == "—" || w == "|" {
		return true
	}
	return particles[w] || smallWords[w] && w != "a" && w != "in"
}

// hasCapsName says that capitals hold a word that can be a name or a title: two letters or more.
func hasCapsName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if w = strings.Trim(w, ",.:"); capsWord(w) && utf8.RuneCountInString(w) >= 2 {
			return true
		}
	}
	return len(s) == 1 && (s == "Q" || s == "A")
}

func firstOf(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return strings.TrimRight(f[0], ",.:")
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

func (p *parser) skipSpace(i, end int) int {
	for i < end {
		r, size := utf8.DecodeRuneInString(p.text[i:end])
		if !unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return i
}

// skipStamp passes over a time stamp at the start of a line: "[21:00:00] NAME".
func (p *parser) skipStamp(start, end int) int {
	if start < end && (p.text[start] == '[' || p.text[start] == '(' || p.text[start] >= '0' && p.text[start] <= '9') {
		return start + len(timeStampRE.FindString(p.text[start:end]))
	}
	return start
}

// nextLine gives the start of the next line that is not blank, -1 for none.
func (p *parser) nextLine(i int) int {
	for _, ln := range p.lines[p.lineAfter(i):] {
		if ln.Len() > 0 {
			return ln.Start
		}
	}
	return -1
}
