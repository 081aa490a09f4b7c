package browse

import (
	"embed"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

//go:embed pictures/*.cypher
var pictureFiles embed.FS

// query is a query as a reader runs it: nothing but its inputs is left open.
type query struct {
	Name   string
	Help   string
	Inputs []input
	Parts  []part
}

// input is a value that the reader may change.
type input struct {
	Key   string // unique in the guide
	Name  string
	Value string
}

// part is a piece of the query's text: fixed, or the value of an input.
type part struct {
	Text string
	Key  string // of the input, "" for fixed text
}

// Text is the whole query.
func (q query) Text() string {
	var b strings.Builder
	for _, p := range q.Parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// pictures are the queries whose answer is drawn, in the order of their files.
func pictures(examples Examples) []query {
	files, err := fs.Glob(pictureFiles, "pictures/*.cypher")
	if err != nil {
		panic(err) // the pattern is constant
	}
	var list []query
	for _, file := range files {
		raw, _ := pictureFiles.ReadFile(file)
		help, text, _ := strings.Cut(string(raw), "\n")
		_, name, _ := strings.Cut(strings.TrimSuffix(file, ".cypher"), "-")
		list = append(list, fill(name, strings.TrimPrefix(help, "// "), text, examples, nil))
	}
	return list
}

// asked are the shipped questions.
func asked(examples Examples) []query {
	var list []query
	for _, q := range questions.All() {
		text := q.Cypher
		for strings.HasPrefix(text, "//") { // help and parameters, which are told otherwise
			_, text, _ = strings.Cut(text, "\n")
		}
		defaults := map[string]string{}
		for _, p := range q.Params {
			if p.Optional {
				defaults[p.Name] = p.Default
			}
		}
		list = append(list, fill(q.Name, q.Help, text, examples, defaults))
	}
	return list
}

var parameter = regexp.MustCompile(`\$\w+`)

// fill puts a value in the place of each parameter, so that the query runs at one click: a default of the question,
// else an example. A name is compared as graph.Fold makes it, in lower case.
func fill(name, help, text string, examples Examples, defaults map[string]string) query {
	q := query{Name: name, Help: help}
	known := map[string]string{}
	at := 0
	text = strings.TrimSpace(text)
	for _, m := range parameter.FindAllStringIndex(text, -1) {
		p := text[m[0]+1 : m[1]]
		value, optional := defaults[p]
		if !optional {
			value = examples[p]
		}
		key := name + "-" + p
		if _, seen := known[p]; !seen {
			known[p] = key
			q.Inputs = append(q.Inputs, input{Key: key, Name: p, Value: value})
		}
		before, after := `toLower("`, `")`
		switch p {
		case "n":
			before, after = "", ""
			if _, err := strconv.Atoi(value); err != nil {
				value = "20"
			}
		case "statement":
			before, after = `"`, `"`
		}
		q.Parts = append(q.Parts, part{Text: text[at:m[0]] + before}, part{Text: quoted(value), Key: key}, part{Text: after})
		at = m[1]
	}
	q.Parts = append(q.Parts, part{Text: text[at:]})
	return q
}

// quoted makes a value fit to stand between double quotes in Cypher.
func quoted(s string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\u2028", " ", "\u2029", " ").Replace(s)
}
