package encoder

// The functions that heads on top of an encoder need, with the arithmetic of the package: the same bytes on every
// machine. Those of one value are within 2e-6 of the exact ones, relative to the larger of 1 and the value.

// GELU replaces each value of x by x·Φ(x).
func GELU(x []float32) { inPlace(x, best.gelu, gelu) }

// Sigmoid replaces each value of x by 1/(1 + e^-x).
func Sigmoid(x []float32) { inPlace(x, best.sigmoid, sigmoid) }

// Dot is the sum of the products of x and y. It panics where y is shorter than x.
func Dot(x, y []float32) float32 {
	n := len(x) &^ 7
	var sum float32
	if n > 0 {
		sum = best.dot(x[:n], y[:n])
	}
	for i := n; i < len(x); i++ {
		sum += float32(x[i] * y[i])
	}
	return sum
}

func inPlace(x []float32, most func([]float32), rest func(float32) float32) {
	n := len(x) &^ 7
	if n > 0 {
		most(x[:n])
	}
	each(x[n:], rest)
}
