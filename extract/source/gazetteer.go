package source

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// gazetteer is what captions need to know about names.
type gazetteer struct {
	lex *lexicon.Lexicon
}

// country gives the canonical name of the country that words mean as its name, adjective or seat of
// power ("KREMLIN"). A capital is a place to a caption, not its country.
func (g gazetteer) country(words string) (string, bool) {
	h, ok := g.lex.Lookup(words)
	if !ok || h.Entry.Kind != schema.Country || h.Entry.Place != lexicon.Nation && h.Entry.Place != lexicon.NoPlace {
		return "", false
	}
	if !h.Sense.Has(lexicon.AsName) && !h.Sense.Has(lexicon.AsAdjective) && !h.Sense.Has(lexicon.AsPeople) && !h.Sense.Has(lexicon.AsSeat) {
		return "", false
	}
	return h.Entry.Name, true
}

// demonym says that words are an adjective made of a place: "RUSSIAN", "NORTH KOREAN".
func (g gazetteer) demonym(words string) bool {
	if g.lex.IsDemonym(words) {
		return true
	}
	h, ok := g.lex.Lookup(words)
	return ok && h.Sense.Has(lexicon.AsAdjective)
}

// place says that words name a country, region or city.
func (g gazetteer) place(words string) bool { return g.lex.Place(words) }

// body says that words name an organisation.
func (g gazetteer) body(words string) bool {
	h, ok := g.lex.Lookup(words)
	return ok && h.Entry.Kind == schema.Organization
}

// media says that words name an outlet.
func (g gazetteer) media(words string) bool {
	h, ok := g.lex.Lookup(words)
	return ok && h.Entry.Sector == "MED"
}

// person says that words name a known person.
func (g gazetteer) person(words string) bool {
	h, ok := g.lex.Lookup(words)
	return ok && h.Entry.Kind == schema.Person
}

func (g gazetteer) firstName(word string) bool {
	_, ok := g.lex.FirstName(word)
	return ok
}

// role says that a word is one that a title is about.
func (g gazetteer) role(word string) bool {
	w := strings.ToLower(strings.Trim(word, "."))
	if i := strings.LastIndexByte(w, '-'); i > 0 && roleWords[w[i+1:]] {
		return true // co-leader, ex-minister
	}
	if n := len(w); n > 7 && strings.HasSuffix(w, "ist") && strings.IndexByte("clnrtg", w[n-4]) >= 0 || n > 6 && (strings.HasSuffix(w, "woman") || strings.HasSuffix(w, "person") || strings.HasSuffix(w, "worker")) {
		return true
	}
	if roleWords[w] || roleWords[strings.TrimSuffix(w, "s")] {
		return true
	}
	n, ok := g.lex.Noun(w)
	return ok && n.Class == lexicon.OnePerson && !g.lex.NeverActor(w)
}

// titleRun gives how many of words, from the first on, are one word or name of a title: 0 when the
// first can be no part of one.
func (g gazetteer) titleRun(words []string) int {
	for n := min(4, len(words)); n > 1; n-- {
		joined := strings.Join(words[:n], " ")
		if g.place(joined) || g.demonym(joined) || g.body(joined) {
			return n
		}
	}
	w := strings.ToLower(strings.Trim(words[0], ".,"))
	if modifiers[w] || bodyWords[w] || g.role(w) || g.demonym(words[0]) || g.place(words[0]) || g.body(words[0]) {
		return 1
	}
	if stem := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); stem != w && (g.place(stem) || modifiers[stem]) {
		return 1
	}
	if g.lex.TitleModifier(w) || g.lex.Portfolio(w) {
		return 1
	}
	return 0
}
