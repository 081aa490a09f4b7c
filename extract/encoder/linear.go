package encoder

import (
	"fmt"
	"math"
)

// Linear is y = Wx + b for rows x of In values, y of Out values; W is int8 with one scale an output.
type Linear struct {
	In, Out int

	weights     []int8 // [Out][In]
	scale, bias []float32
	panels      *panels // the weights as the AVX2 kernel reads them; nil: plain Go does it
	kernels     *kernels
}

// rows are the rounded inputs of a linear layer.
type rows struct {
	values  []int16    // [n][In]; for AVX2 each (a, b, c, d) stands as (a, c, b, d)
	pairs   []int32    // for AVX2: the sum of the products of neighbours, a·b + c·d + …
	scale   []float32  // what one step is worth
	joined  [][2]int64 // for plain Go
	weights [][2]int64
}

// Linear reads the layer with the tensors NAME.weight (int8 [out, in]), NAME.scale and NAME.bias (float32 [out]).
func (m *Model) Linear(name string) (*Linear, error) {
	shape := m.Shape(name + ".weight")
	if len(shape) != 2 {
		return nil, fmt.Errorf("encoder: tensor %q is missing or no matrix: shape %v", name+".weight", shape)
	}
	l := &Linear{In: shape[1], Out: shape[0], kernels: m.kernels}
	if levels(l.In) < math.MaxInt8 {
		return nil, fmt.Errorf("encoder: layer %q has too many inputs: %d", name, l.In)
	}
	r := &reader{m: m}
	l.weights = r.bytes(name+".weight", l.Out, l.In)
	l.scale, l.bias = r.floats(name+".scale", l.Out), r.floats(name+".bias", l.Out)
	if r.err != nil {
		return nil, r.err
	}
	l.pack()
	return l, nil
}

// Apply writes the Out values for each of n rows of x to y: x is [n][In], y [n][Out], both float32.
// y may be x. It panics where x or y is too short, as indexing does.
func (l *Linear) Apply(y, x []float32, n int, s *Scratch) {
	if n == 0 {
		return
	}
	l.round(&s.rows, x[:n*l.In], n)
	if y = y[:n*l.Out]; l.panels != nil {
		l.multiplyPanels(y, &s.rows, n, s)
	} else {
		l.multiplyPlain(y, &s.rows, n)
	}
}

// levels is the largest integer an input is rounded to. The sum of that many products with int8 must fit an int32, and
// input plus weight an int16.
func levels(inputs int) int {
	return min(math.MaxInt16-128, math.MaxInt32/128/inputs)
}

// round rounds n rows. Rows of zeros, and rows whose largest value is beyond 1e30, become zero.
func (l *Linear) round(r *rows, x []float32, n int) {
	r.values = grown(r.values, n*l.In)
	r.pairs = grown(r.pairs, n)
	r.scale = grown(r.scale, n)
	top := float32(levels(l.In))
	k := l.kernels
	if l.panels == nil {
		k = &plain
	}
	for i := range n {
		from, to := x[i*l.In:(i+1)*l.In], r.values[i*l.In:(i+1)*l.In]
		largest := k.largest(from)
		if !(largest > 1e-30 && largest < 1e30) {
			clear(to)
			r.pairs[i], r.scale[i] = 0, 0
			continue
		}
		r.pairs[i] = k.round(to, from, top/largest)
		r.scale[i] = largest / top
	}
}

// multiplyPlain does four rows and two outputs at a time. Two rows are the halves of one int64, so that one
// multiplication serves both.
func (l *Linear) multiplyPlain(y []float32, r *rows, n int) {
	blocks := (n + 3) / 4
	row := func(i int) []int16 { i = min(i, n-1); return r.values[i*l.In : (i+1)*l.In] }
	r.joined, r.weights = grown(r.joined, blocks*l.In), grown(r.weights, l.In)
	for b := range blocks {
		join(r.joined[b*l.In:(b+1)*l.In], row(4*b), row(4*b+1), row(4*b+2), row(4*b+3))
	}
	for o := 0; o < l.Out; o += 2 {
		p := min(o+1, l.Out-1)
		v, w := l.weights[o*l.In:(o+1)*l.In], l.weights[p*l.In:(p+1)*l.In]
		for k := range r.weights {
			r.weights[k] = [2]int64{int64(v[k]), int64(w[k])}
		}
		for b := range blocks {
			i := 4 * b
			sums := multiply4(r.joined[b*l.In:(b+1)*l.In], r.weights)
			l.store(y, r, sums[0], o, i, min(i+1, n-1))
			l.store(y, r, sums[1], p, i, min(i+1, n-1))
			l.store(y, r, sums[2], o, min(i+2, n-1), min(i+3, n-1))
			l.store(y, r, sums[3], p, min(i+2, n-1), min(i+3, n-1))
		}
	}
}

func join(to [][2]int64, a, b, c, d []int16) {
	for k := range to {
		to[k] = [2]int64{int64(a[k]) + int64(b[k])<<32, int64(c[k]) + int64(d[k])<<32}
	}
}

// multiply4 is the sum over k of each x[k] with each w[k].
func multiply4(x, w [][2]int64) [4]int64 {
	var s0, s1, s2, s3 int64
	w = w[:len(x)]
	for k := range x {
		a, b, v, u := x[k][0], x[k][1], w[k][0], w[k][1]
		s0 += a * v
		s1 += a * u
		s2 += b * v
		s3 += b * u
	}
	return [4]int64{s0, s1, s2, s3}
}

// store takes the sums of rows i and j with output o apart and writes what they are worth.
func (l *Linear) store(y []float32, r *rows, sums int64, o, i, j int) {
	low := int32(sums)
	high := int32((sums - int64(low)) >> 32)
	y[i*l.Out+o] = float32(float32(float32(low)*l.scale[o])*r.scale[i]) + l.bias[o]
	y[j*l.Out+o] = float32(float32(float32(high)*l.scale[o])*r.scale[j]) + l.bias[o]
}

// grown is s with n elements; the old ones are lost where it must grow.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
