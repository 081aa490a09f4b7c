package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// view is a sentence made ready for questions.
type view struct {
	s     *schema.Sentence
	t     []schema.Token
	words []string
	low   []string
	m     *lexicon.Matcher
	asking
	drafts []draft
	of     []int // token → index of the name that covers it, −1
	tree   bool  // there is a dependency tree
	noCase bool  // all capitals or all small letters
	first  int   // the first word
}

func newView(l *lexicon.Lexicon, s *schema.Sentence) *view {
	n := len(s.Tokens)
	v := &view{s: s, t: s.Tokens, words: make([]string, n), low: make([]string, n), of: make([]int, n)}
	upper, lower := 0, 0
	v.first = -1
	for i := range s.Tokens {
		w := s.Tokens[i].Text
		v.words[i], v.low[i], v.of[i] = w, strings.ToLower(w), -1
		if s.Tokens[i].Head >= 0 {
			v.tree = true
		}
		r, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
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

// oneLine makes every run of white space one space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// capital says whether token i begins with a capital letter.
func (v *view) capital(i int) bool {
	if i < 0 || i >= len(v.words) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(v.words[i])
	return unicode.IsUpper(r)
}

// proper says whether the tagger takes token i for a name.
func (v *view) proper(i int) bool {
	return i >= 0 && i < len(v.t) && strings.HasPrefix(v.t[i].Tag, "NNP")
}

// starts says whether a capital at token i tells nothing: the first word of the sentence or of a quotation.
func (v *view) starts(i int) bool {
	if i == v.first {
		return true
	}
	return i > 0 && (isQuote(v.words[i-1]) || v.words[i-1] == ":" || v.words[i-1] == "—" || v.words[i-1] == "--")
}

func isQuote(w string) bool {
	switch w {
	case `"`, "'", "“", "”", "‘", "’", "``", "''":
		return true
	}
	return false
}

// word is the lower-case word at i, "" outside.
func (v *view) word(i int) string {
	if i < 0 || i >= len(v.low) {
		return ""
	}
	return v.low[i]
}

func (v *view) tag(i int) string {
	if i < 0 || i >= len(v.t) {
		return ""
	}
	return v.t[i].Tag
}

// rel is the relation of token i to its governor, without its subtype.
func (v *view) rel(i int) string {
	r, _, _ := strings.Cut(v.t[i].Rel, ":")
	return r
}

// noun says whether token i is a common or proper noun.
func (v *view) noun(i int) bool { return strings.HasPrefix(v.tag(i), "NN") }

// covered says whether a name covers token i.
func (v *view) covered(i int) bool { return i >= 0 && i < len(v.of) && v.of[i] >= 0 }

// add notes a mention that is a name and marks its tokens.
func (v *view) addName(d draft) {
	for k := d.from; k < d.to; k++ {
		v.of[k] = len(v.drafts)
	}
	v.drafts = append(v.drafts, d)
}

// headOf is the token of from..to that governs the others: the one whose governor lies outside.
func (v *view) headOf(from, to int) int {
	if v.tree {
		for i := from; i < to; i++ {
			if h := v.t[i].Head; (h < from || h >= to) && v.t[i].Rel != "punct" && v.t[i].Rel != "case" {
				return i
			}
		}
	}
	return to - 1
}

// role is the part that a token plays in its clause, by how much it draws pronouns to itself.
type role uint8

const (
	elsewhere role = iota
	possessor
	oblique
	object
	agent
	subject
)

// roleOf reads the part of a phrase from the tree.
func (v *view) roleOf(head int) role {
	if head < 0 || head >= len(v.t) {
		return elsewhere
	}
	for hops := 0; hops < 6; hops++ {
		switch r := v.t[head].Rel; r {
		case "nsubj", "nsubj:pass", "csubj", "nsubj:outer":
			return subject
		case "obl:agent":
			return agent
		case "obj", "iobj":
			return object
		case "nmod:poss":
			return possessor
		case "obl", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod":
			return oblique
		case "conj", "appos", "flat", "flat:name":
			if h := v.t[head].Head; h >= 0 && h != head {
				head = h
				continue
			}
			return elsewhere
		case "root", "parataxis":
			return elsewhere
		default:
			return elsewhere
		}
	}
	return elsewhere
}
