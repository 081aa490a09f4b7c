package encoder

import "math"

// kernels are the inner loops. All sets of them give the same bytes: plain defines which. Lengths are multiples of 8.
type kernels struct {
	largest func(x []float32) float32                         // the largest absolute value
	round   func(to []int16, x []float32, by float32) int32   // to = x·by to the nearest, ties to even; gives rows.pairs
	matmul  func(y, a, b matrix)                              // y = ab, each sum from first to last
	softmax func(x []float32, by float32)                     // x = softmax of x·by
	addNorm func(x, y, gain, bias []float32, epsilon float32) // x = layer norm of x + y
	dot     func(x, y []float32) float32
	gelu    func(x []float32)
	sigmoid func(x []float32)
}

var plain = kernels{
	largest: largestPlain, round: roundPlain, matmul: matmulPlain, softmax: softmaxPlain, addNorm: addNormPlain,
	dot:     dotPlain,
	gelu:    func(x []float32) { each(x, gelu) },
	sigmoid: func(x []float32) { each(x, sigmoid) },
}

// matrix is a part of a larger one: row i begins at data[i*stride].
type matrix struct {
	data               []float32
	rows, cols, stride int
}

func (m matrix) row(i int) []float32 { return m.data[i*m.stride:][:m.cols] }

// lanes are the sums of every eighth value. Conversions to float32 in this file keep compilers from fusing a
// multiplication with an addition.
type lanes [8]float32

func (l *lanes) sum() float32 {
	return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}

func largestPlain(x []float32) float32 {
	var top float32
	for _, v := range x {
		top = max(top, float32(math.Abs(float64(v))))
	}
	return top
}

func roundPlain(to []int16, x []float32, by float32) int32 {
	to = to[:len(x)]
	for i, v := range x {
		to[i] = int16(nearest(v * by))
	}
	return 0
}

// shifter, added to a float32 below 2^22, pushes the fraction out of it, ties to even.
const shifter = 3 << 22

func nearest(x float32) int32 {
	return int32(math.Float32bits(float32(x)+shifter)) - int32(math.Float32bits(shifter))
}

func matmulPlain(y, a, b matrix) {
	for i := range y.rows {
		to := y.row(i)
		clear(to)
		f, k := a.row(i), 0
		for ; k+4 <= len(f); k += 4 { // four at a time, in order, spares loads and stores
			f0, f1, f2, f3 := f[k], f[k+1], f[k+2], f[k+3]
			b0, b1, b2, b3 := b.row(k)[:len(to)], b.row(k + 1)[:len(to)], b.row(k + 2)[:len(to)], b.row(k + 3)[:len(to)]
			for j := range to {
				t := to[j] + float32(f0*b0[j])
				t += float32(f1 * b1[j])
				t += float32(f2 * b2[j])
				to[j] = t + float32(f3*b3[j])
			}
		}
		for ; k < len(f); k++ {
			row := b.row(k)[:len(to)]
			for j := range to {
				to[j] += float32(f[k] * row[j])
			}
		}
	}
}

func softmaxPlain(x []float32, by float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sums lanes
	for i, v := range x {
		x[i] = exp((v - top) * by)
		sums[i%8] += x[i]
	}
	share := 1 / sums.sum()
	for i := range x {
		x[i] *= share
	}
}

func addNormPlain(x, y, gain, bias []float32, epsilon float32) {
	n := float32(len(x))
	y, gain, bias = y[:len(x)], gain[:len(x)], bias[:len(x)]
	var sums, squares lanes
	for i := range x {
		x[i] += y[i]
		sums[i%8] += x[i]
	}
	mean := sums.sum() / n
	for i := range x {
		x[i] -= mean
		squares[i%8] += float32(x[i] * x[i])
	}
	by := 1 / float32(math.Sqrt(float64(float32(squares.sum()/n)+epsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*by)*gain[i]) + bias[i]
	}
}

func dotPlain(x, y []float32) float32 {
	var sums lanes
	for i, v := range x {
		sums[i%8] += float32(v * y[i])
	}
	return sums.sum()
}

func each(x []float32, f func(float32) float32) {
	for i, v := range x {
		x[i] = f(v)
	}
}

// Of exp: the range in which its result is a normal float32, log2(e), log(2) in two parts, and the coefficients of
// (e^r - 1 - r)/r² for |r| ≤ log(2)/2, highest first (Cephes, expf).
const (
	expLow, expHigh = -87, 88
	log2e           = 1.44269504088896341
	ln2High, ln2Low = 0.693359375, -2.12194440e-4
	exp5, exp4      = 1.9875691500e-4, 1.3981999507e-3
	exp3, exp2      = 8.3334519073e-3, 4.1665795894e-2
	exp1, exp0      = 1.6666665459e-1, 5.0000001201e-1
)

// exp is e^x within 2 units of the last place, of x held to the range from -87 to 88.
func exp(x float32) float32 {
	x = min(max(x, expLow), expHigh)
	n := nearest(x * log2e)
	f := float32(n)
	r := x - float32(f*ln2High)
	r -= float32(f * ln2Low)
	p := float32(exp5*r) + exp4
	p = float32(p*r) + exp3
	p = float32(p*r) + exp2
	p = float32(p*r) + exp1
	p = float32(p*r) + exp0
	p = float32(float32(p*r)*r) + r
	return (p + 1) * math.Float32frombits(uint32(n+127)<<23)
}

// Of erf(x/√2) = x·p(x²)/q(x²) for |x| ≤ 5.2, highest coefficients first; q ends with 1. A least-squares fit,
// weighted until its largest error is least: 1.7e-7 (Lawson 1961).
const (
	erfEnd       = 5.2
	erfP5, erfP4 = -3.232841194744651e-08, 1.0748458407761063e-05
	erfP3, erfP2 = 0.0008235869463533163, 0.01216130331158638
	erfP1, erfP0 = 0.12055317312479019, 0.7978835105895996
	erfQ4, erfQ3 = 0.00013832167314831167, 0.003253371687605977
	erfQ2, erfQ1 = 0.04321666806936264, 0.3177487850189209
)

// gelu is x·Φ(x), by erf as in BERT.
func gelu(x float32) float32 {
	z := min(max(x, -erfEnd), erfEnd)
	s := z * z
	p := float32(erfP5*s) + erfP4
	p = float32(p*s) + erfP3
	p = float32(p*s) + erfP2
	p = float32(p*s) + erfP1
	p = float32(p*s) + erfP0
	q := float32(erfQ4*s) + erfQ3
	q = float32(q*s) + erfQ2
	q = float32(q*s) + erfQ1
	q = float32(q*s) + 1
	return float32(0.5*x) * (float32(float32(z*p)/q) + 1)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }
