package syntax

import "github.com/stancegraph/stancegraph/schema"

// correctTags makes a name of a word with a capital inside a sentence ("praised Banks"). The tagger, which looks at five
// words at a time, cannot see how the whole sentence uses capitals: headlines stay as they are.
func correctTags(tokens []schema.Token) {
	if headline(tokens) {
		return
	}
	for i := 1; i < len(tokens); i++ {
		if t := &tokens[i]; hasCapital(t) && commonTag(t.Tag) && !mayStartSentence(&tokens[i-1]) {
			t.Tag = "NNP"
			t.Lemma = Lemma(t.Text, t.Tag)
		}
	}
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
