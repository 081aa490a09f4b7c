package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// collective resolves "the three countries", "both sides", "the two men" to their members: exactly that many named
// actors of a fitting kind, introduced together, or the only ones that the text has named so far.
func (r *reader) collective(v *view, at int, d *draft) bool {
	n, kinds, ok := r.collectiveShape(v, d)
	if !ok {
		return false
	}
	ids, why := r.members(v, at, d, n, kinds)
	if len(ids) == 0 {
		if d.form == schema.Collective && v.definite(d.head) && (d.role == subject || d.role == object || d.role == agent) {
			name := v.text(r.doc, d.from, d.to)
			d.form, d.kind, d.name, d.score, d.why = schema.Nominal, schema.Group, name, 0.6, "described by their number"
			d.actors = []string{r.ownActor(strings.ToLower(name), schema.Group, "")}
		}
		return d.form == schema.Collective || len(d.actors) > 0 // nothing but a number: no actor
	}
	d.form, d.actors, d.number, d.why = schema.Collective, ids, 2, why
	d.score = 0.85
	if k := r.kindOf(ids); k != "" {
		d.kind = k
	}
	return true
}

// collectiveShape reads number and kind off a phrase: how many, and of what.
func (r *reader) collectiveShape(v *view, d *draft) (n int, kinds []schema.Kind, ok bool) {
	det := v.low[d.from]
	if d.form == schema.Collective {
		if d.words == "both" {
			return 2, nil, true
		}
		return numerals[d.words], nil, true
	}
	switch det {
	case "both", "either":
		n = 2
	case "neither":
		if d.role != subject {
			return 0, nil, false // "support neither side": to name them would turn the meaning round
		}
		n = 2
	case "the", "these", "those", "all":
		for k := d.from + 1; k < d.head && k < d.from+4; k++ {
			if m := numerals[v.low[k]]; m > 0 {
				n = m
			}
		}
	}
	if n == 0 {
		if det == "the" && r.pairNoun(v, d) {
			n = 2
		} else {
			return 0, nil, false
		}
	}
	if d.to > d.head+1 {
		return 0, nil, false // "the three leaders of the party"
	}
	switch v.low[d.head] {
	case "countries", "nations", "states", "governments", "capitals", "neighbours", "neighbors", "powers", "republics", "country", "nation", "government", "superpowers", "delegations", "delegation", "guarantors", "armies":
		return n, []schema.Kind{schema.Country}, true
	case "sides", "parties", "allies", "rivals", "partners", "camps", "side", "party", "members", "forces", "foes", "enemies", "signatories":
		return n, []schema.Kind{schema.Country, schema.Organization, schema.Person}, true
	case "leaders", "presidents", "ministers", "premiers", "chancellors":
		return n, []schema.Kind{schema.Person, schema.Country}, true
	case "men", "women", "candidates", "politicians", "senators", "lawmakers", "governors", "contenders", "nominees", "people", "friends", "brothers", "colleagues", "officials", "hopefuls", "judges", "generals", "frontrunners", "democrats", "republicans":
		return n, []schema.Kind{schema.Person}, true
	case "companies", "firms", "groups", "organizations", "organisations", "banks", "unions", "agencies", "networks", "teams", "movements", "carriers", "airlines":
		return n, []schema.Kind{schema.Organization}, true
	}
	return 0, nil, false
}

// pairNoun: "the Aegean neighbours" are two where the text has two.
func (r *reader) pairNoun(v *view, d *draft) bool {
	return d.number == 2 && (v.low[d.head] == "neighbours" || v.low[d.head] == "neighbors")
}

func (r *reader) members(v *view, at int, d *draft, n int, kinds []schema.Kind) ([]string, string) {
	fits := func(ids []string) bool {
		k := r.kindOf(ids)
		if kinds == nil {
			return k != ""
		}
		for _, want := range kinds {
			if k == want {
				return true
			}
		}
		return false
	}
	found := -1
	for i := len(r.groups) - 1; i >= 0 && i >= len(r.groups)-farthest; i-- {
		g := &r.groups[i]
		if g.sentence == at && g.from >= d.from || len(g.ids) != n || !fits(g.ids) || !g.between && g.lead != subject && g.lead != agent && at-g.sentence > 1 {
			continue
		}
		if d.form == schema.Collective && at-g.sentence > 2 {
			break // a bare "both" is of the sentence before
		}
		if found >= 0 && sameSet(r.groups[found].ids, g.ids) {
			continue
		}
		if found >= 0 && at-r.groups[found].sentence > 6 {
			return nil, "" // two rows, both far
		}
		if found < 0 {
			found = i
		}
	}
	if found >= 0 {
		return r.groups[found].ids, "named together before"
	}
	if d.form == schema.Collective {
		if d.role == subject && d.words == "both" {
			return r.lastTwo(at), "the two of the sentences before"
		}
		return nil, ""
	}
	if slices.Contains(kinds, schema.Person) {
		if ids := r.persons(at); len(ids) == n {
			return ids, "the persons of the sentence before"
		}
	}
	if ids := r.only(n); len(ids) == n && fits(ids) {
		return ids, "the only ones named so far"
	}
	if ids := r.foremost(n); len(ids) == n && fits(ids) {
		return ids, "those that the text is about"
	}
	return nil, ""
}

// persons gives those that the sentence before names, but for whose something is.
func (r *reader) persons(at int) []string {
	var ids []string
	for i := len(r.history) - 1; i >= 0 && at-r.history[i].sentence <= 1; i-- {
		a := &r.history[i]
		if a.sentence == at || a.kind != schema.Person || a.caption || a.role == possessor {
			continue
		}
		for _, id := range a.actors {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Reverse(ids)
	return ids
}

// lastTwo gives the bodies or countries that were subjects of the last two sentences, where they are two.
func (r *reader) lastTwo(at int) []string {
	var ids []string
	for i := len(r.history) - 1; i >= 0 && at-r.history[i].sentence <= 2; i-- {
		a := &r.history[i]
		if a.sentence == at || a.role != subject || a.thing || len(a.actors) != 1 || a.kind != schema.Country && a.kind != schema.Organization {
			continue
		}
		if !slices.Contains(ids, a.actors[0]) {
			ids = append(ids, a.actors[0])
		}
	}
	if len(ids) != 2 {
		return nil
	}
	slices.Reverse(ids)
	return ids
}

// farthest is how many rows, bodies or roles back a collective or a definite noun may reach, so that the
// cost of a long document grows in step with its length.
const farthest = 400

func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	in := map[string]bool{}
	for _, id := range a {
		in[id] = true
	}
	for _, id := range b {
		if !in[id] {
			return false
		}
	}
	return true
}

// only gives the countries named so far, where they are exactly n.
func (r *reader) only(n int) []string {
	if len(r.countries) != n {
		return nil
	}
	return append([]string(nil), r.countries...)
}
