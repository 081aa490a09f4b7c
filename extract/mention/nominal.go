package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// demonym sets how an adjective or a people's noun is meant: "Turkish" before a noun, "the Dutch", "most Americans".
func (r *reader) demonym(v *view, d *draft, sense lexicon.Sense) {
	i := d.to - 1
	next := v.tag(d.to)
	before := v.word(d.from - 1)
	acronym := sense.Has(lexicon.AsName) // "US", "Hong Kong": a name as well
	if before == "the" && v.word(d.from-2) == "of" && (exactCount[v.word(d.from-3)] || v.tag(d.from-3) == "CD") && sense.Has(lexicon.AsPeople) && !strings.HasPrefix(next, "NNS") {
		next = "" // "two thirds of the French disapprove"
	}
	modifies := strings.HasPrefix(next, "NN") || strings.HasPrefix(next, "JJ") || next == "VBG" || next == "VBN" && v.tree && v.t[i].Head > i || v.words[min(d.to, len(v.words)-1)] == "-"
	if v.tree {
		modifies = modifies && v.t[i].Head > i
	}
	d.form = schema.Demonym
	switch {
	case acronym && !modifies:
		d.form = schema.Named
	case acronym:
		d.score, d.why = 0.9, "country before a noun"
	case modifies || v.tag(i) == "JJ" && before != "the" && !sense.Has(lexicon.AsPeople):
		d.score, d.why = 0.9, "nationality before a noun"
	case sense.Has(lexicon.AsPerson) && !sense.Has(lexicon.AsPeople) && v.tag(i) != "NNS" && v.tag(i) != "NNPS":
		d.origin = d.entry
		d.form, d.kind, d.entry, d.why, d.score = schema.Nominal, schema.Person, nil, "somebody of a nation", 0.7
		d.name = v.text(r.doc, d.from, d.to)
	default:
		d.number = 2
		if v.word(d.from-1) == "of" || before == "the" && v.word(d.from-2) == "of" {
			c := *d
			if before == "the" {
				c.from--
			}
			if r.counted(v, &c); c.entry == nil {
				*d = c
				return
			}
		}
		quantity := quantified[before] || v.tag(d.from-1) == "CD" || v.tag(d.from-1) == "JJ" && before != "the"
		if (before == "the" || quantity || v.starts(d.from)) && !quantity && v.word(d.from-2) != "of" && !(r.groupNeeded(v, d)) {
			d.why, d.score = "people for their country", 0.75
			break
		}
		d.origin = d.entry
		d.form, d.kind, d.entry, d.why, d.score = schema.Nominal, schema.Group, nil, "people of a nation", 0.8
		d.name = v.text(r.doc, d.from, d.to)
	}
}

// groupNeeded: people of a place that is no country (Kurds, Europeans, Scots) stay people.
func (r *reader) groupNeeded(v *view, d *draft) bool {
	return d.entry != nil && d.entry.Place != lexicon.Nation
}

var quantified = wordSet(`most many some few several all these those other more fewer ordinary young old million millions thousands hundreds dozens of`)

// readNominals finds described actors: noun phrases whose head means people or a body.
func (r *reader) readNominals(v *view) {
	for i := range v.t {
		if v.covered(i) {
			continue
		}
		switch v.tag(i) {
		case "NN", "NNS", "NNP", "NNPS":
			if v.low[i] == "anybody" || v.low[i] == "anyone" {
				r.anybody(v, i)
				continue
			}
			r.nominalAt(v, i)
		case "JJ", "JJS", "VBN", "CD", "DT":
			r.adjectivalAt(v, i)
			if v.low[i] == "anybody" || v.low[i] == "anyone" {
				r.anybody(v, i)
			}
		case "PRP", "PRP$":
			r.pronounAt(v, i)
		}
	}
}

// anybody reads "trusts nobody", "does not trust anybody": whoever it is, as a target.
func (r *reader) anybody(v *view, i int) {
	if v.roleOf(i) != object {
		return
	}
	w := v.low[i]
	v.drafts = append(v.drafts, draft{from: i, to: i + 1, head: i, form: schema.Nominal, kind: schema.Group, number: 1, name: w, actors: []string{r.ownActor(w, schema.Group, "")}, score: 0.6, why: "described", role: object})
}

// nominalAt reads the phrase whose head is the noun at i.
func (r *reader) nominalAt(v *view, i int) {
	if r.modifier(v, i) {
		return
	}
	n, start, ok := r.nounAt(v, i)
	end := i + 1
	if ok && v.low[end-1] != "" && v.word(end) == "general" && end < len(v.t) && !v.noun(end+1) {
		if two, found := r.l.Noun(v.low[i] + " general"); found {
			n, end = two, end+1 // "the attorney general"
		}
	}
	if ok && r.abstract(v, i) {
		ok = false
	}
	if !ok {
		if v.noun(i) && !calendar[v.low[i]] {
			v.drafts = append(v.drafts, draft{from: i, to: i + 1, head: i, thing: true, number: numberOf(v, i), role: v.roleOf(i), form: schema.Nominal})
		}
		return
	}
	from, to := r.phrase(v, i, start, n.Class == lexicon.OnePerson && v.tag(i) != "NNS")
	to = max(to, end)
	d := draft{from: from, to: to, head: i, form: schema.Nominal, number: 1, noun: n, score: 0.75, why: "described", gender: n.Gender, role: v.roleOf(i)}
	if n.Plural || v.tag(i) == "NNS" || v.tag(i) == "NNPS" {
		d.number = 2
	}
	d.kind = map[lexicon.Class]schema.Kind{lexicon.OnePerson: schema.Person, lexicon.SomeGroup: schema.Group, lexicon.Body: schema.Organization}[n.Class]
	if d.kind == schema.Organization && d.number == 2 {
		d.kind = schema.Group
	}
	d.words = v.low[i]
	if v.low[from] == "no" {
		v.drafts = append(v.drafts, draft{from: from, to: i + 1, head: i, thing: true, number: d.number, role: d.role, form: schema.Nominal})
		return
	}
	d.definite = v.definiteAt(from)
	d.name = r.described(v, from, to)
	if d.name == "" || r.bare(v, &d, start) {
		return
	}
	if !r.ofNation(v, &d) && n.Class == lexicon.NotActor {
		d.thing = true
	}
	r.counted(v, &d)
	v.drafts = append(v.drafts, d)
}

// abstract: nouns that mean a body only with "the" and nothing that they are of: "the opposition" is one,
// "Turkey's opposition to the bid" is none.
func (r *reader) abstract(v *view, i int) bool {
	w := v.low[i]
	if w == "house" || w == "front" || w == "bench" || w == "cell" || w == "chamber" {
		return !v.capital(i) || v.starts(i)
	}
	if quantityGroup[w] {
		return v.word(i+1) == "of" && v.ownsNext(i) && (v.tag(i-1) == "DT" || v.tag(i-1) == "JJ" || i == 0)
	}
	if !abstractBody[w] {
		return false
	}
	switch v.word(i + 1) {
	case "to", "of", "against", "from", "by", "for", "over", "in":
		if v.ownsNext(i) {
			return true
		}
	}
	if v.tag(i) == "NNS" {
		return false
	}
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if v.low[k] == "the" || v.covered(k) && v.drafts[v.of[k]].form == schema.Demonym {
			return false
		}
		if !strings.HasPrefix(v.tag(k), "JJ") && !v.noun(k) {
			break
		}
	}
	return true
}

// ownsNext: the prepositional phrase after the noun at i belongs to it.
func (v *view) ownsNext(i int) bool {
	if !v.tree || i+1 >= len(v.t) {
		return true
	}
	h := v.t[i+1].Head
	return h > i && v.t[h].Head == i
}

var (
	abstractBody  = wordSet("opposition resistance prosecution leadership presidency rebellion insurgency mission intelligence defence defense management monarchy leadership authority society minority majority resistance campaign intelligence left right state business establishment power front")
	quantityGroup = wordSet("majority minority population group number handful crowd generation series majority gang team")
)

// bare: one person's noun without article is a role, not somebody: "for president", "took hostage".
// A body's is only where it is spoken of so: "told parliament".
func (r *reader) bare(v *view, d *draft, start int) bool {
	if d.number != 1 || d.noun.Class == lexicon.SomeGroup || v.proper(d.head) && d.noun.Class == lexicon.Body {
		return false
	}
	for k := d.from; k < start; k++ {
		if v.tag(k) == "DT" || v.tag(k) == "PRP$" || v.tag(k) == "POS" || v.tag(k) == "CD" || v.tag(k) == "PDT" || v.covered(k) {
			return false
		}
	}
	switch d.words {
	case "parliament", "congress", "government", "management", "opposition", "police", "nato", "labour":
		return false
	}
	return true
}

// modifier says that the noun at i only modifies another one.
func (r *reader) modifier(v *view, i int) bool {
	if v.tree {
		switch v.t[i].Rel {
		case "compound", "amod", "flat", "goeswith", "fixed", "nmod:desc", "compound:prt", "discourse", "vocative-x":
			if v.t[i].Rel == "compound" && !v.noun(i+1) && v.word(i+1) != "-" && v.tag(i+1) != "JJ" {
				return false // the tree joins what does not stand together
			}
			return v.t[i].Head > i || v.t[i].Rel != "compound"
		}
		return false
	}
	return v.noun(i + 1)
}

// nounAt says what the noun at i means, with the noun before it where both are one ("aid groups"). start is the first token of the noun.
func (r *reader) nounAt(v *view, i int) (n lexicon.Noun, start int, ok bool) {
	word := v.low[i]
	if i > 0 && !v.covered(i-1) && (letters(v.words[i-1]) || v.words[i-1] == "-") {
		two := v.low[i-1] + " " + word
		if n, ok = r.l.Noun(two); ok {
			return n, i - 1, n.Class != lexicon.NotActor || n.Acting
		}
		if v.words[i-1] == "-" && i > 1 {
			if n, ok = r.l.Noun(v.low[i-2] + " " + word); ok {
				return n, i - 2, true
			}
		}
	}
	if r.l.NeverActor(word) {
		return n, i, false
	}
	if n, ok = r.l.Noun(word); ok {
		return n, i, n.Class != lexicon.NotActor || n.Acting
	}
	if n, ok = r.bySuffix(v, i); ok {
		return n, i, true
	}
	return n, i, false
}

// bySuffix tells persons by their ending where no list has them: "steelworkers", "novelist", "Londoners".
func (r *reader) bySuffix(v *view, i int) (lexicon.Noun, bool) {
	w := v.low[i]
	plural := v.tag(i) == "NNS" || v.tag(i) == "NNPS"
	if plural {
		w = strings.TrimSuffix(w, "s")
	} else if v.tag(i) == "NNP" {
		return lexicon.Noun{}, false
	}
	if len(w) < 6 {
		return lexicon.Noun{}, false
	}
	person := false
	for _, end := range []string{"worker", "maker", "holder", "goer", "keeper", "owner", "woman", "women", "men", "ologist", "ographer", "crat", "onist", "alist", "arian", "ician", "eteer", "logue", "phobe", "phile", "naut", "monger", "seeker", "lover", "hater", "dweller", "farmer", "seller", "bearer", "fighter", "leader", "player", "writer", "teacher", "driver", "rider"} {
		if strings.HasSuffix(w, end) && len(w) > len(end) {
			person = true
			break
		}
	}
	if strings.HasSuffix(w, "ist") && len(w) > 6 && !strings.HasSuffix(w, "checklist") && !strings.HasSuffix(w, "shortlist") && !strings.HasSuffix(w, "blacklist") && !strings.HasSuffix(w, "playlist") || strings.HasSuffix(w, "ician") {
		person = true
	}
	if !person {
		return lexicon.Noun{}, false
	}
	n := lexicon.Noun{Class: lexicon.OnePerson, Sector: "CVL"}
	if plural || strings.HasSuffix(w, "men") {
		n.Class, n.Plural = lexicon.SomeGroup, true
	}
	return n, true
}

// phrase is the extent of the noun phrase whose head is i: what stands before the noun, and a phrase
// with of, in, from or at after it, without relative clauses and appositions.
func (r *reader) phrase(v *view, i, start int, one bool) (from, to int) {
	from = start
	for from > 0 && v.within(from-1, i) {
		from--
	}
	switch v.word(from - 1) {
	case "both", "either", "neither":
		from--
	}
	for from < start && (v.tag(from) == "," || v.tag(from) == "CC" || isQuote(v.words[from]) || !letters(v.words[from]) && v.tag(from) != "CD" || v.low[from] == "that" && v.noun(start) && v.tag(start) == "NNS" || v.low[from] == "least") {
		from++
	}
	to = i + 1
	for to < len(v.t) && v.tree && v.t[to].Head == i && (v.t[to].Rel == "flat" || v.t[to].Rel == "nummod") {
		to++
	}
	return from, r.after(v, i, to, one)
}

// within says whether token k, left of the head i, belongs to its phrase.
func (v *view) within(k, i int) bool {
	if v.tree {
		for hops := 0; hops < 8 && k >= 0 && k < i; hops++ {
			switch v.t[k].Rel {
			case "case", "cc", "mark", "punct", "conj", "advmod", "nsubj", "cop", "aux", "root", "acl", "acl:relcl", "obl", "cc:preconj", "discourse", "advcl", "parataxis":
				if v.t[k].Rel == "case" && v.tag(k) == "POS" || v.t[k].Rel == "punct" && v.words[k] == "-" || v.t[k].Rel == "advmod" && v.t[k].Head != i {
					break
				}
				return false
			}
			if v.t[k].Head == i {
				return true
			}
			if v.t[k].Head < 0 {
				return false
			}
			k = v.t[k].Head
		}
		return k == i
	}
	switch v.tag(k) {
	case "DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "PDT", "VBN":
		return true
	}
	return false
}

// after extends a phrase over a following "of", "in", "from" or "at" phrase without a verb, up to 10 tokens.
func (r *reader) after(v *view, i, to int, one bool) int {
	for rounds := 0; rounds < 2 && to < len(v.t); rounds++ {
		switch v.low[to] {
		case "of", "in", "from", "at":
		default:
			return to
		}
		end, ok := v.prepPhrase(i, to)
		if !ok || end-i > 11 || one && v.low[to] == "of" && !r.actorIn(v, to, end) {
			return to // "impeached the president of obstruction"
		}
		to = end
	}
	return to
}

// actorIn says whether a name or a noun for people stands between two tokens.
func (r *reader) actorIn(v *view, from, to int) bool {
	for k := from; k < to; k++ {
		if v.covered(k) {
			return true
		}
		if _, ok := r.l.Noun(v.low[k]); ok && v.noun(k) {
			return true
		}
	}
	return false
}

// prepPhrase is the end of the prepositional phrase that begins at p and belongs to the noun i.
func (v *view) prepPhrase(i, p int) (int, bool) {
	head := -1
	if v.tree {
		head = v.t[p].Head
		if head <= p || v.t[p].Rel != "case" || !strings.HasPrefix(v.t[head].Rel, "nmod") {
			return p, false
		}
		if h := v.t[head].Head; h != i && !(h < head && h > i) {
			return p, false
		}
	} else {
		if v.low[p] != "of" && v.low[p] != "from" {
			return p, false
		}
		for head = p + 1; head < len(v.t) && (v.tag(head) == "DT" || v.tag(head) == "JJ" || v.tag(head) == "CD" || v.noun(head) && v.noun(head+1)); head++ {
		}
		if !v.noun(head) {
			return p, false
		}
	}
	switch v.low[p] {
	case "in", "at":
		if !v.covered(head) && v.low[head] != "country" && v.low[head] != "countryside" {
			return p, false
		}
	case "from":
		if v.tree && v.roleOf(i) == object && v.t[i].Head >= 0 && removing[v.t[v.t[i].Head].Lemma] {
			return p, false // "drive out militants from Idlib"
		}
	}
	for k := p + 1; k < head; k++ {
		if strings.HasPrefix(v.tag(k), "VB") && v.tag(k) != "VBN" && v.tag(k) != "VBG" || v.words[k] == "," || isQuote(v.words[k]) {
			return p, false
		}
	}
	end := head + 1
	for end < len(v.t) && v.covered(head) && v.of[end] == v.of[head] {
		end++
	}
	for end+1 < len(v.t) && v.tree && v.low[end] == "and" && v.t[end+1].Rel == "conj" && v.t[end+1].Head == head && v.noun(end+1) {
		end += 2
	}
	if calendar[v.low[head]] || v.tag(head) == "CD" || timeNoun[v.low[head]] {
		return p, false
	}
	return end, true
}

var removing = wordSet(`drive expel remove withdraw evict clear push free rescue evacuate protect keep stop prevent ban bar oust pull chase flush eject
	dislodge exclude deport separate shield save isolate block recall bring take transfer release`)

var timeNoun = wordSet(`year years month months week weeks day days time times moment morning evening night decade decades century hour hours minute minutes
	general particular fact turn part place favour favor addition response order recent light case public private line way ways terms`)

// definiteAt says whether a phrase begins with "the", "this", "that" or a possessive.
func (v *view) definiteAt(from int) bool {
	switch v.low[from] {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return v.tag(from) == "PRP$"
}

// described is the name of a described actor: its words without article and without what only counts them.
func (r *reader) described(v *view, from, to int) string {
	for from < to {
		switch v.low[from] {
		case "the", "a", "an", "not":
			from++
			continue
		}
		break
	}
	for to > from && (v.words[to-1] == "," || isQuote(v.words[to-1]) || v.words[to-1] == ".") {
		to--
	}
	if to-from > 12 {
		to = from + 12
	}
	s := v.text(r.doc, from, to)
	if v.starts(from) && !v.proper(from) && v.of[from] < 0 && !isAcronym(v.words[from]) && from < len(v.words) && v.words[from] != "I" {
		s = strings.ToLower(firstRune(s)) + s[len(firstRune(s)):]
	}
	return s
}

// ofNation reads a country's people in office: "Swedish officials", "the Turkish government", "Trade negotiators
// from China". Where they act they are the country; where they are spoken of they keep their name.
func (r *reader) ofNation(v *view, d *draft) bool {
	of, at := r.owner(v, d)
	if of == nil {
		return false
	}
	owner := of.entry
	acting := d.noun.Acting && owner.Kind == schema.Country && owner.Place <= lexicon.State && (d.number == 2 || d.noun.Class != lexicon.OnePerson)
	union := owner.Sector == "IGO" && (d.words == "leaders" || d.words == "officials" || d.words == "governments" || d.words == "ministers")
	rebels := owner.Sector == "REB" && d.number == 2 && (d.words == "fighters" || d.words == "militants" || d.words == "rebels" || d.words == "forces" || d.words == "insurgents" || d.words == "gunmen" || d.words == "leaders" || d.words == "terrorists" || d.words == "troops")
	if r.possessedOnly(v, d, at) && !(owner.Kind == schema.Country && (d.noun.Class == lexicon.Body || d.number == 2) && d.noun.Acting) {
		acting, union, rebels = false, false, false
	}
	if !acting && !union && !rebels {
		if d.noun.Class == lexicon.NotActor {
			return false
		}
		r.attach(v, d, owner)
		return true
	}
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
	d.number = 1
	return true
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

// counted widens a phrase to the words that count it: "thousands of opposition supporters", "two thirds of the
// French". A number that says how many of them is part of the name; one that is vague is not.
func (r *reader) counted(v *view, d *draft) {
	p := d.from - 1
	if v.word(p) != "of" {
		return
	}
	q := p - 1
	for q >= 0 && v.tag(q) == "RB" {
		q--
	}
	w := v.word(q)
	vague, exact := vagueCount[w], exactCount[w] || v.tag(q) == "CD" && !calendar[w]
	if !vague && !exact {
		return
	}
	from := q
	for from > 0 && (v.tag(from-1) == "CD" || v.tag(from-1) == "DT" || v.low[from-1] == "small" || v.low[from-1] == "large" || v.low[from-1] == "growing") {
		from--
	}
	head := q
	if exact && d.entry == nil || exact && d.form == schema.Demonym {
		name := r.described(v, from, d.to)
		d.origin = d.entry
		d.form, d.kind, d.number, d.entry, d.sense = schema.Nominal, schema.Group, 2, nil, 0
		d.name, d.actors, d.why, d.score = name, []string{r.ownActor(name, schema.Group, "CVL")}, "part of a group", 0.75
	}
	d.from, d.head = from, head
	d.definite = false
	d.number = 2
	d.role = v.roleOf(head)
}

var (
	vagueCount = wordSet("thousands hundreds dozens scores millions tens handful number majority lots plenty group crowd crowds couple bunch array")
	exactCount = wordSet("most half some many few all several third thirds quarter quarters two-thirds percent none each one both")
)

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

// adjectivalAt reads groups named by an adjective or a number: "the poor", "the two", "both".
func (r *reader) adjectivalAt(v *view, i int) {
	if v.tree && (v.t[i].Rel == "amod" || v.t[i].Rel == "det" || v.t[i].Rel == "nummod" || v.t[i].Rel == "advmod" || v.t[i].Rel == "case" || v.t[i].Rel == "compound") {
		return
	}
	if !v.tree && v.noun(i+1) {
		return
	}
	w := v.low[i]
	switch {
	case w == "both" && v.tree && v.t[i].Rel != "cc:preconj":
		v.drafts = append(v.drafts, draft{from: i, to: i + 1, head: i, form: schema.Collective, number: 2, definite: true, kind: "", words: w, role: v.roleOf(i)})
	case portion[w] && v.word(i+1) == "of" && v.tag(i+2) == "DT" && regionNoun[v.word(i+3)]:
		name := v.text(r.doc, i, i+4)
		v.drafts = append(v.drafts, draft{from: i, to: i + 4, head: i, form: schema.Nominal, kind: schema.Group, number: 2, name: name, actors: []string{r.ownActor(strings.ToLower(name), schema.Group, "")}, score: 0.7, why: "part of a region", role: v.roleOf(i)})
	case v.tag(i) == "CD" && v.definite(i) && numerals[w] > 0 && !v.noun(i+1):
		v.drafts = append(v.drafts, draft{from: i - 1, to: i + 1, head: i, form: schema.Collective, number: 2, definite: true, words: w, role: v.roleOf(i)})
	case (v.definite(i) || v.word(i-1) == "most" && v.definite(i-1)) && v.tag(i) == "JJ" && peopleAdjective[w]:
		from := i - 1
		if !v.definite(i) {
			from--
		}
		v.drafts = append(v.drafts, draft{from: from, to: i + 1, head: i, form: schema.Nominal, kind: schema.Group, number: 2, name: w, actors: []string{r.ownActor(w, schema.Group, "CVL")}, score: 0.75, why: "described", role: v.roleOf(i)})
	}
}

var (
	portion    = wordSet("most much half many some all part rest")
	regionNoun = wordSet("region country world nation continent city town community industry party establishment")
)

var peopleAdjective = wordSet(`poor rich elderly unemployed homeless disabled wealthy powerful young old sick needy oppressed wounded dead faithful accused`)

var numerals = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7}

func numberOf(v *view, i int) int {
	if v.tag(i) == "NNS" || v.tag(i) == "NNPS" {
		return 2
	}
	return 1
}
