package encoder

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomParts is an encoder of random weights.
func randomParts(c Config, vocabulary []string) *parts {
	r := rand.New(rand.NewPCG(9, 10))
	p := &parts{meta: map[string]any{"encoder": c}}
	text := strings.Join(vocabulary, "\n")
	p.add("vocabulary", "text", []byte(text), len(text))
	matrix := func(name string, out, in int) {
		data := make([]byte, out*in)
		for i := range data {
			data[i] = byte(r.IntN(255) - 127)
		}
		p.add(name+".weight", "int8", data, out, in)
		scale := make([]float32, out)
		for i := range scale {
			scale[i] = 0.001
		}
		p.floats(name+".scale", scale, out)
	}
	norm := func(name string) {
		p.floats(name+".weight", random(r, c.Hidden), c.Hidden)
		p.floats(name+".bias", random(r, c.Hidden), c.Hidden)
	}
	matrix("embeddings.word", len(vocabulary), c.Hidden)
	p.floats("embeddings.position", random(r, c.Positions*c.Hidden), c.Positions, c.Hidden)
	norm("embeddings.norm")
	for i := range c.Layers {
		name := fmt.Sprintf("layer.%d.", i)
		linear := func(part string, in, out int) {
			matrix(name+part, out, in)
			p.floats(name+part+".bias", random(r, out), out)
		}
		linear("attention.qkv", c.Hidden, 3*c.Hidden)
		linear("attention.output", c.Hidden, c.Hidden)
		linear("inner", c.Hidden, c.Inner)
		linear("output", c.Inner, c.Hidden)
		norm(name + "attention.norm")
		norm(name + "norm")
	}
	return p
}

// tinyParts is an encoder of one small layer; change, if not nil, changes what its file says of it.
func tinyParts(change func(*Config)) *parts {
	c := Config{Layers: 1, Hidden: 32, Heads: 2, Inner: 48, Positions: 12, Epsilon: 1e-12}
	p := randomParts(c, []string{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "##c"})
	if change != nil {
		change(&c)
		p.meta["encoder"] = c
	}
	return p
}

var large = Config{Layers: 6, Hidden: 384, Heads: 12, Inner: 1536, Positions: 256, Epsilon: 1e-12}

// BenchmarkEncode: sentences of 40 pieces through 6 layers of hidden size 384, on one core.
func BenchmarkEncode(b *testing.B) {
	file := randomParts(large, []string{"[UNK]", "[CLS]", "[SEP]"}).file(b)
	for _, way := range []string{"best", "plain"} {
		b.Run(way, func(b *testing.B) {
			m, s := opened(b, ways[way], file), new(Scratch)
			pieces := make([]int32, 40)
			for b.Loop() {
				if _, err := m.Encode(pieces, nil, s); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(pieces)*b.N)/b.Elapsed().Seconds(), "pieces/s")
		})
	}
}

// BenchmarkLinear: 40 rows of 384 inputs to 1536 outputs.
func BenchmarkLinear(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	const n, in, out = 40, 384, 1536
	x, y := random(r, n*in), make([]float32, n*out)
	for _, k := range []*kernels{best, &plain} {
		l := Linear{In: in, Out: out, kernels: k,
			weights: randomBytes(r, in*out), scale: random(r, out), bias: random(r, out)}
		l.pack()
		b.Run(map[bool]string{true: "plain", false: "best"}[k == &plain], func(b *testing.B) {
			s := new(Scratch)
			for b.Loop() {
				l.Apply(y, x, n, s)
			}
			b.ReportMetric(float64(n*in*out*b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	file := randomParts(large, []string{"[UNK]", "[CLS]", "[SEP]"}).file(b)
	for b.Loop() {
		opened(b, Open, file)
	}
}

func BenchmarkPieces(b *testing.B) {
	m := opened(b, Open, tiny(b))
	words := strings.Fields("The northern council asked the mayor to sign the island treaty , not to reject it .")
	for b.Loop() {
		m.Pieces(words)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
