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

// fullNames notes all persons of whom the document gives more than the surname.
func (r *reader) fullNames() {
	for i := range r.captionsOf {
		r.fullName(&r.captionsOf[i])
	}
	for _, v := range r.views {
		for i := range v.drafts {
			if d := &v.drafts[i]; d.kind == schema.Person && strings.Contains(d.name, " ") {
				r.fullName(d)
			}
		}
	}
}

func (r *reader) fullName(d *draft) {
	words := strings.Fields(lexicon.Fold(d.name))
	for len(words) > 1 && generation[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
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
	id := ""
	if d.entry != nil && d.entry.Kind == schema.Person {
		id = r.entryActor(d.entry, d.name)
		d.gender = d.entry.Gender
		words = strings.Fields(lexicon.Fold(d.entry.Name))
	} else if e, ok := r.wellKnown(d.name); ok {
		id = r.entryActor(e, d.name)
		d.gender = e.Gender
	} else {
		id = r.ownActor(readingCase(d.name), schema.Person, "")
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
	words := strings.Fields(name)
	kept := words[:0:0]
	for i, w := range words {
		if i > 0 && i < len(words)-1 && len(strings.Trim(w, ".")) == 1 {
			continue
		}
		kept = append(kept, w)
	}
	if len(kept) == len(words) || len(kept) < 2 {
		return nil, false
	}
	h, ok := r.l.Lookup(strings.Join(kept, " "))
	return h.Entry, ok && h.Entry.Kind == schema.Person
}

var generation = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// same: two spellings of one full name: equal first and last words, and what stands between in one is in the other.
func same(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 || a[len(a)-1] != b[len(b)-1] || len(a) < 2 || len(b) < 2 {
		return false
	}
	if a[0] != b[0] && !(len(a[0]) == 1 && strings.HasPrefix(b[0], a[0])) && !(len(b[0]) == 1 && strings.HasPrefix(a[0], b[0])) {
		return false
	}
	return len(a) == 2 || len(b) == 2 || firstRune(a[1]) == firstRune(b[1])
}

// readingCase turns a name in capitals to reading case.
func readingCase(name string) string {
	if strings.ToUpper(name) != name || len(name) < 4 || !strings.Contains(name, " ") {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		parts := strings.Split(w, "-")
		for k, p := range parts {
			if particle[p] && (i > 0 || k > 0 || p == "al" || p == "el") && len(words)+len(parts) > 2 {
				continue
			}
			parts[k] = strings.ToUpper(firstRune(p)) + p[len(firstRune(p)):]
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func firstRune(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}

// bearer finds the one person of the document whom a short name means.
func (r *reader) bearer(name string, gender byte) (person, bool) {
	words := strings.Fields(lexicon.Fold(name))
	if len(words) == 0 {
		return person{}, false
	}
	var found person
	n := 0
	for _, i := range r.peopleBy[words[len(words)-1]] {
		p := r.people[i]
		if gender != 0 && p.gender != 0 && gender != p.gender || !shortens(words, p.words) {
			continue
		}
		if n > 0 && found.id == p.id {
			continue
		}
		if best, ok := r.l.Surname(name); ok && n > 0 && (best.ID == p.id || best.ID == found.id) {
			if best.ID == p.id {
				found = p
			}
			continue // "Trump" is Donald in a text with Ivanka as well
		}
		found = p
		n++
	}
	return found, n == 1
}

// shortens: words are the end of the full name ("al-Assad", "Le Pen"), or the first name alone, or the first word of an Asian name.
func shortens(words, full []string) bool {
	if len(words) == 0 || len(words) > len(full) {
		return false
	}
	tail := full[len(full)-len(words):]
	if slices.Equal(words, tail) {
		return true
	}
	return len(words) == 1 && words[0] == full[0] && len(words[0]) > 1
}

// personID is the actor of a person's name.
func (r *reader) personID(d *draft) string {
	words := strings.Fields(lexicon.Fold(d.name))
	for len(words) > 1 && generation[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return r.ownActor(d.name, schema.Person, "")
	}
	for _, i := range r.peopleBy[words[len(words)-1]] {
		p := r.people[i]
		if len(words) > 1 && same(p.words, words) || slices.Equal(p.words, words) {
			if d.gender == 0 {
				d.gender = p.gender
			}
			r.alias(r.actors[p.id], readingCase(d.name))
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
	if e, ok := r.l.Surname(d.name); ok && !r.claimed(d.name) {
		d.gender = e.Gender
		d.why = "surname of " + e.Name
		return r.entryActor(e, d.name)
	}
	return r.ownActor(readingCase(d.name), schema.Person, "")
}

// claimed: persons of the document bear the surname, so nobody outside does.
func (r *reader) claimed(surname string) bool {
	words := strings.Fields(lexicon.Fold(surname))
	if len(words) == 0 {
		return false
	}
	for _, i := range r.peopleBy[words[len(words)-1]] {
		if shortens(words, r.people[i].words) {
			return true
		}
	}
	return false
}

// acronyms reads "the African National Congress (ANC)": the short form means the long one from then on.
func (r *reader) acronyms() {
	for _, v := range r.views {
		for i := range v.drafts {
			d := &v.drafts[i]
			if d.kind != schema.Organization || d.to+2 >= len(v.words) || v.words[d.to] != "(" && v.words[d.to] != "-LRB-" || v.to(d.to+2) != ")" {
				continue
			}
			short := v.words[d.to+1]
			if isAcronym(short) && initialsOf(short, v.words[d.from:d.to]) {
				if _, taken := r.short[lexicon.Fold(short)]; !taken {
					r.short[lexicon.Fold(short)] = r.nameID(d)
				}
			}
		}
	}
}

func (v *view) to(i int) string {
	if v.words[i] == "-RRB-" {
		return ")"
	}
	return v.words[i]
}

// initialsOf: the letters of short are the first letters of words, small words aside, in order.
func initialsOf(short string, words []string) bool {
	var letters []byte
	for _, w := range words {
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' {
			letters = append(letters, w[0])
		}
	}
	s := strings.ReplaceAll(short, ".", "")
	return strings.HasPrefix(s, string(letters)) || strings.HasPrefix(string(letters), s)
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

// nameID is the actor of a body's or country's name.
func (r *reader) nameID(d *draft) string {
	if d.entry != nil {
		return r.entryActor(d.entry, d.name)
	}
	if h, ok := r.l.Lookup(d.name); ok && h.Entry.Kind == d.kind && h.Sense.Has(lexicon.AsName) {
		return r.entryActor(h.Entry, d.name)
	}
	return r.ownActor(readingCase(d.name), d.kind, "")
}

// longBody finds the one body of the document whose name begins with the word: "Charter" of Charter Communications.
func (r *reader) longBody(word string) (string, bool) {
	if r.bodies == nil {
		r.bodies = map[string]string{}
		for _, v := range r.views {
			for i := range v.drafts {
				if d := &v.drafts[i]; d.kind == schema.Organization && d.to-d.from > 1 && d.form == schema.Named {
					first, _, _ := strings.Cut(d.name, " ")
					id := r.nameID(d)
					if old, ok := r.bodies[first]; ok && old != id {
						id = "" // two begin so
					}
					r.bodies[first] = id
				}
			}
		}
	}
	id := r.bodies[word]
	return id, id != ""
}

// affiliateBefore reads the country or body that stands before a titled name: "Russian President Vladimir Putin",
// "U.S. Rep. Jane Holt", "NATO Secretary General Jens Stoltenberg".
func (r *reader) affiliateBefore(v *view, d *draft, id string) {
	if d.title == "" || d.from == 0 || !v.covered(d.from-1) {
		return
	}
	before := &v.drafts[v.of[d.from-1]]
	if before.to != d.from || before.kind == schema.Person || before.kind == "" || before.kind == schema.Group {
		return
	}
	of := r.nameID(before)
	role := v.text(r.doc, before.from, d.from) + " " + d.title
	r.affiliate(id, of, role, v.span(before.from, d.to))
	if n := len(r.roleOf); n > 0 && r.roleOf[n-1].id == id && r.roleOf[n-1].of == "" {
		r.roleOf[n-1].of = of
	}
	before.form, before.score = schema.Demonym, min(before.score, 0.5)
	before.why = "in the title of " + d.name
}

// apposition reads ", the party's spokesman," and ", Turkey's foreign minister," after a name.
func (r *reader) apposition(v *view, d *draft, id string) {
	if v.word(d.to) != "," || d.to+1 >= len(v.words) {
		return
	}
	end, head := d.to+1, -1
	for ; end < len(v.words) && end < d.to+14; end++ {
		w := v.low[end]
		if w == "," || w == "." || w == ")" || isQuote(w) || v.tag(end) == "WP" || v.tag(end) == "WDT" || strings.HasPrefix(v.tag(end), "VB") || v.tag(end) == "MD" {
			break
		}
		if head < 0 && (v.tag(end) == "NN" || v.proper(end)) && v.tag(end+1) != "NN" && v.tag(end+1) != "POS" {
			if n, ok := r.l.Noun(w); ok && n.Class == lexicon.OnePerson || ok && r.l.Title(v.words, end) > 0 || r.l.Title(v.words, end) > 0 || w == "head" || w == "founder" {
				head = end
			} else if v.tag(end) == "NN" {
				return
			}
		}
	}
	if head < 0 {
		return
	}
	from := d.to + 1
	if w := v.low[from]; w == "the" || w == "a" || w == "an" {
		from++
	}
	role := v.text(r.doc, from, end)
	r.bears(id, role, v.span(d.from, end))
}

// abroad are names that every country may have for its own.
var abroad = wordSet(`republicans democrats congress senate conservatives tories labour liberals greens`)

// otherCountry: the text is about another country than the body's, and does not name the body's at all.
func (r *reader) otherCountry(e *lexicon.Entry) bool {
	if e.Of == "" {
		return false
	}
	topic := r.topic()
	return topic != "" && topic != e.Of && !r.named[e.Of]
}
