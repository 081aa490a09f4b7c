package encoder

import "golang.org/x/sys/cpu"

var best = choose()

func choose() *kernels {
	if cpu.X86.HasAVX2 {
		return &avx2
	}
	return &plain
}

var avx2 = kernels{
	largest: func(x []float32) float32 { return largestAVX2(&x[0], len(x)) },
	round: func(to []int16, x []float32, by float32) int32 {
		return roundAVX2(&to[:len(x)][0], &x[0], len(x), by)
	},
	matmul: func(y, a, b matrix) {
		y.check()
		a.check()
		b.check()
		matmulAVX2(&y.data[0], 4*y.stride, &a.data[0], 4*a.stride, &b.data[0], 4*b.stride, y.rows, a.cols, y.cols)
	},
	softmax: func(x []float32, by float32) { softmaxAVX2(&x[0], len(x), by) },
	addNorm: func(x, y, gain, bias []float32, epsilon float32) {
		n := len(x)
		addNormAVX2(&x[0], &y[:n][0], &gain[:n][0], &bias[:n][0], n, epsilon)
	},
	dot:     func(x, y []float32) float32 { return dotAVX2(&x[0], &y[:len(x)][0], len(x)) },
	gelu:    func(x []float32) { geluAVX2(&x[0], len(x)) },
	sigmoid: func(x []float32) { sigmoidAVX2(&x[0], len(x)) },
}

// check panics where the matrix is not within its data.
func (m matrix) check() { _ = m.row(m.rows - 1) }

// panels are the weights of a layer for the kernel: 16 outputs at a time, and of these 4 inputs at a time. Of the four
// weights a, b, c, d of an output, (b, d) stand in one vector and (a, c) in the next.
type panels struct {
	weights     []int8 // [(Out+15)/16][In/4][2 times 8 outputs][2][8][2]
	pairs       []int32
	scale, bias []float32 // those of the layer, up to a multiple of 16
}

const wide = 16 // outputs of a panel

// pack makes the panels of a layer. The kernels take a multiple of 16 inputs; a layer with another number stays plain.
func (l *Linear) pack() {
	if l.kernels == &plain || l.In%wide != 0 {
		return
	}
	out := (l.Out + wide - 1) / wide * wide
	p := &panels{make([]int8, out*l.In), make([]int32, out), make([]float32, out), make([]float32, out)}
	copy(p.scale, l.scale)
	copy(p.bias, l.bias)
	for o := range l.Out {
		row := l.weights[o*l.In : (o+1)*l.In]
		to := p.weights[o/wide*wide*l.In+o/8%2*32+o%8*2:]
		var pairs int32
		for i := 0; i+4 <= len(row); i += 4 {
			w := row[i : i+4 : i+4]
			at := to[i*wide:][:18]
			at[0], at[1], at[16], at[17] = w[1], w[3], w[0], w[2]
			pairs += int32(w[0])*int32(w[1]) + int32(w[2])*int32(w[3])
		}
		p.pairs[o] = pairs
	}
	l.panels = p
}

func (l *Linear) multiplyPanels(y []float32, r *rows, n int, s *Scratch) {
	p := l.panels
	for o := 0; o < l.Out; o += wide {
		to, stride := y[o:], l.Out
		if o+wide > l.Out {
			s.panel = grown(s.panel, n*wide)
			to, stride = s.panel, wide
		}
		linearAVX2(&to[0], 4*stride, &r.values[0], n, l.In, &p.weights[o*l.In], &p.pairs[o], &p.scale[o], &p.bias[o],
			&r.pairs[0], &r.scale[0])
		if stride == wide {
			for i := range n {
				copy(y[i*l.Out+o:(i+1)*l.Out], to[i*wide:])
			}
		}
	}
}
