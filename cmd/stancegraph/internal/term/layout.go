package term

import (
	"fmt"
	"strings"
	"unicode"
)

// Clean makes text fit for one line of a terminal: white space is one blank, control characters are left out.
func Clean(text string) string { return strings.Join(strings.Fields(CleanLine(text)), " ") }

// CleanLine takes out control characters and those that turn the direction of writing, and keeps blanks.
func CleanLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// Count is a number with its noun: "1 stance", "2 stances".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Columns is how many columns of a terminal text takes: two for a Chinese, Japanese or Korean character, none for a
// combining mark.
func Columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul),
			r >= 0xff01 && r <= 0xff60, r >= 0x1f300 && r <= 0x1faff:
			n += 2
		default:
			n++
		}
	}
	return n
}

// Pad fills text with blanks up to so many columns.
func Pad(text string, width int) string {
	if gap := width - Columns(text); gap > 0 {
		return text + strings.Repeat(" ", gap)
	}
	return text
}

// Cut shortens text to so many columns.
func Cut(text string, width int) string {
	if len(text) <= width || Columns(text) <= width {
		return text
	}
	n := 0
	for i, r := range text {
		n += Columns(string(r))
		if n >= width {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// Wrap breaks text into lines of at most width columns. A longer word has a line to itself, and is cut where it would
// fill four lines.
func Wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		word = Cut(word, max(4*width, 8))
		switch {
		case line == "":
			line = word
		case Columns(line)+1+Columns(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// Grid lays cells out in columns, two blanks between them, no blanks at line ends.
func Grid(rows [][]string) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Columns(cell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(Pad(cell, widths[i]))
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}
