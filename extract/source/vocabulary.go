package source

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// vocabulary is what labels are read by: names of actors and places, and the words of titles.
type vocabulary struct {
	*lexicon.Labels
	names *lexicon.Lexicon
}

func newVocabulary() (vocabulary, error) {
	names, err := lexicon.Default()
	if err != nil {
		return vocabulary{}, err
	}
	labels, err := lexicon.LabelWords()
	return vocabulary{labels, names}, err
}

// country gives the canonical name of the country that words mean as its name, adjective or seat of
// power ("KREMLIN"). A capital is a place to a caption, not its country.
func (v vocabulary) country(words string) (string, bool) {
	h, ok := v.names.Lookup(words)
	if !ok || h.Entry.Kind != schema.Country || h.Entry.Place != lexicon.Nation && h.Entry.Place != lexicon.NoPlace {
		return "", false
	}
	meant := h.Sense & (lexicon.AsName | lexicon.AsAdjective | lexicon.AsPeople | lexicon.AsSeat)
	return h.Entry.Name, meant != 0
}

// demonym reports whether words are an adjective made of a place: "RUSSIAN", "NORTH KOREAN".
func (v vocabulary) demonym(words string) bool {
	h, ok := v.names.Lookup(words)
	return ok && h.Sense&(lexicon.AsAdjective|lexicon.AsPeople|lexicon.AsPerson) != 0
}

// place reports whether words name a country, region or city.
func (v vocabulary) place(words string) bool { return v.names.Place(words) }

// body reports whether words name an organisation.
func (v vocabulary) body(words string) bool { return v.kind(words) == schema.Organization }

// person reports whether words are the full name of a known person.
func (v vocabulary) person(words string) bool { return v.kind(words) == schema.Person }

func (v vocabulary) kind(words string) schema.Kind {
	if h, ok := v.names.Lookup(words); ok {
		return h.Entry.Kind
	}
	return ""
}

// media reports whether words name an outlet.
func (v vocabulary) media(words string) bool {
	h, ok := v.names.Lookup(words)
	return ok && h.Entry.Sector == "MED"
}

func (v vocabulary) firstName(word string) bool {
	_, ok := v.names.FirstName(word)
	return ok
}

// surname reports whether a word is the family name of a known person.
func (v vocabulary) surname(word string) bool { return v.names.FamilyName(word) }

// honorific reports whether a word stands before a name: "MR.", "Sen.".
func (v vocabulary) honorific(word string) bool { return v.Honorifics[bareLower(word)] }

// role reports whether a word is one that a title is about.
func (v vocabulary) role(word string) bool {
	w := bareLower(word)
	if i := strings.LastIndexByte(w, '-'); i > 0 && v.Roles[w[i+1:]] {
		return true // co-leader, ex-minister
	}
	if v.Roles[w] || v.Roles[strings.TrimSuffix(w, "s")] || agentNoun(w) {
		return true
	}
	n, ok := v.names.Noun(w)
	return ok && n.Class == lexicon.OnePerson && !v.names.NeverActor(w)
}

// agentNoun reports whether a word's ending makes it a noun for a person: "geneticist", "saleswoman".
func agentNoun(w string) bool {
	for _, ending := range []string{"woman", "person", "worker"} {
		if len(w) > len(ending)+1 && strings.HasSuffix(w, ending) {
			return true
		}
	}
	n := len(w)
	return n > 7 && strings.HasSuffix(w, "ist") && strings.IndexByte("clnrtg", w[n-4]) >= 0
}

// titleRun gives how many of words, from the first on, are one word or name of a title: 0 when the
// first can be no part of one.
func (v vocabulary) titleRun(words []string) int {
	for n := min(4, len(words)); n > 1; n-- {
		joined := strings.Join(words[:n], " ")
		if v.place(joined) || v.demonym(joined) || v.body(joined) {
			return n
		}
	}
	w := bareLower(words[0])
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	switch {
	case v.Modifiers[w], v.Bodies[w], v.role(w), v.demonym(words[0]), v.place(words[0]), v.body(words[0]),
		stem != w && (v.place(stem) || v.Modifiers[stem]),
		v.names.TitleModifier(w), v.names.Portfolio(w):
		return 1
	}
	return 0
}

// bareLower gives a word in small letters, without the marks around it.
func bareLower(word string) string { return strings.ToLower(strings.Trim(word, ".,:;")) }
