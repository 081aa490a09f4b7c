package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// ownCountry resolves "his country", "their government" to the country that the owner is or belongs to. Where that is
// not known the phrase is no actor.
func (r *reader) ownCountry(v *view, d *draft) bool {
	if !r.l.Is(lexicon.CountryNoun, d.word) {
		return false
	}
	d.use = asUnknown
	for i := range v.drafts {
		p := &v.drafts[i]
		if p.head != d.from || len(p.actors) != 1 {
			continue
		}
		if of := r.countryOf(p.actors[0]); of != "" {
			d.use, d.kind = asActor, schema.Country
			d.means(0.8, "the country of "+r.actors[p.actors[0]].Name, of)
			return true
		}
	}
	return false
}

// countryOf is the country that somebody is or belongs to, as the document or the lexicon says; "" where it is not
// known.
func (r *reader) countryOf(id string) string {
	country := func(id string) bool { a := r.actors[id]; return a != nil && a.Kind == schema.Country }
	if country(id) {
		return id
	}
	for _, a := range r.affiliations[max(0, len(r.affiliations)-farthest):] {
		if a.Actor == id && country(a.Of) {
			return a.Of
		}
	}
	if e := r.entryOf(id); e != nil && e.Of != "" {
		if of := r.entryOf(e.Of); of != nil && of.Kind == schema.Country {
			return r.entryActor(of, "")
		}
	}
	return ""
}

// government resolves "the government" to the one country named before it in its sentence, else to the one whose affairs
// the text is about, else to the one of the sentences before.
func (r *reader) government(at int, d *draft) bool {
	why := "the country named before"
	id := r.oneCountry(at, 0)
	if id == "" {
		id, why = r.topic(), "the text is about it"
	}
	if id == "" {
		id, why = r.oneCountry(at, 2), "the country of the sentences before"
	}
	if id == "" {
		return false
	}
	d.kind = schema.Country
	d.means(0.65, why, id)
	return true
}

// oneCountry is the only country mentioned before in this sentence and so many before it; "" for none or several.
func (r *reader) oneCountry(at, sentences int) string {
	id := ""
	for i := len(r.history) - 1; i >= 0 && at-r.history[i].sentence <= sentences; i-- {
		a := &r.history[i]
		if a.kind != schema.Country || len(a.actors) != 1 || a.actors[0] == id {
			continue
		}
		if id != "" {
			return ""
		}
		id = a.actors[0]
	}
	return id
}

// writer is the country for which a text without speakers speaks in the first person, as an address to an assembly
// does: "we" stands in one of four sentences and more often than "I", and of the countries that it names one leads as
// subject and beside "we"; "" for none.
func (r *reader) writer() string {
	if r.writerDone || len(r.captions) > 0 {
		return r.writerID
	}
	r.writerDone = true
	weight := map[string]int{}
	plural, singular := 0, 0
	for _, v := range r.views {
		first := 0
		for i := range v.drafts {
			if d := &v.drafts[i]; d.form == schema.FirstPerson && !v.quotedAt(d.head) {
				first = max(first, d.number)
			}
		}
		plural += first / 2
		singular += first % 2
		for i := range v.drafts {
			if e := r.nationOf(v, &v.drafts[i]); e != nil && v.drafts[i].form == schema.Named {
				weight[r.entryActor(e, "")] += 1 + first/2
				if v.roleOf(v.drafts[i].head) == subject {
					weight[e.ID] += 2
				}
			}
		}
	}
	if id, most, second := leader(weight); plural >= 3 && plural > singular && 4*plural >= len(r.views) && most > 2*second+1 {
		r.writerID = id
	}
	return r.writerID
}

// leader is the key of the highest count, with that count and the next.
func leader(count map[string]int) (id string, most, second int) {
	for k, n := range count {
		if n > most {
			id, most, second = k, n, most
		} else {
			second = max(second, n)
		}
	}
	return id, most, second
}

// topic is the country that the document names more than twice as often as any other and in two of five times, ""
// without one. It is found once, from the names.
func (r *reader) topic() string {
	if r.topicDone {
		return r.topicID
	}
	r.topicDone = true
	count := map[string]int{}
	total := 0
	add := func(id string) {
		count[id]++
		total++
	}
	for _, v := range r.views {
		for i := range v.drafts {
			if e := r.nationOf(v, &v.drafts[i]); e != nil {
				add(r.entryActor(e, ""))
			}
		}
	}
	for _, b := range r.roles {
		if a := r.actors[b.of]; a != nil && a.Kind == schema.Country {
			add(b.of)
		}
	}
	if id, most, second := leader(count); most > 2*second && 5*most >= 2*total {
		r.topicID = id
	}
	return r.topicID
}

// nationOf is the country that a mention names or whose people or part it is, nil for none. A name before a noun may be
// of another's thing: "the Rwanda bill".
func (r *reader) nationOf(v *view, d *draft) *lexicon.Entry {
	e := d.entry
	if e == nil {
		e = d.nation
	}
	if e == nil || e.Kind != schema.Country || d.form == schema.Named && v.rel(d.head) == "compound" {
		return nil
	}
	if e.Place != lexicon.Nation {
		e = r.entryOf(e.Of)
	}
	if e == nil || e.Place != lexicon.Nation {
		return nil
	}
	return e
}
