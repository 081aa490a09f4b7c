package extract_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// TestDescribed: actors that a document names, or of whom a name says whose they are, are told from those that it only
// describes, whoever brought them up.
func TestDescribed(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text  string
		actor string
		want  bool
	}{
		{"Rebels want a ceasefire.", "rebels", true},
		{"The Syrian rebels oppose the deal.", "Syrian rebels", false},
		{"Sudan's rebels oppose the deal.", "Sudan's rebels", false},
		{"The minister supports the treaty.", "minister", true},
		{"The court rejects the plan.", "court", true},
		{"Norway rejects the plan.", "Norway", false},
		{"The United Nations rejects the plan.", "United Nations", false},
		{"Harald Lindvik, the minister, supports the treaty.", "Harald Lindvik", false},
		{"Many countries support the treaty.", "countries", true},
		{"People want a vote.", "people", true},
		{"The poor oppose the tax.", "poor", true},
		{"Many Colombians oppose the tax.", "Colombians", false},
		{"Some Republicans oppose the tax.", "Republicans", false},
		{"Harald Lindvik spoke. His supporters oppose the tax.", "Harald Lindvik's supporters", false},
		{"The queen's supporters oppose the tax.", "queen's supporters", true},
		{"Two people close to the talks said that Norway opposes the tax.", "people", true},
		{"Documents accuse Norway of fraud.", "Documents", true}, // a holder that is no mention
		{"Norwegian documents accuse Sweden of fraud.", "Norwegian documents", false},
		{"A survey by the paper warned that Norway opposes the tax.", "A survey by the paper", true}, // nor is this sayer
		{"A survey by Swedish papers warned that Norway opposes the tax.", "A survey by Swedish papers", false},
		{"AUDIENCE MEMBER: I oppose the tax.\n\nMR. LINDVIK: We support the tax.\n", "audience member", true},
		{"AUDIENCE MEMBER: I oppose the tax.\n\nMR. LINDVIK: We support the tax.\n", "Lindvik", false},
		{"Q: I oppose the tax.\n\nMR. LINDVIK: We support the tax.\n\nQ: I oppose the plan.\n", "Q", true},
	} {
		found := false
		var names []string
		for _, a := range actorsOf(t, x, c.text) {
			names = append(names, a.Name)
			if a.Name != c.actor {
				continue
			}
			if found = true; a.Described != c.want {
				t.Errorf("%q: %s described %v, want %v", c.text, a.Name, a.Described, c.want)
			}
		}
		if !found {
			t.Errorf("%q: there is no %s among %q", c.text, c.actor, names)
		}
	}
}

// actorsOf reads a text as a file is read, and gives its actors.
func actorsOf(t *testing.T, x *extract.Extractor, text string) []schema.Actor {
	t.Helper()
	var actors []schema.Actor
	for doc, err := range source.Open(t.Context(), []string{"-"}, strings.NewReader(text), source.Options{AnyLanguage: true}) {
		if err != nil {
			t.Fatal(err)
		}
		ex, err := x.Extract(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		actors = append(actors, ex.Actors...)
	}
	return actors
}
