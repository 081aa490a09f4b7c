package questions

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestBrokenFiles: a question whose files are not as they should be is an error that names it, no panic.
func TestBrokenFiles(t *testing.T) {
	const good = "// who wants what\n// parameters: actor, [n=20]\nRETURN 1"
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	for _, c := range []struct {
		why  string
		dir  fstest.MapFS
		want string // in the error, "" for none
	}{
		{"good", fstest.MapFS{"a.cypher": file(good), "a.sql": file("SELECT 1")}, ""},
		{"no SQL", fstest.MapFS{"a.cypher": file(good)}, "a.sql"},
		{"empty", fstest.MapFS{"a.cypher": file(""), "a.sql": file("")}, "a.cypher"},
		{"no help", fstest.MapFS{"a.cypher": file("RETURN 1"), "a.sql": file("")}, "first line"},
		{"no parameters", fstest.MapFS{"a.cypher": file("// help\nRETURN 1"), "a.sql": file("")}, "parameters"},
	} {
		t.Run(c.why, func(t *testing.T) {
			list, err := read(c.dir)
			switch {
			case c.want == "" && (err != nil || len(list) != 1 || len(list[0].Params) != 2):
				t.Errorf("%+v, %v", list, err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

// TestShipped: all questions that ship can be read.
func TestShipped(t *testing.T) {
	if list, err := All(); err != nil || len(list) == 0 {
		t.Errorf("%d questions, %v", len(list), err)
	}
}
