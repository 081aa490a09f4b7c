package lexicon

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestWithOwn(t *testing.T) {
	for _, c := range []struct{ name, file, data, find, want, of, why string }{
		{"yaml", "mine.yaml", "actors:\n  - name: Imran Dar\n    kind: Person\n    of: Pakistan\n    aliases: [I. Dar]\n",
			"I. Dar", "Imran Dar", "Pakistan", ""},
		{"yaml wins", "mine.yml", "actors:\n  - name: Kremlin Wine Company\n    aliases: [Kremlin]\n", "Kremlin",
			"Kremlin Wine Company", "", "the user's own form comes first"},
		{"tsv", "mine.tsv", "# own\nRed Bridge Forum\tOrganization\tRBF|the Forum\tNorway\n", "RBF", "Red Bridge Forum", "Norway", ""},
		{"petrarch", "actors.txt", "# c\nMIRA_SOLBERG_ [NORGOV 010101-]\n+M._SOLBERG_\n", "M. Solberg", "Mira Solberg", "Norway", ""},
		{"petrarch codes on own lines", "actors.txt", "OLD_GUARD_LEAGUE\n+OGL_\n\t[CHLREB 200101-210101]\n\t[CHLOPP]\n",
			"OGL", "Old Guard League", "Chile", ""},
		{"petrarch country", "actors.txt", "ULSTERLAND_ [GBR]\n", "Ulsterland", "United Kingdom", "",
			"a bare country code is another name of it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l, err := WithOwn(c.file, []byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			h, ok := l.Lookup(c.find)
			if !ok || h.Entry.Name != c.want {
				t.Fatalf("Lookup(%q) = %+v, %v, want %q (%s)", c.find, h.Entry, ok, c.want, c.why)
			}
			if c.of != "" {
				if of, ok := l.ByID(h.Entry.Of); !ok || of.Name != c.of {
					t.Errorf("belongs to %q, want %q", h.Entry.Of, c.of)
				}
			}
		})
	}
	if _, ok := lex(t).Lookup("Ulsterland"); ok {
		t.Error("a user's names reached the built-in lexicon")
	}
}

func TestWithOwnRefuses(t *testing.T) {
	for _, c := range []struct{ file, data, want string }{
		{"m.yaml", "actors:\n  - name: A\n    kin: Person\n", "m.yaml:3"},
		{"m.yaml", "actors:\n  - name: A\n    kind: Ship\n", "Ship"},
		{"m.yaml", "actors:\n  - kind: Person\n", "no name"},
		{"m.yaml", "actors:\n  - name: A B\n    id: 77\n", "Wikidata"},
		{"m.tsv", "A\tShip\n", "m.tsv:1"},
	} {
		if _, err := WithOwn(c.file, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("WithOwn(%q) error %v, want it to say %q", c.data, err, c.want)
		}
	}
}

func TestOwnPersonBySurname(t *testing.T) {
	l, err := WithOwn("m.yaml", []byte("actors:\n  - {name: Ulla Brandeis, kind: Person, gender: f}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := l.Surname("Brandeis"); !ok || e.Name != "Ulla Brandeis" || e.Kind != schema.Person {
		t.Errorf("Surname = %+v, %v", e, ok)
	}
}

func FuzzWithOwn(f *testing.F) {
	f.Add("a.yaml", "actors:\n  - name: A\n")
	f.Add("a.txt", "X_Y_ [USAGOV]\n+Z_\n\t[---]\n")
	f.Add("a.tsv", "A\tPerson\tB|C\tFrance\tQ1\n")
	l := lex(f)
	f.Fuzz(func(t *testing.T, file, data string) {
		actors, err := readOwn(file, data, l)
		if err != nil {
			return
		}
		fresh := &Lexicon{byID: map[string]*Entry{}, forms: map[string]form{}, longest: map[string]int{},
			surnames: map[string][]*Entry{}, family: map[string]bool{}}
		for i := range actors {
			_ = fresh.addOwn(&actors[i])
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"U.S.", "Erdoğan", "al-Assad", "People's", "ȺȺ's", "\xff", "ABDULLAHİ’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
		}
	})
}
