package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
)

// hashOf is a short key of a list of words: 26 characters, lower-case base-32 of SHA-256.
func hashOf(words ...string) string {
	h := sha256.New()
	for _, w := range words {
		fmt.Fprintf(h, "%d:%s", len(w), w)
	}
	sum := h.Sum(nil)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16]))
}
