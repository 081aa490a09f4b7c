package clause

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// compound opens a clause for a hyphenated word that says who stands where: in "Iran-backed rebels" Iran backs the rebels, "anti-Assad rebels"
// are against Assad. The name in the word must have a capital.
func (b *builder) compound(i int) bool {
	n := b.head(i)
	if n <= i || !b.isNoun(n) || !b.is(i, "amod", "compound", "nmod") {
		return false
	}
	w, ok := lexicon.ReadCompound(b.tok[i].Text)
	if !ok || !startsUpper(b.tok[i].Text[w.From:]) {
		return false
	}
	switch {
	case w.Preposition != "":
		b.open(i, schema.PrepPred, w.Preposition, "")
	case w.Verb != "":
		b.open(i, schema.VerbPred, w.Verb, "")
	default:
		return false
	}
	return true
}

// compoundArguments: the name inside the word is the one end, the noun behind it the other. False where the predicate is no such word.
func (b *builder) compoundArguments(c *schema.Clause) bool {
	t := &b.tok[c.Head]
	w, ok := lexicon.ReadCompound(t.Text)
	if !ok || w.Verb != c.Lemma && w.Preposition != c.Lemma || b.head(c.Head) < 0 {
		return false
	}
	name, noun := schema.Subject, schema.Object
	if w.Preposition != "" {
		name, noun = schema.Object, schema.Subject
	}
	span := schema.Span{Start: t.Span.Start + w.From, End: t.Span.Start + w.To}
	c.Args = append(c.Args, schema.Arg{Role: name, Head: c.Head, Span: span, Clause: -1, From: "compound"})
	b.add(c, noun, "", []int{b.head(c.Head)}, "compound")
	return true
}
