package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

// What a user's file may hold at most. The YAML parser needs some hundred bytes of memory for each byte, for each node
// a text as long as it is deep, and expands aliases, so these are checked before it sees the file.
const (
	MaxFile   = 8 << 20 // bytes of any file of names or rules
	maxYAML   = 1 << 20 // bytes of a YAML file
	maxDepth  = 32      // of lists and mappings in each other
	maxActors = 200_000 // of a file of names
)

// ReadAll reads a file of names or rules; one of more than MaxFile bytes is an error.
func ReadAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, MaxFile+1))
	if err == nil && len(data) > MaxFile {
		return nil, fmt.Errorf("more than %d MB", MaxFile>>20)
	}
	return data, err
}

// checkYAML refuses what would take the parser too much memory or time.
func checkYAML(name string, data []byte) error {
	if len(data) > maxYAML {
		return fmt.Errorf("%s: more than %d MB of YAML; split it, or write names as lines of a .tsv", name, maxYAML>>20)
	}
	if !mayBeDeep(data) && bytes.IndexByte(data, '*') < 0 {
		return nil
	}
	depth, run := 0, 0
	for _, tk := range lexer.Tokenize(string(data)) {
		switch tk.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		}
		if tk.Type == token.SequenceEntryType || tk.Type == token.MappingKeyType {
			run++
		} else {
			run = 0
		}
		err := error(nil)
		switch {
		case tk.Type == token.AliasType:
			err = errors.New("aliases (*name) are not supported")
		case depth > maxDepth, run > maxDepth:
			err = fmt.Errorf("nested deeper than %d levels", maxDepth)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, tk.Position.Line, err)
		}
	}
	return nil
}

// mayBeDeep says quickly that a file may be nested deeper than maxDepth, by its brackets and leading dashes; it does not
// know texts in quotes.
func mayBeDeep(data []byte) bool {
	depth, run := 0, 0
	for _, c := range data {
		switch c {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '-', '?':
			run++
		case ' ', '\n', '\r', '\t':
		default:
			run = 0
		}
		if depth > maxDepth || run > maxDepth {
			return true
		}
	}
	return false
}
