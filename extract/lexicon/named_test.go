package lexicon

import "testing"

// TestNamed: an entry is found by every form that the tables have of it, in whatever case, behind an article and titles.
func TestNamed(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for want, all := range map[string][]string{
		"United States":  {"US", "us", "U.S.", "USA", "the United States", "America", "Q30", "q30", "American", "THE US"},
		"European Union": {"EU", "the EU", "Q458"}, "United Kingdom": {"UK", "Britain", "Q145"}, "United Nations": {"UN", "U.N."},
		"Vladimir Putin": {"Putin", "PUTIN", "President Putin", "former Russian President Putin", "the Russian president Putin", "Q7747"},
		"Russia":         {"the Kremlin", "Moscow", "Russian"},
	} {
		for _, name := range all {
			found := false
			for _, e := range l.Named(name) {
				found = found || e.Name == want
			}
			if !found {
				t.Errorf("%q does not find %s but %v", name, want, l.Named(name))
			}
		}
	}
	for _, name := range []string{"", " ", "president", "the", "the president", "buffer zone", "actor", "Nobody Known"} {
		if list := l.Named(name); len(list) > 0 {
			t.Errorf("%q finds %s", name, list[0].Name)
		}
	}
}
