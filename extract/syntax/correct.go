package syntax

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// correctTags applies what a tagger that sees five words at a time cannot know: how the whole sentence uses capitals, and
// that a clause has a finite verb. Each rule reads tags and closed-class words only.
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

// commonTag: tags that a name inside a sentence does not have. Adjectives ("Chilean") are written with a capital as well.
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

// thirdPerson: what was taken for a plural noun is the verb of its clause. A noun that no preposition governs stands before
// it, what an object or a complement begins with after it, and the clause has no other finite verb.
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
	switch next := &tokens[i+1]; next.Tag {
	case "DT", "PRP", "PRP$", "NNP", "NNPS", "TO", "WP", "WRB", "WDT", "CD", "JJ", "NNS":
	case "IN":
		if next.Text != "that" {
			return false
		}
	default:
		return false
	}
	return !finiteNear(tokens, i)
}

// pastTense: a participle with an object and no auxiliary is a past tense.
func pastTense(tokens []schema.Token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	switch tokens[i+1].Tag {
	case "NNP", "NNPS", "PRP", "DT", "PRP$":
	default:
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
	return true
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

// finiteNear: the clause of the token at i has another finite verb. It ends at punctuation and where another one begins.
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
