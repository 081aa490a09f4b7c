package extract

import (
	"context"
	"testing"
)

// TestRuleExamples runs the examples of every rule through the whole line.
func TestRuleExamples(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for i := range x.set.Rules {
		r := &x.set.Rules[i]
		t.Run(r.Name, func(t *testing.T) {
			for _, err := range x.CheckRule(context.Background(), r) {
				t.Error(err)
			}
		})
	}
}
