package mention

import (
	"strings"
	"testing"
)

func TestReadAntecedents(t *testing.T) {
	for _, c := range []struct{ why, table, err string }{
		{"a column is missing", "none\t1\t0\t0\t0\t0\n", "antecedents.tsv:1: 6 columns, want 7"},
		{"no number", "# feature\nnone\t1\t0\t0\tx\t0\t0\n", "antecedents.tsv:2: "},
		{"a class adds to all", "none\t1\t0\t0.5\t0\t0\t-2\n", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			w, err := readAntecedents(c.table)
			if c.err != "" {
				if err == nil || !strings.HasPrefix(err.Error(), c.err) {
					t.Errorf("error %v, want %s", err, c.err)
				}
				return
			}
			o := Option{Features: []string{"none", "unheard of"}}
			if err != nil || w.score(&o, 0) != 1 || w.score(&o, 1) != 1.5 || w.score(&o, 4) != -1 {
				t.Errorf("%v, %v", w, err)
			}
		})
	}
}

// TestBest: an actor counts with his best mention, and leads only what means something else.
func TestBest(t *testing.T) {
	w, err := readAntecedents("none\t0.2\t0\t0\t0\t0\t0\nnear\t1\t0\t0\t0\t0\t0\nfar\t0.5\t0\t0\t0\t0\t0\n")
	if err != nil {
		t.Fatal(err)
	}
	a, b := []string{"a"}, []string{"b"}
	none := Option{Features: []string{"none"}}
	for _, c := range []struct {
		why     string
		options []Option
		actor   string
		lead    float64
	}{
		{"two mentions of one", []Option{none, {Actors: a, Features: []string{"far"}}, {Actors: a, Features: []string{"near"}}}, "a", 0.8},
		{"another is next", []Option{none, {Actors: a, Features: []string{"near"}}, {Actors: b, Features: []string{"far"}}}, "a", 0.5},
		{"nobody", []Option{none, {Actors: a}}, "", 0.2},
	} {
		t.Run(c.why, func(t *testing.T) {
			o, lead := w.best(&Ranking{Options: c.options})
			if got := strings.Join(o.Actors, ","); got != c.actor || lead < c.lead-1e-9 || lead > c.lead+1e-9 {
				t.Errorf("%q leads by %v, want %q by %v", got, lead, c.actor, c.lead)
			}
		})
	}
}
