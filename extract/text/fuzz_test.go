package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// FuzzSplit cuts any text: every byte that is not white space is in exactly one token.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"Turkey wants a buffer zone. Russia does not.", "Gen. Ellis met Sen. Cole on Feb. 14.bid.Then", "ȺȺȺȺ's plan",
		"ABDULLAHİ's", "KKK's n't", "\xff\xfe's", "“We” said:“no”…",
		"(((\"\"\"'''", "a\n\nb\r\nc", ". . .", "$$$5bn25%%", "x/y/z--a—b", "U.S.", "No. 5 no. x", "&rsquo;&rsquo;",
		"\u2028a\u2029b\u00a0c\u200bd", "'s 's 's,", "n't n't.", "(-: :) O.o",
		"http://a.b/c?d=e.", "A. B. C. D.", strings.Repeat("a", 300) + "'s.", strings.Repeat("\"", 300),
	} {
		f.Add(seed)
	}
	s, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := oneTurn(text)
		sents, err := s.Split(doc)
		if err != nil {
			t.Fatal(err)
		}
		if msg := checkSentences(doc, sents); msg != "" {
			t.Errorf("%s\nin %q", msg, text)
		}
		if utf8.ValidString(text) {
			for _, sent := range sents {
				for _, tok := range sent.Tokens {
					if !utf8.ValidString(tok.Span.In(text)) {
						t.Errorf("token cuts a character: %q", tok.Span.In(text))
					}
				}
			}
		}
	})
}

// FuzzProposeNames gives any sentence to prose's tagger and entity extracter.
func FuzzProposeNames(f *testing.F) {
	for _, seed := range []string{"Vladimir Putin met Recep Tayyip Erdogan in Sochi.", "ȺȺȺȺ's", "ABDULLAHİ's plan",
		"“Iran”", "\xff Iran", "U. S. Senate", "Iran Iran Iran's"} {
		f.Add(seed)
	}
	s, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 {
			return // prose takes its time
		}
		doc := oneTurn(text)
		pos := 0
		for _, span := range s.ProposeNames(doc, schema.Sentence{Span: schema.Span{Start: 0, End: len(text)}}) {
			if span.Start < pos || span.End > len(text) || span.Empty() {
				t.Errorf("name %v out of order or range in %q", span, text)
			}
			pos = span.End
		}
	})
}
