// Package encoder turns the words of a sentence into vectors: WordPiece (Schuster and Nakajima 2012) and a BERT encoder
// (Devlin et al. 2019; of the size of MiniLM, Wang et al. 2020) with int8 weights, on one CPU core.
//
//	m, err := encoder.Open(file)                   // once; a Model is read-only and safe for concurrent use
//	ids, word := m.Pieces([]string{"Oslo", "objects"})
//	s := new(encoder.Scratch)                      // one a goroutine, used again for each sentence
//	hidden, err := m.Encode(ids, nil, s)                // [len(ids)][m.Hidden] float32, row by row
//
// The first and last piece should be m.CLS and m.SEP, as in training; Pieces gives those of the words only. Heads on
// top take their tensors from the same file: m.Linear, m.Float32, m.Meta.
//
// # Arithmetic
//
// Weights are int8, symmetric, with one scale an output channel; the input rows of a linear layer are rounded to
// integers with one scale a row (Jacob et al. 2018), with so many steps that the sum of their products with int8 just
// fits an int32 (13 bits for 1536 inputs). These sums are exact. All else is float32 with a fixed order of additions
// (8 lanes, then one tree; or one after the other), no fused multiply-add, and polynomials of our own for exp and erf.
// So plain Go and AVX2 assembly give the same bytes, on every machine, as long as all values are finite. Open checks
// that of the file.
//
// # File
//
// One container holds tensors by name, the vocabulary and the hyper-parameters; container.go describes it.
// train/export.py writes it; train/encoder.py is the same encoder in PyTorch, with the same rounding.
package encoder

//go:generate go run -C avo . -out ../kernels_amd64.s -stubs ../stubs_amd64.go -pkg encoder
