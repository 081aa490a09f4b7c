package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// headsOf are the offices whose holder is called a country's leader.
var headsOf = []string{"president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "leader", "ruler", "dictator", "head of state", "head of government"}

// leading are words for whoever heads a country, whatever the office is called.
var leading = wordSet("leader ruler strongman autocrat dictator")

// officeHolder resolves "the Turkish president", "Hungary's leader" to the one person spoken of before of whom the text says that office,
// or, of a leader, who is known to head that country.
func (r *reader) officeHolder(v *view, d *draft) {
	var told, known []string
	office := v.officeWords(d)
	for _, a := range r.history[max(0, len(r.history)-farthest):] {
		if a.kind != schema.Person || len(a.actors) != 1 || !a.named {
			continue
		}
		switch id := a.actors[0]; {
		case r.holds(id, d.office, office):
			told = with(told, id)
		case leading[office] && r.heads(id, d.office):
			known = with(known, id)
		}
	}
	if len(told) == 0 {
		told = known
	}
	if len(told) != 1 {
		return
	}
	if of := r.countryOf(told[0]); of != "" && of != d.office {
		return
	}
	described, span := d.actors[0], v.span(d.from, d.to)
	d.actors, d.score, d.why = told, 0.8, "the "+d.words+" of "+r.actors[d.office].Name+" in this text"
	d.gender = r.genderOf(told[0], d.gender)
	kept := r.affiliations[:0]
	for _, a := range r.affiliations {
		if a.Actor != described || a.Span != span {
			kept = append(kept, a)
		}
	}
	r.affiliations = kept
}

// officeWords are the words of the phrase between the nation and the noun, with the noun: "foreign minister".
func (v *view) officeWords(d *draft) string {
	from := d.head
	for from > d.from && !v.covered(from-1) && v.tag(from-1) != "POS" && v.tag(from-1) != "DT" {
		from--
	}
	return strings.ToLower(strings.Join(v.words[from:d.head+1], " "))
}

func with(ids []string, id string) []string {
	for _, have := range ids {
		if have == id {
			return ids
		}
	}
	return append(ids, id)
}

// holds: the text says that somebody has this office of this country, or has the office and is known to be of the country.
func (r *reader) holds(id, country, words string) bool {
	for _, b := range r.roleOf[max(0, len(r.roleOf)-farthest):] {
		if strings.HasPrefix(b.role, "former ") || strings.HasPrefix(b.role, "ex-") || b.id != id || b.of != country && (b.of != "" || r.countryOf(id) != country) {
			continue
		}
		if hasRole(b.role, words) {
			return true
		}
		for _, office := range headsOf {
			if leading[words] && hasRole(b.role, office) {
				return true
			}
		}
	}
	return false
}

// heads: the lexicon knows somebody as one who heads, or is known like one who heads, the country.
func (r *reader) heads(id, country string) bool {
	e := r.entryOf(id)
	return e != nil && e.Rank > 0 && e.Of != "" && !strings.HasPrefix(e.ID, "actor:") && e.Of == country
}
