package main

import "testing"

func TestIndexWord(t *testing.T) {
	for _, c := range []struct {
		text, name string
		at         int
	}{
		{"Mali and Niger met.", "Mali", 0},
		{"The Malian army left Mali.", "Mali", 21},
		{"The Malian army left.", "Mali", -1},
		{"They met in Niger", "Niger", 12},
		{"They met.", "", -1},
		{"ÉMali Malié Mali", "Mali", 14},
	} {
		t.Run(c.name+" in "+c.text, func(t *testing.T) {
			if at := indexWord(c.text, c.name); at != c.at {
				t.Errorf("%d, want %d", at, c.at)
			}
		})
	}
}
