package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// body finds the one named body that "the council", "the party", "the militant group" can mean.
func (r *reader) body(v *view, at int, d *draft) bool {
	word := spelling(d.words)
	id := ""
	phrase := r.described(v, d.from, d.to)
	marked := d.head-d.from > 1 // "the ruling party" may be another than the one named before
	if d.words == "commission" && v.capital(d.head) && r.actors["Q458"] != nil {
		if h, ok := r.l.Lookup("European Commission"); ok {
			d.actors, d.kind, d.score, d.why = []string{r.entryActor(h.Entry, "")}, schema.Organization, 0.8, "the Commission of the European Union"
			return true
		}
	}
	for i := len(r.history) - 1; i >= 0 && i >= len(r.history)-5*farthest; i-- {
		a := &r.history[i]
		if len(a.actors) != 1 || a.thing || a.kind != schema.Organization || !a.named {
			continue
		}
		actor := r.actors[a.actors[0]]
		near := at-a.sentence <= 3
		fits := nameHas(actor.Name, word) && (!marked || nameHas(actor.Name, firstWord(phrase)))
		if !fits && near && (!marked || actor.Sector == "REB") {
			fits = sectorFits(d.words, phrase, actor.Sector)
		}
		if !fits {
			continue
		}
		if id != "" && id != actor.ID {
			return false
		}
		id = actor.ID
	}
	if id == "" {
		return false
	}
	d.actors, d.kind, d.score, d.why = []string{id}, schema.Organization, 0.75, "the "+d.words+" named before"
	return true
}

func spelling(word string) string {
	return strings.Replace(word, "isation", "ization", 1)
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(strings.ToLower(s), " ")
	return spelling(first)
}

// nameHas says whether the body's word stands in a name.
func nameHas(name, word string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if spelling(w) == word {
			return true
		}
	}
	return false
}

// sectorFits: words for a kind of body that a body of that sector is called by.
func sectorFits(word, phrase, sector string) bool {
	switch word {
	case "party":
		return sector == "PTY"
	case "company", "firm", "corporation", "giant", "carmaker", "automaker", "bank", "airline", "manufacturer", "retailer":
		return sector == "BUS"
	case "bloc", "alliance", "union":
		return sector == "IGO"
	case "organization", "organisation", "agency", "body":
		return sector != "GOV" && sector != "LEG"
	case "group", "movement", "militia", "insurgents", "militants", "rebels":
		if strings.Contains(phrase, "militant") || strings.Contains(phrase, "terror") || strings.Contains(phrase, "armed") || strings.Contains(phrase, "rebel") || strings.Contains(phrase, "jihadist") || word != "group" && word != "movement" {
			return sector == "REB"
		}
		return sector == "REB" || sector == "NGO" || sector == ""
	case "charity", "watchdog":
		return sector == "NGO"
	case "newspaper", "broadcaster", "network", "paper", "outlet", "channel":
		return sector == "MED"
	}
	return false
}
