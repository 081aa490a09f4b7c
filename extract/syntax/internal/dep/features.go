package dep

import "github.com/stancegraph/stancegraph/extract/syntax/internal/linear"

const maxFeatures = 140

// view is what the choice of a move looks at: three words from the top of the stack down, three of the buffer, their
// dependents, and how far they are apart.
type view struct {
	s0, s1, s2, b0, b1, b2                    *node
	s0l, s0r, s1l, s1r, b0l, s0l2, s0r2, b0l2 *node // outermost dependents, and those next to them
	before, after                             *node // the word left of b0 and the one right of s0 in the text
	dist0, dist1                              uint64
	val0, val1, valb                          uint64 // numbers of dependents
	gap0, gap1, rest                          uint64 // kinds of tokens between s0 and b0, s1 and s0, and after b0
	left                                      uint64 // finite verbs that are still to come after b0
	end                                       uint64
}

func (s *state) view() view {
	i0, i1, i2 := s.under(0), s.under(1), s.under(2)
	j0, j1, j2 := s.front, s.ahead(1), s.ahead(2)
	at := func(i int32) *node { return &s.nodes[i] }
	v := view{s0: at(i0), s1: at(i1), s2: at(i2), b0: at(j0), b1: at(j1), b2: at(j2), end: s.end}
	v.s0l, v.s0r, v.s1l, v.s1r, v.b0l = at(v.s0.l1), at(v.s0.r1), at(v.s1.l1), at(v.s1.r1), at(v.b0.l1)
	v.s0l2, v.s0r2, v.b0l2 = at(v.s0.l2), at(v.s0.r2), at(v.b0.l2)
	v.before, v.after = at(s.none), at(min(i0+1, s.none))
	if j0 > 0 {
		v.before = at(j0 - 1)
	}
	v.dist0, v.dist1 = distance(i0, j0), distance(i1, i0)
	v.val0 = uint64(v.s0.nl&7)<<3 | uint64(min(v.s0.nr, 7))
	v.val1 = uint64(v.s1.nl&7)<<3 | uint64(min(v.s1.nr, 7))
	v.valb = uint64(min(v.b0.nl, 7))
	v.gap0, v.gap1 = s.between(i0+1, j0), s.between(i1+1, i0)
	if j0 < s.root {
		v.left = uint64(min(at(s.root).past[verbs]-at(j0 + 1).past[verbs], 2))
	}
	v.rest = s.between(min(j0+1, s.root), s.root)
	return v
}

// moveFeatures appends the keys that describe the choice of a move to buf.
func (s *state) moveFeatures(buf []linear.Key) []linear.Key {
	v := s.view()
	buf = v.words(buf)
	buf = v.pairs(buf)
	buf = v.tags(buf)
	buf = v.places(buf)
	buf = v.markers(buf)
	buf = v.classes(buf)
	return v.stretches(buf)
}

// words describes the words at the two ends of the choice, alone.
func (v *view) words(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix1(1, v.s0.form), linear.Mix2(2, v.s0.form, v.s0.tag), linear.Mix1(3, v.s0.tag),
		linear.Mix1(4, v.s1.form), linear.Mix2(5, v.s1.form, v.s1.tag), linear.Mix1(6, v.s1.tag),
		linear.Mix1(7, v.b0.form), linear.Mix2(8, v.b0.form, v.b0.tag), linear.Mix1(9, v.b0.tag),
		linear.Mix1(10, v.b1.form), linear.Mix2(11, v.b1.form, v.b1.tag), linear.Mix1(12, v.b1.tag),
		linear.Mix2(13, v.b2.form, v.b2.tag), linear.Mix1(14, v.b2.tag), linear.Mix2(15, v.s2.form, v.s2.tag),
		linear.Mix1(16, v.s2.tag),
	)
}

// pairs describes two or three words together.
func (v *view) pairs(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix2(17, v.s0.form, v.b0.form), linear.Mix3(18, v.s0.form, v.s0.tag, v.b0.tag),
		linear.Mix3(19, v.s0.tag, v.b0.form, v.b0.tag), linear.Mix2(20, v.s0.form, v.b0.tag),
		linear.Mix2(21, v.s0.tag, v.b0.form), linear.Mix2(22, v.s0.tag, v.b0.tag),
		linear.Mix2(23, v.s1.form, v.s0.form), linear.Mix3(24, v.s1.form, v.s1.tag, v.s0.tag),
		linear.Mix3(25, v.s1.tag, v.s0.form, v.s0.tag), linear.Mix2(26, v.s1.form, v.s0.tag),
		linear.Mix2(27, v.s1.tag, v.s0.form), linear.Mix2(28, v.s1.tag, v.s0.tag),
		linear.Mix2(29, v.b0.tag, v.b1.tag), linear.Mix2(30, v.b0.form, v.b1.form),
		linear.Mix2(31, v.s0.form, v.b1.form), linear.Mix3(96, v.s0.tag, v.before.tag, v.b0.tag),
		linear.Mix3(97, v.s0.tag, v.after.tag, v.b0.tag), linear.Mix3(98, v.s0.form, v.before.tag, v.b0.tag),
		linear.Mix3(99, v.s0.suffix, v.s0.tag, v.b0.tag), linear.Mix3(100, v.b0.suffix, v.s0.tag, v.b0.tag),
	)
}

// tags describes tags of neighbours and dependents.
func (v *view) tags(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix3(32, v.s0.tag, v.b0.tag, v.b1.tag), linear.Mix3(33, v.s1.tag, v.s0.tag, v.b0.tag),
		linear.Mix3(34, v.s2.tag, v.s1.tag, v.s0.tag), linear.Mix3(35, v.b0.tag, v.b1.tag, v.b2.tag),
		linear.Mix4(36, v.s0.tag, v.b0.tag, v.b1.tag, v.b2.tag),
		linear.Mix4(37, v.s1.tag, v.s0.tag, v.b0.tag, v.b1.tag), linear.Mix3(38, v.s0.tag, v.s0l.tag, v.b0.tag),
		linear.Mix3(39, v.s0.tag, v.s0r.tag, v.b0.tag), linear.Mix3(40, v.s0.tag, v.b0.tag, v.b0l.tag),
		linear.Mix3(41, v.s1.tag, v.s1l.tag, v.s0.tag), linear.Mix3(42, v.s1.tag, v.s1r.tag, v.s0.tag),
		linear.Mix3(43, v.s1.tag, v.s0.tag, v.s0l.tag), linear.Mix3(44, v.s1.tag, v.s0.tag, v.s0r.tag),
		linear.Mix4(45, v.s1.tag, v.s1r.tag, v.s0.tag, v.b0.tag),
		linear.Mix4(46, v.s2.tag, v.s1.tag, v.s0.tag, v.b0.tag), linear.Mix3(47, v.s0.form, v.b0.tag, v.b1.tag),
		linear.Mix3(48, v.s1.tag, v.s0.form, v.b0.tag), linear.Mix3(49, v.s1.form, v.s0.tag, v.b0.tag),
		linear.Mix3(50, v.s1.tag, v.s0.tag, v.b0.form), linear.Mix3(51, v.s1.form, v.s0.form, v.b0.tag),
		linear.Mix3(52, v.s0.tag, v.b0.form, v.b1.tag), linear.Mix3(53, v.s0.form, v.b0.form, v.b1.tag),
		linear.Mix3(54, v.s0.tag, v.b0.tag, v.b1.form), linear.Mix3(55, v.s1.form, v.s0.tag, v.b0.form),
		linear.Mix3(105, v.s0.tag, v.s0l2.tag, v.s0l.tag), linear.Mix3(106, v.s0.tag, v.s0r2.tag, v.s0r.tag),
		linear.Mix3(107, v.b0.tag, v.b0l2.tag, v.b0l.tag), linear.Mix3(108, v.s0r.form, v.s0.tag, v.b0.tag),
		linear.Mix3(109, v.s1r.form, v.s1.tag, v.s0.tag),
	)
}

// places describes distances, numbers and relations of dependents.
func (v *view) places(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix3(56, v.s0.tag, v.b0.tag, v.dist0), linear.Mix2(57, v.s0.form, v.dist0),
		linear.Mix2(58, v.b0.form, v.dist0), linear.Mix3(59, v.s1.tag, v.s0.tag, v.dist1),
		linear.Mix2(60, v.s1.form, v.dist1), linear.Mix4(61, v.s1.tag, v.s0.tag, v.b0.tag, v.dist1),
		linear.Mix2(62, v.s0.form, v.val0), linear.Mix2(63, v.s0.tag, v.val0), linear.Mix2(64, v.b0.form, v.valb),
		linear.Mix2(65, v.b0.tag, v.valb), linear.Mix2(66, v.s1.tag, v.val1),
		linear.Mix3(67, v.s1.tag, v.val1, v.s0.tag), linear.Mix2(68, v.s0.tag, v.s0.lset),
		linear.Mix2(69, v.s0.tag, v.s0.rset), linear.Mix2(70, v.s1.tag, v.s1.lset),
		linear.Mix2(71, v.s1.tag, v.s1.rset), linear.Mix2(72, v.b0.tag, v.b0.lset),
		linear.Mix2(73, v.s0.form, v.s0.rset), linear.Mix2(74, v.s1.form, v.s1.rset),
		linear.Mix2(75, v.b0.form, v.b0.lset), linear.Mix3(76, v.s1.tag, v.s1.rset, v.s0.tag),
		linear.Mix3(77, v.s0.tag, v.s0.rset, v.b0.tag), linear.Mix3(78, v.s0.tag, v.s0.lset, v.b0.tag),
		linear.Mix4(79, v.s1.tag, v.s1.lset, v.s0.tag, v.s0.lset), linear.Mix3(80, v.s0.tag, v.b0.tag, v.b0.lset),
		linear.Mix3(81, v.s0.lset, v.b0.lset, v.b0.tag),
	)
}

// markers describes prepositions and conjunctions that introduce a word, and the tagger's doubt.
func (v *view) markers(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix3(82, v.s1.form, v.s0.marker, v.s0.tag), linear.Mix3(83, v.s1.tag, v.s0.marker, v.s0.tag),
		linear.Mix3(84, v.s1.tag, v.s0.marker, v.s0.form), linear.Mix3(85, v.s0.tag, v.s0.marker, v.b0.tag),
		linear.Mix3(86, v.s0.tag, v.b0.tag, v.b0.marker),
		linear.Mix4(87, v.s2.tag, v.s1.tag, v.s0.marker, v.s0.tag),
		linear.Mix4(88, v.s1.form, v.s1.marker, v.s0.marker, v.s0.tag),
		linear.Mix3(101, v.s0.tag, v.s0.doubt, v.b0.tag), linear.Mix3(102, v.s0.tag, v.b0.tag, v.b0.doubt),
		linear.Mix3(103, v.s0.tag, v.b0.tag, v.b1.doubt), linear.Mix3(104, v.s1.tag, v.s1.doubt, v.s0.tag),
	)
}

// classes describes distributional classes.
func (v *view) classes(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix3(89, v.s1.cluster, v.s0.marker, v.s0.cluster), linear.Mix2(90, v.s0.cluster, v.b0.cluster),
		linear.Mix2(91, v.s1.cluster, v.s0.cluster), linear.Mix2(92, v.s0.cluster, v.b0.tag),
		linear.Mix2(93, v.s0.tag, v.b0.cluster), linear.Mix2(94, v.s1.cluster, v.s0.tag),
		linear.Mix2(95, v.s1.tag, v.s0.cluster), linear.Mix2(111, v.s0.class6, v.b0.class6),
		linear.Mix2(112, v.s1.class6, v.s0.class6), linear.Mix3(113, v.s0.class6, v.b0.class6, v.b0.tag),
		linear.Mix3(114, v.s1.class6, v.s0.class6, v.b0.class6),
		linear.Mix3(115, v.s1.class6, v.s0.marker, v.s0.class6),
		linear.Mix3(116, v.s0.class4, v.b0.class4, v.s1.class4), linear.Mix2(117, v.b1.class6, v.b0.class6),
		linear.Mix3(118, v.s0.form, v.b0.class6, v.b0.tag), linear.Mix3(119, v.s0.class6, v.s0.tag, v.b0.form),
		linear.Mix3(120, v.s1.form, v.s0.class6, v.s0.tag), linear.Mix3(121, v.s1.class6, v.s1.tag, v.s0.form),
		linear.Mix1(122, v.s0.cluster), linear.Mix1(123, v.b0.cluster), linear.Mix1(124, v.s1.cluster),
	)
}

// stretches describes what lies between words and after them.
func (v *view) stretches(buf []linear.Key) []linear.Key {
	return append(buf,
		linear.Mix3(125, v.s0.tag, v.b0.tag, v.gap0), linear.Mix3(126, v.s1.tag, v.s0.tag, v.gap1),
		linear.Mix4(127, v.s1.tag, v.s0.tag, v.b0.tag, v.gap1<<8|v.gap0),
		linear.Mix3(128, v.s0.tag, v.b0.tag, v.left), linear.Mix4(129, v.s1.tag, v.s0.tag, v.b0.tag, v.left),
		linear.Mix4(130, v.s0.tag, v.b0.tag, v.b1.tag, v.left), linear.Mix3(131, v.s0.tag, v.b0.tag, v.end),
		linear.Mix3(132, v.s1.tag, v.s0.tag, v.end), linear.Mix3(133, v.s0.tag, v.b0.tag, v.rest),
		linear.Mix3(134, v.s0.form, v.b0.tag, v.gap0),
	)
}

// arcView is what the choice of a relation looks at: head and dependent of the arc, their dependents, and their
// neighbours.
type arcView struct {
	hd, dp, dl, dr, hl, hr               *node
	b0, b1, before, after, hafter, grand *node
	dir, dist, ht, dt, gap, end          uint64 // ht is the head's tag with the direction of the arc
}

func (s *state) arcView(move int) arcView {
	h, d := s.arc(move)
	at := func(i int32) *node { return &s.nodes[i] }
	v := arcView{hd: at(h), dp: at(d), b0: at(s.front), b1: at(s.ahead(1)), dir: uint64(move), end: s.end}
	v.dl, v.dr, v.hl, v.hr = at(v.dp.l1), at(v.dp.r1), at(v.hd.l1), at(v.hd.r1)
	v.before = at(s.none)
	if d > 0 {
		v.before = at(d - 1)
	}
	v.after, v.hafter, v.grand = at(d+1), at(min(h+1, s.none)), at(s.under(2))
	v.dist = distance(h, d)<<2 | v.dir
	v.ht, v.dt = v.hd.tag<<2|v.dir, v.dp.tag
	v.gap = s.between(min(h, d)+1, max(h, d))
	return v
}

// labelFeatures appends the keys that describe the choice of a relation to buf.
func (s *state) labelFeatures(move int, buf []linear.Key) []linear.Key {
	v := s.arcView(move)
	return append(buf,
		linear.Mix3(250, v.ht, v.dt, v.gap), linear.Mix3(251, v.ht, v.dt, v.end),
		linear.Mix3(252, v.dp.form, v.dt, v.gap<<2|v.dir), linear.Mix1(201, v.ht), linear.Mix1(202, v.dt),
		linear.Mix2(203, v.ht, v.dt), linear.Mix2(204, v.hd.form, v.ht), linear.Mix2(205, v.dp.form, v.dir),
		linear.Mix3(206, v.dp.form, v.dt, v.ht), linear.Mix3(207, v.hd.form, v.ht, v.dt),
		linear.Mix3(208, v.hd.form, v.dp.form, v.dir), linear.Mix3(209, v.hd.suffix, v.ht, v.dt),
		linear.Mix3(210, v.dp.suffix, v.ht, v.dt), linear.Mix3(211, v.ht, v.dt, v.dist),
		linear.Mix2(212, v.dp.form, v.dist), linear.Mix3(213, v.ht, v.dt, v.dp.marker),
		linear.Mix2(214, v.dp.marker, v.dp.form), linear.Mix3(215, v.hd.form, v.dp.marker, v.dt),
		linear.Mix3(216, v.ht, v.dt, v.dp.lset), linear.Mix3(217, v.ht, v.dt, v.dp.rset),
		linear.Mix2(218, v.dt, v.dp.lset), linear.Mix2(219, v.dp.form, v.dp.lset),
		linear.Mix3(220, v.ht, v.dt, v.hd.lset), linear.Mix3(221, v.ht, v.dt, v.hd.rset),
		linear.Mix3(222, v.hd.form, v.hd.rset, v.dt), linear.Mix3(223, v.hd.form, v.hd.lset, v.dt),
		linear.Mix3(224, v.ht, v.dt, v.dl.tag), linear.Mix3(225, v.ht, v.dt, v.dr.tag),
		linear.Mix3(226, v.ht, v.dt, v.hl.tag), linear.Mix3(227, v.ht, v.dt, v.hr.tag),
		linear.Mix3(228, v.ht, v.dt, v.before.tag), linear.Mix3(229, v.ht, v.dt, v.after.tag),
		linear.Mix3(230, v.ht, v.dt, v.b0.tag), linear.Mix3(231, v.ht, v.dt, v.b1.tag),
		linear.Mix2(232, v.hd.cluster, v.dp.cluster), linear.Mix3(233, v.hd.cluster, v.dt, v.dir),
		linear.Mix3(234, v.dp.cluster, v.ht, v.dt), linear.Mix3(235, v.dp.cluster, v.dp.marker, v.ht),
		linear.Mix3(245, v.hd.class6, v.dp.class6, v.dt), linear.Mix3(246, v.hd.class6, v.dp.class6, v.dp.marker),
		linear.Mix3(247, v.hd.form, v.dp.class6, v.dir), linear.Mix3(248, v.hd.class6, v.dp.form, v.dir),
		linear.Mix3(249, v.dp.class6, v.dp.marker, v.ht), linear.Mix3(236, v.ht, v.dt, v.dp.doubt),
		linear.Mix3(237, v.ht, v.dt, v.hd.doubt), linear.Mix3(238, v.dl.form, v.ht, v.dt),
		linear.Mix3(239, v.dp.form, v.b0.form, v.ht), linear.Mix3(240, v.dp.form, v.after.form, v.dir),
		linear.Mix4(241, v.ht, v.dt, v.dp.lset, v.hd.lset), linear.Mix3(242, v.before.form, v.dt, v.ht),
		linear.Mix3(243, v.hafter.tag, v.ht, v.dt), linear.Mix4(244, v.grand.tag, v.ht, v.dt, v.dp.lset),
	)
}

// distance puts the number of words between two places into a few bins.
func distance(a, b int32) uint64 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 4:
		return uint64(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}
