// Package model is the file that holds a trained tagger and parser.
package model

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/dep"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/tag"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

// Format is the version of the file's layout and of the features behind its weights. A model of
// another format cannot be used: raise it whenever a feature changes.
const Format = 3

// File is what a model file says.
type File struct {
	Header
	Clusters *word.Clusters
	Habits   tag.Habits
	Tagger   *linear.Weights
	Moves    *linear.Weights
	Label    *linear.Weights
}

// Header is the part of a model that is written as JSON.
type Header struct {
	Format int      `json:"format"`
	Tags   []string `json:"tags"`
	Labels []string `json:"labels"`
	Doubt  float64  `json:"doubt"` // the tagger is in doubt where its lead is smaller, in its own scale
	Words  []string `json:"words,omitempty"`
	Class  []uint16 `json:"class,omitempty"` // of each of Words
	Paths  []string `json:"paths,omitempty"` // of the classes
}

// Encode writes the file, gzipped. The same model gives the same bytes.
func (f *File) Encode() ([]byte, error) {
	h := f.Header
	h.Format = Format
	if f.Clusters != nil {
		h.Words, h.Class = f.Clusters.Words()
		h.Paths = f.Clusters.Paths
	}
	head, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("writing model header: %w", err)
	}
	raw := binary.LittleEndian.AppendUint32(append(head, '\n'), uint32(len(f.Habits)))
	if raw, err = binary.Append(raw, binary.LittleEndian, f.Habits); err != nil {
		return nil, fmt.Errorf("writing habits of words: %w", err)
	}
	for _, w := range []*linear.Weights{f.Tagger, f.Moves, f.Label} {
		raw = w.Append(raw)
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(raw); err != nil {
		return nil, fmt.Errorf("packing model: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("packing model: %w", err)
	}
	return out.Bytes(), nil
}

// Decode reads what Encode wrote.
func Decode(packed []byte) (*File, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking model: %w", err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("unpacking model: %w", err)
	}
	head, raw, ok := bytes.Cut(raw, []byte("\n"))
	if !ok {
		return nil, errors.New("model has no header")
	}
	f := new(File)
	if err := json.Unmarshal(head, &f.Header); err != nil {
		return nil, fmt.Errorf("reading model header: %w", err)
	}
	if f.Format != Format {
		return nil, fmt.Errorf("model has format %d, this program reads %d", f.Format, Format)
	}
	if f.Clusters, err = word.NewClusters(f.Paths, f.Words, f.Class); err != nil {
		return nil, fmt.Errorf("reading model header: %w", err)
	}
	if f.Habits, raw, err = readHabits(raw); err != nil {
		return nil, err
	}
	for _, w := range []**linear.Weights{&f.Tagger, &f.Moves, &f.Label} {
		if *w, raw, err = linear.Read(raw); err != nil {
			return nil, fmt.Errorf("reading model: %w", err)
		}
	}
	for _, h := range f.Habits {
		if int(h.Only) >= len(f.Tags) && h.Only != tag.None {
			return nil, fmt.Errorf("model has a word with tag %d of %d", h.Only, len(f.Tags))
		}
	}
	if f.Tagger.Classes != len(f.Tags) || f.Label.Classes != len(f.Labels) || f.Moves.Classes != 3 {
		return nil, errors.New("model's weights and names do not go together")
	}
	return f, nil
}

// habitSize is how many bytes a habit takes in the file.
const habitSize = 7

func readHabits(buf []byte) (tag.Habits, []byte, error) {
	if len(buf) < 4 || uint64(len(buf)-4) < habitSize*uint64(binary.LittleEndian.Uint32(buf)) {
		return nil, nil, errors.New("reading model: habits of words end too early")
	}
	habits := make(tag.Habits, binary.LittleEndian.Uint32(buf))
	n, err := binary.Decode(buf[4:], binary.LittleEndian, habits)
	return habits, buf[4+n:], err
}

// Engine is a model ready for use, safe for concurrent use.
type Engine struct {
	Tagger   tag.Tagger
	Parser   dep.Parser
	Clusters *word.Clusters
	doubt    int32
}

// Engine builds the tables that tagger and parser work with.
func (f *File) Engine() *Engine {
	e := &Engine{Clusters: f.Clusters}
	e.Tagger = tag.New(f.Tags, linear.NewTable(f.Tagger), f.Habits)
	e.Parser.Labels = f.Labels
	e.Parser.Kind = dep.Kinds(f.Tags)
	e.Parser.Moves = linear.NewMoves(f.Moves)
	e.Parser.Label = linear.NewTable(f.Label)
	e.doubt = int32(f.Doubt / e.Tagger.Table.Scale)
	return e
}

// Work is the memory that Run needs, to be kept for the next sentence.
type Work struct {
	Words  []string
	Looks  []word.Look
	Tags   []tag.Result
	Tokens []dep.Token
	Arcs   []dep.Arc
}

// Resize makes room for n words.
func (w *Work) Resize(n int) {
	if cap(w.Words) < n {
		n := n + n/2
		*w = Work{
			make([]string, n), make([]word.Look, n), make([]tag.Result, n),
			make([]dep.Token, n), make([]dep.Arc, n),
		}
	}
	w.Words, w.Looks, w.Tags, w.Tokens, w.Arcs = w.Words[:n], w.Looks[:n], w.Tags[:n], w.Tokens[:n], w.Arcs[:n]
}

// Tag looks at w.Words and fills w.Looks, w.Tags and w.Tokens.
// It says how the sentence uses capitals.
func (e *Engine) Tag(w *Work) word.Case {
	mode := word.LookAt(w.Words, e.Clusters, w.Looks)
	e.Tagger.Tag(w.Looks, mode, w.Tags)
	for i, r := range w.Tags {
		w.Tokens[i] = dep.Token{Look: &w.Looks[i], Tag: r.Tag, Second: r.Tag}
		if r.Gap < e.doubt {
			w.Tokens[i].Second = r.Second
		}
	}
	return mode
}

// Run tags and parses w.Words. It says how the sentence uses capitals.
func (e *Engine) Run(w *Work) word.Case {
	mode := e.Tag(w)
	e.Parser.Parse(w.Tokens, w.Arcs)
	return mode
}
