package syntax

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/model"
	"github.com/stancegraph/stancegraph/schema"
)

// Tag sets Tag and Lemma of the tokens from their Text, and no tree. With Tree it does what Parse does, in two
// steps, so that a caller who knows better can amend the tags between them or parse a sentence in parts.
func (m *Model) Tag(tokens []schema.Token) {
	if len(tokens) == 0 {
		return
	}
	w := m.borrow(tokens)
	defer m.work.Put(w)
	m.engine.Tag(w)
	for i := range tokens {
		t := &tokens[i]
		t.Tag = m.engine.Tagger.Names[w.Tags[i].Tag]
		t.Lemma = Lemma(t.Text, t.Tag)
	}
}

// Tree sets Head and Rel of the tokens from their Text and Tag; heads count within tokens. A tag that the model does
// not know counts as the one that it would give. It gives the margin that Parse gives.
func (m *Model) Tree(tokens []schema.Token) float64 {
	if len(tokens) == 0 {
		return 0
	}
	w := m.borrow(tokens)
	defer m.work.Put(w)
	e := m.engine
	e.Tag(w)
	for i := range tokens {
		if e.Tagger.Names[w.Tags[i].Tag] == tokens[i].Tag {
			continue
		}
		if id, ok := m.tagID(tokens[i].Tag); ok {
			w.Tokens[i].Tag, w.Tokens[i].Second = id, id
		}
	}
	e.Parser.Parse(w.Tokens, w.Arcs)
	for i := range tokens {
		tokens[i].Head = w.Arcs[i].Head
		tokens[i].Rel = e.Parser.Labels[w.Arcs[i].Label]
	}
	return e.Margin(w)
}

func (m *Model) borrow(tokens []schema.Token) *model.Work {
	w, _ := m.work.Get().(*model.Work)
	if w == nil {
		w = new(model.Work)
	}
	w.Resize(len(tokens))
	for i := range tokens {
		w.Words[i] = tokens[i].Text
	}
	return w
}

func (m *Model) tagID(name string) (uint8, bool) {
	for i, n := range m.engine.Tagger.Names {
		if n == name {
			return uint8(i), true
		}
	}
	return 0, false
}
