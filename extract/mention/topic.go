package mention

import (
	"sort"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// ownCountry: "his country", "their government": the country that somebody stands for.
func (r *reader) ownCountry(v *view, at int, d *draft) bool {
	switch d.words {
	case "country", "nation", "government", "homeland", "state", "delegation":
	default:
		return false
	}
	d.unsaid = true // "his country" of nobody known is no actor
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
	d.unsaid = false
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
			if e == nil || e.Kind != schema.Country || w.tree && d.form == schema.Named && w.rel(d.head) == "compound" { // "the Rwanda bill" may be another's
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
	total := 0
	for _, o := range order {
		total += count[o]
	}
	if best > 0 && (second == 0 || best >= 2*second+1) && 5*best >= 2*total {
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
