package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// linear multiplies rows of integers with 16 outputs of a layer. It halves the multiplications (Winograd 1968):
//
//	a·w + b·v = (a + v)(b + w) - a·b - w·v
//
// The last two terms are known before, a·b for a row and w·v for an output, summed over the inputs. VPMADDWD does two
// such products in a lane, the sums a + v fit 16 bits, and all sums are exact modulo 2^32, which holds the result.
func linear() {
	function("linearAVX2", "(y *float32, step int, x *int16, n int, in int, panel *int8, pairs *int32,"+
		" scale *float32, bias *float32, xPairs *int32, xScale *float32)",
		"linearAVX2 does n rows of 16 outputs. step counts bytes, in is a multiple of 8.")
	l := &rowBlock{y: GP64(), yStride: GP64(), values: GP64(), n: GP64(), stride: GP64(), stride3: GP64(),
		rowPairs: GP64(), rowScale: GP64()}
	Load(Param("y"), l.y)
	Load(Param("step"), l.yStride)
	Load(Param("x"), l.values)
	Load(Param("n"), l.n)
	Load(Param("in"), l.stride)
	ADDQ(l.stride, l.stride)
	LEAQ(Mem{Base: l.stride, Index: l.stride, Scale: 2}, l.stride3)
	Load(Param("xPairs"), l.rowPairs)
	Load(Param("xScale"), l.rowScale)
	for _, rows := range []int{4, 1} {
		name := fmt.Sprintf("rows%d", rows)
		Label(name)
		CMPQ(l.n, Imm(uint64(rows)))
		JL(LabelRef(name + "End"))
		l.block(name, rows)
		SUBQ(Imm(uint64(rows)), l.n)
		JMP(LabelRef(name))
		Label(name + "End")
	}
	end()
}

type rowBlock struct {
	y, yStride, values, n, stride, stride3, rowPairs, rowScale GPVirtual
}

func (l *rowBlock) block(name string, rows int) {
	var sums [4][2]VecVirtual
	for r := range rows {
		for v := range 2 {
			sums[r][v] = YMM()
			VPXOR(sums[r][v], sums[r][v], sums[r][v])
		}
	}
	panel, count, at := GP64(), GP64(), GP64()
	Load(Param("panel"), panel)
	Load(Param("in"), count)
	MOVQ(l.values, at)
	loop(name+"Inputs", count, 8, func() {
		for group := range 2 {
			l.four(sums[:rows], panel, at, group)
		}
		ADDQ(Imm(128), panel)
		ADDQ(Imm(16), at)
	})
	l.finish(sums[:rows])
	MOVQ(at, l.values) // behind the first row of the block
	for range rows - 1 {
		ADDQ(l.stride, l.values)
	}
	ADDQ(Imm(uint64(4*rows)), l.rowPairs)
	ADDQ(Imm(uint64(4*rows)), l.rowScale)
}

// four adds the products of four inputs.
func (l *rowBlock) four(sums [][2]VecVirtual, panel, at GPVirtual, group int) {
	var weights [4]VecVirtual
	for i := range weights {
		weights[i] = YMM()
		VPMOVSXBW(Mem{Base: panel, Disp: 64*group + 16*i}, weights[i])
	}
	for r := range sums {
		m := Mem{Base: at, Disp: 8 * group}
		switch r {
		case 1:
			m.Index, m.Scale = l.stride, 1
		case 2:
			m.Index, m.Scale = l.stride, 2
		case 3:
			m.Index, m.Scale = l.stride3, 1
		}
		first, second := YMM(), YMM()
		VPBROADCASTD(m, first)
		m.Disp += 4
		VPBROADCASTD(m, second)
		for v := range 2 {
			a, b := YMM(), YMM()
			VPADDW(weights[2*v], first, a)
			VPADDW(weights[2*v+1], second, b)
			VPMADDWD(a, b, a)
			VPADDD(a, sums[r][v], sums[r][v])
		}
	}
}

// finish turns the sums into values and stores them.
func (l *rowBlock) finish(sums [][2]VecVirtual) {
	pairs, scale, bias := GP64(), GP64(), GP64()
	Load(Param("pairs"), pairs)
	Load(Param("scale"), scale)
	Load(Param("bias"), bias)
	for r := range sums {
		rowPairs, rowScale := YMM(), YMM()
		VPBROADCASTD(Mem{Base: l.rowPairs, Disp: 4 * r}, rowPairs)
		VBROADCASTSS(Mem{Base: l.rowScale, Disp: 4 * r}, rowScale)
		for v, s := range sums[r] {
			VPSUBD(rowPairs, s, s)
			VPSUBD(Mem{Base: pairs, Disp: 32 * v}, s, s)
			VCVTDQ2PS(s, s)
			VMULPS(Mem{Base: scale, Disp: 32 * v}, s, s)
			VMULPS(rowScale, s, s)
			VADDPS(Mem{Base: bias, Disp: 32 * v}, s, s)
			VMOVUPS(s, Mem{Base: l.y, Disp: 32 * v})
		}
		ADDQ(l.yStride, l.y)
	}
}

// round writes (a, b, c, d) as (a, c, b, d), as linear wants it, and sums a·b + c·d.
func round() {
	function("roundAVX2", "(to *int16, x *float32, n int, by float32) int32",
		"roundAVX2 rounds n values, a multiple of 16, and returns the sum of the products of neighbours.")
	to, x, n := GP64(), GP64(), GP64()
	Load(Param("to"), to)
	Load(Param("x"), x)
	Load(Param("n"), n)
	by, sums := spread("by"), zero()
	loop("values", n, 16, func() {
		a, b := YMM(), YMM()
		VMULPS(Mem{Base: x}, by, a)
		VMULPS(Mem{Base: x, Disp: 32}, by, b)
		VCVTPS2DQ(a, a)
		VCVTPS2DQ(b, b)
		VPACKSSDW(b, a, a)
		VPERMQ(Imm(0b11_01_10_00), a, a)
		VPSHUFLW(Imm(0b11_01_10_00), a, a)
		VPSHUFHW(Imm(0b11_01_10_00), a, a)
		VMOVDQU(a, Mem{Base: to})
		VPSRLQ(Imm(32), a, b)
		VPMADDWD(b, a, a)
		VPADDD(a, sums, sums)
		ADDQ(Imm(64), x)
		ADDQ(Imm(32), to)
	})
	fold(sums, func(a, b, to Op) { VPADDD(a, b, to) })
	out := GP32()
	VMOVD(sums.AsX(), out)
	Store(out, ReturnIndex(0))
	end()
}
