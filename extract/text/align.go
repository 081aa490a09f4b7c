package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"github.com/stancegraph/stancegraph/schema"
)

// fold gives the ASCII mark that prose puts for a curly quote, and any other rune as it is.
func fold(r rune) rune {
	switch r {
	case '\u2018', '\u2019':
		return '\''
	case '\u201c', '\u201d':
		return '"'
	}
	return r
}

// alignTokens finds prose's tokens in the sentence that they were made of, by walking both forward.
// What prose lost on the way ("Trump's," loses "'s,") becomes a piece of its own. False when a
// token is not there: then nothing of prose's answer is to be trusted.
func alignTokens(sentence string, words []prose.Token) ([]schema.Span, bool) {
	spans := make([]schema.Span, 0, len(words)+4)
	pos := 0
	for _, w := range words {
		start, end, ok := nextMatch(sentence, pos, w.Text)
		if !ok {
			return nil, false
		}
		spans = appendChunks(spans, sentence, pos, start)
		spans = append(spans, schema.Span{Start: start, End: end})
		pos = end
	}
	return appendChunks(spans, sentence, pos, len(sentence)), true
}

// nextMatch looks for word at or behind pos. It looks no farther than the white-space-delimited
// words that prose can lose, 64 bytes, so that a long text costs no more than its length.
func nextMatch(sentence string, pos int, word string) (start, end int, ok bool) {
	const reach = 64
	for start = pos; start < len(sentence) && start <= pos+reach; {
		r, size := utf8.DecodeRuneInString(sentence[start:])
		if !unicode.IsSpace(r) {
			if end, ok := matchAt(sentence, start, word); ok {
				return start, end, true
			}
		} else {
			pos = start // white space is no reach
		}
		start += size
	}
	return 0, 0, false
}

// matchAt says whether word stands at start, curly quotes counting as straight ones.
func matchAt(sentence string, start int, word string) (end int, ok bool) {
	if word == "" {
		return start, false
	}
	i := start
	for j := 0; j < len(word); {
		if i >= len(sentence) {
			return 0, false
		}
		if a, b := sentence[i], word[j]; a < utf8.RuneSelf && a == b {
			i, j = i+1, j+1
			continue
		}
		a, asize := utf8.DecodeRuneInString(sentence[i:])
		b, bsize := utf8.DecodeRuneInString(word[j:])
		if fold(a) != fold(b) || a == utf8.RuneError && asize != bsize {
			return 0, false
		}
		i, j = i+asize, j+bsize
	}
	return i, true
}

// appendChunks adds the white-space-delimited pieces of sentence[start:end].
func appendChunks(spans []schema.Span, sentence string, start, end int) []schema.Span {
	open := -1
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		if unicode.IsSpace(r) {
			if open >= 0 {
				spans = append(spans, schema.Span{Start: open, End: i})
				open = -1
			}
		} else if open < 0 {
			open = i
		}
		i += size
	}
	if open >= 0 {
		spans = append(spans, schema.Span{Start: open, End: end})
	}
	return spans
}
