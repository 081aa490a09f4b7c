package source

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// captionInTurn is what must never stand among the words of a turn: three words of capitals, then a quote.
var captionInTurn = regexp.MustCompile(`(?:^|[.!?"”]\s+)\p{Lu}{2,}(?: \p{Lu}{2,},?){2,} ["“]\p{Lu}\p{Ll}`)

// TestAllTexts reads every text at hand: no error, sane turns, next to nothing lost.
func TestAllTexts(t *testing.T) {
	dir := shared()
	if dir == "" {
		t.Skip("no ../shared (or STANCEGRAPH_SHARED) with texts to read")
	}
	labels, err := lexicon.LabelWords()
	if err != nil {
		t.Fatal(err)
	}
	texts, words := 0, 0
	check := func(name, text string) {
		if strings.TrimSpace(text) == "" {
			return
		}
		texts++
		doc := structured(t, text)
		told := 0
		for _, turn := range doc.Turns {
			told += letters(turn.Span.In(text)) + letters(turn.Label.In(text))
			if m := captionInTurn.FindString(turn.Span.In(text)); m != "" {
				t.Errorf("%s: a caption among the words: %q", name, m)
			}
		}
		if all := letters(text); told < all*9/10 && all > 400 {
			t.Errorf("%s: %d of %d letters are in no turn and no label", name, all-told, all)
		}
		words += len(strings.Fields(text))
		if language, foreign := labels.NotEnglish(text); foreign && !strings.Contains(name, "seesaw") {
			t.Errorf("%s: refused as %s: %.80q", name, language, text)
		}
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".said", ".txt":
			if !strings.Contains(path, "transcripts") && !strings.Contains(path, "polnear") && !strings.Contains(path, "seed") {
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			text, err := decode(data)
			if err != nil {
				t.Errorf("%s: %v", path, err)
			}
			check(path, text)
		case ".vtt":
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			for doc, err := range Read(path, data, Options{}) {
				if err != nil {
					t.Error(err)
				} else if msg := checkDocument(&doc); msg != "" {
					t.Errorf("%s: %s", path, msg)
				}
			}
		case ".jsonl":
			for _, text := range textsIn(t, path) {
				check(path, text)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d texts, %d words", texts, words)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// textsIn gives the texts of a file of JSON lines, whatever they are called in it.
func textsIn(t testing.TB, path string) (out []string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		var rec struct {
			Text      string   `json:"text"`
			Sentences []string `json:"sentences"`
		}
		if json.Unmarshal(sc.Bytes(), &rec) == nil {
			out = append(out, rec.Text, strings.Join(rec.Sentences, " "))
		}
	}
	return out
}

func BenchmarkStructure(b *testing.B) {
	var text strings.Builder
	if dir := shared(); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "data/transcripts/ungdc/2019/*.txt"))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			if text.Len() < 200<<10 {
				text.Write(data)
			}
		}
	}
	for text.Len() < 200<<10 {
		text.WriteString("02:19\nThe two sides met in Geneva on Monday.\n" +
			"IVO MARAN CROATIAN PRESIDENT \"We want peace, and we want it now.\"\nBut Serbia refused to sign the plan.\n")
	}
	words := len(strings.Fields(text.String()))
	b.ReportAllocs()
	for b.Loop() {
		if err := Structure(&schema.Document{ID: "b", Text: text.String()}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
