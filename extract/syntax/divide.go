package syntax

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

const (
	shortestToDivide = 8  // tokens; shorter sentences are read whole
	longestInserted  = 30 // tokens of a clause between commas
)

// divide finds the parts of a sentence that can be read alone; one part where it cannot be divided.
func (p *Reader) divide(tokens []schema.Token) []part {
	whole := []part{{first: 0, last: len(tokens)}}
	if len(tokens) < shortestToDivide {
		for i := range tokens {
			if tokens[i].Text == ";" {
				return loose(tokens)
			}
		}
		return whole
	}
	var parts []part
	for _, l := range loose(tokens) {
		aside := append(brackets(tokens, l.first, l.last), p.asides(tokens, l.first, l.last)...)
		inserted := insertions(tokens, l.first, l.last, aside)
		inserted = append(inserted, aside...)
		joined := joints(tokens, l, inserted)
		if f, rest, ok := front(tokens, joined[0], inserted); ok {
			joined[0] = rest
			inserted = append(inserted, f)
		}
		parts = append(parts, joined...)
		parts = append(parts, inserted...)
	}
	return parts
}

// loose parts a sentence at its semicolons.
func loose(tokens []schema.Token) []part {
	var parts []part
	first := 0
	for i := range tokens {
		if tokens[i].Text != ";" && i+1 < len(tokens) {
			continue
		}
		kind := loosePart
		if first == 0 {
			kind = mainPart
		}
		parts = append(parts, part{first: first, last: i + 1, kind: kind})
		first = i + 1
	}
	return parts
}

// brackets finds what stands in round brackets behind a word: "Lund (R-Utah) said", also empty ones, as copied pages have them.
func brackets(tokens []schema.Token, first, last int) []part {
	var found []part
	for i := first + 1; i < last; i++ {
		if tokens[i].Text != "(" {
			continue
		}
		for j := i + 1; j < last && j-i <= longestInserted && tokens[j].Text != "("; j++ {
			if tokens[j].Text == ")" {
				found = append(found, part{first: i, last: j + 1, kind: insertedPart, at: i - 1})
				i = j
				break
			}
		}
	}
	return found
}

// insertions finds clauses between commas behind a noun: ", who until last week backed it, are", ", herself under fire, came":
// what follows the second comma is a finite verb, and without a relative pronoun there is none inside.
func insertions(tokens []schema.Token, first, last int, taken []part) []part {
	var found []part
	for i := first + 1; i < last; i++ {
		if within(taken, i) || tokens[i].Text != "," || !nominalEnd(tokens[i-1]) || verbBefore(tokens, first, i) || fronted(tokens, first, i) {
			continue
		}
		rel := i+1 < last && relative(tokens[i+1])
		for j := i + 2; j < last && j-i <= longestInserted; j++ {
			if tokens[j].Text != "," {
				continue
			}
			inside := hasFinite(tokens, i+1, j)
			if rel && !inside || !rel && inside {
				continue
			}
			if finiteAt(tokens, j+1, last) && !listed(tokens, i, j) {
				kind := insertedPart
				if tag := tokens[i+1].Tag; tag == "IN" || tag == "RB" && j == i+2 { // ", by contrast,", ", however,"
					kind = asidePart
				}
				found = append(found, part{first: i, last: j + 1, kind: kind, at: i - 1})
				i = j
				break
			}
			if !rel && quoteOpens(tokens, i, j) {
				break
			}
		}
	}
	return found
}

// fronted: all before the comma is one phrase with a preposition, "In a statement,": what follows is the subject, no insertion.
func fronted(tokens []schema.Token, first, i int) bool {
	if tokens[first].Tag != "IN" || i-first > 6 {
		return false
	}
	for k := first + 1; k < i; k++ {
		switch t := tokens[k]; {
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "DT", t.Tag == "CD", strings.HasPrefix(t.Tag, "JJ"), t.Tag == "PRP$", t.Tag == "POS":
		default:
			return false
		}
	}
	return true
}

func nominalEnd(t schema.Token) bool {
	return strings.HasPrefix(t.Tag, "NN") || t.Tag == "CD" || t.Tag == "PRP" || t.Tag == "DT"
}

func relative(t schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "who", "which", "whose", "whom":
		return true
	}
	return false
}

// verbBefore: the stretch before the comma has its verb already, so what follows the comma is no insertion behind a subject.
func verbBefore(tokens []schema.Token, first, i int) bool {
	for k := i - 1; k >= first; k-- {
		if tokens[k].Text == "," || tokens[k].Text == ":" || tokens[k].Tag == "CC" && k+1 < i && finiteAt(tokens, k+1, i) {
			return false
		}
		if finite(tokens[k].Tag) {
			return true
		}
	}
	return false
}

func hasFinite(tokens []schema.Token, from, to int) bool {
	for k := from; k < to; k++ {
		if finite(tokens[k].Tag) {
			return true
		}
	}
	return false
}

// finiteAt: a finite verb at i, adverbs before it allowed.
func finiteAt(tokens []schema.Token, i, last int) bool {
	for k := i; k < last && k <= i+2; k++ {
		if finite(tokens[k].Tag) {
			return true
		}
		if tokens[k].Tag != "RB" {
			return false
		}
	}
	return false
}

// listed: "Russia, Turkey, and Iran": the comma parts a list of names, not an insertion.
func listed(tokens []schema.Token, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if tokens[k].Tag == "CC" && k+1 < j && k <= i+3 && strings.HasPrefix(tokens[i+1].Tag, "NNP") {
			return true
		}
	}
	return false
}

func quoteOpens(tokens []schema.Token, i, j int) bool {
	for k := i; k < j; k++ {
		if w := tokens[k].Text; w == "\"" || w == "``" || w == "''" {
			return true
		}
	}
	return false
}

// joints parts a stretch where comma and conjunction begin a new clause with subject and finite verb.
func joints(tokens []schema.Token, l part, inserted []part) []part {
	parts := []part{l}
	for i := l.first + 3; i+3 < l.last; i++ {
		if tokens[i].Text != "," || within(inserted, i) || !joiner(tokens[i+1]) {
			continue
		}
		now := &parts[len(parts)-1]
		if !hasFinite(tokens, now.first, i) || !clauseAt(tokens, i+2, l.last, inserted) || quoteOpens(tokens, now.first, i) {
			continue
		}
		end := now.last
		now.last = i + 1
		parts = append(parts, part{first: i + 1, last: end, kind: joinedPart})
	}
	return parts
}

func joiner(t schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "and", "but", "while", "whereas", "yet":
		return true
	}
	return false
}

// clauseAt: within a few words a subject and its finite verb, with no comma before.
func clauseAt(tokens []schema.Token, i, last int, taken []part) bool {
	noun := false
	for k, n := i, 0; k < last && n < 9; k, n = k+1, n+1 {
		for within(taken, k) {
			k++
		}
		if k >= last {
			return false
		}
		switch t := tokens[k]; {
		case t.Text == ",", t.Text == ":", t.Tag == "WP", t.Tag == "WDT", t.Tag == "VBG", t.Tag == "TO":
			return false
		case finite(t.Tag):
			return noun
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "EX", t.Tag == "DT" && k+1 < last && finite(tokens[k+1].Tag):
			noun = true
		}
	}
	return false
}

func within(parts []part, i int) bool {
	for _, p := range parts {
		if i >= p.first && i < p.last {
			return true
		}
	}
	return false
}

// asides finds a report that interrupts or ends what it reports: ", diplomats said,", ", a spokesman said on Tuesday.".
func (p *Reader) asides(tokens []schema.Token, first, last int) []part {
	var found []part
	for i := first + 1; i < last; i++ {
		if tokens[i].Text != "," {
			continue
		}
		verb := -1
		for k := i + 1; k < last && k <= i+9; k++ {
			if t := tokens[k]; t.Text == "," || t.Text == "\"" || strings.HasPrefix(t.Tag, "W") || t.Tag == "CC" || t.Tag == "IN" && verb < 0 && k == i+1 && t.Lemma != "as" {
				break
			}
			if finite(tokens[k].Tag) && verb < 0 {
				verb = k
				break
			}
		}
		if turn := p.invertedAt(tokens, i, last); turn > 0 {
			found = append(found, part{first: i, last: turn, kind: asidePart})
			i = turn - 1
			continue
		}
		if verb < 0 || verb == i+1 || !p.words.Is("speech", tokens[verb].Lemma) {
			continue
		}
		end := verb + 1
		for end < last && end <= verb+5 && tokens[end].Text != "," && tokens[end].Text != "." {
			if t := tokens[end]; finite(t.Tag) || t.Tag == "PRP" || t.Lemma == "that" || t.Tag == "TO" || t.Text == ":" || t.Text == "\"" {
				end = last + 1
				break
			}
			end++
		}
		if end >= last || tokens[end].Text != "," && tokens[end].Text != "." || end > verb+1 && tokens[verb+1].Tag != "IN" && tokens[verb+1].Tag != "RB" && tokens[verb+1].Tag != "NNP" {
			continue
		}
		if tokens[end].Text == "," {
			end++
		}
		found = append(found, part{first: i, last: end, kind: asidePart})
		i = end - 1
	}
	return found
}

// invertedAt: ", declared the admiral," from the comma at i on, where a quotation ended: it gives the end, 0 without.
func (p *Reader) invertedAt(tokens []schema.Token, i, last int) int {
	v := i + 1
	quote := false
	for v < last && quoteMark(&tokens[v]) {
		v, quote = v+1, true
	}
	if !quote || v >= last || !finite(tokens[v].Tag) || !p.words.Is("speech", tokens[v].Lemma) {
		return 0
	}
	noun := false
	for k := v + 1; k < last && k <= v+8; k++ {
		switch t := tokens[k]; {
		case t.Text == "," && noun:
			return k + 1
		case t.Text == "." && noun:
			return k
		case strings.HasPrefix(t.Tag, "NN") || t.Tag == "PRP":
			noun = true
		case t.Tag == "DT" || t.Tag == "JJ" || t.Tag == "PRP$" || t.Tag == "POS" || t.Tag == "CD":
		default:
			return 0
		}
	}
	return 0
}

// front parts a clause that stands before the main one, up to its comma: "Rejected by the senate, the bill …", "If the court agrees, …".
func front(tokens []schema.Token, main part, taken []part) (fronted, rest part, ok bool) {
	at := main.first
	if at >= main.last {
		return
	}
	if quoteMark(&tokens[at]) && at+1 < main.last {
		at++
	}
	if label, rest, ok := labelled(tokens, main, taken); ok {
		return label, rest, true
	}
	if tokens[at].Tag == "RB" && at+1 < main.last && subordinator(tokens[at+1]) {
		at++
	}
	clause := subordinator(tokens[at])
	switch tag := tokens[at].Tag; {
	case clause, tag == "VBN", tag == "VBG":
	case tag == "IN", tag == "TO", tag == "RB", tag == "RBR":
		at = main.first
	default:
		return
	}
	for i := at + 1; i+2 < main.last && i < at+40; i++ {
		if tokens[i].Text != "," || within(taken, i) {
			continue
		}
		if clause != hasFinite(tokens, at, i) {
			return
		}
		if !clauseAt(tokens, i+1, main.last, taken) {
			continue
		}
		rest = main
		rest.first = i + 1
		return part{first: main.first, last: i + 1, kind: frontPart}, rest, true
	}
	return
}

// labelled parts what stands before a colon without a verb of its own: "The upshot: voters have rejected …".
func labelled(tokens []schema.Token, main part, taken []part) (label, rest part, ok bool) {
	for i := main.first + 1; i+2 < main.last && i < main.first+8; i++ {
		if within(taken, i) || tokens[i].Text != ":" {
			continue
		}
		if hasFinite(tokens, main.first, i) || !clauseAt(tokens, i+1, main.last, taken) {
			return
		}
		rest = main
		rest.first = i + 1
		return part{first: main.first, last: i + 1, kind: frontPart}, rest, true
	}
	return
}

func subordinator(t schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "if", "although", "though", "while", "when", "because", "since", "after", "before", "unless", "whereas", "once":
		return t.Tag == "IN" || t.Tag == "WRB" || t.Tag == "RB"
	}
	return false
}
