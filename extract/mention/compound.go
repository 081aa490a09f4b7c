package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// readCompounds finds the names inside hyphenated words: Iran in "Iran-backed rebels", Russia in "pro-Russian
// protesters". It comes last, since such a name is no antecedent.
func (r *reader) readCompounds(v *view) {
	for i, w := range v.words {
		c, ok := lexicon.ReadCompound(w)
		if !ok || v.covered(i) {
			continue
		}
		if letter, _ := utf8.DecodeRuneInString(w[c.From:c.To]); !unicode.IsUpper(letter) {
			continue
		}
		at, first := v.t[i].Span, i
		e, from := r.inCompound(w[c.From:c.To]), c.From
		if from == 0 && v.capital(i-1) { // "Boko Haram-held"
			if two := r.inCompound(v.words[i-1] + " " + w[:c.To]); two != nil {
				e, first, from = two, i-1, v.t[i-1].Span.Start-at.Start
			}
		}
		if e == nil {
			continue
		}
		d := draft{extent: extent{first, i + 1, i}, form: schema.Demonym}
		d.entry, d.number, d.kind = e, 1, e.Kind
		d.part = schema.Span{Start: at.Start + from, End: at.Start + c.To}
		d.means(0.85, "name in a compound", r.entryActor(e, ""))
		v.addName(d)
	}
}

// inCompound is who a name inside a compound is, nil where that is not known. A city that is no capital backs nobody.
func (r *reader) inCompound(name string) *lexicon.Entry {
	if strings.Contains(name, "-") {
		return nil
	}
	if h, ok := r.l.Lookup(name); ok {
		if h.Weak || h.Entry.Place == lexicon.City {
			return nil
		}
		return h.Entry
	}
	if e, ok := r.l.Surname(name); ok {
		return e
	}
	return nil
}
