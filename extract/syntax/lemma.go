package syntax

import "strings"

// Lemma is the base form of a word with a Penn Treebank tag.
func Lemma(word, tag string) string {
	if strings.HasPrefix(tag, "NNP") {
		return word
	}
	return strings.ToLower(word)
}
