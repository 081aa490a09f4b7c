package clause

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/extract/syntax"
	"github.com/stancegraph/stancegraph/extract/text"
	"github.com/stancegraph/stancegraph/schema"
)

// A repair leaves a tree: heads within the sentence, and no root more than before. What ties heads into a circle is taken back.
func TestTreesStayTrees(t *testing.T) {
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
	mended := map[string]int{}
	for _, txt := range ownTexts(t) {
		doc := schema.Document{ID: "t", Text: txt, Turns: []schema.Turn{{Span: schema.Span{End: len(txt)}}}}
		sents, err := cut.Split(&doc)
		if err != nil {
			t.Fatal(err)
		}
		for i := range sents {
			model.Parse(&sents[i])
			b := builder{words: words, sentence: &sents[i]}
			b.tree = newTree(b.sentence)
			b.breakCycles()
			for _, mend := range b.mends() {
				before, roots := slices.Clone(b.tok), b.roots()
				if !mend() {
					if !slices.Equal(before, b.tok) {
						t.Errorf("%s changed the tree and did not say so: %s", nameOf(mend), b.sentence.Span.In(txt))
					}
					continue
				}
				mended[nameOf(mend)]++
				if b.cyclic() {
					copy(b.tok, before)
				} else if now := b.roots(); now > roots || now < 1 {
					t.Errorf("%s made %d roots of %d: %s", nameOf(mend), now, roots, b.sentence.Span.In(txt))
				}
				b.tree = newTree(b.sentence)
			}
		}
	}
	if len(mended) < 40 {
		t.Errorf("only %d repairs had something to do", len(mended))
	}
}

// Two errors of one kind in one sentence are both mended.
func TestMendedAgain(t *testing.T) {
	b := builder{sentence: &schema.Sentence{Tokens: []schema.Token{{Head: 1}, {Head: -1}, {Head: 1}}}}
	b.tree = newTree(b.sentence)
	places := []int{0, 2}
	b.again(func() bool {
		if len(places) == 0 {
			return false
		}
		b.tok[places[0]].Rel = "mended"
		places = places[1:]
		return true
	}, slices.Clone(b.tok))
	if b.tok[0].Rel != "mended" || b.tok[2].Rel != "mended" {
		t.Errorf("mended once: %+v", b.tok)
	}
	calls := 0
	b.again(func() bool { calls++; return true }, slices.Clone(b.tok))
	if calls != 1 {
		t.Errorf("a repair that changes nothing was called %d times", calls)
	}
}

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

func nameOf(f func() bool) string {
	name := runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name()
	return strings.TrimSuffix(name[strings.LastIndex(name, ".")+1:], "-fm")
}

// ownTexts are the texts of the gold written for this project, and of the tables here.
func ownTexts(t *testing.T) []string {
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
		f.Close()
	}
	all = append(all, sharedTexts(t)...)
	tables, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(tables) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range tables {
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

// sharedTexts are sentences of a corpus beside the project, none where it is absent.
func sharedTexts(t *testing.T) []string {
	dir := os.Getenv("STANCEGRAPH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(dir, "gold", "dev.jsonl"))
	if err != nil {
		return nil
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		var row struct{ Text string }
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		all = append(all, row.Text)
	}
	return all
}
