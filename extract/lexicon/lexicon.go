// Package lexicon is the words as data: names of actors with all that a text may call them, and
// (words.go) the words of stance by class. Everything is embedded, read once, and read strictly.
package lexicon

import (
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Entry is somebody or some place known by name.
type Entry struct {
	ID      string // Wikidata id where known, else schema.ActorID(Name)
	Name    string // canonical: "Turkey", "Vladimir Putin"
	Kind    schema.Kind
	Sector  string   // PLOVER sector
	Of      string   // id of the country or body it belongs to, or ""
	Members []string // ids, where this is a union whose members are known
	Gender  byte     // of a person: 'm', 'f' or 0
	Rank    uint8    // of a person: 2 known by the surname alone, 1 head of state or government, 0 other
	Place   Place    // what place it is
}

// Place says what place an entry is.
type Place uint8

const (
	NoPlace Place = iota
	Nation        // a country: acts
	State         // a part of a country with a government of its own: may act
	Region        // a part of the world or of a country
	City
)

// Sense says how a form means its entry. One form can have several: "Chinese" is adjective and people.
type Sense uint8

const (
	AsName      Sense = 1 << iota // "Turkey", "UN", "Republicans"
	AsCapital                     // "Ankara": the city, and the government that sits there
	AsSeat                        // "the Kremlin", "Downing Street": always the government
	AsAdjective                   // "Turkish"
	AsPeople                      // "Turks", "the Dutch"
	AsPerson                      // "a Turk", "an American"
)

// Has says whether s includes all of t.
func (s Sense) Has(t Sense) bool { return s&t == t }

// Hit is a name found in a text.
type Hit struct {
	Entry *Entry
	Sense Sense
	N     int  // tokens
	Weak  bool // a word or a name of others as well: counts only where the text supports it
}

// form is one thing that a text may call an entry.
type form struct {
	entry *Entry
	sense Sense
	upper bool // counts only in capitals: "US", "WHO"
	inner bool // counts only with a capital at its end: "LeT" is no "Let"
	lower bool // may begin with a small letter: "al-Qaeda", "peshmerga"
	weak  bool
}

// Lexicon is all names. It is not changed after it was made, so it may be shared.
type Lexicon struct {
	entries  []*Entry
	byID     map[string]*Entry
	codes    map[string]*Entry   // three-letter ISO code → country
	forms    map[string]form     // folded words → what they mean
	longest  map[string]int      // first folded word → words of the longest form that begins so
	surnames map[string][]*Entry // folded surname → persons of rank 1 and 2
	common   map[string]bool     // folded surnames that say too little by themselves
	family   map[string]bool     // folded last words of all persons' names
	first    map[string]byte     // folded first name → 'm', 'f', or 'b' for both
	roles    *roles
	classes  classes
	belongs  []belonging // only while loading
}

var defaultLexicon = sync.OnceValues(load)

// Default is the built-in lexicon, read at the first call.
func Default() (*Lexicon, error) { return defaultLexicon() }

// ByID finds an entry by its id.
func (l *Lexicon) ByID(id string) (*Entry, bool) {
	e, ok := l.byID[id]
	return e, ok
}

// Len is the number of entries.
func (l *Lexicon) Len() int { return len(l.entries) }

// Lookup finds what words mean as a whole, in whatever case.
func (l *Lexicon) Lookup(words string) (Hit, bool) {
	key := Fold(words)
	f, ok := l.forms[key]
	if !ok {
		return Hit{}, false
	}
	return Hit{Entry: f.entry, Sense: f.sense, N: 1, Weak: f.weak}, true
}

// Country finds the country that words mean: its name, adjective, people, capital or seat of power,
// with or without "the", in whatever case.
func (l *Lexicon) Country(words string) (Entry, bool) {
	h, ok := l.Lookup(withoutThe(words))
	if !ok || h.Entry.Place != Nation {
		return Entry{}, false
	}
	return *h.Entry, true
}

// Place says whether words name a place: a country, a part of one, a region or a city.
func (l *Lexicon) Place(words string) bool {
	h, ok := l.Lookup(withoutThe(words))
	return ok && h.Entry.Place != NoPlace && h.Sense&(AsName|AsCapital) != 0
}

// IsDemonym says whether word is the adjective or the people of a place: "Turkish", "Turks".
func (l *Lexicon) IsDemonym(word string) bool {
	h, ok := l.Lookup(word)
	return ok && h.Sense&(AsAdjective|AsPeople|AsPerson) != 0
}

// Surname finds the one well-known person that a surname alone means. There is none when two are
// equally known or when the surname is too common to say.
func (l *Lexicon) Surname(name string) (*Entry, bool) {
	var best *Entry
	tie := false
	for _, e := range l.surnames[Fold(name)] {
		switch {
		case best == nil || e.Rank > best.Rank:
			best, tie = e, false
		case e.Rank == best.Rank:
			tie = true
		}
	}
	return best, best != nil && !tie
}

// FamilyName says whether word is the surname of anybody in the lexicon.
func (l *Lexicon) FamilyName(word string) bool { return l.family[Fold(word)] }

// FirstName says whether word is a known first name, and whose: 'm', 'f', or 'b' for both.
func (l *Lexicon) FirstName(word string) (gender byte, ok bool) {
	g, ok := l.first[Fold(word)]
	return g, ok
}

func withoutThe(words string) string {
	if len(words) > 4 && (words[:4] == "the " || words[:4] == "The " || words[:4] == "THE ") {
		return words[4:]
	}
	return words
}
