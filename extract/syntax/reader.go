package syntax

import (
	"strings"

	lex "github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// Reader gives sentences their trees. A small greedy parser is at its worst where clauses meet, so what a pattern can
// part with certainty is parted before it reads: a clause between commas behind its noun, clauses joined by a semicolon or by
// comma and conjunction. Each part is read alone and hung where it belongs.
type Reader struct {
	model *Model
	names *lex.Lexicon
	words *lex.Words
}

// NewReader makes a Reader of a model that takes names and verbs from the lexicon. It is safe for concurrent use.
func NewReader(m *Model, names *lex.Lexicon, words *lex.Words) *Reader {
	return &Reader{model: m, names: names, words: words}
}

// part is a stretch of tokens, last exclusive, to be read alone.
type part struct {
	first, last int
	kind        partKind
	at          int // of an inserted clause: the token before its comma
}

type partKind int

const (
	mainPart     partKind = iota
	insertedPart          // ", who until last year backed it,"
	joinedPart            // ", and Asia fears …"
	loosePart             // after a semicolon
	asidePart             // ", diplomats said,"
	frontPart             // "If the court agrees," before the main clause
)

// inside: the part is taken out of another, which is read as if it were not there.
func (k partKind) inside() bool { return k == insertedPart || k == asidePart || k == frontPart }

// Read sets tags, lemmas and the tree of a sentence.
func (p *Reader) Read(s *schema.Sentence) {
	p.tag(s.Tokens)
	retag(s.Tokens, p.names, p.words)
	parts := p.divide(s.Tokens)
	if len(parts) == 1 && !quoted(s.Tokens) {
		p.model.Tree(s.Tokens)
		return
	}
	p.inParts(s.Tokens, parts)
}

// tag tags the words as if the quotation marks were not there.
func (p *Reader) tag(tokens []schema.Token) {
	if !quoted(tokens) {
		p.model.Tag(tokens)
		return
	}
	var words []schema.Token
	for i := range tokens {
		if !quoteMark(&tokens[i]) {
			words = append(words, tokens[i])
		}
	}
	p.model.Tag(words)
	n := 0
	for i := range tokens {
		if quoteMark(&tokens[i]) {
			tokens[i].Tag, tokens[i].Lemma = "''", tokens[i].Text
			continue
		}
		tokens[i].Tag, tokens[i].Lemma = words[n].Tag, words[n].Lemma
		n++
	}
}

// quoted says whether there are quotation marks. They say who speaks, not how the words hang together, and throw a small parser
// off: it reads the sentence without them.
func quoted(tokens []schema.Token) bool {
	for i := range tokens {
		if quoteMark(&tokens[i]) {
			return true
		}
	}
	return false
}

func quoteMark(t *schema.Token) bool {
	switch t.Text {
	case "\"", "``", "''", "“", "”":
		return true
	}
	return false
}

// inParts reads each part. An inserted clause is taken out of the part it interrupts, which is read as if it were not there.
func (p *Reader) inParts(tokens []schema.Token, parts []part) {
	root := -1
	roots := make([]int, len(parts))
	for n, it := range parts {
		if it.kind.inside() {
			continue
		}
		index := outer(it, parts)
		r := p.read(tokens, index)
		roots[n] = r
		switch {
		case r < 0:
		case root < 0:
			root = r
		default:
			tokens[r].Head, tokens[r].Rel = root, joinRel(tokens, it)
		}
	}
	for _, it := range parts {
		if !it.kind.inside() {
			continue
		}
		r := p.readInside(tokens, it)
		switch {
		case r < 0:
		case root < 0:
			root = r
		case it.kind == asidePart:
			tokens[r].Head, tokens[r].Rel = around(parts, roots, it, root), asideRel(tokens[r])
		case it.kind == frontPart:
			tokens[r].Head, tokens[r].Rel = around(parts, roots, it, root), frontRel(tokens[r])
		default:
			tokens[r].Head, tokens[r].Rel = nounTop(tokens, it.at), insertRel(tokens, it, r)
		}
	}
}

// around is the root of the part that another is taken out of, or that it stands before.
func around(parts []part, roots []int, inside part, root int) int {
	for n, it := range parts {
		if !it.kind.inside() && roots[n] >= 0 && (it.first <= inside.first && inside.last <= it.last || it.first == inside.last) {
			return roots[n]
		}
	}
	return root
}

// outer lists the tokens of a part without the clauses inserted in it.
func outer(it part, parts []part) []int {
	var index []int
	for i := it.first; i < it.last; i++ {
		inside := false
		for _, o := range parts {
			inside = inside || o.kind.inside() && i >= o.first && i < o.last
		}
		if !inside {
			index = append(index, i)
		}
	}
	return index
}

// read parses the tokens listed, quotation marks left out, and gives their root.
func (p *Reader) read(tokens []schema.Token, index []int) int {
	words := make([]int, 0, len(index))
	for _, i := range index {
		if !quoteMark(&tokens[i]) {
			words = append(words, i)
		}
	}
	if len(words) == 0 {
		words = index
	}
	if len(words) == 0 {
		return -1
	}
	some := make([]schema.Token, len(words))
	for n, i := range words {
		some[n] = tokens[i]
	}
	p.model.Tree(some)
	root := -1
	for n, i := range words {
		t := &tokens[i]
		t.Rel = some[n].Rel
		if some[n].Head < 0 {
			t.Head, root = -1, i
			continue
		}
		t.Head = words[some[n].Head]
	}
	if len(words) < len(index) {
		for _, i := range index {
			if quoteMark(&tokens[i]) {
				tokens[i].Head, tokens[i].Rel = root, "punct"
			}
		}
	}
	return root
}

// readInside parses an inserted part without the commas round it, which hang on its root.
func (p *Reader) readInside(tokens []schema.Token, it part) int {
	first, last := it.first, it.last
	for first < last && tokens[first].Text == "," {
		first++
	}
	for last > first && tokens[last-1].Text == "," {
		last--
	}
	index := make([]int, 0, last-first)
	for i := first; i < last; i++ {
		index = append(index, i)
	}
	r := p.read(tokens, index)
	if it.kind == asidePart && r >= 0 {
		inverted(tokens, r, last)
	}
	for i := it.first; i < it.last; i++ {
		if i < first || i >= last {
			tokens[i].Head, tokens[i].Rel = r, "punct"
		}
	}
	return r
}

// frontRel is how what stands in front hangs on the main clause: a clause as an adverbial one, a phrase as a phrase.
func frontRel(root schema.Token) string {
	switch {
	case strings.HasPrefix(root.Tag, "VB"), strings.HasPrefix(root.Tag, "JJ"):
		return "advcl"
	case strings.HasPrefix(root.Tag, "RB"), root.Tag == "UH":
		return "advmod"
	}
	return "obl"
}

// inverted: in ", declared the admiral," what stands behind the verb is its subject.
func inverted(tokens []schema.Token, verb, last int) {
	object := -1
	for i := range tokens[:last] {
		if tokens[i].Head != verb {
			continue
		}
		if strings.HasPrefix(tokens[i].Rel, "nsubj") {
			return
		}
		if i > verb && (tokens[i].Rel == "obj" || tokens[i].Rel == "xcomp" || tokens[i].Rel == "obl" || tokens[i].Rel == "ccomp") && object < 0 {
			object = i
		}
	}
	if object >= 0 {
		tokens[object].Rel = "nsubj"
	}
}

// asideRel is how an aside hangs on the main clause: a report loosely, "by contrast" as a phrase, "however" as an adverb.
func asideRel(root schema.Token) string {
	switch {
	case strings.HasPrefix(root.Tag, "VB"):
		return "parataxis"
	case strings.HasPrefix(root.Tag, "RB"):
		return "advmod"
	}
	return "obl"
}

// joinRel is how a part hangs on the first: as a conjunct, or under "while" as an adverbial clause.
func joinRel(tokens []schema.Token, it part) string {
	if it.kind == loosePart {
		return "parataxis"
	}
	for i := it.first; i < it.last && i <= it.first+1; i++ {
		switch strings.ToLower(tokens[i].Text) {
		case "while", "whereas", "although", "though":
			return "advcl"
		}
	}
	return "conj"
}

// insertRel is how an inserted clause hangs on its noun.
func insertRel(tokens []schema.Token, it part, root int) string {
	switch w := strings.ToLower(tokens[it.first].Text); {
	case w == "," && it.first+1 < it.last && relative(tokens[it.first+1]):
		return "acl:relcl"
	case relative(tokens[it.first]):
		return "acl:relcl"
	}
	if strings.HasPrefix(tokens[root].Tag, "NN") {
		return "appos"
	}
	return "acl"
}

// nounTop climbs from the last word before an inserted clause to the head of the whole phrase: "brewers" of "brewers in Kent".
func nounTop(tokens []schema.Token, at int) int {
	top := at
	for n := 0; n < 8; n++ {
		h := tokens[top].Head
		if h < 0 || h > at || !strings.HasPrefix(tokens[h].Tag, "NN") && tokens[h].Tag != "PRP" && tokens[h].Tag != "CD" && tokens[h].Tag != "DT" {
			break
		}
		top = h
	}
	return top
}
