package source

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/asticode/go-astisub"

	"github.com/stancegraph/stancegraph/schema"
)

// maxLine is the longest line that the subtitle reader takes; behind a longer one it would stop without
// a word.
const maxLine = 60 << 10

// readSubtitles makes running text of SRT or WebVTT. Cues are joined with spaces, so that sentences go
// over them; a change of speaker begins a line, its label in front ("<v Name> ", ">> ", "NAME: ").
// Origins leads each piece of text back to its cue: time, and bytes of the decoded input.
func readSubtitles(doc *schema.Document, raw string, opt Options) error {
	if len(raw) > 8*opt.maxBytes() {
		return fmt.Errorf("%w: %.1f MB of subtitles", ErrTooLong, float64(len(raw))/1e6)
	}
	clean, cues, err := plainCues(raw)
	if err != nil {
		return err
	}
	subs, err := parseSubtitles(doc.Kind, clean)
	if err != nil {
		return err
	}
	if len(cues) != len(subs.Items) {
		cues = nil // no honest way back to the bytes
	}
	j := joiner{}
	for i, item := range subs.Items {
		var raw schema.Span
		if cues != nil {
			raw = cues[i]
		}
		j.cue(item, raw)
	}
	doc.Text, doc.Origins = j.text.String(), j.origins
	return nil
}

func parseSubtitles(kind schema.Format, raw string) (subs *astisub.Subtitles, err error) {
	defer func() {
		if recover() != nil { // a time line that has no end, among others
			subs, err = nil, fmt.Errorf("broken %s subtitles", kind)
		}
	}()
	if kind == schema.VTT {
		subs, err = astisub.ReadFromWebVTT(strings.NewReader(raw))
	} else {
		subs, err = astisub.ReadFromSRT(strings.NewReader(raw))
	}
	if err != nil {
		return nil, fmt.Errorf("broken %s subtitles: %s", kind, strings.TrimPrefix(err.Error(), "astisub: "))
	}
	return subs, nil
}

var (
	settingsRE = regexp.MustCompile(`^([ \t]*[\d:.,]+[ \t]*-->[ \t]*[\d:.,]+)[ \t].*$`)
	voiceRE    = regexp.MustCompile(`<v[ .]`)
	cueTagRE   = regexp.MustCompile(`</?(?:c|i|b|u|ruby|rt|lang|font)(?:[. ][^>\n]*)?>|<\d{1,2}:[\d:.]+>|\{\\[^}\n]*\}`)
)

// plainCues takes out of subtitles what is of no use and trips the reader: position settings, style
// tags, time stamps within a cue, a second voice on a line (it gets a line of its own). It also gives
// the bytes of each cue's words in raw.
func plainCues(raw string) (clean string, cues []schema.Span, err error) {
	var b strings.Builder
	b.Grow(len(raw))
	pos, n := 0, 0
	open := -1
	for line := range strings.Lines(raw) {
		n++
		if len(line) > maxLine {
			return "", nil, fmt.Errorf("line %d has %d bytes: no subtitles", n, len(line))
		}
		start := pos
		pos += len(line)
		text := strings.TrimRight(line, "\r\n")
		switch {
		case strings.Contains(text, "-->"):
			if m := settingsRE.FindStringSubmatch(text); m != nil {
				text = m[1]
			}
			if open >= 0 { // no blank line stood between
				cues[open].End = start
			}
			open = len(cues)
			cues = append(cues, schema.Span{Start: pos, End: pos})
		case strings.TrimSpace(text) == "":
			open = -1
		default:
			if open >= 0 {
				cues[open].End = start + len(text)
			}
			text = cueTagRE.ReplaceAllString(text, "")
			if at := voiceRE.FindAllStringIndex(text, -1); len(at) > 1 {
				for i := len(at) - 1; i > 0; i-- {
					text = text[:at[i][0]] + "\n" + text[at[i][0]:]
				}
			}
		}
		b.WriteString(text)
		b.WriteByte('\n')
	}
	if n == 0 {
		return "", nil, ErrEmpty
	}
	if len(cues) == 0 {
		return "", nil, errors.New("no cues in these subtitles (a cue has a line like 00:00:01,000 --> 00:00:04,000)")
	}
	return b.String(), cues, nil
}

// joiner makes running text of cues.
type joiner struct {
	text    strings.Builder
	origins []schema.Origin
	before  []string // lines of the cue before
	voice   string
	end     time.Duration
}

var (
	soundRE    = regexp.MustCompile(`^[\[(♪♫][^\])]*[\])♪♫]$|^[♪♫].*$`)
	cueLabelRE = regexp.MustCompile(`^(?:>>|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}(?: ?\([^)]{1,30}\))?:(?: |$))`)
)

func (j *joiner) cue(item *astisub.Item, raw schema.Span) {
	var lines, voices []string
	for _, l := range item.Lines {
		var b strings.Builder
		for _, it := range l.Items {
			b.WriteString(it.Text)
		}
		words := strings.Join(strings.Fields(b.String()), " ")
		if words == "" {
			continue
		}
		lines = append(lines, words)
		voices = append(voices, strings.TrimSpace(l.VoiceName))
	}
	fresh := newLines(j.before, lines)
	dashes := 0
	for _, l := range lines {
		if strings.HasPrefix(l, "- ") || strings.HasPrefix(l, "– ") {
			dashes++
		}
	}
	voice := ""
	for i, words := range lines {
		if voices[i] != "" {
			voice = voices[i] // a voice goes on to the lines below it
		}
		if words = fresh[i]; words == "" || soundRE.MatchString(words) {
			continue
		}
		label, breaks := "", false
		if dashes > 1 || dashes == 1 && len(lines) == 1 {
			if rest := strings.TrimPrefix(strings.TrimPrefix(words, "- "), "– "); rest != words {
				words, breaks = rest, true
				label = ">> "
			}
		}
		if voice != j.voice {
			label = ">> "
			if voice != "" {
				label = "<v " + strings.NewReplacer(">", " ", "<", " ").Replace(voice) + "> "
			}
			j.voice = voice
			breaks = true
		}
		if cueLabelRE.MatchString(words) {
			label, breaks = "", true
		}
		if item.StartAt-j.end > 4*time.Second && endsSentence(strings.TrimRight(j.text.String()[max(0, j.text.Len()-8):], `"'”’`)) {
			breaks = true
		}
		j.write(label, words, breaks, item, raw)
	}
	if len(lines) > 0 {
		j.before = lines
		j.end = item.EndAt
	}
}

func (j *joiner) write(label, words string, breaks bool, item *astisub.Item, raw schema.Span) {
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
	j.origins = append(j.origins, schema.Origin{
		Text: schema.Span{Start: start, End: j.text.Len()}, Raw: raw,
		Start: int(item.StartAt.Milliseconds()), End: int(item.EndAt.Milliseconds()),
	})
}

// newLines gives of each line of a cue what the cue before did not show already, "" where it showed it
// all: captions that roll show their last line again, those that grow show their beginning again.
func newLines(before, lines []string) []string {
	out := append([]string(nil), lines...)
	for k := min(len(before), len(lines)); k > 0; k-- {
		tail := before[len(before)-k:]
		same := true
		for i := range k {
			last := i == k-1
			if tail[i] != lines[i] && !(last && grows(tail[i], lines[i])) {
				same = false
				break
			}
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

// grows says that a line is the one before with words added. One word is no evidence.
func grows(before, line string) bool {
	return strings.HasPrefix(line, before+" ") && strings.Count(before, " ") >= 1
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
