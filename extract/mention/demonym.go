package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// demonym sets how an adjective or a people's noun is meant: "Turkish" before a noun, "the Dutch", "most Americans".
func (r *reader) demonym(v *view, d *draft, sense lexicon.Sense) {
	i := d.to - 1
	next := v.tag(d.to)
	before := v.word(d.from - 1)
	acronym := sense.Has(lexicon.AsName) // "US", "Hong Kong": a name as well
	if before == "the" && v.word(d.from-2) == "of" && (exactCount[v.word(d.from-3)] || v.tag(d.from-3) == "CD") && sense.Has(lexicon.AsPeople) && !strings.HasPrefix(next, "NNS") {
		next = "" // "two thirds of the French disapprove"
	}
	modifies := strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") || next == "VBG" || next == "VBN" && v.tree && v.t[i].Head > i || v.words[min(d.to, len(v.words)-1)] == "-"
	if v.tree {
		modifies = modifies && v.t[i].Head > i
	}
	modifies = modifies || v.tag(i) != "NNS" && v.tag(i) != "NNPS" && r.rowOfAdjectives(v, d.to)
	d.form = schema.Demonym
	switch {
	case acronym && !modifies:
		d.form = schema.Named
	case acronym:
		d.score, d.why = 0.9, "country before a noun"
	case modifies || v.tag(i) == "JJ" && before != "the" && !sense.Has(lexicon.AsPeople):
		d.score, d.why = 0.9, "nationality before a noun"
	case sense.Has(lexicon.AsPerson) && !sense.Has(lexicon.AsPeople) && v.tag(i) != "NNS" && v.tag(i) != "NNPS":
		d.origin = d.entry
		d.form, d.kind, d.entry, d.why, d.score = schema.Nominal, schema.Person, nil, "somebody of a nation", 0.7
		d.name = v.text(r.doc, d.from, d.to)
	default:
		d.number = 2
		if v.word(d.from-1) == "of" || before == "the" && v.word(d.from-2) == "of" {
			c := *d
			if before == "the" {
				c.from--
			}
			if r.counted(v, &c); c.entry == nil {
				*d = c
				return
			}
		}
		quantity := quantified[before] || v.tag(d.from-1) == "CD" || v.tag(d.from-1) == "JJ" && before != "the"
		if (before == "the" || quantity || v.starts(d.from)) && !quantity && !v.someOfThe(d.from) && !(r.groupNeeded(v, d)) {
			d.why, d.score = "people for their country", 0.75
			break
		}
		d.origin = d.entry
		d.form, d.kind, d.entry, d.why, d.score = schema.Nominal, schema.Group, nil, "people of a nation", 0.8
		d.name = v.text(r.doc, d.from, d.to)
	}
}

// rowOfAdjectives: after a nationality others follow in a row that ends before a noun of several: "the Greek, Serbian
// and Bulgarian ministers".
func (r *reader) rowOfAdjectives(v *view, k int) bool {
	found := false
	for {
		at := k
		for v.word(k) == "," || v.word(k) == "and" {
			k++
		}
		h, ok := v.m.At(k)
		if k == at || !ok || !h.Sense.Has(lexicon.AsAdjective) {
			break
		}
		k, found = k+h.N, true
	}
	for n := 0; n < 2 && v.tag(k) == "JJ"; n++ {
		k++
	}
	return found && (v.tag(k) == "NNS" || v.tag(k+1) == "NNS" && v.tag(k) == "NN")
}

// groupNeeded: people of a place that is no country (Kurds, Europeans, Scots) stay people.
func (r *reader) groupNeeded(v *view, d *draft) bool {
	return d.entry != nil && d.entry.Place != lexicon.Nation
}

var quantified = wordSet(`most many some few several all these those other more fewer ordinary young old million millions thousands hundreds dozens of`)

// someOfThe: "most of the Saudis", not "wary of the Saudis".
func (v *view) someOfThe(at int) bool {
	k := at - 3
	return v.word(at-1) == "the" && v.word(at-2) == "of" && k >= 0 && (quantified[v.low[k]] || partOf[v.low[k]] || v.tag(k) == "CD" || v.tag(k) == "NNS" || v.tag(k) == "NN" && numbers[v.low[k]])
}

// numbers are nouns that count people.
var numbers = wordSet("majority minority rest half third quarter number lot bulk generation percent none")
