package clause

// repairNoVerb makes a main verb of the participle in a sentence without a finite verb.
func (b *builder) repairNoVerb() bool {
	last := len(b.Tokens) - 1
	if last < 2 || b.Tokens[last].Text != "." {
		return false
	}
	noun := -1
	for i := range b.Tokens {
		switch b.Tag(i) {
		case "VBZ", "VBP", "MD":
			return false
		case "VBD":
			if !b.Is(i, "acl", "amod", "advcl") {
				return false
			}
		}
		if b.Head(i) < 0 && b.IsNoun(i) {
			noun = i
		}
	}
	if noun < 0 {
		return false
	}
	for v := noun + 1; v <= last; v++ {
		if b.Rel(v) != "acl" || b.Head(v) < noun {
			continue
		}
		if b.Child(v, "aux:pass", "mark") >= 0 {
			return false
		}
		b.correctTag(v, "VBD")
		b.makeRoot(v)
		b.attach(noun, v, "nsubj")
		return true
	}
	return false
}

// repairTwoSubjects takes one of two subjects of a verb for the object of the relative clause before it, or for the
// noun that the verb's own relative clause modifies.
func (b *builder) repairTwoSubjects() bool {
	for v := range b.Tokens {
		var own []int
		for _, k := range b.allSubjects(v) {
			if k < v {
				own = append(own, k)
			}
		}
		if !b.IsVerb(v) || len(own) != 2 {
			continue
		}
		// "an offer Peru welcomed"
		if b.Child(own[0], "det") >= 0 && b.Child(v, "obj", "ccomp", "xcomp", "aux:pass") < 0 {
			b.replaceHead(v, own[0])
			b.attach(v, own[0], "acl:relcl")
			return true
		}
		if r := b.leftmost(own[1]) - 1; r > own[0] && b.IsVerb(r) && b.Rel(r) == "acl:relcl" && b.Child(r, "obj") < 0 {
			b.attach(own[1], r, "obj") // "The admiral who led the raid has praised"
			return true
		}
	}
	return false
}

// repairAfterConjunction makes a subject of the noun between "as" and a finite verb that has none.
func (b *builder) repairAfterConjunction() bool {
	for v := 2; v < len(b.Tokens); v++ {
		if !b.finiteWithoutSubject(v) {
			continue
		}
		n := v - 1
		for n > 0 && b.Tag(n) == "RB" {
			n--
		}
		for b.Head(n) >= 0 && b.Head(n) < v && b.IsNoun(n) && b.Is(n, "compound", "flat", "conj") && b.Head(n) > n-6 {
			n = b.Head(n)
		}
		as := b.Child(n, "case")
		if !b.IsNoun(n) || !b.Is(n, "obl", "nmod") || b.Head(n) < 0 || as < 0 || b.Lower(as) != asWord ||
			b.Child(n, "nmod:poss", "appos") >= 0 {
			continue
		}
		b.attach(n, v, "nsubj")
		b.attach(as, v, "mark")
		return true
	}
	return false
}

// finiteWithoutSubject: a finite main verb that has neither subject nor conjunction.
func (b *builder) finiteWithoutSubject(v int) bool {
	switch b.Tag(v) {
	case "VBD", "VBZ", "VBP":
		return !b.Is(v, "aux", "aux:pass", "cop") && b.subjectOf(v) < 0 && b.Child(v, "mark", "cc", "expl") < 0
	}
	return false
}

// repairObjectAsSubject makes the object of a verb that also has a clause the subject of that clause.
func (b *builder) repairObjectAsSubject() bool {
	for c := 2; c < len(b.Tokens); c++ {
		v := b.Head(c)
		if b.Rel(c) != "ccomp" || v < 0 || v > c || b.subjectOf(c) >= 0 || b.nonFinite(c) ||
			b.Child(c, "mark", "csubj", "expl") >= 0 {
			continue
		}
		if o := b.Child(v, "obj"); o >= 0 && b.leftmost(c) == o+1 {
			b.attach(o, c, "nsubj")
			return true
		}
	}
	return false
}

// repairSplitTitle makes one subject of a title without an article and the name after it, whose verb was read as a
// relative clause of the title.
func (b *builder) repairSplitTitle() bool {
	for v := 3; v < len(b.Tokens); v++ {
		title := b.Head(v)
		if b.Rel(v) != "acl:relcl" || title < 0 || b.Tag(title) != "NN" ||
			b.Child(title, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		name, outer := b.Child(v, "nsubj"), b.Head(title)
		if name <= title {
			continue
		}
		switch {
		case b.Rel(title) != "nsubj":
			b.replaceHead(title, v)
		case len(b.allSubjects(outer)) > 1: // "… has hinted | she is ready"
			b.replaceHead(outer, v)
			b.attach(outer, v, "ccomp")
		default:
			continue
		}
		b.attach(title, name, "compound")
		return true
	}
	return false
}
