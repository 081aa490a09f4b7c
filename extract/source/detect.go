package source

import (
	"path/filepath"
	"regexp"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

var (
	srtRE  = regexp.MustCompile(`^\s*(?:\d+[ \t]*\r?\n)?\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->`)
	vttRE  = regexp.MustCompile(`^\s*WEBVTT(?:[ \t\r\n]|$)`)
	htmlRE = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*` +
		`<(?:!doctype html|html|head|body|article|main|section|div|p|h1)[\s>]`)
)

// detect says what format the input has: by its content where that shows it, else by the ending of its
// name. Whether a text is a transcript shows only when its turns are read (see Structure), so plain
// text is schema.Text here.
func detect(name, text string) schema.Format {
	head := text[:min(len(text), 4096)]
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case vttRE.MatchString(head):
		return schema.VTT
	case srtRE.MatchString(head):
		return schema.SRT
	case ext == ".jsonl", ext == ".ndjson", ext == ".json":
		return schema.JSONL
	case strings.HasPrefix(strings.TrimSpace(head), "{") && strings.Contains(head, `"text"`):
		return schema.JSONL
	case ext == ".html", ext == ".htm", ext == ".xhtml", htmlRE.MatchString(head):
		return schema.HTML
	case ext == ".srt":
		return schema.SRT
	case ext == ".vtt":
		return schema.VTT
	}
	return schema.Text
}
