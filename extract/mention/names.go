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

var partyAdjective = wordSet("democratic republican democrat conservative liberal socialist communist islamist")

// titledAfter: a name stands after the titles that end at to.
func (r *reader) titledAfter(v *view, i, to int) bool {
	return to < len(v.words) && v.capital(to) && v.proper(to)
}

func letters(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i] | 0x20; c >= 'a' && c <= 'z' || w[i] >= 0x80 {
			return true
		}
	}
	return false
}

// titles reads titles, modifiers and portfolios from i on and returns where the name must begin; i for none.
// "Education Minister", "Former President", "U.S. Rep." (the country is a name before it), "Gen.".
func (r *reader) titles(v *view, i int) int {
	j, seen := i, false
	for j < len(v.words) {
		if n := r.l.Title(v.words, j); n > 0 && r.titleHere(v, j, n) {
			j, seen = j+n, true
			if v.word(j) == "." {
				j++
			}
			continue
		}
		if j-i < 6 && (r.l.TitleModifier(v.words[j]) || r.l.Portfolio(v.words[j])) && r.titleAhead(v, j+1) {
			j++
			continue
		}
		break
	}
	if !seen {
		return i
	}
	return j
}

// titleHere keeps words that are titles only with a capital from being taken for one ("general", "private").
func (r *reader) titleHere(v *view, i, n int) bool {
	if n > 1 || v.capital(i) {
		return true
	}
	switch v.low[i] {
	case "private", "general", "major", "miss", "representative", "speaker", "father", "brother", "sister", "saint", "rep", "gen", "sen", "col", "capt", "maj", "adm", "lt", "chair", "chief", "dame", "lady", "lord", "imam-x":
		return v.proper(i) || strings.HasSuffix(v.words[i], ".")
	}
	return v.noun(i)
}

// titleAhead asks whether a title follows within a few modifiers.
func (r *reader) titleAhead(v *view, i int) bool {
	for k := i; k < i+4 && k < len(v.words); k++ {
		if r.l.Title(v.words, k) > 0 {
			return true
		}
		if !r.l.TitleModifier(v.words[k]) && !r.l.Portfolio(v.words[k]) && v.words[k] != "-" && v.words[k] != "and" && v.words[k] != "," {
			return false
		}
	}
	return false
}

// titledName reads "Senator Ruth Alder", "President Luis Ortega", "the reporter Michelle Fields". It returns 0 when no name follows.
func (r *reader) titledName(v *view, from, at int) int {
	if at >= len(v.words) || !v.capital(at) || v.noCase && r.l.Title(v.words, at) > 0 {
		return 0
	}
	title := v.text(r.doc, from, at)
	if hit, ok := v.m.At(at); ok {
		switch {
		case hit.Entry.Kind == schema.Person && !hit.Weak && !r.runsOn(v, at+hit.N):
			end := r.known(v, at, hit)
			d := &v.drafts[len(v.drafts)-1]
			r.withTitle(v, d, from, title)
			return end
		case hit.Entry.Kind != schema.Person && hit.Entry.Place == lexicon.NoPlace:
			return 0 // "Chairman of …" cannot be; "Minister Hamas" is not
		case hit.Entry.Place != lexicon.NoPlace && !r.personFollows(v, at):
			return 0 // "Mayor of"; "ambassador Moscow"
		}
	}
	if !v.proper(at) && !r.knownFirst(v, at) && (v.noun(at) || v.tag(at) == "") && v.starts(at) {
		return 0
	}
	if _, ok := r.l.Noun(v.low[at]); ok && !v.proper(at) {
		return 0
	}
	to := r.personEnd(v, at)
	if last := v.low[to-1]; organisationWord[last] || thingWord[last] {
		return 0 // "Justice Department"
	}
	end := r.unknown(v, at, to, title)
	if d := &v.drafts[len(v.drafts)-1]; d.to == end {
		r.withTitle(v, d, from, title)
	}
	return end
}

// withTitle makes the title a part of the mention: the tree may take either for the head.
func (r *reader) withTitle(v *view, d *draft, from int, title string) {
	d.from, d.title, d.sure = from, title, true
	d.head = v.headOf(d.from, d.to)
	if d.gender == 0 {
		d.gender = r.l.RoleGender(lastWord(title))
	}
	at := v.of[d.to-1]
	for k := from; k < d.to; k++ {
		v.of[k] = at
	}
}

// runsOn asks whether a capitalised word that belongs to the name follows.
func (r *reader) runsOn(v *view, i int) bool {
	return v.capital(i) && v.proper(i) && !r.stopsRun(v, i) && v.rel(i) != "root" && (strings.HasPrefix(v.rel(i), "flat") || v.rel(i) == "compound" && v.t[i].Head > i)
}

// personFollows: a first name, or two capitalised words.
func (r *reader) personFollows(v *view, i int) bool {
	return r.knownFirst(v, i) && v.capital(i+1) && v.proper(i+1)
}

func (r *reader) knownFirst(v *view, i int) bool {
	_, ok := r.l.FirstName(v.words[i])
	return ok
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
	v.addName(d)
	return to
}

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
		return v.proper(i) || v.words[i] == strings.ToUpper(w)
	}
	return true
}

// canStart says whether token i can begin a name that nobody knows.
func (r *reader) canStart(v *view, i int) bool {
	if v.noCase || !v.capital(i) || r.stopsRun(v, i) {
		return false
	}
	if !v.starts(i) {
		return v.noun(i) || v.tag(i) == "" || v.proper(i) || v.tag(i) == "JJ" && v.capital(i+1) || strings.ToUpper(v.words[i]) == v.words[i] && len(v.words[i]) > 2
	}
	if r.knownFirst(v, i) && v.capital(i+1) {
		return true
	}
	if !v.proper(i) {
		return false
	}
	if _, ok := r.l.Noun(v.low[i]); ok {
		return v.capital(i+1) && v.proper(i+1)
	}
	if v.capital(i+1) && v.proper(i+1) {
		return !(r.knownFirst(v, i+1) && (commonVerb[v.low[i]] || r.inSmallLetters(v.low[i])))
	}
	return !r.inSmallLetters(v.low[i]) && !commonStart[v.low[i]]
}

// inSmallLetters says whether the document has the word in small letters.
func (r *reader) inSmallLetters(word string) bool {
	if r.lower == nil {
		r.lower = map[string]bool{}
		for _, v := range r.views {
			for i, w := range v.words {
				if w == v.low[i] {
					r.lower[w] = true
				}
			}
		}
	}
	return r.lower[word]
}

// stopsRun says that a capitalised word never belongs to a name that nobody knows.
func (r *reader) stopsRun(v *view, i int) bool {
	w := v.low[i]
	switch v.tag(i) {
	case "PRP", "PRP$", "DT", "IN", "CC", "WP", "WDT", "WRB", "MD", "TO", "UH", "EX", "RB", "CD":
		if !v.proper(i) {
			return true
		}
	}
	return calendar[w] || neverName[w]
}

// runEnd is the token after the run of capitalised words that begins at i.
func (r *reader) runEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		w := v.low[j]
		switch {
		case v.capital(j) && !r.stopsRun(v, j):
			if h, ok := v.m.At(j); ok && r.breaksRun(v, i, j, h) {
				return j
			}
			if r.l.Title(v.words, j) > 0 && !organisationWord[w] && j > i && r.titleEndsRun(v, i, j) {
				return j
			}
			j++
		case particle[w] && v.capital(j+1):
			if h, ok := v.m.At(j); ok && h.N > 1 && h.Entry.Kind != schema.Person {
				return j // "Islamist al Shabaab"
			}
			j++
		case (w == "-" || w == "." && len(v.words[j-1]) == 1 || w == "&" || w == "/") && v.capital(j+1) && v.joined(j):
			j++
		case (w == "of" || w == "for" || w == "on") && organisationWord[v.low[j-1]] && (v.capital(j+1) || v.word(j+1) == "the" && v.capital(j+2)):
			j++
			if v.word(j) == "the" {
				j++
			}
		case w == "and" && v.capital(j+1) && r.ofBody(v, i, j) && !r.stopsRun(v, j+1):
			j++ // "Ministry of Trade and Industry"
		default:
			return j
		}
	}
	return j
}

// breaksRun: a name of the lexicon at j ends the run of unknown words before it.
func (r *reader) breaksRun(v *view, i, j int, h lexicon.Hit) bool {
	if connector(v.word(j-1)) || r.bodyAhead(v, j) {
		return false
	}
	if h.Entry.Place == lexicon.NoPlace {
		return h.N > 1 && h.Entry.Kind != schema.Person
	}
	joined := v.tree && (strings.HasPrefix(v.t[j].Rel, "flat") && v.t[j].Head == i || v.t[i].Rel == "compound" && v.t[i].Head == j && v.proper(i) && !h.Sense.Has(lexicon.AsAdjective))
	if j == i+1 && (r.knownFirst(v, i) || joined) && h.N == 1 && !v.noun(j+1) && v.tag(j+1) != "JJ" {
		return false // "Jaime French said"
	}
	return true
}

// titleEndsRun: a title in a run begins a new name ("Turkish President Erdogan"), unless it ends the run.
func (r *reader) titleEndsRun(v *view, i, j int) bool {
	n := r.l.Title(v.words, j)
	return n > 0 && v.capital(j+n) && !r.stopsRun(v, j+n) || v.low[j] == "president" || v.low[j] == "spokesman" || v.low[j] == "minister"
}

// bodyAhead: the run goes on to a body's word after the place at j.
func (r *reader) bodyAhead(v *view, j int) bool {
	for k := j + 1; k < len(v.words) && v.capital(k) && k < j+4; k++ {
		if organisationWord[v.low[k]] {
			return true
		}
	}
	return false
}

// ofBody: "and" within the name of a body, "Department of Health and Human Services".
func (r *reader) ofBody(v *view, i, j int) bool {
	seen := false
	for k := i; k < j; k++ {
		seen = seen || v.low[k] == "of" || v.low[k] == "for"
	}
	return seen && organisationWord[v.low[i]] && !r.knownFirst(v, j+1)
}

func connector(w string) bool { return w == "of" || w == "the" || w == "for" || w == "-" || w == "on" }

// joined: no white space around token j, or it is a mark that always joins.
func (v *view) joined(j int) bool {
	if j == 0 || j+1 >= len(v.t) {
		return false
	}
	return v.t[j-1].Span.End == v.t[j].Span.Start || v.words[j] == "&" || v.words[j] == "."
}

// personEnd is the token after a person's name that begins at i: no body's words, no "of".
func (r *reader) personEnd(v *view, i int) int {
	j := i + 1
	for j < len(v.words) {
		w := v.low[j]
		switch {
		case v.capital(j) && !r.stopsRun(v, j) && !possessiveOrMark(w) && (v.proper(j) || v.tag(j) == "" || v.noun(j) || v.tag(j) == "JJ" || v.tag(j) == "FW"):
			if r.l.Title(v.words, j) > 0 && !v.proper(j) {
				return j
			}
			j++
		case particle[w] && v.capital(j+1):
			j++
		case (w == "-" || w == "." && len(v.words[j-1]) == 1) && v.capital(j+1) && v.joined(j):
			j++
		case w == "-" && v.joined(j) && j+1 < len(v.words) && v.t[j].Span.End == v.t[j+1].Span.Start && v.noun(j+1):
			j += 2 // Jong - un
		default:
			return j
		}
	}
	return j
}

func possessiveOrMark(w string) bool { return w == "'s" || w == "’s" || w == "'" }

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

// unknown notes a name that the lexicon does not have.
func (r *reader) unknown(v *view, from, to int, title string) int {
	for to > from+1 && (!letters(v.words[to-1]) || connector(v.low[to-1]) || v.low[to-1] == "and" || particle[v.low[to-1]] && !v.capital(to-1)) {
		to--
	}
	d := draft{from: from, to: to, form: schema.Named, number: 1, title: title}
	d.head = v.headOf(from, to)
	d.name = strings.Trim(v.text(r.doc, from, to), ".,;:’' ")
	if strings.HasSuffix(v.words[to-1], ".") && len(v.words[to-1]) <= 4 { // "Jr.", "Inc."
		d.name += "."
	}
	r.typeName(v, &d)
	if d.kind == "" {
		if d.place {
			v.addName(d)
		}
		return to
	}
	v.addName(d)
	return to
}
