package mention_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkFind measures the mention stage alone on a speech where shared data is there, else on a short own text.
func BenchmarkFind(b *testing.B) {
	l := newLine(b)
	words := strings.Repeat("Turkish President Recep Tayyip Erdogan told the UN Security Council on Friday that "+
		"Ankara and Moscow had agreed to a truce with the rebels. He said the three countries backed the Syrian "+
		"government, which has refused to meet union leaders. ", 60)
	if data, err := os.ReadFile(os.Getenv("BENCH_TEXT")); err == nil {
		words = string(data)
	}
	doc := schema.Document{ID: "bench", Text: words}
	sents, _ := l.read(b, &doc)
	tokens := 0
	for _, s := range sents {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		l.find.Find(&doc, sents, nil)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(tokens), "tokens")
}
