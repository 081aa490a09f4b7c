package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// mendWhere: "the focus is on the north-east, where fighters have been backed by Peru": a clause after "where" with a subject
// of its own hangs on the noun before it; a small parser may take that noun for its subject.
func (b *builder) mendWhere() bool {
	for w := 2; w+2 < len(b.tok); w++ {
		if b.tag(w) != "WRB" || b.lower(w) != "where" && b.lower(w) != "when" {
			continue
		}
		noun := b.nounBefore(w)
		if noun < 0 {
			continue
		}
		v := b.verbAfter(w)
		if v < 0 || b.head(noun) != v || !strings.HasPrefix(b.rel(noun), "nsubj") {
			continue
		}
		inner := -1
		for i := w + 1; i < v; i++ {
			if b.isNominal(i) && (strings.HasPrefix(b.rel(i), "nsubj") || b.head(i) == w) {
				inner = i
			}
		}
		if inner < 0 {
			continue
		}
		b.tok[inner].Head, b.tok[inner].Rel = v, b.rel(noun)
		b.tok[noun].Head, b.tok[noun].Rel = b.head(v), b.rel(v)
		b.tok[v].Head, b.tok[v].Rel = noun, "acl:relcl"
		b.tok[w].Head, b.tok[w].Rel = v, "advmod"
		for i := 0; i < noun; i++ { // what stood before the noun stays with it
			if b.tok[i].Head == v {
				b.tok[i].Head = noun
			}
		}
		return true
	}
	return false
}

// gapSubject is a plain phrase at i with another phrase straight behind it: "Uganda | the rebate", "the generals | a trial".
func (b *builder) gapSubject(i int) (run, bool) {
	last := -1
	switch {
	case b.tag(i) == "DT" || b.tag(i) == "PRP$":
		last = b.nounPhraseAt(i)
	case strings.HasPrefix(b.tag(i), "NNP"):
		for last = i; last+1 < len(b.tok) && strings.HasPrefix(b.tag(last+1), "NNP"); last++ {
		}
	case b.tag(i) == "NNS":
		last = i
	}
	if last < 0 || last+1 >= len(b.tok) {
		return run{}, false
	}
	d := b.tag(last + 1)
	return run{i, last}, d == "DT" || d == "PRP$"
}

// verbAfter is the next verb with a meaning of its own.
func (b *builder) verbAfter(i int) int {
	for v := i + 1; v < len(b.tok); v++ {
		if b.isVerb(v) && !b.is(v, "aux", "aux:pass", "cop") {
			return v
		}
	}
	return -1
}

// mendGap: "Kenya backed the levy, and Uganda the rebate": a name and straight after it a phrase with its article, joined to
// a clause and without a verb, is that clause again with other ends.
func (b *builder) mendGap() bool {
	for i := 3; i+2 < len(b.tok); i++ {
		if w := b.lower(i - 1); w != "and" && w != ";" && w != "while" && w != "," {
			continue
		}
		r, ok := b.gapSubject(i)
		if !ok || r.last+2 >= len(b.tok) {
			continue
		}
		object := -1
		for j := r.last + 1; j < len(b.tok) && b.tag(j) != "," && b.tag(j) != "."; j++ {
			if b.isVerb(j) || b.tag(j) == "MD" || b.tag(j) == "POS" || b.tag(j) == "IN" && object < 0 {
				object = -1
				break
			}
			if b.isNoun(j) && (j+1 == len(b.tok) || !b.isNoun(j+1)) && object < 0 {
				object = j
			}
		}
		verb := -1
		for v := 1; v < i-1; v++ {
			if b.isVerb(v) && b.kid(v, "nsubj") >= 0 && b.kid(v, "obj", "obl") >= 0 {
				verb = v
			}
		}
		if object < 0 || verb < 0 || b.notGapped(i, r.last+1, object) {
			continue
		}
		h := b.runHead(r)
		if b.head(h) == verb && b.rel(h) == "conj" && b.head(object) == h && b.rel(object) == "orphan" {
			continue
		}
		b.tok[h].Head, b.tok[h].Rel = verb, "conj"
		b.tok[object].Head, b.tok[object].Rel = h, "orphan"
		for j := r.last + 1; j < object; j++ {
			if b.tok[j].Head < r.first || b.tok[j].Head > object {
				b.tok[j].Head = object
			}
		}
		return true
	}
	return false
}

// notGapped: the phrase from first to noun object, behind the name at i, is a time ("Peru this month"), a word for all named before ("Peru all
// …"), an epithet or a title ("and Ines the Bold") or, behind a comma alone, an apposition.
func (b *builder) notGapped(i, first, object int) bool {
	switch b.lower(first) {
	case "all", "both", "each", "this", "that":
		return true
	}
	switch w := b.lower(i - 1); {
	case w == ",":
		return lexicon.IsTime(b.lower(object)) || strings.HasPrefix(b.tag(object), "NNP") || !b.closesClause(object) && !b.gapsGoOn(object)
	case w == "and" && i > 1 && b.tok[i-2].Text != ",":
		return lexicon.IsTime(b.lower(object)) || strings.HasPrefix(b.tag(object), "NNP")
	}
	return lexicon.IsTime(b.lower(object))
}

// closesClause: nothing stands behind the noun but a full stop or a semicolon.
func (b *builder) closesClause(n int) bool {
	return n+1 >= len(b.tok) || b.tag(n+1) == "." || b.tok[n+1].Text == ";"
}

// gapsGoOn: behind the object another name and its phrase follow: "Kenya backed the levy, Uganda the rebate, and Chad the ban".
func (b *builder) gapsGoOn(object int) bool {
	next, _ := b.separator(object + 1)
	if next == object+1 || next >= len(b.tok) {
		return false
	}
	_, ok := b.gapSubject(next)
	return ok
}

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
	if m.Negated || m.Kind != schema.VerbPred {
		return
	}
	c := schema.Clause{Sentence: m.Sentence, Kind: m.Kind, Head: m.Head, Lemma: m.Lemma, Particle: m.Particle, Passive: m.Passive,
		Cue: m.Cue, Parent: -1, Modality: schema.Asserted, Phase: schema.Ongoing}
	same := false
	for _, a := range m.Args {
		if a.Role == x.role && a.Prep == x.prep {
			same = true
			continue
		}
		c.Args = append(c.Args, a)
	}
	if !same {
		return
	}
	cut := b.nominalCut(x.head)
	first, last := b.phrase(x.head, cut)
	c.Args = append(c.Args, schema.Arg{Role: x.role, Prep: x.prep, Head: x.head, Span: b.span(b.widen(x.head, first), last), Clause: -1, From: "gap"})
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
	if o < 0 || o < i {
		return
	}
	model := b.clauses[b.byHead[h]]
	c := schema.Clause{Sentence: model.Sentence, Kind: model.Kind, Head: model.Head, Lemma: model.Lemma, Particle: model.Particle,
		Cue: model.Cue, Parent: -1, Modality: schema.Asserted, Phase: schema.Ongoing}
	b.add(&c, schema.Subject, "", []int{i}, "gap")
	if p := b.case_(o); p != "" {
		b.add(&c, schema.Oblique, p, []int{o}, "gap")
	} else {
		b.add(&c, schema.Object, "", []int{o}, "gap")
	}
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
		if m.Head < i && m.Kind == schema.VerbPred && m.Lemma != "do" && (model < 0 || m.Head < b.clauses[model].Head) && (b.head(m.Head) < 0 || b.is(m.Head, "conj", "parataxis", "ccomp")) {
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
		case "so", "as", "neither", "nor":
			n := b.nounPhraseAt(i + 1)
			return n, w == "neither" || w == "nor", n >= 0
		}
	}
	end := i + 1
	if end < len(b.tok) && (b.lower(end) == "not" || b.lower(end) == "n't") {
		negated, end = true, end+1
	}
	if i < 1 || end < len(b.tok) && !isMark(b.tok[end].Text) || !b.isNominal(i-1) {
		return 0, false, false
	}
	return i - 1, negated, true
}
