package mention

import (
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// antecedent is something spoken of, that a later pronoun or definite noun may mean.
type antecedent struct {
	actors    []string // none for a thing
	kind      schema.Kind
	number    int
	many      bool // "the country's forces": one actor, yet they
	gender    byte
	sentence  int // position in views; captions stand before the first sentence of their turn
	turn      int
	role      role
	governor  int // token that governs it, in its sentence
	from, to  int
	head      int
	named     bool
	thing     bool
	caption   bool
	name      string
	sector    string
	words     string
	guessed   bool // the kind of the name was guessed
	described bool
	sure      float64
	possessed bool // "her mother"
}

// resolve reads on through the document and gives collectives, definite nouns and pronouns their actors.
func (r *reader) resolve() {
	turn := -1
	r.countrySeen = map[string]bool{}
	for at, v := range r.views {
		if v.s.Turn != turn {
			turn = v.s.Turn
			r.enterTurn(turn, at)
		}
		r.coordinate(v, at)
		order := make([]int, len(v.drafts))
		for i := range order {
			order[i] = i
		}
		sort.SliceStable(order, func(a, b int) bool { return v.drafts[order[a]].head < v.drafts[order[b]].head })
		for _, i := range order {
			r.resolveOne(v, at, &v.drafts[i])
		}
		r.coordinate(v, at)
	}
}

// enterTurn makes the speaker of a turn somebody to refer to.
func (r *reader) enterTurn(turn, at int) {
	for i := range r.captionsOf {
		d := &r.captionsOf[i]
		if d.speaker == turn && len(d.actors) > 0 {
			r.history = append(r.history, antecedent{actors: d.actors, kind: schema.Person, number: 1, gender: r.genderOf(d.actors[0], d.gender), sentence: at, turn: turn, role: possessor, governor: -1, from: -1, head: -1, named: true, caption: true, name: d.name, sure: d.score})
		}
	}
}

func (r *reader) genderOf(id string, told byte) byte {
	if g := r.gender[id]; g != 0 {
		return g
	}
	if e, ok := r.l.ByID(id); ok && e.Gender != 0 {
		return e.Gender
	}
	return told
}

func (r *reader) resolveOne(v *view, at int, d *draft) {
	if d.office != "" {
		r.officeHolder(v, d)
	}
	switch {
	case d.thing || d.form == schema.Demonym && d.entry != nil && d.why == "in the title":
	case d.form == schema.FirstPerson:
		r.firstPerson(v, d)
		return
	case d.form == schema.Pronoun:
		r.pronoun(v, at, d)
		return
	case len(d.actors) == 0 && !d.place && (d.form == schema.Nominal || d.form == schema.Collective):
		if !r.collective(v, at, d) && d.form == schema.Nominal && !r.definiteNoun(v, at, d) && !d.unsaid {
			r.describe(v, d)
		}
	}
	if len(d.actors) == 0 && !d.thing {
		return
	}
	r.remember(v, at, d)
}

// remember makes a mention somebody to refer to.
func (r *reader) remember(v *view, at int, d *draft) {
	a := antecedent{actors: d.actors, kind: d.kind, number: d.number, many: d.many, gender: d.gender, sentence: at, turn: v.s.Turn, role: v.roleOf(d.head), governor: v.t[d.head].Head, from: d.from, to: d.to, head: d.head, named: d.form == schema.Named, thing: d.thing, name: d.name, words: d.words, sure: d.score, guessed: d.form == schema.Named && !d.sure && d.score < 0.72, described: d.form == schema.Nominal && d.why != "" && strings.HasPrefix(d.why, "described")}
	a.possessed = v.tag(d.from) == "PRP$" || a.described && d.from+1 < len(v.t) && v.tag(d.from+1) == "POS"
	if len(a.actors) == 1 {
		if actor := r.actors[a.actors[0]]; actor != nil {
			a.sector = actor.Sector
			if actor.Kind == schema.Country && !r.countrySeen[actor.ID] {
				if e := r.entryOf(actor.ID); e != nil && e.Place == lexicon.Nation {
					r.countrySeen[actor.ID] = true
					r.countries = append(r.countries, actor.ID)
				}
			}
			if actor.Kind == schema.Person {
				a.gender = r.genderOf(actor.ID, d.gender)
			}
		}
	}
	if d.form == schema.Demonym && d.entry != nil && v.tree && v.t[d.head].Head > d.head {
		a.role = elsewhere // an adjective is seldom meant by a pronoun
	}
	r.history = append(r.history, a)
}

// describe makes an actor of a described phrase that means nobody named.
func (r *reader) describe(v *view, d *draft) {
	name := d.name
	if v.tag(d.from) == "PRP$" && d.to-d.from > 1 {
		if owner := r.ownerName(v, d); owner != "" {
			name = owner + "'s " + strings.TrimPrefix(r.described(v, d.from+1, d.to), "own ")
			d.why = "described, of " + owner
		}
	}
	if name == "" {
		return
	}
	d.actors = []string{r.ownActor(name, d.kind, d.noun.Sector)}
}

// ownerName is the name of whom the possessive pronoun before a phrase means, "" where it is open.
func (r *reader) ownerName(v *view, d *draft) string {
	for i := range v.drafts {
		p := &v.drafts[i]
		if p.head == d.from && p.form == schema.Pronoun && len(p.actors) == 1 {
			return r.actors[p.actors[0]].Name
		}
	}
	return ""
}

// firstPerson gives "we" and "I" the speaker of the turn; within quotation marks the sayer is told by the clause.
func (r *reader) firstPerson(v *view, d *draft) {
	if v.quotedAt(d.head) {
		return
	}
	for i := range r.captionsOf {
		c := &r.captionsOf[i]
		if c.speaker == v.s.Turn && len(c.actors) > 0 {
			d.actors, d.score, d.why = c.actors, 0.9, "first person of the turn's speaker"
			return
		}
	}
}

// quotedAt says whether token i stands within quotation marks opened in its sentence.
func (v *view) quotedAt(i int) bool {
	open := false
	for k := 0; k < i; k++ {
		switch v.words[k] {
		case `"`:
			open = !open
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		}
	}
	return open
}

// kindOf is the kind that a set of ids shares.
func (r *reader) kindOf(ids []string) schema.Kind {
	k := schema.Kind("")
	for _, id := range ids {
		a := r.actors[id]
		if a == nil || k != "" && a.Kind != k {
			return ""
		}
		k = a.Kind
	}
	return k
}

// entryOf is the lexicon's entry of an id.
func (r *reader) entryOf(id string) *lexicon.Entry {
	e, ok := r.l.ByID(id)
	if !ok {
		return nil
	}
	return e
}
