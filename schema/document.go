package schema

// Span is a stretch of Document.Text: byte offsets, End exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty says that the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains says whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps says whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In cuts the span out of text. A span that does not fit gives "".
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// DateSource says where a document's date comes from, best first (DESIGN: dates are honest).
type DateSource string

const (
	DateFromField    DateSource = "field"    // the JSONL field "date"
	DateFromMetadata DateSource = "metadata" // HTML metadata
	DateFromText     DateSource = "document" // a dateline or date line in the text
	DateFromFileName DateSource = "filename"
	DateFromFlag     DateSource = "flag" // --date
	DateUnknown      DateSource = ""
)

// Document is one input text. All spans of everything count in Text.
type Document struct {
	ID         string     `json:"id"`
	Text       string     `json:"text"`
	SHA256     string     `json:"sha256"` // of Text, hex
	Title      string     `json:"title,omitempty"`
	Date       string     `json:"date,omitempty"` // ISO 8601, day precision at best: 2019-02-14, 2019-02, 2019
	DateSource DateSource `json:"date_source,omitempty"`
	Source     string     `json:"source,omitempty"` // the outlet: "CGTN"
	URL        string     `json:"url,omitempty"`
	Kind       Format     `json:"kind,omitempty"`
	Path       string     `json:"path,omitempty"` // the file it was read from, "-" for stdin
	Turns      []Turn     `json:"turns,omitempty"`
	Origins    []Origin   `json:"origins,omitempty"`
}

// Format names a kind of input.
type Format string

const (
	Text       Format = "text"       // prose without turns
	Transcript Format = "transcript" // prose with captions or speaker labels
	JSONL      Format = "jsonl"
	SRT        Format = "srt"
	VTT        Format = "vtt"
	HTML       Format = "html"
)

// Origin maps a stretch of Text back to the raw input: bytes for HTML, bytes and
// cue time for subtitles. Plain text needs none: it is the raw input.
type Origin struct {
	Text  Span `json:"text"`
	Raw   Span `json:"raw"`
	Start int  `json:"start_ms,omitempty"` // cue time in milliseconds
	End   int  `json:"end_ms,omitempty"`
}

// TurnKind says what a turn is.
type TurnKind string

const (
	Narration TurnKind = "narration" // the outlet's own words (a reporter's, a writer's)
	Soundbite TurnKind = "soundbite" // caption NAME TITLE and the words said
	Speech    TurnKind = "speech"    // a labelled turn: "NAME:", ">> name:", "<v Name>"
	Headline  TurnKind = "headline"  // a title line; grammar is that of headlines
)

// Turn is a run of text spoken or written by one voice. Turns are sorted, do not overlap, and
// cover all that is to be read as sentences: what lies outside (captions, running times,
// time stamps) is label, not text.
type Turn struct {
	Index   int      `json:"index"`
	Kind    TurnKind `json:"kind"`
	Span    Span     `json:"span"`              // the words, without label and without the sound bite's outer quotation marks
	Label   Span     `json:"label"`             // the caption or speaker label as it stands; empty for narration
	Speaker *Speaker `json:"speaker,omitempty"` // nil: the outlet
	StartMS int      `json:"start_ms,omitempty"`
	EndMS   int      `json:"end_ms,omitempty"`
}

// Speaker is what a caption or label says of the one who speaks.
type Speaker struct {
	Name      string `json:"name"`            // in reading case: "Vladimir Putin"
	NameSpan  Span   `json:"name_span"`       // where the name stands in the label
	Title     string `json:"title,omitempty"` // role as it stands, in reading case: "Russian President"
	TitleSpan Span   `json:"title_span"`
	Country   string `json:"country,omitempty"`  // canonical country name the title names: "Russia"
	Outlet    string `json:"outlet,omitempty"`   // organisation or outlet of an expert or reporter: "Kommersant"
	Place     string `json:"place,omitempty"`    // a reporter's place: "Moscow"
	Reporter  bool   `json:"reporter,omitempty"` // one of the outlet's own
	Language  string `json:"language,omitempty"` // "(Russian)" of a SOUNDBITE line
}

// Sentence is one sentence of a turn.
type Sentence struct {
	Index  int     `json:"index"` // in the document, from 0
	Turn   int     `json:"turn"`  // index into Document.Turns
	Span   Span    `json:"span"`  // trimmed of outer white space
	Tokens []Token `json:"tokens,omitempty"`
}

// Token is one word or mark of a sentence.
type Token struct {
	Span  Span   `json:"span"`
	Text  string `json:"text"`            // as the tokeniser gives it (curly quotes folded); Span has the words as they stand
	Tag   string `json:"tag,omitempty"`   // Penn Treebank part of speech (XPOS of UD English)
	Lemma string `json:"lemma,omitempty"` // lower case but for names
	Head  int    `json:"head"`            // index of the governing token in the sentence, -1 for the root or where no tree was made
	Rel   string `json:"rel,omitempty"`   // Universal Dependencies relation to Head: nsubj, obj, obl:agent …
}
