package source

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Structure finds the turns of a document: narration, headline, captions with their sound bites,
// labelled speech. It sets Turns, and Kind, Source, Date and DateSource where they are not set and
// the text has them. Captions, labels, running times, time stamps, datelines, sign-offs and stage
// directions lie outside all turns.
//
// It works in three steps. scan gives every line one of a closed set of classes, a candidate for a label
// among them (label.go has its forms). decide takes the document as a whole: it counts the candidates of
// each form and keeps the forms that the document uses (decide.go). read goes over the lines once more
// and makes the turns: a label opens one, and what follows is its speaker's up to the next label, the
// end of a quotation or a heading.
func Structure(doc *schema.Document) error { return structure(doc, nil) }

// structure is Structure with the spans that a page sets apart at the beginning of a paragraph, sorted.
func structure(doc *schema.Document, apart []schema.Span) error {
	v, err := lexicon.LabelWords()
	if err != nil {
		return err
	}
	p := &parser{Labels: v, doc: doc, text: doc.Text, apart: apart, places: map[string]bool{}}
	p.caps = learnCasing(v, p.text)
	lower, upper := cases(p.text[:min(len(p.text), 4096)])
	p.allCaps = lower == 0 && upper > 20
	p.scan()
	p.decide()
	p.split()
	p.findHeadings()
	p.learnStyle()
	p.read()
	p.finish()
	return nil
}

// parser reads the structure of one document.
type parser struct {
	*lexicon.Labels
	doc     *schema.Document
	text    string
	apart   []schema.Span
	caps    *casing
	lines   []line
	tallies [forms]tally
	places  map[string]bool // lower case; places that sign-offs name
	allCaps bool            // a text all of capitals
	bites   bool            // captions have quotes: words without quotes end with their paragraph
	turns   []schema.Turn
	open    bool   // the last turn goes on
	pending *label // a label whose words have not begun
}

// read makes the turns.
func (p *parser) read() {
	first := true
	for i := 0; i < len(p.lines); i++ {
		ln := &p.lines[i]
		switch {
		case ln.class == blank, first && p.opening(i):
			continue
		case ln.class == clock, ln.class == direction:
			p.resume()
			continue
		case ln.class == closing && (p.speaking() || !p.open), ln.class == heading:
			p.close()
			p.pending = nil
			if ln.class == heading {
				p.turns = append(p.turns, schema.Turn{Kind: schema.Headline, Span: ln.span})
			}
			continue
		case first && p.headline(i):
			first = false
			continue
		}
		first = false
		start := ln.span.Start + ln.stamp
		if ln.stamp > 0 {
			p.resume()
		}
		if m := mannerRE.FindString(p.text[start:ln.span.End]); m != "" {
			start += len(m) // "(voice-over) The talks …"
			p.resume()
		}
		switch {
		case ln.class == labelled:
			i = p.labelled(ln.label, i)
		case p.pending != nil:
			l := *p.pending
			l.body = start
			i = p.labelled(p.opened(l, ln.span.End), i)
		default:
			p.narrate(start, ln.span.End)
		}
	}
	p.close()
}

// labelled opens the turn of a label on line i, or, where the line has no words, keeps the label for the
// next one that has. It gives the last line of the turn's words, as far as they are read.
func (p *parser) labelled(l label, i int) int {
	reader := p.reader(l)
	p.close()
	p.pending = nil
	if l.body >= p.lines[i].span.End {
		p.pending = &l
		return i
	}
	if l.quoted && (p.bites || !l.form.colon() || reader != nil) {
		last, rest := p.bite(l, i)
		if reader != nil {
			p.turns, p.open = append(p.turns, *reader), true
		}
		p.narrate(rest, p.lines[last].span.End)
		return last
	}
	p.add(l, schema.Span{Start: l.body, End: p.lines[i].span.End}, schema.Speech, nil)
	p.open = true
	if p.bites || l.form == soundBite {
		i = p.wrapped(i)
		p.last().Span.End = p.lines[i].span.End
		p.close()
	}
	return i
}

// reader gives an empty turn of the open speaker where a label with a quote is part of what is read out:
// it has another form than the labels of the document. nil otherwise.
func (p *parser) reader(l label) *schema.Turn {
	usual := p.tallies[nameColon].lines >= p.tallies[capsColon].lines+p.tallies[question].lines
	if usual || !p.speaking() || p.bites || !l.quoted || l.form != nameColon {
		return nil
	}
	t := p.last()
	return &schema.Turn{Kind: t.Kind, Speaker: t.Speaker, Label: t.Label}
}

// wrapped gives the last of the lines that line i is wrapped over: it ends with the paragraph, or with
// the end of a sentence at a line's end.
func (p *parser) wrapped(i int) int {
	for i+1 < len(p.lines) && p.lines[i+1].class == narration && !endsSentence(p.lines[i].span.In(p.text)) {
		i++
	}
	return i
}

// add appends the turn of a label. A sign-off at the end of words without quotation marks is removed.
func (p *parser) add(l label, words schema.Span, kind schema.TurnKind, off *signOff) {
	if off == nil && words.Len() > 0 && !l.quoted {
		if off = p.findSignOff(words, l.names); off != nil {
			words.End = off.span.Start
		}
	}
	if l.form == soundBite {
		kind = schema.Soundbite
	}
	t := schema.Turn{Kind: kind, Label: l.span, Span: p.trim(words), Speaker: p.speaker(l, off)}
	if off != nil && p.doc.Source == "" {
		p.doc.Source = off.outlet
	}
	p.turns = append(p.turns, t)
}

func (p *parser) last() *schema.Turn { return &p.turns[len(p.turns)-1] }

// narrate adds text to the turn that is open, or opens one of narration.
func (p *parser) narrate(start, end int) {
	span := p.trim(schema.Span{Start: start, End: end})
	if span.Empty() {
		return
	}
	if !p.open {
		p.turns = append(p.turns, schema.Turn{Kind: schema.Narration, Span: span})
		p.open = true
		return
	}
	t := p.last()
	if t.Span.Empty() {
		t.Span.Start = span.Start
	}
	t.Span.End = span.End
}

// resume closes the open turn and opens another of the same speaker, still empty.
func (p *parser) resume() {
	if !p.open {
		return
	}
	speaking, t := p.speaking(), *p.last()
	p.close()
	if speaking {
		p.turns = append(p.turns, schema.Turn{Kind: t.Kind, Speaker: t.Speaker, Label: t.Label})
		p.open = true
	}
}

// speaking reports whether the open turn is a speaker's.
func (p *parser) speaking() bool { return p.open && p.last().Speaker != nil }

// close ends the open turn; a sign-off at its end is removed.
func (p *parser) close() {
	if !p.open {
		return
	}
	p.open = false
	t := p.last()
	if t.Span.Empty() {
		return
	}
	off := p.findSignOff(t.Span, t.Label)
	if off == nil {
		return
	}
	t.Span = p.trim(schema.Span{Start: t.Span.Start, End: off.span.Start})
	if sp := t.Speaker; sp != nil {
		sp.Reporter = true
		sp.Outlet = cmp.Or(sp.Outlet, off.outlet)
		sp.Place = cmp.Or(sp.Place, off.place)
	}
	p.doc.Source = cmp.Or(p.doc.Source, off.outlet)
}

// finish drops turns without words, numbers the rest, and says what kind of text it is.
func (p *parser) finish() {
	kind := schema.Text
	out := p.turns[:0]
	for _, t := range p.turns {
		if t.Span = p.trim(t.Span); t.Span.Empty() {
			continue
		}
		if t.Kind == schema.Soundbite || t.Kind == schema.Speech {
			kind = schema.Transcript
		}
		t.Index = len(out)
		out = append(out, t)
	}
	p.doc.Turns = out
	if p.doc.Kind == "" || p.doc.Kind == schema.Text {
		p.doc.Kind = kind
	}
}

func (p *parser) trim(s schema.Span) schema.Span {
	if s.End <= s.Start {
		return schema.Span{}
	}
	t := p.text[s.Start:s.End]
	s.Start += len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(t))
	return s
}
