package train

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
)

// Augment adds to treebank sentences what the treebank has little of and real input much: hyphenated
// words in one piece (a copy of every sentence that has one), sentences all in capitals, all in small
// letters, or with a capital on every word, headlines without articles and full stop, and names
// joined by a slash (copies of a few). Source of a copy is the sentence it was made of.
func Augment(sents []conllu.Sentence, seed uint64) []conllu.Sentence {
	const share = 0.04 // of the sentences, for each way to use capitals
	rng := rand.New(rand.NewPCG(seed, 3))
	out := slices.Clone(sents)
	for i := range sents {
		s := &sents[i]
		out[i].Source = i
		before := len(out)
		if whole, merged := MergeHyphens(s); merged {
			out = append(out, *whole)
			s = whole
		}
		if h, ok := headline(s); ok && rng.Float64() < 2*share {
			if rng.Float64() < 0.4 {
				h = recased(h, title)
			}
			out = append(out, *h)
		}
		if l, ok := slashed(s); ok && rng.Float64() < 3*share {
			out = append(out, *l)
		}
		for _, change := range []func(string) string{strings.ToUpper, strings.ToLower, title} {
			if rng.Float64() < share {
				out = append(out, *recased(s, change))
			}
		}
		for j := before; j < len(out); j++ {
			out[j].Source = i
		}
	}
	return out
}

func recased(s *conllu.Sentence, change func(string) string) *conllu.Sentence {
	c := &conllu.Sentence{Document: s.Document, Tokens: append([]conllu.Token(nil), s.Tokens...)}
	for i := range c.Tokens {
		c.Tokens[i].Text = change(c.Tokens[i].Text)
	}
	return c
}

// small are the words that headlines leave without a capital.
var small = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "in": true, "on": true, "to": true, "and": true, "or": true,
	"for": true, "at": true, "by": true, "as": true, "but": true, "with": true, "from": true,
}

func title(w string) string {
	if small[w] {
		return w
	}
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// MergeHyphens gives the sentence with hyphenated words in one piece, as news text is tokenised, where
// the treebank cuts them in three: "US", "-", "backed" becomes "US-backed". It says whether there was one.
//
// The word that governs the others stands for the whole: its head and relation are kept, what
// depended on any part depends on the whole. The tag is that of Penn Treebank text: a participle or a
// noun that was put before a noun as part of such a word ("US-backed", "ten-year") is an adjective.
func MergeHyphens(s *conllu.Sentence) (*conllu.Sentence, bool) {
	n := len(s.Tokens)
	group := make([]int, n) // first token of the word that each token is part of
	found := false
	for i := range group {
		group[i] = i
		t := &s.Tokens[i]
		hyphen := func(i int) bool { return s.Tokens[i].Tag == "HYPH" && s.Tokens[i].Text == "-" }
		if i == 0 || !s.Tokens[i-1].Glued {
			continue
		}
		opens := hyphen(i) && t.Glued && i+1 < n && isWord(s.Tokens[i-1].Text)
		if opens || hyphen(i-1) && group[i-1] != i-1 && isWord(t.Text) {
			group[i] = group[i-1]
			found = true
		}
	}
	if !found {
		return s, false
	}
	out := &conllu.Sentence{Document: s.Document}
	place := make([]int, n) // of each old token in out
	for i := 0; i < n; {
		j := i + 1
		for j < n && group[j] == i {
			j++
		}
		for k := i; k < j; k++ {
			place[k] = len(out.Tokens)
		}
		out.Tokens = append(out.Tokens, whole(s, i, j))
		i = j
	}
	for i := range out.Tokens {
		if h := out.Tokens[i].Head; h >= 0 {
			out.Tokens[i].Head = place[h]
		}
	}
	if !out.IsTree() {
		return s, false
	}
	return out, true
}

func isWord(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '-' {
			return false
		}
	}
	return w != "-"
}

// whole is the token that stands for tokens i to j-1 of s; its head still counts in s.
func whole(s *conllu.Sentence, i, j int) conllu.Token {
	if j == i+1 {
		return s.Tokens[i]
	}
	top := i // the part whose head lies outside
	var text strings.Builder
	for k := i; k < j; k++ {
		text.WriteString(s.Tokens[k].Text)
		if h := s.Tokens[k].Head; h < i || h >= j {
			t := &s.Tokens[top]
			if t.Head >= i && t.Head < j || s.Tokens[k].Tag != "HYPH" && t.Tag == "HYPH" {
				top = k
			}
		}
	}
	t := s.Tokens[top]
	last := s.Tokens[j-1]
	t.Text, t.Lemma, t.Glued = text.String(), strings.ToLower(text.String()), last.Glued
	before := slices.Contains([]string{"amod", "compound", "nmod", "nmod:desc", "nmod:unmarked", "nummod"}, t.Rel)
	proper := last.Tag == "NNP" || last.Tag == "NNPS"
	switch first := s.Tokens[i].Tag; {
	case proper && t.Tag != last.Tag && t.Tag != "JJ":
		t.Tag = last.Tag
	case t.Tag == "HYPH" || t.Tag == "AFX":
		t.Tag = last.Tag
	case proper, t.Tag == "CD" && last.Tag == "CD":
	case (t.Tag == "VBN" || t.Tag == "VBG") && (t.Rel == "amod" || t.Rel == "acl"):
		t.Tag = "JJ"
	case before && (last.Tag == "NN" || last.Tag == "IN" || last.Tag == "RP") &&
		(first == "CD" || first == "JJ" || t.Rel == "amod"):
		t.Tag, t.Rel = "JJ", "amod"
	case last.Tag == "JJ" || last.Tag == "VBN" && t.Rel == "amod":
		t.Tag = "JJ"
	}
	return t
}

// without gives a copy of s that lacks the tokens that drop says. Only tokens without dependents may go.
func without(s *conllu.Sentence, drop func(i int) bool) (*conllu.Sentence, bool) {
	governs := make([]bool, len(s.Tokens))
	for _, t := range s.Tokens {
		if t.Head >= 0 {
			governs[t.Head] = true
		}
	}
	out := &conllu.Sentence{Document: s.Document}
	place := make([]int, len(s.Tokens))
	for i, t := range s.Tokens {
		place[i] = len(out.Tokens)
		if !drop(i) || governs[i] || t.Head < 0 {
			out.Tokens = append(out.Tokens, t)
		}
	}
	for i := range out.Tokens {
		if h := out.Tokens[i].Head; h >= 0 {
			out.Tokens[i].Head = place[h]
		}
	}
	return out, len(out.Tokens) < len(s.Tokens)
}

// headline makes a headline of a short sentence with a subject: no articles, no full stop.
func headline(s *conllu.Sentence) (*conllu.Sentence, bool) {
	n := len(s.Tokens)
	if n < 4 || n > 18 || s.Tokens[n-1].Text != "." {
		return s, false
	}
	subject := false
	for _, t := range s.Tokens {
		subject = subject || t.Rel == "nsubj" && t.Tag[0] == 'N'
	}
	if !subject {
		return s, false
	}
	return without(s, func(i int) bool {
		t := &s.Tokens[i]
		article := t.Rel == "det" && (t.Lemma == "the" || t.Lemma == "a")
		return article || i == n-1 && t.Rel == "punct"
	})
}

// slashed joins names by a slash that "and" joins.
func slashed(s *conllu.Sentence) (*conllu.Sentence, bool) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		a, and, b := &s.Tokens[i-1], &s.Tokens[i], &s.Tokens[i+1]
		joined := and.Rel == "cc" && and.Lemma == "and" && and.Head == i+1 && b.Rel == "conj" && b.Head == i-1
		if joined && a.Tag == "NNP" && b.Tag == "NNP" {
			c := recased(s, func(w string) string { return w })
			c.Tokens[i].Text, c.Tokens[i].Tag, c.Tokens[i].Rel = "/", ",", "cc"
			return c, true
		}
	}
	return s, false
}
