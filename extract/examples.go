package extract

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/extract/rule"
	"github.com/stancegraph/stancegraph/schema"
)

// CheckRule runs a rule's examples through the whole line and gives what went otherwise than they say: what the rule
// made against what it should make. An example marked as a known failure is wrong once it passes.
func (x *Extractor) CheckRule(ctx context.Context, r *rule.Rule) []error {
	var wrong []error
	for n, e := range r.Examples {
		out, err := x.Extract(ctx, Plain(fmt.Sprintf("%s-%d", r.Name, n+1), e.Text))
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		got := []string{}
		for i := range out.Statements {
			if s := &out.Statements[i]; s.Rule == r.Name {
				got = append(got, Line(s))
			}
		}
		want := slices.Clone(e.Gives)
		slices.Sort(got)
		slices.Sort(want)
		switch same := slices.Equal(got, want); {
		case !same && e.Fails == "":
			wrong = append(wrong, fmt.Errorf("%s: %q gives [%s], want [%s]", r.File, e.Text, strings.Join(got, "; "), strings.Join(want, "; ")))
		case same && e.Fails != "":
			wrong = append(wrong, fmt.Errorf("%s: %q is marked as failing (%s) but passes", r.File, e.Text, e.Fails))
		}
	}
	return wrong
}

// Line is a statement in a few words, as the examples of rules have it: "Turkey +WANTS a buffer zone".
func Line(s *schema.Statement) string {
	sign := "0"
	switch {
	case s.Polarity > 0:
		sign = "+"
	case s.Polarity < 0:
		sign = "-"
	}
	target := s.Target.Text
	if s.Target.Kind == schema.ToActor {
		target = s.Target.Name
	}
	return s.Holder.Name + " " + sign + string(s.Type) + " " + target
}

// Plain makes a document of one run of narration, for examples and explain.
func Plain(id, text string) schema.Document {
	return schema.Document{ID: id, Text: text, SHA256: schema.TextHash(text), Kind: schema.Text,
		Turns: []schema.Turn{{Kind: schema.Narration, Span: schema.Span{Start: 0, End: len(text)}}}}
}
