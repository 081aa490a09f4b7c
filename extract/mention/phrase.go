package mention

import "github.com/stancegraph/stancegraph/extract/lexicon"

// phrase is the extent of the noun phrase whose head is i and whose noun begins at start: what stands before the noun,
// and a phrase with of, in, from or at after it, without relative clauses and appositions.
func (v *view) phrase(i, start int) (from, to int) {
	from = start
	for from > 0 && v.inPhrase(from-1, i) {
		from--
	}
	if v.is(from-1, lexicon.PairWord) {
		from--
	}
	for from < start && !v.opensPhrase(from, start) {
		from++
	}
	to = i + 1
	for to < len(v.t) && v.governor(to) == i && (v.rel(to) == "flat" || v.rel(to) == "nummod") {
		to++
	}
	return from, v.withComplements(i, to)
}

// opensPhrase: the token at k can be the first one of a phrase whose noun stands at start.
func (v *view) opensPhrase(k, start int) bool {
	switch {
	case v.is(k, lexicon.PairWord), v.tag(k) == "CD":
		return true
	case !letters(v.words[k]):
		return false
	}
	return !v.isThat(k) || v.tag(start) != "NNS"
}

// inPhrase says whether token k, left of the head i, belongs to its phrase.
func (v *view) inPhrase(k, i int) bool {
	for hops := 0; hops < 8 && k >= 0 && k < i; hops++ {
		switch h := v.governor(k); v.rel(k) {
		case "case":
			if v.tag(k) != "POS" {
				return false
			}
		case "punct":
			if v.words[k] != "-" {
				return false
			}
		case "advmod":
			if h == i {
				return false
			}
		case "cc", "mark", "conj", "nsubj", "cop", "aux", "root", "acl", "obl", "discourse", "advcl", "parataxis":
			return false
		}
		k = v.governor(k)
	}
	return k == i
}

// withComplements extends a phrase over up to two "of", "in", "from" or "at" phrases, to 11 tokens.
func (v *view) withComplements(i, to int) int {
	for rounds := 0; rounds < 2 && v.is(to, lexicon.PhrasePreposition); rounds++ {
		end := v.complement(i, to)
		if end == 0 || end-i > 11 {
			return to
		}
		to = end
	}
	return to
}

// complement is the end of the prepositional phrase that begins at p and tells who the noun at i is; 0 where it does
// not belong to the noun, or is one of time or place.
func (v *view) complement(i, p int) int {
	head := v.complementHead(i, p)
	switch {
	case head < 0, v.tag(head) == "CD", v.is(head, lexicon.CalendarWord), v.is(head, lexicon.FixedNoun):
		return 0
	case (v.isIn(p) || v.isAt(p)) && !v.covered(head) && !v.is(head, lexicon.CountryNoun):
		return 0
	}
	end := head + 1
	for v.covered(head) && end < len(v.t) && v.of[end] == v.of[head] {
		end++
	}
	for v.isAnd(end) && v.rel(end+1) == "conj" && v.governor(end+1) == head && v.noun(end+1) {
		end += 2
	}
	return end
}

// complementHead is the noun of the prepositional phrase that begins at p, if the phrase depends on the noun at i; −1
// otherwise.
func (v *view) complementHead(i, p int) int {
	head := v.governor(p)
	if head <= p || v.rel(p) != "case" || v.rel(head) != "nmod" {
		return -1
	}
	if h := v.governor(head); h != i && !(h < head && h > i) {
		return -1
	}
	return head
}
