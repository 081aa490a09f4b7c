package extract

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/source"
)

// allocated is how many bytes do allocates, also those that are free again: work that can be counted.
func allocated(do func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// TestWorkGrowsWithTheText: four times the text allocates some four times as much, whatever is repeated in it.
func TestWorkGrowsWithTheText(t *testing.T) {
	x, err := New(WithoutReader())
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []string{
		"“Turkey wants peace. ", "\"Turkey wants peace. ", "‘“Turkey wants peace. ", "‘Turkey wants peace, “", "’Turkey wants peace. ",
		"“Turkey wants peace,” he said. ", "He said: “Turkey wants peace.\n", "«Turkey wants peace. ", "“Turkey”\n\n“wants” ",
		"a.", "A.", "a:b", "Norway, which said that ", "ANNA LUND: “Turkey wants peace.\n",
	} {
		t.Run(unit, func(t *testing.T) {
			work := func(size int) int {
				text := strings.Repeat(unit, size/len(unit))
				return allocated(func() {
					for doc, err := range source.Read("a.txt", []byte(text), source.Options{AnyLanguage: true}) {
						if err != nil {
							t.Fatal(err)
						}
						if _, err := x.Extract(context.Background(), doc); err != nil {
							t.Fatal(err)
						}
					}
				})
			}
			const size, most = 16 << 10, 6
			if once, fourfold := work(size), work(4*size); fourfold > most*once {
				t.Errorf("%d kB allocate %d kB, four times as many %d kB", size>>10, once>>10, fourfold>>10)
			}
		})
	}
}
