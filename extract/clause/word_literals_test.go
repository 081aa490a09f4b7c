package clause

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// mostWordLiterals is how many comparisons of a word with a literal the code of this package may hold. Function words
// belong in function_words.go, all others in extract/lexicon/words/operators.yaml.
const mostWordLiterals = 25

// The code compares words with named classes, not with literals.
func TestWordLiterals(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	set := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				for _, lit := range wordLiterals(fn) {
					found = append(found, set.Position(lit.Pos()).String()+" "+lit.Value)
				}
			}
		}
	}
	if len(found) > mostWordLiterals {
		t.Errorf("%d words are compared with literals, at most %d may be:\n%s", len(found), mostWordLiterals,
			strings.Join(found, "\n"))
	}
}

// wordLiterals are the literals in fn that a word is compared with: what one of the methods below gives, a variable
// that holds it, or a lemma of a clause.
func wordLiterals(fn *ast.FuncDecl) []*ast.BasicLit {
	words := map[string]bool{}
	isWord := func(e ast.Expr) bool {
		switch e := e.(type) {
		case *ast.CallExpr:
			s, ok := e.Fun.(*ast.SelectorExpr)
			return ok && wordMethods[s.Sel.Name]
		case *ast.SelectorExpr:
			return wordFields[e.Sel.Name]
		case *ast.Ident:
			return words[e.Name]
		}
		return false
	}
	var found []*ast.BasicLit
	literal := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING && lit.Value != `""` {
			found = append(found, lit)
		}
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, v := range n.Rhs {
				if name, ok := n.Lhs[i].(*ast.Ident); ok && isWord(v) {
					words[name.Name] = true
				}
			}
		case *ast.BinaryExpr:
			if (n.Op == token.EQL || n.Op == token.NEQ) && isWord(n.X) {
				literal(n.Y)
			}
		case *ast.SwitchStmt:
			if n.Tag == nil || !isWord(n.Tag) {
				return true
			}
			for _, c := range n.Body.List {
				for _, e := range c.(*ast.CaseClause).List {
					literal(e)
				}
			}
		}
		return true
	})
	return found
}

var (
	wordMethods = closedClass("Lower Lemma baseForm Preposition coordinator particle ToLower")
	wordFields  = closedClass("Lemma Particle Marker Noun NegCue Modal Prep")
)
