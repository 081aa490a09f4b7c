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
	ID         string
	Text       string
	SHA256     string // of Text, hex
	Title      string
	Date       string // ISO 8601, day precision at best: 2019-02-14, 2019-02, 2019
	DateSource DateSource
	Source     string // the outlet: "CGTN"
	URL        string
	Kind       Format
	Path       string // the file it was read from, "-" for stdin
	Turns      []Turn
	Origins    []Origin
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
	Text  Span
	Raw   Span
	Start int // cue time in milliseconds
	End   int
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
	Index   int
	Kind    TurnKind
	Span    Span     // the words, without label and without the sound bite's outer quotation marks
	Label   Span     // the caption or speaker label as it stands; empty for narration
	Speaker *Speaker // nil: the outlet
	StartMS int
	EndMS   int
}

// Speaker is what a caption or label says of the one who speaks.
type Speaker struct {
	Name      string // in reading case: "Vladimir Putin"
	NameSpan  Span   // where the name stands in the label
	Title     string // role as it stands, in reading case: "Russian President"
	TitleSpan Span
	Country   string // canonical country name the title names: "Russia"
	Outlet    string // organisation or outlet of an expert or reporter: "Kommersant"
	Place     string // a reporter's place: "Moscow"
	Reporter  bool   // one of the outlet's own
	Unnamed   bool   // Name describes, as "audience member", or is a mark, as "Q"
	Language  string // "(Russian)" of a SOUNDBITE line
}

// Sentence is one sentence of a turn.
type Sentence struct {
	Index  int  // in the document, from 0
	Turn   int  // index into Document.Turns
	Span   Span // trimmed of outer white space
	Tokens []Token
}

// Token is one word or mark of a sentence.
type Token struct {
	Span  Span
	Text  string // as the tokeniser gives it (curly quotes folded); Span has the words as they stand
	Tag   string // Penn Treebank part of speech (XPOS of UD English)
	Lemma string // lower case but for names
	Head  int    // index of the governing token in the sentence, -1 for the root or where no tree was made
	Rel   string // Universal Dependencies relation to Head: nsubj, obj, obl:agent …
}
