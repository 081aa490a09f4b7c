package rule

import (
	"slices"
	"strings"
)

// force: those who fight, or what they are called here: "Russian forces".
func (m *matcher) force(e end) bool {
	words := strings.Fields(strings.ToLower(e.span.In(m.Document.Text)))
	return slices.ContainsFunc(words, func(w string) bool {
		return false
	})
}
