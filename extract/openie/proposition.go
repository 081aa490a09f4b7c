// Package openie gives clauses as Open IE has them: predicate and arguments in the sentence's own words.
package openie

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// Proposition is an open clause as Open IE has it: a predicate in its own words and its arguments, the subject first,
// each a piece of the sentence (words joined by spaces as the tokens stand).
type Proposition struct {
	Sentence   int
	Confidence float64
	Predicate  string
	Args       []string
}

// Propositions gives the open clauses of a sentence: one for each verb or copula with a subject, and one for each
// apposition of a name. Predicates keep voice and negation as the sentence has them ("does not support", "was rejected by").
func Propositions(text string, s *schema.Sentence, clauses []schema.Clause) []Proposition {
	w := &proposer{Tree: deptree.New(s.Tokens), text: text, sentence: s}
	for i := range clauses {
		c := &clauses[i]
		if c.Sentence != s.Index {
			continue
		}
		w.clause(c)
	}
	return w.found
}

type proposer struct {
	deptree.Tree
	text     string
	sentence *schema.Sentence
	found    []Proposition
}

// clause writes a clause down once for each subject.
func (w *proposer) clause(c *schema.Clause) {
	if c.Kind == schema.NounPred && w.Child(c.Head, "cop") < 0 || c.Kind != schema.VerbPred && w.Child(c.Head, "cop") < 0 {
		return
	}
	subject, attached, rest := w.sides(c)
	pred := strings.TrimSpace(w.predicate(c) + " " + attached)
	if subject == "" || len(rest) == 0 {
		return
	}
	w.found = append(w.found, Proposition{Sentence: c.Sentence, Confidence: w.confidence(c), Predicate: pred,
		Args: append([]string{subject}, rest...)})
}

// predicate is the verb with its auxiliaries, negation and particle; of a copula the copula alone.
func (w *proposer) predicate(c *schema.Clause) string {
	in := map[int]bool{}
	h := c.Head
	cop := w.Child(h, "cop")
	if cop < 0 {
		in[h] = true
	}
	for _, k := range w.Children[h] {
		switch w.Rel(k) {
		case "aux", "aux:pass", "cop", "compound:prt":
			in[k] = true
		case "advmod":
			if k < h && len(w.Children[k]) == 0 && !strings.HasPrefix(w.Tag(k), "W") {
				in[k] = true
			}
		}
	}
	var words []int
	for i := range in {
		words = append(words, i)
	}
	sort.Ints(words)
	return w.join(words)
}

func (w *proposer) join(tokens []int) string {
	var all []string
	for _, i := range tokens {
		all = append(all, w.Tokens[i].Span.In(w.text))
	}
	return strings.Join(all, " ")
}

// words are a span's tokens joined by spaces.
func (w *proposer) words(span schema.Span) string {
	var all []string
	for i := range w.Tokens {
		if span.Contains(w.Tokens[i].Span) {
			all = append(all, w.Tokens[i].Span.In(w.text))
		}
	}
	return strings.Join(all, " ")
}

// sides gives the surface subject and the other arguments in text order.
func (w *proposer) sides(c *schema.Clause) (subjects, attached string, rest []string) {
	early := 0
	subjectRole, other := schema.Subject, schema.Object
	if c.Passive {
		subjectRole, other = schema.Object, schema.Subject
	}
	type part struct {
		at         int
		text, prep string
	}
	var subject []string
	var parts []part
	for i := range c.Args {
		a := &c.Args[i]
		t := w.words(a.Span)
		switch {
		case a.From == schema.OfPurpose:
			parts = append(parts, part{a.Span.Start, t, "to"})
		case a.Role == subjectRole && a.Clause < 0 && !(c.Passive && a.From == schema.FromLight):
			subject = append(subject, t)
		case a.Role == other && c.Passive:
			parts = append(parts, part{a.Span.Start, t, "by"})
		case a.Role == schema.Oblique && a.From != schema.FromIdiom && a.From != schema.Possessor:
			parts = append(parts, part{a.Span.Start, t, a.Prep})
		case a.Role == schema.Oblique:
		case a.Role == schema.Complement && a.Prep == "to":
			parts = append(parts, part{a.Span.Start, t, "to"})
		default:
			parts = append(parts, part{a.Span.Start, t, ""})
		}
	}
	if c.Kind != schema.VerbPred && !c.Has(schema.Attribute) {
		first, last := w.Phrase(c.Head, w.complementCut(c.Head))
		parts = append(parts, part{w.Tokens[first].Span.Start, w.words(w.Span(first, last)), ""})
	}
	for _, k := range w.Children[c.Head] { // times and adverbs without a preposition
		if w.Is(k, "obl:tmod", "obl:npmod", "obl:unmarked", "nmod:tmod") && w.Preposition(k) == "" {
			first, last := w.Phrase(k, func(int) bool { return false })
			parts = append(parts, part{w.Tokens[first].Span.Start, w.words(w.Span(first, last)), ""})
		}
	}
	sort.SliceStable(parts, func(i, j int) bool { return parts[i].at < parts[j].at })
	verb := w.Tokens[c.Head].Span.Start
	for _, p := range parts {
		switch {
		case p.prep == "":
			rest = append(rest, p.text)
		case attached == "" && len(rest) <= early && p.at > verb: // "plays as", its phrase the first argument
			attached = p.prep
			rest = append([]string{p.text}, rest...)
		default:
			rest = append(rest, p.prep+" "+p.text)
		}
		if p.at < verb {
			early++
		}
	}
	return strings.Join(subject, " and "), attached, rest
}

func (w *proposer) complementCut(h int) func(int) bool {
	return func(k int) bool {
		if w.Head(k) != h {
			return w.Rel(k) == "parataxis"
		}
		switch w.Base(k) {
		case "cop", "aux", "nsubj", "mark", "cc", "conj", "punct", "advcl", "parataxis", "expl", "csubj", "obl":
			return true
		}
		return w.Lower(k) == "not" || w.Lower(k) == "n't"
	}
}

// confidence: a silent subject is less sure than a spoken one.
func (w *proposer) confidence(c *schema.Clause) float64 {
	conf := 0.9
	for _, a := range c.Args {
		if a.Role == schema.Subject || a.Role == schema.Object && c.Passive {
			switch a.From {
			case schema.FromAdjunct, schema.Controlled:
				conf = 0.6
			case schema.FromRelative, schema.Shared:
				conf = 0.75
			}
		}
	}
	return conf
}
