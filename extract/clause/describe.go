package clause

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// What a rule may ask of a phrase, so that it needs no tree: the head's lemma and class, its modifiers, and its words
// as an issue.

// longestIssue is how many words an issue may have; a longer one is cut where a phrase of it ends.
const longestIssue = 20

// nounPhrase is the phrase of head from token first to last.
func (b *builder) nounPhrase(head, first, last int) schema.Phrase {
	return schema.Phrase{Sentence: b.sentence.Index, Head: head, Span: b.Span(first, last), Clause: -1}
}

// describe fills what rules ask of the clause's phrases. All arguments must be there.
func (b *builder) describe(c *schema.Clause) {
	c.Turn = b.sentence.Turn
	c.Copular = b.Child(c.Head, "cop") >= 0
	c.Form = b.form(c.Head)
	c.Self = b.nounPhrase(c.Head, c.Head, c.Head)
	b.headOf(&c.Self)
	c.Whole = b.issue(c.Span, nil, c.Head)
	c.Deed = b.issue(schema.Span{Start: b.Tokens[c.Head].Span.Start, End: c.Span.End}, nil, c.Head)
	b.joinComplement(c)
	for i := range c.Args {
		a := &c.Args[i]
		b.headOf(&a.Phrase)
		if a.Clause < 0 {
			a.Issue = b.issue(b.extend(c, a), &a.Phrase, -1)
		} else {
			a.Issue = b.issue(a.Span, nil, b.clauses[a.Clause].Head)
		}
	}
}

// joinComplement adds the object with its infinitive as one phrase: "the Syrian government to retain control".
func (b *builder) joinComplement(c *schema.Clause) {
	object, comp := -1, -1
	for i := range c.Args {
		switch a := &c.Args[i]; {
		case a.Role == schema.Object && object < 0:
			object = i
		case a.Role == schema.Complement && a.From == schema.Overt && comp < 0 && (a.Prep == "to" || a.Prep == "bare" || a.Prep == "-ing"):
			comp = i
		}
	}
	if object < 0 || comp < 0 || c.Args[object].Span.Start > c.Args[comp].Span.Start {
		return
	}
	p := c.Args[comp].Phrase
	p.Span.Start = c.Args[object].Span.Start
	p.Indefinite = c.Args[comp].Prep == "to" && b.indefinitePhrase(c.Args[object].Head) && (p.Clause < 0 || !b.clauses[p.Clause].Passive)
	c.Args = append(c.Args, schema.Arg{Role: schema.ObjectComplement, Phrase: p})
}

// form is the form of the first word of verb i with its auxiliaries.
func (b *builder) form(i int) schema.VerbForm {
	first := i
	for _, k := range b.Children[i] {
		if k < first && b.Is(k, "aux", "aux:pass", "cop") {
			first = k
		}
	}
	switch b.Tag(first) {
	case "VBD":
		return schema.PastForm
	case "VBZ", "VBP", "MD":
		return schema.PresForm
	case "VB":
		return schema.BareForm
	case "VBG":
		return schema.GerundForm
	case "VBN":
		return schema.PartForm
	}
	return schema.NoForm
}

// headOf describes the head of a phrase and what hangs on it.
func (b *builder) headOf(p *schema.Phrase) {
	h := p.Head
	p.Lemma, p.Class = strings.ToLower(b.Lemma(h)), b.class(h)
	if p.Clause >= 0 {
		return
	}
	for _, k := range b.Children[h] {
		if kind, ok := b.modifier(k, h); ok {
			m := schema.Modifier{Head: k, Kind: kind, Lemma: strings.ToLower(b.Lemma(k))}
			if kind == schema.PrepPhrase {
				m.Prep = b.Preposition(k)
			}
			p.Modifiers = append(p.Modifiers, m)
		}
	}
	p.Time = b.time(h) && b.Child(h, "nmod:poss") < 0
}

func (b *builder) class(i int) schema.WordClass {
	switch t := b.Tag(i); {
	case strings.HasPrefix(t, "NNP"):
		return schema.ProperNoun
	case strings.HasPrefix(t, "NN"):
		return schema.CommonNoun
	case t == "PRP", t == "PRP$", t == "WP", t == "WDT", t == "EX":
		return schema.PronounWord
	case strings.HasPrefix(t, "JJ"):
		return schema.Adjective
	case t == "CD":
		return schema.NumberWord
	case strings.HasPrefix(t, "VB"):
		return schema.VerbWord
	}
	return schema.OtherWord
}

// modifier says how token k modifies its head h.
func (b *builder) modifier(k, h int) (schema.ModKind, bool) {
	switch b.Rel(k) {
	case "nmod:poss":
		return schema.Possessive, true
	case "compound":
		return schema.Compound, true
	case "amod":
		return schema.Attributive, true
	case "nmod", "nmod:desc":
		return schema.PrepPhrase, true
	case "appos", "flat":
		return schema.Apposed, true
	case "nummod":
		return schema.Counted, true
	case "det":
		return schema.Determined, k < h
	}
	return "", false
}

// extend takes in phrases straight after an object that the parser attached to the verb ("a narrow victory | in the
// vote"): they say what the issue is.
func (b *builder) extend(c *schema.Clause, p *schema.Arg) schema.Span {
	span := p.Span
	if p.From == schema.FromRelative {
		return span
	}
	first, last := b.tokensIn(span)
	for i := range c.Args {
		a := &c.Args[i]
		if a.Role != schema.Oblique || a.Clause >= 0 || a.From != schema.Overt || !issuePrepositions[a.Prep] || lexicon.IsTime(b.Lower(a.Head)) {
			continue
		}
		if from, to := b.tokensIn(a.Span); from == last+2 && from <= to && to-first < longestIssue {
			last, span.End = to, a.Span.End
		}
	}
	return span
}

// issue takes words as an issue. p is the noun phrase that they are, nil for a clause, whose head is verb.
func (b *builder) issue(span schema.Span, p *schema.Phrase, verb int) schema.Issue {
	first, last := b.tokensIn(span)
	if first > last || p != nil && b.namesNothing(p.Head, first, last) {
		return schema.Issue{}
	}
	if verb >= 0 && b.Lower(first) == toWord && first < last {
		first++
	}
	last = b.cutIssue(first, last)
	for last > first && (p != nil && trailingAdverbs[b.Lower(last)] || deptree.IsMark(b.Tokens[last].Text)) {
		last--
	}
	i := schema.Issue{Span: b.Span(first, last), Key: b.issueKey(first, last)}
	if i.Key == "" {
		return schema.Issue{}
	}
	switch b.Tag(first) {
	case "DT", "PRP$", "NNP", "CD":
		i.Own = true
	}
	from := i.Span
	if first < last && b.Tag(first) == "DT" && b.Lower(first) != "no" {
		from.Start = b.Tokens[first+1].Span.Start
	}
	i.Name = strings.Join(strings.Fields(from.In(b.text)), " ")
	return i
}

// namesNothing: a pronoun, a determiner or a number by itself.
func (b *builder) namesNothing(head, first, last int) bool {
	switch b.Tag(head) {
	case "PRP", "PRP$", "WP", "WDT", "EX", "RB":
		return true
	case "DT", "CD", "JJ":
		return first == last
	}
	return false
}

// cutIssue shortens a long issue: before the last preposition or relative word within the limit.
func (b *builder) cutIssue(first, last int) int {
	if last-first < longestIssue {
		return last
	}
	limit := first + longestIssue - 1
	for i := limit; i > first+4; i-- {
		switch b.Tag(i) {
		case "IN", "WDT", ",", "CC":
			return i - 1
		}
	}
	return limit
}

// issueKey are lemmas without articles, possessives, auxiliaries and marks.
func (b *builder) issueKey(first, last int) string {
	var key strings.Builder
	for i := first; i <= last; i++ {
		switch b.Tag(i) {
		case "DT", "PRP$", "POS", "TO", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "MD":
			continue
		}
		l := b.baseForm(i)
		if l == "be" && first < last {
			continue
		}
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		key.WriteString(l)
	}
	return key.String()
}

// tokensIn gives the first and last token of a span; first > last where it has none.
func (b *builder) tokensIn(span schema.Span) (first, last int) {
	first = sort.Search(len(b.Tokens), func(i int) bool { return b.Tokens[i].Span.Start >= span.Start })
	last = sort.Search(len(b.Tokens), func(i int) bool { return b.Tokens[i].Span.End > span.End }) - 1
	return first, last
}

// time: token i names a time, or is a number beside one: "on May 3".
func (b *builder) time(i int) bool {
	beside := func(k int) bool { return k >= 0 && k < len(b.Tokens) && lexicon.IsTime(b.Lower(k)) }
	return beside(i) || b.Tag(i) == "CD" && (beside(i-1) || beside(i+1))
}

// Key is what a whole sentence, which may be a phrase, would be as the key of an issue.
func (p *Splitter) Key(text string, s *schema.Sentence) string {
	b := builder{words: p.words, text: text, sentence: s, Tree: deptree.New(s.Tokens)}
	return b.issueKey(0, len(b.Tokens)-1)
}

// Phrase is the noun phrase that token head of a sentence heads, described as those of clauses are.
func (p *Splitter) Phrase(text string, s *schema.Sentence, head int) schema.Phrase {
	b := builder{words: p.words, text: text, sentence: s, Tree: deptree.New(s.Tokens)}
	b.byHead = make([]int, len(b.Tokens))
	for i := range b.byHead {
		b.byHead[i] = -1
	}
	first, last := b.Phrase(head, b.nominalCut(head))
	ph := b.nounPhrase(head, b.widen(head, first), last)
	b.headOf(&ph)
	ph.Issue = b.issue(ph.Span, &ph, -1)
	return ph
}
