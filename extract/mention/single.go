package mention

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// typeSingle decides about one capitalised word: a person where it speaks or has a person's surname, else a body.
func (r *reader) typeSingle(v *view, d *draft) {
	i := d.from
	if _, ok := r.l.Noun(v.low[i]); ok && (!v.proper(i) || acronyms(v.words[i])) { // "MPs"
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
	if v.tree && v.passive(d.head) || v.covered(i-1) && v.rel(i) != "nsubj" || r.seat(v, i) {
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

// seat: "the Archbishop of Canterbury": what somebody is of is a place.
func (r *reader) seat(v *view, i int) bool {
	if v.word(i-1) != "of" || i < 2 {
		return false
	}
	n, ok := r.l.Noun(v.low[i-2])
	return ok && n.Class == lexicon.OnePerson && (n.Sector == "REL" || n.Sector == "GOV" || n.Sector == "LEG")
}

// quoted: quotation marks stand around the name alone: a title of something.
func (v *view) quoted(from, to int) bool {
	if to < len(v.words) && (v.words[to] == "," || v.words[to] == ".") {
		to++
	}
	return from > 0 && isQuote(v.words[from-1]) && to < len(v.words) && isQuote(v.words[to])
}

// unproven is the score of a capitalised word that is a name only if the document has it in a longer one.
const unproven = 0.3

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
			if t := v.tag(k + 1); v.tag(d.from-1) == "IN" && (t == "VBD" || t == "VBZ" || t == "MD") {
				return false // "At a rally in Tulsa, the former president spoke"
			}
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

// acronyms: the plural of one, "MPs", "NGOs".
func acronyms(w string) bool {
	stem, plural := strings.CutSuffix(w, "s")
	return plural && isAcronym(stem)
}
