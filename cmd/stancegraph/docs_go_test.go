package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the module's folder, seen from this one.
const root = "../.."

// testCommand is a command of a document that runs tests, as far as its quotation mark, line or comment ends.
var testCommand = regexp.MustCompile("(?:go test|\\./test) [^`\n#;)\\\\]*")

// TestDocsTests: every test that a document or a comment tells its reader to run exists in the packages that the
// command names, down to its subtests, and so does every flag.
func TestDocsTests(t *testing.T) {
	n := 0
	for _, file := range commandFiles(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range testCommand.FindAllString(string(data), -1) {
			cmd := parseTestCommand(line)
			if len(cmd.patterns) == 0 {
				continue
			}
			n++
			name, _ := filepath.Rel(root, file)
			t.Run(name+": "+line, func(t *testing.T) {
				for _, problem := range cmd.problems(readTests(t, cmd.folders(filepath.Dir(file)))) {
					t.Error(problem)
				}
			})
		}
	}
	if n < 8 {
		t.Errorf("only %d commands found", n)
	}
}

// commandFiles are the files of the repository that tell a reader what to run.
func commandFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2 && d.Name() != ".ci":
			return filepath.SkipDir
		case slices.Contains([]string{".md", ".go"}, filepath.Ext(path)) || d.Name() == "test":
			if !d.IsDir() && d.Name() != "docs_go_test.go" {
				files = append(files, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// goCommand is a go test or ./test command.
type goCommand struct {
	packages []string // as go test takes them
	patterns []string // of -run and -bench
	flags    []string // that are none of go test's own
}

// parseTestCommand reads a command line of a document.
func parseTestCommand(line string) goCommand {
	var cmd goCommand
	if strings.HasPrefix(line, "./test") {
		cmd.packages = []string{root + "/..."}
	}
	words := strings.Fields(line)
	for i := range words {
		words[i] = strings.TrimRight(strings.Trim(words[i], `'"`), `'",:`)
	}
	for i := 1; i < len(words); i++ {
		word := words[i]
		flag, isFlag := strings.CutPrefix(word, "-")
		switch {
		case isFlag && slices.Contains([]string{"run", "bench"}, flag) && i+1 < len(words):
			i++
			cmd.patterns = append(cmd.patterns, words[i])
		case isFlag && slices.Contains([]string{"timeout", "count", "benchtime", "fuzz"}, flag):
			i++
		case isFlag && !slices.Contains([]string{"v", "short", "race"}, flag):
			cmd.flags = append(cmd.flags, flag)
		case strings.HasPrefix(word, "./") || word == ".":
			cmd.packages = append(cmd.packages, word)
		}
	}
	return cmd
}

// folders are those of the packages, from where the command stands: its own for ".", else the module's.
func (c goCommand) folders(own string) []string {
	if len(c.packages) == 0 {
		return []string{own}
	}
	var all []string
	for _, p := range c.packages {
		if p == "." {
			p = own
		} else if !strings.HasPrefix(p, root) {
			p = filepath.Join(root, p)
		}
		all = append(all, p)
	}
	return all
}

// packageTests is what test files declare.
type packageTests struct {
	functions map[string]string // name → source
	flags     map[string]bool
}

// readTests reads the test files of folders, with those below where a folder ends in "...".
func readTests(t *testing.T, folders []string) packageTests {
	t.Helper()
	all := packageTests{functions: map[string]string{}, flags: map[string]bool{}}
	for _, folder := range folders {
		dir, deep := strings.CutSuffix(folder, "/...")
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && path != dir && !deep:
				return filepath.SkipDir
			case strings.HasSuffix(path, "_test.go"):
				all.add(t, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func (p packageTests) add(t *testing.T, file string) {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, file, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil {
			p.functions[fn.Name.Name] = string(source[set.Position(fn.Pos()).Offset:set.Position(fn.End()).Offset])
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 3 {
			return true
		}
		fn, ok := call.Fun.(*ast.SelectorExpr)
		if name, isText := call.Args[0].(*ast.BasicLit); ok && isText {
			if pkg, ok := fn.X.(*ast.Ident); ok && pkg.Name == "flag" {
				flag, _ := strconv.Unquote(name.Value)
				p.flags[flag] = true
			}
		}
		return true
	})
}

// problems says what of a command matches nothing.
func (c goCommand) problems(tests packageTests) []string {
	var all []string
	for _, pattern := range c.patterns {
		for _, alternative := range strings.Split(pattern, "|") {
			if !tests.match(alternative) {
				all = append(all, "no test matches "+strconv.Quote(alternative))
			}
		}
	}
	for _, flag := range c.flags {
		if !tests.flags[flag] {
			all = append(all, "no flag -"+flag)
		}
	}
	return all
}

// match says whether a pattern without alternatives matches a test and, after a slash, the name of one of its subtests.
func (p packageTests) match(pattern string) bool {
	name, sub, hasSub := strings.Cut(pattern, "/")
	test, err := regexp.Compile(name)
	if err != nil {
		return false
	}
	for _, function := range slices.Sorted(maps.Keys(p.functions)) {
		isTest := strings.HasPrefix(function, "Test") || strings.HasPrefix(function, "Fuzz") ||
			strings.HasPrefix(function, "Benchmark") || strings.HasPrefix(function, "Example")
		if !isTest || !test.MatchString(function) {
			continue
		}
		if !hasSub || strings.Contains(p.functions[function], strconv.Quote(sub)) {
			return true
		}
	}
	return false
}

// TestDocsTestsFinds: the test sees what it is there to see.
func TestDocsTestsFinds(t *testing.T) {
	tests := packageTests{flags: map[string]bool{"update": true}, functions: map[string]string{
		"TestKilled": "", "TestServer": `func TestServer(t *testing.T) { t.Run("killed", killed) }`, "helper": "",
	}}
	for _, c := range []struct {
		line     string
		problems int
	}{
		{"go test ./cmd/stancegraph -run TestKilled -v", 0},
		{"go test ./cmd/stancegraph -run Killed -update", 0},
		{"./test -run 'TestKilled|TestServer/killed' -v", 0},
		{"go test . -run helper", 1},
		{"go test . -run TestNothing", 1},
		{"./test -run 'TestKilled|TestServer/gone'", 1},
		{"go test . -run TestKilled -picture", 1},
		{"go test ./extract/...", 0},
	} {
		t.Run(c.line, func(t *testing.T) {
			if got := parseTestCommand(c.line).problems(tests); len(got) != c.problems {
				t.Errorf("%q, want %d", got, c.problems)
			}
		})
	}
}
