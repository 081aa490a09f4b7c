package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// ofNation reads a country's people in office: "Swedish officials", "the Turkish government", "Trade negotiators
// from China". Where they act they are the country; where they are spoken of they keep their name.
func (r *reader) ofNation(v *view, d *draft) bool {
	if r.ofNations(v, d) {
		return true
	}
	of, at := r.owner(v, d)
	if of == nil {
		return false
	}
	owner := of.entry
	acting := d.noun.Acting && !v.partisan(of, d) && owner.Kind == schema.Country && owner.Place <= lexicon.State && (d.number == 2 || d.noun.Class != lexicon.OnePerson)
	union := owner.Sector == "IGO" && (d.words == "leaders" || d.words == "officials" || d.words == "governments" || d.words == "ministers")
	rebels := owner.Sector == "REB" && d.number == 2 && (d.words == "fighters" || d.words == "militants" || d.words == "rebels" || d.words == "forces" || d.words == "insurgents" || d.words == "gunmen" || d.words == "leaders" || d.words == "terrorists" || d.words == "troops")
	if r.possessedOnly(v, d, at) && !(owner.Kind == schema.Country && (d.noun.Class == lexicon.Body || d.number == 2) && d.noun.Acting) {
		acting, union, rebels = false, false, false
	}
	fellows := d.number == 2 && owner.Kind == schema.Country && owner.Place == lexicon.Nation && v.low[d.from] == "our" && fellow[d.words]
	if !acting && !union && !rebels && !fellows {
		if d.noun.Class == lexicon.NotActor {
			return false
		}
		r.attach(v, d, owner)
		if d.noun.Class == lexicon.OnePerson && d.number == 1 && owner.Kind == schema.Country && owner.Place == lexicon.Nation {
			d.office = owner.ID
		}
		return true
	}
	acting = acting && !fellows
	if acting && d.noun.Class == lexicon.NotActor && !v.acts(d.head) {
		return false // "shot down a Russian jet"
	}
	if acting && d.noun.Kept && !v.acts(d.head) {
		d.name = r.described(v, d.from, d.to)
		d.kind = schema.Organization
		if d.number == 2 {
			d.kind = schema.Group
		}
		d.why, d.score = "a nation's "+d.words, 0.85
		r.attach(v, d, owner)
		return true
	}
	d.actors = []string{r.entryActor(owner, "")}
	if at > d.head {
		r.coordinatedOwners(v, d, v.of[at])
	}
	d.kind, d.score = owner.Kind, 0.85
	d.why = d.words + " of " + owner.Name + " act for it"
	d.many = d.number == 2
	d.number = 1
	return true
}

// partisan: a word between the nation and its people names a side there: "Ohio Republican leaders" are not Ohio.
func (v *view) partisan(of *draft, d *draft) bool {
	for k := of.to; k < d.head; k++ {
		if lexicon.Partisan(v.low[k]) {
			return true
		}
	}
	return false
}

// fellow are the people of another country by whom a speaker means the country: "we thank our Chilean friends".
var fellow = wordSet("friends neighbours neighbors counterparts")

// envoys are people in office each of whom speaks for a country where those of several countries act as one.
var envoys = wordSet("ministers leaders presidents premiers chancellors ambassadors envoys diplomats officials negotiators governments delegations delegates representatives troops forces armies soldiers")

// ofNations reads those in office of several countries at once: "the Russian, Turkish and Iranian ministers",
// "the foreign ministers of France, Germany and Spain". Where they act, each country does. One country's
// ministers stay a group, since they may be at odds.
func (r *reader) ofNations(v *view, d *draft) bool {
	if d.number != 2 || !envoys[d.words] || !v.acts(d.head) {
		return false
	}
	all := draft{actors: d.actors, from: d.from, to: d.to}
	if of, at := r.owner(v, d); of != nil && at > d.head {
		all.actors = []string{r.entryActor(of.entry, "")}
		r.coordinatedOwners(v, &all, v.of[at])
	} else {
		r.adjectiveOwners(v, d.head, &all)
	}
	if len(all.actors) < 2 {
		return false
	}
	d.from, d.to, d.actors = all.from, all.to, all.actors
	d.kind, d.score, d.why = schema.Country, 0.85, d.words+" of several countries act for them"
	return true
}

// adjectiveOwners takes the nationalities in a row before the noun at head, with what kind of office it is
// between: "the Greek and Bulgarian foreign ministers".
func (r *reader) adjectiveOwners(v *view, head int, all *draft) {
	k := head - 1
	for k >= 0 && k > head-3 && !v.covered(k) && (v.tag(k) == "JJ" || v.noun(k)) {
		k--
	}
	for k >= 0 && v.covered(k) {
		o := &v.drafts[v.of[k]]
		if o.entry == nil || o.form != schema.Demonym || o.entry.Place != lexicon.Nation {
			return
		}
		if id := r.entryActor(o.entry, ""); !slices.Contains(all.actors, id) {
			all.actors = append(all.actors, id)
		}
		all.from = o.from
		for k = o.from - 1; v.word(k) == "," || v.word(k) == "and"; {
			k--
		}
	}
	if v.word(k) == "the" && k == all.from-1 {
		all.from = k
	}
	slices.Reverse(all.actors)
}

// coordinatedOwners adds the others of "negotiators from China and the United States".
func (r *reader) coordinatedOwners(v *view, d *draft, i int) {
	for k := v.drafts[i].to; k < len(v.words); k++ {
		if !v.covered(k) {
			if w := v.low[k]; w != "," && w != "and" && w != "the" {
				return
			}
			continue
		}
		o := &v.drafts[v.of[k]]
		if o.entry == nil || o.entry.Place != lexicon.Nation || o.form != schema.Named {
			return
		}
		if id := r.entryActor(o.entry, ""); id != d.actors[len(d.actors)-1] {
			d.actors = append(d.actors, id)
		}
		d.to = max(d.to, o.to)
		k = o.to - 1
	}
}

// attach makes the described actor and notes whose it is.
func (r *reader) attach(v *view, d *draft, owner *lexicon.Entry) {
	id := r.ownActor(d.name, d.kind, d.noun.Sector)
	d.actors = []string{id}
	if d.noun.Class == lexicon.Body && d.noun.Sector != "GOV" && d.noun.Sector != "MIL" && d.noun.Sector != "LEG" && d.noun.Sector != "JUD" {
		return
	}
	office := d.noun.Sector == "GOV" || d.noun.Sector == "LEG" || d.noun.Sector == "JUD" || d.noun.Sector == "MIL" || d.noun.Sector == "COP"
	if owner.Place <= lexicon.State && (d.kind == schema.Person && office || d.noun.Class == lexicon.Body || d.noun.Acting) && owner.Kind != schema.Person {
		r.affiliate(id, r.entryActor(owner, ""), d.words, v.span(d.from, d.to))
	}
}

// owner is the name inside a phrase that says whose people they are, and where it stands.
func (r *reader) owner(v *view, d *draft) (*draft, int) {
	for k := d.head - 1; k >= d.from; k-- {
		if v.covered(k) {
			o := &v.drafts[v.of[k]]
			if o.entry == nil {
				continue
			}
			if (o.entry.Kind == schema.Country || o.entry.Kind == schema.Organization) && o.to <= d.head {
				return o, k
			}
			return nil, -1
		}
	}
	if d.head+1 < len(v.words) && (v.low[d.head+1] == "from" || v.low[d.head+1] == "of") {
		for k := d.head + 2; k < d.to; k++ {
			if v.covered(k) {
				if o := &v.drafts[v.of[k]]; o.entry != nil && o.entry.Kind == schema.Country && o.entry.Place == lexicon.Nation && o.form == schema.Named {
					return o, k
				}
				return nil, -1
			}
		}
	}
	return nil, -1
}

// possessedOnly: the owner stands in the genitive, "Egypt's ambassador".
func (r *reader) possessedOnly(v *view, d *draft, at int) bool {
	return at+1 < d.head && v.tag(at+1) == "POS"
}

// acts says whether a phrase is the one that acts: subject of a finite clause, agent of a passive, possessor of a noun.
func (v *view) acts(head int) bool {
	switch v.roleOf(head) {
	case subject:
		h := head
		for v.rel(h) == "conj" && v.t[h].Head >= 0 {
			h = v.t[h].Head
		}
		return v.finite(v.t[h].Head) && v.t[h].Rel != "nsubj:pass"
	case agent, possessor:
		return true
	}
	if v.tree && v.t[head].Rel == "root" {
		return true // a verb that the tree takes for a participle: "Russian jets bombed"
	}
	return !v.tree
}

// finite says whether the verb at h has its own tense: no "to" before it.
func (v *view) finite(h int) bool {
	if h < 0 {
		return false
	}
	for k := max(0, h-4); k < h; k++ {
		if v.tag(k) == "TO" && v.t[k].Head == h {
			return false
		}
	}
	return v.tag(h) != "VB" || v.auxiliary(h)
}

func (v *view) auxiliary(h int) bool {
	for k := max(0, h-6); k < h; k++ {
		if v.t[k].Head == h && strings.HasPrefix(v.t[k].Rel, "aux") {
			return true
		}
	}
	return false
}
