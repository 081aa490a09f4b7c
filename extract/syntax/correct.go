package syntax

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// correctTags applies what a tagger that sees five words at a time cannot know: how the whole sentence uses capitals,
// and that a clause has a finite verb. Each rule reads tags and closed-class words only.
func correctTags(tokens []schema.Token) {
	names := !headline(tokens)
	for i := 1; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Text == "" {
			continue
		}
		lower := t.Text[0] >= 'a' && t.Text[0] <= 'z'
		switch {
		case names && hasCapital(t) && commonTag(t.Tag) && !mayStartSentence(&tokens[i-1]):
			setTag(t, "NNP") // "praised Banks"
		case lower && baseForm(tokens, i):
			setTag(t, "VB") // "does not back the plan", "to fund the fair"
			if tokens[i-1].Text == "to" {
				setTag(&tokens[i-1], "TO")
			}
		case lower && t.Tag == "NNS" && thirdPerson(tokens, i):
			setTag(t, "VBZ") // "Sofia insists that"
		case lower && t.Tag == "VBN" && pastTense(tokens, i):
			setTag(t, "VBD") // "Lund, in a letter, praised the dean"
		}
	}
}

func setTag(t *schema.Token, tag string) {
	t.Tag = tag
	t.Lemma = Lemma(t.Text, tag)
}

// hasCapital leaves out words of one letter, which are initials and headings.
func hasCapital(t *schema.Token) bool {
	return len(t.Text) > 1 && t.Text[0] >= 'A' && t.Text[0] <= 'Z'
}

// commonTag: tags that a name inside a sentence does not have. Adjectives ("Chilean") are written with a capital as
// well.
func commonTag(tag string) bool {
	switch tag {
	case "NN", "NNS", "VB", "VBZ", "VBP", "VBD", "RB", "UH", "FW", "MD":
		return true
	}
	return false
}

// mayStartSentence: after this mark a capital may begin a sentence or a quotation.
func mayStartSentence(t *schema.Token) bool {
	switch t.Text {
	case "\"", "``", "''", "'", "`", ":", ".", "?", "!", "(", "-", "–", "—", "...", "…", "“", "”", "‘":
		return true
	}
	return false
}

// baseForm: straight after a modal, a form of "do" with "not", or "to", and straight before an object, stands a base
// form.
func baseForm(tokens []schema.Token, i int) bool {
	if i+1 >= len(tokens) || !opensObject(&tokens[i+1]) {
		return false
	}
	tag, before := tokens[i].Tag, &tokens[i-1]
	if i > 1 && negation(before) && (tag == "NN" || tag == "JJ" || tag == "RB") {
		return tokens[i-2].Tag == "MD" || tokens[i-2].Lemma == "do"
	}
	if tag != "NN" && tag != "JJ" {
		return false
	}
	return before.Tag == "MD" || before.Text == "to" && (i == 1 || tokens[i-2].Tag != "VBG")
}

// opensObject: an object begins with this word, and no other clause does.
func opensObject(t *schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "me", "him", "her", "us", "them", "it", "myself", "himself", "herself", "itself", "ourselves", "themselves":
		return true
	}
	return t.Tag == "DT" || t.Tag == "PRP$"
}

func negation(t *schema.Token) bool {
	switch strings.ToLower(t.Text) {
	case "not", "n't", "n’t":
		return true
	}
	return false
}

// thirdPerson: what was taken for a plural noun is the verb of its clause. A noun that no preposition governs stands
// before it, an object or "that" after it, and the clause has no other finite verb.
func thirdPerson(tokens []schema.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].Tag != "NNS" || !strings.HasSuffix(tokens[i].Text, "s") {
		return false
	}
	switch tokens[i-1].Tag {
	case "NNP", "NNPS":
	case "NN":
		if prepositional(tokens, i-1) {
			return false // "weeks of street protests against the levy"
		}
	default:
		return false
	}
	next := &tokens[i+1]
	return (opensObject(next) || next.Tag == "IN" && next.Text == "that") && !finiteNear(tokens, i)
}

// pastTense: a participle with an object, in a clause without auxiliary or finite verb, is a past tense.
func pastTense(tokens []schema.Token, i int) bool {
	if i+1 >= len(tokens) || !opensObject(&tokens[i+1]) && !strings.HasPrefix(tokens[i+1].Tag, "NNP") {
		return false
	}
	switch prev := tokens[i-1].Tag; {
	case prev == ",", prev == "RB", prev == "CD", prev == "-RRB-", strings.HasPrefix(prev, "NN"):
	default:
		return false
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if t := &tokens[k]; strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD" || t.Tag == "TO" || t.Tag == "CC" {
			return false
		}
	}
	return !finiteNear(tokens, i)
}

// prepositional: a preposition governs the noun at i, with nothing but adjectives between.
func prepositional(tokens []schema.Token, i int) bool {
	k := i - 1
	for k >= 0 && strings.HasPrefix(tokens[k].Tag, "JJ") {
		k--
	}
	return k >= 0 && tokens[k].Tag == "IN" && tokens[k].Text != "that" && !subordinator(&tokens[k])
}

// longestClause is how many tokens to either side finiteNear looks.
const longestClause = 40

// finiteNear: the clause of the token at i has another finite verb. It ends at punctuation and where another one
// begins.
func finiteNear(tokens []schema.Token, i int) bool {
	tokens, i = tokens[max(0, i-longestClause):min(len(tokens), i+longestClause)], min(i, longestClause)
	for k := i - 1; k >= 0 && !clausePunct(&tokens[k]); k-- {
		t := &tokens[k]
		if finite(t) {
			return true
		}
		if t.Tag == "CC" || t.Tag == "WP" || t.Tag == "WDT" || t.Text == "that" {
			break
		}
	}
	for k := i + 1; k < len(tokens) && !clausePunct(&tokens[k]); k++ {
		t := &tokens[k]
		switch t.Tag {
		case "PRP", "WDT", "WP", "WRB", "CC":
			return false
		}
		if t.Text == "that" {
			return false
		}
		if finite(t) {
			return true
		}
	}
	return false
}

func clausePunct(t *schema.Token) bool {
	switch t.Text {
	case ",", ";", ":", ".", "\"", "—", "–":
		return true
	}
	return false
}

func finite(t *schema.Token) bool {
	return t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBD" || t.Tag == "MD"
}

// headline: most of the longer words begin with a capital, as in a headline or a caption.
func headline(tokens []schema.Token) bool {
	upper, lower := 0, 0
	for i := range tokens {
		w := tokens[i].Text
		switch {
		case len(w) < 4:
		case w[0] >= 'A' && w[0] <= 'Z':
			upper++
		case w[0] >= 'a' && w[0] <= 'z', w[0] >= 0x80:
			lower++
		}
	}
	return upper > lower
}
