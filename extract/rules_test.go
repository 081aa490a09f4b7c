package extract

import (
	"context"
	"testing"
)

// TestRules runs the examples of every rule through the whole pipeline.
func TestRules(t *testing.T) {
	x := rulesAlone(t)
	for i := range x.set.Rules {
		r := &x.set.Rules[i]
		t.Run(r.Name, func(t *testing.T) {
			for _, err := range x.CheckRule(context.Background(), r) {
				t.Error(err)
			}
		})
	}
}
