package lexicon

import (
	"slices"
	"strings"
)

// Named lists the entries that words may mean as a whole, in whatever case: those of which they are the id, a name, an
// adjective, the people or the seat, and the well-known persons of a surname, with or without an article and a title
// before it. Of several that bear a form that is no surname only the one is given that texts mean by it.
func (l *Lexicon) Named(words string) []*Entry {
	var list []*Entry
	add := func(e *Entry) {
		if e != nil && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	words = strings.Join(strings.Fields(words), " ")
	for _, name := range []string{words, withoutThe(words), l.withoutTitle(words)} {
		add(l.byID[name])
		add(l.byID[strings.ToUpper(name)])
		key := Fold(name)
		add(l.forms[key].entry)
		for _, e := range l.surnames[key] {
			add(e)
		}
	}
	return list
}

// withoutTitle is a name without the title before it and what that consists of: "former Russian President Putin". Words
// without a title are given back as they are.
func (l *Lexicon) withoutTitle(words string) string {
	tokens := strings.Fields(withoutThe(words))
	titled, at := false, 0
	for at < len(tokens) {
		if n := l.Title(tokens, at); n > 0 {
			at, titled = at+n, true
		} else if l.TitleModifier(tokens[at]) || l.Portfolio(tokens[at]) || l.IsDemonym(tokens[at]) {
			at++
		} else {
			break
		}
	}
	if !titled {
		return words
	}
	return strings.Join(tokens[at:], " ")
}
