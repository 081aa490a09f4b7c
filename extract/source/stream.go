package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// A file of JSON lines may hold millions of documents, so it is read line by line. Lines have their encoding each:
// UTF-8 or, where one is plainly not that, Windows-1252. What is UTF-16, an array, or one object over several lines is
// read as a whole.

// maxLine is the longest line, in bytes: a text of the largest size with every character escaped, and some more.
const maxLine = 64 << 20

// firstLine reads the first line of a file of JSON lines that can be read line by line; false, with what was read, for
// any other file.
func firstLine(name string, in *bufio.Reader) ([]byte, bool, error) {
	head, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	if e := encodingOf(whole(head)); e != unicode.UTF8BOM && e != charmap.Windows1252 {
		return nil, false, nil
	}
	if text, err := decode(whole(head)); err != nil || detect(name, text) != schema.JSONL {
		return nil, false, nil
	}
	line, err := readLine(in, maxLine)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLongLine) {
		return nil, false, err
	}
	object := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF")))
	return line, err == nil && len(object) > 0 && object[0] == '{' && json.Valid(object), nil
}

// whole is the beginning of a text without a last character that was cut.
func whole(head []byte) []byte {
	for cut := 1; cut < utf8.UTFMax && cut <= len(head); cut++ {
		if at := len(head) - cut; utf8.RuneStart(head[at]) {
			if !utf8.FullRune(head[at:]) {
				return head[:at]
			}
			break
		}
	}
	return head
}

var errLongLine = fmt.Errorf("%w: the line has more than %d MB", ErrTooLong, maxLine>>20)

// readLine reads a line with its end, limit bytes of it at most: then there is errLongLine, and the rest can be read. Of
// the last line of a file, without an end, the error is io.EOF.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
		if len(line) > limit {
			return line, errLongLine
		}
	}
}

// linesAfter gives the first line and all others. One that is too long is an error in its place.
func linesAfter(first []byte, in *bufio.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if !yield(decodeLine(bytes.TrimPrefix(first, []byte("\uFEFF")))) {
			return
		}
		for {
			line, err := readLine(in, maxLine)
			switch {
			case errors.Is(err, io.EOF) && len(line) == 0:
				return
			case errors.Is(err, errLongLine):
				skipLine(in)
				if !yield("", err) {
					return
				}
				continue
			case err != nil && !errors.Is(err, io.EOF):
				yield("", err)
				return
			}
			if !yield(decodeLine(line)) {
				return
			}
		}
	}
}

// skipLine reads to the end of a line. An error comes again at the next read.
func skipLine(in *bufio.Reader) {
	for {
		if _, err := in.ReadSlice('\n'); !errors.Is(err, bufio.ErrBufferFull) {
			return
		}
	}
}

func decodeLine(line []byte) (string, error) {
	decoder := unicode.UTF8.NewDecoder()
	if mostlyBroken(line) {
		decoder = charmap.Windows1252.NewDecoder()
	}
	text, err := decoder.Bytes(line)
	return string(text), err
}
