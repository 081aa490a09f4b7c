package eval_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/eval"
	"github.com/stancegraph/stancegraph/schema"
)

var testdata = filepath.Join("..", "..", "testdata")

func ownGold(t *testing.T, name string) []eval.Doc {
	t.Helper()
	path := filepath.Join(testdata, "gold", name+".jsonl")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := eval.ReadGold(bytes.NewReader(data), path)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// The project's own gold keeps its promises: sizes, signs that follow from type and negation, words that stand in the text.
func TestOwnGold(t *testing.T) {
	texts, statements, inTranscripts := 0, 0, 0
	phenomena := map[string]int{}
	for _, name := range []string{"transcripts", "articles", "suite"} {
		for _, d := range ownGold(t, name) {
			texts++
			statements += len(d.Statements)
			if name == "transcripts" {
				inTranscripts += len(d.Statements)
			}
			phenomena[d.Phenomenon]++
			for _, g := range d.Statements {
				checkGold(t, d, g)
			}
		}
	}
	if texts < 60 || statements < 400 || 3*inTranscripts < statements {
		t.Errorf("%d texts, %d statements, %d of them in transcripts: want 60, 400, a third", texts, statements, inTranscripts)
	}
	for _, p := range strings.Fields("plain-verb infinitive-want negation modality passive-agent passive-agentless " +
		"coordination-holders coordination-targets " +
		"coordination-verbs gapping relative appositive nominal copula reported phase " +
		"demonym-metonym possessive particle trap object-infinitive ditransitive cleft fronted numbers-titles") {
		if phenomena[p] < 3 {
			t.Errorf("%d sentences try %s, want 3", phenomena[p], p)
		}
	}
}

func checkGold(t *testing.T, d eval.Doc, g eval.Gold) {
	t.Helper()
	info, _ := schema.TypeOf(g.Type)
	sign := info.Sign
	if g.Negated {
		sign = -sign
	}
	if g.Polarity != sign {
		t.Errorf("%s: %s %s %s: polarity %d, want %d", d.ID, g.Holder, g.Type, g.Target, g.Polarity, sign)
	}
	for what, words := range map[string]string{"cue": g.Cue, "holder_text": g.HolderText, "target_text": g.TargetText,
		"sentence": g.Sentence} {
		if !strings.Contains(d.Text, words) {
			t.Errorf("%s: %s %s %s: %s %q does not stand in the text", d.ID, g.Holder, g.Type, g.Target, what, words)
		}
	}
	if g.Cue == "" {
		t.Errorf("%s: %s %s %s: no cue", d.ID, g.Holder, g.Type, g.Target)
	}
	if n := len(strings.Fields(g.Target)); n > 12 {
		t.Errorf("%s: target %q has %d words", d.ID, g.Target, n)
	}
	if (g.Sayer == "") != (g.Attribution == schema.ByNarration) {
		t.Errorf("%s: %s %s %s: sayer %q by %s", d.ID, g.Holder, g.Type, g.Target, g.Sayer, g.Attribution)
	}
	if i := slices.IndexFunc(d.Statements, func(o eval.Gold) bool {
		return o.Holder == g.Holder && o.Type == g.Type && o.Target == g.Target && o.Cue == g.Cue &&
			o.Sentence == g.Sentence && o.Negated == g.Negated
	}); d.Statements[i].Attribution != g.Attribution {
		t.Errorf("%s: %s %s %s stands twice", d.ID, g.Holder, g.Type, g.Target)
	}
}

// The samples that the README runs are the texts of the gold, byte for byte.
func TestSamplesAreTheGoldTexts(t *testing.T) {
	for _, name := range []string{"transcripts", "articles"} {
		files, err := filepath.Glob(filepath.Join(testdata, name, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no samples of %s: %v", name, err)
		}
		texts := map[string]string{}
		for _, d := range ownGold(t, name) {
			texts[d.ID] = d.Text
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			id := strings.TrimSuffix(filepath.Base(file), ".txt")
			if text, ok := texts[id]; !ok || string(data) != text+"\n" {
				t.Errorf("%s is not the text of the gold's %q", file, id)
			}
		}
	}
}
