package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
)

// hashOf is a short key of a list of words: 26 characters, lower-case base-32 of SHA-256.
func hashOf(words ...string) string {
	var b []byte
	for _, w := range words {
		b = appendWord(b, w)
	}
	sum := sha256.Sum256(b)
	return short(sum[:])
}

// hashGraph is the same of a whole sorted graph. It hashes as it goes: the words of a graph together are large.
func hashGraph(g Graph) string {
	sum := sha256.New()
	b := appendWord(nil, hashVersion)
	for _, n := range g.Nodes {
		b = appendRef(b, n.Ref)
		b = appendProps(b, n.Props)
		sum.Write(b) // never fails
		b = b[:0]
	}
	for _, e := range g.Edges {
		b = appendWord(b, string(e.Type))
		b = appendRef(b, e.From)
		b = appendRef(b, e.To)
		b = appendWord(b, e.Key)
		b = appendProps(b, e.Props)
		sum.Write(b)
		b = b[:0]
	}
	sum.Write(b)
	return short(sum.Sum(nil))
}

func appendRef(b []byte, r Ref) []byte { return appendWord(appendWord(b, string(r.Label)), r.ID) }

// appendProps writes the properties that say something, by name.
func appendProps(b []byte, p propertied) []byte {
	list := p.properties()
	slices.SortFunc(list, func(x, y property) int { return strings.Compare(x.name, y.name) })
	for _, x := range list {
		if x.absent() {
			continue
		}
		b = appendWord(b, x.name)
		switch f := x.field.(type) {
		case *string:
			b = appendWord(b, *f)
		case *int:
			b = strconv.AppendInt(b, int64(*f), 10)
		case *float64:
			b = strconv.AppendFloat(b, *f, 'g', -1, 64)
		case *bool:
			b = strconv.AppendBool(b, *f)
		case *[]string:
			b = strconv.AppendInt(b, int64(len(*f)), 10)
			b = append(b, '[')
			for _, s := range *f {
				b = appendWord(b, s)
			}
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

func short(sum []byte) string {
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:16]))
}
