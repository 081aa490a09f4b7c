package encoder

import "fmt"

// reader reads the tensors of a model and keeps the first error; after one it gives zero values.
type reader struct {
	m   *Model
	err error
}

func read[T any](r *reader, from func() (T, error)) (out T) {
	if r.err == nil {
		out, r.err = from()
	}
	return out
}

func (r *reader) control(name string) int32 {
	return read(r, func() (int32, error) { return r.m.pieces.control(name) })
}

func (r *reader) bytes(name string, shape ...int) []int8 {
	return read(r, func() ([]int8, error) { return r.m.Int8(name, shape...) })
}

func (r *reader) floats(name string, shape ...int) []float32 {
	return read(r, func() ([]float32, error) { return r.m.Float32(name, shape...) })
}

func (r *reader) norm(name string) norms {
	return norms{r.floats(name+".weight", r.m.Hidden), r.floats(name+".bias", r.m.Hidden)}
}

func (r *reader) layer(name string) layer {
	hidden, inner := r.m.Hidden, r.m.Inner
	return layer{
		qkv:           r.linear(name+"attention.qkv", hidden, 3*hidden),
		mix:           r.linear(name+"attention.output", hidden, hidden),
		wide:          r.linear(name+"inner", hidden, inner),
		narrow:        r.linear(name+"output", inner, hidden),
		attentionNorm: r.norm(name + "attention.norm"),
		outerNorm:     r.norm(name + "norm"),
	}
}

func (r *reader) linear(name string, in, out int) *Linear {
	l := read(r, func() (*Linear, error) { return r.m.Linear(name) })
	if r.err == nil && (l.In != in || l.Out != out) {
		r.err = fmt.Errorf("encoder: layer %q is %d to %d, wanted %d to %d", name, l.In, l.Out, in, out)
	}
	return l
}
