package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// readNames finds the names of a sentence: those of the lexicon, and runs of capitalised words.
func (r *reader) readNames(v *view) {
	for i := 0; i < len(v.words); {
		i = max(i+1, r.nameAt(v, i))
	}
}

// nameAt reads the name that begins at token i, if one does, and returns the token after it.
func (r *reader) nameAt(v *view, i int) int {
	if v.word(i) == "" || !letters(v.words[i]) {
		return i
	}
	if to := r.shipEnd(v, i); to > 0 {
		return to
	}
	if partyAdjective[v.low[i]] && v.capital(i) {
		if h, ok := v.m.At(i); !ok || h.N == 1 && h.Entry.Kind == schema.Organization && v.tag(i) != "NNS" && v.tag(i) != "NNPS" {
			if end := r.runEnd(v, i); end == i+1 || !organisationWord[v.low[end-1]] {
				if to := r.titles(v, i); to > i && r.titledAfter(v, i, to) {
					return r.titledName(v, i, to)
				}
				return i + 1 // "Democratic Hillary Clinton", "Republican lawmakers", "a Republican"
			}
		}
	}
	if h, ok := v.m.At(i); ok && h.N > 1 && h.Entry.Kind == schema.Organization && r.fitsHere(v, i, h) {
		if to := r.longerName(v, i, h); to > 0 {
			return to
		}
		return r.known(v, i, h)
	}
	titled := r.titles(v, i)
	if titled > i {
		if to := r.titledName(v, i, titled); to > 0 {
			return to
		}
	}
	hit, ok := v.m.At(i)
	if ok && !r.fitsHere(v, i, hit) {
		ok = false
	}
	if ok && (hit.Entry.Place == lexicon.NoPlace || hit.N > 1) {
		if to := r.longerName(v, i, hit); to > 0 {
			return to
		}
		return r.known(v, i, hit)
	}
	if ok {
		if to := r.personAt(v, i); to > 0 { // "Jordan Peterson", "Chad Smith"
			return to
		}
		if to := r.longerName(v, i, hit); to > 0 {
			return to
		}
		return r.known(v, i, hit)
	}
	if !r.canStart(v, i) {
		if to := r.lostApostrophe(v, i); to > 0 {
			return to
		}
		return i
	}
	if end := r.lostApostrophe(v, i); end > 0 {
		return end
	}
	to := r.runEnd(v, i)
	return r.unknown(v, i, to, "")
}

// personAt reads a person's name that begins with a word that is a place as well: "Jordan Peterson".
func (r *reader) personAt(v *view, i int) int {
	if !r.knownFirst(v, i) || !v.capital(i+1) || !v.proper(i+1) || r.stopsRun(v, i+1) {
		return 0
	}
	if _, ok := v.m.At(i + 1); ok {
		return 0
	}
	if n, ok := r.l.Noun(v.low[i+1]); ok && n.Class != lexicon.NotActor || organisationWord[v.low[i+1]] || thingWord[v.low[i+1]] {
		return 0
	}
	return r.unknown(v, i, r.personEnd(v, i), "")
}

// longerName: a place or a body's name may begin a longer one: "Dallas Police Department", "Kennedy Center".
// A nationality before a body is no name but a described actor, which is read later.
func (r *reader) longerName(v *view, i int, hit lexicon.Hit) int {
	j := i + hit.N
	if hit.Sense&(lexicon.AsAdjective|lexicon.AsPeople|lexicon.AsPerson) != 0 && hit.Entry.Place != lexicon.NoPlace {
		return 0
	}
	if hit.Entry.Kind == schema.Person || !v.capital(j) || r.stopsRun(v, j) {
		return 0
	}
	if _, ok := v.m.At(j); ok {
		return 0
	}
	to := r.runEnd(v, j)
	if to <= j || to-i < 2 {
		return 0
	}
	last := v.low[to-1]
	if !organisationWord[last] && !thingWord[last] {
		return 0
	}
	if hit.Entry.Place == lexicon.Nation && actingBody[last] {
		return 0 // "Turkey Foreign Ministry"
	}
	return r.unknown(v, i, to, "")
}

// known notes a name of the lexicon.
func (r *reader) known(v *view, i int, hit lexicon.Hit) int {
	to := i + hit.N
	e := hit.Entry
	d := draft{from: i, to: to, form: schema.Named, name: e.Name, kind: e.Kind, sure: true, number: 1, entry: e, sense: hit.Sense, score: 0.95, why: "known name"}
	d.head = v.headOf(i, to)
	if e.Kind == schema.Person {
		d.name = v.text(r.doc, i, to)
	}
	if d.weak = hit.Weak; d.weak {
		d.score, d.why = 0.7, "known name, also a common word"
	}
	if hit.Sense&(lexicon.AsAdjective|lexicon.AsPeople|lexicon.AsPerson) != 0 && e.Place != lexicon.NoPlace {
		r.demonym(v, &d, hit.Sense)
	}
	if e.Kind == schema.Organization && strings.HasSuffix(v.low[to-1], "s") && v.tag(to-1) == "NNPS" {
		d.number = 2
	}
	if e.Place >= lexicon.State && (e.Place != lexicon.Region || e.Of != "") {
		d.place = e.Place == lexicon.City || d.form == schema.Named && r.inPlace(v, &d)
	}
	if e.Place == lexicon.Nation && d.form == schema.Named && !d.sense.Has(lexicon.AsSeat) {
		d.place = r.inPlace(v, &d)
	}
	if hit.Sense == lexicon.AsCapital && (r.inPlace(v, &d) || v.dateline(to) || v.signOff()) {
		d.place = true
	}
	if e.Place != lexicon.NoPlace && d.form == schema.Named && v.dateline(to) {
		d.place = true
	}
	if end := r.caucus(v, &d, to); end > to {
		to = end
	} else {
		r.someOf(v, &d)
	}
	v.addName(d)
	return to
}

// caucus reads "Republicans in the House": members of a party who sit in a chamber are a group, not the party.
func (r *reader) caucus(v *view, d *draft, to int) int {
	if d.entry == nil || d.entry.Sector != "PTY" || d.form != schema.Named || !strings.HasSuffix(v.low[to-1], "s") || to-d.from > 2 || v.word(to) != "in" {
		return 0
	}
	k := to + 1
	if v.word(k) == "the" {
		k++
	}
	if !chamber[v.word(k)] || v.word(k+1) == "'s" || v.noun(k+1) && v.capital(k+1) {
		return 0
	}
	d.to, d.form, d.kind, d.number, d.entry, d.sense = k+1, schema.Nominal, schema.Group, 2, nil, 0
	d.name, d.why, d.score = v.text(r.doc, d.from, k+1), "a party's members in a chamber", 0.8
	d.actors = []string{r.ownActor(d.name, schema.Group, "LEG")}
	return k + 1
}

// someOf reads "some Republicans", "two of the Democrats", "moderate Republicans": a part of a party's people is a group, not the party.
func (r *reader) someOf(v *view, d *draft) {
	if d.entry == nil || d.entry.Sector != "PTY" || d.form != schema.Named || !strings.HasSuffix(v.low[d.to-1], "s") || d.to-d.from > 2 {
		return
	}
	from := d.from - 1
	for from > 0 && wing[v.low[from]] { // "several moderate Republicans"
		from--
	}
	if from < d.from-1 && !v.someAt(from) { // "moderate Republicans"
		from++
	}
	if v.word(from) == "the" && v.word(from-1) == "of" {
		from -= 2
	}
	if from < 0 || !wing[v.low[from]] && !v.someAt(from) {
		return
	}
	if v.word(from-1) == "a" && v.word(from) == "few" {
		from--
	}
	d.from, d.form, d.kind, d.number, d.entry, d.sense = from, schema.Nominal, schema.Group, 2, nil, 0
	d.name = v.low[from] + v.text(r.doc, from, d.to)[len(v.words[from]):]
	d.why, d.score = "some of a party's people", 0.8
	d.actors = []string{r.ownActor(d.name, schema.Group, "")}
}

// someAt: the word says that what follows is some of many: "some", "two"; not "in 2016 Republicans backed it".
func (v *view) someAt(i int) bool {
	w := v.word(i)
	return partOf[w] || i >= 0 && v.tag(i) == "CD" && !calendar[w] && v.tag(i-1) != "IN"
}

// wing are words for a part of a party's people.
var wing = wordSet("moderate conservative liberal progressive centrist hardline hard-line leading senior top fellow young prominent vulnerable elected establishment mainstream rank-and-file like-minded rebel dissident breakaway dissenting far-right left-wing right-wing local state")

var partOf = wordSet("some many several most few half dozens hundreds thousands")

var chamber = wordSet("house senate congress parliament legislature assembly commons lords bundestag knesset duma")

// dateline: the words so far place the story: "BRUSSELS — ", "CARACAS, Venezuela — ", "PARIS (AFP) - ".
func (v *view) dateline(to int) bool {
	if to > 8 || v.words[0] == "" {
		return false
	}
	for k := 0; k < len(v.words) && k < to+6; k++ {
		switch w := v.words[k]; {
		case w == "—" || w == "–" || w == "--" || w == "-" && k > 0 && v.t[k-1].Span.End < v.t[k].Span.Start:
			return k >= to && strings.ToUpper(v.words[0]) == v.words[0] && len(v.words[0]) > 2
		case strings.HasPrefix(v.tag(k), "VB") && k >= to:
			return false
		}
	}
	return false
}

// signOff: nothing but names: "Hannah Brooks, Geneva."
func (v *view) signOff() bool {
	if len(v.words) > 10 {
		return false
	}
	for k, w := range v.words {
		if letters(w) && !v.capital(k) {
			return false
		}
	}
	return len(v.words) > 2
}

// fitsHere weighs a name of the lexicon against its place in the sentence.
func (r *reader) fitsHere(v *view, i int, hit lexicon.Hit) bool {
	if hit.N > 1 || v.noCase {
		return true
	}
	w := v.words[i]
	if hit.Entry.Kind == schema.Person && v.starts(i) && !v.proper(i) {
		return false
	}
	if v.low[i] == w { // small letters: peshmerga, antifa
		return true
	}
	switch v.low[i] {
	case "may", "march", "august", "mars":
		return false
	case "turkey", "china", "chad", "jordan", "georgia", "guinea", "polish", "nice", "reading":
		return v.proper(i) || v.starts(i) || v.low[i] == "polish"
	case "apple", "amazon", "meta", "ford", "shell", "intel", "vox", "fed", "congress", "senate", "quad", "guardian", "sputnik", "telegram", "signal", "eta", "pri", "rt", "bp", "gm", "ge", "ap", "is", "azov", "disney", "sky", "fars", "morena", "lega", "podemos", "conservatives", "liberals", "greens", "labour", "nazis", "confederacy", "interpol":
		if v.definite(i) && !v.starts(i) {
			return true
		}
		return v.proper(i) || v.words[i] == strings.ToUpper(w)
	}
	return true
}

// lostApostrophe reads a name with the apostrophe of its genitive lost: "Russias backing", "Syrias president".
func (r *reader) lostApostrophe(v *view, i int) int {
	w := v.words[i]
	if !v.capital(i) || len(w) < 5 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || !v.noun(i+1) && v.tag(i+1) != "JJ" && v.tag(i+1) != "VBG" && v.tag(i+1) != "RB" && v.tag(i+1) != "VBN" && v.tag(i+1) != "VBD" {
		return 0
	}
	stem := w[:len(w)-1]
	h, ok := r.l.Lookup(stem)
	switch {
	case ok && h.Sense&(lexicon.AsName|lexicon.AsCapital) != 0 && h.Entry.Place != lexicon.City && h.Entry.Place != lexicon.State:
	default:
		e, known := r.l.Surname(stem)
		if !known {
			return 0
		}
		h = lexicon.Hit{Entry: e, Sense: lexicon.AsName}
	}
	e := h.Entry
	v.addName(draft{from: i, to: i + 1, head: i, form: schema.Named, name: e.Name, kind: e.Kind, sure: true, number: 1, entry: e, sense: h.Sense, score: 0.75, why: "known name, its apostrophe lost", possessive: true})
	return i + 1
}
