package dep

import "github.com/stancegraph/stancegraph/extract/syntax/internal/linear"

const maxFeatures = 140

// moveFeatures appends the keys that describe the choice of a move to buf.
func (s *state) moveFeatures(buf []linear.Key) []linear.Key {
	i0, i1, i2 := s.under(0), s.under(1), s.under(2)
	j0, j1, j2 := s.front, s.ahead(1), s.ahead(2)
	s0, s1, s2 := &s.nodes[i0], &s.nodes[i1], &s.nodes[i2]
	b0, b1, b2 := &s.nodes[j0], &s.nodes[j1], &s.nodes[j2]
	s0l, s0r := &s.nodes[s0.l1], &s.nodes[s0.r1]
	s1l, s1r := &s.nodes[s1.l1], &s.nodes[s1.r1]
	b0l := &s.nodes[b0.l1]
	s0l2, s0r2, b0l2 := &s.nodes[s0.l2], &s.nodes[s0.r2], &s.nodes[b0.l2]
	before := &s.nodes[s.none] // the word left of b0 in the text
	if j0 > 0 {
		before = &s.nodes[j0-1]
	}
	after := &s.nodes[min(i0+1, s.none)] // the word right of s0
	dist0 := distance(i0, j0)
	dist1 := distance(i1, i0)
	val0 := uint64(s0.nl&7)<<3 | uint64(min(s0.nr, 7))
	val1 := uint64(s1.nl&7)<<3 | uint64(min(s1.nr, 7))
	valb := uint64(min(b0.nl, 7))
	gap0, gap1 := s.between(i0+1, j0), s.between(i1+1, i0)
	left := uint64(0) // finite verbs that are still to come after b0
	if j0 < s.root {
		left = uint64(min(s.nodes[s.root].past[verbs]-s.nodes[j0+1].past[verbs], 2))
	}
	rest := s.between(min(j0+1, s.root), s.root)

	return append(buf,
		linear.Mix3(125, s0.tag, b0.tag, gap0), linear.Mix3(126, s1.tag, s0.tag, gap1), linear.Mix4(127, s1.tag, s0.tag, b0.tag, gap1<<8|gap0),
		linear.Mix3(128, s0.tag, b0.tag, left), linear.Mix4(129, s1.tag, s0.tag, b0.tag, left), linear.Mix4(130, s0.tag, b0.tag, b1.tag, left),
		linear.Mix3(131, s0.tag, b0.tag, s.end), linear.Mix3(132, s1.tag, s0.tag, s.end), linear.Mix3(133, s0.tag, b0.tag, rest),
		linear.Mix3(134, s0.form, b0.tag, gap0),
		linear.Mix1(1, s0.form), linear.Mix2(2, s0.form, s0.tag), linear.Mix1(3, s0.tag),
		linear.Mix1(4, s1.form), linear.Mix2(5, s1.form, s1.tag), linear.Mix1(6, s1.tag),
		linear.Mix1(7, b0.form), linear.Mix2(8, b0.form, b0.tag), linear.Mix1(9, b0.tag),
		linear.Mix1(10, b1.form), linear.Mix2(11, b1.form, b1.tag), linear.Mix1(12, b1.tag),
		linear.Mix2(13, b2.form, b2.tag), linear.Mix1(14, b2.tag), linear.Mix2(15, s2.form, s2.tag), linear.Mix1(16, s2.tag),

		linear.Mix2(17, s0.form, b0.form), linear.Mix3(18, s0.form, s0.tag, b0.tag), linear.Mix3(19, s0.tag, b0.form, b0.tag),
		linear.Mix2(20, s0.form, b0.tag), linear.Mix2(21, s0.tag, b0.form), linear.Mix2(22, s0.tag, b0.tag),
		linear.Mix2(23, s1.form, s0.form), linear.Mix3(24, s1.form, s1.tag, s0.tag), linear.Mix3(25, s1.tag, s0.form, s0.tag),
		linear.Mix2(26, s1.form, s0.tag), linear.Mix2(27, s1.tag, s0.form), linear.Mix2(28, s1.tag, s0.tag),
		linear.Mix2(29, b0.tag, b1.tag), linear.Mix2(30, b0.form, b1.form), linear.Mix2(31, s0.form, b1.form),

		linear.Mix3(32, s0.tag, b0.tag, b1.tag), linear.Mix3(33, s1.tag, s0.tag, b0.tag), linear.Mix3(34, s2.tag, s1.tag, s0.tag),
		linear.Mix3(35, b0.tag, b1.tag, b2.tag), linear.Mix4(36, s0.tag, b0.tag, b1.tag, b2.tag), linear.Mix4(37, s1.tag, s0.tag, b0.tag, b1.tag),
		linear.Mix3(38, s0.tag, s0l.tag, b0.tag), linear.Mix3(39, s0.tag, s0r.tag, b0.tag), linear.Mix3(40, s0.tag, b0.tag, b0l.tag),
		linear.Mix3(41, s1.tag, s1l.tag, s0.tag), linear.Mix3(42, s1.tag, s1r.tag, s0.tag), linear.Mix3(43, s1.tag, s0.tag, s0l.tag),
		linear.Mix3(44, s1.tag, s0.tag, s0r.tag), linear.Mix4(45, s1.tag, s1r.tag, s0.tag, b0.tag), linear.Mix4(46, s2.tag, s1.tag, s0.tag, b0.tag),

		linear.Mix3(47, s0.form, b0.tag, b1.tag), linear.Mix3(48, s1.tag, s0.form, b0.tag), linear.Mix3(49, s1.form, s0.tag, b0.tag),
		linear.Mix3(50, s1.tag, s0.tag, b0.form), linear.Mix3(51, s1.form, s0.form, b0.tag), linear.Mix3(52, s0.tag, b0.form, b1.tag),
		linear.Mix3(53, s0.form, b0.form, b1.tag), linear.Mix3(54, s0.tag, b0.tag, b1.form), linear.Mix3(55, s1.form, s0.tag, b0.form),

		linear.Mix3(56, s0.tag, b0.tag, dist0), linear.Mix2(57, s0.form, dist0), linear.Mix2(58, b0.form, dist0),
		linear.Mix3(59, s1.tag, s0.tag, dist1), linear.Mix2(60, s1.form, dist1), linear.Mix4(61, s1.tag, s0.tag, b0.tag, dist1),

		linear.Mix2(62, s0.form, val0), linear.Mix2(63, s0.tag, val0), linear.Mix2(64, b0.form, valb), linear.Mix2(65, b0.tag, valb),
		linear.Mix2(66, s1.tag, val1), linear.Mix3(67, s1.tag, val1, s0.tag),

		linear.Mix2(68, s0.tag, s0.lset), linear.Mix2(69, s0.tag, s0.rset), linear.Mix2(70, s1.tag, s1.lset), linear.Mix2(71, s1.tag, s1.rset),
		linear.Mix2(72, b0.tag, b0.lset), linear.Mix2(73, s0.form, s0.rset), linear.Mix2(74, s1.form, s1.rset), linear.Mix2(75, b0.form, b0.lset),
		linear.Mix3(76, s1.tag, s1.rset, s0.tag), linear.Mix3(77, s0.tag, s0.rset, b0.tag), linear.Mix3(78, s0.tag, s0.lset, b0.tag),
		linear.Mix4(79, s1.tag, s1.lset, s0.tag, s0.lset), linear.Mix3(80, s0.tag, b0.tag, b0.lset), linear.Mix3(81, s0.lset, b0.lset, b0.tag),

		linear.Mix3(82, s1.form, s0.marker, s0.tag), linear.Mix3(83, s1.tag, s0.marker, s0.tag), linear.Mix3(84, s1.tag, s0.marker, s0.form),
		linear.Mix3(85, s0.tag, s0.marker, b0.tag), linear.Mix3(86, s0.tag, b0.tag, b0.marker), linear.Mix4(87, s2.tag, s1.tag, s0.marker, s0.tag),
		linear.Mix4(88, s1.form, s1.marker, s0.marker, s0.tag), linear.Mix3(89, s1.cluster, s0.marker, s0.cluster),

		linear.Mix2(90, s0.cluster, b0.cluster), linear.Mix2(91, s1.cluster, s0.cluster), linear.Mix2(92, s0.cluster, b0.tag),
		linear.Mix2(93, s0.tag, b0.cluster), linear.Mix2(94, s1.cluster, s0.tag), linear.Mix2(95, s1.tag, s0.cluster),

		linear.Mix2(111, s0.class6, b0.class6), linear.Mix2(112, s1.class6, s0.class6), linear.Mix3(113, s0.class6, b0.class6, b0.tag),
		linear.Mix3(114, s1.class6, s0.class6, b0.class6), linear.Mix3(115, s1.class6, s0.marker, s0.class6), linear.Mix3(116, s0.class4, b0.class4, s1.class4),
		linear.Mix2(117, b1.class6, b0.class6), linear.Mix3(118, s0.form, b0.class6, b0.tag), linear.Mix3(119, s0.class6, s0.tag, b0.form),
		linear.Mix3(120, s1.form, s0.class6, s0.tag), linear.Mix3(121, s1.class6, s1.tag, s0.form), linear.Mix1(122, s0.cluster), linear.Mix1(123, b0.cluster), linear.Mix1(124, s1.cluster),
		linear.Mix3(96, s0.tag, before.tag, b0.tag), linear.Mix3(97, s0.tag, after.tag, b0.tag), linear.Mix3(98, s0.form, before.tag, b0.tag),
		linear.Mix3(99, s0.suffix, s0.tag, b0.tag), linear.Mix3(100, b0.suffix, s0.tag, b0.tag),

		linear.Mix3(101, s0.tag, s0.doubt, b0.tag), linear.Mix3(102, s0.tag, b0.tag, b0.doubt), linear.Mix3(103, s0.tag, b0.tag, b1.doubt),
		linear.Mix3(104, s1.tag, s1.doubt, s0.tag),
		linear.Mix3(105, s0.tag, s0l2.tag, s0l.tag), linear.Mix3(106, s0.tag, s0r2.tag, s0r.tag), linear.Mix3(107, b0.tag, b0l2.tag, b0l.tag),
		linear.Mix3(108, s0r.form, s0.tag, b0.tag), linear.Mix3(109, s1r.form, s1.tag, s0.tag),
	)
}

// labelFeatures appends the keys that describe the choice of a relation to buf.
func (s *state) labelFeatures(move int, buf []linear.Key) []linear.Key {
	h, d := s.arc(move)
	hd, dp := &s.nodes[h], &s.nodes[d]
	b0, b1 := &s.nodes[s.front], &s.nodes[s.ahead(1)]
	dl, dr := &s.nodes[dp.l1], &s.nodes[dp.r1]
	hl, hr := &s.nodes[hd.l1], &s.nodes[hd.r1]
	before := &s.nodes[s.none]
	if d > 0 {
		before = &s.nodes[d-1]
	}
	after := &s.nodes[d+1]
	hafter := &s.nodes[min(h+1, s.none)]
	dir := uint64(move)
	dist := distance(h, d)<<2 | dir
	ht, dt := hd.tag<<2|dir, dp.tag
	grand := &s.nodes[s.under(2)]
	gap := s.between(min(h, d)+1, max(h, d))
	return append(buf,
		linear.Mix3(250, ht, dt, gap), linear.Mix3(251, ht, dt, s.end), linear.Mix3(252, dp.form, dt, gap<<2|dir),
		linear.Mix1(201, ht), linear.Mix1(202, dt), linear.Mix2(203, ht, dt),
		linear.Mix2(204, hd.form, ht), linear.Mix2(205, dp.form, dir), linear.Mix3(206, dp.form, dt, ht), linear.Mix3(207, hd.form, ht, dt),
		linear.Mix3(208, hd.form, dp.form, dir), linear.Mix3(209, hd.suffix, ht, dt), linear.Mix3(210, dp.suffix, ht, dt),
		linear.Mix3(211, ht, dt, dist), linear.Mix2(212, dp.form, dist),
		linear.Mix3(213, ht, dt, dp.marker), linear.Mix2(214, dp.marker, dp.form), linear.Mix3(215, hd.form, dp.marker, dt),
		linear.Mix3(216, ht, dt, dp.lset), linear.Mix3(217, ht, dt, dp.rset), linear.Mix2(218, dt, dp.lset), linear.Mix2(219, dp.form, dp.lset),
		linear.Mix3(220, ht, dt, hd.lset), linear.Mix3(221, ht, dt, hd.rset), linear.Mix3(222, hd.form, hd.rset, dt), linear.Mix3(223, hd.form, hd.lset, dt),
		linear.Mix3(224, ht, dt, dl.tag), linear.Mix3(225, ht, dt, dr.tag), linear.Mix3(226, ht, dt, hl.tag), linear.Mix3(227, ht, dt, hr.tag),
		linear.Mix3(228, ht, dt, before.tag), linear.Mix3(229, ht, dt, after.tag), linear.Mix3(230, ht, dt, b0.tag), linear.Mix3(231, ht, dt, b1.tag),
		linear.Mix2(232, hd.cluster, dp.cluster), linear.Mix3(233, hd.cluster, dt, dir), linear.Mix3(234, dp.cluster, ht, dt), linear.Mix3(235, dp.cluster, dp.marker, ht),
		linear.Mix3(245, hd.class6, dp.class6, dt), linear.Mix3(246, hd.class6, dp.class6, dp.marker), linear.Mix3(247, hd.form, dp.class6, dir), linear.Mix3(248, hd.class6, dp.form, dir),
		linear.Mix3(249, dp.class6, dp.marker, ht),
		linear.Mix3(236, ht, dt, dp.doubt), linear.Mix3(237, ht, dt, hd.doubt),
		linear.Mix3(238, dl.form, ht, dt), linear.Mix3(239, dp.form, b0.form, ht), linear.Mix3(240, dp.form, after.form, dir),
		linear.Mix4(241, ht, dt, dp.lset, hd.lset), linear.Mix3(242, before.form, dt, ht), linear.Mix3(243, hafter.tag, ht, dt),
		linear.Mix4(244, grand.tag, ht, dt, dp.lset),
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
