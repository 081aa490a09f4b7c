// Package clause turns sentences with dependency trees into clauses: one predicate each, with its arguments by
// role, the passive undone, coordination spelled out, silent subjects found, and with negation, modality, phase,
// speaker and contrast settled. Stance rules see clauses only, never trees.
//
// "Laos has long been armed by Russia, which Nepal no longer trusts" gives arm(Russia, Laos), passive, and
// trust(Nepal, Russia), negated and ended.
package clause

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// Splitter finds clauses. It is safe for concurrent use.
type Splitter struct {
	words  *lexicon.Words
	parser Parser
}

// Parser makes the tree of a sentence anew from its words and tags.
type Parser interface{ ParseTagged(*schema.Sentence) }

// New makes a Splitter that takes its word classes from words and has sentences parsed again by parser.
func New(words *lexicon.Words, parser Parser) *Splitter {
	return &Splitter{words: words, parser: parser}
}

// Split gives the clauses of a document's sentences, in text order of their heads, sentence by sentence.
// The sentences' trees should have been repaired (Repair).
func (p *Splitter) Split(doc *schema.Document, sents []schema.Sentence) []schema.Clause {
	var all []schema.Clause
	for i := range sents {
		b := builder{words: p.words, text: doc.Text, sentence: &sents[i]}
		found := b.split()
		for n := range found {
			found[n].Index = len(all) + n
		}
		all = append(all, rebase(found, len(all))...)
	}
	contrastAcross(sents, all)
	return all
}

// rebase turns clause numbers within a sentence into numbers within the document.
func rebase(clauses []schema.Clause, base int) []schema.Clause {
	for i := range clauses {
		c := &clauses[i]
		if c.Parent >= 0 {
			c.Parent += base
		}
		for n := range c.Args {
			if c.Args[n].Clause >= 0 {
				c.Args[n].Clause += base
			}
		}
		if c.Contrast != nil {
			c.Contrast.Clause += base
		}
	}
	return clauses
}

// builder makes the clauses of one sentence.
type builder struct {
	deptree.Tree
	words    *lexicon.Words
	text     string
	sentence *schema.Sentence
	clauses  []schema.Clause
	excepted []exception
	byHead   []int // clause of each token that heads one, −1
	groups   int   // coordinations numbered so far
	settled  []bool
}

func (b *builder) split() []schema.Clause {
	if len(b.sentence.Tokens) == 0 {
		return nil
	}
	b.Tree = deptree.New(b.sentence.Tokens)
	b.byHead = make([]int, len(b.Tokens))
	for i := range b.byHead {
		b.byHead[i] = -1
	}
	b.predicates()
	b.order()
	for i := range b.clauses {
		b.arguments(i)
		b.idiom(&b.clauses[i])
		b.extent(&b.clauses[i])
	}
	b.elliptical()
	b.parents()
	b.settled = make([]bool, len(b.clauses))
	for i := range b.clauses {
		b.settle(i)
	}
	b.contrasts()
	for i := range b.clauses {
		b.describe(&b.clauses[i])
	}
	return b.clauses
}

// order sorts clauses by head (prepositional predicates are opened out of turn).
func (b *builder) order() {
	sorted := b.clauses[:0:0]
	for i, at := range b.byHead {
		if at >= 0 {
			b.byHead[i] = len(sorted)
			sorted = append(sorted, b.clauses[at])
		}
	}
	b.clauses = sorted
}

// cue is the predicate's own words: the verb with its particle, the adjective, the noun, the preposition.
func (b *builder) cue(c *schema.Clause) schema.Span {
	h := c.Head
	switch c.Kind {
	case schema.VerbPred:
		for k := h + 1; c.Particle != "" && k < len(b.Tokens) && k <= h+2; k++ {
			if b.Lower(k) == c.Particle {
				return b.Span(h, k)
			}
		}
	case schema.PrepPred:
		if k := b.Child(h, "case"); k >= 0 && k < h {
			if len(b.words.Lookup(schema.PrepPred, b.Preposition(h), "")) > 0 && c.Lemma == b.Preposition(h) {
				return b.Tokens[k].Span
			}
			return b.Span(k, h)
		}
	}
	return b.Tokens[h].Span
}

// extent sets the clause's spans: its cue and the whole of it.
func (b *builder) extent(c *schema.Clause) {
	c.Cue = b.cue(c)
	first, last := b.Phrase(c.Head, func(k int) bool {
		return b.Rel(k) == "parataxis" || b.Head(k) == c.Head &&
			(b.Is(k, "mark", "cc", "discourse", "acl:relcl") || b.Rel(k) == "conj" && b.byHead[k] >= 0)
	})
	c.Span = b.Span(first, last)
}

// idiom joins a verb with the noun that makes one meaning with it, and takes over the noun's own phrases:
// "imposed sanctions on Peru", "came to the aid of Chad".
func (b *builder) idiom(c *schema.Clause) {
	if c.Kind != schema.VerbPred {
		return
	}
	verb := c.Lemma
	for _, name := range []string{verb + " " + c.Particle, verb} {
		for _, a := range c.Args {
			if a.Clause >= 0 && !b.IsNoun(a.Head) || a.From == schema.FromRelative || a.Role == schema.Subject ||
				len(b.words.Idioms(name, b.baseForm(a.Head))) == 0 {
				continue
			}
			c.Noun, c.NounHead = b.baseForm(a.Head), a.Head
			for _, k := range b.Children[a.Head] {
				switch b.Rel(k) {
				case "nmod":
					if p := b.Preposition(k); p != "" {
						b.add(c, schema.Oblique, p, []int{k}, schema.FromIdiom)
					}
				case "nmod:poss":
					b.add(c, schema.Oblique, "of", []int{k}, schema.Possessor)
				case "acl", "advcl", "ccomp":
					if k != c.Head { // "a plan not approved by Chad"
						b.complement(c, k, schema.FromIdiom)
					}
				}
			}
			return
		}
	}
}

// parents links each clause to the one that its head hangs under.
func (b *builder) parents() {
	for i := range b.clauses {
		c := &b.clauses[i]
		at := c.Head
		c.Link = b.Rel(at)
		if m := b.Child(at, "mark"); m >= 0 {
			c.Marker = b.Lower(m)
		}
		for n := 0; n < len(b.Tokens); n++ {
			h := b.Head(at)
			if h < 0 {
				break
			}
			if b.byHead[h] >= 0 {
				c.Parent, c.Link = b.byHead[h], b.Rel(at)
				break
			}
			at = h
		}
	}
}
