package schema_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/stancegraph/stancegraph/"

// stages are the packages in the order of the line; each may import only those before it.
// Of a folder that is not named, its nearest named parent counts.
var stages = []string{
	"schema",
	"extract/lexicon", "extract/source", "extract/text", "extract/encoder", "extract/syntax", "extract/mention",
	"extract/clause", "extract/openie", "extract/voice", "extract/rule", "extract/reader", "extract/judge", "extract",
	"graph", "graph/graphtest", "graph/sqlite", "graph/neo4j", "graph/export", "graph/browse",
	"cmd",
}

// apart never meet, whatever their order in the line.
var apart = [][2]string{
	{"graph", "extract"},
	{"extract/syntax", "extract/lexicon"}, // grammar knows nothing of stances
	{"graph/neo4j", "graph/sqlite"},
	{"graph/export", "graph/sqlite"}, {"graph/export", "graph/neo4j"},
	{"graph/browse", "graph/sqlite"}, {"graph/browse", "graph/neo4j"}, {"graph/browse", "graph/graphtest"},
	// graphtest is for tests
	{"graph/sqlite", "graph/graphtest"}, {"graph/neo4j", "graph/graphtest"}, {"graph/export", "graph/graphtest"},
	{"cmd", "graph/graphtest"},
}

// homes says which folder may import a library. Tests are free.
var homes = map[string]string{
	"gopkg.in/neurosnap/sentences.v1":        "extract/text", // prose's own segmenter
	"github.com/jdkato/prose/v2":             "extract/text",
	"codeberg.org/readeck/go-readability/v2": "extract/source",
	"golang.org/x/net":                       "extract/source",
	"github.com/goccy/go-yaml":               "extract/lexicon",
	"modernc.org/sqlite":                     "graph/sqlite",
	"github.com/neo4j/neo4j-go-driver/v5":    "graph/neo4j",
	"github.com/agnivade/levenshtein":        "graph",
	"gonum.org/v1/gonum":                     "graph/export",
	"github.com/spf13/cobra":                 "cmd",
	"github.com/mattn/go-isatty":             "cmd",
	"golang.org/x/term":                      "cmd",
	"github.com/google/go-cmp":               "graph/graphtest", // tests for stores, so it is in no program
	"golang.org/x/text":                      "",                // any
	"golang.org/x/sys":                       "extract/encoder", // which instructions the processor has
}

// TestImports keeps imports going one way, down the line, and each library in its one folder.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		paths := strings.Fields(line)
		from := strings.TrimPrefix(paths[0], module)
		for _, path := range paths[1:] {
			if why := forbidden(from, path); why != "" {
				t.Errorf("%s imports %s: %s", from, path, why)
			}
		}
	}
}

func forbidden(from, path string) string {
	to, own := strings.CutPrefix(path, module)
	if !own {
		return foreign(from, path)
	}
	for _, pair := range apart {
		if within(from, pair[0]) && within(to, pair[1]) || within(from, pair[1]) && within(to, pair[0]) {
			return pair[0] + " and " + pair[1] + " stay apart"
		}
	}
	if stage(from) < 0 {
		return "the folder has no place in the line: see the table of stages"
	}
	if stage(to) > stage(from) {
		return "imports go the other way"
	}
	return ""
}

func foreign(from, path string) string {
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
		return "" // standard library
	}
	if stage(from) == 0 {
		return "schema imports only the standard library"
	}
	for library, home := range homes {
		if within(path, library) {
			if home == "" || within(from, home) {
				return ""
			}
			return "only " + home + " may"
		}
	}
	return "the library has no home: see the table"
}

// stage is the place in the line of a package's nearest named parent, -1 for none.
func stage(pkg string) int {
	best := -1
	for i, s := range stages {
		if within(pkg, s) && (best < 0 || len(s) > len(stages[best])) {
			best = i
		}
	}
	return best
}

func within(path, folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }

// TestForbidden: the table refuses what it is there to refuse.
func TestForbidden(t *testing.T) {
	for _, tt := range []struct {
		from, path string
		ok         bool
	}{
		{"extract/rule", module + "extract/clause", true},
		{"extract/clause", module + "extract/rule", false},
		{"extract/openie", module + "extract/syntax/deptree", true},
		{"extract/openie", module + "extract/rule", false},
		{"extract/source", module + "extract", false},
		{"extract/syntax/train", module + "extract/syntax/internal/tag", true},
		{"extract", module + "graph", false},
		{"graph", module + "extract/lexicon", false},
		{"graph/sqlite", module + "graph", true},
		{"graph", module + "graph/sqlite", false},
		{"graph/neo4j", module + "graph/sqlite", false},
		{"cmd/stancegraph", module + "graph/neo4j", true},
		{"graph/sqlite", module + "cmd/stancegraph", false},
		{"helpers", module + "schema", false},
		{"schema", "encoding/json", true},
		{"schema", "golang.org/x/text/unicode/norm", false},
		{"extract/text", "github.com/jdkato/prose/v2", true},
		{"extract/mention", "github.com/jdkato/prose/v2", false},
		{"extract/mention", "golang.org/x/text/cases", true},
		{"cmd/stancegraph", "github.com/google/go-cmp/cmp", false},
	} {
		t.Run(tt.from+" imports "+tt.path, func(t *testing.T) {
			if why := forbidden(tt.from, tt.path); (why == "") != tt.ok {
				t.Errorf("%q, want allowed %v", why, tt.ok)
			}
		})
	}
}
