package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func largest() {
	function("largestAVX2", "(x *float32, n int) float32", "largestAVX2 takes a multiple of 8 values.")
	x, n := GP64(), GP64()
	Load(Param("x"), x)
	Load(Param("n"), n)
	top := zero()
	loop("values", n, 8, func() {
		v := YMM()
		VMOVUPS(size, v)
		VANDPS(Mem{Base: x}, v, v)
		VMAXPS(v, top, top)
		ADDQ(Imm(32), x)
	})
	fold(top, func(a, b, to Op) { VMAXPS(a, b, to) })
	Store(top.AsX(), ReturnIndex(0))
	end()
}

// matmul works on blocks of 4 rows and 16 columns, then on single rows and on 8 columns.
func matmul() {
	function("matmulAVX2", "(y *float32, yStride int, a *float32, aStride int, b *float32, bStride int,"+
		" rows int, inner int, cols int)", "matmulAVX2: strides count bytes, cols is a multiple of 8.")
	y, a, rows := GP64(), GP64(), GP64()
	Load(Param("y"), y)
	Load(Param("a"), a)
	Load(Param("rows"), rows)
	for _, n := range []int{4, 1} {
		name := fmt.Sprintf("rows%d", n)
		Label(name)
		CMPQ(rows, Imm(uint64(n)))
		JL(LabelRef(name + "End"))
		columns(name, n, y, a)
		for range n {
			ADDQ(load("yStride"), y)
			ADDQ(load("aStride"), a)
		}
		SUBQ(Imm(uint64(n)), rows)
		JMP(LabelRef(name))
		Label(name + "End")
	}
	end()
}

func load(name string) Register { return Load(Param(name), GP64()) }

func columns(name string, rows int, y, a GPVirtual) {
	to, b, cols := GP64(), load("b"), load("cols")
	MOVQ(y, to)
	for _, vectors := range []int{2, 1} {
		name := fmt.Sprintf("%sColumns%d", name, 8*vectors)
		Label(name)
		CMPQ(cols, Imm(uint64(8*vectors)))
		JL(LabelRef(name + "End"))
		block(name, rows, vectors, to, a, b)
		ADDQ(Imm(uint64(32*vectors)), to)
		ADDQ(Imm(uint64(32*vectors)), b)
		SUBQ(Imm(uint64(8*vectors)), cols)
		JMP(LabelRef(name))
		Label(name + "End")
	}
}

func block(name string, rows, vectors int, y, a, b Register) {
	var sums [4][2]VecVirtual
	for r := range rows {
		for v := range vectors {
			sums[r][v] = zero()
		}
	}
	left, right, inner, bStride, aStride := GP64(), GP64(), load("inner"), load("bStride"), load("aStride")
	aStride3 := GP64()
	LEAQ(Mem{Base: aStride, Index: aStride, Scale: 2}, aStride3)
	MOVQ(a, left)
	MOVQ(b, right)
	loop(name+"Inner", inner, 1, func() {
		var row [2]VecVirtual
		for v := range vectors {
			row[v] = YMM()
			VMOVUPS(Mem{Base: right, Disp: 32 * v}, row[v])
		}
		for r := range rows {
			m := []Mem{{Base: left}, {Base: left, Index: aStride, Scale: 1},
				{Base: left, Index: aStride, Scale: 2}, {Base: left, Index: aStride3, Scale: 1}}[r]
			f := YMM()
			VBROADCASTSS(m, f)
			for v := range vectors {
				t := YMM()
				VMULPS(f, row[v], t)
				VADDPS(t, sums[r][v], sums[r][v])
			}
		}
		ADDQ(Imm(4), left)
		ADDQ(bStride, right)
	})
	at, yStride := GP64(), load("yStride")
	MOVQ(y, at)
	for r := range rows {
		for v := range vectors {
			VMOVUPS(sums[r][v], Mem{Base: at, Disp: 32 * v})
		}
		ADDQ(yStride, at)
	}
}

func softmax() {
	function("softmaxAVX2", "(x *float32, n int, by float32)", "softmaxAVX2 takes a multiple of 8 values.")
	by, top, sums := spread("by"), YMM(), zero()
	x := load("x")
	VMOVUPS(Mem{Base: x}, top)
	pass("top", func(m Mem) { VMAXPS(m, top, top) })
	fold(top, func(a, b, to Op) { VMAXPS(a, b, to) })
	pass("exp", func(m Mem) {
		v := YMM()
		VMOVUPS(m, v)
		VSUBPS(top, v, v)
		VMULPS(by, v, v)
		v = exp(v)
		VMOVUPS(v, m)
		VADDPS(v, sums, sums)
	})
	sum(sums)
	share := YMM()
	VMOVUPS(float(1), share)
	VDIVPS(sums, share, share)
	pass("share", func(m Mem) {
		v := YMM()
		VMULPS(m, share, v)
		VMOVUPS(v, m)
	})
	end()
}

// pass goes through the values of the parameters x and n, eight at a time.
func pass(label string, body func(Mem)) {
	x, n := load("x"), load("n")
	loop(label, n, 8, func() {
		body(Mem{Base: x})
		ADDQ(Imm(32), x)
	})
}

func addNorm() {
	function("addNormAVX2", "(x *float32, y *float32, gain *float32, bias *float32, n int, epsilon float32)",
		"addNormAVX2 takes a multiple of 8 values.")
	y := load("y")
	count := YMM()
	VPBROADCASTD(address("n"), count)
	VCVTDQ2PS(count, count)
	mean := zero()
	pass("add", func(m Mem) {
		v := YMM()
		VMOVUPS(m, v)
		VADDPS(Mem{Base: y}, v, v)
		VMOVUPS(v, m)
		VADDPS(v, mean, mean)
		ADDQ(Imm(32), y)
	})
	sum(mean)
	VDIVPS(count, mean, mean)
	by := zero()
	pass("square", func(m Mem) {
		v := YMM()
		VMOVUPS(m, v)
		VSUBPS(mean, v, v)
		VMOVUPS(v, m)
		VMULPS(v, v, v)
		VADDPS(v, by, by)
	})
	sum(by)
	VDIVPS(count, by, by)
	VADDPS(spread("epsilon"), by, by)
	VSQRTPS(by, by)
	one := YMM()
	VMOVUPS(float(1), one)
	VDIVPS(by, one, by)
	gain, bias := load("gain"), load("bias")
	pass("scale", func(m Mem) {
		v := YMM()
		VMULPS(m, by, v)
		VMULPS(Mem{Base: gain}, v, v)
		VADDPS(Mem{Base: bias}, v, v)
		VMOVUPS(v, m)
		ADDQ(Imm(32), gain)
		ADDQ(Imm(32), bias)
	})
	end()
}

func dot() {
	function("dotAVX2", "(x *float32, y *float32, n int) float32", "dotAVX2 takes a multiple of 8 values.")
	y, sums := load("y"), zero()
	pass("values", func(m Mem) {
		v := YMM()
		VMOVUPS(m, v)
		VMULPS(Mem{Base: y}, v, v)
		VADDPS(v, sums, sums)
		ADDQ(Imm(32), y)
	})
	sum(sums)
	Store(sums.AsX(), ReturnIndex(0))
	end()
}

// inPlace is the kernel of a function of one value.
func inPlace(name string, f func(VecVirtual) VecVirtual) {
	function(name+"AVX2", "(x *float32, n int)", name+"AVX2 takes a multiple of 8 values.")
	pass("values", func(m Mem) {
		v := YMM()
		VMOVUPS(m, v)
		VMOVUPS(f(v), m)
	})
	end()
}

// horner is c[0]·x^n + … + c[n].
func horner(x VecVirtual, c ...float32) VecVirtual {
	p := YMM()
	VMOVUPS(float(c[0]), p)
	for _, v := range c[1:] {
		VMULPS(x, p, p)
		VADDPS(float(v), p, p)
	}
	return p
}

func exp(x VecVirtual) VecVirtual {
	f, n, r, t := YMM(), YMM(), YMM(), YMM()
	VMAXPS(float(-87), x, r)
	VMINPS(float(88), r, r)
	VMULPS(float(1.44269504088896341), r, f)
	VCVTPS2DQ(f, n)
	VCVTDQ2PS(n, f)
	VMULPS(float(0.693359375), f, t)
	VSUBPS(t, r, r)
	VMULPS(float(-2.12194440e-4), f, t)
	VSUBPS(t, r, r)
	p := horner(r, 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
	VMULPS(r, p, p)
	VMULPS(r, p, p)
	VADDPS(r, p, p)
	VADDPS(float(1), p, p)
	VPADDD(bits(127), n, n)
	VPSLLD(Imm(23), n, n)
	VMULPS(n, p, p)
	return p
}

func gelu(x VecVirtual) VecVirtual {
	z, s := YMM(), YMM()
	VMAXPS(float(-5.2), x, z)
	VMINPS(float(5.2), z, z)
	VMULPS(z, z, s)
	p := horner(s, -3.232841194744651e-08, 1.0748458407761063e-05, 0.0008235869463533163, 0.01216130331158638,
		0.12055317312479019, 0.7978835105895996)
	q := horner(s, 0.00013832167314831167, 0.003253371687605977, 0.04321666806936264, 0.3177487850189209, 1)
	VMULPS(z, p, p)
	VDIVPS(q, p, p)
	VADDPS(float(1), p, p)
	VMULPS(float(0.5), x, x)
	VMULPS(x, p, p)
	return p
}

func sigmoid(x VecVirtual) VecVirtual {
	z, one := YMM(), YMM()
	VXORPS(sign, x, z)
	e := exp(z)
	VMOVUPS(float(1), one)
	VADDPS(one, e, e)
	VDIVPS(e, one, e)
	return e
}
