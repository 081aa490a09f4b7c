package mention

import (
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
		e := r.inCompound(w[c.From:c.To])
		if e == nil {
			continue
		}
		d := draft{extent: extent{i, i + 1, i}, form: schema.Demonym}
		d.entry, d.number, d.kind = e, 1, e.Kind
		start := v.t[i].Span.Start
		d.part = schema.Span{Start: start + c.From, End: start + c.To}
		d.means(0.85, "name in a compound", r.entryActor(e, ""))
		v.addName(d)
	}
}

// inCompound is who a name inside a compound is, nil where that is not known. A city that is no capital backs nobody.
func (r *reader) inCompound(name string) *lexicon.Entry {
	if h, ok := r.l.Lookup(name); ok {
		return h.Entry
	}
	e, _ := r.l.Surname(name)
	return e
}
