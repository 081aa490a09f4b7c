package word

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Clusters knows the distributional class of words: words that stand in like places share one. The
// classes are the leaves of a binary tree; near classes have long beginnings of their path in common.
type Clusters struct {
	Paths []string // of each class, as 0 and 1 from the top, sorted
	class map[string]uint16
	four  []uint8
	six   []uint8
}

// ReadClusters reads lines of a word, a tab and a path.
func ReadClusters(r io.Reader) (*Clusters, error) {
	var words, paths []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		w, path, ok := strings.Cut(lines.Text(), "\t")
		if !ok || strings.Trim(path, "01") != "" {
			return nil, fmt.Errorf("reading word classes: line %d is not a word, a tab, and a path of 0 and 1",
				len(words)+1)
		}
		words, paths = append(words, w), append(paths, path)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading word classes: %w", err)
	}
	distinct := slices.Clone(paths)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	classes := make([]uint16, len(words))
	for i, p := range paths {
		n, _ := slices.BinarySearch(distinct, p)
		classes[i] = uint16(n)
	}
	return NewClusters(distinct, words, classes)
}

// NewClusters makes Clusters of the words' classes, which are numbers of paths.
func NewClusters(paths, words []string, classes []uint16) (*Clusters, error) {
	if len(words) != len(classes) {
		return nil, fmt.Errorf("%d words and %d classes of words", len(words), len(classes))
	}
	c := &Clusters{Paths: paths, class: make(map[string]uint16, len(words))}
	for _, p := range paths {
		c.four, c.six = append(c.four, step(p, 4)), append(c.six, step(p, 6))
	}
	for i, w := range words {
		if int(classes[i]) >= len(paths) {
			return nil, fmt.Errorf("word %q has class %d of %d", w, classes[i], len(paths))
		}
		c.class[w] = classes[i] + 1
	}
	return c, nil
}

// Words gives all words, sorted, and the class of each.
func (c *Clusters) Words() (words []string, classes []uint16) {
	if c == nil {
		return nil, nil
	}
	for w := range c.class {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		classes = append(classes, c.class[w]-1)
	}
	return words, classes
}

// step numbers the place n steps down a path, from 1.
func step(path string, n int) uint8 {
	v := uint8(1)
	for i := range n {
		v <<= 1
		if i < len(path) && path[i] == '1' {
			v |= 1
		}
	}
	return v
}

// find is the class of a word as written, else of its lower-case form, plus 1; 0 where it has none.
func (c *Clusters) find(w string, low []byte) uint16 {
	if c == nil {
		return 0
	}
	if n, ok := c.class[w]; ok {
		return n
	}
	return c.class[string(low)]
}
