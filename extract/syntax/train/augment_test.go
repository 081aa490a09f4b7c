package train

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/syntax/internal/conllu"
)

// tree reads tokens written text/tag/head/rel, heads from 1, 0 for the root; a + at the end says that
// no space follows.
func tree(s string) conllu.Sentence {
	var out conllu.Sentence
	for _, f := range strings.Fields(s) {
		f, glued := strings.CutSuffix(f, "+")
		p := strings.Split(f, "/")
		head := 0
		fmt.Sscan(p[2], &head)
		out.Tokens = append(out.Tokens, conllu.Token{Text: p[0], Tag: p[1], Head: head - 1, Rel: p[3], Glued: glued})
	}
	return out
}

func written(s *conllu.Sentence) string {
	var b []string
	for _, t := range s.Tokens {
		b = append(b, fmt.Sprintf("%s/%s/%d/%s", t.Text, t.Tag, t.Head+1, t.Rel))
	}
	return strings.Join(b, " ")
}

func TestMergeHyphens(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{
			"US/NNP/3/obl+ -/HYPH/3/punct+ backed/VBN/4/amod rebels/NNS/5/nsubj left/VBD/0/root",
			"US-backed/JJ/2/amod rebels/NNS/3/nsubj left/VBD/0/root",
			"a participle before a noun is an adjective",
		},
		{
			"a/DT/5/det ten/CD/4/nummod+ -/HYPH/4/punct+ year/NN/5/compound plan/NN/0/root",
			"a/DT/3/det ten-year/JJ/3/amod plan/NN/0/root",
			"so is a measure",
		},
		{
			"de/AFX/3/compound+ -/HYPH/3/punct+ escalation/NN/4/nsubj failed/VBD/0/root",
			"de-escalation/NN/2/nsubj failed/VBD/0/root",
			"",
		},
		{
			"Al/NNP/4/nsubj+ -/HYPH/3/punct+ Zaman/NNP/1/flat reports/VBZ/0/root",
			"Al-Zaman/NNP/2/nsubj reports/VBZ/0/root",
			"a name keeps the head's relation",
		},
		{
			"the/DT/2/det vice/NN/0/root+ -/HYPH/4/punct+ president/NN/2/flat of/IN/6/case Iraq/NNP/4/nmod",
			"the/DT/2/det vice-president/NN/0/root of/IN/4/case Iraq/NNP/2/nmod",
			"what depended on a part depends on the whole",
		},
		{
			"talks/NNS/0/root -/HYPH/1/punct again/RB/1/advmod",
			"talks/NNS/0/root -/HYPH/1/punct again/RB/1/advmod",
			"a dash between spaces is no hyphen",
		},
		{
			"his/PRP$/6/nmod:poss mother/NN/6/compound+ -/HYPH/4/punct+ in/IN/2/nmod+ -/HYPH/6/punct+ law/NN/0/root",
			"his/PRP$/2/nmod:poss mother-in-law/NN/0/root",
			"three parts",
		},
		{
			"pre/AFX/3/amod+ -/HYPH/3/punct+ war/NN/0/root+ ,/,/3/punct",
			"pre-war/NN/0/root ,/,/1/punct",
			"the mark after it stays apart",
		},
	} {
		s := tree(c.in)
		got, _ := MergeHyphens(&s)
		if written(got) != c.want {
			t.Errorf("merged %q\n got  %s\n want %s\n %s", c.in, written(got), c.want, c.why)
		}
	}
}

func TestAugmentKeepsTheGiven(t *testing.T) {
	in := []conllu.Sentence{tree("US/NNP/3/obl+ -/HYPH/3/punct+ backed/VBN/4/amod rebels/NNS/5/nsubj left/VBD/0/root")}
	out := Augment(in, 1)
	if len(out) < 2 || written(&out[0]) != written(&in[0]) || len(out[1].Tokens) != 3 {
		t.Errorf("augmented to %d sentences", len(out))
	}
	if in[0].Tokens[0].Text != "US" {
		t.Error("the given sentence was changed")
	}
}

func TestHeadline(t *testing.T) {
	s := tree("The/DT/2/det union/NN/3/nsubj opposes/VBZ/0/root the/DT/5/det law/NN/3/obj END/./3/punct")
	for i, l := range []string{"the", "union", "oppose", "the", "law", "."} {
		s.Tokens[i].Lemma = l
	}
	s.Tokens[5].Text, s.Tokens[5].Tag = ".", "."
	got, _ := headline(&s)
	if want := "union/NN/2/nsubj opposes/VBZ/0/root law/NN/2/obj"; written(got) != want {
		t.Errorf("headline %s, want %s", written(got), want)
	}
}

func TestSlashed(t *testing.T) {
	s := tree("Oslo/NNP/4/nsubj and/CC/3/cc Bern/NNP/1/conj agree/VBP/0/root")
	s.Tokens[1].Lemma = "and"
	got, _ := slashed(&s)
	if m := got.Tokens[1]; m.Text != "/" || m.Tag != "," || m.Head != 2 || m.Rel != "cc" {
		t.Errorf("slashed %s", written(got))
	}
}
