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
		case w == "not" || w == "n't" || w == "n’t" || w == "never" || w == "nor" && (b.rel(k) != "cc" || b.rel(c.Head) == "conj" && k < c.Head):
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
	if b.yetTo(c.Head) {
		b.negate(c, "yet to")
	}
	if c.Kind == schema.VerbPred && c.NegCue == "" && fronted[b.lower(0)] && b.firstVerb(c.Head) {
		b.negate(c, b.lower(0))
	}
	if c.Kind == schema.PrepPred && c.NegCue == "" && c.Head >= 1 {
		if k := b.kid(c.Head, "case"); k >= 1 && (b.lower(k-1) == "not" || b.lower(k-1) == "n't") {
			b.negate(c, "not")
		}
	}
}

// fronted are words of denial that open a sentence: "Nor does Chile back it".
var fronted = map[string]bool{"never": true, "nor": true, "hardly": true, "rarely": true, "seldom": true, "scarcely": true}

// yetTo: "has yet to endorse it", "is yet to", "have still to": it is not done.
func (b *builder) yetTo(h int) bool {
	if h < 3 || b.lower(h-1) != "to" {
		return false
	}
	have := b.lemma(h-3) == "have"
	return b.lower(h-2) == "yet" && (have || b.lemma(h-3) == "be") || b.lower(h-2) == "still" && have
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
		case w == "?":
			return closesQuote(b.tok[i+1].Text)
		case w == "." || w == "!" || w == "“" || closesQuote(w) && w != "’":
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
