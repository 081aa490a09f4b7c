package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"hash"
	"io"
	"strings"
)

// hashOf is a short key of a list of words: 26 characters, lower-case base-32 of SHA-256.
func hashOf(words ...string) string {
	h := sha256.New()
	for _, w := range words {
		writeWord(h, w)
	}
	return shortSum(h)
}

// hashGraph is the same of a whole sorted graph.
func hashGraph(g Graph) string {
	h := sha256.New()
	writeWord(h, hashVersion)
	for _, n := range g.Nodes {
		writeWord(h, n.Ref.String())
		writeProps(h, n.Props)
	}
	for _, e := range g.Edges {
		writeWord(h, e.EdgeKey.String())
		writeProps(h, e.Props)
	}
	return shortSum(h)
}

func writeProps(w io.Writer, p Props) {
	for _, name := range p.Names() {
		writeWord(w, name)
		if list, ok := p[name].([]string); ok {
			fmt.Fprintf(w, "[%d]", len(list))
			for _, s := range list {
				writeWord(w, s)
			}
			continue
		}
		writeWord(w, fmt.Sprint(p[name]))
	}
	io.WriteString(w, ";")
}

// writeWord writes a word with its length, so that no two lists of words read the same.
func writeWord(w io.Writer, s string) { fmt.Fprintf(w, "%d:%s", len(s), s) }

func shortSum(h hash.Hash) string {
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:16]))
}
