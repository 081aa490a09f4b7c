package syntax

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

const benchText = `The foreign minister said on Tuesday that his country would not recognise the new border ,
which both neighbours drew without asking anybody who lives there .
Officials in the capital , who asked not to be named , had been told to prepare for talks with the rebels ,
but nobody expected them to agree .
" We have never wanted this war , and we will not pay for it " , the union 's leader told reporters after the vote .
Opposition parties accused the government of hiding the report from parliament and demanded that the prime minister step down .
Farmers from the north blocked two roads because the ministry had cut their subsidies by half .
Although the court was asked to stop the sale , the judges ruled that the company may buy the port .
Critics of the plan , among them three former generals , fear that it will drive more families out of the valley .`

func sentence(text string) *schema.Sentence {
	s := new(schema.Sentence)
	for _, w := range strings.Fields(text) {
		s.Tokens = append(s.Tokens, schema.Token{Text: w})
	}
	return s
}

func BenchmarkParse(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	var sents []*schema.Sentence
	tokens := 0
	for _, line := range strings.Split(benchText, "\n") {
		s := sentence(line)
		sents = append(sents, s)
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sents {
			m.Parse(s)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := New(Embedded()); err != nil {
			b.Fatal(err)
		}
	}
}
