package clause

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/syntax/deptree"
	"github.com/stancegraph/stancegraph/schema"
)

// Each repair is documented, measured, and makes of its trees what they say, in one go: on the corrected tree it finds
// nothing more.
func TestRepairExamples(t *testing.T) {
	words, err := lexicon.DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	if len(repairs) > 10 {
		t.Errorf("%d repairs, at most 10 are wanted", len(repairs))
	}
	for _, r := range repairs {
		t.Run(r.name, func(t *testing.T) {
			trees := repairTrees[r.name]
			if r.doc == "" || r.worth <= 0 || r.texts == 0 || len(trees) == 0 {
				t.Fatalf("not documented: %+v", r)
			}
			checkExample(t, &r, readTree(t, trees[0].before), readTree(t, trees[0].after))
			for _, x := range trees {
				b := builder{words: words, sentence: readTree(t, x.before)}
				b.Tree = deptree.New(b.sentence.Tokens)
				if !r.apply(&b) {
					t.Errorf("finds nothing in %s", x.before)
				}
				if got := writeTree(b.Tokens); got != x.after {
					t.Errorf("got  %s\nwant %s", got, x.after)
				}
				b.Tree = deptree.New(b.sentence.Tokens)
				if r.apply(&b) {
					t.Errorf("finds more in %s", x.after)
				}
			}
		})
	}
}

// checkExample holds the example that documents a repair to its trees.
func checkExample(t *testing.T, r *repair, before, after *schema.Sentence) {
	var words []string
	has := func(s *schema.Sentence, arc string) bool {
		return slices.ContainsFunc(s.Tokens, func(k schema.Token) bool {
			return k.Head >= 0 && fmt.Sprintf("%s(%s, %s)", k.Rel, s.Tokens[k.Head].Text, k.Text) == arc
		})
	}
	for _, k := range before.Tokens {
		words = append(words, k.Text)
	}
	if got := strings.Join(words, " "); got != r.example {
		t.Errorf("the tree is that of %q, the example is %q", got, r.example)
	}
	if !has(before, r.before) || has(after, r.before) || !has(after, r.after) || has(before, r.after) {
		t.Errorf("%s does not turn into %s", r.before, r.after)
	}
}

// repairTrees are trees as the parser may read them and as the repair leaves them, first that of the repair's example.
// A token is word/tag/head/relation, heads counted from 1, 0 for the root.
var repairTrees = map[string][]struct{ before, after string }{
	"SplitTitle": {{
		before: "Union/NN/2/compound leader/NN/8/nsubj Ann/NNP/6/nsubj Lund/NNP/3/flat has/VBZ/6/aux " +
			"hinted/VBN/2/acl:relcl she/PRP/8/nsubj quits/VBZ/0/root",
		after: "Union/NN/2/compound leader/NN/3/compound Ann/NNP/6/nsubj Lund/NNP/3/flat has/VBZ/6/aux " +
			"hinted/VBN/0/root she/PRP/8/nsubj quits/VBZ/6/ccomp",
	}},
	"ReportedThat": {{
		before: "The/DT/2/det dean/NN/3/nsubj said/VBD/0/root in/IN/6/case a/DT/6/det letter/NN/3/obl " +
			"that/IN/10/mark guards/NNS/10/nsubj had/VBD/10/aux fired/VBN/6/acl",
		after: "The/DT/2/det dean/NN/3/nsubj said/VBD/0/root in/IN/6/case a/DT/6/det letter/NN/3/obl " +
			"that/IN/10/mark guards/NNS/10/nsubj had/VBD/10/aux fired/VBN/3/ccomp",
	}},
	"NoVerb": {{
		before: "The/DT/2/det league/NN/0/root stood/VBN/2/acl by/IN/6/case its/PRP$/6/nmod:poss captain/NN/3/obl " +
			"././2/punct",
		after: "The/DT/2/det league/NN/3/nsubj stood/VBD/0/root by/IN/6/case its/PRP$/6/nmod:poss " +
			"captain/NN/3/obl ././2/punct",
	}},
	"ObjectAsSubject": {{
		before: "Polls/NNS/2/nsubj show/VBP/0/root most/JJS/4/amod nurses/NNS/2/obj back/VBP/2/ccomp " +
			"Lund/NNP/5/obj",
		after: "Polls/NNS/2/nsubj show/VBP/0/root most/JJS/4/amod nurses/NNS/5/nsubj back/VBP/2/ccomp " +
			"Lund/NNP/5/obj",
	}},
	"Places": {{
		before: "Nurses/NNS/2/nsubj greeted/VBD/0/root Hale/NNP/5/nmod:poss 's/POS/3/case offer/NN/2/obl:unmarked",
		after:  "Nurses/NNS/2/nsubj greeted/VBD/0/root Hale/NNP/5/nmod:poss 's/POS/3/case offer/NN/2/obj",
	}, {
		before: "Support/NN/5/nsubj for/IN/4/case the/DT/4/det levy/NN/5/obl grew/VBD/0/root",
		after:  "Support/NN/5/nsubj for/IN/4/case the/DT/4/det levy/NN/1/nmod grew/VBD/0/root",
	}},
	"JoinedCompound": {{
		before: "They/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det guild/NN/7/compound and/CC/6/cc relief/NN/4/conj " +
			"funds/NNS/2/obj",
		after: "They/PRP/2/nsubj blamed/VBD/0/root the/DT/4/det guild/NN/2/obj and/CC/7/cc relief/NN/7/compound " +
			"funds/NNS/4/conj",
	}},
	"Frames": {{
		before: "They/PRP/2/nsubj ordered/VBD/0/root the/DT/4/det pilots/NNS/2/obj to/TO/6/mark leave/VB/4/acl",
		after:  "They/PRP/2/nsubj ordered/VBD/0/root the/DT/4/det pilots/NNS/2/obj to/TO/6/mark leave/VB/2/xcomp",
	}, {
		before: "Malta/NNP/2/nsubj took/VBD/0/root on/IN/4/case Denmark/NNP/2/obl",
		after:  "Malta/NNP/2/nsubj took/VBD/0/root on/IN/2/compound:prt Denmark/NNP/2/obj",
	}, {
		before: "They/PRP/2/nsubj described/VBD/0/root the/DT/4/det plan/NN/2/obj as/IN/6/case late/JJ/4/nmod",
		after:  "They/PRP/2/nsubj described/VBD/0/root the/DT/4/det plan/NN/2/obj as/IN/6/case late/JJ/2/obl",
	}, {
		before: "They/PRP/2/nsubj called/VBD/0/root the/DT/4/det claims/NNS/2/obj baseless/JJ/4/amod",
		after:  "They/PRP/2/nsubj called/VBD/0/root the/DT/4/det claims/NNS/2/obj baseless/JJ/2/xcomp",
	}, {
		before: "They/PRP/2/nsubj denied/VBD/0/root the/DT/4/det dean/NN/2/obj the/DT/6/det money/NN/2/obj",
		after:  "They/PRP/2/nsubj denied/VBD/0/root the/DT/4/det dean/NN/2/iobj the/DT/6/det money/NN/2/obj",
	}, {
		before: "He/PRP/2/nsubj accused/VBD/0/root the/DT/4/det nurses/NNS/2/obj of/IN/6/case Gao/NNP/4/nmod " +
			"of/IN/8/case theft/NN/4/nmod",
		after: "He/PRP/2/nsubj accused/VBD/0/root the/DT/4/det nurses/NNS/2/obj of/IN/6/case Gao/NNP/4/nmod " +
			"of/IN/8/case theft/NN/2/obl",
	}},
	"TitleCase": {{
		before: "They/PRP/2/nsubj sided/VBD/0/root with/IN/4/case Senator/NNP/5/compound Hale/NNP/2/obl",
		after:  "They/PRP/2/nsubj sided/VBD/0/root with/IN/5/case Senator/NNP/5/compound Hale/NNP/2/obl",
	}},
}

// A repair leaves trees: heads within the sentence, and no root more than before. What ties heads into a cycle is taken
// back.
func TestRepairsKeepTrees(t *testing.T) {
	words, sents, texts := ownSentences(t)
	for i := range sents {
		b := builder{words: words, sentence: &sents[i]}
		b.Tree = deptree.New(b.sentence.Tokens)
		b.BreakCycles()
		for _, r := range repairs {
			before, roots := slices.Clone(b.Tokens), b.roots()
			found := r.apply(&b)
			switch now := b.roots(); {
			case !found && !slices.Equal(before, b.Tokens):
				t.Errorf("%s changed the tree and did not say so: %s", r.name, texts[i])
			case b.Cyclic():
				copy(b.Tokens, before)
			case now > roots || now < 1:
				t.Errorf("%s made %d roots of %d: %s", r.name, now, roots, texts[i])
			}
			b.Tree = deptree.New(b.sentence.Tokens)
		}
	}
}

// Two errors of one kind in one sentence are both corrected, and a repair that changes nothing is not tried again.
func TestRepeat(t *testing.T) {
	b := builder{sentence: &schema.Sentence{Tokens: []schema.Token{{Head: 1}, {Head: -1}, {Head: 1}}}}
	b.Tree = deptree.New(b.sentence.Tokens)
	places := []int{0, 2}
	b.repeat(func(b *builder) bool {
		if len(places) == 0 {
			return false
		}
		b.Tokens[places[0]].Rel = "corrected"
		places = places[1:]
		return true
	}, slices.Clone(b.Tokens))
	if b.Tokens[0].Rel != "corrected" || b.Tokens[2].Rel != "corrected" {
		t.Errorf("corrected once: %+v", b.Tokens)
	}
	calls := 0
	b.repeat(func(*builder) bool { calls++; return true }, slices.Clone(b.Tokens))
	if calls != 1 {
		t.Errorf("a repair that changes nothing was called %d times", calls)
	}
}

// readTree reads tokens as an example gives them.
func readTree(t *testing.T, tokens string) *schema.Sentence {
	s := &schema.Sentence{}
	for _, f := range strings.Fields(tokens) {
		p := strings.Split(f, "/")
		if len(p) != 4 {
			t.Fatalf("token %q is not word/tag/head/relation", f)
		}
		head, err := strconv.Atoi(p[2])
		if err != nil {
			t.Fatal(err)
		}
		lemma := syntax.Lemma(p[0], p[1])
		s.Tokens = append(s.Tokens, schema.Token{Text: p[0], Lemma: lemma, Tag: p[1], Head: head - 1, Rel: p[3]})
	}
	return s
}

func writeTree(tok []schema.Token) string {
	var all []string
	for _, k := range tok {
		all = append(all, fmt.Sprintf("%s/%s/%d/%s", k.Text, k.Tag, k.Head+1, k.Rel))
	}
	return strings.Join(all, " ")
}

// roots counts the roots, −1 where a head lies outside the sentence.
func (b *builder) roots() int {
	n := 0
	for i := range b.Tokens {
		if h := b.Tokens[i].Head; h < 0 {
			n++
		} else if h >= len(b.Tokens) {
			return -1
		}
	}
	return n
}

// ownSentences are the sentences, read, of the gold written for this project and of the tables here, with their words.
func ownSentences(t *testing.T) (*lexicon.Words, []schema.Sentence, []string) {
	read := NewReader(t)
	var all []schema.Sentence
	var texts []string
	for _, txt := range append(goldTexts(t), tableTexts(t)...) {
		_, sents := read.Text(t, txt)
		for i := range sents {
			texts = append(texts, sents[i].Span.In(txt))
		}
		all = append(all, sents...)
	}
	return read.Words, all, texts
}

func goldTexts(t *testing.T) []string {
	files, err := filepath.Glob("../../testdata/gold/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	var all []string
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var row struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			all = append(all, row.Text)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		f.Close()
	}
	return all
}

func tableTexts(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	var all []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var rows []struct {
			Text    string `yaml:"text"`
			Clauses any    `yaml:"clauses"`
			Fails   string `yaml:"fails"`
			Why     string `yaml:"why"`
		}
		if err := lexicon.Decode(file, data, &rows); err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			all = append(all, r.Text)
		}
	}
	return all
}
