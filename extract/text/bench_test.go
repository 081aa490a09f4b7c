package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is the folder of development data beside the project, "" where there is none.
func shared() string {
	dir := os.Getenv("STANCEGRAPH_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err != nil {
		return ""
	}
	return dir
}

// realText is some 200 kB of running text: speeches where they are at hand, else the package's own.
func realText(t testing.TB) string {
	var b strings.Builder
	if dir := shared(); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "data/transcripts/ungdc/2019/*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if b.Len() < 200<<10 {
				b.Write(data)
				b.WriteByte('\n')
			}
		}
		return b.String()
	}
	data, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		t.Fatal(err)
	}
	for b.Len() < 200<<10 {
		b.Write(data)
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	doc := oneTurn(realText(b))
	words := len(strings.Fields(doc.Text))
	s, err := New()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Split(doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkProposeNames(b *testing.B) {
	doc := oneTurn(realText(b))
	s, err := New()
	if err != nil {
		b.Fatal(err)
	}
	sents, err := s.Split(doc)
	if err != nil {
		b.Fatal(err)
	}
	sents = sents[:min(len(sents), 20)]
	words := 0
	for _, sent := range sents {
		words += len(strings.Fields(sent.Span.In(doc.Text)))
	}
	s.ProposeNames(doc, sents[0])
	b.ReportAllocs()
	for b.Loop() {
		for _, sent := range sents {
			s.ProposeNames(doc, sent)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
