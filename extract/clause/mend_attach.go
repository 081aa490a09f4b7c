package clause

// What a phrase, a participle or a possessor hangs on.

// mendTitleCase: "sided with Senator Hale", with the preposition on the title: it is before the whole name.
func (b *builder) mendTitleCase() bool {
	for c := 0; c+2 < len(b.tok); c++ {
		t := b.head(c)
		if b.rel(c) != "case" || b.tag(c) != "IN" || t != c+1 || !b.is(t, "compound", "nmod:desc", "amod") {
			continue
		}
		n := b.head(t)
		b.hang(c, n, "case")
		return true
	}
	return false
}
