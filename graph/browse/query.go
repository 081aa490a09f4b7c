package browse

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/graph"
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
	Key      string // unique in the guide
	Name     string
	Value    string
	Optional bool // the query is asked without it too
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

// Command is the question as one asks it in a terminal. A name out of a text must stay one word there, whatever it
// holds.
func (q query) Command() string {
	words := []string{"stancegraph query " + q.Name}
	last := 0
	for i, in := range q.Inputs {
		if in.Value != "" || !in.Optional {
			last = i + 1
		}
	}
	for _, in := range q.Inputs[:last] {
		if strings.HasPrefix(in.Value, "-") && len(words) == 1 {
			words = append(words, "--")
		}
		words = append(words, shellWord(in.Value))
	}
	return strings.Join(words, " ")
}

// pictures are the queries whose answer is drawn, in the order of their files.
func pictures(examples Examples) ([]query, error) {
	files, err := fs.Glob(pictureFiles, "pictures/*.cypher")
	if err != nil {
		return nil, fmt.Errorf("read the queries to be drawn: %w", err)
	}
	var list []query
	for _, file := range files {
		raw, err := pictureFiles.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read the queries to be drawn: %w", err)
		}
		_, name, _ := strings.Cut(strings.TrimSuffix(file, ".cypher"), "-")
		list = append(list, fill(questions.Question{Name: name, Help: comment(string(raw)), Cypher: string(raw)}, examples))
	}
	return list, nil
}

// asked are the shipped questions.
func asked(examples Examples) ([]query, error) {
	all, err := questions.All()
	if err != nil {
		return nil, err
	}
	var list []query
	for _, q := range all {
		list = append(list, fill(q, examples))
	}
	return list, nil
}

var parameter = regexp.MustCompile(`\$\w+`)

// fill puts a value in the place of each parameter, so that the query runs at one click: a default of the question,
// else an example.
func fill(question questions.Question, examples Examples) query {
	q := query{Name: question.Name, Help: question.Help}
	text := question.Cypher
	for strings.HasPrefix(text, "//") { // help and parameters, which are shown elsewhere
		_, text, _ = strings.Cut(text, "\n")
	}
	text = strings.TrimSpace(text)
	known := map[string]input{}
	for _, p := range slices.Concat(question.Params, mentioned(text)) {
		if _, seen := known[p.Name]; seen {
			continue
		}
		value := p.Default
		if !p.Optional {
			value = examples[p.Name]
		}
		known[p.Name] = input{Key: q.Name + "-" + p.Name, Name: p.Name, Value: value, Optional: p.Optional}
		q.Inputs = append(q.Inputs, known[p.Name])
	}
	at := 0
	for _, m := range parameter.FindAllStringIndex(text, -1) {
		in := known[text[m[0]+1:m[1]]]
		before, value, after := literal(questions.Param{Name: in.Name}.Kind(), in.Value)
		q.Parts = append(q.Parts, part{Text: text[at:m[0]] + before}, part{Text: value, Key: in.Key}, part{Text: after})
		at = m[1]
	}
	q.Parts = append(q.Parts, part{Text: text[at:]})
	return q
}

// mentioned are the parameters that a text uses.
func mentioned(text string) []questions.Param {
	var list []questions.Param
	for _, name := range parameter.FindAllString(text, -1) {
		list = append(list, questions.Param{Name: name[1:]})
	}
	return list
}

// literal is a value in Cypher, with what stands around it. Names are lists, compared as graph.Fold makes them; what a
// reader types in the place of the value is folded by Cypher, which takes a few letters (İ, Σ at an end) for other ones.
func literal(kind questions.Kind, value string) (before, text, after string) {
	switch kind {
	case questions.Number:
		return "", cmp.Or(value, "20"), ""
	case questions.Exact:
		return `"`, quoted(value), `"`
	}
	return `[toLower(trim("`, quoted(graph.Fold(value)), `"))]`
}

// quoted makes a value fit to stand between double quotes in Cypher. What HTML does not keep or what moves the text
// around it is written as its number.
func quoted(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '\\' || r == '"':
			b.WriteRune('\\')
			b.WriteRune(r)
		case moves(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// moves says which runes that end a line, move a terminal or turn the direction of writing.
func moves(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control) || r == '\u2028' || r == '\u2029'
}

// shellWord makes a value one word of a shell's line, without what would move a terminal.
func shellWord(s string) string {
	s = strings.Map(func(r rune) rune {
		if moves(r) {
			return ' '
		}
		return r
	}, s)
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// comment is the first line of a query without its slashes.
func comment(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimPrefix(line, "// ")
}

// plainText is text in HTML. Neo4j Browser cleans a guide before it reads it, by patterns that know no difference
// between mark-up and text: out of "one = two" it takes " = two". Without an equals sign they see
// nothing.
func plainText(s string) template.HTML {
	return template.HTML(strings.ReplaceAll(template.HTMLEscapeString(s), "=", "&#61;"))
}
