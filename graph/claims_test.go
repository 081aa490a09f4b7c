package graph

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzClaims writes claims and reads them back, and reads whatever a database may hold.
func FuzzClaims(f *testing.F) {
	f.Add("Norland", "the kingdom", 1, "2 name Norland")
	f.Add("", " ", 7, "x name y")
	f.Add("a\nb\x00", "\u202E 3 alias", 2, "1 alias")
	f.Fuzz(func(t *testing.T, name, alias string, n int, line string) {
		c := claims{}
		for range n&7 + 1 {
			c.count(Assert{Actor: "A", Kind: "Country", Name: name, Aliases: []string{alias}}, 1)
		}
		back, err := decodeClaims(c.encode())
		if err != nil || !maps.Equal(c, back) {
			t.Errorf("%v came back as %v, %v", c, back, err)
		}
		node, ok := merged(Ref{Actor, "A"}, back)
		if !ok || name != "" && node.Props.(*ActorProps).Name != valid(name) {
			t.Errorf("merged to %v, %v", node, ok)
		}
		c.count(Assert{Actor: "A"}, -(n&7 + 1))
		if _, ok := merged(Ref{Actor, "A"}, c); ok {
			t.Error("a node that no document claims is still there")
		}
		if c, err := decodeClaims([]string{line}); err == nil && len(c) != 1 {
			t.Errorf("%q read as %v", line, c)
		}
	})
}

// FuzzLatest reads the place of the latest statement back, whatever the document is called.
func FuzzLatest(f *testing.F) {
	f.Add("border", int64(12))
	f.Add("a#1#", int64(0))
	f.Add("", int64(-3))
	f.Fuzz(func(t *testing.T, document string, start int64) {
		if !utf8.ValidString(document) {
			t.Skip("names of documents are UTF-8")
		}
		fact := Fact{Statement: "st:a", Document: document, Start: start}
		e := fold(Edge{}, fact)
		p := e.Props.(*StanceProps)
		if fact.later(p) {
			t.Errorf("%q %d comes after itself", document, start)
		}
		if start < 1<<62 {
			fact.Start++
			if !fact.later(p) {
				t.Errorf("%q %d does not come before %d", document, start, fact.Start)
			}
		}
	})
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"  The  Kingdom\t": "the kingdom", "ÅLAND": "åland", "": "", "\n": ""} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if Fold(strings.Repeat("A ", 3)) != "a a a" {
		t.Error("single spaces stay")
	}
}
