package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// readCompounds finds the names inside hyphenated words: Iran in "Iran-backed rebels", Russia in "pro-Russian protesters". It comes last:
// whose rebels they are is not said by it.
func (r *reader) readCompounds(v *view) {
	for i, w := range v.words {
		c, ok := lexicon.ReadCompound(w)
		if !ok || v.covered(i) {
			continue
		}
		from, to := c.From, c.To
		if letter, _ := utf8.DecodeRuneInString(w[from:]); !unicode.IsUpper(letter) {
			continue
		}
		at, first := v.t[i].Span, i
		e := r.inCompound(w[from:to])
		if i > 0 && from == 0 && v.capital(i-1) { // "Boko Haram-held"
			if two := r.inCompound(v.words[i-1] + " " + w[:to]); two != nil {
				e, first, from = two, i-1, v.t[i-1].Span.Start-at.Start
			}
		}
		if e == nil {
			continue
		}
		v.addName(draft{from: first, to: i + 1, head: i, form: schema.Demonym, entry: e, kind: e.Kind, actors: []string{r.entryActor(e, "")}, number: 1,
			score: 0.85, why: "name in a compound", span: schema.Span{Start: at.Start + from, End: at.Start + to}})
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
