package graph

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/stancegraph/stancegraph/schema"
)

// Called is an actor, an issue or an outlet with all that it is called.
type Called struct {
	Ref
	Kind  string // of an actor
	Name  string
	Names []string // all names and ids by which questions find it, folded; see Fold
	Roles []string // what documents say that an actor is of somebody: "Russian President"
}

// Namer knows names that no text of a store used. It is safe for concurrent use.
type Namer interface {
	// Others gives other names and ids of all that a name may mean: "Q30" and "United States" for "US".
	Others(name string) ([]string, error)
	// Base gives the base forms of words, without articles, as they make the id of an issue: "buffer zone" for "the
	// buffer zones".
	Base(words string) (string, error)
}

// Terms are a name and all other names and ids of what it may mean, folded, the name first. The namer may be nil.
func Terms(namer Namer, name string) ([]string, error) {
	terms := []string{Fold(name)}
	if namer == nil || terms[0] == "" {
		return terms, nil
	}
	others, err := namer.Others(name)
	if err != nil {
		return nil, err
	}
	for _, other := range foldAll(others) {
		if other != terms[0] {
			terms = append(terms, other)
		}
	}
	return terms, nil
}

// BaseTerms are a name and its base forms, where these are others, folded, and the ids of issues that these make. The
// namer may be nil.
func BaseTerms(namer Namer, name string) (forms, ids []string, err error) {
	forms = []string{Fold(name)}
	if namer != nil && forms[0] != "" {
		base, err := namer.Base(name)
		if err != nil {
			return nil, nil, err
		}
		if base = Fold(base); base != "" && base != forms[0] {
			forms = append(forms, base)
		}
	}
	for _, f := range forms {
		ids = append(ids, schema.IssueID(f))
	}
	return forms, ids, nil
}

// Find gives those that a name means: those called so, or by another name that the namer knows; where there are none,
// those whose name has the same base forms or is a role of theirs; where there are none either, those whose names hold
// its words in a row ("zone": "a buffer zone"). The namer may be nil.
func Find(namer Namer, name string, all []Called) ([]Called, error) {
	terms, err := Terms(namer, name)
	if err != nil {
		return nil, err
	}
	called := func(terms []string) []Called {
		return only(all, func(c Called) bool {
			return slices.ContainsFunc(c.Names, func(n string) bool { return slices.Contains(terms, n) })
		})
	}
	if found := called(terms); len(found) > 0 || terms[0] == "" {
		return found, nil
	}
	forms, ids, err := BaseTerms(namer, name)
	if err != nil {
		return nil, err
	}
	if found := called(slices.Concat(forms, ids)); len(found) > 0 {
		return found, nil
	}
	if found := only(all, func(c Called) bool { return c.hasRole(forms) }); len(found) > 0 {
		return found, nil
	}
	return only(all, func(c Called) bool { return c.holds(forms) }), nil
}

func only(all []Called, keep func(Called) bool) []Called {
	var list []Called
	for _, c := range all {
		if keep(c) {
			list = append(list, c)
		}
	}
	return list
}

func (c Called) hasRole(forms []string) bool {
	return slices.ContainsFunc(c.Roles, func(role string) bool { return slices.Contains(forms, Fold(role)) })
}

// holds says whether a name, or the base forms that an issue's id is made of, holds the words of one of the forms in a
// row.
func (c Called) holds(forms []string) bool {
	for _, name := range c.Names {
		if id, ok := strings.CutPrefix(name, schema.IssuePrefix); ok && c.Label == Issue {
			name = id
		} else if c.isID(name) {
			continue
		}
		words := spaced(name)
		for _, form := range forms {
			if row := spaced(form); row != "" && strings.Contains(words, row) {
				return true
			}
		}
	}
	return false
}

// isID says that one of Names is an id: its own one, or that of an actor that was merged into it.
func (c Called) isID(name string) bool {
	return name == Fold(c.ID) || c.Label == Actor && strings.HasPrefix(name, schema.ActorPrefix)
}

// spaced are the words of a text, each between two spaces; "" where there are none.
func spaced(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}

// Nearest gives the names of at most n of all: those of which a name, or as many words of one in a row as the misspelt
// name has, differs least from it, by insertions, deletions and replacements of about a third of its runes at most. Of
// equal ones the first by alphabet comes first.
func Nearest(name string, all []Called, n int) []string {
	if name = Fold(name); name == "" {
		return nil
	}
	most := max((utf8.RuneCountInString(name)+1)/3, 1) // two of five: letters that changed places
	words, distance := len(strings.Fields(name)), map[string]int{}
	for _, c := range all {
		for _, other := range c.Names {
			if c.isID(other) {
				continue
			}
			for _, part := range rows(other, words) {
				d := distanceOf(name, part, most)
				if old, known := distance[c.Name]; d <= most && (!known || d < old) {
					distance[c.Name] = d
				}
			}
		}
	}
	var list []string
	for other := range distance {
		list = append(list, other)
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b)) })
	return list[:min(n, len(list))]
}

// rows are a name itself, and all rows of n of its words, where it has more.
func rows(name string, n int) []string {
	list, words := []string{name}, strings.Fields(name)
	for from := 0; n < len(words) && from+n <= len(words); from++ {
		list = append(list, strings.Join(words[from:from+n], " "))
	}
	return list
}

// distanceOf is the edit distance of two names, or more than most where their lengths show that it is more.
func distanceOf(a, b string, most int) int {
	if apart := utf8.RuneCountInString(a) - utf8.RuneCountInString(b); max(apart, -apart) > most {
		return most + 1
	}
	return levenshtein.ComputeDistance(a, b)
}
