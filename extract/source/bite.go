package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// quoteEnd finds where the quote that opens at start on line i closes. pieces are its paragraphs,
// without the outer quotation marks; rest is where the text goes on behind it on line last, -1 for
// nowhere.
//
// Straight quotes tell opening from closing by the space before them, so that quotes within the quote
// are counted out. A quote that closes amid a later line is no end of this one (that is narration with
// a quote of its own): then this one was left open and ends with its paragraph.
func (p *parser) quoteEnd(start, i int) (pieces []schema.Span, rest, last int) {
	open, size := utf8.DecodeRuneInString(p.text[start:])
	single := open == '\'' || open == '‘'
	piece := schema.Span{Start: start + size, End: p.lines[i].End}
	depth := 1
	for k := i; k < len(p.lines); k++ {
		ln := p.lines[k]
		from := piece.Start
		if k > i {
			if ln.Len() == 0 {
				continue
			}
			if _, ok := p.labelAtStart(ln); ok || timeOnlyRE.MatchString(ln.In(p.text)) {
				break
			}
			from = ln.Start
			if p.quoteOpens(from) && p.sameQuote(from, open) { // the next paragraph opens it anew
				_, n := utf8.DecodeRuneInString(p.text[from:])
				pieces = append(pieces, piece)
				from += n
				piece = schema.Span{Start: from}
				depth = 1
			}
		}
		piece.End = ln.End
		at, after, d := p.closeIn(from, ln.End, depth, single)
		if at >= 0 {
			if k > i && p.skipSpace(after, ln.End) < ln.End {
				break
			}
			piece.End = at
			return append(pieces, piece), p.skipSpace(after, ln.End), k
		}
		depth = d
	}
	return p.unclosed(start+size, i)
}

// unclosed gives the words of a quote that is never closed: its line, and the lines wrapped from it.
func (p *parser) unclosed(from, i int) ([]schema.Span, int, int) {
	k := i
	for k+1 < len(p.lines) && p.lines[k+1].Len() > 0 && !endsSentence(p.lines[k].In(p.text)) {
		if _, ok := p.labelAtStart(p.lines[k+1]); ok {
			break
		}
		k++
	}
	return []schema.Span{{Start: from, End: p.lines[k].End}}, -1, k
}

// sameQuote says that the mark at i opens the same kind of quote.
func (p *parser) sameQuote(i int, open rune) bool {
	r, _ := utf8.DecodeRuneInString(p.text[i:])
	return isSingle(r) == isSingle(open)
}

func isSingle(r rune) bool { return r == '\'' || r == '‘' || r == '’' }

// closeIn looks for the mark that brings depth to nothing in a line. at is that mark, after what
// follows it, at -1 where there is none; d is the depth at the end of the line.
func (p *parser) closeIn(from, end, depth int, single bool) (at, after, d int) {
	if single {
		return p.closeSingle(from, end, depth)
	}
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
			} else {
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

// opensAt says that the straight quote at i opens: white space or an opening mark is before it and a word behind.
func (p *parser) opensAt(i, from, end int) bool {
	if i == from {
		return i+1 < end
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[from:i])
	after, _ := utf8.DecodeRuneInString(p.text[i+1 : end])
	return (unicode.IsSpace(before) || strings.ContainsRune("([—–-‘'", before)) && i+1 < end && !unicode.IsSpace(after)
}

// closeSingle looks for a closing single quote, which the apostrophe looks like: it must end the line
// behind the end of a sentence.
func (p *parser) closeSingle(from, end, depth int) (at, after, d int) {
	line := p.text[from:end]
	r, size := utf8.DecodeLastRuneInString(line)
	if isSingle(r) && len(line) > size {
		if before, _ := utf8.DecodeLastRuneInString(line[:len(line)-size]); strings.ContainsRune(".!?…,", before) {
			return end - size, end, 0
		}
	}
	return -1, -1, depth
}

// captionWithin finds a caption in capitals amid a line, as where a transcript has lost its line ends:
// "… the last stronghold. VLADIMIR PUTIN RUSSIAN PRESIDENT “We need …”".
func (p *parser) captionWithin(start, end int) (label, bool) {
	for i := start; i < end; i++ {
		c := p.text[i]
		if c != '"' && c != 0xE2 || i == start {
			continue
		}
		if !p.quoteOpens(i) || isSingleAt(p.text, i) {
			continue
		}
		from := p.capsBefore(start, i)
		if from < 0 || from == start {
			continue
		}
		if l, ok := p.capitals(from, end, end); ok && l.quoted && l.body == i {
			return l, true
		}
	}
	return label{}, false
}

func isSingleAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isSingle(r)
}

// capsBefore gives where the run of capitals before i begins, -1 where it is no caption: fewer than
// three words, or no end of a sentence before it.
func (p *parser) capsBefore(start, i int) int {
	const reach = 400 // bytes; no caption is longer
	lineStart := start
	start = max(start, i-reach)
	from, words := i, 0
	for j := strings.TrimRight(p.text[start:i], " \t:"); j != ""; {
		cut := strings.LastIndexAny(j, " \t") + 1
		w := j[cut:]
		if strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 2 && !strings.Contains(strings.TrimSuffix(w, "."), ".") {
			break
		}
		if !capsWord(strings.TrimRight(w, ",")) && !inCaps(w) {
			break
		}
		from = start + cut
		words++
		j = strings.TrimRight(j[:cut], " \t")
	}
	if words < 3 || from == start && start > lineStart {
		return -1
	}
	before := strings.TrimRight(p.text[start:from], " \t")
	if before != "" && !endsSentence(strings.TrimRight(before, `"'”’)»`)) {
		return -1
	}
	return from
}
