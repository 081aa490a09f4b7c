package mention

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// definiteNoun resolves "the chancellor", "the council", "the government", "his country" to whom the
// document has named, where only one can be meant.
func (r *reader) definiteNoun(v *view, at int, d *draft) bool {
	if r.byApposition(v, d) {
		return true
	}
	if d.number != 1 {
		return false
	}
	if v.tag(d.from) == "PRP$" {
		return r.ownCountry(v, at, d)
	}
	if w := v.low[d.from]; w != "the" && w != "this" && w != "that" || d.to > d.head+1 {
		return false
	}
	for k := d.from + 1; k < d.head; k++ {
		if v.tag(k) == "POS" || v.covered(k) {
			return false
		}
	}
	switch d.noun.Class {
	case lexicon.OnePerson:
		return r.roleBearer(v, at, d)
	case lexicon.Body:
		if d.words == "government" || d.words == "country" || d.words == "nation" {
			return r.government(v, at, d)
		}
		return r.body(v, at, d)
	case lexicon.SomeGroup:
		return r.body(v, at, d)
	}
	return false
}

// byApposition: "the bill's main backer, Senator Dana Cole": the phrase and the name are one.
func (r *reader) byApposition(v *view, d *draft) bool {
	if !v.tree || d.number != 1 {
		return false
	}
	for k := d.head + 1; k < len(v.t) && k < d.head+12; k++ {
		if v.t[k].Head == d.head && v.t[k].Rel == "appos" && v.covered(k) {
			return r.takeFrom(v, d, v.of[k])
		}
	}
	if v.t[d.head].Rel == "appos" {
		if h := v.t[d.head].Head; h >= 0 && v.covered(h) {
			return r.takeFrom(v, d, v.of[h])
		}
	}
	// the tree often misses it: NOUN , Name ,
	if at := d.to + 1; v.word(d.to) == "," && eitherSide[d.words] {
		if v.word(at) == "the" {
			at++
		}
		if v.covered(at) && v.drafts[v.of[at]].kind == schema.Organization {
			return r.takeFrom(v, d, v.of[at])
		}
	}
	if v.word(d.to) == "," && v.covered(d.to+1) && d.noun.Class == lexicon.OnePerson {
		n := &v.drafts[v.of[d.to+1]]
		if n.kind == schema.Person && (v.word(n.to) == "," || v.word(n.to) == ".") {
			return r.takeFrom(v, d, v.of[d.to+1])
		}
	}
	return false
}

// eitherSide are words for persons that bodies are called by as well.
var eitherSide = wordSet("rival ally opponent foe enemy competitor partner critic neighbour neighbor adversary backer supporter guarantor member founder owner")

func (r *reader) takeFrom(v *view, d *draft, i int) bool {
	n := &v.drafts[i]
	fits := n.kind == schema.Person && d.noun.Class == lexicon.OnePerson || n.kind == schema.Organization && eitherSide[d.words] || n.kind == schema.Organization && d.noun.Class == lexicon.Body || n.kind == schema.Country && d.words != "" && (d.noun.Class == lexicon.Body || d.noun.Class == lexicon.OnePerson)
	if len(n.actors) != 1 || n.form != schema.Named || !fits {
		return false
	}
	d.actors, d.kind, d.gender, d.score, d.why = n.actors, n.kind, n.gender, 0.85, "stands with the name "+n.name
	if d.kind == schema.Person {
		r.bears(n.actors[0], r.described(v, d.from, d.to), v.span(d.from, d.to))
	}
	return true
}

// roleBearer finds the one person of whom the document says the role.
func (r *reader) roleBearer(v *view, at int, d *draft) bool {
	role := strings.ToLower(r.described(v, d.from, d.to))
	id := ""
	for _, b := range r.roleOf[max(0, len(r.roleOf)-farthest):] {
		if !hasRole(b.role, role) {
			continue
		}
		if id != "" && id != b.id {
			return false
		}
		id = b.id
	}
	if id == "" {
		return false
	}
	d.actors, d.kind, d.score, d.why = []string{id}, schema.Person, 0.8, "the "+d.words+" of this text is "+r.actors[id].Name
	d.gender = r.genderOf(id, d.gender)
	return true
}

// hasRole: the role ends with the words or has them before a comma or "of": "german chancellor", "president of the council".
func hasRole(role, words string) bool {
	if role == words {
		return true
	}
	if i := strings.IndexAny(role, ","); i >= 0 {
		if hasRole(strings.TrimSpace(role[:i]), words) {
			return true
		}
		return hasRole(strings.TrimSpace(role[i+1:]), words)
	}
	if i := strings.Index(role, " of "); i >= 0 {
		return hasRole(role[:i], words)
	}
	if i := strings.Index(role, " to "); i >= 0 {
		return hasRole(role[:i], words)
	}
	return strings.HasSuffix(role, " "+words) && !secondary(role, words)
}

// secondary: a vice president is not the president.
func secondary(role, words string) bool {
	before := strings.TrimSpace(strings.TrimSuffix(role, words))
	switch lastWord(before) {
	case "vice", "deputy", "former", "ex", "assistant", "associate", "under", "shadow", "press":
		return true
	case "prime":
		return words == "minister"
	}
	return false
}

// ownCountry: "his country", "their government": the country that somebody stands for.
func (r *reader) ownCountry(v *view, at int, d *draft) bool {
	switch d.words {
	case "country", "nation", "government", "homeland", "state":
	default:
		return false
	}
	var owner []string
	for i := range v.drafts {
		if p := &v.drafts[i]; p.head == d.from && (p.form == schema.Pronoun || p.form == schema.FirstPerson) {
			owner = p.actors
		}
	}
	if len(owner) != 1 {
		return false
	}
	of := r.countryOf(owner[0])
	if of == "" {
		return false
	}
	d.actors, d.kind, d.score, d.why = []string{of}, schema.Country, 0.8, "the country of "+r.actors[owner[0]].Name
	return true
}

// countryOf is the country that somebody belongs to, as the document or the lexicon says.
func (r *reader) countryOf(id string) string {
	if a := r.actors[id]; a != nil && a.Kind == schema.Country {
		return id
	}
	for _, a := range r.affiliations[max(0, len(r.affiliations)-farthest):] {
		if a.Actor == id {
			if o := r.actors[a.Of]; o != nil && o.Kind == schema.Country {
				return a.Of
			}
		}
	}
	if e := r.entryOf(id); e != nil && e.Of != "" {
		if of := r.entryOf(e.Of); of != nil && of.Kind == schema.Country {
			return r.entryActor(of, "")
		}
	}
	return ""
}

// government: the country whose affairs the text is about: the only one named, or the one named far more than the others.
func (r *reader) government(v *view, at int, d *draft) bool {
	id := r.topic()
	if id == "" {
		return false
	}
	d.actors, d.kind, d.score, d.why = []string{id}, schema.Country, 0.65, "the text is about "+r.actors[id].Name
	return true
}

// topic is the country that the document names far more often than any other, "" without.
func (r *reader) topic() string {
	if r.topicDone {
		return r.topicID
	}
	r.topicDone = true
	count := map[string]int{}
	var order []string
	note := func(id string, n int) {
		if count[id] == 0 {
			order = append(order, id)
		}
		count[id] += n
	}
	for _, w := range r.views {
		for i := range w.drafts {
			d := &w.drafts[i]
			e := d.entry
			if e == nil {
				e = d.origin
			}
			if e == nil || e.Kind != schema.Country {
				continue
			}
			if e.Place != lexicon.Nation && e.Of != "" {
				if of := r.entryOf(e.Of); of != nil {
					e = of
				}
			}
			if e.Place == lexicon.Nation {
				note(r.entryActor(e, ""), 1)
			}
		}
	}
	for _, b := range r.roleOf {
		if b.of != "" && r.actors[b.of] != nil && r.actors[b.of].Kind == schema.Country {
			note(b.of, 1)
		}
	}
	r.named = map[string]bool{}
	best, second, id := 0, 0, ""
	for _, o := range order {
		r.named[o] = true
		switch {
		case count[o] > best:
			best, second, id = count[o], best, o
		case count[o] > second:
			second = count[o]
		}
	}
	r.tally, r.tallied = count, order
	if best > 0 && (second == 0 || best >= 2*second+1) {
		r.topicID = id
	}
	return r.topicID
}

// foremost gives the n countries that the document names far more often than any other.
func (r *reader) foremost(n int) []string {
	r.topic()
	if len(r.tallied) < n {
		return nil
	}
	order := append([]string(nil), r.tallied...)
	sort.SliceStable(order, func(i, j int) bool { return r.tally[order[i]] > r.tally[order[j]] })
	if next := order[min(n, len(order)-1)]; len(order) > n && r.tally[order[n-1]] < 2*r.tally[next]+1 || r.tally[order[n-1]] < 3 {
		return nil
	}
	return order[:n]
}

// body finds the one named body that "the council", "the party", "the militant group" can mean.
func (r *reader) body(v *view, at int, d *draft) bool {
	word := spelling(d.words)
	id := ""
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
		fits := nameHas(actor.Name, word)
		if !fits && near {
			fits = sectorFits(d.words, r.described(v, d.from, d.to), actor.Sector)
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
