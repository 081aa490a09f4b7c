package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns bytes into text: UTF-8, UTF-16 with a byte-order mark or plainly so, else
// Windows-1252. The mark is dropped. Bytes that are none of these are refused.
func decode(data []byte) (string, error) {
	if kind := magic(data); kind != "" {
		return "", fmt.Errorf("%w: it looks like %s", ErrBinary, kind)
	}
	var text string
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		text = fromUTF8(data[3:])
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return "", fmt.Errorf("%w: it looks like UTF-32; save it as UTF-8", ErrBinary)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		text = fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		text = fromUTF16(data[2:], binary.BigEndian)
	default:
		if order := likelyUTF16(data); order != nil {
			text = fromUTF16(data, order)
		} else {
			text = fromUTF8(data)
		}
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return "", fmt.Errorf("%w: a NUL byte at offset %d", ErrBinary, i)
	}
	if controls(text) {
		return "", fmt.Errorf("%w: it is full of control characters", ErrBinary)
	}
	return text, nil
}

// magic knows the files that people hand over by mistake.
func magic(data []byte) string {
	for _, m := range []struct{ prefix, kind string }{
		{"%PDF-", "a PDF; save its text first"},
		{"PK\x03\x04", "a zip archive or an office document; save it as text first"},
		{"\xD0\xCF\x11\xE0", "an old office document; save it as text first"},
		{"{\\rtf", "rich text; save it as plain text first"},
		{"\x1F\x8B", "a gzip archive; unpack it first"},
		{"\x89PNG", "an image"},
		{"\xFF\xD8\xFF", "an image"},
		{"GIF8", "an image"},
		{"ID3", "a sound file"},
		{"SQLite format 3", "an SQLite file"},
	} {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return m.kind
		}
	}
	return ""
}

// likelyUTF16 recognises UTF-16 without a mark: of Latin text nearly every other byte is NUL.
func likelyUTF16(data []byte) binary.ByteOrder {
	head := data[:min(len(data), 1024)]
	if len(head) < 4 || len(data)%2 != 0 {
		return nil
	}
	even, odd := 0, 0
	for i, b := range head {
		if b == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	pairs := len(head) / 2
	switch {
	case odd*10 > pairs*7 && even*20 < pairs:
		return binary.LittleEndian
	case even*10 > pairs*7 && odd*20 < pairs:
		return binary.BigEndian
	}
	return nil
}

func fromUTF16(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if i+3 < len(data) {
				low = rune(order.Uint16(data[i+2:]))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	if len(data)%2 != 0 {
		b.WriteRune(utf8.RuneError)
	}
	return b.String()
}

// fromUTF8 takes valid UTF-8 as it is. Text with more broken than whole characters beyond ASCII is
// Windows-1252 (of which Latin-1 is a part); in any other each broken byte becomes U+FFFD.
func fromUTF8(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for i := 0; i < len(data); {
		if broken > whole {
			b.WriteRune(windows1252(data[i]))
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// windows1252 is the rune of a byte; the five bytes that mean nothing become U+FFFD.
func windows1252(c byte) rune {
	if c < 0x80 || c >= 0xA0 {
		return rune(c)
	}
	const table = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
	return []rune(table)[c-0x80]
}

// controls says that the head of a text has more control characters than any text has.
func controls(text string) bool {
	head := text[:min(len(text), 64<<10)]
	n := 0
	for _, r := range head {
		if r < 0x20 && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' && r != 0x1B || r == utf8.RuneError {
			n++
		}
	}
	return n > 8 && n*20 > len(head)
}
