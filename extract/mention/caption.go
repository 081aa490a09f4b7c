package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// readCaptions makes drafts of the speakers of turns.
func (r *reader) readCaptions() {
	for i := range r.doc.Turns {
		t := &r.doc.Turns[i]
		if t.Speaker == nil || strings.TrimSpace(t.Speaker.Name) == "" {
			continue
		}
		d := draft{form: schema.CaptionName, name: oneLine(t.Speaker.Name), turn: t, part: t.Speaker.NameSpan}
		if d.part.Empty() {
			d.part = t.Label
		}
		d.sure, d.title, d.number, d.gender = true, t.Speaker.Title, 1, r.captionGender(t.Speaker)
		d.typed(schema.Person, 0.98, "caption")
		r.captions = append(r.captions, d)
	}
}

// captionGender is a speaker's gender by title or first name, 0 where they do not say.
func (r *reader) captionGender(s *schema.Speaker) byte {
	for _, w := range strings.Fields(s.Title) {
		if g := r.l.RoleGender(w); g != 0 {
			return g
		}
	}
	g, _ := r.l.FirstName(firstWord(s.Name))
	return oneGender(g)
}

// linkCaptions gives the speakers their actors, after the full names of the document are known.
func (r *reader) linkCaptions() {
	for i := range r.captions {
		d := &r.captions[i]
		id := r.personID(d)
		d.actors = []string{id}
		s := d.turn.Speaker
		r.actors[id].Described = s.Unnamed && r.entryOf(id) == nil
		role, at := oneLine(s.Title), s.TitleSpan
		if at.Empty() {
			at = d.part
		}
		if r.l.Role(role) {
			r.addRole(id, role, at)
		}
		if e, ok := r.l.Country(s.Country); ok {
			of := r.entryActor(&e, "")
			r.affiliate(id, of, role, at)
			r.roleOfLast(id, of, false)
		}
		if s.Outlet != "" {
			outlet := draft{name: oneLine(s.Outlet)}
			outlet.kind = schema.Organization
			r.affiliate(id, r.nameID(&outlet), role, at)
		}
	}
}
