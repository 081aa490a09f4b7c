package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// anybody reads "trusts nobody", "does not trust anybody": whoever it is, as a target.
func (r *reader) anybody(v *view, i int) {
	if v.roleOf(i) != object {
		return
	}
	w := v.low[i]
	v.drafts = append(v.drafts, draft{from: i, to: i + 1, head: i, form: schema.Nominal, kind: schema.Group, number: 1, name: w, actors: []string{r.ownActor(w, schema.Group, "")}, score: 0.6, why: "described", role: object})
}

// counted widens a phrase to the words that count it: "thousands of opposition supporters", "two thirds of the
// French". A number that says how many of them is part of the name; one that is vague is not.
func (r *reader) counted(v *view, d *draft) {
	p := d.from - 1
	if v.word(p) != "of" {
		return
	}
	q := p - 1
	for q >= 0 && v.tag(q) == "RB" {
		q--
	}
	w := v.word(q)
	vague, exact := vagueCount[w], exactCount[w] || v.tag(q) == "CD" && !calendar[w]
	if !vague && !exact {
		return
	}
	from := q
	for from > 0 && (v.tag(from-1) == "CD" || v.tag(from-1) == "DT" || v.low[from-1] == "small" || v.low[from-1] == "large" || v.low[from-1] == "growing") {
		from--
	}
	head := q
	if exact && d.entry == nil || exact && d.form == schema.Demonym {
		name := r.described(v, from, d.to)
		d.origin = d.entry
		d.form, d.kind, d.number, d.entry, d.sense = schema.Nominal, schema.Group, 2, nil, 0
		d.name, d.actors, d.why, d.score = name, []string{r.ownActor(name, schema.Group, "CVL")}, "part of a group", 0.75
	}
	d.from, d.head = from, head
	d.definite = false
	d.number = 2
	d.role = v.roleOf(head)
}

var (
	vagueCount = wordSet("thousands hundreds dozens scores millions tens handful number majority lots plenty group crowd crowds couple bunch array")
	exactCount = wordSet("most half some many few all several third thirds quarter quarters two-thirds percent none each one both")
)

// adjectivalAt reads groups named by an adjective or a number: "the poor", "the two", "both".
func (r *reader) adjectivalAt(v *view, i int) {
	if v.tree && (v.t[i].Rel == "amod" || v.t[i].Rel == "det" || v.t[i].Rel == "nummod" || v.t[i].Rel == "advmod" || v.t[i].Rel == "case" || v.t[i].Rel == "compound") {
		return
	}
	if !v.tree && v.noun(i+1) {
		return
	}
	w := v.low[i]
	switch {
	case w == "both" && v.tree && v.t[i].Rel != "cc:preconj":
		v.drafts = append(v.drafts, draft{from: i, to: i + 1, head: i, form: schema.Collective, number: 2, definite: true, kind: "", words: w, role: v.roleOf(i)})
	case portion[w] && v.word(i+1) == "of" && v.tag(i+2) == "DT" && regionNoun[v.word(i+3)]:
		name := v.text(r.doc, i, i+4)
		v.drafts = append(v.drafts, draft{from: i, to: i + 4, head: i, form: schema.Nominal, kind: schema.Group, number: 2, name: name, actors: []string{r.ownActor(strings.ToLower(name), schema.Group, "")}, score: 0.7, why: "part of a region", role: v.roleOf(i)})
	case v.tag(i) == "CD" && v.definite(i) && numerals[w] > 0 && !v.noun(i+1):
		v.drafts = append(v.drafts, draft{from: i - 1, to: i + 1, head: i, form: schema.Collective, number: 2, definite: true, words: w, role: v.roleOf(i)})
	case (v.definite(i) || v.word(i-1) == "most" && v.definite(i-1)) && v.tag(i) == "JJ" && peopleAdjective[w]:
		from := i - 1
		if !v.definite(i) {
			from--
		}
		v.drafts = append(v.drafts, draft{from: from, to: i + 1, head: i, form: schema.Nominal, kind: schema.Group, number: 2, name: w, actors: []string{r.ownActor(w, schema.Group, "CVL")}, score: 0.75, why: "described", role: v.roleOf(i)})
	}
}

var (
	portion    = wordSet("most much half many some all part rest")
	regionNoun = wordSet("region country world nation continent city town community industry party establishment")
)

var peopleAdjective = wordSet(`poor rich elderly unemployed homeless disabled wealthy powerful young old sick needy oppressed wounded dead faithful accused`)

var numerals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7}
