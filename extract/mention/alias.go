package mention

import (
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// linkNames brings the names of the document together: full and short names of a person, a body and its acronym.
func (r *reader) linkNames() {
	r.fullNames()
	r.linkCaptions()
	r.acronyms()
	supported := r.supported()
	for _, v := range r.views {
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.weak && d.entry != nil && !supported[d.entry.ID] && (d.entry.Of == "" || !supported[d.entry.Of]) {
				d.kind = ""
				for k := d.from; k < d.to; k++ {
					v.of[k] = -1 // a common word here
				}
				continue
			}
			r.linkName(v, d)
		}
	}
}

// supported are the entries that the document names by forms that are no common words, and what they belong to.
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
	if len(d.actors) > 0 || r.linkShort(v, d) {
		return
	}
	if d.use == asPlace || d.kind == "" {
		return
	}
	if d.score == unproven {
		if !r.proposed(v, d) {
			d.kind = ""
			return
		}
		d.score, d.why = 0.5, d.why+", proposed as a name"
	}
	if d.kind == schema.Person {
		r.linkPerson(v, d)
	} else {
		d.actors = []string{r.nameID(d)}
	}
}

// linkShort links a short form to the longer name that the document has: an acronym, a surname that is a place's
// name as well, a word of which nothing says that it is another name.
func (r *reader) linkShort(v *view, d *draft) bool {
	if d.form != schema.Named {
		return false
	}
	key := lexicon.Fold(d.name)
	if id, ok := r.short[key]; ok && (d.entry == nil || d.entry.Kind != schema.Person) {
		d.kind = r.actors[id].Kind
		d.means(0.92, "short for "+r.actors[id].Name, id)
		return true
	}
	single := d.to-d.from == 1
	place := single && d.entry != nil && d.entry.Place != lexicon.NoPlace &&
		v.rel(d.head) != "compound" && !r.inPlace(v, d)
	guess := d.use != asPlace && (d.score == unproven ||
		single && d.entry == nil && !d.sure && d.kind != "" && d.kind != schema.Person)
	if !place && !guess {
		return false
	}
	if p, ok := r.bearer(d.name, 0); ok && (guess || p.words[len(p.words)-1] == key) {
		d.entry, d.kind, d.gender, d.use = nil, schema.Person, p.gender, asActor
		d.means(0.85, "short for "+r.actors[p.id].Name, p.id)
		return true
	}
	return false
}

// linkPerson gives a person's name its actor, gender, roles and affiliations.
func (r *reader) linkPerson(v *view, d *draft) {
	id := r.personID(d)
	d.actors = []string{id}
	if r.gender[id] == 0 {
		r.gender[id] = d.gender
	}
	d.gender = r.gender[id]
	if d.title != "" {
		r.addRole(id, d.title, v.span(d.from, d.to))
	}
	r.affiliateBefore(v, d, id)
	r.roleApposition(v, d, id)
}

// acronyms reads "the African National Congress (ANC)": the short form means the long one from then on.
func (r *reader) acronyms() {
	for _, v := range r.views {
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.kind != schema.Organization || v.word(d.to) != "(" || v.word(d.to+2) != ")" {
				continue
			}
			short := v.words[d.to+1]
			key := lexicon.Fold(short)
			if isAcronym(short) && initialsOf(short, d.name) && r.short[key] == "" {
				r.short[key] = r.nameID(d)
			}
		}
	}
}

// initialsOf: the capitals of a short form begin with those of the name, or the name's with those.
func initialsOf(short, name string) bool {
	capitals := func(s string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsUpper(c) {
				return c
			}
			return -1
		}, s)
	}
	return strings.HasPrefix(capitals(short), capitals(name)) || strings.HasPrefix(capitals(name), capitals(short))
}

// nameID is the actor of a body's or country's name.
func (r *reader) nameID(d *draft) string {
	if d.entry != nil {
		return r.entryActor(d.entry, d.name)
	}
	if h, ok := r.l.Lookup(d.name); ok && h.Entry.Kind == d.kind && h.Sense.Has(lexicon.AsName) {
		return r.entryActor(h.Entry, d.name)
	}
	return r.ownActor(r.readingCase(d.name), d.kind, "")
}
