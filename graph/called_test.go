package graph

import (
	"errors"
	"slices"
	"testing"
)

func calledSo(names ...string) []Called {
	var list []Called
	for _, n := range names {
		id := "actor:" + Fold(n)
		list = append(list, Called{Ref: Ref{Actor, id}, Name: n, Names: []string{id, Fold(n)}})
	}
	return list
}

// TestNearest: misspelt names, and parts of names, are near; others, ids and the empty name are not.
func TestNearest(t *testing.T) {
	all := calledSo("Norland", "Nordland", "Jon Berg", "Mira Holm", "Kanalgilde", "Bergen", "Öland", "")
	for name, want := range map[string][]string{
		"Norlnd": {"Norland", "Nordland"}, "NORDLAND ": {"Nordland", "Norland"}, "brg": {"Jon Berg"}, "Mirra Holm": {"Mira Holm"},
		"Jon Borg": {"Jon Berg"}, "Berg": {"Jon Berg"}, "Oland": {"Öland", "Norland"}, "actor:norlan": nil, "Republic of Sudmark": nil, "": nil,
	} {
		if got := Nearest(name, all, 2); !slices.Equal(got, want) {
			t.Errorf("nearest to %q: %q, want %q", name, got, want)
		}
	}
	slices.Reverse(all)
	if got := Nearest("Norland", all, 1); !slices.Equal(got, []string{"Norland"}) {
		t.Errorf("in another order: %q", got)
	}
}

// TestFindWithoutNamer: names and words of names are found without other names too.
func TestFindWithoutNamer(t *testing.T) {
	all := append(calledSo("Norland", "Jon Berg"), Called{Ref: Ref{Issue, "issue:wide-zone"}, Name: "the wide zones",
		Names: []string{"issue:wide-zone", "the wide zones"}})
	for name, want := range map[string]string{"norland": "Norland", "BERG": "Jon Berg", "wide zone": "the wide zones",
		"zones": "the wide zones"} {
		found, err := Find(nil, name, all)
		if err != nil || len(found) != 1 || found[0].Name != want {
			t.Errorf("%q finds %+v (%v), want %s", name, found, err, want)
		}
	}
	for _, name := range []string{"", "nor", "actor", "issue"} {
		if found, err := Find(nil, name, all); err != nil || len(found) > 0 {
			t.Errorf("%q finds %+v (%v)", name, found, err)
		}
	}
}

type brokenNamer struct{}

func (brokenNamer) Others(string) ([]string, error) { return nil, errors.New("no table") }
func (brokenNamer) Base(string) (string, error)     { return "", errors.New("no model") }

// TestFindWithBrokenNamer: what the namer cannot do is an error, not a name that is not there.
func TestFindWithBrokenNamer(t *testing.T) {
	if _, err := Find(brokenNamer{}, "berg", calledSo("Jon Berg")); err == nil {
		t.Error("no error")
	}
}
