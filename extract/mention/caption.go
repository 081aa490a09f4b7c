package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// captions notes the speakers of turns.
func (r *reader) captions() {
	for i := range r.doc.Turns {
		t := &r.doc.Turns[i]
		if t.Speaker == nil || strings.TrimSpace(t.Speaker.Name) == "" {
			continue
		}
		s := t.Speaker
		name := oneLine(s.Name)
		d := draft{form: schema.CaptionName, name: name, kind: schema.Person, sure: true, number: 1, speaker: t.Index, span: s.NameSpan, score: 0.98, why: "caption", title: s.Title}
		if d.span.Empty() {
			d.span = t.Label
		}
		d.gender = r.captionGender(s)
		r.captionsOf = append(r.captionsOf, d)
	}
}

// captionGender tells a speaker's gender from title or first name, 0 where they do not say.
func (r *reader) captionGender(s *schema.Speaker) byte {
	for _, w := range strings.Fields(s.Title) {
		if g := r.l.RoleGender(w); g != 0 {
			return g
		}
	}
	first, _, _ := strings.Cut(s.Name, " ")
	if g, ok := r.l.FirstName(first); ok && g != 'b' {
		return g
	}
	return 0
}

// linkCaptions gives the speakers their actors, after the names of the document are known.
func (r *reader) linkCaptions() {
	for i := range r.captionsOf {
		d := &r.captionsOf[i]
		t := r.turn(d.speaker)
		id := r.personID(d)
		d.actors = []string{id}
		if t == nil || t.Speaker == nil {
			continue
		}
		s := t.Speaker
		role, at := oneLine(s.Title), s.TitleSpan
		if at.Empty() {
			at = d.span
		}
		if r.l.Role(role) {
			r.bears(id, role, at)
		}
		if s.Country != "" {
			if e, ok := r.l.Country(s.Country); ok {
				of := r.entryActor(&e, "")
				r.affiliate(id, of, role, at)
				if n := len(r.roleOf); n > 0 && r.roleOf[n-1].id == id && r.roleOf[n-1].of == "" {
					r.roleOf[n-1].of = of
				}
			}
		}
		if s.Outlet != "" {
			r.affiliate(id, r.bodyID(oneLine(s.Outlet)), role, at)
		}
	}
}

// turn finds a turn by its index.
func (r *reader) turn(index int) *schema.Turn {
	if index >= 0 && index < len(r.doc.Turns) && r.doc.Turns[index].Index == index {
		return &r.doc.Turns[index]
	}
	for i := range r.doc.Turns {
		if r.doc.Turns[i].Index == index {
			return &r.doc.Turns[i]
		}
	}
	return nil
}

// bodyID is the actor of an organisation's name.
func (r *reader) bodyID(name string) string {
	if h, ok := r.l.Lookup(name); ok && h.Entry.Kind == schema.Organization {
		return r.entryActor(h.Entry, name)
	}
	return r.ownActor(name, schema.Organization, "")
}
