package extract

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// TestRulesSeeClausesOnly: no token and no tree can be reached from what the rules are given.
func TestRulesSeeClausesOnly(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var reach func(x reflect.Type, path string)
	reach = func(x reflect.Type, path string) {
		if seen[x] {
			return
		}
		seen[x] = true
		if x == reflect.TypeFor[schema.Token]() || x == reflect.TypeFor[schema.Sentence]() {
			t.Errorf("rules can reach %v through %s", x, path)
		}
		switch x.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			reach(x.Elem(), path)
		case reflect.Struct:
			for i := range x.NumField() {
				reach(x.Field(i).Type, path+"."+x.Field(i).Name)
			}
		case reflect.Interface:
			for i := range x.NumMethod() {
				m := x.Method(i)
				for n := range m.Type.NumOut() {
					reach(m.Type.Out(n), path+"."+m.Name+"()")
				}
			}
		}
	}
	reach(reflect.TypeFor[rule.Input](), "rule.Input")
}

// TestExplained: of what the rules propose, what explain says is kept is what is stated, and what is dropped has its reason.
func TestExplained(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	texts := []schema.Document{Plain("fear", "Norway fears that Chile wants to attack Peru.")}
	for doc, err := range source.Open(context.Background(), files, nil, source.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, doc)
	}
	dropped := 0
	for _, doc := range texts {
		out, trace, err := x.Explain(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for _, d := range trace.Decided {
			switch {
			case d.Kept:
				kept++
			case d.Why == "":
				t.Errorf("%s: clause %d, rule %s: dropped without a reason", doc.ID, d.Clause, d.Rule)
			default:
				dropped++
			}
		}
		if kept != len(out.Statements) {
			t.Errorf("%s: explain says %d stances, extract gives %d", doc.ID, kept, len(out.Statements))
		}
	}
	if dropped == 0 {
		t.Error("nothing was dropped in any text, so no reason was tried")
	}
}

// closedClass are the literals that code of these rooms may compare with: part-of-speech tags, relations of Universal
// Dependencies, roles and marks are names of the scheme, no words.
var closedClass = regexp.MustCompile(`^(|[A-Z$]{2,5}|-[LR][RS]B-|[^A-Za-z]+|` +
	`root|dep|punct|fixed|flat|orphan|vocative|discourse|parataxis|dislocated|appos|case|cc|conj|cop|det|expl|mark|aux|` +
	`obj|iobj|obl|nsubj|csubj|nmod|amod|advmod|nummod|acl|advcl|xcomp|ccomp|compound|reparandum|goeswith|list|` +
	`(acl|advcl|aux|nsubj|csubj|nmod|obl|compound|cc|flat|det|expl):[a-z]+|` +
	`subject|object|recipient|attribute|oblique|complement|self|clause|body|inner|inner-object|sayer|` +
	`actor|issue|person|PREP2?|PREP-.*|object[+>].*|verb|noun)$`)

// TestWordsAreData: words are compared with literals in Go only for closed classes of grammar, and few of them.
func TestWordsAreData(t *testing.T) {
	const most = 50
	n := 0
	for _, room := range []string{"clause", "rule", "mention", "voice", "judge"} {
		files, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			for _, w := range wordsCompared(t, name) {
				n++
				t.Logf("%s", w)
			}
		}
	}
	if n > most {
		t.Errorf("%d comparisons with words in Go, at most %d may be", n, most)
	}
}

// wordsCompared are the comparisons of a file with literal words: == and !=, and the cases of a switch.
func wordsCompared(t *testing.T, name string) []string {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	note := func(x ast.Expr) {
		lit, ok := x.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return
		}
		if s, err := strconv.Unquote(lit.Value); err == nil && !closedClass.MatchString(s) {
			all = append(all, fset.Position(lit.Pos()).String()+" "+lit.Value)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				note(n.X)
				note(n.Y)
			}
		case *ast.CaseClause:
			for _, x := range n.List {
				note(x)
			}
		}
		return true
	})
	return all
}

// TestLineLength: no line of code, of a table or of a text for readers is longer than a screen is wide. Left out are what
// a program wrote and rows of data that have no line break.
func TestLineLength(t *testing.T) {
	const longest = 140
	counted := regexp.MustCompile(`\.(go|ya?ml|sh|py|md|sql|cypher|txtar|js|css|html)$|/(test|run)$`)
	generated := []string{"../graph/questions/README.md"}
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == ".git" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() || !counted.MatchString(path) || slices.Contains(generated, path) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			if n++; utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > longest {
				t.Errorf("%s:%d: longer than %d characters", path, n, longest)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
