// Command avo writes the AVX2 kernels of extract/encoder: kernels_amd64.s and its Go declarations. It is a module of
// its own, so that the program does not depend on the assembler. Run it with go generate.
//
// Each kernel does the operations of its twin in plain.go in the same order, eight at a time.
package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	linear()
	round()
	largest()
	matmul()
	softmax()
	addNorm()
	dot()
	inPlace("gelu", gelu)
	inPlace("sigmoid", sigmoid)
	Generate()
}

// function begins a kernel.
func function(name, signature, doc string) {
	TEXT(name, NOSPLIT, "func"+signature)
	Pragma("noescape")
	Doc(doc)
}

func end() {
	VZEROUPPER()
	RET()
}

var constants = map[uint32]Mem{}

// bits is a constant in memory: eight times the same 32 bits.
func bits(v uint32) Mem {
	if m, ok := constants[v]; ok {
		return m
	}
	m := GLOBL(fmt.Sprintf("x%08x", v), RODATA|NOPTR)
	for i := range 8 {
		DATA(4*i, U32(v))
	}
	constants[v] = m
	return m
}

func float(v float32) Mem { return bits(math.Float32bits(v)) }

var (
	size = bits(0x7fffffff) // all but the sign of a float32
	sign = bits(0x80000000)
)

// spread loads a parameter into all eight lanes.
func spread(name string) VecVirtual {
	x, y := XMM(), YMM()
	Load(Param(name), x)
	VBROADCASTSS(x, y)
	return y
}

func zero() VecVirtual {
	y := YMM()
	VXORPS(y, y, y)
	return y
}

// loop runs body while count, a multiple of step, is above zero. It does not run it when count is zero.
func loop(label string, count Register, step int, body func()) {
	TESTQ(count, count)
	JLE(LabelRef(label + "End"))
	Label(label)
	body()
	SUBQ(Imm(uint64(step)), count)
	JG(LabelRef(label))
	Label(label + "End")
}

// fold reduces eight lanes to one, in every lane, by the tree of lanes.sum.
func fold(y VecVirtual, combine func(a, b Op, to Op)) {
	t := YMM()
	VPERM2F128(Imm(1), y, y, t)
	combine(t, y, y)
	VPERMILPS(Imm(0b01_00_11_10), y, t)
	combine(t, y, y)
	VPERMILPS(Imm(0b10_11_00_01), y, t)
	combine(t, y, y)
}

func sum(y VecVirtual) { fold(y, func(a, b, to Op) { VADDPS(a, b, to) }) }

// address is where a parameter stands.
func address(name string) Mem {
	found, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return found.Addr
}
