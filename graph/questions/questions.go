// Package questions holds the questions that ship with stancegraph, each twice: NAME.cypher for Neo4j and
// NAME.sql for the file store. Both give equal rows in equal order.
//
// The first line of a file is a comment that says what is answered, the second one names the parameters,
// "none" for none, "[n=20]" for one that may be left out. To add a question, add both files: everything
// else is read off them.
package questions

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/graph"
)

//go:embed *.cypher *.sql
var files embed.FS

// Question is one question.
type Question struct {
	Name   string
	Help   string
	Params []Param
	Cypher string
	SQL    string
}

// Param is a parameter of a question. Actors, persons and targets are found by name, alias or id, whatever the case, and
// by other names; see Ask.
type Param struct {
	Name     string
	Optional bool
	Default  string
}

// Kind is what a parameter takes.
type Kind string

const (
	Name   Kind = "name"   // names and ids of one or more nodes, a list, folded by graph.Fold; [""] for none
	Exact  Kind = "exact"  // a text as it is
	Number Kind = "number" // 0 or more, an int64
)

// Kind of a parameter follows from its name, the same in all questions.
func (p Param) Kind() Kind {
	switch p.Name {
	case "n":
		return Number
	case "statement", "run":
		return Exact
	}
	return Name
}

// All lists the questions by name. It gives an error where a file that ships with the program is not as it should be.
func All() ([]Question, error) {
	list, err := all()
	return slices.Clone(list), err
}

var all = sync.OnceValues(func() ([]Question, error) { return read(files) })

// read reads all questions of a folder.
func read(dir fs.FS) ([]Question, error) {
	names, err := fs.Glob(dir, "*.cypher")
	if err != nil {
		return nil, fmt.Errorf("reading the questions: %w", err)
	}
	var list []Question
	for _, name := range names { // sorted
		q, err := readOne(dir, strings.TrimSuffix(name, ".cypher"))
		if err != nil {
			return nil, fmt.Errorf("reading question %s: %w", name, err)
		}
		list = append(list, q)
	}
	return list, nil
}

func readOne(dir fs.FS, name string) (Question, error) {
	cypher, err := fs.ReadFile(dir, name+".cypher")
	if err != nil {
		return Question{}, err
	}
	sql, err := fs.ReadFile(dir, name+".sql")
	if err != nil {
		return Question{}, err
	}
	first, rest, _ := strings.Cut(string(cypher), "\n")
	second, _, _ := strings.Cut(rest, "\n")
	help, ok := strings.CutPrefix(first, "// ")
	params, ok2 := strings.CutPrefix(second, "// parameters: ")
	if !ok || !ok2 {
		return Question{}, errors.New("the first line must be a comment, and the second one must list the parameters")
	}
	q := Question{Name: name, Help: help, Cypher: string(cypher), SQL: string(sql)}
	for _, p := range strings.Split(params, ", ") {
		if p == "none" {
			continue
		}
		inner, optional := strings.CutPrefix(p, "[")
		name, value, _ := strings.Cut(strings.TrimSuffix(inner, "]"), "=")
		q.Params = append(q.Params, Param{Name: name, Optional: optional, Default: value})
	}
	return q, nil
}

// Find gives the question of a name. The error lists the names there are.
func Find(name string) (Question, error) {
	list, err := all()
	if err != nil {
		return Question{}, err
	}
	var names []string
	for _, q := range list {
		if q.Name == name {
			return q, nil
		}
		names = append(names, q.Name)
	}
	return Question{}, fmt.Errorf("there is no question %q; there are: %s", name, strings.Join(names, ", "))
}

// Usage is the question as one calls it: "stance-over-time ACTOR TARGET".
func (q Question) Usage() string {
	s := q.Name
	for _, p := range q.Params {
		word := strings.ToUpper(p.Name)
		if p.Optional {
			word = "[" + word + "]"
		}
		s += " " + word
	}
	return s
}

// Bind gives the parameters their values, as both stores take them: a list of folded names, a string, or int64 for the
// number n.
func (q Question) Bind(args []string) (map[string]any, error) {
	if len(args) > len(q.Params) {
		return nil, fmt.Errorf("%s takes %d arguments, not %d; use: %s", q.Name, len(q.Params), len(args), q.Usage())
	}
	bound := map[string]any{}
	for i, p := range q.Params {
		arg := p.Default
		switch {
		case i < len(args):
			arg = args[i]
		case !p.Optional:
			return nil, fmt.Errorf("%s is missing; use: %s", strings.ToUpper(p.Name), q.Usage())
		}
		switch p.Kind() {
		case Number:
			n, err := strconv.ParseInt(arg, 10, 64)
			if err != nil || n < 0 {
				return nil, fmt.Errorf("%q is not a number of rows; use: %s", arg, q.Usage())
			}
			bound[p.Name] = n
		case Exact:
			bound[p.Name] = arg
		default:
			bound[p.Name] = []string{graph.Fold(arg)}
		}
	}
	return bound, nil
}
