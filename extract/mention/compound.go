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
func (r *reader) readCompounds(nth int) {
	v := r.views[nth]
	for i, w := range v.words {
		if v.covered(i) {
			continue
		}
		c, ok := lexicon.ReadCompound(w)
		if !ok {
			r.readForce(nth, i)
			continue
		}
		if name, held := lexicon.Force(w[c.From:c.To]); held && c.Verb == "" && c.Preposition == "" { // "rebel-held towns"
			r.addForce(nth, i, name, w[:c.To], schema.Demonym)
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

// readForce finds those who fight in front of their deed: "a coalition airstrike", "rebel shelling".
func (r *reader) readForce(at, i int) {
	v := r.views[at]
	if !v.tree || v.t[i].Rel != "compound" && v.t[i].Rel != "amod" {
		return
	}
	h := v.t[i].Head
	if name, ok := lexicon.Force(v.words[i]); ok && h > i && h <= i+3 && lexicon.ForceDeed(v.words[i], strings.ToLower(v.t[h].Lemma)) {
		r.addForce(at, i, name, v.words[i], schema.Nominal)
	}
}

// addForce adds the mention of those who fight: who the text last called so, else the word itself.
func (r *reader) addForce(at, i int, name, word string, form schema.MentionForm) {
	v := r.views[at]
	actors, kind := r.lastCalled(at, i, name)
	if len(actors) == 0 {
		kind = schema.Group
		actors = []string{r.ownActor(name, kind, "")}
	}
	place := v.t[i].Span
	v.addName(draft{from: i, to: i + 1, head: i, form: form, kind: kind, actors: actors, number: 1, score: 0.7, why: "those who fight, before a noun",
		name: name, span: schema.Span{Start: place.Start, End: place.Start + len(word)}})
}

// farthestForce is how many sentences back those who fight may have been called by a word.
const farthestForce = 60

// lastCalled are the actors that the text before, or this sentence, last called by the word.
func (r *reader) lastCalled(at, i int, word string) (actors []string, kind schema.Kind) {
	for back := at; back >= 0 && back > at-farthestForce; back-- {
		w := r.views[back]
		for n := len(w.drafts) - 1; n >= 0; n-- {
			if d := &w.drafts[n]; d.words == word && len(d.actors) == 1 && (back != at || d.from < i) && d.form != schema.FirstPerson {
				return d.actors, d.kind
			}
		}
	}
	return nil, ""
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
