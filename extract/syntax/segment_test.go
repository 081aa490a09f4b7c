package syntax

import (
	"strings"
	"testing"
)

func TestSegments(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"relative clause",
			"Lund/NNP , who/WP until/IN June/NNP backed/VBD it/PRP , left/VBD the/DT party/NN .",
			", who until June backed it ,",
		},
		{
			"apposition",
			"the/DT envoy/NN , a/DT former/JJ judge/NN , left/VBD the/DT party/NN .",
			", a former judge ,",
		},
		{
			"aside",
			"the/DT envoy/NN , by/IN contrast/NN , left/VBD the/DT party/NN .",
			", by contrast ,",
		},
		{
			"clause before the main clause",
			"If/IN the/DT court/NN agrees/VBZ , the/DT sale/NN stops/VBZ today/NN .",
			"If the court agrees ,",
		},
		{
			"participle before the main clause",
			"Rejected/VBN by/IN the/DT senate/NN , the/DT bill/NN failed/VBD .",
			"Rejected by the senate ,",
		},
		{
			"an insertion in the clause before the main clause",
			"If/IN the/DT court/NN , a/DT new/JJ one/CD , agrees/VBZ , the/DT sale/NN stops/VBZ .",
			", a new one , | If the court , a new one , agrees ,",
		},
		{"a list of names", "Oslo/NNP , Bern/NNP , and/CC Rome/NNP , agreed/VBD on/IN it/PRP .", ""},
		{"the verb comes before", "Lund/NNP backed/VBD the/DT plan/NN , the/DT mayor/NN , said/VBD .", ""},
		{"another clause begins at the semicolon", "the/DT plan/NN , not/RB new/JJ ; Lund/NNP , left/VBD it/PRP .", ""},
		{"short", "Lund/NNP , however/RB , left/VBD .", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tokens := tagged(c.text)
			var got []string
			for _, s := range segments(tokens) {
				var words []string
				for _, tok := range tokens[s.first:s.last] {
					words = append(words, tok.Text)
				}
				got = append(got, strings.Join(words, " "))
			}
			if got := strings.Join(got, " | "); got != c.want {
				t.Errorf("segments %q, want %q", got, c.want)
			}
		})
	}
}

func TestSegmentRelations(t *testing.T) {
	m := parser(t)
	for _, c := range []struct{ text, want string }{
		{"The envoy , who until June backed the plan , left the party .", "acl:relcl(envoy, backed); nsubj(left, envoy)"},
		{"The envoy of Peru , a former judge , left the party .", "appos(envoy, judge); nsubj(left, envoy)"},
		{"If the court agrees , the sale stops today .", "advcl(stops, agrees); nsubj(stops, sale)"},
		{"In a short statement to reporters , the envoy praised the party .", "obl(praised, statement); nsubj(praised, envoy)"},
	} {
		t.Run(c.text, func(t *testing.T) {
			s := sentence(c.text)
			m.Parse(s)
			if err := checkTree(s); err != nil {
				t.Error(err)
			}
			got := arcs(s)
			for _, want := range strings.Split(c.want, "; ") {
				if !got[want] {
					t.Errorf("no %s: %s", want, drawn(s))
				}
			}
		})
	}
}
