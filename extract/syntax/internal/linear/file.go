package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Append writes w to the end of buf: classes, unit, rows; then, each kept together because like packs
// well with like, the gaps between keys, the numbers of cells, the classes and the codes.
func (w *Weights) Append(buf []byte) []byte {
	buf = binary.AppendUvarint(buf, uint64(w.Classes))
	buf = binary.AppendUvarint(buf, math.Float64bits(w.Unit))
	buf = binary.AppendUvarint(buf, uint64(len(w.Rows)))
	last := uint32(0)
	for _, r := range w.Rows {
		buf = binary.AppendUvarint(buf, uint64(r.Key-last))
		last = r.Key
	}
	for _, r := range w.Rows {
		buf = append(buf, uint8(len(r.Cells)))
	}
	for _, r := range w.Rows {
		for _, c := range r.Cells {
			buf = append(buf, c.Class)
		}
	}
	for _, r := range w.Rows {
		for _, c := range r.Cells {
			buf = append(buf, uint8(c.Code))
		}
	}
	return buf
}

var errShort = errors.New("weights end too early")

// Read takes what Append wrote off the front of buf and gives the rest.
func Read(buf []byte) (*Weights, []byte, error) {
	var head [3]uint64
	for i := range head {
		v, n := binary.Uvarint(buf)
		if n <= 0 {
			return nil, nil, errShort
		}
		head[i], buf = v, buf[n:]
	}
	w := &Weights{Classes: int(head[0]), Unit: math.Float64frombits(head[1])}
	rows := head[2]
	if head[0] > 256 || rows > uint64(len(buf)) {
		return nil, nil, fmt.Errorf("weights of %d classes and %d rows do not fit their file", head[0], rows)
	}
	w.Rows = make([]Row, rows)
	last := uint64(0)
	for i := range w.Rows {
		gap, n := binary.Uvarint(buf)
		if n <= 0 {
			return nil, nil, errShort
		}
		last += gap
		w.Rows[i].Key = uint32(last & keyMask)
		buf = buf[n:]
	}
	if uint64(len(buf)) < rows {
		return nil, nil, errShort
	}
	total := 0
	for _, n := range buf[:rows] {
		total += int(n)
	}
	counts := buf[:rows]
	buf = buf[rows:]
	if len(buf) < 2*total {
		return nil, nil, errShort
	}
	cells := make([]Cell, total)
	for i := range cells {
		cells[i] = Cell{Class: buf[i], Code: int8(buf[total+i])}
		if int(buf[i]) >= w.Classes {
			return nil, nil, fmt.Errorf("weights name class %d of %d", buf[i], w.Classes)
		}
	}
	for i, n := range counts {
		w.Rows[i].Cells, cells = cells[:n:n], cells[n:]
	}
	return w, buf[2*total:], nil
}
