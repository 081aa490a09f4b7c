package clause

import (
	"github.com/stancegraph/stancegraph/extract/lexicon"
)

// compound opens a clause for a hyphenated word that says who stands where: in "Iran-backed rebels" Iran backs the rebels, "anti-Assad rebels"
// are against Assad. The name in the word must have a capital.
func (b *builder) compound(i int) bool {
	n := b.head(i)
	if n <= i || !b.isNoun(n) || !b.is(i, "amod", "compound", "nmod") {
		return false
	}
	_, ok := lexicon.ReadCompound(b.tok[i].Text)
	if !ok {
		return false
	}
	return false
}
