package encoder

import (
	"fmt"
	"math"
	"strings"
)

// MaxPieces is how many pieces Encode takes at most, the two control pieces included. A file may hold fewer positions.
const MaxPieces = 256

// Config are the hyper-parameters of an encoder, meta "encoder" of its file.
type Config struct {
	Layers    int     `json:"layers"`
	Hidden    int     `json:"hidden"`    // a multiple of 32
	Heads     int     `json:"heads"`     // Hidden/Heads is a multiple of 8
	Inner     int     `json:"inner"`     // width of the feed-forward layer, a multiple of 8
	Positions int     `json:"positions"` // the longest input
	Epsilon   float32 `json:"epsilon"`   // of the layer norms
}

// Model is an encoder with its vocabulary and the file it came from. It is read-only and safe for concurrent use.
type Model struct {
	Config
	*File
	CLS, SEP int32 // the control pieces before and after a sentence

	kernels   *kernels
	pieces    *wordPiece
	words     []int8 // [vocabulary][Hidden]
	wordScale []float32
	positions []float32 // [Positions][Hidden], with the embedding of type 0 in them
	norm      norms
	layers    []layer
}

type norms struct{ gain, bias []float32 }

type layer struct {
	qkv, mix, wide, narrow   *Linear // qkv gives queries, keys and values side by side
	attentionNorm, outerNorm norms
}

// Open reads an encoder from the bytes of its file, which must not change afterwards. It takes some 50 ms for 6 layers;
// open a file once and lazily (sync.OnceValues).
func Open(data []byte) (*Model, error) { return open(data, best) }

// OpenPlain is Open without assembly. Results are the same.
func OpenPlain(data []byte) (*Model, error) { return open(data, &plain) }

func open(data []byte, k *kernels) (*Model, error) {
	f, err := Read(data)
	if err != nil {
		return nil, err
	}
	m := &Model{File: f, kernels: k}
	if err := f.Meta("encoder", &m.Config); err != nil {
		return nil, err
	}
	if err := m.Config.check(); err != nil {
		return nil, err
	}
	text, err := f.Text("vocabulary")
	if err != nil {
		return nil, err
	}
	vocabulary := strings.Split(text, "\n")
	if m.pieces, err = newWordPiece(vocabulary); err != nil {
		return nil, err
	}
	r := &reader{m: m}
	m.CLS, m.SEP = r.control("[CLS]"), r.control("[SEP]")
	m.words = r.bytes("embeddings.word.weight", len(vocabulary), m.Hidden)
	m.wordScale = r.floats("embeddings.word.scale", len(vocabulary))
	m.positions = r.floats("embeddings.position", m.Positions, m.Hidden)
	m.norm = r.norm("embeddings.norm")
	for i := 0; i < m.Layers && r.err == nil; i++ {
		m.layers = append(m.layers, r.layer(fmt.Sprintf("layer.%d.", i)))
	}
	if r.err != nil {
		return nil, r.err
	}
	return m, nil
}

func (c Config) check() error {
	const large = 1 << 14
	switch {
	case c.Layers < 1 || c.Layers > large, c.Positions < 1 || c.Positions > large:
		return fmt.Errorf("encoder: %d layers, %d positions", c.Layers, c.Positions)
	case c.Hidden < 32 || c.Hidden > large || c.Hidden%32 != 0:
		return fmt.Errorf("encoder: hidden size %d is no multiple of 32", c.Hidden)
	case c.Heads < 1 || c.Hidden%c.Heads != 0 || c.Hidden/c.Heads%8 != 0:
		return fmt.Errorf("encoder: %d heads do not divide %d into multiples of 8", c.Heads, c.Hidden)
	case c.Inner < 8 || c.Inner > large || c.Inner%8 != 0:
		return fmt.Errorf("encoder: inner size %d is no multiple of 8", c.Inner)
	case !(c.Epsilon >= 0 && c.Epsilon < 1):
		return fmt.Errorf("encoder: epsilon %v", c.Epsilon)
	}
	return nil
}

// Pieces splits words into word pieces: their ids, and for each the index of its word. A word of nothing but control
// characters or accents has no piece.
func (m *Model) Pieces(words []string) (ids []int32, word []int) {
	for i, w := range words {
		ids = m.pieces.split(ids, w)
		for len(word) < len(ids) {
			word = append(word, i)
		}
	}
	return ids, word
}

// Scratch is the memory of one goroutine's calls of Encode and Apply. The zero value is ready.
type Scratch struct {
	rows                       rows
	hidden, between, qkv, wide []float32
	scores, keys, panel        []float32
}

// Encode returns the hidden states of the last layer, [len(pieces)][Hidden], row by row. They are in s and stay until its
// next Encode. extra, nil or [len(pieces)][Hidden], is added to the pieces' embeddings: what else is known of each. An empty
// or too long input and an id beyond the vocabulary are errors.
func (m *Model) Encode(pieces []int32, extra []float32, s *Scratch) ([]float32, error) {
	n := len(pieces)
	if extra != nil && len(extra) != n*m.Hidden {
		return nil, fmt.Errorf("encoder: %d values beside %d pieces of %d", len(extra), n, m.Hidden)
	}
	if limit := min(MaxPieces, m.Positions); n < 1 || n > limit {
		return nil, fmt.Errorf("encoder: %d pieces, wanted 1 to %d", n, limit)
	}
	s.hidden, s.between = grown(s.hidden, n*m.Hidden), grown(s.between, n*m.Hidden)
	s.qkv, s.wide = grown(s.qkv, 3*n*m.Hidden), grown(s.wide, n*m.Inner)
	x, y := s.hidden, s.between
	for i, id := range pieces {
		if id < 0 || int(id) >= len(m.wordScale) {
			return nil, fmt.Errorf("encoder: piece %d is not in the vocabulary", id)
		}
		m.embed(x[i*m.Hidden:(i+1)*m.Hidden], int(id))
	}
	for i, v := range extra {
		x[i] += v
	}
	m.addNorm(x, m.positions, m.norm)
	for _, l := range m.layers {
		l.qkv.Apply(s.qkv, x, n, s)
		m.attend(y, n, s)
		l.mix.Apply(y, y, n, s)
		m.addNorm(x, y, l.attentionNorm)
		l.wide.Apply(s.wide, x, n, s)
		m.kernels.gelu(s.wide)
		l.narrow.Apply(y, s.wide, n, s)
		m.addNorm(x, y, l.outerNorm)
	}
	return x, nil
}

func (m *Model) embed(x []float32, id int) {
	scale := m.wordScale[id]
	for i, w := range m.words[id*m.Hidden:][:len(x)] {
		x[i] = float32(w) * scale
	}
}

// addNorm makes each row of x the layer norm of its sum with the row of y.
func (m *Model) addNorm(x, y []float32, n norms) {
	for i := 0; i < len(x); i += m.Hidden {
		m.kernels.addNorm(x[i:i+m.Hidden], y[i:i+m.Hidden], n.gain, n.bias, m.Epsilon)
	}
}

// attend is scaled dot-product attention: to [n][Hidden] from the queries, keys and values in s.
func (m *Model) attend(to []float32, n int, s *Scratch) {
	size := m.Hidden / m.Heads
	padded := (n + 7) / 8 * 8
	s.keys, s.scores = grown(s.keys, size*padded), grown(s.scores, n*padded)
	scores := matrix{s.scores, n, padded, padded}
	keys := matrix{s.keys, size, padded, padded}
	clear(s.keys)
	by := 1 / float32(math.Sqrt(float64(size)))
	for head := range m.Heads {
		part := func(k int) matrix { return matrix{s.qkv[k*m.Hidden+head*size:], n, size, 3 * m.Hidden} }
		transpose(keys, part(1))
		m.kernels.matmul(scores, part(0), keys)
		for i := range n {
			row := scores.row(i)
			for j := n; j < padded; j++ {
				row[j] = -1e30 // the padding has no share
			}
			m.kernels.softmax(row, by)
		}
		shares := matrix{s.scores, n, n, padded}
		m.kernels.matmul(matrix{to[head*size:], n, size, m.Hidden}, shares, part(2))
	}
}

func transpose(to, from matrix) {
	for i := range from.rows {
		for j, v := range from.row(i) {
			to.data[j*to.stride+i] = v
		}
	}
}
