package clause

import "github.com/stancegraph/stancegraph/schema"

// Subjects, as the rules of enhanced Universal Dependencies find them: a predicate's own, or that of the verb it is
// joined to, of the verb that controls it, of the noun that it modifies. Objects of relative clauses likewise.

// subjects are the heads of a predicate's surface subject and how they were found.
type subjects struct {
	heads []int
	from  schema.Provenance
}

const maxClimb = 12 // how far a silent subject is looked for; also ends loops in a broken tree

// surface is the surface subject of predicate i: its own, or the silent one of a conjunct, a controlled infinitive, a
// participle or a relative clause.
func (b *builder) surface(i int) subjects { return b.surfaceAt(i, 0) }

func (b *builder) surfaceAt(i, depth int) subjects {
	if depth > maxClimb || i < 0 {
		return subjects{}
	}
	if own := b.subjectOf(i); own >= 0 {
		return b.antecedent(i, own, depth)
	}
	h := b.Head(i)
	if h < 0 {
		return subjects{}
	}
	switch b.Rel(i) {
	case "conj":
		if b.IsVerb(h) || b.byHead[h] >= 0 {
			return from(b.surfaceAt(h, depth+1), schema.Shared)
		}
	case "xcomp":
		return b.controller(h, depth)
	case "ccomp":
		if b.nonFinite(i) {
			return b.controller(h, depth)
		}
	case "advcl":
		if b.nonFinite(i) {
			return b.adverbialSubject(i, h, depth)
		}
	case "acl":
		if b.infinitive(i) {
			return b.nounController(h, depth)
		}
		if b.IsVerb(i) || b.IsAdj(i) {
			return b.modified(h)
		}
	case "acl:relcl":
		if b.Child(i, "obj") >= 0 || b.Tag(i) == "VBN" {
			return subjects{[]int{h}, schema.FromRelative}
		}
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
	for _, k := range b.Children[i] {
		if b.Base(k) == "nsubj" {
			all = append(all, k)
		}
	}
	return all
}

// subjectOf is i's subject in the tree, −1 without; of several the nearest one before it.
func (b *builder) subjectOf(i int) int {
	own := -1
	for _, k := range b.allSubjects(i) {
		if own < 0 || k < i {
			own = k
		}
	}
	return own
}

// antecedent puts the noun that a relative pronoun stands for in the place of the pronoun, which is i's own subject.
func (b *builder) antecedent(i, own, depth int) subjects {
	if !b.relativiser(own) || b.Tag(own) == "DT" {
		return subjects{[]int{own}, schema.Overt}
	}
	before := b.nounBefore(own)
	v := i
	for ; v >= 0 && b.Rel(v) == "conj" && depth <= maxClimb; depth++ {
		v = b.Head(v)
	}
	// "talks with Lund, who has quit": Lund, not the talks
	person := before >= 0 && b.Lower(own) == whoWord && b.Tokens[own-1].Text == ","
	if v >= 0 && b.Rel(v) == "acl:relcl" && !person {
		before = b.Head(v)
	}
	if before < 0 {
		return subjects{}
	}
	return subjects{[]int{before}, schema.FromRelative}
}

// nounBefore is the head of the noun that stands before token k, a comma between them at most; −1 without.
func (b *builder) nounBefore(k int) int {
	j := k - 1
	if j >= 0 && b.Tokens[j].Text == "," {
		j--
	}
	if j < 0 || !b.IsNoun(j) {
		return -1
	}
	for n := 0; n < maxClimb && b.Head(j) >= 0 && b.Is(j, "compound", "flat"); n++ {
		j = b.Head(j)
	}
	return j
}

// modified is the subject of a participle or adjective that modifies noun h: the noun, or, of a predicate noun, its
// subject: "Duarte is the only one honoured by".
func (b *builder) modified(h int) subjects {
	if own := b.subjectOf(h); own >= 0 && b.Child(h, "cop") >= 0 && b.IsNoun(own) {
		return subjects{[]int{own}, schema.FromAdjunct}
	}
	return subjects{[]int{h}, schema.FromAdjunct}
}

// adverbialSubject is the subject of the non-finite adverbial clause i under h: the object of a verb of blame, else h's
// subject.
func (b *builder) adverbialSubject(i, h, depth int) subjects {
	if b.IsNominal(h) && b.byHead[h] < 0 {
		return subjects{[]int{h}, schema.FromAdjunct}
	}
	if o := b.contentObject(i, h); o >= 0 {
		return subjects{[]int{o}, schema.Controlled}
	}
	return from(b.surfaceAt(h, depth+1), schema.FromAdjunct)
}

// controller is who does the infinitive under verb g: its object ("urged Iran to accept"), else its subject.
func (b *builder) controller(g, depth int) subjects {
	if b.IsVerb(g) {
		for _, k := range b.Children[g] {
			if b.Is(k, "obj", "iobj") && !b.relativiser(k) {
				return subjects{[]int{k}, schema.Controlled}
			}
		}
	}
	return from(b.surfaceAt(g, depth+1), schema.Controlled)
}

// nounController is who does the infinitive under noun n: its possessor ("Ghana's plan to leave"), or the subject of
// its verb ("announced plans to leave").
func (b *builder) nounController(n, depth int) subjects {
	if k := b.Child(n, "nmod:poss"); k >= 0 {
		return subjects{[]int{k}, schema.Possessor}
	}
	if g := b.Head(n); g >= 0 && b.Is(n, "obj", "nsubj:pass") && b.IsVerb(g) {
		return from(b.surfaceAt(g, depth+1), schema.Controlled)
	}
	return subjects{}
}

// contentObject is the object of verb h, also as a passive subject, where h's frame has gerund i for its content, so
// that the object does it: "accused Syria of harbouring", "stopped the envoys from entering"; −1 without.
func (b *builder) contentObject(i, h int) int {
	m := b.Child(i, "mark", "case")
	if m < 0 || b.Lower(m) == toWord {
		return -1
	}
	o := b.Child(h, "obj", "iobj")
	if o >= 0 && b.Lower(m) == fromWord {
		return o
	}
	if o < 0 && b.passive(h) {
		o = b.subjectOf(h)
	}
	if hasFrame(b.words.Lookup(schema.VerbPred, b.baseForm(h), ""), "object+"+b.Lower(m)) {
		return o
	}
	return -1
}

func (b *builder) infinitive(i int) bool {
	m := b.Child(i, "mark")
	return m >= 0 && b.Lower(m) == toWord
}

// nonFinite: an infinitive, or a bare verb or participle without a finite auxiliary.
func (b *builder) nonFinite(i int) bool {
	if b.infinitive(i) {
		return true
	}
	if b.Tag(i) != "VBG" && b.Tag(i) != "VBN" && b.Tag(i) != "VB" {
		return false
	}
	for _, k := range b.Children[i] {
		if b.Is(k, "aux", "aux:pass", "cop") && b.Tag(k) != "VBG" && b.Tag(k) != "VB" {
			return false
		}
	}
	return true
}

// relativeGap gives a relative clause with head h the argument that its antecedent is: "the loan that Ukraine had
// requested", "the money he had asked for".
func (b *builder) relativeGap(c *schema.Clause, h int) {
	rel := h
	for n := 0; n < maxClimb && b.Head(rel) >= 0 && b.Is(rel, "xcomp", "conj"); n++ {
		rel = b.Head(rel)
	}
	if b.Rel(rel) != "acl:relcl" || b.Head(rel) < 0 {
		return
	}
	noun := []int{b.Head(rel)}
	for _, k := range b.Children[h] {
		if !b.relativiser(k) {
			continue
		}
		switch b.Base(k) {
		case "obj":
			b.add(c, schema.Object, "", noun, schema.FromRelative)
			return
		case "nsubj":
			return
		}
	}
	if rel == h && b.Child(h, "nsubj", "nsubj:pass") < 0 {
		return
	}
	for _, k := range b.Children[h] { // a stranded preposition
		if k > h && b.Tag(k) == "IN" && len(b.Children[k]) == 0 {
			b.add(c, schema.Oblique, b.Lower(k), noun, schema.FromRelative)
			return
		}
	}
	if !c.Passive && b.Child(h, "obj", "ccomp", "xcomp", "advmod") < 0 {
		b.add(c, schema.Object, "", noun, schema.FromRelative)
	}
}

// relativiser: a relative pronoun.
func (b *builder) relativiser(i int) bool { return relativePronouns[b.Lower(i)] }
