package deptree

import (
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestBreakCycles: heads that form a cycle become a tree.
func TestBreakCycles(t *testing.T) {
	tree := New([]schema.Token{{Head: 1}, {Head: 2}, {Head: 0}, {Head: 99}, {Head: 4}})
	if !tree.Cyclic() {
		t.Error("the cycle is not seen")
	}
	tree.BreakCycles()
	if tree.Cyclic() {
		t.Errorf("still a cycle: %+v", tree.Tokens)
	}
	if tree.Tokens[3].Head != -1 {
		t.Errorf("a head outside the sentence stays: %d", tree.Tokens[3].Head)
	}
}
