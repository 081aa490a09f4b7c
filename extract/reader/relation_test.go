package reader

import (
	"testing"

	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		words int
		code  uint8
	}{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 3}, {5, 4}, {8, 4}, {9, 5}, {16, 5}, {17, 6}, {400, 6},
		{-1, 7}, {-2, 8}, {-4, 9}, {-8, 10}, {-16, 11}, {-17, 12}} {
		if got := distance(c.words); got != c.code || got >= Distances {
			t.Errorf("%d words: code %d, want %d", c.words, got, c.code)
		}
	}
}

// TestPath: of "a b c d e f" with the tree b(a, c(d(e))) and f outside.
func TestPath(t *testing.T) {
	heads := []int{1, -1, 1, 2, 3, -1}
	tokens := make([]schema.Token, len(heads))
	for i, h := range heads {
		tokens[i].Head = h
	}
	w := &builder{Tree: deptree.New(tokens)}
	for _, c := range []struct {
		cue, word int
		code      uint8
		what      string
	}{
		{1, 1, 1, "the same"}, {1, 0, 2, "child"}, {1, 3, 3, "grandchild"}, {1, 4, 4, "further below"},
		{2, 1, 5, "head"}, {4, 1, 6, "further above"}, {0, 2, 7, "the same head"}, {3, 0, 8, "a child of the head's head"},
		{5, 0, 0, "not joined"},
	} {
		t.Run(c.what, func(t *testing.T) {
			if got := w.path(c.cue, c.word); got != c.code || got >= Paths {
				t.Errorf("code %d, want %d", got, c.code)
			}
		})
	}
}

// TestVocabulary: codes are not given twice, for weights are stored by code.
func TestVocabulary(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range Vocabulary() {
		if seen[name] {
			t.Errorf("%s stands twice", name)
		}
		seen[name] = true
	}
}
