package clause

import "strings"

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
		case "obl", "advmod", "advcl":
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
		if b.rel(v) != "acl" || !b.isVerb(v) || noun < 0 || noun > v || !b.isNoun(noun) || b.kid(v, "nsubj", "nsubj:pass", "mark") >= 0 || !b.finiteAuxiliary(noun, v) {
			continue
		}
		top := noun
		for b.rel(top) == "conj" && b.head(top) >= 0 && b.isNoun(b.head(top)) || b.is(top, "nmod") && b.of(top) {
			top = b.head(top)
		}
		head, rel := b.head(top), b.rel(top)
		switch {
		case head < 0:
			b.uproot(v)
		case rel == "conj" && b.isVerb(head), rel == "ccomp", rel == "parataxis", rel == "advcl":
			b.hang(v, head, rel)
		default:
			continue
		}
		subject := "nsubj"
		if b.kid(v, "aux:pass") >= 0 {
			subject = "nsubj:pass"
		}
		b.hang(top, v, subject)
		for _, k := range b.kids[top] { // what stands behind the verb is the verb's
			if k > v && k != top && b.is(k, "punct", "advcl", "parataxis", "conj", "obl") {
				b.tok[k].Head = v
			}
		}
		return true
	}
	return false
}

// of: the phrase is what the noun before it counts or names a part of ("a slew of senators").
func (b *builder) of(k int) bool { return b.case_(k) == "of" && b.head(k) >= 0 && b.isNoun(b.head(k)) }

// finiteAuxiliary: the verb has "is", "have" or "will" between the noun and itself.
func (b *builder) finiteAuxiliary(noun, v int) bool {
	for _, k := range b.kids[v] {
		if k > noun && k < v && b.is(k, "aux", "aux:pass") && (b.tag(k) == "MD" || strings.HasPrefix(b.tag(k), "VB") && b.tag(k) != "VBN" && b.tag(k) != "VBG" && b.tag(k) != "VB") {
			return true
		}
	}
	return false
}
