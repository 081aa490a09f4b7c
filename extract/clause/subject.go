package clause

import "github.com/stancegraph/stancegraph/schema"

// subjects are the heads of a predicate's surface subject and how they were found.
type subjects struct {
	heads []int
	from  schema.Provenance
}

const maxClimb = 12 // how far a silent subject is looked for; also ends loops in a broken tree

// surface finds who stands as the subject of predicate i on the surface: its own, or the silent one of a
// conjunct, a controlled infinitive, a participle or a relative clause.
func (b *builder) surface(i int) subjects { return b.surfaceAt(i, 0) }

func (b *builder) surfaceAt(i, depth int) subjects {
	if depth > maxClimb || i < 0 {
		return subjects{}
	}
	if own := b.ownSubjects(i); len(own) > 0 {
		return b.throughRelative(i, own, depth)
	}
	h := b.head(i)
	if h < 0 {
		return subjects{}
	}
	switch b.rel(i) {
	case "conj":
		if b.isVerb(h) || b.byHead[h] >= 0 {
			return from(b.surfaceAt(h, depth+1), "conjunct")
		}
	case "xcomp", "ccomp":
		if b.rel(i) == "ccomp" && !b.nonFinite(i) {
			return subjects{}
		}
		return b.withCompanion(h, i, b.controller(h, depth))
	case "advcl":
		if b.nonFinite(i) {
			if b.isNominal(h) && b.byHead[h] < 0 {
				return subjects{[]int{h}, "participle"}
			}
			if o := max(b.blamed(i, h), b.witnessed(i, h)); o >= 0 {
				return subjects{[]int{o}, "control"}
			}
			s := from(b.surfaceAt(h, depth+1), "participle")
			if b.infinitive(i) {
				s = b.withCompanion(h, i, s)
			}
			return s
		}
	case "acl":
		if b.infinitive(i) {
			return b.nounController(h, depth)
		}
		if b.isVerb(i) || b.isAdj(i) {
			if own := b.ownSubjects(h); len(own) > 0 && b.kid(h, "cop") >= 0 && b.isNoun(own[0]) { // "Duarte is the only one honoured by"
				return subjects{own, "participle"}
			}
			return subjects{[]int{h}, "participle"}
		}
	case "appos":
	case "acl:relcl":
		if b.kid(i, "obj") >= 0 || b.tag(i) == "VBN" {
			return subjects{[]int{h}, "relative"}
		}
	case "parataxis":
	}
	return subjects{}
}

func from(s subjects, how schema.Provenance) subjects {
	if len(s.heads) > 0 {
		s.from = how
	}
	return s
}

// allSubjects are what the tree has for subjects of i; a broken one has several.
func (b *builder) allSubjects(i int) []int {
	var all []int
	for _, k := range b.kids[i] {
		if b.base(k) == "nsubj" {
			all = append(all, k)
		}
	}
	return all
}

func (b *builder) ownSubjects(i int) []int {
	own := b.allSubjects(i)
	if len(own) > 1 { // two subjects: the nearer one before the predicate is the better guess
		near := own[0]
		for _, k := range own {
			if k < i && k > near {
				near = k
			}
		}
		own = []int{near}
	}
	return own
}

// throughRelative puts the antecedent for "who", "which", "that", and the cleft's focus for "it".
func (b *builder) throughRelative(i int, own []int, depth int) subjects {
	k := own[0]
	if !b.relativiser(k) || b.tag(k) == "DT" {
		return subjects{own, ""}
	}
	for v := i; v >= 0 && depth <= maxClimb; v, depth = b.head(v), depth+1 {
		switch b.rel(v) {
		case "acl:relcl":
			if n := b.nounBefore(k); n >= 0 && b.lower(k) == "who" && b.tok[k-1].Text == "," { // "talks with Lund, who has quit": Lund, not the talks
				return subjects{[]int{n}, "relative"}
			}
			return subjects{[]int{b.deedOf(i, b.head(v))}, "relative"}
		case "conj":
			continue
		}
		break
	}
	if n := b.nounBefore(k); n >= 0 {
		return subjects{[]int{b.deedOf(i, n)}, "relative"}
	}
	return subjects{}
}

// nounBefore is the noun that stands before token k, a comma between them at most.
func (b *builder) nounBefore(k int) int {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if b.isNoun(j) {
			for n := 0; n < maxClimb && b.head(j) >= 0 && b.is(j, "compound", "flat"); n++ {
				j = b.head(j)
			}
			return j
		}
		if b.tok[j].Text != "," {
			break
		}
	}
	return -1
}

func (b *builder) infinitive(i int) bool {
	m := b.kid(i, "mark")
	return m >= 0 && b.tag(m) == "TO"
}

// nonFinite: an infinitive or a participle without a finite auxiliary.
func (b *builder) nonFinite(i int) bool {
	if b.infinitive(i) {
		return true
	}
	if b.tag(i) != "VBG" && b.tag(i) != "VBN" && b.tag(i) != "VB" {
		return false
	}
	for _, k := range b.kids[i] {
		if b.is(k, "aux", "aux:pass", "cop") && b.tag(k) != "VBG" && b.tag(k) != "VB" {
			return false
		}
	}
	return true
}

// relativeGap gives a relative clause the argument that its antecedent is: "the loan that Ukraine had
// requested", "the money he had asked for", "the envoy with whom Peru met".
func (b *builder) relativeGap(c *clauseT, h int) {
	rel := h
	for n := 0; n < maxClimb && b.head(rel) >= 0 && b.is(rel, "xcomp", "conj"); n++ {
		rel = b.head(rel)
	}
	if b.rel(rel) != "acl:relcl" || b.head(rel) < 0 {
		return
	}
	antecedent := []int{b.head(rel)}
	for _, k := range b.kids[h] {
		if !b.relativiser(k) {
			continue
		}
		switch b.base(k) {
		case "obj":
			b.add(c, object, "", antecedent, "relative")
			return
		case "nsubj":
			return
		}
	}
	if s := b.kid(h, "nsubj", "nsubj:pass"); s < 0 && rel == h {
		return
	}
	for _, k := range b.kids[h] { // a preposition left behind
		if k > h && b.tag(k) == "IN" && len(b.kids[k]) == 0 {
			b.add(c, oblique, b.lower(k), antecedent, "relative")
			return
		}
	}
	if b.kid(h, "obj", "ccomp", "xcomp") < 0 && b.kid(h, "advmod") < 0 {
		if b.kid(h, "obj", "ccomp", "xcomp") < 0 && !c.Passive {
			b.add(c, object, "", antecedent, "relative")
		}
	}
}
