package voice

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestQuotesBesideOtherMarks: a mark behind a number is a sign for inches or closes a quotation, as the other marks of
// its paragraph have it.
func TestQuotesBesideOtherMarks(t *testing.T) {
	for _, test := range []struct{ why, text, want string }{
		{"inches before a quotation", `A 12" pipe broke, and Lund said: "We oppose the plan."`, "We oppose the plan."},
		{"inches within a quotation", `"We need a 12" pipe by May," Lund said.`, `We need a 12" pipe by May,`},
		{"inches after a quotation", `"We oppose it," Lund said of the 12" pipe.`, "We oppose it,"},
		{"a year that ends a quotation", `"We left in 2019" is what Lund said.`, "We left in 2019"},
		{"two quotations that end with numbers", `He said "in 2019" and she "in 2020" at last.`, "in 2019|in 2020"},
		{"two single marks for a double one", "''We oppose it,'' Lund said of Moss' ``plan for all''.", "We oppose it,|plan for all"},
		{"inches in the paragraph before", "A 12\" pipe broke.\n\n\"We oppose it,\" Lund said.", "We oppose it,"},
	} {
		t.Run(test.why, func(t *testing.T) {
			var got []string
			for _, q := range turnQuotes(test.text, schema.Span{End: len(test.text)}, 0) {
				got = append(got, q.span.In(test.text))
			}
			if joined := strings.Join(got, "|"); joined != test.want {
				t.Errorf("quotations %q, want %q", joined, test.want)
			}
		})
	}
}
