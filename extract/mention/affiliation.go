package mention

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// entryActor adds an actor of the lexicon to the document's and gives its id. form is what the text calls it.
func (r *reader) entryActor(e *lexicon.Entry, form string) string {
	a := r.actors[e.ID]
	if a == nil {
		a = &schema.Actor{ID: e.ID, Name: e.Name, Kind: e.Kind, Sector: e.Sector, Members: e.Members}
		r.actors[e.ID] = a
		for _, id := range e.Members {
			if m, ok := r.l.ByID(id); ok {
				r.entryActor(m, "")
			}
		}
	}
	r.alias(a, form)
	return e.ID
}

// ownActor adds an actor that the lexicon does not know and gives its id.
func (r *reader) ownActor(name string, kind schema.Kind, sector string) string {
	id := schema.ActorID(name)
	if r.actors[id] == nil {
		r.actors[id] = &schema.Actor{ID: id, Name: name, Kind: kind, Sector: sector}
	}
	return id
}

// describedActor adds an actor that a phrase describes under a name and gives its id.
func (r *reader) describedActor(v *view, d *draft, name, sector string) string {
	known := r.actors[schema.ActorID(name)] != nil
	id := r.ownActor(name, d.kind, sector)
	a := r.actors[id]
	a.Described = (a.Described || !known) && !r.tellsWhose(v, d)
	return id
}

// tellsWhose says that a name stands in a phrase, or a pronoun that means somebody named.
func (r *reader) tellsWhose(v *view, d *draft) bool {
	for k := d.from; k < d.to; k++ {
		if v.covered(k) {
			return true
		}
	}
	return slices.ContainsFunc(v.drafts, func(p draft) bool {
		inside := p.form == schema.Pronoun && p.head >= d.from && p.head < d.to
		return inside && slices.ContainsFunc(p.actors, func(id string) bool { return !r.actors[id].Described })
	})
}

// alias adds another form of an actor's name, of at most twelve.
func (r *reader) alias(a *schema.Actor, form string) {
	if form != "" && form != a.Name && len(a.Aliases) < 12 && len(form) <= 80 && !slices.Contains(a.Aliases, form) {
		a.Aliases = append(a.Aliases, form)
	}
}

// affiliate says that an actor belongs to or acts for another.
func (r *reader) affiliate(actor, of, role string, at schema.Span) {
	if actor != "" && of != "" && actor != of {
		a := schema.Affiliation{Actor: actor, Of: of, Role: strings.TrimSpace(role), Span: at}
		r.affiliations = append(r.affiliations, a)
	}
}

// sortedAffiliations are in order of the text, without repetitions of one role.
func (r *reader) sortedAffiliations() []schema.Affiliation {
	all := r.affiliations
	slices.SortStableFunc(all, func(a, b schema.Affiliation) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Of, b.Of))
	})
	seen := map[[3]string]bool{}
	return slices.DeleteFunc(all, func(a schema.Affiliation) bool {
		key := [3]string{a.Actor, a.Of, strings.ToLower(a.Role)}
		known := seen[key]
		seen[key] = true
		return known
	})
}

// roleBearer is somebody of whom the document says a role: "German Chancellor Greta Lindemann".
type roleBearer struct {
	role string // lower case
	id   string
	of   string // country or body, or ""
}

// addRole adds a role of an actor, and the affiliation where it names whose role it is.
func (r *reader) addRole(id, role string, at schema.Span) {
	if role == "" {
		return
	}
	of := ""
	if e, ok := r.whose(role); ok {
		of = r.entryActor(e, "")
		r.affiliate(id, of, role, at)
	}
	r.roles = append(r.roles, roleBearer{role: strings.ToLower(role), id: id, of: of})
}

// roleOfLast sets whose role the last one added is, if it is a role of id that says nothing of it itself. former marks
// one that is no longer held.
func (r *reader) roleOfLast(id, of string, former bool) {
	if n := len(r.roles); n > 0 && r.roles[n-1].id == id && r.roles[n-1].of == "" {
		r.roles[n-1].of = of
		if former {
			r.roles[n-1].role = "former " + r.roles[n-1].role
		}
	}
}

// whose finds the country or body in the words of a role: "Russian President", "Director, Amnesty International".
func (r *reader) whose(role string) (*lexicon.Entry, bool) {
	words := strings.FieldsFunc(role, func(c rune) bool { return strings.ContainsRune(" ,()/", c) })
	m := r.l.Matcher(words)
	for i := range words {
		if h, ok := m.At(i); ok && h.Entry.Kind != schema.Person && h.Entry.Place <= lexicon.State && !h.Weak {
			return h.Entry, true
		}
	}
	return nil, false
}

// affiliateBefore reads the country or body that stands before a titled name: "Russian President Vladimir Putin",
// "U.S. Rep. Jane Holt", "NATO Secretary General Jens Stoltenberg".
func (r *reader) affiliateBefore(v *view, d *draft, id string) {
	before := v.nameAt(d.from - 1)
	if d.title == "" || before == nil || before.to != d.from {
		return
	}
	if before.kind != schema.Country && before.kind != schema.Organization {
		return
	}
	of := r.nameID(before)
	role := v.text(r.doc, before.from, d.from) + " " + d.title
	r.affiliate(id, of, role, v.span(before.from, d.to))
	r.roleOfLast(id, of, v.is(before.from-1, lexicon.FormerWord))
	before.form, before.score = schema.Demonym, min(before.score, 0.5)
	before.why = "in the title of " + d.name
}
