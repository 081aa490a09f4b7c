package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// record is one document of JSON lines. Fields that are not named here are passed over.
type record struct {
	ID     json.RawMessage `json:"id"` // a string or a number
	Text   *string         `json:"text"`
	Title  string          `json:"title"`
	Date   json.RawMessage `json:"date"` // a string, or a year
	Source string          `json:"source"`
	URL    string          `json:"url"`
	Kind   string          `json:"kind"`
}

// readJSONL reads one document a line; a file that is one object over several lines is one document.
func readJSONL(name, text string, opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		if strings.HasPrefix(strings.TrimSpace(text), "[") {
			yield(input{where: name}, errors.New("a JSON array; write one object a line (jq -c '.[]' makes that of it)"))
			return
		}
		if json.Valid([]byte(text)) { // one object, perhaps over several lines
			text = strings.Map(func(r rune) rune {
				if r == '\n' || r == '\r' {
					return ' '
				}
				return r
			}, text)
		}
		lines := func(yield func(string, error) bool) {
			for line := range strings.Lines(text) {
				if !yield(line, nil) {
					return
				}
			}
		}
		records(name, lines, opt)(yield)
	}
}

// records reads one document a line.
func records(name string, lines iter.Seq2[string, error], opt Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		n, line := 0, 0
		for raw, err := range lines {
			line++
			if raw = strings.TrimSpace(raw); raw == "" && err == nil {
				continue
			}
			n++
			in := input{where: name + ":" + strconv.Itoa(line)}
			if opt.ID != "" && n > 1 {
				yield(in, errors.New("a second document, but --id names only one"))
				return
			}
			if err == nil {
				in.doc, err = parseRecord(raw)
			}
			if err == nil {
				in.doc.Path = name
				if opt.ID != "" {
					in.doc.ID = opt.ID
				}
			}
			if !yield(in, err) {
				return
			}
		}
		if n == 0 {
			yield(input{where: name}, ErrEmpty)
		}
	}
}

func parseRecord(raw string) (schema.Document, error) {
	var rec record
	if err := json.Unmarshal([]byte(raw), &rec); err != nil {
		return schema.Document{}, jsonError(err)
	}
	id, err := scalar(rec.ID)
	if err != nil {
		return schema.Document{}, fmt.Errorf("field \"id\": %w", err)
	}
	if id == "" {
		return schema.Document{}, errors.New(`field "id" is missing; a document is {"id": …, "text": …}`)
	}
	if rec.Text == nil {
		return schema.Document{}, fmt.Errorf(`document %q: field "text" is missing; a document is {"id": …, "text": …}`, id)
	}
	doc := schema.Document{ID: id, Text: *rec.Text, Title: strings.TrimSpace(rec.Title),
		Source: strings.TrimSpace(rec.Source), URL: strings.TrimSpace(rec.URL), Kind: kindOf(rec.Kind)}
	date, err := scalar(rec.Date)
	if err != nil {
		return schema.Document{}, fmt.Errorf("document %q: field \"date\": %w", id, err)
	}
	if date = strings.TrimSpace(date); date != "" {
		iso, ok := parseDate(date)
		if !ok {
			return schema.Document{}, fmt.Errorf("document %q: field \"date\" is %q: %w; write it as 2019-02-14, 2019-02 or 2019", id, date, ErrDate)
		}
		doc.Date, doc.DateSource = iso, schema.DateFromField
	}
	return doc, nil
}

// kindOf takes the formats that a text can have; anything else is left to Structure.
func kindOf(s string) schema.Format {
	switch k := schema.Format(strings.ToLower(strings.TrimSpace(s))); k {
	case schema.Text, schema.Transcript, schema.SRT, schema.VTT, schema.HTML:
		return k
	}
	return ""
}

// scalar gives a string or a number as a string, null and nothing as "".
func scalar(raw json.RawMessage) (string, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	if raw[0] == '"' {
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	}
	if raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9' {
		return string(raw), nil
	}
	return "", errors.New("neither a string nor a number")
}

func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not a JSON object: %s at byte %d", syntax, syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("field %q is a %s, not a %s", kind.Field, kind.Value, kind.Type)
	case errors.As(err, &kind):
		return fmt.Errorf("not a JSON object but: %s", kind.Value)
	}
	return err
}
