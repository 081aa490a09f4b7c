package graph

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSketchIsStable: sketches stand in stores and are compared with those that other versions made.
func TestSketchIsStable(t *testing.T) {
	text := ""
	for i := range 60 {
		text += fmt.Sprintf("word%d ", i*i%97)
	}
	got := hashOf(newSketch(text))
	if want := "x4yrhnhhgnihumfrhyspnfeh5q"; got != want {
		t.Errorf("the sketch is another one (%s, not %s); is sketchVersion raised?", got, want)
	}
	if newSketch(strings.ToUpper(text)+"\n") != newSketch(text) {
		t.Error("case, spaces and punctuation make another sketch")
	}
	if s := newSketch(strings.Repeat("the council met again today. ", 500)); s != "" {
		t.Errorf("a text that says one thing only has the sketch %.20s", s)
	}
	if s := newSketch("The council met in the harbour to talk of the budget for the ferry."); s != "" {
		t.Errorf("a sentence has the sketch %.20s", s)
	}
}

// ownTexts are the texts of the project's own gold that are long enough, as sentences.
func ownTexts(t *testing.T) [][]string {
	var list [][]string
	for _, name := range []string{"articles", "transcripts"} {
		f, err := os.Open("../testdata/gold/" + name + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var doc struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
				t.Fatal(err)
			}
			sentences := strings.SplitAfter(doc.Text, ". ")
			if len(strings.Fields(doc.Text)) >= 120 && len(sentences) >= 6 {
				list = append(list, sentences)
			}
		}
	}
	return list
}

// TestNearCopiesAreFound makes variations of own texts as newsrooms make them of wire copy, and counts how many are
// found.
func TestNearCopiesAreFound(t *testing.T) {
	texts := ownTexts(t)
	if len(texts) < 15 {
		t.Fatalf("only %d own texts are long enough", len(texts))
	}
	words := func(random *rand.Rand, n int) string {
		text := ""
		for range n {
			text += fmt.Sprintf("word%d ", random.IntN(5000))
		}
		return text
	}
	for _, c := range []struct {
		name  string
		least float64 // of 1
		vary  func(random *rand.Rand, s []string) string
	}{
		{"the same", 1, func(_ *rand.Rand, s []string) string { return strings.Join(s, "") }},
		{"other headline and byline", 0.99, func(random *rand.Rand, s []string) string {
			return words(random, 9) + "\nBy " + words(random, 2) + "\n" + strings.Join(s[1:], "")
		}},
		{"a paragraph of 40 words added", 0.99, func(random *rand.Rand, s []string) string {
			at := random.IntN(len(s))
			return strings.Join(s[:at], "") + words(random, 40) + ". " + strings.Join(s[at:], "")
		}},
		{"the last third cut", 0.97, func(_ *rand.Rand, s []string) string { return strings.Join(s[:len(s)-len(s)/3], "") }},
		{"the second half cut", 0.90, func(_ *rand.Rand, s []string) string { return strings.Join(s[:(len(s)+1)/2], "") }},
		{"two words of 100 edited", 0.97, edited(2)},
		{"four words of 100 edited", 0.90, edited(4)},
		{"a third cut, other headline, a word of 100 edited", 0.97, func(random *rand.Rand, s []string) string {
			return words(random, 9) + ". " + edited(1)(random, s[1:len(s)-len(s)/3+1])
		}},
	} {
		random := rand.New(rand.NewPCG(5, 6))
		found, all := 0, 0
		for _, s := range texts {
			for range 20 {
				one, ok := decodeSketch(newSketch(strings.Join(s, "")))
				two, ok2 := decodeSketch(newSketch(c.vary(random, s)))
				if !ok {
					t.Fatal("a text has no sketch")
				}
				all++
				if _, near := one.compare(two); ok2 && near {
					found++
				}
			}
		}
		recall := float64(found) / float64(all)
		t.Logf("%s: %.3f of %d found", c.name, recall, all)
		if recall < c.least {
			t.Errorf("%s: %.3f found, want %.2f", c.name, recall, c.least)
		}
	}
}

// edited changes n words of 100.
func edited(n int) func(*rand.Rand, []string) string {
	return func(random *rand.Rand, s []string) string {
		words := strings.Fields(strings.Join(s, ""))
		for i := range words {
			if random.IntN(100) < n {
				words[i] = fmt.Sprintf("edit%d", random.IntN(5000))
			}
		}
		return strings.Join(words, " ")
	}
}

// TestOthersAreNoCopies: different texts stay apart, also with a common footer, a common quote, or about one event.
func TestOthersAreNoCopies(t *testing.T) {
	texts := ownTexts(t)
	const footer = `This report was written with material of the news pool that twelve papers of the coast keep up together.
		Letters to the desk are welcome at any hour, and we print the best of them on the last page each Saturday morning.`
	near := func(a, b string) bool {
		one, ok := decodeSketch(newSketch(a))
		two, ok2 := decodeSketch(newSketch(b))
		_, near := one.compare(two)
		return ok && ok2 && near
	}
	for i := range texts {
		for j := range i {
			a, b := strings.Join(texts[i], ""), strings.Join(texts[j], "")
			if near(a, b) {
				t.Errorf("two own texts are taken for copies:\n%.80s\n%.80s", a, b)
			}
			if near(a+footer, b+footer) {
				t.Errorf("a footer makes copies of two texts:\n%.80s\n%.80s", a, b)
			}
		}
	}
	const quote = `"We will not sell a single acre of this shore to anybody who has not first sat down with the people who fish
		from it, and that goes for the minister as much as for his friends," said Ida Marsh, who chairs the boat owners. `
	one := `The boat owners of Pellan voted on Monday against the new deep-water quay. ` + quote +
		`The vote was 212 to 9. A
		minister is expected in the town next week, and the owners want to meet him on the old pier rather than in the hall.`
	two := `A planned quay at Pellan ran into trouble when those who keep boats there turned it down. ` + quote +
		`Work was to
		begin in spring. The builder, Harrow and Sons, says that each month of delay will cost it more than the land itself.`
	if near(one, two) {
		t.Error("two reports of one vote with one quote are taken for copies")
	}
}

// TestRealTextsAreNoCopies compares real speeches and debates, each with each: none is a copy of another.
func TestRealTextsAreNoCopies(t *testing.T) {
	root := filepath.Join(cmp.Or(os.Getenv("STANCEGRAPH_SHARED"), "../../shared"), "data/transcripts")
	if _, err := os.Stat(root); err != nil {
		t.Skip("no ../shared (or STANCEGRAPH_SHARED) with texts to read")
	}
	var list []ClusterMember
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if sketch := newSketch(string(text)); sketch != "" {
			list = append(list, ClusterMember{Document: path, Sketch: sketch})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 100 {
		t.Fatalf("only %d texts", len(list))
	}
	Cluster(list)
	for _, c := range list {
		if c.Of != "" {
			t.Errorf("%s is taken for a copy of %s (%.2f)", c.Document, c.Of, c.Similarity)
		}
	}
}
