package main

import (
	"strings"
	"unicode"
)

// columns is how many columns of a terminal text takes. Chinese, Japanese and Korean signs take two, marks that
// combine none.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0xff01 && r <= 0xff60 || r >= 0x1f300 && r <= 0x1faff:
			n += 2
		default:
			n++
		}
	}
	return n
}

// pad fills text with blanks up to so many columns.
func pad(text string, width int) string {
	if gap := width - columns(text); gap > 0 {
		return text + strings.Repeat(" ", gap)
	}
	return text
}

// cut shortens text to so many columns.
func cut(text string, width int) string {
	if len(text) <= width || columns(text) <= width {
		return text
	}
	n := 0
	for i, r := range text {
		n += columns(string(r))
		if n >= width {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// wrap breaks text into lines of at most width columns. A word that is longer has a line to itself, cut where it is
// longer than four lines: nobody reads that.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		word = cut(word, max(4*width, 8))
		switch {
		case line == "":
			line = word
		case columns(line)+1+columns(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

// grid lays cells out in columns, two blanks between them, no blanks at line ends.
func grid(rows [][]string) []string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(pad(cell, widths[i]))
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}
