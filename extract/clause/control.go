package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Who does what an infinitive, a gerund or a participle says: the subject of the verb above, its object, or somebody else.

// controller is who does the infinitive under verb g: its object ("urged Iran to accept"), or its
// subject, also where a promise has an addressee.
func (b *builder) controller(g, depth int) subjects {
	if b.isVerb(g) && !b.words.Is("subject_control", b.verbLemma(g)) && !b.purposeful(g) {
		for _, k := range b.kids[g] {
			if b.is(k, "obj", "iobj") && !b.relativiser(k) {
				return subjects{[]int{k}, "control"}
			}
		}
		for _, k := range b.kids[g] { // "called on the army to leave"
			if b.base(k) == "obl" && (b.case_(k) == "on" || b.case_(k) == "upon" || b.case_(k) == "to") && b.words.Is("addressee_prep", b.verbLemma(g)) {
				return subjects{[]int{k}, "control"}
			}
			if b.base(k) == "obl" && b.case_(k) == "for" && hasFrame(b.words.Lookup(schema.VerbPred, b.verbLemma(g), b.particle(g)), "for-infinitive") { // "called for Chile to leave"
				return subjects{[]int{k}, "control"}
			}
		}
	}
	return from(b.surfaceAt(g, depth+1), "control")
}

// withCompanion: what somebody stands by or works with another to do both do: "stands with Chad to defeat the rebels".
func (b *builder) withCompanion(g, i int, s subjects) subjects {
	if !b.isVerb(g) || len(s.heads) != 1 || !b.words.Is("companion", b.verbLemma(g)) || !b.infinitive(i) {
		return s
	}
	for _, k := range b.kids[g] {
		if p := b.case_(k); b.base(k) == "obl" && k > g && k < i && b.isNominal(k) && (p == "with" || p == "alongside" || p == "by" && b.verbLemma(g) == "stand") && !b.finiteBetween(k, i) {
			return subjects{append([]int{s.heads[0]}, k), s.from}
		}
	}
	return s
}

// finiteBetween: a finite verb stands between two words, so what is behind it is not of the one before.
func (b *builder) finiteBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		switch b.tag(k) {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// purposeful: "attacked the dean to win votes", "used the port to arm them": an infinitive behind the object says what for.
func (b *builder) purposeful(g int) bool {
	l := b.verbLemma(g)
	if l == "use" && !b.passive(g) {
		return true
	}
	against := false
	for _, w := range b.words.Lookup(schema.VerbPred, l, b.particle(g)) {
		if strings.HasSuffix(w.Frame, "infinitive") {
			return false
		}
		switch w.Type {
		case schema.Attacks, schema.Criticizes, schema.Praises, schema.Meets, schema.Opposes, schema.Rejects, schema.Sanctions:
			against = against || w.Frame == "object"
		}
	}
	return against && !b.passive(g) && !b.words.Is("desire_other", l)
}

// nounController is who does the infinitive under noun n: "Ghana's plan to leave", "announced plans to leave".
func (b *builder) nounController(n, depth int) subjects {
	if k := b.kid(n, "nmod:poss"); k >= 0 {
		return subjects{[]int{k}, "possessive"}
	}
	if s := b.possessor(n); len(s.heads) > 0 && hasFrame(b.words.Lookup(schema.NounPred, b.nounLemma(n), ""), "infinitive") { // "its commitment to the Allied efforts to defeat them"
		return s
	}
	if g := b.head(n); g >= 0 && b.is(n, "obj", "nsubj:pass") && b.isVerb(g) && !b.othersDoing(g, n) {
		return from(b.surfaceAt(g, depth+1), "control")
	}
	return subjects{}
}

// faults: the verb is against what it has for an object: "vetoed a resolution condemning it" condemns nothing.
func (b *builder) faults(g int) bool {
	for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(g), b.particle(g)) {
		if w.Frame == "object" && faulting[w.Type] && !w.Negated {
			return true
		}
	}
	return false
}

// faulting are the types of a word against what somebody else does.
var faulting = map[schema.StanceType]bool{schema.Criticizes: true, schema.Opposes: true, schema.Rejects: true, schema.Accuses: true, schema.Denies: true,
	schema.Fears: true, schema.Protests: true, schema.Warns: true}

// othersDoing: "condemned attempts to leave", "faces attempts to remove it": what is judged or suffered is somebody else's doing.
func (b *builder) othersDoing(g, n int) bool {
	if w := b.nounLemma(n); b.words.Is("pressing_noun", w) || !b.words.Is("refusing_noun", w) && !hasFrame(b.words.Lookup(schema.NounPred, w, ""), "infinitive") { // "faces pressure to leave"
		return false
	}
	l := b.verbLemma(g)
	if b.words.Is("light", l) || b.words.Is("stop", l) {
		return false
	}
	if b.faults(g) {
		return true
	}
	return l == "face" || l == "suffer" || l == "encounter" || l == "meet" || l == "survive" || l == "escape"
}

// insteadOf: "instead of condemning", "rather than condemning".
func (b *builder) insteadOf(i int) bool {
	for _, k := range b.kids[i] {
		if k+1 < i && (b.lower(k) == "rather" && b.lower(k+1) == "than" || b.lower(k) == "instead" && b.lower(k+1) == "of") {
			return true
		}
	}
	return i >= 2 && b.lower(i-1) == "from" && b.lower(i-2) == "far" // "far from supporting it"
}

// witnessed: "saw Oslo backing the rebels": the object of the verb of perception does it.
func (b *builder) witnessed(i, h int) int {
	if b.tag(i) != "VBG" || !b.isVerb(h) || b.kid(i, "mark", "case") >= 0 || !b.words.Is("perceive", b.verbLemma(h)) {
		return -1
	}
	if o := b.kid(h, "obj"); o >= 0 && o < i && !b.commaAt(i) {
		return o
	}
	return -1
}

// blamed: the gerund of "accused Syria of harbouring", "thanked Peru for helping" is the object's doing.
func (b *builder) blamed(i, h int) int {
	m := b.kid(i, "mark", "case")
	if m < 0 || b.tag(m) == "TO" || !b.isVerb(h) {
		return -1
	}
	o := b.kid(h, "obj", "iobj")
	if b.lower(m) == "from" && o >= 0 { // "stopped the envoys from entering"
		return o
	}
	if o < 0 && b.passive(h) {
		if own := b.ownSubjects(h); len(own) > 0 {
			o = own[0]
		}
	}
	if b.lower(m) == "against" && b.words.Is("advise", b.verbLemma(h)) {
		return o
	}
	for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(h), "") {
		if w.Frame == "object+"+b.lower(m) || o >= 0 && w.Frame == "object" && (judges[w.Type] || requites[w.Type]) && (b.lower(m) == "for" || b.lower(m) == "over") {
			return o // "criticised the board for closing the ward"
		}
	}
	if o < 0 && b.lower(m) == "for" {
		return b.lashed(i, h)
	}
	return -1
}

// lashed: "lashed out at lawmakers for refusing": who is judged under a preposition is who did it.
func (b *builder) lashed(i, h int) int {
	for _, k := range b.kids[h] {
		if b.base(k) != "obl" || k > i || !b.isNominal(k) {
			continue
		}
		for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(h), b.particle(h)) {
			if w.Frame == b.case_(k) && judges[w.Type] {
				return k
			}
		}
	}
	return -1
}
