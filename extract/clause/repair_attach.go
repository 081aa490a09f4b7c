package clause

// repairTitleCase moves a preposition from a title to the whole name.
func (b *builder) repairTitleCase() bool {
	for c := 0; c+2 < len(b.Tokens); c++ {
		t := c + 1
		if b.Rel(c) == "case" && b.Tag(c) == "IN" && b.Head(c) == t && b.Is(t, "compound", "nmod:desc", "amod") {
			b.attach(c, b.Head(t), "case")
			return true
		}
	}
	return false
}

// repairJoinedCompound makes the noun before a conjunction the first conjunct instead of a modifier of the noun after
// it.
func (b *builder) repairJoinedCompound() bool {
	for a := 0; a+2 < len(b.Tokens); a++ {
		h := b.Head(a)
		if !b.IsNoun(a) || h <= a+1 || !b.IsNoun(h) || b.Tag(a+1) != "CC" || b.Preposition(a) != "" ||
			!b.Is(a, "compound", "nmod", "amod", "nsubj", "flat") {
			continue
		}
		b.replaceHead(h, a)
		b.attach(h, a, "conj")
		b.attach(a+1, h, "cc")
		for _, k := range b.Children[h] {
			if k < a {
				b.Tokens[k].Head = a
			}
		}
		for _, k := range b.Children[a] { // "the guild and relief agencies", not "House and Senate versions"
			if k > a && k < h && b.Rel(k) == "conj" && !b.IsName(k) {
				b.attach(k, h, "compound")
			}
		}
		return true
	}
	return false
}

// repairPlaces makes objects of bare phrases straight after a verb, and attaches to a subject the prepositional
// phrase between it and its verb.
func (b *builder) repairPlaces() bool {
	changed := false
	for k := range b.Tokens {
		v := b.Head(k)
		if v < 0 || !b.IsVerb(v) {
			continue
		}
		switch {
		case b.bareOblique(k, v):
			b.Tokens[k].Rel = "obj"
			changed = true
		case b.Base(k) == "obl" && b.IsNoun(k) && k < v && b.Preposition(k) != "":
			n := b.Child(v, "nsubj", "nsubj:pass")
			if n >= 0 && n < k && b.IsNoun(n) && b.leftmost(k) == n+1 {
				b.attach(k, n, "nmod")
				changed = true
			}
		}
	}
	return changed
}

// bareOblique: a noun phrase without a preposition straight after verb v, which has no object, read as an oblique.
func (b *builder) bareOblique(k, v int) bool {
	if !b.IsNoun(k) || k < v || b.Rel(k) != "obl" && !(b.Base(k) == "obl" && b.possessed(k)) || b.Preposition(k) != "" {
		return false
	}
	return b.leftmost(k) == v+1 && b.Tag(v+1) != "IN" && b.Child(v, "obj", "ccomp", "xcomp", "aux:pass") < 0
}

// repairReportedThat attaches a "that" clause to the verb of speech above the noun that it was attached to.
func (b *builder) repairReportedThat() bool {
	for v := range b.Tokens {
		n := b.Head(v)
		if n < 0 || !b.Is(v, "acl:relcl", "acl", "ccomp") || b.IsVerb(n) || b.Child(v, "nsubj", "nsubj:pass") < 0 {
			continue
		}
		that := b.openingThat(v)
		if that < 0 {
			continue
		}
		said := n
		for up := 0; said >= 0 && !b.IsVerb(said) && up < mostNouns; up++ {
			said = b.Head(said)
		}
		if said >= 0 && said < v && b.words.Is("speech", b.baseForm(said)) && b.Child(said, "ccomp", "obj") < 0 {
			b.attach(v, said, "ccomp")
			b.Tokens[that].Rel = "mark"
			return true
		}
	}
	return false
}

// mostNouns is how many nouns may stand between a reported clause and its verb.
const mostNouns = 3

// openingThat is the "that" of clause v that fills no place in it: neither its subject nor, where nothing else
// follows the verb, its object; −1 without.
func (b *builder) openingThat(v int) int {
	for _, k := range b.Children[v] {
		if b.Lower(k) != thatWord || b.Is(k, "nsubj", "nsubj:pass") {
			continue
		}
		last := b.Children[v][len(b.Children[v])-1]
		if k == b.leftmost(v) || last > v {
			return k
		}
	}
	return -1
}
