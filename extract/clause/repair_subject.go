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
