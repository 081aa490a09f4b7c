package linear

import (
	"cmp"
	"slices"
)

// Trainer is an averaged perceptron. It is not safe for concurrent use.
//
// Only a mistake makes a row, so features that never mattered cost nothing.
type Trainer struct {
	classes int
	closed  bool // no new features
	step    int32
	index   map[Key]int
	keys    []Key // of each row
	rows    [][]cell
}

// cell is one weight with what averaging needs: the sum of its past values, and since when it stands.
type cell struct {
	class uint8
	since int32
	w     float32
	sum   float64
}

// NewTrainer makes a perceptron that tells `classes` classes (at most 256) apart.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, index: map[Key]int{}}
}

// Rows is the number of features that have weights.
func (t *Trainer) Rows() int { return len(t.rows) }

// Score adds up the weights of keys into scores, which it clears first.
func (t *Trainer) Score(keys []Key, scores []float32) {
	clear(scores)
	for _, k := range keys {
		if r, ok := t.index[k]; ok {
			for i := range t.rows[r] {
				c := &t.rows[r][i]
				scores[c.class] += c.w
			}
		}
	}
}

// Tick counts one decision; averages are taken over decisions.
func (t *Trainer) Tick() { t.step++ }

// Update moves the weights of keys by delta towards class right and away from class wrong.
func (t *Trainer) Update(keys []Key, right, wrong uint8, delta float32) {
	for _, k := range keys {
		r := t.findOrAdd(k)
		if r < 0 {
			continue
		}
		t.add(r, right, delta)
		t.add(r, wrong, -delta)
	}
}

func (t *Trainer) add(r int, class uint8, delta float32) {
	row := t.rows[r]
	for i := range row {
		if c := &row[i]; c.class == class {
			c.sum += float64(c.w) * float64(t.step-c.since)
			c.since = t.step
			c.w += delta
			return
		}
	}
	t.rows[r] = append(row, cell{class: class, since: t.step, w: delta})
}

// findOrAdd is the row of a feature, −1 where there is none and none may be added.
func (t *Trainer) findOrAdd(k Key) int {
	if r, ok := t.index[k]; ok {
		return r
	}
	if t.closed {
		return -1
	}
	r := len(t.keys)
	t.keys, t.rows = append(t.keys, k), append(t.rows, nil)
	t.index[k] = r
	return r
}

// average is the mean of a weight over all decisions so far.
func (t *Trainer) average(c *cell) float64 {
	if t.step == 0 {
		return 0
	}
	return (c.sum + float64(c.w)*float64(t.step-c.since)) / float64(t.step)
}

// Reduce gives a new perceptron that has nothing learnt yet and can learn weights for the n
// strongest features of t only. Learning again with what a small model can hold anyway makes a
// better small model than cutting down a large one.
func (t *Trainer) Reduce(n int) *Trainer {
	type ranked struct {
		key  Key
		size float64
	}
	all := make([]ranked, len(t.keys))
	for r, k := range t.keys {
		size := 0.0
		for i := range t.rows[r] {
			v := t.average(&t.rows[r][i])
			size += v * v
		}
		all[r] = ranked{k, size}
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.key, b.key))
	})
	small := NewTrainer(t.classes)
	for _, f := range all[:min(n, len(all))] {
		small.findOrAdd(f.key)
	}
	small.closed = true
	return small
}
