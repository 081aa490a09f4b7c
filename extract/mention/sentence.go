package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// view is a sentence with its drafts. Questions about a token outside the sentence are answered with "no".
type view struct {
	s       *schema.Sentence
	l       *lexicon.Lexicon
	t       []schema.Token
	words   []string
	low     []string
	m       *lexicon.Matcher
	drafts  []draft
	of      []int // token → index of the name that covers it, −1
	noCase  bool  // all capitals or all small letters
	quoting bool  // it begins within a quotation
	first   int   // the first word

	asked bool // the other finder of names was asked
	spans []schema.Span
}

func newView(l *lexicon.Lexicon, s *schema.Sentence) *view {
	n := len(s.Tokens)
	v := &view{
		s: s, l: l, t: s.Tokens, words: make([]string, n), low: make([]string, n), of: make([]int, n), first: -1,
	}
	upper, lower := 0, 0
	for i := range s.Tokens {
		w := s.Tokens[i].Text
		v.words[i], v.low[i], v.of[i] = w, strings.ToLower(w), -1
		c, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(c) {
			continue
		}
		if v.first < 0 {
			v.first = i
		}
		if v.low[i] == w {
			lower++
		} else if size < len(w) && strings.ToUpper(w) == w {
			upper++
		} else if i != v.first {
			upper, lower = upper+1, lower+1
		}
	}
	v.noCase = upper == 0 && v.first >= 0 && v.low[v.first] == v.words[v.first] || lower == 0 && upper > 1
	v.m = l.Matcher(v.words)
	return v
}

// span is the stretch of text of tokens from to to, to exclusive.
func (v *view) span(from, to int) schema.Span {
	return schema.Span{Start: v.t[from].Span.Start, End: v.t[to-1].Span.End}
}

// text is the words of tokens, joined as they stand.
func (v *view) text(doc *schema.Document, from, to int) string {
	if from >= to {
		return ""
	}
	return oneLine(v.span(from, to).In(doc.Text))
}

// capital says whether token i begins with a capital letter.
func (v *view) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(v.token(i).Text)
	return unicode.IsUpper(r)
}

// proper says whether the tagger takes token i for a name.
func (v *view) proper(i int) bool { return strings.HasPrefix(v.tag(i), "NNP") }

// noun says whether token i is a common or proper noun.
func (v *view) noun(i int) bool { return strings.HasPrefix(v.tag(i), "NN") }

// verb says whether token i is a verb form.
func (v *view) verb(i int) bool { return strings.HasPrefix(v.tag(i), "VB") }

// starts says whether a capital at token i tells nothing: the first word of the sentence or of a quotation.
func (v *view) starts(i int) bool {
	if i == v.first {
		return true
	}
	return i > 0 && (isQuote(v.words[i-1]) || v.words[i-1] == ":" || v.words[i-1] == "—" || v.words[i-1] == "--")
}

// outside is what the tokens before and after a sentence are.
var outside = schema.Token{Head: -1}

func (v *view) token(i int) *schema.Token {
	if i < 0 || i >= len(v.t) {
		return &outside
	}
	return &v.t[i]
}

// word is the lower-case word at i, "" outside.
func (v *view) word(i int) string {
	if i < 0 || i >= len(v.low) {
		return ""
	}
	return v.low[i]
}

func (v *view) tag(i int) string { return v.token(i).Tag }

// rel is the relation of token i to its governor, without its subtype.
func (v *view) rel(i int) string {
	r, _, _ := strings.Cut(v.token(i).Rel, ":")
	return r
}

// governor is the token that governs token i, −1 for none.
func (v *view) governor(i int) int { return v.token(i).Head }

// lemmaIs says whether the base form of token i is of a class.
func (v *view) lemmaIs(i int, c lexicon.WordClass) bool {
	return v.l.Is(c, strings.ToLower(v.token(i).Lemma))
}

// covered says whether a name covers token i.
func (v *view) covered(i int) bool { return i >= 0 && i < len(v.of) && v.of[i] >= 0 }

// nameAt is the name that covers token i, nil for none.
func (v *view) nameAt(i int) *draft {
	if !v.covered(i) {
		return nil
	}
	return &v.drafts[v.of[i]]
}

// addName adds a draft that is a name and marks its tokens.
func (v *view) addName(d draft) {
	for k := d.from; k < d.to; k++ {
		v.of[k] = len(v.drafts)
	}
	v.drafts = append(v.drafts, d)
}

// headOf is the token of from..to that governs the others: the one whose governor lies outside.
func (v *view) headOf(from, to int) int {
	for i := from; i < to; i++ {
		if h := v.t[i].Head; (h < from || h >= to) && v.t[i].Rel != "punct" && v.t[i].Rel != "case" {
			return i
		}
	}
	return to - 1
}

// preposition is the case marker straight before a phrase, its determiner aside: "against" of "against the rebels".
func (v *view) preposition(e extent) string {
	within := func(k int) bool { return v.governor(k) >= e.from && v.governor(k) < e.to }
	k := e.from - 1
	for k >= 0 && v.rel(k) == "det" && within(k) {
		k--
	}
	if k < 0 || v.rel(k) != "case" || v.tag(k) == "POS" || !within(k) {
		return ""
	}
	return v.low[k]
}

// prepositionOf is the case marker up to six tokens before token head, "" for none.
func (v *view) prepositionOf(head int) int {
	for k := head - 1; k >= 0 && k > head-6; k-- {
		if v.rel(k) == "case" && v.governor(k) == head {
			return k
		}
	}
	return -1
}

// role is the grammatical function of a phrase, by which antecedents of pronouns are weighed.
type role uint8

const (
	elsewhere role = iota
	possessor
	oblique
	object
	agent
	subject
)

// argument says whether the role is one of those that act, are acted on, or own.
func (r role) argument() bool { return r == subject || r == object || r == agent || r == possessor }

// roleOf reads the function of a phrase from the tree; a conjunct has that of the first one.
func (v *view) roleOf(head int) role {
	for hops := 0; hops < 6 && head >= 0 && head < len(v.t); hops++ {
		switch v.t[head].Rel {
		case "obl:agent":
			return agent
		case "nmod:poss":
			return possessor
		}
		switch v.rel(head) {
		case "nsubj", "csubj":
			return subject
		case "obj", "iobj":
			return object
		case "obl", "nmod":
			return oblique
		case "conj", "appos", "flat":
			head = v.t[head].Head
		default:
			return elsewhere
		}
	}
	return elsewhere
}

// quotedAt says whether token i stands within quotation marks.
func (v *view) quotedAt(i int) bool {
	open := v.quoting
	for k := 0; k < i && k < len(v.words); k++ {
		switch v.words[k] {
		case `"`:
			open = !open
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		}
	}
	return open
}
