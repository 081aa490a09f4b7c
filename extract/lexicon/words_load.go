package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/stancegraph/stancegraph/schema"
)

// LoadWords reads words from a folder of that shape. An unknown type, frame, mark or class, and a
// word that stands twice in one construction, are errors with file and line.
func LoadWords(fsys fs.FS) (*Words, error) {
	w := &Words{words: map[wordKey][]Word{}, idioms: map[[2]string][]Idiom{}}
	l := loader{words: w, seen: map[string]string{}}
	for _, f := range []struct {
		name string
		load func(string, []byte) error
	}{
		{"verbs.yaml", l.wordFile(schema.VerbPred, false)},
		{"nouns.yaml", l.wordFile(schema.NounPred, false)},
		{"agents.yaml", l.wordFile(schema.NounPred, true)},
		{"adjectives.yaml", l.wordFile(schema.AdjPred, false)},
		{"prepositions.yaml", l.wordFile(schema.PrepPred, false)},
		{"idioms.yaml", l.idiomFile},
		{"operators.yaml", l.operatorFile},
	} {
		data, err := fs.ReadFile(fsys, f.name)
		if err != nil {
			return nil, fmt.Errorf("read words: %w", err)
		}
		if err := f.load(f.name, data); err != nil {
			return nil, err
		}
	}
	for _, list := range w.words {
		sort.SliceStable(list, func(i, j int) bool { return list[i].Denied && !list[j].Denied })
	}
	if len(l.errs) > 0 {
		return nil, fmt.Errorf("read words: %w", errors.Join(l.errs...))
	}
	return w, nil
}

type loader struct {
	words *Words
	seen  map[string]string // kind lemma particle frame → where
	errs  []error           // all that is wrong with single words: told together
}

// wordFile reads TYPE: {frame: [word, …]}.
func (l *loader) wordFile(kind schema.PredKind, agent bool) func(name string, data []byte) error {
	return func(name string, data []byte) error {
		return byType(name, data, func(typ schema.StanceType, t *ast.MappingValueNode) error {
			frames, err := pairs(name, t.Value)
			if err != nil {
				return err
			}
			for _, f := range frames {
				frame := keyOf(f)
				if err := checkFrame(frame, place(name, f.Key)); err != nil {
					return err
				}
				entries, err := list(name, f.Value)
				if err != nil {
					return err
				}
				for _, e := range entries {
					word, err := parseWord(e.text, kind)
					if err != nil {
						l.errs = append(l.errs, fmt.Errorf("%s: %w", e.at, err))
						continue
					}
					word.Agent, word.Type, word.Frame = agent, typ, frame
					l.add(word, e.at)
				}
			}
			return nil
		})
	}
}

// byType reads each TYPE: … of a file.
func byType(name string, data []byte, read func(schema.StanceType, *ast.MappingValueNode) error) error {
	types, err := topLevel(name, data)
	if err != nil {
		return err
	}
	for _, t := range types {
		typ := schema.StanceType(keyOf(t))
		if _, known := schema.TypeOf(typ); !known {
			return fmt.Errorf("%s: unknown stance type %q", place(name, t.Key), typ)
		}
		if err := read(typ, t); err != nil {
			return err
		}
	}
	return nil
}

func checkFrame(frame, at string) error {
	if !validFrame(frame) {
		return fmt.Errorf("%s: unknown frame %q (frames.go lists them)", at, frame)
	}
	return nil
}

// add keeps a word, once. Two entries may share a word and frame only where their marks say
// which is meant: "fight (actor)" and "fight (issue)".
func (l *loader) add(word Word, at string) {
	key := wordKey{word.Kind, word.Lemma, word.Particle}
	for _, other := range l.words.words[key] {
		if other.Frame == word.Frame && other.Agent == word.Agent && other.Denied == word.Denied &&
			!apart(other.Target, word.Target) && !apart(other.Holder, word.Holder) {
			l.errs = append(l.errs, fmt.Errorf("%s: %q already stands under %s %s (%s)",
				at, join(word.Lemma, word.Particle), other.Type, other.Frame, l.seen[seenKey(other)]))
			return
		}
	}
	l.words.words[key] = append(l.words.words[key], word)
	l.words.all = append(l.words.all, word)
	l.seen[seenKey(word)] = at
}

// apart says that two marks never hold at once.
func apart(a, b string) bool { return a != b && a != "" && b != "" }

func seenKey(w Word) string {
	return strings.Join([]string{string(w.Kind), fmt.Sprint(w.Agent, w.Denied), w.Lemma, w.Particle, w.Frame, w.Target, w.Holder}, "|")
}

func join(lemma, particle string) string { return strings.TrimSpace(lemma + " " + particle) }

var entryShape = regexp.MustCompile(`^([a-z][a-z' -]*[a-z])((?: *\([a-z]+\))*)$`)

// parseWord reads "rule out (issue) (strict)".
func parseWord(text string, kind schema.PredKind) (Word, error) {
	m := entryShape.FindStringSubmatch(text)
	if m == nil {
		return Word{}, fmt.Errorf("cannot read word %q: want lower-case words, then marks in brackets", text)
	}
	w := Word{Lemma: m[1], Kind: kind}
	lemma, rest, several := strings.Cut(m[1], " ")
	switch {
	case several && kind == schema.VerbPred:
		if !particles[rest] {
			return Word{}, fmt.Errorf("%q: %q is no particle; a preposition is a frame, a noun makes an idiom", text, rest)
		}
		w.Lemma, w.Particle = lemma, rest
	case several && kind != schema.PrepPred:
		return Word{}, fmt.Errorf("%q: want one word", text)
	}
	for _, mark := range strings.FieldsFunc(m[2], func(r rune) bool { return r == ' ' || r == '(' || r == ')' }) {
		if err := w.mark(mark); err != nil {
			return Word{}, fmt.Errorf("%q: %w", text, err)
		}
	}
	return w, nil
}

func (w *Word) mark(mark string) error {
	flags := map[string]*bool{
		"goods": &w.Goods, "denied": &w.Denied, "plain": &w.Plain, "bare": &w.Bare, "negated": &w.Negated, "ended": &w.Ended,
		"planned": &w.Planned, "inverse": &w.Inverse,
	}
	switch flag, known := flags[mark]; {
	case mark == "actor", mark == "issue", mark == "clause":
		w.Target = mark
	case mark == "person", mark == "body":
		w.Holder = mark
	case known:
		*flag = true
	default:
		return fmt.Errorf("unknown mark (%s)", mark)
	}
	return nil
}

// operatorFile reads the classes of operators.
func (l *loader) operatorFile(name string, data []byte) (err error) {
	l.words.classes, err = loadClasses(name, data)
	return err
}

type entry struct{ text, at string }

// topLevel parses a file that is one mapping. An empty file is none.
func topLevel(name string, data []byte) ([]*ast.MappingValueNode, error) {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, nil
	}
	if len(file.Docs) > 1 {
		return nil, fmt.Errorf("%s: want one document", name)
	}
	return pairs(name, file.Docs[0].Body)
}

func pairs(name string, node ast.Node) ([]*ast.MappingValueNode, error) {
	switch n := node.(type) {
	case *ast.MappingNode:
		return n.Values, nil
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, nil
	}
	return nil, fmt.Errorf("%s: want a mapping", place(name, node))
}

// list gives the texts of a sequence of scalars, or of one scalar.
func list(name string, node ast.Node) ([]entry, error) {
	nodes := []ast.Node{node}
	if seq, ok := node.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	var out []entry
	for _, node := range nodes {
		switch n := node.(type) {
		case *ast.StringNode:
			out = append(out, entry{n.Value, place(name, n)})
		case *ast.BoolNode: // "no" and "yes" are words here
			out = append(out, entry{n.Token.Value, place(name, n)})
		default:
			return nil, fmt.Errorf("%s: want words", place(name, node))
		}
	}
	return out, nil
}

func keyOf(v *ast.MappingValueNode) string { return v.Key.GetToken().Value }

// place is "file:line".
func place(name string, node ast.Node) string {
	if node == nil || node.GetToken() == nil || node.GetToken().Position == nil {
		return name
	}
	return fmt.Sprintf("%s:%d", name, node.GetToken().Position.Line)
}

// idiomFile reads TYPE: list of {verb, noun, via, modifier, frame, mark}; each value one word or a list.
func (l *loader) idiomFile(name string, data []byte) error {
	return byType(name, data, func(typ schema.StanceType, t *ast.MappingValueNode) error {
		seq, ok := t.Value.(*ast.SequenceNode)
		if !ok {
			return fmt.Errorf("%s: want a list of idioms", place(name, t.Key))
		}
		for _, node := range seq.Values {
			idiom, err := parseIdiom(name, node)
			if err != nil {
				return err
			}
			idiom.Type = typ
			l.addIdiom(idiom, place(name, node))
		}
		return nil
	})
}

func parseIdiom(name string, node ast.Node) (Idiom, error) {
	fields, err := pairs(name, node)
	if err != nil {
		return Idiom{}, err
	}
	var i Idiom
	var via, marks []string
	into := map[string]*[]string{
		"verb": &i.Verbs, "noun": &i.Nouns, "via": &via, "modifier": &i.Modifier, "frame": &i.Frames, "mark": &marks,
	}
	for _, f := range fields {
		entries, err := list(name, f.Value)
		if err != nil {
			return Idiom{}, err
		}
		words, known := into[keyOf(f)]
		if !known {
			return Idiom{}, fmt.Errorf("%s: unknown key %q: want verb, noun, via, modifier, frame or mark", place(name, f.Key), keyOf(f))
		}
		for _, e := range entries {
			*words = append(*words, e.text)
		}
	}
	at := place(name, node)
	if len(i.Verbs) == 0 || len(i.Nouns) == 0 || len(i.Frames) == 0 {
		return Idiom{}, fmt.Errorf("%s: an idiom needs verb, noun and frame", at)
	}
	if len(via) > 0 {
		i.Via = via[0]
		if len(via) > 1 || !framePreps[i.Via] {
			return Idiom{}, fmt.Errorf("%s: via wants one preposition, not %q", at, via)
		}
	}
	for _, frame := range i.Frames {
		if err := checkFrame(frame, at); err != nil {
			return Idiom{}, err
		}
	}
	var w Word
	for _, m := range marks {
		if err := w.mark(m); err != nil {
			return Idiom{}, fmt.Errorf("%s: %w", at, err)
		}
	}
	i.Target, i.Negated, i.Ended, i.Planned, i.Inverse = w.Target, w.Negated, w.Ended, w.Planned, w.Inverse
	return i, nil
}

// addIdiom keeps an idiom under each of its pairs of verb and noun.
func (l *loader) addIdiom(i Idiom, at string) {
	for _, v := range i.Verbs {
		for _, n := range i.Nouns {
			key := [2]string{v, n}
			for _, other := range l.words.idioms[key] {
				for _, f := range i.Frames {
					if slices.Contains(other.Frames, f) && other.Via == i.Via &&
						!apart(other.Target, i.Target) && slices.Equal(other.Modifier, i.Modifier) {
						l.errs = append(l.errs, fmt.Errorf("%s: %q + %q with frame %q already stands under %s", at, v, n, f, other.Type))
					}
				}
			}
			l.words.idioms[key] = append(l.words.idioms[key], i)
		}
	}
	l.words.allIdioms = append(l.words.allIdioms, i)
}
