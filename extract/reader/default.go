package reader

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/stancegraph/stancegraph/extract/encoder"
	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// The weights are a work of their own: extract/reader/weights/README.md says what they were learned on, by which command, and
// under which licence they stand.
//
//go:embed weights/reader.bin
var weights []byte

var model = sync.OnceValues(func() (*encoder.Model, error) { return encoder.Open(weights) })

// Weights are the bytes of the model's file, for encoder.Open.
func Weights() []byte { return weights }

// Default is the reader that comes with the program. The weights are read at the first call.
func Default(words *lexicon.Words) (*Reader, error) {
	m, err := model()
	if err != nil {
		return nil, fmt.Errorf("read the reader's weights: %w", err)
	}
	return New(m, words)
}
