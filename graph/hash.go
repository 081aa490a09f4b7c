package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strconv"
	"strings"
)

// hashOf is a short key of a list of words: 26 characters, lower-case base-32 of SHA-256.
func hashOf(words ...string) string {
	var b []byte
	for _, w := range words {
		b = appendWord(b, w)
	}
	return shortSum(b)
}

// hashGraph is the same of a whole sorted graph.
func hashGraph(g Graph) string {
	b := appendWord(nil, hashVersion)
	for _, n := range g.Nodes {
		b = appendRef(b, n.Ref)
		b = appendProps(b, n.Props)
	}
	for _, e := range g.Edges {
		b = appendWord(b, e.Type)
		b = appendRef(b, e.From)
		b = appendRef(b, e.To)
		b = appendWord(b, e.Key)
		b = appendProps(b, e.Props)
	}
	return shortSum(b)
}

func appendRef(b []byte, r Ref) []byte { return appendWord(appendWord(b, string(r.Label)), r.ID) }

func appendProps(b []byte, p Props) []byte {
	for _, name := range p.Names() {
		b = appendWord(b, name)
		switch v := p[name].(type) {
		case string:
			b = appendWord(b, v)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case float64:
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		case bool:
			b = strconv.AppendBool(b, v)
		case []string:
			b = strconv.AppendInt(b, int64(len(v)), 10)
			b = append(b, '[')
			for _, s := range v {
				b = appendWord(b, s)
			}
		default:
			b = fmt.Appendf(b, "%T %v", v, v)
		}
		b = append(b, ';')
	}
	return append(b, '\n')
}

// appendWord writes a word with its length, so that no two lists of words read the same.
func appendWord(b []byte, s string) []byte {
	b = strconv.AppendInt(b, int64(len(s)), 10)
	b = append(b, ':')
	return append(b, s...)
}

func shortSum(b []byte) string {
	sum := sha256.Sum256(b)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16]))
}
