package extract_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/extract"
)

// TestBaseForms: however an issue stands in a question, it has the words that its id is made of.
func TestBaseForms(t *testing.T) {
	for want, all := range map[string][]string{
		"buffer zone":   {"a buffer zone", "the buffer zones", "Buffer Zones", "their buffer zone"},
		"zone":          {"zone", "the zones"},
		"tax on import": {"the taxes on imports", "tax on imports"},
		"":              {"", " ", "?!", "the"},
	} {
		for _, words := range all {
			if got, err := extract.BaseForms(words); err != nil || got != want {
				t.Errorf("%q: %q (%v), want %q", words, got, err, want)
			}
		}
	}
}
