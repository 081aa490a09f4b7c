package clause

import "github.com/stancegraph/stancegraph/schema"

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
		case w == "not" || w == "n't" || w == "never":
			b.negate(c, w)
		case b.base(k) == "advmod" && (w == "longer" || w == "more") && b.hasKidWord(k, "no"):
			b.negate(c, "no longer")
			c.Phase = schema.Ended
		case b.base(k) == "advmod" && b.words.Is("negative_words", w):
			b.negate(c, w)
		case c.Kind == schema.NounPred && b.is(k, "det", "amod", "neg", "advmod") && (w == "no" || w == "little"):
			b.negate(c, w)
		case b.is(k, "nsubj", "nsubj:pass") && b.negativePhrase(k):
			b.negate(c, "no")
		case b.rel(k) == "obj" && (b.hasKidWord(k, "no") || w == "nothing") && c.Kind == schema.VerbPred:
			b.negate(c, "no")
		}
	}
}

func (b *builder) negate(c *schema.Clause, cue string) {
	c.Negated, c.NegCue = true, cue
}

// negativePhrase: "no party", "neither France nor Spain", "none of the parties".
func (b *builder) negativePhrase(k int) bool {
	switch b.lower(k) {
	case "nobody":
		return true
	}
	return b.hasKidWord(k, "no") || b.hasKidWord(k, "neither")
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
		case b.rel(k) == "mark" && (w == "if" || w == "whether") && (b.base(c.Head) == "advcl"):
			c.Modality = schema.Conditional
		}
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
	case "can":
		c.Modal = "can"
		if !c.Negated {
			c.Modality = schema.Possible
		}
	case "will":
		c.Modal = "will"
		c.Phase = schema.Planned
	case "would":
		if w == "would" {
			c.Modal = "would"
			c.Modality = schema.Conditional
		}
	case "should", "must":
		c.Modal = w
	}
}

// isQuestion: the sentence ends in a question mark and the clause is its main one.
func (b *builder) isQuestion(c *schema.Clause) bool {
	last := len(b.tok) - 1
	for last > 0 && (b.tok[last].Text == "\"" || b.tok[last].Text == "''" || b.tok[last].Text == "”") {
		last--
	}
	if b.tok[last].Text != "?" && !b.askedInQuotes(c.Head) {
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

// askedInQuotes: "“Why should we go?” asked the dean": the stretch of the word ends in a question mark and a quotation mark.
func (b *builder) askedInQuotes(h int) bool {
	for i := h + 1; i+1 < len(b.tok); i++ {
		switch w := b.tok[i].Text; {
		case w == "." || closesQuote(w):
			return false
		}
	}
	return false
}

// ownPhase reads adverbs, former and planned before nouns, "until now".
func (b *builder) ownPhase(c *schema.Clause) {
	for _, k := range b.kids[c.Head] {
		w := b.lower(k)
		switch {
		case c.Kind == schema.NounPred && (w == "planned"):
			c.Phase = schema.Planned
		case b.is(k, "advcl", "obl", "advmod", "obl:tmod", "obl:npmod", "nmod:tmod", "obl:unmarked", "nmod", "ccomp") && b.untilNow(k):
			c.Phase = schema.Ended
		}
	}
	if c.Phase == schema.Ongoing && b.untilBefore(c.Head) {
		c.Phase = schema.Ended
	}
}

var untilWords = map[string]bool{"now": true, "recently": true, "last": true, "this": true, "then": true, "lately": true, "yesterday": true, "earlier": true}

// untilNow: "until now", "till last year", under k.
func (b *builder) untilNow(k int) bool {
	for _, x := range append([]int{k}, b.kids[k]...) {
		if w := b.lower(x); (w == "until") && x+1 < len(b.tok) && untilWords[b.lower(x+1)] {
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
		if w := b.lower(x); (w == "until") && untilWords[b.lower(x+1)] {
			return true
		}
	}
	return false
}
