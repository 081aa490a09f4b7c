package text

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jdkato/prose/v2"

	"github.com/stancegraph/stancegraph/schema"
)

// The traps of prose, each shown to be there (so that a new version that mends it is noticed) and to
// be contained.

func TestProsePanicsWhereLowerCasingChangesLength(t *testing.T) {
	if _, ok := proseTokens("ȺȺȺȺ's"); ok {
		t.Error("prose no longer panics on ȺȺȺȺ's: the recovery may go")
	}
	words, _ := proseTokens("ABDULLAHİ's")
	if _, ok := alignTokens("ABDULLAHİ's", words); ok && len(words) == 2 && words[0].Text == "ABDULLAHİ" {
		t.Error("prose no longer cuts ABDULLAHİ's within a character")
	}
	for _, in := range []string{"ȺȺȺȺ's plan failed.", "ABDULLAHİ's plan failed."} {
		sents := split(t, oneTurn(in))
		if len(sents) != 1 || len(sents[0].Tokens) != 5 || sents[0].Tokens[1].Text != "'s" {
			t.Errorf("%q: %+v", in, sents)
		}
	}
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if names := s.ProposeNames(oneTurn("ȺȺȺȺ's"), schema.Sentence{Span: schema.Span{End: 10}}); names != nil {
		t.Errorf("names %v from a sentence that prose panics on", names)
	}
}

func TestProseLosesPieces(t *testing.T) {
	words, ok := proseTokens("It is Trump's, he said.")
	if !ok {
		t.Fatal("prose failed")
	}
	for _, w := range words {
		if strings.HasPrefix(w.Text, "'s") {
			t.Error("prose no longer loses the possessive before a comma: appendChunks may be simpler")
		}
	}
	spans, ok := alignTokens("It is Trump's, he said.", words)
	if !ok || spans[3].In("It is Trump's, he said.") != "'s," {
		t.Errorf("what prose lost is not found again: %v", spans)
	}
}

func TestProseSharesTokensOfRepeats(t *testing.T) {
	doc, err := prose.NewDocument("We march in March. They march in March.", prose.WithSegmentation(false), prose.WithExtraction(false))
	if err != nil {
		t.Fatal(err)
	}
	tags := map[string]map[string]bool{}
	for _, tok := range doc.Tokens() {
		if tags[tok.Text] == nil {
			tags[tok.Text] = map[string]bool{}
		}
		tags[tok.Text][tok.Tag] = true
	}
	for word, of := range tags {
		if len(of) > 1 {
			t.Errorf("prose no longer shares the token of a repeated word (%q)", word)
		}
	}
	// contained: tags are not taken from prose at all, and every repeat has a span of its own
	sents := split(t, oneTurn("Iran met Iran and Iran."))
	seen := map[int]bool{}
	for _, tok := range sents[0].Tokens {
		if seen[tok.Span.Start] || tok.Tag != "" {
			t.Errorf("token %+v shares its place or has prose's tag", tok)
		}
		seen[tok.Span.Start] = true
	}
}

func TestProseFoldsQuotes(t *testing.T) {
	words, _ := proseTokens("“Iran’s”")
	for _, w := range words {
		if strings.ContainsAny(w.Text, "“”’") {
			t.Error("prose no longer folds curly quotes")
		}
	}
	in := "He said “Iran’s plan” is ‘good’."
	for _, tok := range split(t, oneTurn(in))[0].Tokens {
		if tok.Text != folded(tok.Span.In(in)) {
			t.Errorf("token %q stands at %q", tok.Text, tok.Span.In(in))
		}
	}
}

// A document of one sentence must not pay for loading the segmenter, as every document of prose does: that allocates
// many thousand times, where splitting a sentence does less than a thousand.
func TestModelsAreLoadedOnce(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := oneTurn("Turkey wants a buffer zone.")
	allocations := testing.AllocsPerRun(20, func() {
		if _, err := s.Split(doc); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 1000 {
		t.Errorf("a short document allocates %v times", allocations)
	}
}

func TestConcurrentUse(t *testing.T) {
	text := "Vladimir Putin met Recep Tayyip Erdogan in Sochi. The U.S. wasn't there, he said. “We want peace.”"
	doc := oneTurn(text)
	want := split(t, doc)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			s, err := New()
			if err != nil {
				t.Error(err)
				return
			}
			for range 20 {
				got, err := s.Split(doc)
				if err != nil {
					t.Error(err)
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Error(d)
				}
			}
			s.ProposeNames(doc, want[0])
		})
	}
	group.Wait()
}

func TestProposeNames(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	in := "Yesterday Vladimir Putin met Angela Merkel’s envoy in Sochi."
	doc := oneTurn(in)
	var got []string
	for _, span := range s.ProposeNames(doc, split(t, doc)[0]) {
		got = append(got, span.In(in))
	}
	if len(got) < 2 || got[0] != "Vladimir Putin" {
		t.Errorf("names %q", got)
	}
}

// TestHostileLengths splits 1 MB of what would make a careless splitter quadratic: then it would not end before the
// time-out of go test, whose report names the text.
func TestHostileLengths(t *testing.T) {
	for why, in := range map[string]string{
		"a word of 1 MB":             strings.Repeat("a", 1<<20),
		"quotes without end":         strings.Repeat(`"`, 1<<18),
		"apostrophes without end":    strings.Repeat("'s", 1<<18),
		"full stops without end":     strings.Repeat(". ", 1<<18),
		"brackets without end":       strings.Repeat("(", 1<<18),
		"a sentence of 1 MB":         strings.Repeat("peace, ", 1<<17),
		"one line end after another": strings.Repeat("a\n", 1<<18),
		"slashes":                    strings.Repeat("Iran/", 1<<17),
		"initials":                   strings.Repeat("A. ", 1<<17),
		"apostrophes that open":      strings.Repeat("‘", 1<<18),
		"full stops within a word":   strings.Repeat("A.", 1<<19),
	} {
		t.Run(why, func(t *testing.T) { split(t, oneTurn(in)) })
	}
}

func TestLongSentencesAreCut(t *testing.T) {
	in := strings.Repeat("they want peace and quiet there ", 50) + "; " + strings.Repeat("they want war, ", 200) + "."
	sents := split(t, oneTurn(in))
	if len(sents) < 3 || !strings.HasSuffix(sents[0].Span.In(in), ";") || !strings.HasSuffix(sents[1].Span.In(in), ",") {
		t.Errorf("%d sentences", len(sents))
	}
}

func TestSpansOutsideTheText(t *testing.T) {
	s, err := New()
	if err != nil {
		t.Fatal(err)
	}
	doc := oneTurn("Iran.")
	doc.Turns[0].Span.End = 99
	if _, err := s.Split(doc); err == nil {
		t.Error("a turn that reaches beyond the text is no error")
	}
	if names := s.ProposeNames(doc, schema.Sentence{Span: schema.Span{Start: 3, End: 99}}); names != nil {
		t.Errorf("names %v", names)
	}
}

// TestAllTexts cuts every text at hand.
func TestAllTexts(t *testing.T) {
	dir := shared()
	if dir == "" {
		t.Skip("no ../shared (or STANCEGRAPH_SHARED) with texts to read")
	}
	texts, sentences, tokens := 0, 0, 0
	for _, sub := range []string{"data/transcripts", "data/polnear", "data/seed", "gold", "data/re3d"} {
		err := filepath.WalkDir(filepath.Join(dir, sub), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, ".gz") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			texts++
			for _, s := range split(t, oneTurn(string(data))) {
				sentences++
				tokens += len(s.Tokens)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d texts, %d sentences, %d tokens", texts, sentences, tokens)
}
