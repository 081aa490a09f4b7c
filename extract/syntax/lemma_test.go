package syntax

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
)

func TestLemma(t *testing.T) {
	for _, c := range []struct{ word, tag, want, why string }{
		{"wants", "VBZ", "want", ""},
		{"opposes", "VBZ", "oppose", "the e belongs to the base"},
		{"opposing", "VBG", "oppose", ""},
		{"urged", "VBN", "urge", ""},
		{"backed", "VBD", "back", ""},
		{"planned", "VBD", "plan", "doubled consonant"},
		{"called", "VBD", "call", "ll is no doubling"},
		{"controlled", "VBN", "control", "but here it is"},
		{"rebelled", "VBD", "rebel", ""},
		{"denies", "VBZ", "deny", ""},
		{"denied", "VBD", "deny", ""},
		{"dying", "VBG", "die", ""},
		{"lying", "VBG", "lie", ""},
		{"vetoes", "VBZ", "veto", ""},
		{"pushes", "VBZ", "push", ""},
		{"passes", "VBZ", "pass", ""},
		{"overthrew", "VBD", "overthrow", "prefix before an irregular verb"},
		{"withdrew", "VBD", "withdraw", ""},
		{"rebuilt", "VBN", "rebuild", ""},
		{"foresaw", "VBD", "foresee", ""},
		{"found", "VBD", "find", ""},
		{"found", "VB", "found", "to found a party"},
		{"saw", "VBD", "see", ""},
		{"'s", "VBZ", "be", ""},
		{"'s", "POS", "'s", ""},
		{"'ve", "VBP", "have", ""},
		{"wo", "MD", "will", ""},
		{"ca", "MD", "can", ""},
		{"n't", "RB", "not", ""},
		{"WANTS", "VBZ", "want", "capitals of a caption"},
		{"de-escalated", "VBD", "de-escalate", ""},
		{"co-led", "VBD", "co-lead", ""},
		{"countries", "NNS", "country", ""},
		{"allies", "NNS", "ally", ""},
		{"crises", "NNS", "crisis", ""},
		{"policemen", "NNS", "policeman", ""},
		{"wives", "NNS", "wife", ""},
		{"houses", "NNS", "house", ""},
		{"taxes", "NNS", "tax", ""},
		{"campuses", "NNS", "campus", ""},
		{"troops", "NNS", "troops", "no singular of that meaning"},
		{"1990s", "NNS", "1990s", ""},
		{"peace-keepers", "NNS", "peace-keeper", ""},
		{"Americans", "NNPS", "American", ""},
		{"Philippines", "NNP", "Philippines", ""},
		{"Turkish", "JJ", "Turkish", "keeps its capital"},
		{"Strong", "JJ", "strong", "first word of a sentence"},
		{"Syrian", "JJ", "Syrian", ""},
		{"worse", "JJR", "bad", ""},
		{"biggest", "JJS", "big", ""},
		{"easier", "JJR", "easy", ""},
		{"NATO", "NNP", "NATO", ""},
		{"GDP", "NN", "GDP", ""},
		{"them", "PRP", "they", ""},
		{"i", "PRP", "I", ""},
		{"an", "DT", "a", ""},
		{"", "NNS", "", "no word, no panic"},
		{"s", "VBZ", "be", ""},
	} {
		if got := Lemma(c.word, c.tag); got != c.want {
			t.Errorf("Lemma(%q, %s) = %q, want %q %s", c.word, c.tag, got, c.want, c.why)
		}
	}
}

// shared is a file of the treebanks that lie beside the repository, if they do.
func shared(t testing.TB, name string) string {
	dir := os.Getenv("STANCEGRAPH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(dir, "data", "ud", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no treebank at %s", path)
	}
	return path
}

func treebank(t testing.TB, name string) []conllu.Sentence {
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	sents, err := conllu.Read(z)
	if err != nil {
		t.Fatal(err)
	}
	return sents
}

func TestLemmasOfTreebank(t *testing.T) {
	right, all := 0, 0
	for _, s := range treebank(t, "en_ewt-ud-dev.conllu.gz") {
		for _, w := range s.Tokens {
			if w.Tag == "" || !strings.Contains("VB VBD VBG VBN VBP VBZ NN NNS JJ JJR JJS RB RBR", w.Tag) {
				continue
			}
			if all++; Lemma(w.Text, w.Tag) == w.Lemma {
				right++
			} else if testing.Verbose() {
				t.Logf("%s/%s: %s, treebank %s", w.Text, w.Tag, Lemma(w.Text, w.Tag), w.Lemma)
			}
		}
	}
	if part := float64(right) / float64(all); part < 0.975 {
		t.Errorf("%.2f %% of %d lemmas right, want 97.5", 100*part, all)
	}
}
