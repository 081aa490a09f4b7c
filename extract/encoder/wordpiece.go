package encoder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord is BERT's limit: a word of more characters is one unknown piece.
const longestWord = 100

// wordPiece splits words as BERT's uncased tokenizer does: lower case, no accents, punctuation and CJK characters
// apart, then greedily the longest piece of the vocabulary. Names of control pieces ("[SEP]") in a text are ordinary
// text.
type wordPiece struct {
	first, next map[string]int32 // pieces that begin a word; those that go on, without their ##
	longest     int              // bytes of the longest piece
	unknown     int32
}

func newWordPiece(vocabulary []string) (*wordPiece, error) {
	w := &wordPiece{first: make(map[string]int32, len(vocabulary)), next: map[string]int32{}}
	for i, piece := range vocabulary {
		into := w.first
		if rest, ok := strings.CutPrefix(piece, "##"); ok && rest != "" {
			into, piece = w.next, rest
		}
		if _, twice := into[piece]; twice {
			return nil, fmt.Errorf("encoder: piece %q stands twice in the vocabulary", vocabulary[i])
		}
		into[piece] = int32(i)
		w.longest = max(w.longest, len(piece))
	}
	var err error
	w.unknown, err = w.control("[UNK]")
	return w, err
}

func (w *wordPiece) control(name string) (int32, error) {
	id, ok := w.first[name]
	if !ok {
		return 0, fmt.Errorf("encoder: the vocabulary has no %s", name)
	}
	return id, nil
}

// split appends the pieces of one word.
func (w *wordPiece) split(pieces []int32, word string) []int32 {
	begin := -1
	text := normal(word)
	for i, r := range text {
		alone := punctuation(r) || cjk(r)
		if alone || unicode.IsSpace(r) {
			if begin >= 0 {
				pieces = w.match(pieces, text[begin:i])
			}
			begin = -1
			if alone {
				pieces = w.match(pieces, text[i:i+utf8.RuneLen(r)])
			}
		} else if begin < 0 {
			begin = i
		}
	}
	if begin >= 0 {
		pieces = w.match(pieces, text[begin:])
	}
	return pieces
}

// match appends the longest pieces from left to right, or one unknown piece if something remains.
func (w *wordPiece) match(pieces []int32, text string) []int32 {
	if utf8.RuneCountInString(text) > longestWord {
		return append(pieces, w.unknown)
	}
	n := len(pieces)
	for from := w.first; text != ""; from = w.next {
		end := min(len(text), w.longest)
		for end > 0 {
			if id, ok := from[text[:end]]; ok {
				pieces = append(pieces, id)
				break
			}
			end--
		}
		if end == 0 {
			return append(pieces[:n], w.unknown)
		}
		text = text[end:]
	}
	return pieces
}

// normal is the text in lower case, without control characters and accents, and valid UTF-8.
func normal(text string) string {
	ascii := true
	for i := range len(text) {
		ascii = ascii && text[i] >= ' ' && text[i] < utf8.RuneSelf-1
	}
	if ascii {
		return strings.ToLower(text)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.Map(clean, text)))
}

func clean(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co):
		return -1
	}
	return r
}

func punctuation(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x7f
	}
	return unicode.IsPunct(r)
}

// cjk: the blocks of CJK ideographs that BERT's tokenizer lists.
func cjk(r rune) bool {
	for _, block := range [...][2]rune{
		{0x4E00, 0x9FFF}, {0x3400, 0x4DBF}, {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F}, {0x2B740, 0x2B81F},
		{0x2B920, 0x2CEAF}, {0xF900, 0xFAFF}, {0x2F800, 0x2FA1F},
	} {
		if r >= block[0] && r <= block[1] {
			return true
		}
	}
	return false
}
