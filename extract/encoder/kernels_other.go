//go:build !amd64

package encoder

var best = &plain

// panels are for assembly only.
type panels struct{}

func (l *Linear) pack() {}

func (l *Linear) multiplyPanels([]float32, *rows, int, *Scratch) {}
