package lexicon

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

//go:embed names
var namesFS embed.FS

// load reads all tables. Their order decides who gets a form that two could have: the first.
func load() (*Lexicon, error) {
	l := &Lexicon{
		byID:     make(map[string]*Entry, 8192),
		codes:    make(map[string]*Entry, 256),
		forms:    make(map[string]form, 16384),
		longest:  make(map[string]int, 8192),
		surnames: make(map[string][]*Entry, 2048),
		first:    make(map[string]byte, 2048),
		family:   make(map[string]bool, 8192),
		common:   make(map[string]bool, 512),
	}
	for _, t := range []struct {
		name   string
		fields int
		row    func([]string) error
	}{
		{"countries.tsv", 8, l.countryRow},
		{"organisations.tsv", 5, l.organisationRow},
		{"places.tsv", 7, l.placeRow},
		{"common_surnames.tsv", 1, l.commonRow}, // before the people who bear them
		{"people.tsv", 6, l.personRow},
		{"members.tsv", 2, l.memberRow},
		{"firstnames.tsv", 2, l.firstNameRow},
	} {
		if err := table("names/"+t.name, t.fields, t.row); err != nil {
			return nil, err
		}
	}
	if err := l.joinOrganisations(); err != nil {
		return nil, fmt.Errorf("names/organisations.tsv: %w", err)
	}
	data, err := namesFS.ReadFile("names/roles.yaml")
	if err != nil {
		return nil, fmt.Errorf("read roles: %w", err)
	}
	if l.roles, err = loadRoles("names/roles.yaml", data); err != nil {
		return nil, err
	}
	if data, err = namesFS.ReadFile("names/classes.yaml"); err != nil {
		return nil, fmt.Errorf("read classes of words: %w", err)
	}
	if l.classes, err = loadClasses("names/classes.yaml", data); err != nil {
		return nil, err
	}
	return l, nil
}

// table calls row for each line of a file of tab-separated fields; lines that begin with # are comments,
// and fields missing at the end of a line are empty.
func table(name string, fields int, row func([]string) error) error {
	data, err := namesFS.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read names: %w", err)
	}
	cells := make([]string, fields)
	rest := string(data)
	for line := 1; rest != ""; line++ {
		var text string
		text, rest, _ = strings.Cut(rest, "\n")
		if text == "" || text[0] == '#' {
			continue
		}
		clear(cells)
		n := 0
		for more := true; more; n++ {
			var cell string
			if cell, text, more = strings.Cut(text, "\t"); n >= fields {
				return fmt.Errorf("%s:%d: more than %d fields", name, line, fields)
			}
			cells[n] = cell
		}
		if err := row(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return nil
}

func (l *Lexicon) countryRow(c []string) error {
	e := l.newEntry(c[0], c[1], schema.Country, "GOV")
	e.Place = Nation
	l.codes[c[2]] = e
	l.call(e, AsName, c[0], c[3])
	l.call(e, AsCapital, "", c[4])
	l.call(e, AsSeat, "", c[5])
	l.call(e, AsAdjective, "", c[6])
	return l.people(e, c[7])
}

func (l *Lexicon) organisationRow(c []string) error {
	e := l.newEntry(c[0], c[1], schema.Organization, c[2])
	if c[3] != "" {
		l.belongs = append(l.belongs, belonging{e, c[3]})
	}
	l.call(e, AsName, c[0], c[4])
	return nil
}

// belonging is an organisation's row that names what it belongs to, maybe in a later row.
type belonging struct {
	entry *Entry
	to    string
}

func (l *Lexicon) joinOrganisations() error {
	for _, b := range l.belongs {
		of, ok := l.named(b.to)
		if !ok {
			return fmt.Errorf("%s: belongs to unknown %q", b.entry.Name, b.to)
		}
		b.entry.Of = of.ID
	}
	l.belongs = nil
	return nil
}

var placeClasses = map[string]Place{"state": State, "region": Region, "city": City}

func (l *Lexicon) placeRow(c []string) error {
	e := l.newEntry(c[0], c[1], schema.Country, "GOV")
	if e.Place = placeClasses[c[2]]; e.Place == NoPlace {
		return fmt.Errorf("%s: unknown class of place %q", c[0], c[2])
	}
	if e.Place == Region {
		e.Sector = ""
	}
	if c[3] != "" {
		of, ok := l.named(c[3])
		if !ok {
			return fmt.Errorf("%s: lies in unknown %q", c[0], c[3])
		}
		e.Of = of.ID
	}
	l.call(e, AsName, c[0], c[4])
	l.call(e, AsAdjective, "", c[5])
	return l.people(e, c[6])
}

func (l *Lexicon) personRow(c []string) error {
	e := l.newEntry(c[0], c[1], schema.Person, "")
	if c[2] != "" {
		e.Gender = c[2][0]
	}
	if of, ok := l.named(c[3]); ok {
		e.Of = of.ID
	} else if c[3] != "" {
		return fmt.Errorf("%s: of unknown country %q", c[0], c[3])
	}
	rank, err := strconv.ParseUint(c[4], 10, 8)
	if err != nil || rank > 2 {
		return fmt.Errorf("%s: rank %q is not 0, 1 or 2", c[0], c[4])
	}
	e.Rank = uint8(rank)
	l.call(e, AsName, c[0], c[5])
	l.family[Fold(lastOf(c[0]))] = true
	if e.Rank > 0 {
		l.addSurname(e, c[3])
	}
	return nil
}

func lastOf(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// memberRow gives a union its members: name, members.
func (l *Lexicon) memberRow(c []string) error {
	e, ok := l.named(c[0])
	if !ok {
		return fmt.Errorf("unknown union %q", c[0])
	}
	for _, name := range strings.Split(c[1], "|") {
		m, ok := l.named(name)
		if !ok {
			return fmt.Errorf("%s: unknown member %q", c[0], name)
		}
		e.Members = append(e.Members, m.ID)
	}
	return nil
}

// commonRow notes surnames that never mean one person by themselves.
func (l *Lexicon) commonRow(c []string) error {
	for _, name := range strings.Fields(c[0]) {
		l.common[Fold(name)] = true
	}
	return nil
}

func (l *Lexicon) firstNameRow(c []string) error {
	if len(c[0]) != 1 {
		return fmt.Errorf("gender %q is not m, f or b", c[0])
	}
	for _, name := range strings.Fields(c[1]) {
		l.first[Fold(name)] = c[0][0]
	}
	return nil
}

// named finds an entry by a name or an alias of it.
func (l *Lexicon) named(name string) (*Entry, bool) {
	f, ok := l.forms[Fold(name)]
	return f.entry, ok && f.sense.Has(AsName)
}

// newEntry makes an entry. A name that is taken already (Georgia the state) keeps its id apart.
func (l *Lexicon) newEntry(name, id string, kind schema.Kind, sector string) *Entry {
	if id == "" {
		id = schema.ActorID(name)
	}
	e := &Entry{ID: id, Name: name, Kind: kind, Sector: sector}
	if old, ok := l.byID[id]; ok {
		return old
	}
	l.byID[id] = e
	l.entries = append(l.entries, e)
	return e
}

// call notes the forms of an entry, several parted by |.
func (l *Lexicon) call(e *Entry, sense Sense, name, others string) {
	if name != "" {
		l.form(e, sense, name)
	}
	for others != "" {
		var one string
		one, others, _ = strings.Cut(others, "|")
		l.form(e, sense, one)
	}
}

func (l *Lexicon) form(e *Entry, sense Sense, words string) {
	words, weak := strings.CutSuffix(words, "*")
	if city, ok := strings.CutSuffix(words, "^"); ok {
		words, sense = city, AsCapital
	}
	key := Fold(words)
	if key == "" {
		return
	}
	if old, ok := l.forms[key]; ok {
		if old.entry == e {
			old.sense |= sense
			old.upper = old.upper && isAcronym(words)
			l.forms[key] = old
		}
		return
	}
	r, _ := utf8.DecodeRuneInString(words)
	l.forms[key] = form{entry: e, sense: sense, upper: isAcronym(words), inner: mixed(words), lower: unicode.IsLower(r), weak: weak}
	first, _, _ := strings.Cut(key, " ")
	l.longest[first] = max(l.longest[first], 1+strings.Count(key, " "))
}

// people notes singular/plural nouns for a place's people.
func (l *Lexicon) people(e *Entry, nouns string) error {
	for _, noun := range strings.Split(nouns, "|") {
		if noun == "" {
			continue
		}
		one, many, ok := strings.Cut(noun, "/")
		if !ok {
			return fmt.Errorf("%s: people %q is not singular/plural", e.Name, noun)
		}
		if one != "" {
			l.form(e, AsPerson, one)
		}
		if many != "" {
			l.form(e, AsPeople, many)
		}
	}
	return nil
}

// isAcronym says whether a form is all capitals and short: it counts only in capitals.
func isAcronym(words string) bool {
	n := 0
	for _, r := range words {
		if unicode.IsLower(r) || r == ' ' && !strings.Contains(words, ".") {
			return false
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n > 0 && n <= 6
}

// addSurname notes what a well-known person is called for short.
func (l *Lexicon) addSurname(e *Entry, country string) {
	words := strings.Fields(e.Name)
	if len(words) < 2 {
		return
	}
	surname := words[len(words)-1]
	if familyNameFirst[country] {
		surname = words[0]
	} else if last := Fold(surname); last == "jr" || last == "ii" || last == "iii" || last == "xvi" || last == "xiv" {
		return
	}
	key := Fold(surname)
	if l.common[key] {
		return
	}
	for _, k := range []string{key, strings.TrimPrefix(strings.TrimPrefix(key, "al "), "el ")} {
		if s := l.surnames[k]; len(s) == 0 || s[len(s)-1] != e {
			l.surnames[k] = append(s, e)
		}
	}
}

var familyNameFirst = map[string]bool{
	"China": true, "North Korea": true, "South Korea": true, "Taiwan": true, "Vietnam": true, "Cambodia": true,
}

// mixed: a short name of capitals and small letters that ends in a capital, "LeT", "AfD".
func mixed(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return len(word) <= 4 && unicode.IsUpper(r) && strings.ToUpper(word) != word
}
