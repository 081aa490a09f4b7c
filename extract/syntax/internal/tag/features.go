package tag

import (
	"github.com/stancegraph/stancegraph/extract/syntax/internal/linear"
	"github.com/stancegraph/stancegraph/extract/syntax/internal/word"
)

const maxFeatures = 64

// place is a word as the tagger sees it.
type place struct {
	*word.Look
	class uint64 // of its set of tags, 0 unknown
	only  uint8
}

// context is what the tagger sees at its position in a sentence.
type context struct {
	looks  []word.Look
	mode   word.Case
	index  index
	ring   [5]place // the words around the present one, which is the third
	next   int      // the word to come into the ring
	t1, t2 uint64   // tags of the word before and of the one before that, plus 1; 0 at the start
}

func newContext(looks []word.Look, mode word.Case, index index) *context {
	f := &context{looks: looks, mode: mode, index: index}
	outside := place{Look: &edge, only: None}
	f.ring = [5]place{outside, outside, outside, f.load(0), f.load(1)}
	f.next = 2
	return f
}

func (f *context) load(i int) place {
	if i >= len(f.looks) {
		return place{Look: &edge, only: None}
	}
	p := place{Look: &f.looks[i], only: None}
	if h, ok := f.index[key(p.Look)]; ok {
		p.class, p.only = uint64(h.Class), h.Only
	}
	return p
}

// at moves on to word i, which must follow the one before.
func (f *context) at(i int) *place {
	copy(f.ring[:], f.ring[1:])
	f.ring[4] = f.load(f.next)
	f.next++
	return &f.ring[2]
}

// push says the tag of the present word.
func (f *context) push(tag uint8) { f.t2, f.t1 = f.t1, uint64(tag)+1 }

var edge word.Look // stands for the words outside the sentence

// features appends the keys that describe the word that at moved to, word i, to buf.
func (f *context) features(i int, buf []linear.Key) []linear.Key {
	pp, p, w, n, nn := &f.ring[0], &f.ring[1], &f.ring[2], &f.ring[3], &f.ring[4]
	t1, t2 := f.t1, f.t2
	first := uint64(0)
	if i == 0 {
		first = 1
	}
	m := uint64(f.mode)
	return append(buf,
		linear.Mix1(1, 0), linear.Mix1(2, w.Form), linear.Mix1(3, w.Lower), linear.Mix1(4, w.Suffix2),
		linear.Mix1(5, w.Suffix3), linear.Mix1(6, w.Suffix4), linear.Mix1(7, w.Prefix2), linear.Mix1(8, w.Prefix3),
		linear.Mix2(9, w.Shape, first), linear.Mix2(10, w.Shape, w.Suffix3), linear.Mix1(11, w.Last),
		linear.Mix2(12, w.Suffix2, t1), linear.Mix2(13, w.Lower, t1), linear.Mix3(14, w.Lower, t1, t2),
		linear.Mix1(15, t1), linear.Mix2(16, t1, t2), linear.Mix2(17, t1, p.Lower), linear.Mix1(18, p.Lower),
		linear.Mix1(19, pp.Lower), linear.Mix1(20, n.Lower), linear.Mix1(21, nn.Lower),
		linear.Mix2(22, w.Lower, n.Lower), linear.Mix2(23, w.Lower, p.Lower), linear.Mix1(24, n.Suffix3),
		linear.Mix2(25, n.Suffix2, t1), linear.Mix2(26, n.Shape, w.Shape), linear.Mix2(27, w.Shape, t1),
		linear.Mix2(28, w.Suffix3, n.Suffix3), linear.Mix2(29, t1, n.Lower), linear.Mix1(30, p.Suffix3),
		linear.Mix2(31, n.Lower, nn.Lower), linear.Mix1(32, w.Cluster), linear.Mix2(33, w.Cluster, t1),
		linear.Mix2(34, w.Cluster, n.Cluster), linear.Mix2(35, p.Cluster, w.Cluster), linear.Mix1(36, n.Cluster),
		linear.Mix1(37, nn.Cluster), linear.Mix2(38, w.Shape, m), linear.Mix2(39, w.Suffix3, t1),
		linear.Mix3(40, w.Cluster, t1, t2), linear.Mix2(41, p.Shape, w.Shape), linear.Mix1(51, n.class),
		linear.Mix2(52, n.class, nn.class), linear.Mix2(53, t1, n.class), linear.Mix3(54, t1, w.class, n.class),
		linear.Mix2(55, w.Lower, n.class), linear.Mix2(56, w.Suffix3, n.class), linear.Mix3(57, t1, w.class, t2),
		linear.Mix2(58, w.Cluster, n.class), linear.Mix3(59, w.class, n.class, nn.class),
		linear.Mix2(43, w.Class6, t1), linear.Mix3(44, p.Class6, w.Class6, n.Class6),
		linear.Mix3(45, t1, w.Class6, n.Class4), linear.Mix2(46, w.Class4, w.Suffix3),
		linear.Mix2(47, n.Class6, nn.Class6), linear.Mix2(48, w.Suffix3, n.Class6),
		linear.Mix2(49, w.Lower, n.Class6), linear.Mix2(50, w.Lower, p.Class6),
		linear.Mix2(42, n.Suffix3, nn.Suffix3),
	)
}
