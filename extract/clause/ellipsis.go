package clause

import (
	"github.com/stancegraph/stancegraph/schema"
)

// elliptical adds the clauses that the sentence leaves unsaid: "…, and Uganda the rebate", "Oslo does not",
// "so did the Radicals".
func (b *builder) elliptical() {
	for i := range b.tok {
		if b.rel(i) == "conj" && b.isNominal(i) && b.byHead[i] < 0 {
			b.gap(i)
		}
	}
	for _, x := range b.excepted {
		b.except(x)
	}
	for i := range b.tok {
		switch b.lower(i) {
		case "do", "does", "did":
			b.doAgain(i)
		}
	}
}

// except: "Chile but not Peru backs it", "backs it but not the levy": what one does or has, the other does not.
func (b *builder) except(x exception) {
	at := b.byHead[x.clause]
	if at < 0 {
		return
	}
	m := b.clauses[at]
	c := schema.Clause{Sentence: m.Sentence, Kind: m.Kind, Head: m.Head, Lemma: m.Lemma, Particle: m.Particle, Passive: m.Passive,
		Cue: m.Cue, Parent: -1, Modality: schema.Asserted, Phase: schema.Ongoing}
	for _, a := range m.Args {
		c.Args = append(c.Args, a)
	}
	cut := b.nominalCut(x.head)
	first, last := b.phrase(x.head, cut)
	c.Args = append(c.Args, schema.Arg{Role: x.role, Prep: x.prep, From: schema.Gapped, Phrase: b.nounPhrase(x.head, b.widen(x.head, first), last)})
	b.negate(&c, "not")
	b.clauses = append(b.clauses, c)
}

// gap: a noun conjoined to a verb, with another noun under it, repeats the verb.
func (b *builder) gap(i int) {
	h := b.head(i)
	if h < 0 || b.byHead[h] < 0 || !b.isVerb(h) {
		return
	}
	o := b.kid(i, "orphan", "obj", "appos", "obl")
	if o < 0 {
		return
	}
	model := b.clauses[b.byHead[h]]
	c := schema.Clause{Sentence: model.Sentence, Kind: model.Kind, Head: model.Head, Lemma: model.Lemma, Particle: model.Particle,
		Cue: model.Cue, Parent: -1, Modality: schema.Asserted, Phase: schema.Ongoing}
	b.add(&c, schema.Subject, "", []int{i}, "gap")
	b.add(&c, schema.Object, "", []int{o}, "gap")
	b.clauses = append(b.clauses, c)
}

// doAgain: a bare "do" stands for the verb of the clause before: "Oslo does not", "so did the Radicals".
func (b *builder) doAgain(i int) {
	subject, negated, ok := b.bareDo(i)
	if !ok {
		return
	}
	model := -1
	for n := range b.clauses {
		m := &b.clauses[n]
		if m.Head < i && m.Kind == schema.VerbPred && (model < 0) && (b.head(m.Head) < 0) {
			model = n
		}
	}
	if model < 0 {
		return
	}
	m := b.clauses[model]
	c := schema.Clause{Sentence: m.Sentence, Kind: m.Kind, Head: i, Lemma: m.Lemma, Particle: m.Particle, Noun: m.Noun, NounHead: m.NounHead,
		Cue: b.tok[i].Span, Span: b.tok[i].Span, Body: b.tok[i].Span, Parent: -1, Modality: schema.Asserted, Phase: schema.Ongoing}
	b.add(&c, schema.Subject, "", []int{subject}, "gap")
	for _, a := range m.Args {
		if a.Role != schema.Subject {
			a.From = "gap"
			c.Args = append(c.Args, a)
		}
	}
	if negated {
		b.negate(&c, "not")
	}
	if at := b.byHead[i]; at >= 0 {
		b.clauses[at] = c
		return
	}
	b.clauses = append(b.clauses, c)
}

// bareDo says whether the form of "do" at i stands alone, and whose it is: a noun before it and nothing but "not" behind, or
// "so", "as", "neither" before it and a noun behind.
func (b *builder) bareDo(i int) (subject int, negated, ok bool) {
	if i > 0 {
		switch w := b.lower(i - 1); w {
		case "so":
			n := b.nounPhraseAt(i + 1)
			return n, false, n >= 0
		}
	}
	end := i + 1
	if end < len(b.tok) && (b.lower(end) == "not" || b.lower(end) == "n't") {
		negated, end = true, end+1
	}
	if i < 1 || end < len(b.tok) && !isMark(b.tok[end].Text) {
		return 0, false, false
	}
	return i - 1, negated, true
}
