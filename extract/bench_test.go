package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/extract/source"
	"github.com/stancegraph/stancegraph/schema"
)

// benchText is about a megabyte of speeches where they are at hand beside the project, else the project's own samples.
func benchText(b *testing.B) schema.Document {
	shared := os.Getenv("STANCEGRAPH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(shared, "data", "transcripts", "ungdc", "2019", "*.txt"))
	if len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
		all.WriteString("\n\n")
		if all.Len() > 1<<20 {
			break
		}
	}
	doc := schema.Document{ID: "bench", Text: strings.ToValidUTF8(all.String(), "?")}
	if err := source.Structure(&doc); err != nil {
		b.Fatal(err)
	}
	return doc
}

// BenchmarkStages gives words per second and allocations of each stage on one text, each fed by the ones before.
func BenchmarkStages(b *testing.B) {
	x, err := New()
	if err != nil {
		b.Fatal(err)
	}
	doc := benchText(b)
	words := float64(len(strings.Fields(doc.Text)))
	sents, err := x.text.Split(&doc)
	if err != nil {
		b.Fatal(err)
	}
	for i := range sents {
		x.syntax.Parse(&sents[i])
	}
	propose := func(s *schema.Sentence) []schema.Span { return x.text.ProposeNames(&doc, *s) }
	x.clauses.Repair(sents)
	mentions := x.mentions.Find(&doc, sents, propose)
	clauses := x.clauses.Split(&doc, sents)
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"text", func() { _, _ = x.text.Split(&doc) }},
		{"syntax", func() {
			for i := range sents {
				x.syntax.Parse(&sents[i])
			}
		}},
		{"repair", func() { x.clauses.Repair(sents) }},
		{"mention", func() { x.mentions.Find(&doc, sents, propose) }},
		{"clause", func() { x.clauses.Split(&doc, sents) }},
		{"rule", func() {
			x.rules.Match(rule.Input{Text: doc.Text, Clauses: clauses, Mentions: mentions}, nil)
		}},
		{"line", func() { _, _ = x.Extract(context.Background(), doc) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stage.run()
			}
			b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
