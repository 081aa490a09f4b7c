package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// quantityBefore is where the words begin that count or limit the phrase beginning at from, −1 for none: "some
// [Greeks]", "most of the [French]", "a small group of [students]".
func (v *view) quantityBefore(from int) int {
	k := from - 1
	if v.isThe(k) && v.isOf(k-1) {
		k--
	}
	if v.isOf(k) {
		k--
		if !v.quantifier(k) && v.tag(k) != "CD" && !v.is(k, lexicon.QuantityNoun) {
			return -1
		}
	} else if !v.quantifier(k) {
		return -1
	}
	for k > 0 && (v.quantifier(k-1) || v.tag(k-1) == "DT" || v.tag(k-1) == "JJ" && v.governor(k-1) == k) {
		k--
	}
	return k
}

// counted widens a description to the quantity it is the complement of, which heads it: "thousands of supporters".
func (r *reader) counted(v *view, d *draft) {
	if !v.isOf(d.from - 1) {
		return
	}
	if k := v.quantityBefore(d.from); k >= 0 {
		for d.head = d.from - 2; v.tag(d.head) == "RB" && d.head > k; d.head-- {
		}
		d.from, d.number, d.role = k, 2, v.roleOf(d.head)
	}
}

// groupAt reads groups named by an adjective or a number alone: "the poor", "the two", "both".
func (r *reader) groupAt(v *view, i int) {
	switch v.rel(i) {
	case "amod", "det", "nummod", "advmod", "case", "compound":
		return
	}
	d := draft{extent: extent{i, i + 1, i}, form: schema.Collective, role: v.roleOf(i)}
	d.number, d.word = 2, v.low[i]
	switch {
	case v.isBoth(i) && v.rel(i) != "cc":
	case v.tag(i) == "CD" && v.definite(i) && r.count(d.word) > 1 && !v.noun(i+1):
		d.from--
	case v.tag(i) == "JJ" && v.definite(i) && v.is(i, lexicon.PeopleAdjective):
		d.from--
		d.form, d.kind, d.name = schema.Nominal, schema.Group, d.word
		d.means(0.75, "described", r.describedActor(v, &d, d.word, "CVL"))
	default:
		return
	}
	v.drafts = append(v.drafts, d)
}

// describedName is the name of a described actor: its words without determiners and quantifiers, at most twelve.
func (r *reader) describedName(v *view, from, to int) string {
	for from < to-1 && (v.determined(from) || v.quantifier(from) || v.isOf(from) || v.is(from, lexicon.QuantityNoun) &&
		v.isOf(from+1)) {
		from++
	}
	for to > from && (v.comma(to-1) || isQuote(v.words[to-1]) || v.words[to-1] == ".") {
		to--
	}
	to = min(to, from+12)
	s := v.text(r.doc, from, to)
	acronym := isAcronym(v.words[from]) || pluralAcronym(v.words[from])
	if s == "" || !v.starts(from) || v.proper(from) || v.covered(from) || acronym {
		return s
	}
	first := firstRune(s)
	return strings.ToLower(first) + s[len(first):]
}
