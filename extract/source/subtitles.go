package source

import (
	"errors"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// readSubtitles makes running text of SRT or WebVTT. Cues are joined with spaces, so that sentences go
// over them; a change of speaker begins a line, its label in front ("<v Name> ", ">> ", "NAME: ").
// Origins leads each piece of text back to its cue: time, and bytes of the decoded input.
func readSubtitles(doc *schema.Document, raw string, opt Options) error {
	if len(raw) > 8*opt.maxBytes() {
		return fmt.Errorf("%w: %.1f MB of subtitles", ErrTooLong, float64(len(raw))/1e6)
	}
	cues, err := parseCues(raw)
	if err != nil {
		return fmt.Errorf("broken %s subtitles: %w", doc.Kind, err)
	}
	j := joiner{}
	for i := range cues {
		j.cue(&cues[i])
	}
	doc.Text, doc.Origins = j.text.String(), j.origins
	return nil
}

// cue is what stands on the screen at one time.
type cue struct {
	start, end int // milliseconds
	lines      []cueLine
}

// cueLine is one line of a cue, or the words of one voice on it.
type cueLine struct {
	raw        schema.Span
	words      string
	voice      string // of "<v Name>", which goes on to the lines below
	afterBlank bool
}

var (
	timingRE  = regexp.MustCompile(`^\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3})(?:\s|$)`)
	blockRE   = regexp.MustCompile(`^(?:NOTE|STYLE|REGION)(?:\s|$)`)
	cueTagRE  = regexp.MustCompile(`</?[a-zA-Z][^>\n]*>|<\d{1,2}:[\d:.]+>|\{\\[^}\n]*\}`)
	cueVoice  = regexp.MustCompile(`<v(?:\.[\w.]+)?[ \t]+([^>\n]*)>`)
	soundRE   = regexp.MustCompile(`^[\[(♪♫][^\])]*[\])♪♫]$|^[♪♫].*$`)
	dashedRE  = regexp.MustCompile(`^[-–][ \t]*([^-–\s])`)
	cueNameRE = regexp.MustCompile(`^(?:>>|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}(?: ?\([^)]{1,30}\))?:(?: |$))`)
)

// parseCues reads the cues of SRT or WebVTT. A blank line within a cue does not end it; notes, styles and
// the cues' own names, which stand right before a time, are left out.
func parseCues(raw string) ([]cue, error) {
	const maxLine = 60 << 10 // no subtitles have longer ones
	var cues []cue
	pos, n := 0, 0
	blank, skip := true, false
	for line := range strings.Lines(raw) {
		start := pos
		pos += len(line)
		if n++; len(line) > maxLine {
			return nil, fmt.Errorf("line %d has %d bytes", n, len(line))
		}
		text := strings.TrimSpace(line)
		switch {
		case strings.Contains(text, "-->") && strings.IndexAny(text, "0123456789-") == 0:
			m := timingRE.FindStringSubmatch(text)
			if m == nil {
				return nil, fmt.Errorf("line %d is no time of a cue: %.80q", n, text)
			}
			if len(cues) > 0 && !blank {
				cues[len(cues)-1].dropName()
			}
			cues = append(cues, cue{start: milliseconds(m[1]), end: milliseconds(m[2])})
			skip = false
		case text == "":
			skip = false
		case blank && blockRE.MatchString(text):
			skip = true
		case !skip && len(cues) > 0:
			start += strings.Index(line, text)
			cues[len(cues)-1].add(text, schema.Span{Start: start, End: start + len(text)}, blank)
		}
		blank = text == ""
	}
	if len(cues) == 0 {
		return nil, errors.New("no cues (a cue has a line like 00:00:01,000 --> 00:00:04,000)")
	}
	return cues, nil
}

// dropName takes off a cue the last line where it is the name of the next cue: a number, or alone after
// a blank line.
func (c *cue) dropName() {
	k := len(c.lines) - 1
	if k < 0 {
		return
	}
	_, err := strconv.Atoi(c.lines[k].words)
	if err == nil || k > 0 && c.lines[k].afterBlank {
		c.lines = c.lines[:k]
	}
}

// add appends a line to a cue: its tags removed, its entities read, each voice a line of its own.
func (c *cue) add(text string, raw schema.Span, afterBlank bool) {
	voice, from := "", 0
	put := func(part string) {
		words := strings.Join(strings.Fields(unmarked(cueTagRE.ReplaceAllString(part, ""))), " ")
		if words != "" {
			c.lines = append(c.lines, cueLine{raw, words, voice, afterBlank})
		}
	}
	for _, m := range cueVoice.FindAllStringSubmatchIndex(text, -1) {
		put(text[from:m[0]])
		voice, from = strings.TrimSpace(unmarked(text[m[2]:m[3]])), m[1]
	}
	put(text[from:])
}

// unmarked reads entities, and removes the marks of writing direction and zero width.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0xFEFF || r == 0 {
			return -1
		}
		return r
	}, html.UnescapeString(s))
}

// milliseconds reads "01:02:03,400" and "02:03.400".
func milliseconds(clock string) int {
	clock, fraction, _ := strings.Cut(strings.ReplaceAll(clock, ",", "."), ".")
	ms := 0
	for part := range strings.SplitSeq(clock, ":") {
		n, _ := strconv.Atoi(part) // digits by the pattern; too many of them are no time
		ms = min(ms*60+n, 1<<40)
	}
	n, _ := strconv.Atoi((fraction + "00")[:3])
	return ms*1000 + n
}

// joiner makes running text of cues.
type joiner struct {
	text    strings.Builder
	origins []schema.Origin
	before  []string // lines of the cue before
	voice   string
	end     int // milliseconds; of the cue before
}

func (j *joiner) cue(c *cue) {
	lines := make([]string, len(c.lines))
	dashes := 0
	for i, l := range c.lines {
		lines[i] = l.words
		if dashedRE.MatchString(l.words) {
			dashes++
		}
	}
	dashed := dashes > 1 || dashes == 1 && len(lines) == 1
	voice := ""
	for i, words := range newLines(j.before, lines) {
		if c.lines[i].voice != "" {
			voice = c.lines[i].voice
		}
		if words == "" || soundRE.MatchString(words) {
			continue
		}
		label := ""
		if dashed && dashedRE.MatchString(words) {
			words, label = dashedRE.ReplaceAllString(words, "$1"), ">> "
		}
		if voice != j.voice {
			j.voice, label = voice, ">> "
			if voice != "" {
				label = "<v " + strings.NewReplacer(">", " ", "<", " ").Replace(voice) + "> "
			}
		}
		breaks := label != "" || c.start-j.end > 4000 && endsSentence(j.text.String())
		if cueNameRE.MatchString(words) {
			label, breaks = "", true
		}
		j.write(c, label, words, breaks, c.lines[i].raw)
	}
	if len(lines) > 0 {
		j.before, j.end = lines, c.end
	}
}

func (j *joiner) write(c *cue, label, words string, breaks bool, raw schema.Span) {
	switch {
	case j.text.Len() == 0:
	case breaks:
		j.text.WriteByte('\n')
	default:
		j.text.WriteByte(' ')
	}
	start := j.text.Len()
	j.text.WriteString(label)
	j.text.WriteString(words)
	text := schema.Span{Start: start, End: j.text.Len()}
	j.origins = append(j.origins, schema.Origin{Text: text, Raw: raw, Start: c.start, End: c.end})
}

// newLines gives of each line of a cue what the cue before did not show already, "" where it showed it
// all: captions that roll show their last line again, those that grow show their beginning again.
func newLines(before, lines []string) []string {
	out := append([]string(nil), lines...)
	for k := min(len(before), len(lines)); k > 0; k-- {
		tail := before[len(before)-k:]
		same := true
		for i := range k {
			same = same && (tail[i] == lines[i] || i == k-1 && grows(tail[i], lines[i]))
		}
		if same {
			for i := range k {
				out[i] = strings.TrimSpace(strings.TrimPrefix(lines[i], tail[i]))
			}
			return out
		}
	}
	return out
}

// grows reports whether a line is the one before with words added. One word is no evidence.
func grows(before, line string) bool {
	return strings.HasPrefix(line, before+" ") && strings.Contains(before, " ")
}

// setTimes gives each turn the time of its first and last cue.
func setTimes(doc *schema.Document) {
	o := 0
	for i := range doc.Turns {
		t := &doc.Turns[i]
		for o < len(doc.Origins) && doc.Origins[o].Text.End <= t.Span.Start {
			o++
		}
		for k := o; k < len(doc.Origins) && doc.Origins[k].Text.Overlaps(t.Span); k++ {
			if k == o {
				t.StartMS = doc.Origins[k].Start
			}
			t.EndMS = doc.Origins[k].End
		}
	}
}
