package mention

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// personNoun says whether the word at i is a noun or title for one person.
func (r *reader) personNoun(v *view, i int) bool {
	n, ok := r.l.Noun(v.word(i))
	return ok && n.Class == lexicon.OnePerson || r.l.Title(v.words, i) > 0
}

// roleApposition reads ", the party's spokesman," and ", Turkey's foreign minister," after a name as a role of id.
func (r *reader) roleApposition(v *view, d *draft, id string) {
	from := d.to + 1
	if !v.comma(d.to) || from >= len(v.words) {
		return
	}
	head := from
	for head < from+13 && (!v.noun(head) || v.noun(head+1) || v.tag(head+1) == "POS") {
		if v.comma(head) || v.tag(head) == "IN" || v.verb(head) && v.tag(head) != "VBN" {
			return
		}
		head++
	}
	if !r.personNoun(v, head) {
		return
	}
	end := head + 1
	for end < len(v.words) && end < from+13 && (letters(v.words[end]) || v.words[end] == "-") && v.tag(end) != "WP" &&
		v.tag(end) != "WDT" && v.tag(end) != "MD" && !v.verb(end) {
		end++
	}
	if v.is(from, lexicon.ArticleWord) {
		from++
	}
	r.addRole(id, v.text(r.doc, from, end), v.span(d.from, end))
}

// byApposition: "the treaty's main backer, Senator Nora Pike": the phrase and the name are one.
func (r *reader) byApposition(v *view, d *draft) bool {
	if d.number != 1 {
		return false
	}
	for k := d.head + 1; k < len(v.t) && k < d.head+12; k++ {
		if v.governor(k) == d.head && v.rel(k) == "appos" && v.covered(k) {
			n := v.nameAt(k)
			if !r.takeFrom(v, d, n) {
				return false
			}
			if n.from == d.to { // "the armed group Hamas"
				d.to = n.to
			}
			return true
		}
	}
	preposed := v.tag(d.from-1) == "IN" || v.tag(d.from-1) == "TO" // "Chad, according to the ministry, …"
	if v.rel(d.head) == "appos" && !preposed {
		return r.takeFrom(v, d, v.nameAt(v.governor(d.head)))
	}
	n := v.nameAt(d.to + 1) // the tree often misses "his coach, Anders Bech,"
	person := v.comma(d.to) && n != nil && n.kind == schema.Person
	return person && (v.comma(n.to) || v.word(n.to) == ".") && r.takeFrom(v, d, n)
}

// takeFrom links a description to the actor of a name, nil for none, where its noun can describe that actor.
func (r *reader) takeFrom(v *view, d, n *draft) bool {
	if n == nil || len(n.actors) != 1 || n.form != schema.Named {
		return false
	}
	person, body := d.noun.Class == lexicon.OnePerson, d.noun.Class == lexicon.Body
	fits := person
	switch n.kind {
	case schema.Organization:
		fits = body || r.l.Is(lexicon.RelationNoun, d.word)
	case schema.Country:
		fits = body || person
	}
	if !fits {
		return false
	}
	d.kind, d.gender = n.kind, n.gender
	d.means(0.85, "stands with the name "+n.name, n.actors...)
	if d.kind == schema.Person {
		r.addRole(n.actors[0], r.describedName(v, d.from, d.to), v.span(d.from, d.to))
	}
	return true
}
