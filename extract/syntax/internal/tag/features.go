package tag

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

const maxFeatures = 48

// context is what the tagger sees while it walks over a sentence.
type context struct {
	looks  []word.Look
	mode   word.Case
	t1, t2 uint64 // tags of the word before and of the one before that, plus 1; 0 at the start
}

func (f *context) push(tag uint8) { f.t2, f.t1 = f.t1, uint64(tag)+1 }

var edge word.Look // stands for the words outside the sentence

func (f *context) at(i int) *word.Look {
	if i < 0 || i >= len(f.looks) {
		return &edge
	}
	return &f.looks[i]
}

// features appends the keys that describe word i to buf.
func (f *context) features(i int, buf []linear.Key) []linear.Key {
	w, p, pp, n, nn := f.at(i), f.at(i-1), f.at(i-2), f.at(i+1), f.at(i+2)
	t1, t2 := f.t1, f.t2
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	m := uint64(f.mode)
	return append(buf,
		linear.Mix1(1, 0),
		linear.Mix1(2, w.Form),
		linear.Mix1(3, w.Lower),
		linear.Mix1(4, w.Suffix2),
		linear.Mix1(5, w.Suffix3),
		linear.Mix1(6, w.Suffix4),
		linear.Mix1(7, w.Prefix2),
		linear.Mix1(8, w.Prefix3),
		linear.Mix2(9, w.Shape, first),
		linear.Mix2(10, w.Shape, w.Suffix3),
		linear.Mix1(11, w.Last),
		linear.Mix2(12, w.Suffix2, t1),
		linear.Mix2(13, w.Lower, t1),
		linear.Mix3(14, w.Lower, t1, t2),
		linear.Mix1(15, t1),
		linear.Mix2(16, t1, t2),
		linear.Mix2(17, t1, p.Lower),
		linear.Mix1(18, p.Lower),
		linear.Mix1(19, pp.Lower),
		linear.Mix1(20, n.Lower),
		linear.Mix1(21, nn.Lower),
		linear.Mix2(22, w.Lower, n.Lower),
		linear.Mix2(23, w.Lower, p.Lower),
		linear.Mix1(24, n.Suffix3),
		linear.Mix2(25, n.Suffix2, t1),
		linear.Mix2(26, n.Shape, w.Shape),
		linear.Mix2(27, w.Shape, t1),
		linear.Mix2(28, w.Suffix3, n.Suffix3),
		linear.Mix2(29, t1, n.Lower),
		linear.Mix1(30, p.Suffix3),
		linear.Mix2(31, n.Lower, nn.Lower),
		linear.Mix1(32, w.Cluster),
		linear.Mix2(33, w.Cluster, t1),
		linear.Mix2(34, w.Cluster, n.Cluster),
		linear.Mix2(35, p.Cluster, w.Cluster),
		linear.Mix1(36, n.Cluster),
		linear.Mix1(37, nn.Cluster),
		linear.Mix2(38, w.Shape, m),
		linear.Mix2(39, w.Suffix3, t1),
		linear.Mix3(40, w.Cluster, t1, t2),
		linear.Mix2(41, p.Shape, w.Shape),
		linear.Mix2(42, n.Suffix3, nn.Suffix3),
	)
}
