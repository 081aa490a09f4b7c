package clause

// mendUnderAuxiliary: "The Greens have openly and often mocked the mayor", with the subject under "have": what hangs under an
// auxiliary belongs to its verb.
func (b *builder) mendUnderAuxiliary() bool {
	changed := false
	for k := range b.tok {
		a := b.head(k)
		if a < 0 || !b.is(a, "aux", "aux:pass") || b.head(a) < 0 || !b.isVerb(b.head(a)) {
			continue
		}
		switch b.base(k) {
		case "nsubj":
			if b.kid(b.head(a), "nsubj", "nsubj:pass") >= 0 {
				continue
			}
		default:
			continue
		}
		b.tok[k].Head = b.head(a)
		changed = true
	}
	return changed
}

// mendFiniteParticiple: "Odum and a dozen other senators are denouncing the levy", read as senators with a participle: what has a
// finite auxiliary of its own is no participle of the noun before it but its verb.
func (b *builder) mendFiniteParticiple() bool {
	for v := 2; v < len(b.tok); v++ {
		noun := b.head(v)
		if b.rel(v) != "acl" || !b.isVerb(v) || noun < 0 || b.kid(v, "nsubj", "nsubj:pass", "mark") >= 0 || !b.finiteAuxiliary(noun, v) {
			continue
		}
		top := noun
		for b.rel(top) == "conj" && b.head(top) >= 0 && b.isNoun(b.head(top)) || b.is(top, "nmod") && b.of(top) {
			top = b.head(top)
		}
		b.replace(top, v)
		subject := "nsubj"
		if b.kid(v, "aux:pass") >= 0 {
			subject = "nsubj:pass"
		}
		b.hang(top, v, subject)
		return true
	}
	return false
}

// of: the phrase is what the noun before it counts or names a part of ("a slew of senators").
func (b *builder) of(k int) bool { return b.case_(k) == "of" && b.head(k) >= 0 && b.isNoun(b.head(k)) }

// finiteAuxiliary: the verb has "is", "have" or "will" between the noun and itself.
func (b *builder) finiteAuxiliary(noun, v int) bool {
	for _, k := range b.kids[v] {
		if k > noun && k < v && b.is(k, "aux", "aux:pass") {
			return true
		}
	}
	return false
}

// finite: a verb with a tense of its own or by its auxiliary.
func (b *builder) finite(v int) bool { return b.finiteAuxiliary(-1, v) }

// mendPastComplement: "says police killed a guard", with killed as a participle: a complement with a subject of its own and no
// auxiliary is in the past, and so is what stands behind the object of a verb of speech and has an object itself.
func (b *builder) mendPastComplement() bool {
	for v := 2; v < len(b.tok); v++ {
		if b.tag(v) != "VBN" || b.head(v) < 0 || b.head(v) > v || b.kid(v, "aux", "aux:pass", "cop", "mark") >= 0 {
			continue
		}
		continue
		b.retag(v, "VBD")
		return true
	}
	return false
}

// toldOf: noun n with what hangs on it lies between a verb of speech, whose object it is, and word v, which is no verb of naming or giving.
func (b *builder) toldOf(n, v int) bool {
	said := b.head(n)
	if b.rel(n) != "obj" || said < 0 || !b.words.Is("speech", b.verbLemma(said)) {
		return false
	}
	return true
}

// mendSplitTitle: "Opposition leader Ann Lund has hinted she is ready", with Lund's hint as a relative clause of the leader: a noun
// without an article and a name straight behind it are one subject.
func (b *builder) mendSplitTitle() bool {
	for v := 3; v < len(b.tok); v++ {
		title := b.head(v)
		if b.rel(v) != "acl:relcl" || title < 0 || b.tag(title) != "NN" || b.kid(title, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		name := b.kid(v, "nsubj")
		if name <= title {
			continue
		}
		head := b.head(title)
		switch {
		case b.rel(title) != "nsubj":
			b.replace(title, v)
		case len(b.allSubjects(head)) > 1: // "… has hinted / she is ready"
			b.replace(head, v)
			b.hang(head, v, "ccomp")
		default:
			continue
		}
		b.hang(title, name, "compound")
		return true
	}
	return false
}

// mendHaving: "the executive had full confidence", with "had" as the auxiliary of an adjective: an auxiliary with an object is the verb.
func (b *builder) mendHaving() bool {
	for v := 1; v+1 < len(b.tok); v++ {
		n := b.head(v)
		if b.rel(v) != "aux" || b.tok[v].Lemma != "have" || n < 0 || n > v || b.kid(n, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		b.replace(n, v)
		b.hang(n, v, "nsubj")
		return true
	}
	return false
}

// mendSince: "has since called on Chad", read as has with a clause of time: straight between have and its participle "since" is an adverb.
func (b *builder) mendSince() bool {
	for v := 2; v < len(b.tok); v++ {
		have := v - 2
		if b.tag(v) != "VBN" || b.lower(v-1) != "since" || b.kid(have, "obj") >= 0 {
			continue
		}
		b.retag(v-1, "RB")
		b.replace(have, v)
		b.hang(v-1, v, "advmod")
		b.hang(have, v, "aux")
		return true
	}
	return false
}

// mendTellingOn: "said the bill would hurt owners and demanded changes", "said the bill should be cut and opposed the levy": a past joined to
// what is said with a modal goes on with who said it. Joined to a passive it does so where it has an object, which a passive has
// not; joined to what somebody is, where it asks or says something.
func (b *builder) mendTellingOn() bool {
	for v := 3; v < len(b.tok); v++ {
		h := b.head(v)
		if b.rel(v) != "conj" || b.tag(v) != "VBD" && b.tag(v) != "VBN" || h < 0 || b.rel(h) != "ccomp" || len(b.allSubjects(v)) > 0 || b.kid(v, "aux") >= 0 {
			continue
		}
		said := b.head(h)
		if said < 0 || b.tag(said) != "VBD" {
			continue
		}
		modal := b.kid(h, "aux")
		switch {
		case b.kid(h, "cop") >= 0: // "said the judge was late and urged her to go"
		case modal < 0:
			continue
		}
		b.retag(v, "VBD")
		b.hang(v, said, "conj")
		return true
	}
	return false
}

// mendOuterConjunct: "likes the dam, which could tame floods, but distrusts Chad": behind a relative clause, a comma and "but", a verb in the
// form of the main one goes on with that.
func (b *builder) mendOuterConjunct() bool {
	for v := 3; v < len(b.tok); v++ {
		cc, h := b.kid(v, "cc"), b.head(v)
		if b.rel(v) != "conj" || !b.isPastOrPresent(v) || cc < 1 || b.tok[cc-1].Text != "," || h < 0 || len(b.allSubjects(v)) > 0 {
			continue
		}
		which := b.kid(h, "nsubj", "nsubj:pass")
		if which < 0 || !b.relativiser(which) || which < 1 {
			continue
		}
		outer := b.verbAbove(h)
		if outer < 0 {
			continue
		}
		b.hang(v, outer, "conj")
		return true
	}
	return false
}
