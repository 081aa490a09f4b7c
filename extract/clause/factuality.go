package clause

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Factuality: whether a clause is denied, and whether what it says is so, possible, asked, wished, planned or over.
// It comes from the clause's own function words, then from the clause above ("refused to", "plans to", "if …").
// Nothing else in this package sets Negated, NegCue, Modal, Modality or Phase.

// settle decides the factuality of clause i, after that of its parent.
func (b *builder) settle(i int) {
	if b.settled[i] {
		return
	}
	b.settled[i] = true
	c := &b.clauses[i]
	c.Modality, c.Phase = schema.Asserted, schema.Ongoing
	b.ownNegation(c)
	b.ownModality(c)
	b.ownPhase(c)
	if c.Parent >= 0 {
		b.settle(c.Parent)
		b.inherit(c, &b.clauses[c.Parent])
	}
}

// ownNegation reads negators of the predicate, and "no" and its like in its subject and object.
func (b *builder) ownNegation(c *schema.Clause) {
	subject := b.subjectOf(c.Head)
	for _, k := range b.Children[c.Head] {
		w := b.Lower(k)
		switch {
		case notWords[w], b.Is(k, "advmod", "mark") && b.words.Is("negative_adverb", w):
			b.negate(c, w)
		case b.Base(k) == "advmod" && comparatives[w] && b.hasWord(k, noDeterminers):
			b.negate(c, "no longer")
			c.Phase = schema.Ended
		case c.Kind == schema.NounPred && b.Is(k, "det", "amod", "advmod") && littleDeterminers[w]:
			b.negate(c, w)
		case k == subject, b.Rel(k) == "obj" && c.Kind == schema.VerbPred:
			if noPronouns[w] || b.hasWord(k, noDeterminers) {
				b.negate(c, "no")
			}
		}
	}
}

// negate denies a clause; cue is the word that does.
func (b *builder) negate(c *schema.Clause, cue string) {
	c.Negated, c.NegCue = true, cue
}

// hasWord: one of the words depends on i.
func (b *builder) hasWord(i int, words map[string]bool) bool {
	return slices.ContainsFunc(b.Children[i], func(k int) bool { return words[b.Lower(k)] })
}

// ownModality reads auxiliaries, adverbs, the clause's own conjunction and the question mark.
func (b *builder) ownModality(c *schema.Clause) {
	for _, k := range b.Children[c.Head] {
		w := b.Lower(k)
		switch {
		case b.Rel(k) == "aux":
			b.auxiliary(c, w)
		case b.Base(k) == "advmod" && b.words.Is("possible_adverbs", w):
			c.Modality = schema.Possible
		case b.Rel(k) == "mark" && b.Base(c.Head) == "advcl" && conditionMarks[w]:
			c.Modality = schema.Conditional
		}
	}
	if b.isQuestion(c) {
		c.Modality = schema.Asked
	}
}

// auxiliary applies a modal auxiliary, given in any of its forms.
func (b *builder) auxiliary(c *schema.Clause, form string) {
	m, ok := modals[form]
	if !ok || m.bareVerb && b.Tag(c.Head) != "VB" {
		return
	}
	c.Modal = m.modal
	if m.modality != "" && !(m.unlessDenied && c.Negated) {
		c.Modality = m.modality
	}
	if m.planned {
		c.Phase = schema.Planned
	}
}

// isQuestion: the sentence ends in a question mark and the clause is its main one.
func (b *builder) isQuestion(c *schema.Clause) bool {
	last := len(b.Tokens) - 1
	for last > 0 && closingQuotes[b.Tokens[last].Text] {
		last--
	}
	if b.Tokens[last].Text != "?" {
		return false
	}
	at := c.Head
	for n := 0; n < maxClimb && b.Head(at) >= 0; n++ {
		if !b.Is(at, "conj", "xcomp", "parataxis") {
			return false
		}
		at = b.Head(at)
	}
	return true
}

// ownPhase reads "until now" and adjectives of time before nouns: "former backers", "planned support".
func (b *builder) ownPhase(c *schema.Clause) {
	if c.Kind == schema.NounPred {
		for _, k := range b.Children[c.Head] {
			switch w := b.Lower(k); {
			case b.words.Is("former", w):
				c.Phase = schema.Ended
			case b.words.Is("forthcoming", w):
				c.Phase = schema.Planned
			}
		}
	}
	if b.untilNow(c.Head) {
		c.Phase = schema.Ended
	}
}

// untilNow: "until now", "until last year" depends on h.
func (b *builder) untilNow(h int) bool {
	for x := 0; x+1 < len(b.Tokens); x++ {
		if !untilWords[b.Lower(x)] || !nowWords[b.Lower(x+1)] {
			continue
		}
		if up := b.Head(x); up == h || up >= 0 && b.Head(up) == h {
			return true
		}
	}
	return false
}

// inherit takes over what the clause above decides for this one.
func (b *builder) inherit(c, up *schema.Clause) {
	switch c.Link {
	case "xcomp", "obj", "ccomp", "acl", "obl", "nmod", "advcl":
		if c.Kind == schema.NounPred && b.lightVerb(c.Head) == up.Head { // "voiced no support"
			p := b.Child(c.Head, "nmod:poss") // "does not share Chad's fears": Chad has them
			others := p >= 0 && b.Tag(p) != "PRP$"
			b.passDown(c, up, !others && !c.Negated) // the "no" of "has no intention" counts once
			return
		}
		b.embed(c, up)
	case "conj":
		b.shared(c, up)
	}
	wished := up.Modality == schema.Desired && c.Modality == schema.Asserted
	if wished && c.Kind == schema.VerbPred && b.nonFinite(c.Head) {
		c.Modality = schema.Desired // "calls on others to help by sending ships": no ships were sent
	}
}

// futureInPast: "said she would veto the law" is a plan, not a condition; "would have vetoed it" is none.
func (b *builder) futureInPast(c, up *schema.Clause) bool {
	return c.Link == "ccomp" && c.Modal == wouldModal && up.Kind == schema.VerbPred &&
		!b.hasPerfect(c.Head)
}

// embed applies the signature of the predicate above: negative implicatives turn the sign, verbs of stopping also
// end, plans plan, wishes wish.
func (b *builder) embed(c, up *schema.Clause) {
	lemma, toInfinitive := up.Lemma, c.Marker == toWord
	if up.Particle != "" {
		lemma += " " + up.Particle
	}
	nonFinite := c.Link == "xcomp" || b.nonFinite(c.Head) || c.Kind == schema.NounPred && c.Link == "obj"
	wished := b.words.Is("desire_other", lemma) && !b.words.Is("brought_about", lemma)
	switch {
	case b.futureInPast(c, up):
		c.Modality, c.Phase = schema.Asserted, schema.Planned
	case c.Marker == whether:
		c.Modality = schema.Asked
	case c.Link == "xcomp" && toInfinitive && up.Kind == schema.VerbPred && wished && b.addressed(up, c):
		b.passDown(c, up, false)
		c.Modality = schema.Desired
	case b.words.Is("entail", lemma) && up.Negated: // "it does not mean that they have to accept it"
		c.Negated, c.NegCue = !c.Negated, up.NegCue
	case lemma == semiNeed && !up.Negated && up.Kind == schema.VerbPred && b.nounSubject(up): // says so of others
		b.passDown(c, up, false)
		if c.Modal == "" {
			c.Modal = mustModal
		}
	case !nonFinite, c.Link == "obl", c.Link == "advcl" && toInfinitive && up.Kind != schema.AdjPred:
	case b.words.Is("negative_implicative", lemma):
		b.passDown(c, up, true)
		c.Negated, c.NegCue = !c.Negated, lemma
	case b.words.Is("stop", lemma) && c.Link != "advcl" && (b.Tag(c.Head) == "VBG" || c.Kind == schema.NounPred):
		b.passDown(c, up, true)
		c.Negated, c.NegCue = !c.Negated, lemma
		if c.Negated {
			c.Phase = schema.Ended
		}
	case lemma == semiUsed:
		c.Phase = schema.Ended
	case c.Kind == schema.NounPred:
	case lemma == haveAux && toInfinitive:
		b.passDown(c, up, true)
		if up.Negated { // who need not accept a thing may still do so
			c.Modality = schema.Possible
		}
	case b.words.Is("implicative", lemma), b.words.Is("raising", lemma):
		b.passDown(c, up, true)
	case b.words.Is("future", lemma) && toInfinitive:
		b.passDown(c, up, true)
		c.Phase = schema.Planned
	case c.Link == "xcomp":
		b.passDown(c, up, false)
	}
}

// nounSubject: the subject is a noun, no pronoun that may stand for the one who speaks.
func (b *builder) nounSubject(c *schema.Clause) bool {
	for i := range c.Args {
		if c.Args[i].Role == schema.Subject {
			return c.Args[i].Clause < 0 && b.IsNoun(c.Args[i].Head)
		}
	}
	return false
}

// addressed: the object of up is to do what infinitive c says: "urged Chad to leave".
func (b *builder) addressed(up, c *schema.Clause) bool {
	return slices.ContainsFunc(up.Args, func(a schema.Arg) bool {
		return a.Role == schema.Object && a.Clause < 0 && a.Head < c.Head
	})
}

// passDown gives a clause the modality and phase of the one above where it has none, and its negation where that
// reaches down.
func (b *builder) passDown(c, up *schema.Clause, negation bool) {
	if negation && up.Negated {
		c.Negated, c.NegCue = !c.Negated, up.NegCue
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

// shared: a conjoined verb without subject or auxiliary shares the auxiliaries of the first ("will sign and ratify"),
// and its negation under "or" ("did not convict or fine").
func (b *builder) shared(c, up *schema.Clause) {
	if c.Kind != up.Kind || b.Child(c.Head, "aux", "nsubj", "nsubj:pass", "aux:pass", "cop") >= 0 {
		return
	}
	switch b.Tag(c.Head) {
	case "VB", "VBG", "NN", "NNS":
	default:
		return
	}
	if c.Modality == schema.Asserted {
		c.Modality, c.Modal = up.Modality, up.Modal
	}
	if c.Phase == schema.Ongoing {
		c.Phase = up.Phase
	}
	if up.Negated && !c.Negated && disjunctions[b.coordinator(c.Head)] {
		b.negate(c, up.NegCue)
	}
}

// coordinator is the conjunction that joins i to the conjunct before, "" without.
func (b *builder) coordinator(i int) string {
	if k := b.Child(i, "cc"); k >= 0 {
		return b.Lower(k)
	}
	return ""
}
