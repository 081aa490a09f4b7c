package render

import (
	"encoding/json"
	"io"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/schema"
)

// Statements writes the statements of documents in one form, a document at a time.
type Statements interface {
	Write(x *schema.Extraction) error
	Close() error // after the last document
}

// Format is the form for a command's output where no other was asked for: "table" on a terminal, "jsonl" in a pipe or
// in the file output.
func Format(t *term.Terminal, output string) string {
	if t.OutTTY && output == "" {
		return "table"
	}
	return "jsonl"
}

// NewStatements makes the writer of a form: "jsonl" (one statement a line, as schema.StatementSchema has it), "csv" or
// "table".
func NewStatements(t *term.Terminal, w io.Writer, format string) (Statements, error) {
	switch format {
	case "jsonl":
		return jsonLines{newEncoder(w)}, nil
	case "csv":
		return newFlatTable(w), nil
	case "table":
		return NewTable(t, w), nil
	}
	return nil, term.Usagef("unknown format %q", format)
}

// newEncoder writes JSON lines in which <, > and & stand as they are.
func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

type jsonLines struct{ *json.Encoder }

func (j jsonLines) Close() error { return nil }

func (j jsonLines) Write(x *schema.Extraction) error {
	for i := range x.Statements {
		if err := j.Encode(x.Statements[i]); err != nil {
			return err
		}
	}
	return nil
}
