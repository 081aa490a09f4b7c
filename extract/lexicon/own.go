package lexicon

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// OwnActor is one actor of a user's own names.
//
//	actors:
//	  - name: Imran Dar
//	    kind: Person            # Country, Person, Organization (the default) or Group
//	    aliases: [Mr. Shah]
//	    of: Pakistan            # the country or body it belongs to
//	    sector: PTY             # PLOVER sector
//	    id: Q123                # Wikidata id
//	    gender: m
type OwnActor struct {
	Name    string   `yaml:"name"`
	Kind    string   `yaml:"kind"`
	Aliases []string `yaml:"aliases"`
	Of      string   `yaml:"of"`
	Sector  string   `yaml:"sector"`
	ID      string   `yaml:"id"`
	Gender  string   `yaml:"gender"`
	Members []string `yaml:"members"`
}

// WithOwn gives the built-in lexicon with a user's own names before it: where both know a form, the user's wins.
// data is YAML (see OwnActor), a PETRARCH actor dictionary, or lines of tab-separated name, kind, other names
// parted by |, whom it belongs to, Wikidata id. The form is told by the file's ending and its first lines.
// Errors say file and line.
func WithOwn(file string, data []byte) (*Lexicon, error) {
	l, err := load()
	if err != nil {
		return nil, err
	}
	actors, err := readOwn(file, string(data), l)
	if err != nil {
		return nil, err
	}
	for i := range actors {
		if err := l.addOwn(&actors[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	return l, nil
}

var petrarchCode = regexp.MustCompile(`(?m)^[^#\n]*\[[A-Z~]{3}[^\]\n]*\]`)

func readOwn(file, text string, l *Lexicon) ([]OwnActor, error) {
	ending := strings.ToLower(filepath.Ext(file))
	switch {
	case ending == ".yaml" || ending == ".yml":
	case petrarchCode.MatchString(text):
		all := readPETRARCH(text, l)
		if len(all) > maxActors {
			return nil, fmt.Errorf("%s: more than %d names", file, maxActors)
		}
		return all, nil
	case ending == ".tsv" || ending == ".txt" || strings.Contains(text, "\t"):
		return readOwnTable(file, text)
	}
	var f struct {
		Actors []OwnActor `yaml:"actors"`
	}
	if err := Decode(file, []byte(text), &f); err != nil {
		return nil, err
	}
	return f.Actors, nil
}

func readOwnTable(file, text string) ([]OwnActor, error) {
	var all []OwnActor
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if len(all) == maxActors {
			return nil, fmt.Errorf("%s:%d: more than %d names", file, n+1, maxActors)
		}
		c := strings.Split(line, "\t")
		if len(c) > 5 {
			return nil, fmt.Errorf("%s:%d: more than five fields", file, n+1)
		}
		c = append(c, "", "", "", "")
		a := OwnActor{Name: strings.TrimSpace(c[0]), Kind: strings.TrimSpace(c[1]), Of: strings.TrimSpace(c[3]), ID: strings.TrimSpace(c[4])}
		if c[2] != "" {
			a.Aliases = strings.Split(c[2], "|")
		}
		if _, err := kindOf(a.Kind); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
		all = append(all, a)
	}
	return all, nil
}

var wikidataID = regexp.MustCompile(`^Q[1-9][0-9]*$`)

var ownKinds = map[string]schema.Kind{
	"": schema.Organization, "organization": schema.Organization, "organisation": schema.Organization,
	"country": schema.Country, "person": schema.Person, "group": schema.Group,
}

func kindOf(kind string) (schema.Kind, error) {
	k, ok := ownKinds[strings.ToLower(kind)]
	if !ok {
		return "", fmt.Errorf("kind %q is not Country, Person, Organization or Group", kind)
	}
	return k, nil
}

// addOwn puts one actor before all others.
func (l *Lexicon) addOwn(a *OwnActor) error {
	if strings.TrimSpace(a.Name) == "" || Fold(a.Name) == "" {
		return fmt.Errorf("an actor has no name")
	}
	kind, err := kindOf(a.Kind)
	if err != nil {
		return fmt.Errorf("%s: %w", a.Name, err)
	}
	if a.ID != "" && !wikidataID.MatchString(a.ID) {
		return fmt.Errorf("%s: id %q is not a Wikidata id (Q and digits)", a.Name, a.ID)
	}
	if a.Gender != "" && a.Gender != "m" && a.Gender != "f" {
		return fmt.Errorf("%s: gender %q is not m or f", a.Name, a.Gender)
	}
	var of *Entry
	if a.Of != "" {
		var known bool
		if of, known = l.named(a.Of); !known {
			of = l.newEntry(a.Of, "", schema.Organization, "")
			l.call(of, AsName, a.Of, "")
		}
	}
	e := l.ownEntry(a, kind)
	if of != nil {
		e.Of = of.ID
	}
	if a.Sector != "" {
		e.Sector = a.Sector
	}
	if a.Gender != "" {
		e.Gender = a.Gender[0]
	}
	for _, m := range a.Members {
		x, ok := l.named(m)
		if !ok {
			return fmt.Errorf("%s: member %q is unknown", a.Name, m)
		}
		e.Members = append(e.Members, x.ID)
	}
	for _, words := range append([]string{a.Name}, a.Aliases...) {
		if old, ok := l.forms[Fold(words)]; ok && old.entry != e {
			delete(l.forms, Fold(words))
		} else if ok {
			continue
		}
		l.form(e, AsName, strings.TrimSpace(words))
	}
	if kind == schema.Person {
		l.family[Fold(lastOf(a.Name))] = true
		l.addSurname(e, "")
	}
	return nil
}

// ownEntry is the entry that a user's actor adds to, where it is known by its id or its name, else a new one.
func (l *Lexicon) ownEntry(a *OwnActor, kind schema.Kind) *Entry {
	if e, ok := l.byID[a.ID]; ok {
		return e
	}
	if e, ok := l.named(a.Name); ok && e.Kind == kind && e.Name == a.Name && (a.ID == "" || e.ID == a.ID) {
		return e
	}
	e := l.newEntry(a.Name, a.ID, kind, a.Sector)
	if kind == schema.Country {
		e.Place = Nation
	}
	if kind == schema.Person {
		e.Rank = 2
	}
	return e
}

// readPETRARCH reads an actor dictionary: a name, other names on lines that begin with +, codes in brackets.
// A code that is a country alone gives the country another name; names become reading case.
func readPETRARCH(text string, l *Lexicon) []OwnActor {
	var all []OwnActor
	var now *OwnActor
	code := ""
	finish := func() {
		if now == nil || code == "" {
			now, code = nil, ""
			return
		}
		country := l.codes[code[:3]]
		if len(code) == 3 && country != nil {
			all = append(all, OwnActor{Name: country.Name, Kind: "Country", ID: wikidata(country.ID),
				Aliases: append([]string{now.Name}, now.Aliases...)})
		} else {
			if country != nil {
				now.Of = country.Name
			}
			if len(code) >= 6 {
				now.Sector = code[3:6]
			}
			all = append(all, *now)
		}
		now, code = nil, ""
	}
	for _, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line, _, _ = strings.Cut(line, ";")
		name, rest, _ := strings.Cut(line, "[")
		name = strings.TrimSpace(name)
		switch {
		case strings.HasPrefix(name, "+"):
			if now != nil {
				now.Aliases = append(now.Aliases, petrarchName(name[1:]))
			}
		case name != "" && name[0] != '!' && name[0] != '&' && name[0] != '<':
			finish()
			n := petrarchName(name)
			now = &OwnActor{Name: n}
			if words := strings.Fields(n); len(words) >= 2 && len(words) <= 4 {
				if _, ok := l.FirstName(words[0]); ok {
					now.Kind = "Person"
				}
			}
		}
		if c := petrarchWord.FindString(rest); c != "" && code == "" {
			code = c
		}
	}
	finish()
	return all
}

var petrarchWord = regexp.MustCompile(`^[A-Z]{3,}`)

func wikidata(id string) string {
	if wikidataID.MatchString(id) {
		return id
	}
	return ""
}

// petrarchName turns "ABDUL_QADIR_" into "Abdul Qadir". Short words of capitals without company stay acronyms.
func petrarchName(s string) string {
	words := strings.Fields(strings.ReplaceAll(s, "_", " "))
	if len(words) == 1 && len(words[0]) <= 5 {
		return strings.ToUpper(words[0])
	}
	for i, w := range words {
		low := strings.ToLower(w)
		if words[i] = low; i == 0 || !petrarchSmall[low] {
			words[i] = capitalise(low)
		}
	}
	return strings.Join(words, " ")
}

var petrarchSmall = SetOf("of the and for bin de al")

func capitalise(w string) string {
	before := '-'
	return strings.Map(func(r rune) rune {
		up := before == '-'
		if before = r; up {
			return unicode.ToUpper(r)
		}
		return r
	}, w)
}
