// Package source reads input files into documents: plain text and transcripts, JSON lines, SRT and
// WebVTT subtitles, HTML articles. It decodes, detects the format, finds the date and the turns.
//
// The rules that hold for all formats:
//
//   - A span counts bytes in Document.Text. For plain text that is the decoded input, byte-order mark
//     dropped, nothing else changed (CRLF stays); for JSON lines it is the field "text" as it stands;
//     for subtitles and HTML it is the extracted text, and Document.Origins leads back.
//   - A date comes from, in this order: the JSON field, the HTML metadata, a date line or dateline in
//     the text, the name of the file, Options.Date. It is never today's.
//   - What is empty, binary, too long or plainly not English is an error that names the file (and the
//     line, of JSON lines). One bad document does not stop the rest.
package source

import (
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/extract/lexicon"
	"github.com/stancegraph/stancegraph/schema"
)

// The kinds of refusal; each comes wrapped in an error that names the file.
var (
	ErrLanguage  = errors.New("the text is not English")
	ErrBinary    = errors.New("not a text file")
	ErrEmpty     = errors.New("no text in it")
	ErrTooLong   = errors.New("the text is too long")
	ErrDuplicate = errors.New("two documents have the same id")
	ErrDate      = errors.New("not a date")
	ErrIrregular = errors.New("no regular file") // a pipe, device or socket that a folder or glob holds
)

// Options are the defaults for what the input does not say itself.
type Options struct {
	ID          string // id of the one document that the input holds; more than one is an error
	Date        string // date of documents that have none: 2019-02-14, 2019-02, 2019 or in words
	Source      string // outlet of documents that name none
	MaxBytes    int    // longest text of a document; 0 is 8 MB, some 1.3 million words
	AnyLanguage bool   // take texts that are not English as well
}

const defaultMaxBytes = 8 << 20

func (o Options) maxBytes() int {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return defaultMaxBytes
}

// Read reads the documents of one input. name is the file's name as the user knows it, "-" for
// standard input; errors begin with it.
func Read(name string, data []byte, opt Options) iter.Seq2[schema.Document, error] {
	return func(yield func(schema.Document, error) bool) {
		for in, err := range read(name, data, opt) {
			if !yield(in.doc, err) {
				return
			}
		}
	}
}

// input is a document and where it stands: the file, with the line for JSON lines.
type input struct {
	doc   schema.Document
	where string
	apart []schema.Span // of a page: what it sets apart at the beginning of a paragraph
}

func read(name string, data []byte, opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		text, err := decode(data)
		if err != nil {
			yield(input{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		list := oneDocument
		if detect(name, text) == schema.JSONL {
			list = readJSONL
		}
		finished(list(name, text, opt), opt)(yield)
	}
}

// finished checks documents and completes them.
func finished(list iter.Seq2[input, error], opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		fallback, err := opt.date()
		if err != nil {
			yield(input{}, err)
			return
		}
		opt.Date = fallback
		for in, err := range list {
			if err == nil {
				err = finish(&in.doc, in.apart, opt)
			}
			if err != nil {
				in, err = input{}, fmt.Errorf("%s: %w", in.where, err)
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

// oneDocument reads an input that is one document.
func oneDocument(name, text string, opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		in := input{doc: schema.Document{ID: baseID(name), Path: name, Kind: detect(name, text)}, where: name}
		if opt.ID != "" {
			in.doc.ID = opt.ID
		}
		var err error
		switch in.doc.Kind {
		case schema.SRT, schema.VTT:
			err = readSubtitles(&in.doc, text, opt)
		case schema.HTML:
			in.apart, err = readHTML(&in.doc, text, opt)
		default:
			in.doc.Text = text
		}
		yield(in, err)
	}
}

// finish checks a document's text and sets all that is found in it.
func finish(doc *schema.Document, apart []schema.Span, opt Options) error {
	switch {
	case strings.TrimSpace(doc.Text) == "":
		return ErrEmpty
	case len(doc.Text) > opt.maxBytes():
		return fmt.Errorf("%w: %.1f MB, at most %.1f are read at once; split it into several documents",
			ErrTooLong, float64(len(doc.Text))/1e6, float64(opt.maxBytes())/1e6)
	case strings.IndexByte(doc.Text, 0) >= 0:
		return fmt.Errorf("%w: a NUL byte at offset %d", ErrBinary, strings.IndexByte(doc.Text, 0))
	}
	if !opt.AnyLanguage {
		words, err := lexicon.LabelWords()
		if err != nil {
			return err
		}
		if language, foreign := words.NotEnglish(doc.Text); foreign {
			return fmt.Errorf("%w (it looks like %s); only English is understood, so translate it first", ErrLanguage, language)
		}
	}
	doc.SHA256 = schema.TextHash(doc.Text)
	if err := structure(doc, apart); err != nil {
		return fmt.Errorf("find the turns: %w", err)
	}
	setTimes(doc)
	if doc.Date == "" {
		if iso, ok := fileDate(filepath.Base(doc.Path)); ok && doc.Path != "-" {
			doc.Date, doc.DateSource = iso, schema.DateFromFileName
		} else if opt.Date != "" {
			doc.Date, doc.DateSource = opt.Date, schema.DateFromFlag
		}
	}
	if doc.Source == "" {
		doc.Source = opt.Source
	}
	return nil
}

// date checks Options.Date.
func (o Options) date() (string, error) {
	if o.Date == "" {
		return "", nil
	}
	iso, ok := parseDate(o.Date)
	if !ok {
		return "", fmt.Errorf("--date %q: %w; write it as 2019-02-14, 2019-02 or 2019", o.Date, ErrDate)
	}
	return iso, nil
}

// baseID is a file's name without folder and ending: the id of its document.
func baseID(name string) string {
	if name == "-" || name == "" {
		return "stdin"
	}
	base := filepath.Base(name)
	if id := strings.TrimSuffix(base, filepath.Ext(base)); id != "" {
		return id
	}
	return base
}
