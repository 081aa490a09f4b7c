package source

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Structure finds the turns of a document: narration, headline, captions with their sound bites,
// labelled speech. It sets Turns, and Kind, Source, Date and DateSource where they are not set and
// the text tells them. Captions, labels, running times, time stamps, datelines, sign-offs and stage
// directions lie outside all turns.
func Structure(doc *schema.Document) error {
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	p := &parser{doc: doc, text: doc.Text, gaz: gazetteer{lex}, places: map[string]bool{}, seen: map[string]bool{}}
	p.run()
	return nil
}

// parser reads the structure of one document.
type parser struct {
	doc        *schema.Document
	text       string
	gaz        gazetteer
	caps       *casing
	lines      []schema.Span   // trimmed
	places     map[string]bool // lower case; places that sign-offs tell of
	labelCount map[string]int
	labelKinds int
	allCaps    bool            // a text all of capitals
	seen       map[string]bool // names that evidence was looked for
	biteStyle  bool            // captions have quotes: words without quotes end with their line
	turns      []schema.Turn
	open       bool // the last turn goes on
}

func (p *parser) run() {
	p.lines = lineSpans(p.text)
	p.caps = learnCasing(p.text)
	lower, upper := cases(p.text[:min(len(p.text), 4096)])
	p.allCaps = lower == 0 && upper > 20
	p.countLabels()
	p.learnPlaces()
	p.biteStyle = p.countBites()
	first := true
	for i := 0; i < len(p.lines); i++ {
		ln := p.lines[i]
		if ln.Len() == 0 {
			continue
		}
		if first && p.opening(i) {
			continue
		}
		if timeOnlyRE.MatchString(ln.In(p.text)) {
			if p.open {
				p.resume()
			}
			continue
		}
		if first && p.headline(i) {
			first = false
			continue
		}
		first = false
		for pos := p.lines[i].Start; pos >= 0; {
			i, pos = p.line(i, pos)
		}
	}
	p.close()
	p.finish()
}

// line reads line i from pos on. It gives the line and the place where to read on, -1 for the next line.
func (p *parser) line(i, pos int) (int, int) {
	ln := p.lines[i]
	if at := p.skipStamp(pos, ln.End); at > pos {
		if p.open {
			p.resume()
		}
		pos = at
	}
	if m := rolesInRE.FindString(p.text[pos:ln.End]); m != "" && pos+len(m) < ln.End {
		pos += len(m) // "(voice-over) The talks …"
		if p.open {
			p.resume()
		}
	}
	if pos >= ln.End {
		return i, -1
	}
	if directionRE.MatchString(p.text[pos:min(ln.End, pos+100)]) && ln.End-pos < 100 {
		if p.open {
			p.resume()
		}
		return i, -1
	}
	if l, ok := p.labelAt(pos, ln.End); ok {
		return p.labelled(l, i)
	}
	if l, ok := p.captionWithin(pos, ln.End); ok {
		p.narrate(pos, l.span.Start)
		return p.labelled(l, i)
	}
	p.narrate(pos, ln.End)
	return i, -1
}

// labelled opens the turn of a label on line i, and gives where to read on as line does.
func (p *parser) labelled(l label, i int) (int, int) {
	p.close()
	for l.body >= p.lines[i].End { // the words follow on the next line that is not blank
		next := i + 1
		for next < len(p.lines) && p.lines[next].Len() == 0 {
			next++
		}
		if next >= len(p.lines) {
			p.add(l, schema.Span{Start: l.span.End, End: l.span.End}, nil)
			return i, -1
		}
		start := p.skipStamp(p.lines[next].Start, p.lines[next].End)
		if timeOnlyRE.MatchString(p.lines[next].In(p.text)) {
			start = p.lines[next].End
		} else if _, ok := p.labelAt(start, p.lines[next].End); ok {
			return i, -1 // nobody's words: the next label stands at once
		}
		i, l.body = next, start
		l = p.quote(l, p.lines[i].End)
	}
	if l.quoted {
		return p.bite(l, i)
	}
	p.add(l, schema.Span{Start: l.body, End: p.lines[i].End}, nil)
	p.open = true
	if p.biteStyle || l.bite {
		// the words go on while the lines are wrapped, and end with the paragraph
		for i+1 < len(p.lines) && p.lines[i+1].Len() > 0 && !endsSentence(strings.TrimRight(p.lines[i].In(p.text), `"'”’)`)) {
			if _, ok := p.labelAt(p.lines[i+1].Start, p.lines[i+1].End); ok {
				break
			}
			i++
			p.last().Span.End = p.lines[i].End
		}
		p.close()
	}
	return i, -1
}

// bite reads the words in quotes behind a caption. A quote may run over lines and paragraphs (each of
// which opens it anew); where it is never closed it ends with its paragraph.
func (p *parser) bite(l label, i int) (int, int) {
	_, size := utf8.DecodeRuneInString(p.text[l.body:])
	pieces, rest, last := p.quoteEnd(l.body, i)
	off := p.findSignOff(pieces[len(pieces)-1], l.names)
	for k, piece := range pieces {
		if k == 0 {
			piece.Start = l.body + size
		}
		if off != nil && k == len(pieces)-1 {
			piece.End = off.span.Start
		}
		p.add(l, piece, off)
	}
	p.close()
	if rest >= 0 && rest < p.lines[last].End {
		return last, rest
	}
	return last, -1
}

// add appends the turn of a label.
func (p *parser) add(l label, words schema.Span, off *signOff) {
	kind := schema.Speech
	if l.bite {
		kind = schema.Soundbite
	}
	if off == nil && words.Len() > 0 {
		if off = p.findSignOff(words, l.names); off != nil && l.quoted {
			off = nil
		} else if off != nil {
			words.End = off.span.Start
		}
	}
	t := schema.Turn{Kind: kind, Label: l.span, Span: p.trim(words)}
	if !l.silent {
		t.Speaker = p.speaker(l.names, off)
		t.Speaker.Language = l.language
		p.speaksOver(t.Speaker, l.span)
		if off != nil && off.outlet != "" && p.doc.Source == "" {
			p.doc.Source = off.outlet
		}
	}
	p.turns = append(p.turns, t)
}

// speaksOver: who speaks over pictures, without an office and not known as anybody else, is the outlet's reporter.
func (p *parser) speaksOver(sp *schema.Speaker, label schema.Span) {
	if voiceOverRE.MatchString(label.In(p.text)) && sp.Title == "" && sp.Country == "" && len(strings.Fields(sp.Name)) > 1 && !p.gaz.person(sp.Name) {
		sp.Reporter = true
	}
}

func (p *parser) last() *schema.Turn { return &p.turns[len(p.turns)-1] }

// narrate adds text to the turn that is open, or opens one of narration.
func (p *parser) narrate(start, end int) {
	span := p.trim(schema.Span{Start: start, End: end})
	if span.Empty() {
		return
	}
	if p.open {
		t := p.last()
		if t.Span.Start < 0 {
			t.Span.Start = span.Start
		}
		t.Span.End = span.End
		return
	}
	p.turns = append(p.turns, schema.Turn{Kind: schema.Narration, Span: span})
	p.open = true
}

// resume closes the open turn and opens another of the same voice, still empty.
func (p *parser) resume() {
	t := *p.last()
	p.close()
	if t.Kind == schema.Narration || t.Kind == schema.Headline {
		return
	}
	p.turns = append(p.turns, schema.Turn{Kind: t.Kind, Speaker: t.Speaker, Label: t.Label, Span: schema.Span{Start: -1, End: -1}})
	p.open = true
}

// close ends the open turn; a sign-off at its end is taken off.
func (p *parser) close() {
	if !p.open {
		return
	}
	p.open = false
	t := p.last()
	if t.Span.Empty() {
		return
	}
	if off := p.findSignOff(t.Span, t.Label); off != nil {
		t.Span = p.trim(schema.Span{Start: t.Span.Start, End: off.span.Start})
		if sp := t.Speaker; sp != nil {
			sp.Reporter = true
			if sp.Outlet == "" {
				sp.Outlet = off.outlet
			}
			if sp.Place == "" {
				sp.Place = off.place
			}
		}
		if p.doc.Source == "" {
			p.doc.Source = off.outlet
		}
	}
}

// finish drops turns without words and numbers the rest.
func (p *parser) finish() {
	out := p.turns[:0]
	for _, t := range p.turns {
		if t.Span = p.trim(t.Span); t.Span.Empty() {
			continue
		}
		t.Index = len(out)
		out = append(out, t)
	}
	p.doc.Turns = out
	if p.doc.Kind == "" || p.doc.Kind == schema.Text {
		p.doc.Kind = schema.Text
		for _, t := range out {
			if t.Kind == schema.Soundbite || t.Kind == schema.Speech {
				p.doc.Kind = schema.Transcript
			}
		}
	}
}

func (p *parser) trim(s schema.Span) schema.Span {
	if s.Start < 0 || s.End <= s.Start {
		return schema.Span{}
	}
	t := p.text[s.Start:s.End]
	s.Start += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	t = strings.TrimSpace(t)
	s.End = s.Start + len(t)
	return s
}

// lineSpans are the lines of a text without white space around them.
func lineSpans(text string) []schema.Span {
	var out []schema.Span
	pos := 0
	for line := range strings.Lines(text) {
		start := pos + len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			start = pos
		}
		out = append(out, schema.Span{Start: start, End: start + len(trimmed)})
		pos += len(line)
	}
	return out
}

// lineAfter gives the index of the first line that begins behind i.
func (p *parser) lineAfter(i int) int {
	return sort.Search(len(p.lines), func(k int) bool { return p.lines[k].Start > i || p.lines[k].Start == i && p.lines[k].Len() > 0 })
}

// learnPlaces collects the places of reporters' sign-offs, which the gazetteer may not know.
func (p *parser) learnPlaces() {
	for _, ln := range p.lines {
		l, ok := p.labelAtStart(ln)
		if !ok {
			continue
		}
		if off := p.findSignOff(schema.Span{Start: l.body, End: ln.End}, l.names); off != nil && off.place != "" {
			p.places[strings.ToLower(off.place)] = true
		}
	}
}

func (p *parser) labelAtStart(ln schema.Span) (label, bool) {
	if ln.Len() == 0 {
		return label{}, false
	}
	start := p.skipStamp(ln.Start, ln.End)
	if start >= ln.End {
		return label{}, false
	}
	return p.labelAt(start, ln.End)
}

// countBites says whether most labels of the text have quotes.
func (p *parser) countBites() bool {
	quoted, bare := 0, 0
	for _, ln := range p.lines {
		if l, ok := p.labelAtStart(ln); ok {
			if l.quoted {
				quoted++
			} else if l.body < ln.End {
				bare++
			}
		}
	}
	return quoted > bare
}
