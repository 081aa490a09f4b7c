package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// person is somebody whose full name the document gives.
type person struct {
	words  []string // folded
	id     string
	gender byte
}

// fullNames collects all persons of whom the document gives more than the surname.
func (r *reader) fullNames() {
	for i := range r.captions {
		r.fullName(&r.captions[i])
	}
	for _, v := range r.views {
		for i := range v.drafts {
			if d := &v.drafts[i]; d.kind == schema.Person && strings.Contains(d.name, " ") {
				r.fullName(d)
			}
		}
	}
	for _, v := range r.views { // "Hillary" is whom the text calls Clinton
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.kind == schema.Person && d.entry != nil && !d.weak && len(r.bearers(d.name)) == 0 {
				r.fullName(&draft{named: d.named, name: d.entry.Name, agreement: d.agreement})
			}
		}
	}
}

func (r *reader) fullName(d *draft) {
	words := r.nameWords(d.name)
	if len(words) == 0 {
		return
	}
	for _, i := range r.peopleBy[words[len(words)-1]] {
		p := &r.people[i]
		if same(p.words, words) {
			if len(words) > len(p.words) {
				p.words = words
			}
			if p.gender == 0 {
				p.gender = d.gender
			}
			return
		}
	}
	id, e := "", d.entry
	if known, ok := r.wellKnown(d.name); ok && e == nil {
		e = known
	}
	if e != nil {
		id, d.gender = r.entryActor(e, d.name), e.Gender
		words = strings.Fields(lexicon.Fold(e.Name))
	} else {
		id = r.ownActor(r.readingCase(d.name), schema.Person, "")
	}
	at := len(r.people)
	r.people = append(r.people, person{words: words, id: id, gender: d.gender})
	last := words[len(words)-1]
	r.peopleBy[last] = append(r.peopleBy[last], at)
	if words[0] != last {
		r.peopleBy[words[0]] = append(r.peopleBy[words[0]], at)
	}
}

// wellKnown finds a person of the lexicon by a full name, with or without middle initials.
func (r *reader) wellKnown(name string) (*lexicon.Entry, bool) {
	if h, ok := r.l.Lookup(name); ok && h.Entry.Kind == schema.Person {
		return h.Entry, true
	}
	words := slices.DeleteFunc(strings.Fields(name), func(w string) bool { return len(strings.Trim(w, ".")) == 1 })
	if len(words) < 2 {
		return nil, false
	}
	h, ok := r.l.Lookup(strings.Join(words, " "))
	return h.Entry, ok && h.Entry.Kind == schema.Person
}

// nameWords are the folded words of a name without "Jr." and the like.
func (r *reader) nameWords(name string) []string {
	words := strings.Fields(lexicon.Fold(name))
	for len(words) > 1 && r.l.Is(lexicon.GenerationWord, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// same: two spellings of one full name: equal first and last words, and what stands between in one is in the other.
func same(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	initial := len(a[0]) == 1 && strings.HasPrefix(b[0], a[0]) || len(b[0]) == 1 && strings.HasPrefix(a[0], b[0])
	if a[0] != b[0] && !initial {
		return false
	}
	return len(a) == 2 || len(b) == 2 || firstRune(a[1]) == firstRune(b[1])
}

// readingCase turns a name in capitals to reading case.
func (r *reader) readingCase(name string) string {
	if strings.ToUpper(name) != name || len(name) < 4 || !strings.Contains(name, " ") {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		parts := strings.Split(w, "-")
		for k, p := range parts {
			if r.l.Is(lexicon.NameParticle, p) && i+k > 0 && len(words)+len(parts) > 2 {
				continue
			}
			parts[k] = strings.ToUpper(firstRune(p)) + p[len(firstRune(p)):]
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

// bearer finds the one person of the document whom a short name means. Of several it is the one who is well known by
// the surname: "Trump" is Donald in a text with Ivanka as well.
func (r *reader) bearer(name string, gender byte) (person, bool) {
	all := r.bearers(name)
	all = slices.DeleteFunc(all, func(p person) bool { return gender != 0 && p.gender != 0 && gender != p.gender })
	if best, ok := r.l.Surname(name); ok && len(all) > 1 {
		if i := slices.IndexFunc(all, func(p person) bool { return p.id == best.ID }); i >= 0 {
			return all[i], true
		}
	}
	if len(all) != 1 {
		return person{}, false
	}
	return all[0], true
}

// bearers are the persons of the document whom a short name can mean.
func (r *reader) bearers(name string) []person {
	var all []person
	words := strings.Fields(lexicon.Fold(name))
	if len(words) == 0 {
		return nil
	}
	for _, i := range r.peopleBy[words[len(words)-1]] {
		p := r.people[i]
		known := slices.ContainsFunc(all, func(q person) bool { return q.id == p.id })
		if shortens(words, p.words) && !known {
			all = append(all, p)
		}
	}
	return all
}

// shortens: words are the end of the full name ("al-Assad", "Le Pen"), or its first word alone.
func shortens(words, full []string) bool {
	if len(words) > len(full) {
		return false
	}
	first := len(words) == 1 && words[0] == full[0] && len(words[0]) > 1
	return first || slices.Equal(words, full[len(full)-len(words):])
}

// personID is the actor of a person's name.
func (r *reader) personID(d *draft) string {
	words := r.nameWords(d.name)
	if len(words) == 0 {
		return r.ownActor(d.name, schema.Person, "")
	}
	for _, i := range r.peopleBy[words[len(words)-1]] {
		p := r.people[i]
		if len(words) > 1 && same(p.words, words) || slices.Equal(p.words, words) {
			if d.gender == 0 {
				d.gender = p.gender
			}
			r.alias(r.actors[p.id], r.readingCase(d.name))
			return p.id
		}
	}
	if p, ok := r.bearer(d.name, d.gender); ok {
		d.gender = max(d.gender, p.gender)
		if !strings.Contains(d.name, " ") || len(words) < len(p.words) {
			d.why = "short for " + r.actors[p.id].Name
			d.score = max(d.score, 0.9)
		}
		r.alias(r.actors[p.id], d.name)
		return p.id
	}
	if d.entry != nil {
		d.gender = max(d.gender, d.entry.Gender)
		return r.entryActor(d.entry, d.name)
	}
	if e, ok := r.l.Surname(d.name); ok && len(r.bearers(d.name)) == 0 { // nobody in the document bears it
		d.gender = e.Gender
		d.why = "surname of " + e.Name
		return r.entryActor(e, d.name)
	}
	return r.ownActor(r.readingCase(d.name), schema.Person, "")
}
