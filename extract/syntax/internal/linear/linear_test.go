package linear

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"
)

// learnt is a perceptron that tells three classes apart by which features are there.
func learnt() (*Trainer, func(class int) []Key) {
	t := NewTrainer(3)
	rng := rand.New(rand.NewPCG(1, 1))
	features := func(class int) []Key {
		noise := uint64(rng.IntN(50))
		return []Key{Mix1(1, uint64(class)), Mix2(2, uint64(class), noise), Mix1(3, noise)}
	}
	scores := make([]float32, 3)
	for range 2000 {
		class := rng.IntN(3)
		keys := features(class)
		t.Score(keys, scores)
		guess := 0
		for i, s := range scores {
			if s > scores[guess] {
				guess = i
			}
		}
		t.Tick()
		if guess != class {
			t.Update(keys, uint8(class), uint8(guess), 1)
		}
	}
	return t, features
}

func TestFrozenFormsAgree(t *testing.T) {
	tr, features := learnt()
	w := tr.Freeze(0)
	table, moves := NewTable(w), NewMoves(w)
	var scores [256]int32
	for range 300 {
		class := rand.IntN(3)
		keys := features(class)
		table.Score(keys, &scores)
		a, b, c := moves.Score(keys)
		if got := [3]int32{a, b, c}; got != [3]int32(scores[:3]) {
			t.Fatalf("moves score %v, table %v", got, scores[:3])
		}
		for i, s := range scores[:3] {
			if i != class && s >= scores[class] {
				t.Errorf("class %d scores %v", class, scores[:3])
			}
		}
	}
}

func TestFile(t *testing.T) {
	tr, _ := learnt()
	w := tr.Freeze(0)
	buf := w.Append([]byte("head"))
	got, rest, err := Read(append(bytes.Clone(buf[4:]), "tail"...))
	if err != nil || string(rest) != "tail" || !reflect.DeepEqual(got, w) {
		t.Errorf("read back %v rest %q error %v", got, rest, err)
	}
	again := tr.Freeze(0).Append([]byte("head"))
	if !bytes.Equal(buf, again) {
		t.Error("the same weights give other bytes")
	}
}

func TestReduce(t *testing.T) {
	tr, features := learnt()
	small := tr.Reduce(3)
	for range 20 {
		small.Tick()
		small.Update(features(1), 1, 2, 1)
	}
	if small.Rows() != 3 {
		t.Errorf("%d features, want the 3 that were kept", small.Rows())
	}
}

func FuzzRead(f *testing.F) {
	tr, _ := learnt()
	f.Add(tr.Freeze(0).Append(nil))
	f.Add([]byte{3, 1, 200})
	f.Fuzz(func(t *testing.T, buf []byte) {
		w, _, err := Read(buf)
		if err != nil {
			return
		}
		if w.Classes == 3 {
			NewMoves(w)
		}
		NewTable(w)
	})
}
