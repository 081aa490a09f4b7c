package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// How a clause is meant by what stands above it: "refused to", "plans to", "was asked to", "no longer wants to".

// inherit takes over what the clause above decides for this one.
func (b *builder) inherit(c, up *schema.Clause) {
	lemma := up.Lemma
	switch c.Link {
	case "xcomp", "obj", "ccomp", "acl", "obl", "nmod", "advcl":
		if c.Kind == schema.NounPred && b.carrier(c.Head) >= 0 && b.byHead[b.head(c.Head)] >= 0 && b.carrier(c.Head) == up.Head {
			others := lemma == "share" && b.kid(c.Head, "nmod:poss") >= 0 // "does not share Chad's fears": Chad has them
			b.passDown(c, up, !others)
			return
		}
		b.operator(c, up, lemma)
	case "conj":
		b.shared(c, up)
	}
	if up.Modality == schema.Desired && c.Modality == schema.Asserted && c.Kind == schema.VerbPred && b.nonFinite(c.Head) {
		c.Modality = schema.Desired // "calls on others to help by sending ships": no ships were sent
	}
}

// operator applies the verb above: negative implicatives turn the sign, "stop" also ends, plans plan, wishes wish.
func (b *builder) operator(c, up *schema.Clause, lemma string) {
	nonFinite := c.Link == "xcomp" || b.nonFinite(c.Head) || c.Kind == schema.NounPred && c.Link == "obj"
	switch {
	case c.Marker == "whether":
		c.Modality = schema.Asked
	case c.Link == "xcomp" && c.Marker == "to" && up.Kind == schema.VerbPred && b.words.Is("desire_other", lemma) && !b.words.Is("brought_about", lemma) && b.addressed(up, c):
		b.passDown(c, up, false)
		c.Modality = schema.Desired
	case lemma == "mean" && up.Negated: // "it does not mean they have to accept it"
		c.Negated, c.NegCue = !c.Negated, up.NegCue
	case lemma == "need" && !up.Negated && up.Kind == schema.VerbPred && b.describedSubject(up): // who says so of others makes it their duty
		b.passDown(c, up, false)
		if c.Modal == "" {
			c.Modal = "must"
		}
	case !nonFinite:
	case c.Link == "advcl" && c.Marker == "to" && up.Kind != schema.AdjPred:
	case c.Link == "obl":
	case b.words.Is("negative_implicative", lemma):
		b.passDown(c, up, true)
		c.Negated = !c.Negated
		c.NegCue = up.Lemma
	case lemma == "use":
		c.Phase = schema.Ended
	case c.Kind == schema.NounPred:
	case b.words.Is("begin", lemma), b.words.Is("raising", lemma), lemma == "have" && c.Marker == "to":
		b.passDown(c, up, true)
		if lemma == "have" && up.Negated { // who need not accept a thing may still do so
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

// addressed: somebody else than the subject is to do what the infinitive says: "urged Chad to leave".
func (b *builder) addressed(up, c *schema.Clause) bool {
	for i := range up.Args {
		a := &up.Args[i]
		if (a.Role == schema.Object) && a.Clause < 0 && a.Head < c.Head {
			return true
		}
	}
	return false
}

// passDown gives a clause the modality and phase of the one above, and its negation where that reaches down.
func (b *builder) passDown(c, up *schema.Clause, negation bool) {
	if negation && up.Negated { // "has no intention": the one "no" counts once
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
	if tag != "VB" && tag != "VBG" && tag != "NN" && tag != "NNS" {
		return
	}
	if c.Modality == schema.Asserted {
		c.Modality, c.Modal = up.Modality, up.Modal
	}
	if c.Phase == schema.Ongoing {
		c.Phase = up.Phase
	}
}

func (b *builder) coordinator(i int) string {
	if k := b.kid(i, "cc"); k >= 0 {
		return strings.ToLower(b.tok[k].Text)
	}
	return ""
}
