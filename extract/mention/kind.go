package mention

import (
	"strings"
	"unicode/utf8"

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
	case thingWord[last] && !firstName, words > 1 && first == "operation": // "Operation Enduring Freedom"
		return
	case words > 1 && organisationWord[last] && !(firstName && words == 2 && !plainBody[last]):
		set(schema.Organization, true, 0.85, "name of a body")
		return
	case words == 1 && (organisationWord[last] || thingWord[last]):
		return
	case words == 1 && (gear[strings.TrimSuffix(first, "s")] && isAcronym(strings.TrimSuffix(v.words[d.from], "s")) || r.ships[first]):
		return
	case words == 1 && isAcronym(v.words[d.from]) && (v.word(d.from-1) == "a" || v.word(d.from-1) == "an") && !v.noun(d.to):
		return // "destroyed a UAV"
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

func pluralName(w string) bool {
	return strings.HasSuffix(w, "ings") || strings.HasSuffix(w, "tures") || strings.HasSuffix(w, "tions") || strings.HasSuffix(w, "ports") || strings.HasSuffix(w, "ology") || strings.HasSuffix(w, "ness")
}

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
