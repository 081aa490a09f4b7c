package schema_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// queryBuilders are the only functions that may make or run a query that is not constant text, each with the reason
// why nothing of a document, of a user or of the store can get into its text.
var queryBuilders = map[string]string{
	"graph/neo4j/curation.go list":         "passes on what its callers wrote",
	"graph/neo4j/curation.go pairs":        "passes on what its callers wrote",
	"graph/sqlite/curation.go list":        "passes on what its callers wrote",
	"graph/sqlite/curation.go pairs":       "passes on what its callers wrote",
	"graph/neo4j/curation.go texts":        "passes on what its callers wrote",
	"graph/sqlite/curation.go texts":       "passes on what its callers wrote",
	"graph/neo4j/open.go prepare":          "constraints of the embedded schema",
	"graph/neo4j/migrate.go indexAll":      "numbers of the program's own indexes",
	"graph/neo4j/near.go NextClusters":     "of nextClusters",
	"graph/neo4j/near.go nextClusters":     "names of the program's own properties",
	"graph/neo4j/near.go Bucket":           "names of the program's own properties, and two constant conditions",
	"graph/neo4j/open.go auto":             "passes on what its callers wrote",
	"graph/neo4j/pattern.go makePatterns":  "types and labels of the closed tables of package graph",
	"graph/neo4j/pattern.go String":        "labels of the closed tables",
	"graph/neo4j/pattern.go anyEdge":       "labels of the closed tables",
	"graph/neo4j/read.go Owned":            "constant patterns",
	"graph/neo4j/read.go Nodes":            "labels of the closed tables",
	"graph/neo4j/read.go Edges":            "labels of the closed tables",
	"graph/neo4j/read.go Facts":            "Actor and Issue",
	"graph/neo4j/store.go all":             "labels of the closed tables",
	"graph/neo4j/store.go Stats":           "labels and types of the closed tables",
	"graph/neo4j/store.go Answer":          "a shipped question; its arguments are parameters",
	"graph/neo4j/store.go Called":          "labels of the closed tables",
	"graph/neo4j/store.go Cypher":          "the user's own Cypher, in a session that only reads",
	"graph/neo4j/store.go Clear":           "labels of the closed tables",
	"graph/neo4j/verify.go Blank":          "constant statements",
	"graph/neo4j/write.go run":             "passes on what its callers wrote",
	"graph/neo4j/write.go unwind":          "passes on what its callers wrote",
	"graph/neo4j/write.go PutNodes":        "labels and kinds of the closed tables",
	"graph/neo4j/write.go writeEdges":      "of makePatterns",
	"graph/neo4j/write.go DeleteEdges":     "of anyEdge",
	"graph/neo4j/write.go DeleteNodes":     "labels of the closed tables",
	"graph/sqlite/migrate.go migrate":      "the embedded schema and two numbers of the program",
	"graph/sqlite/read.go Facts":           "of factsOf",
	"graph/sqlite/read.go Owned":           "constant conditions",
	"graph/sqlite/read.go factsOf":         "targetActor and targetIssue",
	"graph/sqlite/read.go nodes":           "tables and columns of the closed tables",
	"graph/sqlite/read.go edges":           "tables and columns of the closed tables",
	"graph/sqlite/read.go each":            "passes on what its callers wrote",
	"graph/sqlite/relation.go newRelation": "tables and columns of the closed tables",
	"graph/sqlite/called.go called":        "constants by label, and a constant condition",
	"graph/sqlite/store.go Answer":         "a shipped question; its arguments are parameters",
	"graph/sqlite/table.go upsert":         "tables and columns of the closed tables",
	"graph/sqlite/table.go selectFrom":     "tables and columns of the closed tables",
	"graph/sqlite/verify.go Blank":         "columns of the closed tables, and constant conditions",
	"graph/sqlite/write.go prepare":        "passes on what its callers wrote",
	"graph/sqlite/write.go exec":           "passes on what its callers wrote",
	"graph/sqlite/write.go QueryContext":   "passes on what its callers wrote",
	"graph/sqlite/write.go insert":         "tables and columns of the closed tables",
	"graph/sqlite/write.go DeleteEdges":    "tables and columns of the closed tables",
	"graph/sqlite/write.go DeleteNodes":    "tables of the closed tables",
}

// sinks are the calls that take a query, and which argument it is.
var sinks = map[string]int{
	"Run": 1, "auto": 2, "run": 1, "unwind": 1, "Cypher": 1,
	"Exec": 0, "Query": 0, "QueryRow": 0, "Prepare": 0,
	"ExecContext": 1, "QueryContext": 1, "QueryRowContext": 1, "PrepareContext": 1,
	"exec": 1, "prepare": 1, "each": 2, "list": 1, "pairs": 1, "texts": 1,
}

var queryWords = regexp.MustCompile(`\b(MATCH|MERGE|UNWIND|SELECT|INSERT|UPDATE|DELETE|PRAGMA|WHERE|SET|RETURN)\b`)

// TestQueriesAreConstant: values reach a store as parameters. Only the folders of the stores can import a driver
// (TestImports), so only they are read, and commands for what they pass to Cypher.
func TestQueriesAreConstant(t *testing.T) {
	used := map[string]bool{}
	for _, dir := range []string{"graph/neo4j", "graph/sqlite"} {
		files := goFiles(t, dir)
		shared := map[string]bool{}
		for _, f := range files {
			for _, d := range f.Decls {
				if d, ok := d.(*ast.GenDecl); ok {
					addConstants(shared, d)
				}
			}
		}
		for path, f := range files {
			for _, d := range f.Decls {
				where := path + " "
				if fn, ok := d.(*ast.FuncDecl); ok {
					where += fn.Name.Name
				}
				constants := maps.Clone(shared)
				addConstants(constants, d) // the function's own
				if built(d, constants) {
					used[where] = true
					if queryBuilders[where] == "" {
						t.Errorf("%s: a query that is not constant; use parameters, or give the reason here", where)
					}
				}
			}
		}
	}
	for where := range queryBuilders {
		if !used[where] {
			t.Errorf("%s builds no query any more; take it off the list", where)
		}
	}
}

// addConstants adds the names of the constants that are declared in a node.
func addConstants(names map[string]bool, in ast.Node) {
	ast.Inspect(in, func(n ast.Node) bool {
		if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
			for _, s := range d.Specs {
				for _, name := range s.(*ast.ValueSpec).Names {
					names[name.Name] = true
				}
			}
		}
		return true
	})
}

// goFiles parses the files of a folder that are no tests, by their paths from the module's root.
func goFiles(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(filepath.Join("..", dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		files[filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))] = f
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// built says whether a declaration makes query text out of what is not constant, or passes such text to a driver.
func built(d ast.Decl, constants map[string]bool) (found bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if i, ok := sinks[name]; ok && i < len(n.Args) && !constant(n.Args[i], constants) {
				found = true
			}
			if name == "Sprintf" && queryWords.MatchString(literals(n)) {
				found = true
			}
		case *ast.BinaryExpr:
			if n.Op == token.ADD && queryWords.MatchString(literals(n)) && !constant(n, constants) {
				found = true
			}
		case *ast.AssignStmt:
			if n.Tok == token.ADD_ASSIGN && queryWords.MatchString(literals(n)) {
				found = true
			}
		}
		return true
	})
	return found
}

func constant(e ast.Expr, constants map[string]bool) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return constants[e.Name]
	case *ast.ParenExpr:
		return constant(e.X, constants)
	case *ast.BinaryExpr:
		return constant(e.X, constants) && constant(e.Y, constants)
	}
	return false
}

// literals is the text of all string literals in a node.
func literals(n ast.Node) string {
	var b strings.Builder
	ast.Inspect(n, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			b.WriteString(l.Value + " ")
		}
		return true
	})
	return b.String()
}

// TestBuilt: the test sees what it is there to see.
func TestBuilt(t *testing.T) {
	for code, want := range map[string]bool{
		`func f() { tx.Run(ctx, "MATCH (n {id: $id}) RETURN n", p) }`:                   false,
		`func f() { tx.Run(ctx, "MATCH (n {id: '" + id + "'}) RETURN n", p) }`:          true,
		`func f() { q := fmt.Sprintf("SELECT * FROM actor WHERE id = '%s'", id) }`:      true,
		`func f() { q := "SELECT 1"; q += " WHERE id = " + id }`:                        true,
		`func f() { db.QueryContext(ctx, query) }`:                                      true,
		`func f() { const query = "SELECT 1"; db.QueryContext(ctx, query+" LIMIT 1") }`: false,
		`func f() { cmd.Run() }`: false,
	} {
		t.Run(code, func(t *testing.T) {
			f, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\n"+code, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got := built(f.Decls[0], map[string]bool{"query": strings.Contains(code, "const query")}); got != want {
				t.Errorf("%v, want %v", got, want)
			}
		})
	}
}

// TestListensHereOnly: what the program serves is served to this machine. Neo4j's own addresses are looked at in
// cmd/stancegraph (TestNeo4jFaults) and graph/neo4j/server.
func TestListensHereOnly(t *testing.T) {
	for path, f := range goFiles(t, ".") {
		ast.Inspect(f, func(n ast.Node) bool {
			if beyond(n) {
				t.Errorf("%s listens on an address that is not constant 127.0.0.1", path)
			}
			return true
		})
	}
	for code, want := range map[string]bool{
		`net.Listen("tcp", "127.0.0.1:0")`:                       false,
		`net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))`: false,
		`net.Listen("tcp", ":8080")`:                             true,
		`net.Listen("tcp", address)`:                             true,
		`http.ListenAndServe(":80", nil)`:                        true,
		`http.Server{Addr: "0.0.0.0:80"}`:                        true,
		`http.Server{Handler: h}`:                                false,
	} {
		t.Run(code, func(t *testing.T) {
			e, err := parser.ParseExpr(code)
			if err != nil {
				t.Fatal(err)
			}
			if beyond(e) != want {
				t.Errorf("%v, want %v", !want, want)
			}
		})
	}
}

// listeners are the functions that listen on an address.
var listeners = []string{"Listen", "ListenTCP", "ListenUDP", "ListenPacket", "ListenAndServe", "ListenAndServeTLS"}

// beyond finds a call or a server that listens on more than this machine, or that does not show where.
func beyond(n ast.Node) bool {
	text := ""
	switch n := n.(type) {
	case *ast.CallExpr:
		f, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || !slices.Contains(listeners, f.Sel.Name) {
			return false
		}
		if x, ok := f.X.(*ast.Ident); !ok || x.Name != "net" && x.Name != "http" && len(n.Args) == 0 {
			return false // a server's own method: its Addr is looked at
		}
		text = literals(n)
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); !ok || key.Name != "Addr" {
			return false
		}
		text = literals(n.Value)
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if beyond(e) {
				return true
			}
		}
		return false
	default:
		return false
	}
	return !strings.Contains(text, `"127.0.0.1`) || strings.Contains(text, "0.0.0.0")
}
