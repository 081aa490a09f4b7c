package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// link brings the names of the document together: full and short names of a person, a body and its acronym.
func (r *reader) link() {
	r.gender = map[string]byte{}
	r.fullNames()
	r.linkCaptions()
	r.acronyms()
	supported := r.supported()
	for _, v := range r.views {
		for i := range v.drafts {
			if d := &v.drafts[i]; d.weak && !supported[d.entry.ID] && (d.entry.Of == "" || !supported[d.entry.Of]) {
				d.kind = ""
				for k := d.from; k < d.to; k++ {
					v.of[k] = -1 // a common word here
				}
				continue
			}
			r.linkName(v, &v.drafts[i])
		}
	}
}

// supported are the entries that the document names by forms that are no common words.
func (r *reader) supported() map[string]bool {
	known := map[string]bool{}
	for _, v := range r.views {
		for i := range v.drafts {
			if d := &v.drafts[i]; d.entry != nil && !d.weak {
				known[d.entry.ID] = true
				known[d.entry.Of] = true
			}
		}
	}
	return known
}

// linkName gives a name its actor.
func (r *reader) linkName(v *view, d *draft) {
	d.role = v.roleOf(d.head)
	d.definite = true
	if len(d.actors) > 0 {
		return
	}
	key := lexicon.Fold(d.name)
	if id, ok := r.short[key]; ok && (d.entry == nil || d.entry.Kind != schema.Person) && d.form == schema.Named {
		d.actors, d.kind, d.why, d.score = []string{id}, r.actors[id].Kind, "short for "+r.actors[id].Name, 0.92
		return
	}
	if d.entry != nil && d.entry.Place != lexicon.NoPlace && d.to-d.from == 1 && d.form == schema.Named && v.rel(d.head) != "compound" && !r.inPlace(v, d) {
		if p, ok := r.bearer(d.name, 0); ok && p.words[len(p.words)-1] == key {
			d.entry, d.kind, d.place, d.actors, d.gender, d.score, d.why = nil, schema.Person, false, []string{p.id}, p.gender, 0.8, "short for "+r.actors[p.id].Name
			return
		}
	}
	switch {
	case d.place && d.entry == nil, d.kind == "":
		return
	case d.score == unproven:
		p, ok := r.bearer(d.name, 0)
		if !ok {
			if id, found := r.longBody(d.name); found {
				d.kind, d.actors, d.score, d.why = schema.Organization, []string{id}, 0.8, "short for "+r.actors[id].Name
				return
			}
			if !r.proposed(v, d) {
				d.kind = ""
				return
			}
			d.score, d.why = 0.5, d.why+", proposed as a name"
			if d.kind == schema.Person {
				d.actors = []string{r.personID(d)}
			} else {
				d.actors = []string{r.nameID(d)}
			}
			return
		}
		d.kind = schema.Person
		d.actors, d.gender, d.score, d.why = []string{p.id}, p.gender, 0.85, "short for "+r.actors[p.id].Name
	case d.kind == schema.Person:
		id := r.personID(d)
		d.actors = []string{id}
		if r.gender[id] == 0 {
			r.gender[id] = d.gender
		}
		d.gender = r.gender[id]
		if d.title != "" {
			r.bears(id, d.title, v.span(d.from, d.to))
		}
		r.affiliateBefore(v, d, id)
		r.apposition(v, d, id)
	default:
		if d.entry != nil && abroad[strings.ToLower(v.text(r.doc, d.from, d.to))] && r.otherCountry(d.entry) {
			d.name, d.entry, d.score, d.why = v.text(r.doc, d.from, d.to), nil, 0.75, "a body of this country"
		}
		if d.entry == nil && !d.sure && d.to-d.from == 1 {
			if p, ok := r.bearer(d.name, 0); ok {
				d.kind, d.actors, d.gender, d.score, d.why = schema.Person, []string{p.id}, p.gender, 0.85, "short for "+r.actors[p.id].Name
				return
			}
			if id, ok := r.longBody(d.name); ok {
				d.actors, d.score, d.why = []string{id}, 0.85, "short for "+r.actors[id].Name
				return
			}
		}
		d.actors = []string{r.nameID(d)}
	}
	if d.place {
		d.actors = nil
	}
}
