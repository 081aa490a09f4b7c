package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Who does what an infinitive, a gerund or a participle says: the subject of the verb above, its object, or somebody else.

// controller is who does the infinitive under verb g: its object ("urged Iran to accept"), or its
// subject, also where a promise has an addressee.
func (b *builder) controller(g, depth int) subjects {
	if b.isVerb(g) && !b.purposeful(g) {
		for _, k := range b.kids[g] {
			if b.is(k, "obj", "iobj") && !b.relativiser(k) {
				return subjects{[]int{k}, "control"}
			}
		}
	}
	return from(b.surfaceAt(g, depth+1), "control")
}

// withCompanion: what somebody stands by or works with another to do both do: "stands with Chad to defeat the rebels".
func (b *builder) withCompanion(g, i int, s subjects) subjects {
	if !b.isVerb(g) || len(s.heads) != 1 || !b.words.Is("companion", b.verbLemma(g)) {
		return s
	}
	return s
}

// purposeful: "attacked the dean to win votes", "used the port to arm them": an infinitive behind the object says what for.
func (b *builder) purposeful(g int) bool {
	l := b.verbLemma(g)
	against := false
	for _, w := range b.words.Lookup(schema.VerbPred, l, b.particle(g)) {
		if strings.HasSuffix(w.Frame, "infinitive") {
			return false
		}
		switch w.Type {
		case schema.Attacks, schema.Criticizes, schema.Praises, schema.Meets, schema.Opposes, schema.Rejects, schema.Sanctions:
			against = w.Frame == "object"
		}
	}
	return against && !b.passive(g)
}

// nounController is who does the infinitive under noun n: "Ghana's plan to leave", "announced plans to leave".
func (b *builder) nounController(n, depth int) subjects {
	if k := b.kid(n, "nmod:poss"); k >= 0 {
		return subjects{[]int{k}, "possessive"}
	}
	if g := b.head(n); g >= 0 && b.is(n, "obj", "nsubj:pass") && b.isVerb(g) && !b.othersDoing(g, n) {
		return from(b.surfaceAt(g, depth+1), "control")
	}
	return subjects{}
}

// othersDoing: "condemned attempts to leave", "faces attempts to remove it": what is judged or suffered is somebody else's doing.
func (b *builder) othersDoing(g, n int) bool {
	if w := b.nounLemma(n); !hasFrame(b.words.Lookup(schema.NounPred, w, ""), "infinitive") { // "faces pressure to leave"
		return false
	}
	l := b.verbLemma(g)
	if b.words.Is("light", l) {
		return false
	}
	return false
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
	if m < 0 || b.tag(m) == "TO" {
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
	for _, w := range b.words.Lookup(schema.VerbPred, b.verbLemma(h), "") {
		if w.Frame == "object+"+b.lower(m) {
			return o // "criticised the board for closing the ward"
		}
	}
	return -1
}
