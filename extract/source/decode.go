package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into text: UTF-8, UTF-16 with a byte-order mark or plainly so, else Windows-1252. The
// mark is dropped. Bytes that are none of these are an error.
func decode(data []byte) (string, error) {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return "", fmt.Errorf("%w: it looks like %s", ErrBinary, m.kind)
		}
	}
	text, err := encodingOf(data).NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBinary, err)
	}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return "", fmt.Errorf("%w: a NUL byte at offset %d", ErrBinary, i)
	}
	if controls(text) {
		return "", fmt.Errorf("%w: it is full of control characters", ErrBinary)
	}
	return string(text), nil
}

// magics are the first bytes of files that people hand over by mistake.
var magics = []struct{ prefix, kind string }{
	{"%PDF-", "a PDF; save its text first"},
	{"PK\x03\x04", "a zip archive or an office document; save it as text first"},
	{"\xD0\xCF\x11\xE0", "an old office document; save it as text first"},
	{"{\\rtf", "rich text; save it as plain text first"},
	{"\x1F\x8B", "a gzip archive; unpack it first"},
	{"\x89PNG", "an image"}, {"\xFF\xD8\xFF", "an image"}, {"GIF8", "an image"},
	{"ID3", "a sound file"},
	{"SQLite format 3", "an SQLite file"},
	{"\xFF\xFE\x00\x00", "UTF-32; save it as UTF-8"}, {"\x00\x00\xFE\xFF", "UTF-32; save it as UTF-8"},
}

func encodingOf(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case alternate(data, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case alternate(data, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case mostlyBroken(data):
		return charmap.Windows1252
	}
	return unicode.UTF8BOM
}

// alternate reports whether nearly every other byte, from offset on, is NUL and hardly one of those
// between, as in Latin text of UTF-16 without a mark.
func alternate(data []byte, offset int) bool {
	head := data[:min(len(data), 1024)]
	if len(head) < 4 || len(data)%2 != 0 {
		return false
	}
	var nul [2]int
	for i, b := range head {
		if b == 0 {
			nul[i%2]++
		}
	}
	pairs := len(head) / 2
	return nul[offset]*10 > pairs*7 && nul[1-offset]*20 < pairs
}

// mostlyBroken reports whether a text has more broken than whole characters beyond ASCII, read as UTF-8.
// In any other each broken byte becomes U+FFFD.
func mostlyBroken(data []byte) bool {
	balance := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			balance++
		} else if size > 1 {
			balance--
		}
		data = data[size:]
	}
	return balance > 0
}

// controls reports whether the head of a text has more control characters than any text has.
func controls(text []byte) bool {
	head := text[:min(len(text), 64<<10)]
	n := 0
	for _, r := range string(head) {
		if r < 0x20 && !strings.ContainsRune("\n\r\t\f\v\x1B", r) || r == utf8.RuneError {
			n++
		}
	}
	return n > 8 && n*20 > len(head)
}
