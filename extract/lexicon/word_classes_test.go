package lexicon

import (
	"strings"
	"testing"
)

func TestWordClasses(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		class WordClass
		word  string
		want  bool
	}{
		{BodyWord, "ministry", true}, {BodyWord, "river", false}, {ThingWord, "river", true},
		{NeverName, "no", true}, {PlacePreposition, "off", true}, {PluralPronoun, "they", true}, {BodyWord, "", false},
	} {
		if got := l.Is(c.class, c.word); got != c.want {
			t.Errorf("%q is of class %s: %v, want %v", c.word, wordClassNames[c.class], got, c.want)
		}
	}
}

func TestWordClassesRefused(t *testing.T) {
	good := ""
	for _, name := range wordClassNames {
		good += name + ": [x]\n"
	}
	if _, err := loadClasses("c.yaml", []byte(good)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, data, want string }{
		{"unknown class", good + "bodies: [x]\n", "unknown class bodies"},
		{"missing class", strings.Replace(good, "body_word: [x]\n", "", 1), "class body_word has no words"},
		{"word twice", strings.Replace(good, "body_word: [x]", "body_word: [x, x]", 1), `"x" stands twice`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := loadClasses("c.yaml", []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}
