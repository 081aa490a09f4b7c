package linear

import (
	"cmp"
	"math"
	"slices"
)

// keyBits is how much of a key a model keeps. Fewer bits make a smaller file; a feature that was never
// learnt then finds the weights of another one about once in 2^keyBits / features times.
const keyBits = 28

const keyMask = 1<<keyBits - 1

// Weights is a classifier as a file stores it: sorted keys, and for each the classes and coded weights.
type Weights struct {
	Classes int
	Unit    float64 // the weight that code 1 stands for, see decode
	Rows    []Row
}

// Row is one feature.
type Row struct {
	Key   uint32
	Cells []Cell
}

// Cell is one weight of a feature: code in a logarithmic scale with sign.
type Cell struct {
	Class uint8
	Code  int8
}

// codeBase is the step of the logarithmic scale: code c stands for ±unit·(base^|c|−1)/(base−1).
const codeBase = 1.045

// Freeze averages the weights, drops those nearer to zero than least, and codes the others.
func (t *Trainer) Freeze(least float64) *Weights {
	type ranked struct {
		row  Row
		size float64
	}
	var largest float64
	for r := range t.rows {
		for i := range t.rows[r] {
			largest = max(largest, math.Abs(t.average(&t.rows[r][i])))
		}
	}
	w := &Weights{Classes: t.classes, Unit: largest / codeValue(127)}
	var kept []ranked
	for r, key := range t.keys {
		row := Row{Key: uint32(key & keyMask)}
		size := 0.0
		for i := range t.rows[r] {
			c := &t.rows[r][i]
			v := t.average(c)
			if math.Abs(v) < least {
				continue
			}
			if code := encode(v / w.Unit); code != 0 {
				row.Cells = append(row.Cells, Cell{c.class, code})
				size += v * v
			}
		}
		if len(row.Cells) > 0 {
			slices.SortFunc(row.Cells, func(a, b Cell) int { return cmp.Compare(a.Class, b.Class) })
			kept = append(kept, ranked{row, size})
		}
	}
	slices.SortFunc(kept, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.row.Key, b.row.Key))
	})
	seen := make(map[uint32]bool)
	for _, k := range kept {
		if !seen[k.row.Key] { // of two features with one key the stronger stays
			seen[k.row.Key] = true
			w.Rows = append(w.Rows, k.row)
		}
	}
	slices.SortFunc(w.Rows, func(a, b Row) int { return cmp.Compare(a.Key, b.Key) })
	return w
}

func codeValue(code int) float64 { return (math.Pow(codeBase, float64(code)) - 1) / (codeBase - 1) }

func encode(v float64) int8 {
	c := math.Log(math.Abs(v)*(codeBase-1)+1) / math.Log(codeBase)
	n := min(int(math.Round(c)), 127)
	if v < 0 {
		n = -n
	}
	return int8(n)
}

// decoded is the table of code → whole-number weight. The largest weight becomes ±scoreScale, so that
// the sum of some hundred weights stays far inside an int32 and one weight inside an int16.
func decoded() (table [256]int16) {
	for c := 1; c < 128; c++ {
		v := int16(math.Round(codeValue(c) / codeValue(127) * scoreScale))
		table[uint8(int8(c))] = v
		table[uint8(int8(-c))] = -v
	}
	return table
}

const scoreScale = 30000

func (w *Weights) scale() float64 { return w.Unit * codeValue(127) / scoreScale }
