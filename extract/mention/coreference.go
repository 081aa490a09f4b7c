package mention

import (
	"slices"
	"sort"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// resolve reads on through the document and gives collectives, definite nouns and pronouns their actors.
func (r *reader) resolve() {
	turn := -1
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
			if d := &v.drafts[i]; r.resolveOne(v, at, d) {
				r.remember(r.antecedentOf(v, at, d))
			}
		}
		r.coordinate(v, at)
	}
}

// enterTurn makes the speaker of a turn an antecedent.
func (r *reader) enterTurn(turn, at int) {
	if d := r.speaker(turn); d != nil {
		r.remember(antecedent{
			extent: extent{-1, -1, -1}, actors: d.actors, form: d.form, sentence: at, turn: turn, governor: -1,
			agreement: agreement{kind: schema.Person, number: 1, gender: r.genderOf(d.actors[0], d.gender)},
			role:      possessor, sure: d.score,
		})
	}
}

// remember adds what later mentions may refer to.
func (r *reader) remember(a antecedent) {
	r.history = append(r.history, a)
	if len(a.actors) == 1 {
		r.times[a.actors[0]]++
	}
}

// speaker is the caption of a turn that has one, with its actor; nil without.
func (r *reader) speaker(turn int) *draft {
	for i := range r.captions {
		if d := &r.captions[i]; d.turn.Index == turn && len(d.actors) > 0 {
			return d
		}
	}
	return nil
}

// genderOf is the gender of a person as the document or the lexicon says it, else the one given.
func (r *reader) genderOf(id string, given byte) byte {
	if g := r.gender[id]; g != 0 {
		return g
	}
	if e := r.entryOf(id); e != nil && e.Gender != 0 {
		return e.Gender
	}
	return given
}

// resolveOne gives a draft its actors where it has none yet, and says whether later mentions may refer to it.
func (r *reader) resolveOne(v *view, at int, d *draft) bool {
	if d.office != "" {
		r.officeHolder(v, d)
	}
	switch d.form {
	case schema.FirstPerson:
		r.firstPerson(v, d)
		return false
	case schema.Pronoun:
		return r.pronoun(v, at, d)
	case schema.Nominal, schema.Collective:
		if len(d.actors) > 0 || d.use != asActor || r.collective(v, at, d) {
			break
		}
		if d.form == schema.Nominal && !r.definiteNoun(v, at, d) && d.use == asActor {
			r.describe(v, d)
		}
	}
	return len(d.actors) > 0 || d.use == asThing
}

// firstPerson links "we" and "I" to the speaker of the turn, or in a text without speakers to the country that its
// writer speaks for; within quotation marks the clause tells the sayer.
func (r *reader) firstPerson(v *view, d *draft) {
	if v.quotedAt(d.head) {
		return
	}
	switch c := r.speaker(v.s.Turn); {
	case c != nil:
		d.means(0.9, "first person of the turn's speaker", c.actors...)
	case r.writerID != "":
		d.form, d.kind, d.number = schema.Nominal, schema.Country, 1
		d.means(0.75, "the writer speaks for "+r.actors[r.writerID].Name, r.writerID)
	}
}

// antecedentOf makes an antecedent of a mention.
func (r *reader) antecedentOf(v *view, at int, d *draft) antecedent {
	a := antecedent{
		extent: d.extent, agreement: d.agreement, actors: d.actors, form: d.form, sentence: at, turn: v.s.Turn,
		role: v.roleOf(d.head), governor: v.governor(d.head), sure: d.score,
		guessed: d.form == schema.Named && !d.sure && d.score < 0.72,
		owned:   v.tag(d.from) == "PRP$" || v.tag(d.from+1) == "POS",
	}
	a.quoted = v.quotedAt(d.head)
	a.speaks = !a.quoted && a.role == subject && v.lemmaIs(a.governor, lexicon.SpeechVerb)
	if d.form == schema.Demonym && d.entry != nil && a.governor > d.head {
		a.role = elsewhere // an adjective is seldom meant by a pronoun
	}
	if len(a.actors) != 1 {
		return a
	}
	switch actor := r.actors[a.actors[0]]; actor.Kind {
	case schema.Person:
		if d.form == schema.Pronoun && d.gender != 0 && d.score > 0.75 && r.genderOf(actor.ID, 0) == 0 {
			r.gender[actor.ID] = d.gender // so that "she" and "he" do not both mean one
		}
		a.gender = r.genderOf(actor.ID, d.gender)
	case schema.Country:
		if e := r.entryOf(actor.ID); e != nil && e.Place == lexicon.Nation && !slices.Contains(r.countries, e.ID) {
			r.countries = append(r.countries, e.ID)
		}
	}
	return a
}

// describe makes an actor of a described phrase that means nobody named.
func (r *reader) describe(v *view, d *draft) {
	name := d.name
	for i := range v.drafts {
		p := &v.drafts[i]
		inside := p.form == schema.Pronoun && p.head >= d.from && p.head < d.to
		if inside && len(p.actors) == 1 && strings.HasPrefix(d.name, v.low[p.head]+" ") {
			owner := r.actors[p.actors[0]].Name
			name = owner + "'s " + strings.TrimPrefix(r.describedName(v, p.head+1, d.to), "own ")
			d.why = "described, of " + owner
		}
	}
	d.actors = []string{r.describedActor(v, d, name, d.noun.Sector)}
}

// entryOf is the lexicon's entry of an id, nil for none.
func (r *reader) entryOf(id string) *lexicon.Entry {
	e, _ := r.l.ByID(id)
	return e
}
