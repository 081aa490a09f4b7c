package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"sort"
	"strings"
)

// edit replaces a stretch of a file by parts of itself, joined; without parts it deletes.
type edit struct {
	from, to int
	parts    []stretch
	join     string
	text     string // instead of parts
}

type stretch struct{ from, to int }

// prune takes the listed sites (file, from, to, kind a line, tab-separated) out of the sources: a condition that is
// neutral is left away, and what is never reached goes with it.
func prune(list string) error {
	f, err := os.Open(list)
	if err != nil {
		return err
	}
	defer f.Close()
	gone := map[string]map[stretch]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var name, kind string
		var s stretch
		if _, err := fmt.Sscanf(strings.ReplaceAll(lines.Text(), "\t", " "), "%s %d %d %s", &name, &s.from, &s.to, &kind); err != nil {
			return fmt.Errorf("%s: %w", list, err)
		}
		if gone[name] == nil {
			gone[name] = map[stretch]bool{}
		}
		gone[name][s] = true
	}
	names := make([]string, 0, len(gone))
	for n := range gone {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if err := pruneFile(n, gone[n]); err != nil {
			return fmt.Errorf("prune %s: %w", n, err)
		}
	}
	return lines.Err()
}

func pruneFile(name string, gone map[stretch]bool) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		return err
	}
	p := &pruner{src: src, fset: fset, gone: gone}
	ast.Inspect(file, p.visit)
	sort.SliceStable(p.edits, func(i, j int) bool {
		a, b := p.edits[i], p.edits[j]
		return a.from < b.from || a.from == b.from && a.to > b.to
	})
	out := p.render(stretch{0, len(src)})
	formatted, err := format.Source([]byte(out))
	if err != nil {
		formatted = []byte(out)
	}
	return os.WriteFile(name, formatted, 0o644)
}

type pruner struct {
	src   []byte
	fset  *token.FileSet
	gone  map[stretch]bool
	edits []edit
}

func (p *pruner) at(n ast.Node) stretch {
	return stretch{p.fset.Position(n.Pos()).Offset, p.fset.Position(n.End()).Offset}
}

func (p *pruner) off(n ast.Node) bool { return p.gone[p.at(n)] }

func (p *pruner) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		if e, ok := n.Else.(*ast.IfStmt); ok && p.off(e.Cond) && e.Else == nil {
			p.edits = append(p.edits, edit{from: p.at(n.Body).to, to: p.at(e).to})
			p.gone[stretch{-p.at(e).from, 0}] = true // done here
		}
		if !p.off(n.Cond) || p.gone[stretch{-p.at(n).from, 0}] {
			return true
		}
		s := p.at(n)
		if n.Else == nil {
			p.delete(s)
			return false
		}
		e := p.at(n.Else)
		if b, ok := n.Else.(*ast.BlockStmt); ok && len(b.List) > 0 && p.lineStart(s.from) {
			e = stretch{p.at(b.List[0]).from, p.at(b.List[len(b.List)-1]).to}
		}
		p.edits = append(p.edits, edit{from: s.from, to: s.to, parts: []stretch{e}})
	case *ast.BinaryExpr:
		if n.Op == token.LAND || n.Op == token.LOR {
			p.chain(n)
		}
	case *ast.CaseClause:
		p.clause(n)
	}
	return true
}

// chain leaves operands of && or || away.
func (p *pruner) chain(n *ast.BinaryExpr) {
	var all []ast.Expr
	var collect func(x ast.Expr)
	collect = func(x ast.Expr) {
		if b, ok := x.(*ast.BinaryExpr); ok && b.Op == n.Op {
			collect(b.X)
			collect(b.Y)
			return
		}
		all = append(all, x)
	}
	collect(n)
	var kept []stretch
	for _, x := range all {
		if !p.off(x) {
			kept = append(kept, p.at(x))
		}
	}
	if len(kept) == len(all) || p.covered(p.at(n)) {
		return
	}
	e := edit{from: p.at(n).from, to: p.at(n).to, parts: kept, join: " " + n.Op.String() + " "}
	if len(kept) == 0 {
		e.text = map[token.Token]string{token.LAND: "true", token.LOR: "false"}[n.Op]
	}
	p.edits = append(p.edits, e)
}

// covered: an edit of the same chain, from further out, is there already.
func (p *pruner) covered(s stretch) bool {
	for _, e := range p.edits {
		if e.join != "" && e.from <= s.from && e.to >= s.to && len(e.parts) > 0 {
			for _, part := range e.parts {
				if part.from <= s.from && part.to >= s.to {
					return false
				}
			}
			return true
		}
	}
	return false
}

func (p *pruner) clause(n *ast.CaseClause) {
	if len(n.List) == 0 {
		return
	}
	var kept []stretch
	for _, x := range n.List {
		if !p.off(x) {
			kept = append(kept, p.at(x))
		}
	}
	switch {
	case len(kept) == len(n.List):
	case len(kept) == 0:
		p.delete(p.at(n))
	default:
		p.edits = append(p.edits, edit{from: p.at(n.List[0]).from, to: p.at(n.List[len(n.List)-1]).to, parts: kept, join: ", "})
	}
}

// delete takes a statement out with its line and the comment lines straight above it.
func (p *pruner) delete(s stretch) {
	from, to := s.from, s.to
	for from > 0 && (p.src[from-1] == ' ' || p.src[from-1] == '\t') {
		from--
	}
	for to < len(p.src) && p.src[to] != '\n' {
		to++
	}
	if to < len(p.src) {
		to++
	}
	for from > 1 {
		start := strings.LastIndexByte(string(p.src[:from-1]), '\n') + 1
		if !strings.HasPrefix(strings.TrimSpace(string(p.src[start:from-1])), "//") {
			break
		}
		from = start
	}
	p.edits = append(p.edits, edit{from: from, to: to})
}

// lineStart: nothing but blanks stands before the byte in its line.
func (p *pruner) lineStart(at int) bool {
	start := strings.LastIndexByte(string(p.src[:at]), '\n') + 1
	return strings.TrimSpace(string(p.src[start:at])) == ""
}

// render is the source of a stretch with its edits applied, outer ones first.
func (p *pruner) render(s stretch) string {
	var b strings.Builder
	at := s.from
	for _, e := range p.edits {
		if e.from < at || e.to > s.to || e.from == s.from && e.to == s.to && p.rendering(e) {
			continue
		}
		b.Write(p.src[at:e.from])
		switch {
		case e.text != "":
			b.WriteString(e.text)
		default:
			for i, part := range e.parts {
				if i > 0 {
					b.WriteString(e.join)
				}
				b.WriteString(p.render(part))
			}
		}
		at = e.to
	}
	b.Write(p.src[at:s.to])
	return b.String()
}

// rendering is a place to stop an edit that keeps the whole of itself from being applied again.
func (p *pruner) rendering(e edit) bool {
	return len(e.parts) == 1 && e.parts[0] == (stretch{e.from, e.to})
}
