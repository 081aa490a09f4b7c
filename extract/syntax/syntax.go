// Package syntax reads the grammar of a sentence: parts of speech, base forms, and who depends on
// whom, in Universal Dependencies. It is pure Go, needs nothing but its own embedded model, and gives
// the same tree for the same words, always.
package syntax

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"

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
	return &Model{engine: f.Engine(), version: hex.EncodeToString(sum[:6])}, nil
}

// Version names the model: the first digits of the SHA-256 of its file.
func (m *Model) Version() string { return m.version }

// Parse sets Tag, Lemma, Head and Rel of the tokens of s from their Text. It gives a margin from 0
// to 1 that says how sure the tree is. Time and memory grow in step with the number of tokens.
func (m *Model) Parse(s *schema.Sentence) float64 {
	n := len(s.Tokens)
	if n == 0 {
		return 0
	}
	w, _ := m.work.Get().(*model.Work)
	if w == nil {
		w = new(model.Work)
	}
	defer m.work.Put(w)
	w.Resize(n)
	for i := range s.Tokens {
		w.Words[i] = s.Tokens[i].Text
	}
	e := m.engine
	noCase := e.Run(w) == word.NoCase
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Tag = e.Tagger.Names[w.Tags[i].Tag]
		form := t.Text
		if noCase && (t.Tag == "NN" || t.Tag == "CD") {
			form = strings.ToLower(form) // capitals that make no abbreviation: "TODAY"
		}
		t.Lemma = Lemma(form, t.Tag)
		t.Head = w.Arcs[i].Head
		t.Rel = e.Parser.Labels[w.Arcs[i].Label]
	}
	return e.Margin(w)
}
