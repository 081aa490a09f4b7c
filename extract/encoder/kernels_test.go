package encoder

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// random are values of many sizes, zeros among them.
func random(r *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		if r.IntN(20) > 0 {
			out[i] = float32(r.NormFloat64() * math.Exp2(float64(r.IntN(6)-2)))
		}
	}
	return out
}

func randomBytes(r *rand.Rand, n int) []int8 {
	out := make([]int8, n)
	for i := range out {
		out[i] = int8(r.IntN(256) - 128)
	}
	return out
}

// same compares bits: two zeros of different sign are not the same.
func same(a, b []float32) bool {
	return slices.EqualFunc(a, b, func(x, y float32) bool { return math.Float32bits(x) == math.Float32bits(y) })
}

func notPlain(t testing.TB) {
	t.Helper()
	if best == &plain {
		t.Skip("no other kernels than plain Go on this machine")
	}
}

// TestKernelsGiveEqualBytes: each kernel gives what its twin in plain Go gives.
func TestKernelsGiveEqualBytes(t *testing.T) {
	notPlain(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{8, 16, 24, 40, 64, 384, 1536} {
		x, y, gain, bias := random(r, n), random(r, n), random(r, n), random(r, n)
		edges := []float32{0, float32(math.Copysign(0, -1)), 1e-40, -1e-40, 88, 89, -87, -88, 1e9, -1e9, 5.2, -5.3, 1e30}
		copy(y[n/8:], edges)
		for name, of := range map[string]func(*kernels, []float32){
			"softmax": func(k *kernels, x []float32) { k.softmax(x, 0.177) },
			"addNorm": func(k *kernels, x []float32) { k.addNorm(x, y, gain, bias, 1e-12) },
			"gelu":    func(k *kernels, x []float32) { k.gelu(x) },
			"sigmoid": func(k *kernels, x []float32) { k.sigmoid(x) },
			"dot":     func(k *kernels, x []float32) { x[0] = k.dot(x, y) },
			"largest": func(k *kernels, x []float32) { x[0] = k.largest(x) },
		} {
			t.Run(fmt.Sprint(name, n), func(t *testing.T) {
				for _, in := range [][]float32{x, y, make([]float32, n)} {
					want, got := slices.Clone(in), slices.Clone(in)
					of(&plain, want)
					of(best, got)
					if !same(got, want) {
						t.Errorf("of %v\ngives %v\nwant  %v", in, got, want)
					}
				}
			})
		}
	}
}

func TestMatmulGivesEqualBytes(t *testing.T) {
	notPlain(t)
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n, inner, cols := 1+r.IntN(10), 1+r.IntN(40), 8*(1+r.IntN(6))
		a := matrix{random(r, n*(inner+3)), n, inner, inner + 3}
		b := matrix{random(r, inner*(cols+5)), inner, cols, cols + 5}
		want := matrix{random(r, n*(cols+1)), n, cols, cols + 1}
		got := want
		got.data = slices.Clone(want.data) // what is between the rows must stay
		plain.matmul(want, a, b)
		best.matmul(got, a, b)
		if !same(got.data, want.data) {
			t.Fatalf("%d by %d by %d differs", n, inner, cols)
		}
	}
}

// TestLinear: both ways give what exact integers give, also with the largest inputs and weights.
func TestLinear(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, size := range [][2]int{{16, 16}, {32, 5}, {64, 100}, {1536, 24}, {384, 33}, {20, 7}, {1, 1}, {3, 17}} {
		for _, n := range []int{1, 2, 3, 4, 5, 7, 8, 13} {
			for _, extreme := range []bool{false, true} {
				l := Linear{In: size[0], Out: size[1], weights: randomBytes(r, size[0]*size[1]),
					scale: random(r, size[1]), bias: random(r, size[1])}
				x := random(r, n*l.In)
				if extreme {
					for i := range l.weights {
						l.weights[i] = -128
					}
					for i := range x {
						x[i] = float32(1 - i/l.In%2*2)
					}
				}
				t.Run(fmt.Sprint(size, n, extreme), func(t *testing.T) { checkLinear(t, l, x, n) })
			}
		}
	}
}

func checkLinear(t *testing.T, l Linear, x []float32, n int) {
	slow, fast := l, l
	slow.kernels, fast.kernels = &plain, best
	slow.pack()
	fast.pack()
	s, want := new(Scratch), make([]float32, n*l.Out)
	slow.Apply(want, x, n, s)
	got := make([]float32, n*l.Out)
	fast.Apply(got, x, n, new(Scratch))
	if !same(got, want) {
		t.Errorf("the kernels differ:\n%v\n%v", got, want)
	}
	for i := range n {
		for o := range l.Out {
			var sum int64
			for k := range l.In {
				sum += int64(s.rows.values[i*l.In+k]) * int64(l.weights[o*l.In+k])
			}
			exact := float32(float32(float32(sum)*l.scale[o])*s.rows.scale[i]) + l.bias[o]
			if want[i*l.Out+o] != exact {
				t.Fatalf("row %d, output %d is %v, want %v", i, o, want[i*l.Out+o], exact)
			}
		}
	}
}

// TestRowsOfNothing: rows that cannot be rounded count as zero.
func TestRowsOfNothing(t *testing.T) {
	for _, k := range []*kernels{&plain, best} {
		l := Linear{In: 16, Out: 1, weights: make([]int8, 16), scale: []float32{1}, bias: []float32{3}, kernels: k}
		l.weights[0] = 1
		l.pack()
		for _, v := range []float32{0, 1e-35, 1e35, float32(math.Inf(1))} {
			x, y := make([]float32, 16), make([]float32, 1)
			x[0] = v
			l.Apply(y, x, 1, new(Scratch))
			if y[0] != 3 {
				t.Errorf("%v gives %v, want the bias", v, y[0])
			}
		}
	}
}

func TestFunctionsAreNear(t *testing.T) {
	for _, tt := range []struct {
		name  string
		of    func([]float32)
		exact func(float64) float64
	}{
		{"gelu", GELU, func(x float64) float64 { return x / 2 * math.Erfc(-x/math.Sqrt2) }},
		{"sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
		{"exp", func(x []float32) { each(x, exp) }, math.Exp},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for i := -20_000; i <= 20_000; i++ {
				x := float32(i) / 250
				one := []float32{x}
				tt.of(one)
				want := tt.exact(float64(x))
				if diff := math.Abs(float64(one[0]) - want); diff > 2e-6*max(1, math.Abs(want), math.Abs(float64(x))) {
					t.Fatalf("of %v is %v, want %v", x, one[0], want)
				}
			}
		})
	}
}

// TestTails: lengths that are no multiple of 8 give what single values give.
func TestTails(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for n := range 20 {
		x := random(r, n)
		for name, f := range map[string][2]func([]float32){
			"gelu":    {GELU, func(x []float32) { each(x, gelu) }},
			"sigmoid": {Sigmoid, func(x []float32) { each(x, sigmoid) }},
		} {
			got, want := slices.Clone(x), slices.Clone(x)
			f[0](got)
			f[1](want)
			if !same(got, want) {
				t.Errorf("%s of %d values: %v, want %v", name, n, got, want)
			}
		}
		var exact float64
		for _, v := range x {
			exact += float64(v) * float64(v)
		}
		if got := float64(Dot(x, x)); math.Abs(got-exact) > 1e-5*exact {
			t.Errorf("dot of %d values is %v, want %v", n, got, exact)
		}
	}
}
