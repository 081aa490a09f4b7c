package lexicon

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestWithOwn(t *testing.T) {
	l, err := WithOwn("own.tsv", []byte("# ours\n\nHarbour Front\torganization\tHF|the Front of the Harbour\tPortugal\r\nTurkey\tcountry\tthe land of the two straits\nParis\tperson\n"))
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"Harbour Front": "actor:harbour-front", "HF": "actor:harbour-front",
		"the land of the two straits": "Q43", // a known country keeps its id
		"Turkish":                     "Q43",
		"Paris":                       "actor:paris", // goes before the city
	} {
		if h, ok := l.Lookup(words); !ok || h.Entry.ID != want {
			t.Errorf("%s: %+v, want %s", words, h.Entry, want)
		}
	}
	if h, _ := l.Lookup("HF"); h.Entry.Of != "Q45" || h.Entry.Kind != schema.Organization {
		t.Errorf("HF: %+v", h.Entry)
	}
	shared, _ := Default()
	if _, ok := shared.Lookup("Harbour Front"); ok {
		t.Error("the built-in lexicon was changed")
	}
}

func TestWithOwnErrors(t *testing.T) {
	for data, want := range map[string]string{
		"A\tperson\nB\tship":             `own.tsv:2: B: kind "ship"`,
		"A person":                       "own.tsv:1: A person: kind",
		"\tperson":                       "own.tsv:1: a name is missing",
		"A\tperson\t\tNowhere at all":    `own.tsv:1: A: belongs to unknown "Nowhere at all"`,
		"A\tperson\t\t\t\tsomething too": "own.tsv:1: more than 5 fields",
	} {
		if _, err := WithOwn("own.tsv", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func FuzzWithOwn(f *testing.F) {
	f.Add("Harbour Front\torganization\tHF|Front\tPortugal\n")
	f.Add("\x00\t\xff|\t\n|||")
	f.Fuzz(func(t *testing.T, data string) { WithOwn("own.tsv", []byte(data)) })
}
