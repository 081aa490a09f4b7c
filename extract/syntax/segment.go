package syntax

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// A greedy parser errs most where clauses meet, so what commas separate for certain is parsed apart from the main
// clause and then attached to it: a clause inserted after its noun, an interrupting phrase, and what stands before
// the subject.

const (
	shortestSegmented = 8  // tokens; shorter sentences are parsed whole
	longestInserted   = 30 // tokens between the commas of an inserted clause
	longestFronted    = 40 // tokens before the main clause
)

// segment is a stretch of tokens, last exclusive, that is parsed apart. Its commas belong to it.
type segment struct {
	first, last int
	kind        segmentKind
}

type segmentKind int

const (
	inserted segmentKind = iota // ", who until last year backed it," modifies the noun before it
	aside                       // ", by contrast," modifies the main clause
	fronted                     // "If the court agrees," modifies the main clause
)

// segments finds what can be parsed apart, in the order of the text but for a fronted segment, which comes last.
func segments(tokens []schema.Token) []segment {
	if len(tokens) < shortestSegmented {
		return nil
	}
	found := insertions(tokens)
	if f, ok := fronting(tokens, found); ok {
		found = append(found, f)
	}
	return found
}

// insertions finds stretches between commas after a subject whose finite verb follows the second comma: a relative
// clause with a finite verb, or a phrase without one.
func insertions(tokens []schema.Token) []segment {
	var found []segment
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Text != "," || !nominal(&tokens[i-1]) || finiteBefore(tokens, i) || frontedPhrase(tokens[:i]) {
			continue
		}
		if last, ok := insertionEnd(tokens, i); ok {
			kind := inserted
			if tag := tokens[i+1].Tag; tag == "IN" || tag == "RB" && last == i+3 {
				kind = aside
			}
			found = append(found, segment{i, last, kind})
			i = last - 1
		}
	}
	return found
}

// insertionEnd is the end, after its second comma, of the insertion whose first comma is at i.
func insertionEnd(tokens []schema.Token, i int) (last int, ok bool) {
	withVerb := i+1 < len(tokens) && relative(&tokens[i+1])
	for j := i + 2; j < len(tokens) && j-i <= longestInserted; j++ {
		if tokens[j].Text == ";" {
			return 0, false
		}
		if tokens[j].Text != "," || withVerb != anyFinite(tokens[i+1:j]) {
			continue
		}
		if finiteAt(tokens[j+1:]) && !listed(tokens[i+1:j]) {
			return j + 1, true
		}
		if !withVerb && anyQuote(tokens[i:j]) {
			return 0, false
		}
	}
	return 0, false
}

// frontedPhrase: the tokens are one short phrase with a preposition, "In a statement": what follows its comma is no
// insertion.
func frontedPhrase(tokens []schema.Token) bool {
	if tokens[0].Tag != "IN" || subordinator(&tokens[0]) || len(tokens) > 6 {
		return false
	}
	for i := range tokens[1:] {
		switch tag := tokens[i+1].Tag; {
		case strings.HasPrefix(tag, "NN"), strings.HasPrefix(tag, "JJ"):
		case tag == "DT", tag == "CD", tag == "PRP$", tag == "POS":
		default:
			return false
		}
	}
	return true
}

func nominal(t *schema.Token) bool {
	return strings.HasPrefix(t.Tag, "NN") || t.Tag == "CD" || t.Tag == "PRP" || t.Tag == "DT"
}

func relative(t *schema.Token) bool {
	return slices.Contains([]string{"who", "which", "whose", "whom"}, strings.ToLower(t.Text))
}

// finiteBefore: the clause that the comma at i interrupts has its finite verb already.
func finiteBefore(tokens []schema.Token, i int) bool {
	for k := i - 1; k >= 0; k-- {
		t := &tokens[k]
		if t.Text == "," || t.Text == ":" || t.Text == ";" || t.Tag == "CC" && finiteAt(tokens[k+1:i]) {
			return false
		}
		if finite(t) {
			return true
		}
	}
	return false
}

func finite(t *schema.Token) bool {
	return t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBD" || t.Tag == "MD"
}

func anyFinite(tokens []schema.Token) bool {
	return slices.ContainsFunc(tokens, func(t schema.Token) bool { return finite(&t) })
}

// finiteAt: the tokens begin with a finite verb, or two adverbs at most and then one.
func finiteAt(tokens []schema.Token) bool {
	for i := range tokens[:min(3, len(tokens))] {
		if finite(&tokens[i]) {
			return true
		}
		if tokens[i].Tag != "RB" {
			return false
		}
	}
	return false
}

// listed: a stretch between commas that continues a list of names: "Turkey, and" or "and Iran" in "Russia, Turkey,
// and Iran,".
func listed(tokens []schema.Token) bool {
	if tokens[0].Tag == "CC" {
		return true
	}
	if !strings.HasPrefix(tokens[0].Tag, "NNP") {
		return false
	}
	return slices.ContainsFunc(tokens[:min(3, len(tokens)-1)], func(t schema.Token) bool { return t.Tag == "CC" })
}

func anyQuote(tokens []schema.Token) bool {
	return slices.ContainsFunc(tokens, func(t schema.Token) bool {
		return slices.Contains([]string{"\"", "``", "''", "“", "”"}, t.Text)
	})
}

// fronting finds the clause or phrase before the main clause, up to its comma: "Rejected by the senate, the bill …".
func fronting(tokens []schema.Token, taken []segment) (f segment, ok bool) {
	start := 0
	if anyQuote(tokens[:1]) || tokens[0].Tag == "RB" && subordinator(&tokens[1]) {
		start = 1
	}
	clause := subordinator(&tokens[start])
	switch tag := tokens[start].Tag; {
	case clause, tag == "VBN", tag == "VBG", tag == "IN", tag == "TO", tag == "RB", tag == "RBR":
	default:
		return f, false
	}
	for i := start + 1; i+2 < len(tokens) && i < start+longestFronted; i++ {
		if tokens[i].Text != "," || within(taken, i) >= 0 {
			continue
		}
		if clause != anyFinite(tokens[start:i]) {
			return f, false
		}
		if clauseAt(tokens, i+1, taken) {
			return segment{0, i + 1, fronted}, true
		}
	}
	return f, false
}

// clauseAt: within nine words from i on a subject and its finite verb, with nothing but insertions between.
func clauseAt(tokens []schema.Token, i int, taken []segment) bool {
	subject := false
	for k, n := i, 0; k < len(tokens) && n < 9; n++ {
		if s := within(taken, k); s >= 0 {
			k = taken[s].last
			continue
		}
		t := &tokens[k]
		switch {
		case finite(t):
			return subject
		case t.Text == ",", t.Text == ":", t.Tag == "WP", t.Tag == "WDT", t.Tag == "VBG", t.Tag == "TO":
			return false
		case strings.HasPrefix(t.Tag, "NN"), t.Tag == "PRP", t.Tag == "EX", t.Tag == "DT" && finiteAt(tokens[k+1:]):
			subject = true
		}
		k++
	}
	return false
}

// within is the segment that token i is in, -1 where it is in none.
func within(segs []segment, i int) int {
	return slices.IndexFunc(segs, func(s segment) bool { return i >= s.first && i < s.last })
}

func subordinator(t *schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "if", "although", "though", "while", "when", "because", "since",
		"after", "before", "unless", "whereas", "once":
		return t.Tag == "IN" || t.Tag == "WRB" || t.Tag == "RB"
	}
	return false
}

// attachSegment makes root, the root of a segment's own tree, depend on the main clause or on the noun before it.
func attachSegment(tokens []schema.Token, s segment, root, mainRoot int) {
	t := &tokens[root]
	t.Head = mainRoot
	switch {
	case s.kind == inserted:
		t.Head = nounHead(tokens, s.first-1)
		t.Rel = insertedRel(tokens, s, root)
	case strings.HasPrefix(t.Tag, "RB"), t.Tag == "UH":
		t.Rel = "advmod"
	case strings.HasPrefix(t.Tag, "VB") && s.kind == aside:
		t.Rel = "parataxis"
	case strings.HasPrefix(t.Tag, "VB"), strings.HasPrefix(t.Tag, "JJ") && s.kind == fronted:
		t.Rel = "advcl"
	default:
		t.Rel = "obl"
	}
}

func insertedRel(tokens []schema.Token, s segment, root int) string {
	switch {
	case relative(&tokens[s.first+1]):
		return "acl:relcl"
	case strings.HasPrefix(tokens[root].Tag, "NN"):
		return "appos"
	}
	return "acl"
}

// nounHead climbs from the last word before an insertion to the head of the whole phrase: "brewers" of "brewers in
// Kent".
func nounHead(tokens []schema.Token, at int) int {
	for range 8 {
		h := tokens[at].Head
		if h < 0 || h > at || !nominal(&tokens[h]) {
			break
		}
		at = h
	}
	return at
}
