package syntax

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// tagged makes tokens of words written text/TAG, "," and "." being their own tags.
func tagged(text string) (tokens []schema.Token) {
	for _, f := range strings.Fields(text) {
		word, tag, ok := strings.Cut(f, "/")
		if !ok {
			tag = word
		}
		tokens = append(tokens, schema.Token{Text: word, Tag: tag, Lemma: Lemma(word, tag)})
	}
	return tokens
}

func TestCorrectTags(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"name in a sentence", "She/PRP praised/VBD Banks/NNS .", "Banks/NNP"},
		{"name that is a verb elsewhere", "the/DT farmers/NNS praised/VBD Will/MD Grant/VB yesterday/NN .", "Will/NNP Grant/NNP"},
		{"first word", "Banks/NNS lend/VBP money/NN .", "Banks/NNS"},
		{"after a quotation mark", "He/PRP said/VBD :/: Banks/NNS lend/VBP .", "Banks/NNS"},
		{"adjective of a name", "the/DT Chilean/JJ envoy/NN left/VBD .", "Chilean/JJ"},
		{"headline", "Union/NN Leaders/NNS Oppose/VBP Levy/NN", "Leaders/NNS Oppose/VBP Levy/NN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tokens := tagged(c.text)
			correctTags(tokens)
			got := ""
			for _, tok := range tokens {
				got += " " + tok.Text + "/" + tok.Tag
				if want := Lemma(tok.Text, tok.Tag); tok.Lemma != want {
					t.Errorf("%s has lemma %s, want %s", tok.Text, tok.Lemma, want)
				}
			}
			for _, want := range strings.Fields(c.want) {
				if !strings.Contains(got+" ", " "+want+" ") {
					t.Errorf("no %s in%s", want, got)
				}
			}
		})
	}
}
