package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// learnStyle finds whether most labels of the text have quotes, and the places of reporters' sign-offs,
// which the gazetteer may not know.
func (p *parser) learnStyle() {
	quoted, bare := 0, 0
	for i := range p.lines {
		ln := &p.lines[i]
		if ln.class != labelled {
			continue
		}
		l := ln.label
		words := p.bodyOf(l, i)
		opens, closes := strings.TrimLeft(words, "\"“„«") != words, strings.TrimRight(words, "\"”»") != words
		switch {
		case l.form == capsQuote, l.form == soundBite, opens && closes:
			quoted++
		case words != "":
			bare++
		}
		if off := p.findSignOff(schema.Span{Start: l.body, End: ln.span.End}, l.names); off != nil && off.place != "" {
			p.places[strings.ToLower(off.place)] = true
		}
	}
	p.bites = quoted > bare
}

// bite reads the words in quotes after a caption on line i. It gives the quote's last line and where the
// text goes on after it there. A quote may run over lines and paragraphs (each of which opens it anew); where it
// is never closed it ends with its paragraph.
func (p *parser) bite(l label, i int) (last, rest int) {
	pieces, rest, last := p.quoteEnd(l.body, i)
	off := p.findSignOff(pieces[len(pieces)-1], l.names)
	for k, piece := range pieces {
		if off != nil && k == len(pieces)-1 {
			piece.End = off.span.Start
		}
		p.add(l, piece, schema.Soundbite, off)
	}
	return last, rest
}

// quoteEnd finds where the quote that opens at start on line i closes. pieces are its paragraphs,
// without the outer quotation marks; rest is where the text goes on after it on line last, at
// most the line's end.
//
// A straight mark opens or closes by the space before it, so that quotes within the quote are counted
// out. A quote that closes amid a later line is no end of this one (that is narration with a quote of
// its own): then this one was left open and ends with its paragraph.
func (p *parser) quoteEnd(start, i int) (pieces []schema.Span, rest, last int) {
	_, size := utf8.DecodeRuneInString(p.text[start:])
	if words := p.singleQuoted(start, p.lines[i].span.End); !words.Empty() {
		return []schema.Span{words}, p.lines[i].span.End, i
	}
	piece := schema.Span{Start: start + size}
	depth := 1
	for k := i; k < len(p.lines); k++ {
		ln := &p.lines[k]
		from := piece.Start
		if k > i {
			if ln.class == blank {
				continue
			}
			if ln.class != narration {
				break
			}
			from = ln.span.Start
			if p.quoteOpens(from) { // the next paragraph opens it anew
				pieces = append(pieces, piece)
				from += utf8.RuneLen(p.runeAt(from))
				piece = schema.Span{Start: from}
				depth = 1
			}
		}
		piece.End = ln.span.End
		at, after, d := p.closeIn(from, ln.span.End, depth)
		if at >= 0 {
			if k > i && p.skipSpace(after, ln.span.End) < ln.span.End {
				break
			}
			piece.End = at
			return append(pieces, piece), p.skipSpace(after, ln.span.End), k
		}
		depth = d
	}
	last = p.wrapped(i)
	return []schema.Span{{Start: start + size, End: p.lines[last].span.End}}, p.lines[last].span.End, last
}

// singleQuoted gives the words of a line that single quotation marks stand around, empty where they do
// not. Such marks look like apostrophes, so the last one must stand after the end of a sentence.
func (p *parser) singleQuoted(start, end int) schema.Span {
	words := strings.TrimRight(p.text[start:end], "'’")
	open, size := utf8.DecodeRuneInString(words)
	if open != '\'' && open != '‘' || start+len(words) == end || !strings.ContainsAny(words[len(words)-1:], ".!?,") {
		return schema.Span{}
	}
	return schema.Span{Start: start + size, End: start + len(words)}
}

// quoteOpens reports whether an opening double quotation mark stands at i.
func (p *parser) quoteOpens(i int) bool {
	r, size := utf8.DecodeRuneInString(p.text[i:])
	return r == '“' || strings.ContainsRune("\"«„‟”", r) && !unicode.IsSpace(p.runeAt(i+size))
}

// closeIn looks for the mark that brings depth to nothing in a line. at is that mark, after what
// follows it, at -1 where there is none; d is the depth at the end of the line.
func (p *parser) closeIn(from, end, depth int) (at, after, d int) {
	for i := from; i < end; {
		r, size := utf8.DecodeRuneInString(p.text[i:end])
		switch r {
		case '“', '„', '«', '‟':
			depth++
		case '”', '»':
			depth--
		case '"':
			if p.opensAt(i, from, end) {
				depth++
			} else if !p.inches(i, from, end) {
				depth--
			}
		}
		if depth == 0 {
			return i, i + size, 0
		}
		i += size
	}
	return -1, -1, depth
}

// opensAt reports whether the straight quote at i opens: white space or an opening mark is before it and
// a word after.
func (p *parser) opensAt(i, from, end int) bool {
	if i == from {
		return i+1 < end
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[from:i])
	after, _ := utf8.DecodeRuneInString(p.text[i+1 : end])
	free := unicode.IsSpace(before) || strings.ContainsRune("([—–-‘'", before)
	return free && i+1 < end && !unicode.IsSpace(after)
}

// inches reports whether the mark at i is the sign for inches, `a 12" pipe`: a digit stands before it, the
// sentence goes on after it, and another mark follows to close the quote.
func (p *parser) inches(i, from, end int) bool {
	if i == from || p.text[i-1] < '0' || p.text[i-1] > '9' || i+2 >= end || p.text[i+1] != ' ' {
		return false
	}
	const reach = 4000 // bytes; longer lines are counted in part
	return unicode.IsLower(p.runeAt(i+2)) && strings.Count(p.text[i+1:min(end, i+reach)], `"`)%2 == 1
}
