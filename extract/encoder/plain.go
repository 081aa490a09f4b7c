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
	tanh    func(x []float32)
	sigmoid func(x []float32)
}

var plain = kernels{
	largest: largestPlain, round: roundPlain, matmul: matmulPlain, softmax: softmaxPlain, addNorm: addNormPlain,
	dot:     dotPlain,
	gelu:    func(x []float32) { each(x, gelu) },
	tanh:    func(x []float32) { each(x, tanh) },
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
		for k, f := range a.row(i) {
			from := b.row(k)[:len(to)]
			for j := range to {
				to[j] += float32(f * from[j])
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

// Of erf(z) = 1 - t(erf1 + t(erf2 + …))·exp(-z²), t = 1/(1 + erfT·z), z ≥ 0, within 1.5e-7 (Abramowitz and Stegun 7.1.26).
const (
	rootHalf         = 0.70710678118654752
	erfT             = 0.3275911
	erf1, erf2, erf3 = 0.254829592, -0.284496736, 1.421413741
	erf4, erf5       = -1.453152027, 1.061405429
)

// gelu is x·Φ(x), by erf as in BERT.
func gelu(x float32) float32 {
	size := float32(math.Abs(float64(x)))
	z := size * rootHalf
	t := 1 / (float32(erfT*z) + 1)
	p := float32(erf5*t) + erf4
	p = float32(p*t) + erf3
	p = float32(p*t) + erf2
	p = float32(p*t) + erf1
	erf := 1 - float32(float32(p*t)*exp(-float32(z*z)))
	return 0.5 * (x + float32(size*erf))
}

// tanh is (1 - e^-2|x|)/(1 + e^-2|x|) with the sign of x.
func tanh(x float32) float32 {
	e := exp(-2 * float32(math.Abs(float64(x))))
	return float32(math.Copysign(float64((1-e)/(1+e)), float64(x)))
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }
