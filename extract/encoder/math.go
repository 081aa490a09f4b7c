package encoder

// GELU, Tanh and Sigmoid replace each value of x; Softmax replaces x by its softmax. Within 1e-6 of the exact functions.

// GELU is x·Φ(x), by erf.
func GELU(x []float32) { inPlace(x, best.gelu, gelu) }

// Tanh is the hyperbolic tangent.
func Tanh(x []float32) { inPlace(x, best.tanh, tanh) }

// Sigmoid is 1/(1+e^-x).
func Sigmoid(x []float32) { inPlace(x, best.sigmoid, sigmoid) }

func inPlace(x []float32, most func([]float32), rest func(float32) float32) {
	n := len(x) &^ 7
	if n > 0 {
		most(x[:n])
	}
	each(x[n:], rest)
}
