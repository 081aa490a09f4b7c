package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

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
		if b.head(top) >= 0 && !b.is(top, "ccomp", "parataxis", "advcl") && !(b.is(top, "conj") && b.isVerb(b.head(top))) {
			continue
		}
		b.replace(top, v)
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
		if k > noun && k < v && b.is(k, "aux", "aux:pass") && (b.tag(k) == "MD" || b.isPastOrPresent(k)) {
			return true
		}
	}
	return false
}

// finite: a verb with a tense of its own or by its auxiliary.
func (b *builder) finite(v int) bool { return b.isPastOrPresent(v) || b.finiteAuxiliary(-1, v) }

// mendPastComplement: "says police killed a guard", with killed as a participle: a complement with a subject of its own and no
// auxiliary is in the past, and so is what stands behind the object of a verb of speech and has an object itself.
func (b *builder) mendPastComplement() bool {
	for v := 2; v < len(b.tok); v++ {
		if b.tag(v) != "VBN" || b.head(v) < 0 || b.head(v) > v || b.kid(v, "aux", "aux:pass", "cop", "mark") >= 0 {
			continue
		}
		n := b.kid(v, "nsubj")
		switch {
		case b.rel(v) == "ccomp" && n > b.head(v) && n < v:
		case b.rel(v) == "acl" && n < 0 && b.toldOf(b.head(v), v) && b.bareObject(v) && b.agent(v) < 0:
			n = b.head(v)
		default:
			continue
		}
		if w := b.lower(v); strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn") || strings.HasSuffix(w, "ne") || strings.HasSuffix(w, "un") {
			continue // "taken", "known", "gone" and "begun" are never a past
		}
		b.retag(v, "VBD")
		if b.rel(v) == "acl" {
			b.hang(v, b.head(n), "ccomp")
			b.hang(n, v, "nsubj")
		}
		return true
	}
	return false
}

// bareObject: straight behind v stands what it is done to, whatever the tree calls it.
func (b *builder) bareObject(v int) bool {
	for _, k := range b.kids[v] {
		if k > v && b.leftmost(k) == v+1 && b.isNoun(k) && b.case_(k) == "" && (b.rel(k) == "obj" || b.base(k) == "obl" && !b.timePhrase(k)) {
			return true
		}
	}
	return false
}

// toldOf: noun n with what hangs on it lies between a verb of speech, whose object it is, and word v, which is no verb of naming or giving.
func (b *builder) toldOf(n, v int) bool {
	said := b.head(n)
	if b.rel(n) != "obj" || said < 0 || said > n || !b.words.Is("speech", b.verbLemma(said)) || b.leftmost(n) != said+1 {
		return false
	}
	frames := b.words.Lookup(schema.VerbPred, b.verbLemma(v), "")
	return !b.words.Is("naming", b.verbLemma(v)) && !hasFrame(frames, "recipient") && !hasFrame(frames, "object+recipient")
}

// mendSplitTitle: "Opposition leader Ann Lund has hinted she is ready", with Lund's hint as a relative clause of the leader: a noun
// without an article and a name straight behind it are one subject.
func (b *builder) mendSplitTitle() bool {
	for v := 3; v < len(b.tok); v++ {
		title := b.head(v)
		if b.rel(v) != "acl:relcl" || title < 0 || title > v || b.tag(title) != "NN" || b.kid(title, "det", "nmod:poss", "case") >= 0 {
			continue
		}
		name := b.kid(v, "nsubj")
		if name <= title || name > v || b.leftmost(name) != title+1 || !strings.HasPrefix(b.tag(title+1), "NNP") || b.tag(v) != "VBD" && !b.finiteAuxiliary(name, v) {
			continue
		}
		head := b.head(title)
		switch {
		case b.rel(title) != "nsubj" || head < v:
			b.replace(title, v)
		case len(b.allSubjects(head)) > 1: // "… has hinted / she is ready"
			b.replace(head, v)
			b.hang(head, v, "ccomp")
		default:
			continue
		}
		b.hang(title, name, "compound")
		return true
	}
	return false
}

// mendHaving: "the executive had full confidence", with "had" as the auxiliary of an adjective: an auxiliary with an object is the verb.
func (b *builder) mendHaving() bool {
	for v := 1; v+1 < len(b.tok); v++ {
		n := b.head(v)
		if b.rel(v) != "aux" || b.tok[v].Lemma != "have" || n < 0 || n > v || b.isVerb(n) || b.kid(n, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		if o := b.kid(v, "obj"); o < v {
			continue
		}
		b.replace(n, v)
		b.hang(n, v, "nsubj")
		if b.isAdj(n) {
			b.retag(n, "NN")
		}
		return true
	}
	return false
}

// mendSince: "has since called on Chad", read as has with a clause of time: straight between have and its participle "since" is an adverb.
func (b *builder) mendSince() bool {
	for v := 2; v < len(b.tok); v++ {
		have := v - 2
		if b.tag(v) != "VBN" || b.lower(v-1) != "since" || b.head(v) != have && (b.head(v) != v-1 || b.head(v-1) != have) || b.tok[have].Lemma != "have" || b.kid(have, "obj") >= 0 {
			continue
		}
		b.retag(v-1, "RB")
		b.replace(have, v)
		for _, k := range b.kids[have] {
			if k != v {
				b.tok[k].Head = v
			}
		}
		b.hang(v-1, v, "advmod")
		b.hang(have, v, "aux")
		return true
	}
	return false
}

// mendTellingOn: "said the bill would hurt owners and demanded changes", "said the bill should be cut and opposed the levy": a past joined to
// what is said with a modal goes on with who said it. Joined to a passive it does so where it has an object, which a passive has
// not; joined to what somebody is, where it asks or says something.
func (b *builder) mendTellingOn() bool {
	for v := 3; v < len(b.tok); v++ {
		h := b.head(v)
		if b.rel(v) != "conj" || b.tag(v) != "VBD" && b.tag(v) != "VBN" || h < 0 || h > v || b.rel(h) != "ccomp" || len(b.allSubjects(v)) > 0 || b.kid(v, "aux") >= 0 {
			continue
		}
		said := b.head(h)
		if said < 0 || said > h || b.tag(said) != "VBD" || !b.words.Is("speech", b.verbLemma(said)) {
			continue
		}
		modal := b.kid(h, "aux")
		switch {
		case b.kid(h, "cop") >= 0: // "said the judge was late and urged her to go"
			if !b.words.Is("speech", b.verbLemma(v)) && !b.words.Is("desire_other", b.verbLemma(v)) {
				continue
			}
		case b.passive(h):
			object := b.behind(v)
			if object < 0 {
				continue
			}
			b.hang(object, v, "obj")
		case b.tag(h) != "VB" || modal < 0 || b.tag(modal) != "MD":
			continue
		}
		b.retag(v, "VBD")
		b.hang(v, said, "conj")
		return true
	}
	return false
}

// behind is the noun of the phrase that stands straight behind verb v as an object, were it hung on the verb's head; −1 without.
func (b *builder) behind(v int) int {
	for k := v + 1; k < len(b.tok); k++ {
		if b.rel(k) == "obj" && (b.head(k) == v || b.head(k) == b.head(v)) && b.leftmost(k) == v+1 {
			return k
		}
	}
	return -1
}

// mendOuterConjunct: "likes the dam, which could tame floods, but distrusts Chad": behind a relative clause, a comma and "but", a verb in the
// form of the main one goes on with that.
func (b *builder) mendOuterConjunct() bool {
	for v := 3; v < len(b.tok); v++ {
		cc, h := b.kid(v, "cc"), b.head(v)
		if b.rel(v) != "conj" || !b.isPastOrPresent(v) || cc < 1 || cc > v || b.tok[cc-1].Text != "," || h < 0 || h > v || b.tag(h) == b.tag(v) || len(b.allSubjects(v)) > 0 {
			continue
		}
		which := b.kid(h, "nsubj", "nsubj:pass")
		if which < 0 || !b.relativiser(which) || which < 1 || b.tok[which-1].Text != "," {
			continue
		}
		outer := b.verbAbove(h)
		if outer < 0 || outer > which || b.tag(outer) != b.tag(v) {
			continue
		}
		b.hang(v, outer, "conj")
		return true
	}
	return false
}
