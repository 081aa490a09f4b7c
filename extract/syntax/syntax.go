// Package syntax annotates a sentence with parts of speech (Penn Treebank tags), lemmas and a dependency tree
// (Universal Dependencies). It is pure Go and deterministic, needs nothing but its own embedded model, and knows
// nothing of stances.
package syntax

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/dep"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
	"github.com/stancegraph/stancegraph/schema"
)

//go:embed model/english.model
var embedded []byte

// Model tags and parses. It is safe for concurrent use.
type Model struct {
	engine  *model.Engine
	version string
	tags    map[string]uint8 // number of each tag
	work    sync.Pool
}

var load = sync.OnceValues(func() (*Model, error) { return New(embedded) })

// Default is the embedded model, loaded at the first call.
func Default() (*Model, error) { return load() }

// Embedded gives the bytes of the embedded model. They must not be changed.
func Embedded() []byte { return embedded }

// New makes a model out of the bytes of a model file.
func New(file []byte) (*Model, error) {
	f, err := model.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("loading syntax model: %w", err)
	}
	sum := sha256.Sum256(file)
	m := &Model{engine: f.Engine(), version: hex.EncodeToString(sum[:6]), tags: make(map[string]uint8, len(f.Tags))}
	for i, t := range f.Tags {
		m.tags[t] = uint8(i)
	}
	return m, nil
}

// Version names the model: the first digits of the SHA-256 of its file.
func (m *Model) Version() string { return m.version }

// Parse sets Tag, Lemma, Head and Rel of the tokens of s from their Text. Heads are indices into the tokens of s, -1
// for the one root. Time and memory grow linearly with the number of tokens.
func (m *Model) Parse(s *schema.Sentence) {
	m.parse(s, m.tag)
}

// ParseTagged sets Head and Rel from the tokens' Text and Tag, as Parse does from the tags that it finds. A tag that the
// model does not know counts as the one that it would give.
func (m *Model) ParseTagged(s *schema.Sentence) {
	m.parse(s, func(tokens []schema.Token, w *model.Work) {
		w.Resize(len(tokens))
		for i := range tokens {
			w.Words[i] = tokens[i].Text
		}
		m.engine.Tag(w)
		m.takeTags(tokens, w)
	})
}

// parse makes the tree after tag has filled w.
func (m *Model) parse(s *schema.Sentence, tag func([]schema.Token, *model.Work)) {
	if len(s.Tokens) == 0 {
		return
	}
	w, _ := m.work.Get().(*model.Work)
	if w == nil {
		w = new(model.Work)
	}
	defer m.work.Put(w)
	tag(s.Tokens, w)
	segs := segments(s.Tokens)
	if len(segs) == 0 {
		m.tree(s.Tokens, w, nil)
		return
	}
	apart := make([]bool, len(s.Tokens))
	for _, seg := range segs {
		for i := seg.first; i < seg.last; i++ {
			apart[i] = true
		}
	}
	var main []int
	for i := range s.Tokens {
		if !apart[i] {
			main = append(main, i)
		}
	}
	mainRoot := m.tree(s.Tokens, w, main)
	for _, seg := range segs {
		root := m.segmentTree(s.Tokens, w, seg)
		attachSegment(s.Tokens, seg, root, mainRoot)
	}
}

// tag sets tags and lemmas, in the tokens and in w.
func (m *Model) tag(tokens []schema.Token, w *model.Work) {
	w.Resize(len(tokens))
	for i := range tokens {
		w.Words[i] = tokens[i].Text
	}
	noCase := m.engine.Tag(w) == word.NoCase
	for i := range tokens {
		t := &tokens[i]
		t.Tag = m.engine.Tagger.Names[w.Tags[i].Tag]
		form := t.Text
		if noCase && (t.Tag == "NN" || t.Tag == "CD") {
			form = strings.ToLower(form) // capitals that make no abbreviation: "TODAY"
		}
		t.Lemma = Lemma(form, t.Tag)
	}
	correctTags(tokens)
	m.takeTags(tokens, w)
}

// takeTags puts the tokens' tags in the place of those that the tagger gave.
func (m *Model) takeTags(tokens []schema.Token, w *model.Work) {
	for i := range tokens {
		if id, ok := m.tags[tokens[i].Tag]; ok && id != w.Tags[i].Tag {
			w.Tokens[i].Tag, w.Tokens[i].Second = id, id
		}
	}
}

// tree parses the tokens at the places of index, nil for all, as if there were no others, and gives the place of its
// root.
func (m *Model) tree(tokens []schema.Token, w *model.Work, index []int) (root int) {
	words, arcs := w.Tokens, w.Arcs
	if index != nil {
		words = make([]dep.Token, len(index))
		for n, i := range index {
			words[n] = w.Tokens[i]
		}
		arcs = make([]dep.Arc, len(index))
	}
	m.engine.Parser.Parse(words, arcs)
	for n, a := range arcs {
		i, head := n, a.Head
		if index != nil {
			i = index[n]
			if head >= 0 {
				head = index[head]
			}
		}
		tokens[i].Head, tokens[i].Rel = head, m.engine.Parser.Labels[a.Label]
		if head < 0 {
			root = i
		}
	}
	return root
}

// segmentTree parses a segment without the commas at its ends, which depend on its root.
func (m *Model) segmentTree(tokens []schema.Token, w *model.Work, s segment) (root int) {
	first, last := s.first, s.last
	for first+1 < last && tokens[first].Text == "," {
		first++
	}
	for last > first+1 && tokens[last-1].Text == "," {
		last--
	}
	index := make([]int, 0, last-first)
	for i := first; i < last; i++ {
		index = append(index, i)
	}
	root = m.tree(tokens, w, index)
	for i := s.first; i < s.last; i++ {
		if i < first || i >= last {
			tokens[i].Head, tokens[i].Rel = root, "punct"
		}
	}
	return root
}
