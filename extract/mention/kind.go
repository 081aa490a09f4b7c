package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// typeName decides what a name that nobody knows is: person, organisation, or nothing that acts.
// It sets kind, sure, score and why; no kind means that the name is left alone.
func (r *reader) typeName(v *view, d *draft) {
	last, first := v.low[d.to-1], v.low[d.from]
	last = strings.TrimSuffix(last, ".")
	words := d.to - d.from
	set := func(k schema.Kind, sure bool, score float64, why string) {
		d.kind, d.sure, d.score, d.why = k, sure, score, why
	}
	gender, firstName := r.l.FirstName(v.words[d.from])
	switch {
	case d.title != "" && !(words > 1 && wideWord[v.low[d.from+1]]):
		set(schema.Person, true, 0.9, "name after a title")
		d.gender = r.l.RoleGender(lastWord(d.title))
		if d.gender == 0 && firstName && words > 1 && gender != 'b' {
			d.gender = gender
		}
		return
	case r.ofBodyName(v, d):
		set(schema.Organization, true, 0.85, "name of a body")
		return
	case thingWord[last] && !firstName:
		return
	case words > 1 && organisationWord[last] && !(firstName && words == 2 && !plainBody[last]):
		set(schema.Organization, true, 0.85, "name of a body")
		return
	case words == 1 && (organisationWord[last] || thingWord[last]):
		return
	case words == 1 && isAcronym(v.words[d.from]) && (v.proper(d.from) || len(v.words[d.from]) < 4):
		set(schema.Organization, false, 0.75, "acronym")
		return
	case words > 1 && words <= 4 && firstName:
		set(schema.Person, true, 0.85, "first name")
		if gender != 'b' {
			d.gender = gender
		}
		return
	}
	if v.quoted(d.from, d.to) {
		return
	}
	if r.personApposition(v, d) {
		set(schema.Person, true, 0.85, "apposition tells a person")
		return
	}
	if words > 1 && words <= 4 && !organisationWord[first] {
		if r.inPlace(v, d) {
			d.place = true
			return
		}
		for i := d.from + 1; i < d.to; i++ {
			if wideWord[v.low[i]] {
				set(schema.Organization, false, 0.7, "a body's word in it")
				return
			}
		}
		for i := d.from; i < d.to; i++ {
			if _, ok := r.l.Noun(v.low[i]); ok || thingWord[v.low[i]] || v.tag(i) == "NNS" || v.tag(i) == "NNPS" || v.tag(i) == "JJ" {
				if v.definite(d.from) {
					set(schema.Organization, false, 0.6, "capitalised words after \"the\"")
				}
				return
			}
		}
		if v.definite(d.from) {
			set(schema.Organization, false, 0.7, "capitalised words after \"the\"")
			return
		}
		if v.tag(d.to-1) == "NNPS" || pluralName(last) {
			set(schema.Organization, false, 0.6, "capitalised words, plural")
			return
		}
		set(schema.Person, false, 0.7, "capitalised words")
		if v.tree && v.passive(d.head) {
			d.score = 0.55
		}
		return
	}
	if words > 4 {
		return
	}
	r.typeSingle(v, d)
}

// typeSingle decides about one capitalised word: a person where it speaks or has a person's surname, else a body.
func (r *reader) typeSingle(v *view, d *draft) {
	i := d.from
	if _, ok := r.l.Noun(v.low[i]); ok && !v.proper(i) {
		return
	}
	if r.l.Title(v.words, i) > 0 || r.l.Portfolio(v.words[i]) {
		return
	}
	if r.inPlace(v, d) {
		d.place = true
		return
	}
	if v.low[i] == "may" {
		return
	}
	if e, ok := r.l.Surname(v.words[i]); ok {
		d.kind, d.entry, d.score, d.why = schema.Person, e, 0.8, "surname of "+e.Name
		return
	}
	if stem := strings.TrimSuffix(v.words[i], "s"); v.definite(i) && stem != v.words[i] && (r.l.FamilyName(stem) || v.tag(i) == "NNPS") {
		d.kind, d.number, d.score, d.why = schema.Group, 2, 0.65, "a family"
		return
	}
	if r.l.FamilyName(v.words[i]) && !v.definite(i) {
		d.kind, d.score, d.why = schema.Person, 0.7, "a surname"
		return
	}
	if v.tree && (v.rel(i) == "compound" || v.rel(i) == "amod") && v.t[i].Head > i {
		d.score, d.kind, d.why = unproven, schema.Organization, "capitalised word before a noun"
		return
	}
	if g, ok := r.l.FirstName(v.words[i]); ok {
		d.kind, d.score, d.why = schema.Person, 0.65, "first name"
		if g != 'b' {
			d.gender = g
		}
		return
	}
	if v.definite(i) {
		d.kind, d.score, d.why = schema.Organization, 0.6, "capitalised word after \"the\""
		return
	}
	if r.speaks(v, i) || v.word(d.to) == "," && v.tag(d.to+1) == "CD" && len(v.words[d.to+1]) <= 2 {
		d.kind, d.score, d.why = schema.Person, 0.7, "capitalised word that speaks"
		return
	}
	if !v.proper(i) {
		if !v.starts(i) {
			d.kind, d.score, d.why = schema.Person, unproven, "capitalised word"
		}
		return
	}
	d.kind, d.score, d.why = schema.Person, 0.55, "capitalised word"
	if v.tree && v.passive(d.head) || v.covered(i-1) && v.rel(i) != "nsubj" {
		d.score = unproven // also the rest of a name begun: "Hong Kong Exchanges and Clearing"
	}
}

// passive: the phrase is neither subject, object, agent nor owner: where it stands it does nothing, so that
// a guess about it would win little and could be wrong.
func (v *view) passive(head int) bool {
	switch v.roleOf(head) {
	case subject, object, agent, possessor:
		return false
	}
	switch v.rel(head) {
	case "root", "parataxis", "vocative", "flat", "appos":
		return false
	}
	return !actorPrep[v.prepBefore(head)]
}

// actorPrep are prepositions under which actors stand in stances: "sided with Toig", "criticism of Toig".
var actorPrep = wordSet("by with against to of for on at towards toward like between among from")

// prepBefore is the preposition of the phrase with that head, "" for none.
func (v *view) prepBefore(head int) string {
	for k := head - 1; k >= 0 && k > head-6; k-- {
		if v.t[k].Rel == "case" && v.t[k].Head == head {
			return v.low[k]
		}
	}
	return ""
}

// quoted: quotation marks stand around the name alone: a title of something.
func (v *view) quoted(from, to int) bool {
	if to < len(v.words) && (v.words[to] == "," || v.words[to] == ".") {
		to++
	}
	return from > 0 && isQuote(v.words[from-1]) && to < len(v.words) && isQuote(v.words[to])
}

func pluralName(w string) bool {
	return strings.HasSuffix(w, "ings") || strings.HasSuffix(w, "tures") || strings.HasSuffix(w, "tions") || strings.HasSuffix(w, "ports") || strings.HasSuffix(w, "ology") || strings.HasSuffix(w, "ness")
}

// unproven is the score of a capitalised word that is a name only if the document has it in a longer one.
const unproven = 0.3

// definite says whether "the" stands before token i.
func (v *view) definite(i int) bool { return v.word(i-1) == "the" }

// plainBody are words that make a body of a name even after a first name: "Marie Curie Institute" has three words, "Ron Corp" two.
var plainBody = wordSet(`inc corp ltd llc plc company university foundation party institute council committee association bank trust club college school hospital holdings group`)

// ofBodyName: "University of Oslo", "Ministry of Defence", "Campaign for Fair Pay".
func (r *reader) ofBodyName(v *view, d *draft) bool {
	for i := d.from + 1; i < d.to-1; i++ {
		if (v.low[i] == "of" || v.low[i] == "for" || v.low[i] == "on") && organisationWord[v.low[i-1]] {
			return true
		}
	}
	return false
}

// speaks: the word is the subject of a verb that people do.
func (r *reader) speaks(v *view, i int) bool {
	if !v.tree || v.rel(i) != "nsubj" || v.t[i].Head < 0 {
		return false
	}
	return personVerb[v.t[v.t[i].Head].Lemma]
}

var personVerb = wordSet(`say tell add note argue insist ask reply explain write think believe know feel hope worry recall smile laugh resign tweet joke
	testify vow marry die live born admit concede quip declare respect like love hate want endorse praise criticize criticise applaud`)

// personApposition: ", the party's spokesman", ", a banker", ", 61,".
func (r *reader) personApposition(v *view, d *draft) bool {
	if v.word(d.to) != "," || d.to+1 >= len(v.words) {
		return false
	}
	if v.tag(d.to+1) == "CD" && len(v.words[d.to+1]) <= 3 && (v.word(d.to+2) == "," || v.word(d.to+2) == ".") {
		return true
	}
	if w := v.word(d.to + 1); w != "the" && w != "a" && w != "an" && w != "who" && w != "whose" && v.tag(d.to+1) != "PRP$" && !r.l.TitleModifier(w) {
		return false
	}
	if w := v.word(d.to + 1); w == "who" || w == "whose" {
		return true
	}
	for k := d.to + 2; k < len(v.words) && k < d.to+9; k++ {
		if v.words[k] == "," {
			return false
		}
		if v.tag(k) == "NN" && v.tag(k+1) != "NN" && v.tag(k+1) != "POS" {
			n, ok := r.l.Noun(v.low[k])
			return ok && n.Class == lexicon.OnePerson || r.l.Title(v.words, k) > 0
		}
		if v.tag(k) == "NN" && v.tag(k+1) == "POS" {
			continue
		}
		if strings.HasPrefix(v.tag(k), "V") || v.tag(k) == "IN" {
			return false
		}
	}
	return false
}

// isAcronym: two to six capitals, maybe with full stops.
func isAcronym(w string) bool {
	n := 0
	for _, c := range w {
		switch {
		case c >= 'A' && c <= 'Z':
			n++
		case c == '.' || c == '&' || c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return n >= 2 && n <= 6 && utf8.RuneCountInString(w) <= 10
}

func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[i+1:]
	}
	return s
}

// inPlace says that a name stands as the place where something is, and does nothing: "in Geneva",
// "came back to Geneva". A verb or noun that takes an actor by that preposition makes it one.
func (r *reader) inPlace(v *view, d *draft) bool {
	prep := ""
	if v.tree {
		h := d.head
		if v.rel(h) == "conj" && v.t[h].Head >= 0 {
			h = v.t[h].Head
		}
		switch v.rel(h) {
		case "obl", "nmod":
		case "compound", "appos", "flat":
			return d.sense == lexicon.AsCapital && v.rel(h) == "appos"
		case "nsubj", "obj", "iobj", "root", "ccomp", "advcl", "xcomp":
			return false
		}
		for k := d.from - 1; k >= 0 && k >= d.from-4; k-- {
			if v.t[k].Rel == "case" && v.t[k].Head == h {
				prep = v.low[k]
				break
			}
		}
	}
	if prep == "" {
		k := d.from - 1
		if v.word(k) == "the" {
			k--
		}
		prep = v.word(k)
	}
	switch prep {
	case "in", "at", "near", "around", "outside", "inside", "across", "throughout", "within", "off", "via", "into", "onto", "over", "through", "above", "along", "beyond":
		return true
	case "to", "from", "toward", "towards":
		return v.moves(d.head)
	}
	return false
}

// moves: the phrase hangs on a verb of moving, or on no verb or noun of relation at all.
func (v *view) moves(head int) bool {
	if !v.tree || head < 0 || v.t[head].Head < 0 {
		return false
	}
	g := v.t[v.t[head].Head]
	return moving[g.Lemma] || moving[strings.ToLower(g.Text)]
}

var moving = wordSet(`come go travel fly drive return move arrive flee walk run sail head trip flight visit journey leave depart escape deport border
	tour bear born live stay remain near withdraw ship transport march migrate emigrate commute relocate report-x broadcast way road route train bus`)
