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
	values []int16   // [n][In]; for AVX2 each (a, b, c, d) stands as (a, c, b, d)
	pairs  []int32   // for AVX2: the sum of the products of neighbours, a·b + c·d + …
	scale  []float32 // what one step is worth
	joined []int64   // for plain Go
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
	var err error
	if l.weights, err = m.Int8(name+".weight", l.Out, l.In); err != nil {
		return nil, err
	}
	if l.scale, err = m.Float32(name+".scale", l.Out); err != nil {
		return nil, err
	}
	if l.bias, err = m.Float32(name+".bias", l.Out); err != nil {
		return nil, err
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
	l.multiply(y[:n*l.Out], &s.rows, n, s)
}

// levels is the largest integer an input is rounded to. The sum of inputs products with int8 must fit an int32, and input
// plus weight an int16.
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

func (l *Linear) multiply(y []float32, r *rows, n int, s *Scratch) {
	if l.panels != nil {
		l.multiplyPanels(y, r, n, s)
		return
	}
	l.multiplyPlain(y, r, n)
}

// multiplyPlain does two rows at a time: as the halves of one int64, which one multiplication serves.
func (l *Linear) multiplyPlain(y []float32, r *rows, n int) {
	r.joined = grown(r.joined, l.In)
	for i := 0; i < n; i += 2 {
		j := min(i+1, n-1) // the last of an odd number is its own partner
		a, b := r.values[i*l.In:(i+1)*l.In], r.values[j*l.In:(j+1)*l.In]
		for k := range r.joined {
			r.joined[k] = int64(a[k]) + int64(b[k])<<32
		}
		for o := 0; o < l.Out; o += 4 {
			sums := l.dot4(r.joined, o)
			for k, sum := range sums[:min(4, l.Out-o)] {
				low := int32(sum)
				high := int32((sum - int64(low)) >> 32)
				y[i*l.Out+o+k] = l.value(low, o+k, r.scale[i])
				y[j*l.Out+o+k] = l.value(high, o+k, r.scale[j])
			}
		}
	}
}

// value is what the sum of integers of output o is worth.
func (l *Linear) value(sum int32, o int, scale float32) float32 {
	return float32(float32(float32(sum)*l.scale[o])*scale) + l.bias[o]
}

// dot4 multiplies with the weights of the outputs o to o+3; beyond the last output it repeats that.
func (l *Linear) dot4(x []int64, o int) [4]int64 {
	row := func(o int) []int8 {
		o = min(o, l.Out-1) * l.In
		return l.weights[o : o+l.In][:len(x)]
	}
	w0, w1, w2, w3 := row(o), row(o+1), row(o+2), row(o+3)
	var s0, s1, s2, s3 int64
	for k, v := range x {
		s0 += v * int64(w0[k])
		s1 += v * int64(w1[k])
		s2 += v * int64(w2[k])
		s3 += v * int64(w3[k])
	}
	return [4]int64{s0, s1, s2, s3}
}

// grown is s with n elements; the old ones are lost where it must grow.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
