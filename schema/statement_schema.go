package schema

import (
	_ "embed"
	"encoding/json"
)

// StatementSchema is the JSON Schema (2020-12) of a statement's JSON form, one line of extract's output.
//
//go:embed statement.schema.json
var StatementSchema []byte

// MarshalJSON writes the statement as StatementSchema has it: about is a list, also when it is empty.
func (s Statement) MarshalJSON() ([]byte, error) {
	type plain Statement // without this method
	if s.About == nil {
		s.About = []AboutRef{}
	}
	return json.Marshal(plain(s))
}
