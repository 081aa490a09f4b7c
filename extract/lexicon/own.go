package lexicon

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

var ownKinds = map[string]schema.Kind{
	"country": schema.Country, "person": schema.Person, "organization": schema.Organization, "organisation": schema.Organization, "group": schema.Group,
}

// WithOwn is the built-in lexicon and a user's own names, which go before the built-in ones. data is lines of fields
// parted by tabs; lines that begin with # are comments, fields at the end may be missing:
//
//	name, kind (country, person, organization, group), other names parted by |, whom it belongs to, Wikidata id
//
// A name that is known already, and of that kind, gets the other names added. Errors say file, named so, and line.
func WithOwn(file string, data []byte) (*Lexicon, error) {
	l, err := load()
	if err != nil {
		return nil, err
	}
	for n, line := range strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if err := l.ownRow(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n+1, err)
		}
	}
	return l, nil
}

func (l *Lexicon) ownRow(c []string) error {
	const fields = 5
	if len(c) > fields {
		return fmt.Errorf("more than %d fields", fields)
	}
	c = append(c, make([]string, fields-len(c))...)
	for i := range c {
		c[i] = strings.TrimSpace(c[i])
	}
	if Fold(c[0]) == "" {
		return fmt.Errorf("a name is missing")
	}
	kind, ok := ownKinds[strings.ToLower(c[1])]
	if !ok {
		return fmt.Errorf("%s: kind %q is none of country, person, organization, group (fields are parted by tabs)", c[0], c[1])
	}
	e, known := l.named(c[0])
	if !known || e.Kind != kind || c[4] != "" && c[4] != e.ID {
		e = l.newEntry(c[0], c[4], kind, "")
		if kind == schema.Country {
			e.Place, e.Sector = Nation, "GOV"
		}
	}
	if c[3] != "" {
		of, ok := l.named(c[3])
		if !ok {
			return fmt.Errorf("%s: belongs to unknown %q", c[0], c[3])
		}
		e.Of = of.ID
	}
	for _, words := range append([]string{c[0]}, strings.Split(c[2], "|")...) {
		if old, taken := l.forms[Fold(words)]; taken && old.entry != e {
			delete(l.forms, Fold(words))
		}
		l.form(e, AsName, strings.TrimSpace(words))
	}
	return nil
}
