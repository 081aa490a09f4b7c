package mention

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// farthest is how many mentions, rows or roles back an office, a collective or a definite noun may reach, so that the
// cost of a long document grows in step with its length.
const farthest = 400

// officeHolder resolves "the Turkish president", "Hungary's leader" to the one person of whom the text says that
// office of that country.
func (r *reader) officeHolder(v *view, d *draft) {
	var found []string
	office := v.officeWords(d)
	for _, b := range r.roles[max(0, len(r.roles)-farthest):] {
		if r.holds(b, d.office, office) && !slices.Contains(found, b.id) {
			found = append(found, b.id)
		}
	}
	if len(found) != 1 {
		return
	}
	id, span := d.actors[0], v.span(d.from, d.to)
	r.affiliations = slices.DeleteFunc(r.affiliations, func(a schema.Affiliation) bool {
		return a.Actor == id && a.Span == span // of the description, which is no actor of its own now
	})
	d.gender = r.genderOf(found[0], d.gender)
	d.means(0.8, "the "+d.word+" of "+r.actors[d.office].Name+" in this text", found[0])
}

// officeWords are the words of a description between the country and the noun, with the noun: "foreign minister".
func (v *view) officeWords(d *draft) string {
	from := d.head
	for from > d.from && !v.covered(from-1) && v.tag(from-1) != "POS" && v.tag(from-1) != "DT" {
		from--
	}
	return strings.ToLower(strings.Join(v.words[from:d.head+1], " "))
}

// holds: the text says that somebody has this office of this country, or has the office and is known to be of the
// country. A country's leader is whoever holds its head office.
func (r *reader) holds(b roleBearer, country, office string) bool {
	if r.l.Is(lexicon.FormerWord, firstWord(strings.ReplaceAll(b.role, "-", " "))) {
		return false
	}
	if b.of != country && (b.of != "" || r.countryOf(b.id) != country) {
		return false
	}
	if r.hasRole(b.role, office) {
		return true
	}
	heads := func(office string) bool { return r.hasRole(b.role, office) }
	return r.l.Is(lexicon.LeaderWord, office) && slices.ContainsFunc(r.l.Words(lexicon.HeadOffice), heads)
}

// hasRole: the role ends with the words, or does so before a comma, "of" or "to": "german chancellor", "president of
// the council". A vice president is not the president.
func (r *reader) hasRole(role, words string) bool {
	if role == words {
		return true
	}
	for _, mark := range []string{" of ", " to "} {
		if before, _, ok := strings.Cut(role, mark); ok {
			return r.hasRole(before, words)
		}
	}
	before, ok := strings.CutSuffix(role, " "+words)
	return ok && !r.l.Is(lexicon.SecondaryRole, lastWord(before))
}
