package main

import (
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
)

func TestPatience(t *testing.T) {
	for _, c := range []struct {
		value string
		want  time.Duration
		ok    bool
	}{
		{"", 0, true}, {"10m", 10 * time.Minute, true}, {"1h30m", 90 * time.Minute, true},
		{"10", 0, false}, {"soon", 0, false}, {"-1m", 0, false}, {"0s", 0, false},
	} {
		t.Run(c.value, func(t *testing.T) {
			got, err := patience(c.value)
			if got != c.want || (err == nil) != c.ok || err != nil && !term.IsUsage(err) {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
}
