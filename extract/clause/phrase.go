package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// The words of an argument, and what is joined to it.

// add appends phrases as arguments, coordination spelled out: each conjunct is an argument, and
// those of one coordination share a number.
func (b *builder) add(c *schema.Clause, role schema.Role, prep string, heads []int, from schema.Provenance) {
	group := 0
	for n, h := range heads {
		all := b.conjuncts(h)
		switch {
		case n > 0: // two who do a thing together
		case len(all) > 1 || len(heads) > 1:
			b.groups++
			group = b.groups
		}
		for _, x := range all {
			if b.ruledOut(x) && c.Head != x {
				b.excepted = append(b.excepted, exception{clause: c.Head, role: role, prep: prep, head: x})
				continue
			}
			cut := b.nominalCut(x)
			first, last := b.Phrase(x, func(k int) bool { return k == c.Head || cut(k) })
			first = b.widen(x, first)
			c.Args = append(c.Args, schema.Arg{Role: role, Prep: prep, Conj: group, From: from, Phrase: b.nounPhrase(x, first, last)})
		}
	}
}

// exception is a phrase that a clause's argument is not: "Chile but not Peru".
type exception struct {
	clause, head int
	role         schema.Role
	prep         string
}

// ruledOut: "not Peru", "but not by Peru": who does not do it or is not meant; "not only Peru" is.
func (b *builder) ruledOut(x int) bool {
	if b.Child(x, "cop") >= 0 {
		return false
	}
	for _, k := range b.Children[x] {
		if k >= x || !notWords[b.Lower(k)] {
			continue
		}
		return !focusWords[b.Lower(k+1)]
	}
	return false
}

// widen takes in what stands before a noun phrase and can only belong to it, where the tree is broken: "the Shaw free
// harbours doctrine" is one phrase whatever hangs where. Only an article or possessive further left makes that certain.
func (b *builder) widen(head, first int) int {
	if !b.IsNoun(head) || b.Tag(first) == "DT" || b.Tag(first) == "PRP$" {
		return first
	}
	for k := first - 1; k >= 0; k-- {
		switch t := b.Tag(k); {
		case strings.HasPrefix(t, "NN"):
			if b.Is(k, "nsubj", "nsubj:pass", "iobj", "obj") || b.byHead[k] >= 0 && b.Child(k, "cop") >= 0 {
				return first
			}
		case strings.HasPrefix(t, "JJ") || t == "POS" || t == "HYPH":
		case t == "DT" || t == "PRP$":
			return k
		default:
			return first
		}
	}
	return first
}

// nominalCut keeps of a phrase what names it: no preposition in front, no conjuncts, no relative
// clause or apposition, and nothing of the clause that it heads with a copula.
func (b *builder) nominalCut(h int) func(int) bool {
	copular := b.Child(h, "cop") >= 0
	return func(k int) bool {
		if b.Rel(k) == "acl:relcl" || b.Rel(k) == "parataxis" {
			return true
		}
		if b.Head(k) != h {
			return false
		}
		if b.Lower(k) == "not" {
			return true
		}
		switch b.Rel(k) {
		case "case":
			return b.Tag(k) != "POS" && k < h
		case "cc", "cc:preconj", "conj", "appos", "cop", "aux", "mark", "advcl", "ccomp", "nsubj", "nsubj:pass",
			"nsubj:outer", "csubj", "discourse", "vocative", "expl", "orphan":
			return true
		case "acl", "amod", "nmod", "advmod", "obl":
			if copular && b.Rel(k) == "advmod" {
				return true
			}
			return k > h && b.Tokens[b.leftmost(k)].Span.Start > 0 && b.commaAt(b.leftmost(k))
		case "punct":
			return k > h && b.Tokens[k].Text != "\"" && !strings.Contains("-–", b.Tokens[k].Text)
		}
		return false
	}
}

// commaAt: the branch that begins at i stands behind a comma.
func (b *builder) commaAt(i int) bool {
	return b.Tokens[i].Text == "," || i > 0 && b.Tokens[i-1].Text == ","
}

// conjuncts of a phrase, itself first, in text order. Only nominals: a verb joined to a noun is another clause.
func (b *builder) conjuncts(h int) []int {
	all := []int{h}
	for n := 0; n < len(all); n++ {
		for _, k := range b.Children[all[n]] {
			if b.Rel(k) == "conj" && k > h && b.IsNominal(k) && b.Child(k, "nsubj", "cop", "orphan") < 0 {
				all = append(all, k)
			}
		}
	}
	return all
}

func (b *builder) leftmost(i int) int {
	for len(b.Children[i]) > 0 && b.Children[i][0] < i {
		i = b.Children[i][0]
	}
	return i
}
