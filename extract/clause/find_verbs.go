package clause

import (
	"strings"

	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// A clause has a finite verb. Where the tagger found none, the one word between a subject and an object that the lexicon
// knows as a verb of stance or speech is it: "The retailer plans to sue", "The Liberals back the levy". The sentence is
// then parsed again.

// findVerbs corrects the tags of such words and says whether there were any.
func (b *builder) findVerbs() bool {
	b.Tokens = b.sentence.Tokens
	found := false
	for from := 0; from < len(b.Tokens); {
		to := from
		for to < len(b.Tokens) && !b.endsClause(to) {
			to++
		}
		found = b.findVerb(from, to) || found
		from = to + 1
	}
	return found
}

func (b *builder) endsClause(i int) bool {
	return deptree.IsMark(b.Tokens[i].Text) && !hyphens[b.Tokens[i].Text]
}

// findVerb looks for the verb between two marks, to exclusive.
func (b *builder) findVerb(from, to int) bool {
	finite, candidate, second := -1, -1, -1
	for i := from; i < to; i++ {
		switch b.Tag(i) {
		case "VBZ", "VBP", "VBD", "MD":
			if finite < 0 {
				finite = i
			}
		}
		switch {
		case !b.verbLike(i, to):
		case i >= from+2 && notWords[b.Lower(i-1)] && (b.Tag(i-2) == "MD" || proVerbs[b.Lower(i-2)]): // "does not back the plan"
			b.correctTag(i, "VB")
			return true
		case i > from && b.Tag(i-1) == "CC" && finite >= 0 && b.opensObject(i+1): // "likes the treaty but fears its critics"
			b.correctTag(i, finiteTag(b.Tokens[i].Text))
			return true
		case candidate >= 0:
			second = i
		case b.subjectEnds(i-1, from):
			candidate = i
		}
	}
	switch {
	case candidate < 0 || second >= 0:
		return false
	case finite < 0:
		b.correctTag(candidate, finiteTag(b.Tokens[candidate].Text))
		return true
	case finite == from && (b.Tag(finite) == "MD" || proVerbs[b.Lower(finite)]) &&
		b.Lemma(candidate) == b.Lower(candidate): // "Will the Liberals back it?"
		b.correctTag(candidate, "VB")
		return true
	}
	return false
}

// verbLike: the token is no verb by its tag, the lexicon has it as one, and an object, an infinitive or "that" follows.
func (b *builder) verbLike(i, to int) bool {
	t := &b.Tokens[i]
	if i+1 >= to || t.Text == "" || t.Text[0] < 'a' || t.Text[0] > 'z' || b.IsVerb(i) || t.Tag == "MD" || t.Tag == "CC" {
		return false
	}
	next := b.Lower(i + 1)
	if !b.opensObject(i+1) && next != thatWord && !(next == toWord && i+2 < to && b.Tag(i+2) == "VB") {
		return false
	}
	lemma := syntax.Lemma(t.Text, finiteTag(t.Text))
	return len(b.words.Lookup(schema.VerbPred, lemma, "")) > 0 || b.words.Is("speech", lemma)
}

// finiteTag is the tag of a finite verb of this form.
func finiteTag(word string) string {
	switch {
	case strings.HasSuffix(word, "ed"):
		return "VBD"
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return "VBZ"
	}
	return "VBP"
}

// opensObject: an object may begin with token i and no noun can stand before it.
func (b *builder) opensObject(i int) bool {
	if i >= len(b.Tokens) {
		return false
	}
	switch b.Tag(i) {
	case "DT", "PRP$", "NNP", "NNPS":
		return true
	case "PRP":
		return !subjectPronouns[b.Lower(i)]
	}
	return false
}

// subjectEnds: a noun phrase that no preposition governs ends at token i, and agrees with the form after it.
func (b *builder) subjectEnds(i, from int) bool {
	if i < from {
		return i > 0 && b.Tokens[i].Text == "," && b.IsNoun(i-1) // "The Liberals, on the other hand, back the levy"
	}
	if b.Tag(i) == "PRP" {
		return subjectPronouns[b.Lower(i)]
	}
	if !b.IsNoun(i) || strings.HasSuffix(b.Tag(i), "S") != (finiteTag(b.Tokens[i+1].Text) == "VBP") && finiteTag(b.Tokens[i+1].Text) != "VBD" {
		return false
	}
	for k := i - 1; k >= from; k-- {
		switch t := b.Tag(k); {
		case strings.HasPrefix(t, "NN"), strings.HasPrefix(t, "JJ"), t == "DT", t == "PRP$", t == "CD", t == "POS", t == "HYPH":
		default:
			return t != "IN" && t != "TO"
		}
	}
	return true
}
