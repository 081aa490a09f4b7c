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
	verb, prep := lexicon.InCompound(b.tok[i].Text)
	from, _, ok := lexicon.NameInCompound(b.tok[i].Text)
	if verb == "" && prep == "" || !ok || !startsUpper(b.tok[i].Text[from:]) {
		return false
	}
	if prep != "" {
		b.open(i, schema.PrepPred, prep, "")
	} else {
		b.open(i, schema.VerbPred, verb, "")
	}
	return true
}

// compoundArguments: the name inside the word is the one end, the noun behind it the other. False where the predicate is no such word.
func (b *builder) compoundArguments(c *schema.Clause) bool {
	t := &b.tok[c.Head]
	verb, prep := lexicon.InCompound(t.Text)
	from, to, ok := lexicon.NameInCompound(t.Text)
	if !ok || verb != c.Lemma && prep != c.Lemma || b.head(c.Head) < 0 {
		return false
	}
	name, noun := schema.Subject, schema.Object
	if prep != "" {
		name, noun = schema.Object, schema.Subject
	}
	span := schema.Span{Start: t.Span.Start + from, End: t.Span.Start + to}
	c.Args = append(c.Args, schema.Arg{Role: name, Head: c.Head, Span: span, Clause: -1, From: "compound"})
	b.add(c, noun, "", []int{b.head(c.Head)}, "compound")
	return true
}
