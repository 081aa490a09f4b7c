package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// settle decides a clause's negation, modality and phase: its own words first, then what comes down
// from the clause above ("refused to", "no longer wants to", "plans to", "if …").
func (b *builder) settle(i int) {
	if b.settled[i] {
		return
	}
	b.settled[i] = true
	c := &b.clauses[i]
	b.ownNegation(c)
	b.ownModality(c)
	b.ownPhase(c)
	if c.Parent >= 0 {
		b.settle(c.Parent)
		b.inherit(c, &b.clauses[c.Parent])
	}
}

// ownNegation: not, never, no longer on the predicate; neither, no on its subject; no, little on its object or noun.
func (b *builder) ownNegation(c *schema.Clause) {
	for _, k := range b.kids[c.Head] {
		w := b.lower(k)
		switch {
		case w == "not" || w == "n't" || w == "n’t" || w == "never" || w == "nor" && b.rel(k) != "cc":
			b.negate(c, w)
		case b.base(k) == "advmod" && (w == "longer" || w == "more") && b.hasKidWord(k, "no"):
			b.negate(c, "no longer")
			c.Phase = schema.Ended
		case b.base(k) == "advmod" && b.words.Is("negative_words", w) && w != "no" && w != "few" && w != "little" && w != "nothing":
			b.negate(c, w)
		case c.Kind == schema.NounPred && b.is(k, "det", "amod", "neg", "advmod") && (w == "no" || w == "little" || w == "neither"):
			b.negate(c, w)
		case k > c.Head && b.isNominal(k) && (b.hasKidWord(k, "neither") || b.lower(k-1) == "neither"):
			b.negate(c, "neither")
		case b.is(k, "nsubj", "nsubj:pass") && b.negativePhrase(k):
			b.negate(c, "no")
		case b.rel(k) == "obj" && (b.hasKidWord(k, "no") || w == "nothing" || w == "nobody" || w == "none") && c.Kind == schema.VerbPred:
			b.negate(c, "no")
		case k < c.Head && b.base(k) == "advmod" && b.hasKidWord(k, "never"):
			b.negate(c, "never")
		case b.rel(k) == "mark" && w == "without":
			b.negate(c, w)
		}
	}
	if b.insteadOf(c.Head) && b.nonFinite(c.Head) {
		b.negate(c, "instead of")
	}
	if c.Head >= 2 && b.lower(c.Head-1) == "longer" && b.lower(c.Head-2) == "no" && c.NegCue == "" {
		b.negate(c, "no longer")
		c.Phase = schema.Ended
	}
	if c.Kind == schema.VerbPred && c.NegCue == "" && b.lower(0) == "never" && b.firstVerb(c.Head) {
		b.negate(c, "never")
	}
	if c.Kind == schema.PrepPred && c.NegCue == "" && c.Head >= 1 {
		if k := b.kid(c.Head, "case"); k >= 1 && (b.lower(k-1) == "not" || b.lower(k-1) == "n't") {
			b.negate(c, "not")
		}
	}
}

// firstVerb: no other verb with a meaning of its own stands before.
func (b *builder) firstVerb(h int) bool {
	for i := 0; i < h; i++ {
		if b.isVerb(i) && !b.is(i, "aux", "aux:pass", "cop") && b.lemma(i) != "have" && b.lemma(i) != "do" {
			return false
		}
	}
	return true
}

func (b *builder) negate(c *schema.Clause, cue string) {
	c.Negated, c.NegCue = true, cue
}

// negativePhrase: "no party", "neither France nor Spain", "none of the parties".
func (b *builder) negativePhrase(k int) bool {
	if b.lower(k) == "matter" || b.hasKidWord(k, "matter") { // "no matter the cost"
		return false
	}
	switch b.lower(k) {
	case "none", "neither", "nobody", "nothing":
		return true
	}
	return b.hasKidWord(k, "no") || b.hasKidWord(k, "neither") || k > 0 && b.lower(k-1) == "neither"
}

func (b *builder) hasKidWord(i int, word string) bool {
	for _, k := range b.kids[i] {
		if b.lower(k) == word {
			return true
		}
	}
	return false
}

// ownModality reads auxiliaries, adverbs and the clause's own conjunction.
func (b *builder) ownModality(c *schema.Clause) {
	for _, k := range b.kids[c.Head] {
		w := b.lower(k)
		switch {
		case b.rel(k) == "aux":
			b.auxiliary(c, w)
		case b.base(k) == "advmod" && b.words.Is("possible_adverbs", w):
			c.Modality = schema.Possible
		case b.rel(k) == "mark" && (w == "if" || w == "unless" || w == "whether") && (b.base(c.Head) == "advcl" || w == "unless" || b.rel(c.Head) == "root"):
			c.Modality = schema.Conditional
			if w == "unless" {
				c.Modal = "unless"
			}
		}
	}
	if k := b.kid(c.Head, "mark"); k > 0 && b.lower(k) == "that" && (b.lower(k-1) == "provided" || b.lower(k-1) == "providing" || b.lower(k-1) == "condition") {
		c.Modality = schema.Conditional
	}
	if f := b.kid(c.Head, "mark"); f >= 0 && b.lower(f) == "for" && b.hasKidWord(c.Head, "to") { // "a mistake for Kenya to join"
		c.Modality = schema.Desired
	}
	if b.isQuestion(c) {
		c.Modality = schema.Asked
	}
}

func (b *builder) auxiliary(c *schema.Clause, w string) {
	switch w {
	case "may", "might":
		c.Modal, c.Modality = w, schema.Possible
	case "could":
		c.Modal = w
		if !c.Negated {
			c.Modality = schema.Possible
		}
	case "can", "ca":
		c.Modal = "can"
		if !c.Negated {
			c.Modality = schema.Possible
		}
	case "will", "'ll", "’ll", "shall", "wo":
		c.Modal = "will"
		c.Phase = schema.Planned
	case "would", "'d", "’d":
		if w == "would" || b.tag(c.Head) == "VB" {
			c.Modal = "would"
			c.Modality = schema.Conditional
		}
	case "should", "must", "ought":
		c.Modal = w
	}
}

// isQuestion: the sentence ends in a question mark and the clause is its main one.
func (b *builder) isQuestion(c *schema.Clause) bool {
	last := len(b.tok) - 1
	for last > 0 && (b.tok[last].Text == "\"" || b.tok[last].Text == "''" || b.tok[last].Text == "”") {
		last--
	}
	if b.tok[last].Text != "?" {
		return false
	}
	at := c.Head
	for n := 0; n < maxClimb && b.head(at) >= 0; n++ {
		if !b.is(at, "conj", "xcomp", "parataxis") {
			return false
		}
		at = b.head(at)
	}
	return true
}

// ownPhase reads adverbs, former and planned before nouns, "until now".
func (b *builder) ownPhase(c *schema.Clause) {
	for _, k := range b.kids[c.Head] {
		w := b.lower(k)
		switch {
		case c.Kind == schema.NounPred && (w == "former" || w == "erstwhile" || w == "onetime" || w == "one-time" || w == "ex-"):
			c.Phase = schema.Ended
		case c.Kind == schema.NounPred && (w == "planned" || w == "upcoming" || w == "forthcoming" || w == "proposed" || w == "impending" || w == "imminent"):
			c.Phase = schema.Planned
		case c.Kind == schema.NounPred && (w == "possible" || w == "potential" || w == "likely"):
			c.Modality = schema.Possible
		case b.base(k) == "advmod" && (w == "formerly"):
			c.Phase = schema.Ended
		case b.is(k, "advcl", "obl", "advmod", "obl:tmod", "obl:npmod", "nmod:tmod", "obl:unmarked", "nmod", "ccomp") && b.untilNow(k):
			c.Phase = schema.Ended
		}
	}
	if b.once(c) {
		c.Phase = schema.Ended
	}
	if c.Phase == schema.Ongoing && b.untilBefore(c.Head) {
		c.Phase = schema.Ended
	}
	if c.Kind != schema.NounPred && c.Phase == schema.Ongoing && b.beTo(c) {
		c.Phase = schema.Planned
	}
}

// once: "once supported the rebels", "once an ally of": straight before the verb in the past or the noun's phrase.
func (b *builder) once(c *schema.Clause) bool {
	at := c.Head
	switch {
	case c.Kind == schema.NounPred:
		for at > 0 && (b.tag(at-1) == "DT" || b.isAdj(at-1) || b.isNoun(at-1)) {
			at--
		}
	case c.Kind != schema.VerbPred || b.tag(at) != "VBD" && b.tag(at) != "VBN":
		return false
	}
	return at > 0 && (b.lower(at-1) == "once" || b.lower(at-1) == "formerly" || b.lower(at-1) == "previously")
}

var untilWords = map[string]bool{"now": true, "recently": true, "last": true, "this": true, "then": true, "lately": true, "yesterday": true, "earlier": true}

// untilNow: "until now", "till last year", under k.
func (b *builder) untilNow(k int) bool {
	for _, x := range append([]int{k}, b.kids[k]...) {
		if w := b.lower(x); (w == "until" || w == "till") && x+1 < len(b.tok) && untilWords[b.lower(x+1)] {
			return true
		}
	}
	return false
}

// untilBefore: the same words in front of the predicate, wherever the parser hung them, with no other verb between.
func (b *builder) untilBefore(h int) bool {
	for x := h - 1; x >= 0 && x > h-14; x-- {
		if b.isVerb(x) && !b.is(x, "aux", "aux:pass", "cop") {
			return false
		}
		if w := b.lower(x); (w == "until" || w == "till") && untilWords[b.lower(x+1)] {
			return true
		}
		if b.tok[x].Text == ";" {
			return false
		}
	}
	return false
}

// beTo: "is to visit", "are set to leave" and "is going to" are settled by the clause above; here "is to".
func (b *builder) beTo(c *schema.Clause) bool {
	if !b.isVerb(c.Head) || c.Head < 2 || b.lower(c.Head-1) != "to" {
		return false
	}
	switch b.lower(c.Head - 2) {
	case "about", "going", "poised":
		return true
	case "is", "are", "'s", "'re":
		return b.is(c.Head-2, "aux", "cop")
	}
	return false
}

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
		b.operator(c, up, lemma)
	case "conj":
		b.shared(c, up)
	}
	if up.Modality == schema.Desired && c.Modality == schema.Asserted && c.Link != "conj" && c.Kind == schema.VerbPred && b.nonFinite(c.Head) {
		c.Modality = schema.Desired // "calls on others to help by sending ships": no ships were sent
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
	case b.words.Is("ask", lemma) && (c.Marker == "whether" || c.Marker == "if"):
		c.Modality = schema.Asked
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
	case b.words.Is("future", lemma) && c.Marker == "to":
		b.passDown(c, up, true)
		c.Phase = schema.Planned
	case c.Link == "xcomp":
		b.passDown(c, up, false)
	}
}

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
