package linear

import "math/bits"

// Table is a frozen classifier of many classes. It is safe for concurrent use.
type Table struct {
	Classes int
	Scale   float64 // of whole-number scores to the perceptron's own
	slots   []slot  // open addressing
	mask    uint32
	cells   []int32 // class in the low byte, weight above
}

// slot is one feature: key + 1 (0 is free), and where its cells lie.
type slot struct {
	key  uint32
	from uint32 // index into cells shifted left by 8, number of cells in the low byte
}

// NewTable makes a classifier for use out of its stored form.
func NewTable(w *Weights) *Table {
	size := tableSize(len(w.Rows))
	t := &Table{Classes: w.Classes, Scale: w.scale(), slots: make([]slot, size), mask: uint32(size - 1)}
	code := decoded()
	for _, r := range w.Rows {
		i := r.Key & t.mask
		for t.slots[i].key != 0 {
			i = (i + 1) & t.mask
		}
		n := min(len(r.Cells), 255)
		t.slots[i] = slot{r.Key + 1, uint32(len(t.cells))<<8 | uint32(n)}
		for _, c := range r.Cells[:n] {
			t.cells = append(t.cells, int32(code[uint8(c.Code)])<<8|int32(c.Class))
		}
	}
	return t
}

// Score adds up the weights of keys into scores, which it clears first.
// scores must have at least Classes elements.
func (t *Table) Score(keys []Key, scores *[256]int32) {
	clear(scores[:t.Classes])
	for _, k := range keys {
		key := uint32(k & keyMask)
		i := key & t.mask
		for t.slots[i].key != 0 {
			if t.slots[i].key == key+1 {
				from := t.slots[i].from
				for _, c := range t.cells[from>>8:][:from&255] {
					scores[uint8(c)] += c >> 8
				}
				break
			}
			i = (i + 1) & t.mask
		}
	}
}

// Moves is a frozen classifier of exactly three classes: one feature is one word of memory.
// It is safe for concurrent use.
type Moves struct {
	Scale float64  // of whole-number scores to the perceptron's own
	slots []uint64 // 16 bits of key, never 0, and three weights of 16 bits
	mask  uint32
}

// NewMoves makes a classifier of three classes for use out of its stored form.
func NewMoves(w *Weights) *Moves {
	size := max(tableSize(len(w.Rows)), 1<<(keyBits-16+1)) // slot number and 16 key bits make up the key
	m := &Moves{Scale: w.scale(), slots: make([]uint64, size), mask: uint32(size - 1)}
	code := decoded()
	for _, r := range w.Rows {
		i := r.Key & m.mask
		for m.slots[i] != 0 {
			i = (i + 1) & m.mask
		}
		v := uint64(check(r.Key))
		for _, c := range r.Cells {
			if c.Class < 3 {
				v |= uint64(uint16(code[uint8(c.Code)])) << (16 + 16*c.Class)
			}
		}
		m.slots[i] = v
	}
	return m
}

// Score is the three sums of the weights of keys.
func (m *Moves) Score(keys []Key) (a, b, c int32) {
	for _, k := range keys {
		key := uint32(k & keyMask)
		want := check(key)
		for i := key & m.mask; ; i = (i + 1) & m.mask {
			v := m.slots[i]
			if v == 0 {
				break
			}
			if uint16(v) == want {
				a += int32(int16(v >> 16))
				b += int32(int16(v >> 32))
				c += int32(int16(v >> 48))
				break
			}
		}
	}
	return a, b, c
}

// check is the part of a key that a slot of Moves keeps.
func check(key uint32) uint16 { return uint16(key>>(keyBits-16)) | 1 }

// tableSize is a power of two that leaves at least half of the slots free.
func tableSize(rows int) int {
	return 1 << max(bits.Len(uint(2*rows)), 4)
}

// Best is the class of the highest score but that of skip, −1 for none to skip; of equals the first.
func Best[S float32 | int32](scores []S, skip int) int {
	top := -1
	for i, s := range scores {
		if i != skip && (top < 0 || s > scores[top]) {
			top = i
		}
	}
	return top
}
