package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Class says what a noun means.
type Class uint8

const (
	NotActor Class = iota
	OnePerson
	SomeGroup // "troops", "the public", and every plural of a person noun
	Body      // "ministry", "court", "union"
)

// Noun is what the lexicon knows of a noun that can mean an actor.
type Noun struct {
	Class  Class
	Sector string
	Plural bool
	Gender byte // 'm', 'f' or 0
	Acting bool // with a country's adjective it means the country: "Swedish officials"
}

type roles struct {
	nouns      map[string]Noun
	titles     map[string]bool
	titleFirst map[string]int // first word → words of the longest title
	modifiers  map[string]bool
	portfolios map[string]bool
	gender     map[string]byte
	never      map[string]bool
}

// Noun looks up a noun, of one or several words, in lower case, as the text has it: "minister", "officials", "armed men".
func (l *Lexicon) Noun(words string) (Noun, bool) {
	n, ok := l.roles.nouns[words]
	if !ok {
		n, ok = l.roles.nouns[Fold(words)]
	}
	return n, ok
}

// NeverActor says that a noun looks like a person's and mostly is not: "number", "order".
func (l *Lexicon) NeverActor(word string) bool { return l.roles.never[Fold(word)] }

// Title finds the longest title that begins at token i and returns the number of its tokens:
// "Prime Minister", "Gen.", "Detective Inspector". 0 is none. The case of the words says nothing.
func (l *Lexicon) Title(tokens []string, i int) int {
	if i < 0 || i >= len(tokens) {
		return 0
	}
	key := Fold(tokens[i])
	first, _, _ := strings.Cut(key, " ")
	longest := l.roles.titleFirst[first]
	best := 0
	for j := i; longest > 0; {
		if l.roles.titles[key] {
			best = j + 1 - i
		}
		if j++; j >= len(tokens) || j-i >= longest+2 {
			break
		}
		if f := Fold(tokens[j]); f != "" {
			key += " " + f
		} else if tokens[j] != "-" && tokens[j] != "." {
			break
		}
	}
	return best
}

// TitleModifier says whether word may stand before a title: "former", "deputy", "acting".
func (l *Lexicon) TitleModifier(word string) bool { return l.roles.modifiers[Fold(word)] }

// Portfolio says whether word may stand between a country and a title: "foreign" minister.
func (l *Lexicon) Portfolio(word string) bool { return l.roles.portfolios[Fold(word)] }

// RoleGender is the gender that a title or noun of a role tells: "Mrs", "spokesman", "king". 0 is none.
func (l *Lexicon) RoleGender(words string) byte { return l.roles.gender[Fold(words)] }

// Role says whether words hold a title or a noun for a person's role, as a caption's title does:
// "RUSSIAN PRESIDENT", "Head of the Trade Union", "Middle East specialist".
func (l *Lexicon) Role(words string) bool {
	tokens := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return strings.ContainsRune(" ,;()\t", r) })
	for i, t := range tokens {
		if l.Title(tokens, i) > 0 || t == "head" || t == "director" || t == "member" {
			return true
		}
		if n, ok := l.Noun(t); ok && n.Class == OnePerson {
			return true
		}
	}
	return false
}

type rolesFile struct {
	Titles     []string            `yaml:"titles"`
	Modifiers  []string            `yaml:"modifiers"`
	Portfolios []string            `yaml:"portfolios"`
	Male       []string            `yaml:"male"`
	Female     []string            `yaml:"female"`
	Persons    map[string][]string `yaml:"persons"`
	Groups     map[string][]string `yaml:"groups"`
	Bodies     map[string][]string `yaml:"bodies"`
	Acting     []string            `yaml:"acting"`
	Never      []string            `yaml:"never"`
}

func loadRoles(name string, data []byte) (*roles, error) {
	var f rolesFile
	if err := Decode(name, data, &f); err != nil {
		return nil, err
	}
	r := &roles{
		nouns: make(map[string]Noun, 2048), titles: map[string]bool{}, titleFirst: map[string]int{},
		modifiers: folded(f.Modifiers), portfolios: folded(f.Portfolios), never: folded(f.Never), gender: map[string]byte{},
	}
	for _, t := range f.Titles {
		key := Fold(t)
		r.titles[key] = true
		first, _, _ := strings.Cut(key, " ")
		r.titleFirst[first] = max(r.titleFirst[first], 1+strings.Count(key, " "))
	}
	for i, words := range [][]string{f.Male, f.Female} {
		for _, w := range words {
			r.gender[Fold(w)] = "mf"[i]
		}
	}
	for _, part := range []struct {
		nouns map[string][]string
		class Class
	}{{f.Persons, OnePerson}, {f.Groups, SomeGroup}, {f.Bodies, Body}} {
		for _, sector := range slices.Sorted(maps.Keys(part.nouns)) {
			for _, noun := range part.nouns[sector] {
				r.add(noun, Noun{Class: part.class, Sector: sector})
			}
		}
	}
	if err := r.mark(name, f.Acting, func(n *Noun) { n.Acting = true }); err != nil {
		return nil, err
	}
	return r, nil
}

// add notes a noun and its plural. The first class that claims a noun keeps it.
func (r *roles) add(noun string, n Noun) {
	one, many, irregular := strings.Cut(noun, "/")
	n.Gender = r.gender[Fold(one)]
	if n.Class == SomeGroup {
		n.Plural = pluralOnly[one] || strings.HasSuffix(one, "s") &&
			!strings.HasSuffix(one, "ss") && !strings.HasSuffix(one, "us") && !strings.HasSuffix(one, "ies")
		r.put(one, n)
		if !n.Plural {
			n.Plural = true
			r.put(plural(one), n)
		}
		return
	}
	r.put(one, n)
	if !irregular {
		many = plural(one)
	}
	n.Plural = true
	if n.Class == OnePerson {
		n.Class = SomeGroup
	}
	r.put(many, n)
}

func (r *roles) put(words string, n Noun) {
	key := Fold(words)
	if _, taken := r.nouns[key]; !taken {
		r.nouns[key] = n
	}
}

// mark sets a property of nouns; one that is not yet known means no actor but by that property.
func (r *roles) mark(name string, nouns []string, set func(*Noun)) error {
	for _, words := range nouns {
		key := Fold(words)
		if key == "" {
			return fmt.Errorf("%s: empty noun", name)
		}
		n, ok := r.nouns[key]
		if !ok {
			n = Noun{Plural: strings.HasSuffix(key, "s")} // jets: an actor only as a country's
		}
		set(&n)
		r.nouns[key] = n
	}
	return nil
}

var pluralOnly = map[string]bool{
	"people": true, "police": true, "poor": true, "rich": true, "elderly": true, "clergy": true,
	"working people": true, "young people": true, "many": true, "media": true, "wounded": true, "needy": true,
	"unemployed": true, "homeless": true, "disabled": true, "personnel": true, "security personnel": true,
	"staff": true, "brass": true, "faithful": true, "riot police": true, "secret police": true, "state media": true,
	"mainstream media": true, "news media": true,
}

// plural makes the regular plural of a noun's last word.
func plural(one string) string {
	switch {
	case strings.HasSuffix(one, "y") && len(one) > 1 && !strings.ContainsRune("aeiou", rune(one[len(one)-2])):
		return one[:len(one)-1] + "ies"
	case strings.HasSuffix(one, "s"), strings.HasSuffix(one, "x"), strings.HasSuffix(one, "ch"), strings.HasSuffix(one, "sh"):
		return one + "es"
	case strings.HasPrefix(one, "member of "), strings.HasPrefix(one, "head of "), strings.HasPrefix(one, "chief of "):
		first, rest, _ := strings.Cut(one, " ")
		return first + "s " + rest
	}
	return one + "s"
}

func folded(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[Fold(w)] = true
	}
	return m
}
