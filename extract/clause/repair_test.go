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
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// Each repair is documented, measured, and makes of its examples what they say, in one go: on the corrected tree it
// finds nothing more.
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
			if r.doc == "" || r.worth <= 0 || r.texts == 0 || len(r.examples) == 0 {
				t.Errorf("not documented: %+v", r)
			}
			for _, x := range r.examples {
				b := builder{words: words, sentence: readTree(t, x.before)}
				b.tree = newTree(b.sentence)
				if !r.apply(&b) {
					t.Errorf("finds nothing in %s", x.before)
				}
				if got := writeTree(b.tok); got != x.after {
					t.Errorf("got  %s\nwant %s", got, x.after)
				}
				b.tree = newTree(b.sentence)
				if r.apply(&b) {
					t.Errorf("finds more in %s", x.after)
				}
			}
		})
	}
}

// A repair leaves trees: heads within the sentence, and no root more than before. What ties heads into a cycle is taken
// back.
func TestRepairsKeepTrees(t *testing.T) {
	words, sents, texts := ownSentences(t)
	for i := range sents {
		b := builder{words: words, sentence: &sents[i]}
		b.tree = newTree(b.sentence)
		b.breakCycles()
		for _, r := range repairs {
			before, roots := slices.Clone(b.tok), b.roots()
			found := r.apply(&b)
			switch now := b.roots(); {
			case !found && !slices.Equal(before, b.tok):
				t.Errorf("%s changed the tree and did not say so: %s", r.name, texts[i])
			case b.cyclic():
				copy(b.tok, before)
			case now > roots || now < 1:
				t.Errorf("%s made %d roots of %d: %s", r.name, now, roots, texts[i])
			}
			b.tree = newTree(b.sentence)
		}
	}
}

// Two errors of one kind in one sentence are both corrected, and a repair that changes nothing is not tried again.
func TestRepeat(t *testing.T) {
	b := builder{sentence: &schema.Sentence{Tokens: []schema.Token{{Head: 1}, {Head: -1}, {Head: 1}}}}
	b.tree = newTree(b.sentence)
	places := []int{0, 2}
	b.repeat(func(b *builder) bool {
		if len(places) == 0 {
			return false
		}
		b.tok[places[0]].Rel = "corrected"
		places = places[1:]
		return true
	}, slices.Clone(b.tok))
	if b.tok[0].Rel != "corrected" || b.tok[2].Rel != "corrected" {
		t.Errorf("corrected once: %+v", b.tok)
	}
	calls := 0
	b.repeat(func(*builder) bool { calls++; return true }, slices.Clone(b.tok))
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
	for i := range b.tok {
		if h := b.tok[i].Head; h < 0 {
			n++
		} else if h >= len(b.tok) {
			return -1
		}
	}
	return n
}

// ownSentences are the sentences, read, of the gold written for this project and of the tables here, with their words.
func ownSentences(t *testing.T) (*lexicon.Words, []schema.Sentence, []string) {
	cut, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	words, err := lexicon.DefaultWords()
	if err != nil {
		t.Fatal(err)
	}
	names, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	reader := syntax.NewReader(model, names, words)
	var all []schema.Sentence
	var texts []string
	for _, txt := range append(goldTexts(t), tableTexts(t)...) {
		doc := schema.Document{ID: "t", Text: txt, Turns: []schema.Turn{{Span: schema.Span{End: len(txt)}}}}
		sents, err := cut.Split(&doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range sents {
			reader.Read(&sents[i])
			texts = append(texts, sents[i].Span.In(txt))
		}
		all = append(all, sents...)
	}
	return words, all, texts
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
