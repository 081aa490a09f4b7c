package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// partyAdjective reads an adjective that is a party's name as well, before a title and a name or a noun: "Democratic
// Senator Jane Holt", "Republican lawmakers", "a Republican". None of them is the party. 0 where it is no such
// adjective.
func (r *reader) partyAdjective(v *view, i int) int {
	if !v.is(i, lexicon.PartyAdjective) || !v.capital(i) {
		return 0
	}
	hit, ok := v.m.At(i)
	if ok && (hit.N > 1 || hit.Entry.Kind != schema.Organization || numberOf(v, i) == 2) {
		return 0
	}
	if end := r.runEnd(v, i); end > i+1 && v.is(end-1, lexicon.BodyWord) {
		return 0
	}
	if to := r.titles(v, i); to > i && v.capital(to) && v.proper(to) {
		return r.titledName(v, i, to)
	}
	return i + 1
}

// partyMembers makes a part of a party's people a group: "some Republicans", "two of the Democrats", "Senate
// Republicans", "moderate Liberals", "Republicans in the House".
// All of them are the party.
func (r *reader) partyMembers(v *view, d *draft) {
	people := d.form == schema.Named && d.to-d.from == 1 && strings.HasSuffix(v.low[d.from], "s")
	if !people || d.entry == nil || d.entry.Sector != "PTY" {
		return
	}
	from, name := d.from, d.from
	for k := from - 1; v.tellsApart(k, d.from); k-- {
		from, name = k, k
	}
	if k := v.quantityBefore(from); k >= 0 {
		from = k
	}
	to := r.chamberEnd(v, d.to)
	if from == d.from && to == d.to {
		return
	}
	d.from, d.to = from, to
	d.group(r.describedName(v, name, to), 0.8, "part of a party's people")
	if d.use = asThing; !v.is(from, lexicon.NegativeQuantifier) {
		d.use, d.actors = asActor, []string{r.ownActor(d.name, schema.Group, "")}
	}
}

// tellsApart: the word at k says which members of a party: an adjective, or a chamber's name. A country is no part.
func (v *view) tellsApart(k, head int) bool {
	if k < 0 || v.quantifier(k) || v.determined(k) {
		return false
	}
	if n := v.nameAt(k); n != nil {
		return n.kind == schema.Organization && n.to == head && v.rel(k) == "compound"
	}
	return v.tag(k) == "JJ" && (v.starts(k) || !v.capital(k)) && v.governor(k) == head
}

// chamberEnd is the token after "in the House", to where that does not follow.
func (r *reader) chamberEnd(v *view, to int) int {
	k := to + 1
	if v.isThe(k) {
		k++
	}
	n, ok := r.l.Noun(v.word(k))
	if !v.isIn(to) || !ok || n.Class != lexicon.Body || n.Sector != "LEG" || v.tag(k+1) == "POS" || v.noun(k+1) {
		return to
	}
	return k + 1
}
