package encoder

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// ways are the two ways to open a file.
var ways = map[string]func([]byte) (*Model, error){"best": Open, "plain": OpenPlain}

// tiny is the file that train/reference.py writes.
func tiny(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "tiny.bin"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func opened(t testing.TB, open func([]byte) (*Model, error), data []byte) *Model {
	t.Helper()
	m, err := open(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func inputs(t testing.TB, m *Model) [][]int32 {
	t.Helper()
	var reference struct {
		Inputs [][]int32 `json:"inputs"`
	}
	if err := m.Meta("reference", &reference); err != nil {
		t.Fatal(err)
	}
	return reference.Inputs
}

// TestAgreesWithPyTorch: with the rounding that train/encoder.py simulates the values are the same but for the order of
// additions; without it they are near.
func TestAgreesWithPyTorch(t *testing.T) {
	for way, open := range ways {
		t.Run(way, func(t *testing.T) {
			m := opened(t, open, tiny(t))
			head, err := m.Linear("head")
			if err != nil {
				t.Fatal(err)
			}
			s := new(Scratch)
			for i, pieces := range inputs(t, m) {
				got, err := m.Encode(pieces, nil, s)
				if err != nil {
					t.Fatal(err)
				}
				n := string(rune('0' + i))
				compare(t, "rounded."+n, m, got, len(pieces), m.Hidden, 0.99999, 0.005)
				compare(t, "exact."+n, m, got, len(pieces), m.Hidden, 0.999, 0.15)
				y := make([]float32, len(pieces)*head.Out)
				head.Apply(y, got, len(pieces), s)
				compare(t, "head."+n, m, y, len(pieces), head.Out, 0.99999, 0.005)
			}
		})
	}
}

func compare(t *testing.T, name string, m *Model, got []float32, n, width int, least, most float64) {
	t.Helper()
	want, err := m.Float32(name, n, width)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", name, len(got), len(want))
	}
	nearest, largest := 1.0, 0.0
	for i := 0; i < len(got); i += width {
		var ab, aa, bb float64
		for j := i; j < i+width; j++ {
			a, b := float64(got[j]), float64(want[j])
			ab, aa, bb = ab+a*b, aa+a*a, bb+b*b
			largest = max(largest, math.Abs(a-b))
		}
		nearest = min(nearest, ab/math.Sqrt(aa*bb))
	}
	t.Logf("%s: lowest cosine %.6f, largest difference %.5f", name, nearest, largest)
	if !(nearest >= least && largest <= most) {
		t.Errorf("%s: lowest cosine %v, largest difference %v, want %v and %v", name, nearest, largest, least, most)
	}
}

// TestSameBytes pins the bytes of the results, on every machine and with every kernel.
func TestSameBytes(t *testing.T) {
	const want = "ced96fc23758ba1835052c7b34033ad9b77d71e528945e126af2ff06b8c6dd83"
	for way, open := range ways {
		t.Run(way, func(t *testing.T) {
			m := opened(t, open, tiny(t))
			sum, s := sha256.New(), new(Scratch)
			for _, pieces := range inputs(t, m) {
				got, err := m.Encode(pieces, nil, s)
				if err != nil {
					t.Fatal(err)
				}
				if err := binary.Write(sum, binary.LittleEndian, got); err != nil {
					t.Fatal(err)
				}
			}
			if got := hex.EncodeToString(sum.Sum(nil)); got != want {
				t.Errorf("results hash to %s, want %s", got, want)
			}
		})
	}
}

// TestScratchKeepsNothing: what was encoded before has no effect.
func TestScratchKeepsNothing(t *testing.T) {
	for way, open := range ways {
		t.Run(way, func(t *testing.T) {
			m := opened(t, open, tiny(t))
			used := new(Scratch)
			for n := m.Positions; n > 0; n-- {
				pieces := make([]int32, n)
				for i := range pieces {
					pieces[i] = int32((i*n + 3) % 48)
				}
				fresh, err := m.Encode(pieces, nil, new(Scratch))
				if err != nil {
					t.Fatal(err)
				}
				again, err := m.Encode(pieces, nil, used)
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(fresh, again) {
					t.Fatalf("%d pieces: a used scratch gives other values", n)
				}
			}
		})
	}
}

func TestConcurrentUse(t *testing.T) {
	m := opened(t, Open, tiny(t))
	pieces := inputs(t, m)
	want := make([][]float32, len(pieces))
	for i, p := range pieces {
		var err error
		if want[i], err = m.Encode(p, nil, new(Scratch)); err != nil {
			t.Fatal(err)
		}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			s := new(Scratch)
			for range 20 {
				for i, p := range pieces {
					if got, err := m.Encode(p, nil, s); err != nil || !slices.Equal(got, want[i]) {
						t.Errorf("input %d: other values than alone, error %v", i, err)
						return
					}
				}
			}
		})
	}
	group.Wait()
}

func TestEncodeRefuses(t *testing.T) {
	m := opened(t, Open, tiny(t))
	for name, pieces := range map[string][]int32{
		"nothing": {}, "too long": make([]int32, m.Positions+1), "too large": {48}, "negative": {2, -1},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := m.Encode(pieces, nil, new(Scratch)); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestModelPieces(t *testing.T) {
	m := opened(t, Open, tiny(t))
	ids, word := m.Pieces([]string{"Deals", "\u200b", "opened", "north-south"})
	if want := []int32{29, 19, 45, 20, 23, 7, 24}; !slices.Equal(ids, want) {
		t.Errorf("pieces %v, want %v", ids, want)
	}
	if want := []int{0, 0, 2, 2, 3, 3, 3}; !slices.Equal(word, want) {
		t.Errorf("words %v, want %v", word, want)
	}
}
