package lexicon

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
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
			t.Errorf("%q is of class %s: %v, want %v", c.word, c.class, got, c.want)
		}
	}
}

func TestWordClassesRefused(t *testing.T) {
	_, err := loadClasses("c.yaml", []byte("bodies: [x]\nthings: [y,\n  x, y]\n"))
	if want := `c.yaml:3: "y" stands twice in things`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

// TestWordClassesAreRead: each class of the file is one that the code has a name for, and the other way round.
func TestWordClassesAreRead(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("word_classes.go")
	if err != nil {
		t.Fatal(err)
	}
	var named []string
	for _, m := range regexp.MustCompile(`(?m)WordClass += "(\w+)"$`).FindAllStringSubmatch(string(code), -1) {
		named = append(named, m[1])
	}
	slices.Sort(named)
	if diff := cmp.Diff(named, slices.Sorted(maps.Keys(l.classes.words))); diff != "" {
		t.Errorf("the code names (-) and names/classes.yaml lists (+): %s", diff)
	}
}
