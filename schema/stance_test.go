package schema_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

var update = flag.Bool("update", false, "write stances_gen.go from stances.yaml")

// stance is an entry of stances.yaml.
type stance struct {
	Type       string             `yaml:"type"`
	Sign       int                `yaml:"sign"`
	Opposite   string             `yaml:"opposite"`
	Reciprocal bool               `yaml:"reciprocal"`
	Gloss      string             `yaml:"gloss"`
	Strength   float64            `yaml:"strength"`
	Cues       string             `yaml:"cues"`
	Plover     string             `yaml:"plover"`
	Cameo      string             `yaml:"cameo"`
	Quad       string             `yaml:"quad"`
	Scores     map[string]float64 `yaml:"scores"`
	Example    string             `yaml:"example"`
}

func readStances(t *testing.T) []stance {
	t.Helper()
	raw, err := os.ReadFile("stances.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []stance
	if err := yaml.UnmarshalWithOptions(raw, &list, yaml.Strict()); err != nil {
		t.Fatalf("stances.yaml: %v", err)
	}
	return list
}

// TestStancesTable keeps stances_gen.go equal to stances.yaml.
func TestStancesTable(t *testing.T) {
	want := generate(t, readStances(t))
	if *update {
		if err := os.WriteFile("stances_gen.go", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile("stances_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("stances_gen.go is stale: run go generate ./schema\n%s", cmp.Diff(string(got), string(want)))
	}
}

func generate(t *testing.T, list []stance) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("// Code generated from stances.yaml by go generate ./schema; DO NOT EDIT.\n\npackage schema\n\n")
	b.WriteString("// The stance types; TypeOf says what each means.\nconst (\n")
	for _, s := range list {
		fmt.Fprintf(&b, "\t%s StanceType = %q // %s\n", goName(s.Type), s.Type, s.Gloss)
	}
	b.WriteString(")\n\nvar stances = []TypeInfo{\n")
	for _, s := range list {
		b.WriteString("\t{\n")
		fmt.Fprintf(&b, "Type: %s, Sign: %d,", goName(s.Type), s.Sign)
		if s.Opposite != "" {
			fmt.Fprintf(&b, " Opposite: %s,", goName(s.Opposite))
		}
		if s.Reciprocal {
			b.WriteString(" Reciprocal: true,")
		}
		fmt.Fprintf(&b, "\nGloss: %q,\nStrength: %v, Cues: %q,", s.Gloss, s.Strength, s.Cues)
		fmt.Fprintf(&b, "\nPlover: %q, Cameo: %q, Quad: %q,\nScores: []Score{", s.Plover, s.Cameo, s.Quad)
		for _, scale := range sortedKeys(s.Scores) {
			fmt.Fprintf(&b, "{%q, %v},", scale, s.Scores[scale])
		}
		fmt.Fprintf(&b, "},\nExample: %q,\n},\n", s.Example)
	}
	b.WriteString("}\n")
	src, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.Bytes())
	}
	return src
}

// goName turns AGREES_WITH into AgreesWith.
func goName(typ string) string {
	var b strings.Builder
	for _, word := range strings.Split(strings.ToLower(typ), "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

func sortedKeys(m map[string]float64) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// TestStances holds each entry to the meaning of its fields.
func TestStances(t *testing.T) {
	list := schema.Types()
	if len(list) != 31 {
		t.Errorf("%d types, want the closed 31", len(list))
	}
	quads := []schema.Quad{
		"", schema.VerbalCooperation, schema.MaterialCooperation, schema.VerbalConflict, schema.MaterialConflict}
	cameo := regexp.MustCompile(`^((0[1-9]|1[0-9]|20)[0-9]{0,2})?$`)
	examples := map[string]schema.StanceType{}
	for _, s := range list {
		t.Run(string(s.Type), func(t *testing.T) {
			if s.Sign < -1 || s.Sign > 1 {
				t.Errorf("sign %d", s.Sign)
			}
			if s.Strength <= 0 || s.Strength > 1 {
				t.Errorf("strength %v, want above 0 and at most 1", s.Strength)
			}
			if s.Gloss == "" || s.Cues == "" || !strings.HasSuffix(s.Example, ".") {
				t.Errorf("gloss %q, cues %q and example %q must all say something", s.Gloss, s.Cues, s.Example)
			}
			if other, ok := examples[s.Example]; ok {
				t.Errorf("example is that of %s", other)
			}
			examples[s.Example] = s.Type
			if s.Opposite != "" {
				opposite, ok := schema.TypeOf(s.Opposite)
				if !ok {
					t.Fatalf("opposite %s is no type", s.Opposite)
				}
				if s.Sign == 0 || opposite.Sign != -s.Sign {
					t.Errorf("sign %d, but that of its opposite %s is %d", s.Sign, s.Opposite, opposite.Sign)
				}
			}
			if !slices.Contains(quads, s.Quad) {
				t.Errorf("quad class %q", s.Quad)
			}
			if !cameo.MatchString(s.Cameo) {
				t.Errorf("CAMEO code %q", s.Cameo)
			}
			for _, score := range s.Scores {
				known := slices.Contains([]string{"goldstein", "plover-0.8"}, score.Scale)
				if !known || score.Value < -10 || score.Value > 10 {
					t.Errorf("score %+v", score)
				}
				if (score.Scale == "goldstein" && s.Cameo == "") || (score.Scale == "plover-0.8" && s.Plover == "") {
					t.Errorf("a score on %s needs a code", score.Scale)
				}
			}
		})
	}
}

// TestEdgeNames keeps stance types usable as relationship names: without quoting, and apart from
// each other, from their negated forms and from the relationships that carry the statements.
func TestEdgeNames(t *testing.T) {
	plain := regexp.MustCompile(`^[A-Z]+(_[A-Z]+)*$`)
	taken := map[string]string{}
	for _, name := range []string{"HOLDER", "TARGET", "ABOUT", "SAID_BY", "ON_BEHALF_OF", "EVIDENCE", "IN_TURN",
		"IN_DOCUMENT", "PUBLISHED_BY", "CONTRASTS_WITH", "AFFILIATED_WITH", "MEMBER_OF"} {
		taken[name] = "a relationship of the graph"
	}
	for _, s := range schema.Types() {
		for _, name := range []string{s.Type.Edge(false), s.Type.Edge(true)} {
			t.Run(name, func(t *testing.T) {
				if !plain.MatchString(name) {
					t.Error("would need quoting in Cypher")
				}
				if by, ok := taken[name]; ok {
					t.Errorf("is also %s", by)
				}
				taken[name] = "the edge of " + string(s.Type)
			})
		}
	}
	if got := schema.Supports.Edge(true); got != "NOT_SUPPORTS" {
		t.Errorf("negated SUPPORTS is %s", got)
	}
}

// TestConstants: every constant of type StanceType, wherever it stands in the package, is a type of
// the YAML under its own name, and every type has its constant.
func TestConstants(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "StanceType" {
				value, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				found[value] = spec.Names[0].Name
			}
			return true
		})
	}
	want := map[string]string{}
	for _, s := range readStances(t) {
		want[s.Type] = goName(s.Type)
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("constants (-stances.yaml +Go):\n%s", diff)
	}
}

func TestTypeOf(t *testing.T) {
	wants, ok := schema.TypeOf(schema.Wants)
	if !ok || wants.Sign != 1 || wants.Strength != 0.8 || wants.Plover != "" {
		t.Errorf("WANTS is %+v, %v", wants, ok)
	}
	if info, ok := schema.TypeOf("wants"); ok {
		t.Errorf("lower case names a type: %+v", info)
	}
	list := schema.Types()
	list[0].Sign, list[0].Scores[0].Value = 99, 99
	if again, _ := schema.TypeOf(list[0].Type); again.Sign == 99 || again.Scores[0].Value == 99 {
		t.Error("a caller can change the table")
	}
}
