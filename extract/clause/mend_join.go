package clause

import ()

// What is joined by and, a comma, or by standing side by side.

// mendJoinedCompound: "accused the IMF and relief funds", with IMF read as part of the compound: what stands before "and" is no
// modifier of the noun behind it but its partner.
func (b *builder) mendJoinedCompound() bool {
	for a := 0; a+2 < len(b.tok); a++ {
		h := b.head(a)
		if !b.isNoun(a) || h <= a+1 || !b.isNoun(h) || !b.is(a, "compound", "nmod", "amod", "nsubj", "flat") || b.tag(a+1) != "CC" {
			continue
		}
		if b.case_(a) != "" {
			continue
		}
		outer, rel := b.head(h), b.rel(h)
		b.hang(a, outer, rel)
		b.hang(h, a, "conj")
		b.hang(a+1, h, "cc")
		for _, k := range b.kids[h] {
			if k < a {
				b.tok[k].Head = a
			}
		}
		return true
	}
	return false
}
