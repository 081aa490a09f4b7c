package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// WordSet is a set of words, in the case in which its file lists them.
type WordSet map[string]bool

// Labels are the words that captions, speaker labels and layout are read by; labels/labels.yaml says
// what each list holds. They are not changed after loading, so they may be shared.
type Labels struct {
	Roles, Topics, Reporters, Unnamed, Modifiers, Bodies, Surnames WordSet
	Small, Honorifics, Particles, Acronyms, Short                  WordSet
	Fields, Directions                                             WordSet
	Languages                                                      map[string]WordSet // name of a language → its function words
}

//go:embed labels/labels.yaml
var labelsYAML []byte

// LabelWords is the built-in Labels, read at the first call.
var LabelWords = sync.OnceValues(func() (*Labels, error) { return loadLabels("labels/labels.yaml", labelsYAML) })

func loadLabels(name string, data []byte) (*Labels, error) {
	var f struct {
		Roles, Topics, Reporters, Unnamed, Modifiers, Bodies, Surnames string
		Small, Honorifics, Particles, Acronyms, Short                  string
		Fields, Directions                                             string
		Languages                                                      map[string]string
	}
	if err := Decode(name, data, &f); err != nil {
		return nil, err
	}
	l := &Labels{Languages: map[string]WordSet{}}
	for _, list := range []struct {
		name, words string
		into        *WordSet
	}{
		{"roles", f.Roles, &l.Roles}, {"topics", f.Topics, &l.Topics}, {"reporters", f.Reporters, &l.Reporters},
		{"unnamed", f.Unnamed, &l.Unnamed}, {"modifiers", f.Modifiers, &l.Modifiers}, {"bodies", f.Bodies, &l.Bodies},
		{"surnames", f.Surnames, &l.Surnames}, {"small", f.Small, &l.Small}, {"honorifics", f.Honorifics, &l.Honorifics},
		{"particles", f.Particles, &l.Particles}, {"acronyms", f.Acronyms, &l.Acronyms}, {"short", f.Short, &l.Short},
		{"fields", f.Fields, &l.Fields}, {"directions", f.Directions, &l.Directions},
	} {
		if *list.into = wordSet(list.words); len(*list.into) == 0 {
			return nil, fmt.Errorf("%s: the list %q is empty", name, list.name)
		}
	}
	for language, words := range f.Languages {
		l.Languages[language] = wordSet(words)
	}
	return l, nil
}

func wordSet(list string) WordSet {
	s := WordSet{}
	for w := range strings.FieldsSeq(list) {
		s[w] = true
	}
	return s
}
