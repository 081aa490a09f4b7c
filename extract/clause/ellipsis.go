package clause

import (
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// elliptical adds the clauses that the sentence leaves unsaid: "Oslo does not", "so did the Radicals", "Chile but not
// Peru". Gapping without a verb ("and Uganda the rebate") is not read: the parser seldom leaves a trace of it.
func (b *builder) elliptical() {
	for _, x := range b.excepted {
		b.except(x)
	}
	for i := range b.Tokens {
		if proVerbs[b.Lower(i)] {
			b.proVerb(i)
		}
	}
}

// predicateOf is the predicate of clause m once more, without its arguments.
func predicateOf(m *schema.Clause) schema.Clause {
	return schema.Clause{Sentence: m.Sentence, Kind: m.Kind, Head: m.Head, Lemma: m.Lemma, Particle: m.Particle,
		Noun: m.Noun, NounHead: m.NounHead, Passive: m.Passive, Cue: m.Cue, Parent: -1}
}

// except: "Chile but not Peru backs it", "backs it but not the levy": what is ruled out has the clause's place for
// itself in a negated clause with the other arguments.
func (b *builder) except(x exception) {
	at := b.byHead[x.clause]
	if at < 0 {
		return
	}
	m := b.clauses[at]
	c := predicateOf(&m)
	for _, a := range m.Args {
		if a.Role != x.role || a.Prep != x.prep {
			c.Args = append(c.Args, a)
		}
	}
	cut := b.nominalCut(x.head)
	first, last := b.Phrase(x.head, cut)
	p := b.nounPhrase(x.head, b.widen(x.head, first), last)
	c.Args = append(c.Args, schema.Arg{Role: x.role, Prep: x.prep, From: schema.Gapped, Phrase: p})
	b.negate(&c, "not")
	b.clauses = append(b.clauses, c)
}

// proVerb: a bare "do" at i stands for the main verb before it: "Oslo does not", "so did the Radicals". It takes over
// all of that verb's arguments but the subject.
func (b *builder) proVerb(i int) {
	subject, negated, ok := b.bareDo(i)
	m := b.mainVerbBefore(i)
	if !ok || m == nil {
		return
	}
	c := predicateOf(m)
	c.Head, c.Cue, c.Span, c.Passive = i, b.Tokens[i].Span, b.Tokens[i].Span, false
	b.add(&c, schema.Subject, "", []int{subject}, schema.Gapped)
	for _, a := range m.Args {
		if a.Role != schema.Subject {
			a.From = schema.Gapped
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

// mainVerbBefore is the clause of the sentence's main verb, where that stands before token i, nil without.
func (b *builder) mainVerbBefore(i int) *schema.Clause {
	for n := range b.clauses {
		if m := &b.clauses[n]; m.Head < i && m.Kind == schema.VerbPred && b.Head(m.Head) < 0 {
			return m
		}
	}
	return nil
}

// bareDo says whether the form of "do" at i stands alone, and whose it is: a noun before it and nothing but "not"
// after it, or "so" before it and a noun after it.
func (b *builder) bareDo(i int) (subject int, negated, ok bool) {
	if i < 1 {
		return 0, false, false
	}
	if b.Lower(i-1) == soWord {
		n := b.nounPhraseAt(i + 1)
		return n, false, n >= 0
	}
	end := i + 1
	if end < len(b.Tokens) && notWords[b.Lower(end)] {
		negated, end = true, end+1
	}
	if end < len(b.Tokens) && !deptree.IsMark(b.Tokens[end].Text) || !b.IsNominal(i-1) {
		return 0, false, false
	}
	return i - 1, negated, true
}
