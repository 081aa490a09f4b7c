package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const probePath = "github.com/stancegraph/stancegraph/cmd/stancegraph-ablate/probe"

// site is one condition. Its key (file:offset) is the same at each instrumentation of the same source.
type site struct {
	id    int
	file  string // slash-separated, from the checkout's root
	line  int
	from  int // bytes of the file
	to    int
	kind  string // if, and, or, when (a case without a tag), case
	words string // the condition's source
}

func (s site) key() string { return s.file + ":" + strconv.Itoa(s.from) }

// insertion is source text to put at a byte of a file.
type insertion struct {
	at    int
	order int
	text  string
}

// instrument writes the instrumented files, overlay.json and sites.tsv into dir. Sites in skip are left alone.
func instrument(dir string, packages []string, skip map[string]bool) (int, error) {
	var sites []site
	replace := map[string]string{}
	for _, p := range packages {
		files, err := filepath.Glob(filepath.Join("extract", p, "*.go"))
		if err != nil || len(files) == 0 {
			return 0, fmt.Errorf("no Go files in extract/%s", p)
		}
		sort.Strings(files)
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			out, found, err := instrumentFile(f, len(sites), skip)
			if err != nil {
				return 0, err
			}
			if len(found) == 0 {
				continue
			}
			sites = append(sites, found...)
			abs, err := filepath.Abs(f)
			if err != nil {
				return 0, err
			}
			to := filepath.Join(dir, strings.ReplaceAll(filepath.ToSlash(f), "/", "__"))
			if err := os.WriteFile(to, out, 0o600); err != nil {
				return 0, err
			}
			replace[abs] = to
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600); err != nil {
		return 0, err
	}
	var b strings.Builder
	for _, s := range sites {
		fmt.Fprintf(&b, "%d\t%s\t%d\t%d\t%d\t%s\t%s\n", s.id, s.file, s.line, s.from, s.to, s.kind, s.words)
	}
	return len(sites), os.WriteFile(filepath.Join(dir, "sites.tsv"), []byte(b.String()), 0o600)
}

func instrumentFile(name string, before int, skip map[string]bool) ([]byte, []site, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		return nil, nil, err
	}
	w := &walker{src: src, fset: fset, name: filepath.ToSlash(name), before: before, skip: skip}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil && !fails(f) {
			w.walk(f.Body)
		}
	}
	if len(w.sites) == 0 {
		return nil, nil, nil
	}
	at := fset.Position(file.Name.End()).Offset
	w.insert = append(w.insert, insertion{at, 0, "; import probe_ \"" + probePath + "\""})
	sort.SliceStable(w.insert, func(i, j int) bool { return w.insert[i].at < w.insert[j].at })
	var b strings.Builder
	last := 0
	for _, in := range w.insert {
		b.Write(src[last:in.at])
		b.WriteString(in.text)
		last = in.at
	}
	b.Write(src[last:])
	b.WriteString("\nvar _ = probe_.Off\n")
	return []byte(b.String()), w.sites, nil
}

// fails: the function can return an error, so it reads rules or words at the start, not documents.
func fails(f *ast.FuncDecl) bool {
	if f.Type.Results == nil {
		return false
	}
	for _, r := range f.Type.Results.List {
		if id, ok := r.Type.(*ast.Ident); ok && id.Name == "error" {
			return true
		}
	}
	return false
}

// walker collects a file's sites and the texts to insert for them.
type walker struct {
	src    []byte
	fset   *token.FileSet
	name   string
	before int
	skip   map[string]bool
	sites  []site
	insert []insertion
}

func (w *walker) walk(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt: // a changed loop condition would not end, or run over
			w.walkAll(n.Init, n.Post, n.Body)
			return false
		case *ast.IfStmt:
			w.walkAll(n.Init)
			w.wrap(n.Cond, "if")
			w.walkAll(n.Body, n.Else)
			return false
		case *ast.SwitchStmt:
			w.walkAll(n.Init, n.Tag)
			w.cases(n)
			return false
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				w.operands(n)
				return false
			}
		}
		return true
	})
}

func (w *walker) walkAll(nodes ...ast.Node) {
	for _, n := range nodes {
		switch x := n.(type) {
		case nil:
		case *ast.BlockStmt:
			if x != nil {
				w.walk(x)
			}
		default:
			w.walk(n)
		}
	}
}

func (w *walker) operands(n *ast.BinaryExpr) {
	kind := map[token.Token]string{token.LAND: "and", token.LOR: "or"}[n.Op]
	for _, x := range []ast.Expr{n.X, n.Y} {
		if b, ok := x.(*ast.BinaryExpr); ok && b.Op == n.Op { // a && b && c: three operands, not two
			w.operands(b)
			continue
		}
		w.wrap(x, kind)
	}
}

func (w *walker) cases(n *ast.SwitchStmt) {
	tag := ""
	if n.Tag != nil {
		tag = string(w.src[w.offset(n.Tag.Pos()):w.offset(n.Tag.End())]) // evaluated again: no tag of this code changes anything
	}
	for _, c := range n.Body.List {
		clause := c.(*ast.CaseClause)
		for _, x := range clause.List {
			if n.Tag == nil {
				w.wrap(x, "when")
			} else if lit, ok := x.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				w.add(x, "case", func(id int) string { return fmt.Sprintf("probe_.Case(%d, %s, ", id, tag) })
			}
		}
		for _, s := range clause.Body {
			w.walk(s)
		}
	}
}

// wrap makes a condition a site and goes on into it.
func (w *walker) wrap(x ast.Expr, kind string) {
	neutral := kind == "and"
	w.add(x, kind, func(id int) string { return fmt.Sprintf("probe_.Cond(%d, %v, ", id, neutral) })
	w.walk(x)
}

func (w *walker) add(x ast.Expr, kind string, call func(id int) string) {
	s := site{id: w.before + len(w.sites) + 1, file: w.name, line: w.fset.Position(x.Pos()).Line,
		from: w.offset(x.Pos()), to: w.offset(x.End()), kind: kind}
	s.words = strings.Join(strings.Fields(string(w.src[s.from:s.to])), " ")
	if len(s.words) > 160 {
		s.words = s.words[:160]
	}
	if w.skip[s.key()] {
		return
	}
	w.sites = append(w.sites, s)
	w.insert = append(w.insert, insertion{s.from, 0, call(s.id)}, insertion{s.to, 0, ")"})
}

func (w *walker) offset(p token.Pos) int { return w.fset.Position(p).Offset }

var compileError = regexp.MustCompile(`(?m)^(\S+\.go):(\d+):(\d+): (.*)$`)

// skipFailed adds the sites that did not compile (a condition or string of another type) to skip; false without any.
func skipFailed(dir, output string, skip map[string]bool) bool {
	any := false
	for _, m := range compileError.FindAllStringSubmatch(output, -1) {
		line, _ := strconv.Atoi(m[2])
		name := filepath.Base(m[1])
		src, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil { // the compiler names the file of the checkout
			src, err = os.ReadFile(filepath.Join(dir, strings.ReplaceAll(filepath.ToSlash(strings.TrimPrefix(m[1], "./")), "/", "__")))
			if err != nil {
				continue
			}
		}
		lines := strings.Split(string(src), "\n")
		if line > len(lines) {
			continue
		}
		for _, id := range regexp.MustCompile(`probe_\.(?:Case|Cond)\((\d+)`).FindAllStringSubmatch(lines[line-1], -1) {
			if key := keyOf(dir, id[1]); key != "" && !skip[key] {
				skip[key], any = true, true
			}
		}
	}
	return any
}

// keyOf is the key of a site in sites.tsv.
func keyOf(dir, id string) string {
	b, err := os.ReadFile(filepath.Join(dir, "sites.tsv"))
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(b)) {
		if f := strings.Split(line, "\t"); f[0] == id {
			return f[1] + ":" + f[3]
		}
	}
	return ""
}
