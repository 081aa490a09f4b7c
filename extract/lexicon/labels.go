package lexicon

import (
	_ "embed"
	"errors"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// WordSet is a set of words, in the case in which its file lists them.
type WordSet map[string]bool

// Labels is what captions, speaker labels and layout are read by: lists of words, of which
// labels/labels.yaml says what each holds, and the names of the built-in lexicon. They are not changed after
// loading, so they may be shared.
type Labels struct {
	Roles, Topics, Reporters, Unnamed, Modifiers, Bodies, Surnames WordSet
	Small, Honorifics, Particles, Acronyms                         WordSet
	Fields, Directions                                             WordSet
	Languages                                                      map[string]WordSet // language → its function words

	names *Lexicon
}

//go:embed labels/labels.yaml
var labelsYAML []byte

// LabelWords is the built-in Labels, read at the first call.
var LabelWords = sync.OnceValues(func() (*Labels, error) {
	names, err := Default()
	if err != nil {
		return nil, err
	}
	return loadLabels("labels/labels.yaml", labelsYAML, names)
})

func loadLabels(name string, data []byte, names *Lexicon) (*Labels, error) {
	l := &Labels{names: names}
	if err := Decode(name, data, l); err != nil {
		return nil, err
	}
	return l, nil
}

// UnmarshalYAML reads words parted by white space.
func (s *WordSet) UnmarshalYAML(decode func(any) error) error {
	var list string
	if err := decode(&list); err != nil {
		return err
	}
	if *s = SetOf(list); len(*s) == 0 {
		return errors.New("the list is empty")
	}
	return nil
}

// SetOf is the set of words that white space parts.
func SetOf(list string) WordSet {
	s := WordSet{}
	for w := range strings.FieldsSeq(list) {
		s[w] = true
	}
	return s
}

// CountryName gives the canonical name of the country that words mean as its name, adjective, people or
// seat of power ("KREMLIN"). A capital is a place to a caption, not its country.
func (l *Labels) CountryName(words string) (string, bool) {
	h, ok := l.names.Lookup(words)
	if !ok || h.Entry.Kind != schema.Country || h.Entry.Place != Nation && h.Entry.Place != NoPlace {
		return "", false
	}
	return h.Entry.Name, h.Sense&(AsName|AsAdjective|AsPeople|AsSeat) != 0
}

// Demonym reports whether words are an adjective or the people of a place: "RUSSIAN", "NORTH KOREAN".
func (l *Labels) Demonym(words string) bool { return l.names.IsDemonym(words) }

// Place reports whether words name a country, region or city.
func (l *Labels) Place(words string) bool { return l.names.Place(words) }

// Kind gives the kind of actor whose name words are, "" where they are no known name.
func (l *Labels) Kind(words string) schema.Kind {
	if h, ok := l.names.Lookup(words); ok {
		return h.Entry.Kind
	}
	return ""
}

// Outlet reports whether words name a known outlet.
func (l *Labels) Outlet(words string) bool {
	h, ok := l.names.Lookup(words)
	return ok && h.Entry.Sector == "MED"
}

// FirstName reports whether a word is a known first name.
func (l *Labels) FirstName(word string) bool {
	_, ok := l.names.FirstName(word)
	return ok
}

// FamilyName reports whether a word is the family name of a known person.
func (l *Labels) FamilyName(word string) bool { return l.names.FamilyName(word) }

// Honorific reports whether a word stands before a name: "MR.", "Sen.".
func (l *Labels) Honorific(word string) bool { return l.Honorifics[bareLower(word)] }

// Role reports whether a word is one that a title is about: "president", "co-leader", "geneticist".
func (l *Labels) Role(word string) bool {
	w := bareLower(word)
	last := w[strings.LastIndexByte(w, '-')+1:]
	if l.Roles[last] || l.Roles[w] || l.Roles[strings.TrimSuffix(w, "s")] || agentNoun(w) {
		return true
	}
	n, ok := l.names.Noun(w)
	return ok && n.Class == OnePerson && !l.names.NeverActor(w)
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

// TitleRun gives how many of words, from the first on, are one word or name of a title: 0 when the
// first can be no part of one.
func (l *Labels) TitleRun(words []string) int {
	for n := min(4, len(words)); n > 1; n-- {
		joined := strings.Join(words[:n], " ")
		if l.Place(joined) || l.Demonym(joined) || l.Kind(joined) == schema.Organization {
			return n
		}
	}
	w := bareLower(words[0])
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	switch {
	case l.Modifiers[w], l.Bodies[w], l.Role(w),
		l.Demonym(words[0]), l.Place(words[0]), l.Kind(words[0]) == schema.Organization,
		stem != w && (l.Place(stem) || l.Modifiers[stem]),
		l.names.TitleModifier(w), l.names.Portfolio(w):
		return 1
	}
	return 0
}

// bareLower gives a word in small letters, without the marks around it.
func bareLower(word string) string { return strings.ToLower(strings.Trim(word, ".,:;")) }
