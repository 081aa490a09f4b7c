package mention

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// entryActor notes an actor of the lexicon and gives its id. form is what the text calls it.
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

// ownActor notes an actor that the lexicon does not know.
func (r *reader) ownActor(name string, kind schema.Kind, sector string) string {
	id := schema.ActorID(name)
	if r.actors[id] == nil {
		r.actors[id] = &schema.Actor{ID: id, Name: name, Kind: kind, Sector: sector}
	}
	return id
}

// alias notes another form of an actor's name.
func (r *reader) alias(a *schema.Actor, form string) {
	if form == "" || form == a.Name || len(a.Aliases) >= 12 || len(form) > 80 {
		return
	}
	for _, f := range a.Aliases {
		if f == form {
			return
		}
	}
	a.Aliases = append(a.Aliases, form)
}

// affiliate notes that an actor belongs to or acts for another.
func (r *reader) affiliate(actor, of, role string, at schema.Span) {
	if actor == "" || of == "" || actor == of {
		return
	}
	r.affiliations = append(r.affiliations, schema.Affiliation{Actor: actor, Of: of, Role: strings.TrimSpace(role), Span: at})
}

// sortedAffiliations drops what is said twice.
func (r *reader) sortedAffiliations() []schema.Affiliation {
	all := r.affiliations
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		switch {
		case a.Span.Start != b.Span.Start:
			return a.Span.Start < b.Span.Start
		case a.Actor != b.Actor:
			return a.Actor < b.Actor
		}
		return a.Of < b.Of
	})
	seen := map[[3]string]bool{}
	kept := all[:0]
	for _, a := range all {
		key := [3]string{a.Actor, a.Of, strings.ToLower(a.Role)}
		if !seen[key] {
			seen[key] = true
			kept = append(kept, a)
		}
	}
	return kept
}

// roleBearer is somebody of whom the document says a role: "German Chancellor Greta Lindemann".
type roleBearer struct {
	role string // lower case
	id   string
	of   string // country or body, or ""
}

// bears notes a role of an actor: for later "the chancellor", and as an affiliation where it names whose role it is.
func (r *reader) bears(id, role string, at schema.Span) {
	if role == "" {
		return
	}
	of := ""
	if e, ok := r.whose(role); ok {
		of = r.entryActor(e, "")
		r.affiliate(id, of, role, at)
	}
	r.roleOf = append(r.roleOf, roleBearer{role: strings.ToLower(role), id: id, of: of})
}

// whose finds the country or body in the words of a role: "Russian President", "Director, Amnesty International".
func (r *reader) whose(role string) (*lexicon.Entry, bool) {
	words := strings.FieldsFunc(role, func(c rune) bool { return c == ' ' || c == ',' || c == '(' || c == ')' || c == '/' })
	m := r.l.Matcher(words)
	for i := range words {
		if h, ok := m.At(i); ok && h.Entry.Kind != schema.Person && (h.Entry.Place <= lexicon.State) && !h.Weak {
			return h.Entry, true
		}
	}
	return nil, false
}
