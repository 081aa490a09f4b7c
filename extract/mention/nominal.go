package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

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
	owned := v.tag(i-1) == "POS" || i > 0 && v.covered(i-1) && v.drafts[v.of[i-1]].form == schema.Named
	if w == "office" || w == "campaign" && owned { // "Lund's campaign accused", "Christies office", its apostrophe lost
		return !owned
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
	abstractBody  = wordSet("opposition resistance prosecution leadership presidency rebellion insurgency mission intelligence defence defense management monarchy leadership authority society minority majority resistance campaign office industry intelligence left right state business establishment power front")
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
		case "compound", "amod", "flat", "goeswith", "fixed", "nmod:desc", "compound:prt", "discourse":
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
	if r.l.NeverActor(word) || r.technical(v, i) {
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

// technical: a station that a noun tells to be no broadcaster ("a repeater station"), artillery that is counted ("224 artillery").
func (r *reader) technical(v *view, i int) bool {
	switch v.low[i] {
	case "station", "stations":
		return i > 0 && !v.covered(i-1) && (v.tag(i-1) == "NN" || v.tag(i-1) == "VBG") && !broadcasting[v.low[i-1]]
	case "artillery":
		return v.tag(i-1) == "CD"
	}
	return false
}

var broadcasting = wordSet("radio television tv news cable broadcast broadcasting satellite")

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

func numberOf(v *view, i int) int {
	if v.tag(i) == "NNS" || v.tag(i) == "NNPS" {
		return 2
	}
	return 1
}
