package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// How a clause is meant by what stands above it: "refused to", "plans to", "was asked to", "no longer wants to".

// inherit takes over what the clause above decides for this one.
func (b *builder) inherit(c, up *schema.Clause) {
	lemma := up.Lemma
	if up.Particle != "" && b.words.Is("stop", lemma+" "+up.Particle) {
		lemma += " " + up.Particle
	}
	switch c.Link {
	case "xcomp", "obj", "ccomp", "acl", "obl", "nmod", "advcl":
		if c.Kind == schema.NounPred && b.carrier(c.Head) >= 0 && b.byHead[b.head(c.Head)] >= 0 && b.carrier(c.Head) == up.Head {
			if up.Modality == schema.Desired && b.words.Is("presuming", lemma) && len(b.possessor(c.Head).heads) > 0 { // "the need to continue Allied raids": there are raids
				return
			}
			others := lemma == "share" && b.kid(c.Head, "nmod:poss") >= 0 // "does not share Chad's fears": Chad has them
			b.passDown(c, up, !others)
			return
		}
		if c.Kind == schema.NounPred && b.case_(c.Head) == "on" && (up.Lemma == "go" && up.Particle == "back" || up.Lemma == "renege" || up.Lemma == "backtrack") { // "went back on its promise"
			b.negate(c, up.Lemma)
			c.Phase = schema.Ended
			return
		}
		b.operator(c, up, lemma)
	case "conj":
		b.shared(c, up)
	}
	if up.Modality == schema.Desired && c.Modality == schema.Asserted && c.Link != "conj" && c.Kind == schema.VerbPred && b.nonFinite(c.Head) {
		c.Modality = schema.Desired // "calls on others to help by sending ships": no ships were sent
	}
	if c.Link == "xcomp" && (up.Lemma == "pretend" || up.Lemma == "purport") && c.Modality == schema.Asserted { // nobody says whether it is so
		c.Modality = schema.Possible
	}
	if up.Modality == schema.Conditional && up.Marker == "if" && (c.Link == "xcomp" || c.Link == "conj") {
		c.Modality = schema.Conditional
	}
}

// operator applies the verb above: negative implicatives turn the sign, "stop" also ends, plans plan, wishes wish.
func (b *builder) operator(c, up *schema.Clause, lemma string) {
	noun := "" // that the infinitive hangs on
	if b.rel(c.Head) == "acl" && c.Marker == "to" {
		noun = b.lemma(b.head(c.Head))
	}
	nonFinite := c.Link == "xcomp" || b.nonFinite(c.Head) || c.Kind == schema.NounPred && c.Link == "obj"
	switch {
	case b.courteous(c, up, noun):
	case c.Marker == "whether", c.Marker == "if" && (b.words.Is("ask", lemma) || lemma == "say" && c.Link == "ccomp"):
		c.Modality = schema.Asked
	case b.keptFrom(c, up): // "prevented Chile from attacking Peru": it has not
		c.Modality = schema.Desired
	case c.Marker == "to" && b.tooMuchTo(c, up): // "too loyal to criticise him", "lacks the courage to"
		b.passDown(c, up, true)
		c.Negated = !c.Negated
		c.NegCue = "too"
	case (c.Link == "ccomp" || c.Link == "advcl" && c.Marker == "that") && up.Kind == schema.AdjPred && b.words.Is("necessity", lemma): // "it is vital that they leave"
		c.Modality = schema.Desired
	case c.Link == "xcomp" && c.Marker == "to" && up.Kind == schema.VerbPred && b.words.Is("desire_other", lemma) && !b.words.Is("brought_about", lemma) && !b.words.Is("prospect", lemma) && b.addressed(up, c):
		b.passDown(c, up, false)
		c.Modality = schema.Desired
	case b.subjunctive(c) && up.Kind == schema.VerbPred && b.words.Is("desire_other", lemma) && !b.words.Is("brought_about", lemma): // "demanded Chad hand him over"
		c.Modality = schema.Desired
	case lemma == "mean" && up.Negated && c.Link == "ccomp": // "it does not mean they have to accept it"
		c.Negated, c.NegCue = !c.Negated, up.NegCue
	case lemma == "need" && !up.Negated && c.Link == "xcomp" && c.Marker == "to" && up.Kind == schema.VerbPred && b.describedSubject(up): // who says so of others makes it their duty
		b.passDown(c, up, false)
		if c.Modal == "" {
			c.Modal = "must"
		}
	case !nonFinite:
	case c.Marker == "against" && b.words.Is("advise", lemma): // "warned Chile against attacking Peru": nobody has attacked
		c.Modality = schema.Desired
	case b.words.Is("refusing_noun", noun): // "its refusal to back"
		c.Negated, c.NegCue = !c.Negated, noun
	case b.words.Is("pressing_noun", noun): // "faced calls to resign"
		c.Modality = schema.Desired
	case b.words.Is("enabling_noun", noun): // "has the right to strike"
		c.Modality = schema.Possible
	case b.words.Is("prospect", lemma) && (up.Passive || up.Kind == schema.AdjPred): // "is expected to back"
		b.passDown(c, up, true)
		if c.Modality == schema.Asserted {
			c.Modality = schema.Possible
		}
	case c.Link == "advcl" && c.Marker == "to" && up.Kind != schema.AdjPred:
	case c.Link == "obl" || c.Link == "nmod":
	case b.words.Is("negative_implicative", lemma):
		b.passDown(c, up, true)
		c.Negated = !c.Negated
		c.NegCue = up.Lemma
	case lemma == "stop" && b.hasKidWord(up.Head, "short") && b.tag(c.Head) == "VBG": // "stopped short of endorsing it"
		b.passDown(c, up, true)
		c.Negated = !c.Negated
		c.NegCue = "stop short"
	case b.words.Is("stop", lemma) && (b.tag(c.Head) == "VBG" || c.Kind == schema.NounPred):
		b.passDown(c, up, true)
		c.Negated = !c.Negated
		c.NegCue = up.Lemma
		if c.Negated {
			c.Phase = schema.Ended
		}
	case lemma == "use" && c.Marker == "to" && b.tag(up.Head) == "VBD":
		c.Phase = schema.Ended
	case c.Kind == schema.NounPred:
	case b.words.Is("continue", lemma), b.words.Is("begin", lemma), b.words.Is("raising", lemma), lemma == "manage", lemma == "have" && c.Marker == "to", lemma == "able":
		b.passDown(c, up, true)
		if lemma == "able" || lemma == "have" && up.Negated { // who need not accept a thing may still do so
			c.Modality = schema.Possible
		}
	case up.Passive && c.Link == "xcomp" && guessed[lemma]: // "is thought to support it": somebody thinks so
		b.passDown(c, up, true)
		if c.Modality == schema.Asserted {
			c.Modality = schema.Possible
		}
	case up.Passive && up.Negated && c.Link == "xcomp" && (b.words.Is("speech", lemma) || b.words.Is("cognition", lemma)): // "can hardly be said to support it"
		b.passDown(c, up, true)
	case b.words.Is("future", lemma) && c.Marker == "to":
		b.passDown(c, up, true)
		c.Phase = schema.Planned
	case c.Link == "xcomp":
		b.passDown(c, up, false)
	}
}

// keptFrom: somebody is kept from what the gerund says: "stopped them from leaving", "talked them out of leaving".
func (b *builder) keptFrom(c, up *schema.Clause) bool {
	if b.tag(c.Head) != "VBG" || up.Kind != schema.VerbPred || up.Negated || c.Head < 2 {
		return false
	}
	if b.lower(c.Head-1) == "of" && b.lower(c.Head-2) == "out" {
		return up.Lemma == "talk" || up.Lemma == "argue" || up.Lemma == "scare" || up.Lemma == "reason" || up.Lemma == "trick"
	}
	return b.lower(c.Head-1) == "from" && b.words.Is("restraining", up.Lemma)
}

// tooMuchTo: what one is too much of something to do, or lacks something to do, is not done.
func (b *builder) tooMuchTo(c, up *schema.Clause) bool {
	if up.Kind == schema.AdjPred && b.hasKidWord(up.Head, "too") {
		return true
	}
	h := b.head(c.Head)
	if h >= 0 && b.isNoun(h) && b.rel(h) == "obj" {
		h = b.head(h)
	}
	return h >= 0 && b.isVerb(h) && b.verbLemma(h) == "lack"
}

// guessed are verbs whose passive says what others take to be so.
var guessed = map[string]bool{"think": true, "believe": true, "suspect": true, "presume": true, "assume": true, "rumour": true, "rumor": true, "allege": true, "suppose": true, "fear": true}

// describedSubject: the subject is a noun, no pronoun that may stand for the one who speaks.
func (b *builder) describedSubject(c *schema.Clause) bool {
	for i := range c.Args {
		if c.Args[i].Role == schema.Subject {
			return c.Args[i].Clause < 0 && b.isNoun(c.Args[i].Head)
		}
	}
	return false
}

// subjunctive: a clause with a subject and the bare form of its verb: "that he leave".
func (b *builder) subjunctive(c *schema.Clause) bool {
	return (c.Link == "ccomp" || c.Link == "xcomp") && c.Kind == schema.VerbPred && b.tag(c.Head) == "VB" && (c.Marker == "" || c.Marker == "that") && b.kid(c.Head, "aux") < 0
}

// courteous: who would like to thank somebody, begs leave to, or takes the opportunity, thanks him by these words; so does who says "I want
// to thank". A plain "Norway wants to praise them" is a wish, and nothing is done under a condition.
func (b *builder) courteous(c, up *schema.Clause, noun string) bool {
	if up.Negated || up.Modality == schema.Asked || up.Modality == schema.Desired || c.Kind != schema.VerbPred || !b.words.Is("courtesy", c.Lemma) || b.underCondition(c.Head) || b.underCondition(up.Head) {
		return false
	}
	if noun != "" {
		return b.words.Is("courtesy_noun", noun) && (up.Lemma == "take" || up.Lemma == "have" || up.Lemma == "use" || up.Lemma == "seize")
	}
	if c.Link != "xcomp" || up.Kind != schema.VerbPred || !b.words.Is("courtesy_wish", up.Lemma) {
		return false
	}
	return up.Lemma != "want" && up.Lemma != "like" || up.Lemma == "like" && up.Modal == "would" || b.saidOfOneself(up)
}

// saidOfOneself: the subject is the one who speaks: "I", "we", "she said she".
func (b *builder) saidOfOneself(c *schema.Clause) bool {
	s := b.kid(c.Head, "nsubj")
	if s < 0 {
		return false
	}
	switch b.lower(s) {
	case "i", "we":
		return true
	case "he", "she", "they", "it":
		return c.Link == "ccomp" && b.words.Is("speech", b.verbLemma(b.head(c.Head)))
	}
	return false
}

// underCondition: a clause of condition hangs on the word.
func (b *builder) underCondition(h int) bool {
	for _, k := range b.kids[h] {
		if m := b.kid(k, "mark", "advmod"); b.rel(k) == "advcl" && m >= 0 && (b.lower(m) == "if" || b.lower(m) == "unless" || b.lower(m) == "once") {
			return true
		}
	}
	return false
}

// addressed: somebody else than the subject is to do what the infinitive says: "urged Chad to leave".
func (b *builder) addressed(up, c *schema.Clause) bool {
	for i := range up.Args {
		a := &up.Args[i]
		if (a.Role == schema.Object || a.Role == schema.Oblique && b.words.Is("addressee_prep", up.Lemma)) && a.Clause < 0 && a.Head < c.Head {
			return true
		}
	}
	return false
}

// passDown gives a clause the modality and phase of the one above, and its negation where that reaches down.
func (b *builder) passDown(c, up *schema.Clause, negation bool) {
	if negation && up.Negated && !(c.Negated && up.NegCue == "no") { // "has no intention": the one "no" counts once
		c.Negated = !c.Negated
		c.NegCue = up.NegCue
	}
	if c.Modality == schema.Asserted {
		c.Modality = up.Modality
	}
	if c.Modal == "" {
		c.Modal = up.Modal
	}
	if c.Phase == schema.Ongoing {
		c.Phase = up.Phase
	}
}

// shared: a conjoined verb without auxiliary of its own shares those of the first ("will sign and ratify",
// "did not support or fund"); negation is shared under or and nor only.
func (b *builder) shared(c, up *schema.Clause) {
	if c.Kind != up.Kind || b.kid(c.Head, "aux", "nsubj", "nsubj:pass", "aux:pass", "cop") >= 0 {
		return
	}
	tag := b.tag(c.Head)
	if tag != "VB" && tag != "VBN" && tag != "VBG" && tag != "NN" && tag != "NNS" {
		return
	}
	cc := b.coordinator(c.Head)
	if c.Modality == schema.Asserted {
		c.Modality, c.Modal = up.Modality, up.Modal
	}
	if c.Phase == schema.Ongoing {
		c.Phase = up.Phase
	}
	if up.Negated && !c.Negated && (cc == "or" || cc == "nor" || cc == "and" && tag == "VB" && b.infinitive(up.Head)) {
		c.Negated, c.NegCue = true, up.NegCue
	}
}

func (b *builder) coordinator(i int) string {
	if k := b.kid(i, "cc"); k >= 0 {
		return strings.ToLower(b.tok[k].Text)
	}
	return ""
}
