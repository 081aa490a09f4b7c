package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/goccy/go-yaml"
)

// Decode reads one YAML document strictly: an unknown field, a field given twice and a second document are
// errors. name is the file as the user knows it; the error says file and line and shows the place. What is larger or
// deeper than any file of names, words or rules, or has aliases, is refused before it is parsed.
func Decode(name string, data []byte, into any) (err error) {
	if err := checkYAML(name, data); err != nil {
		return err
	}
	// the parser panics on some malformed files
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: no YAML that can be read: %v", name, p)
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict(), yaml.DisallowUnknownField())
	if err := d.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return decodeError(name, err)
	}
	var more any
	if err := d.Decode(&more); err == nil && more != nil {
		return fmt.Errorf("%s: more than one YAML document", name)
	}
	return nil
}

// decodeError puts file and line before what the parser says.
func decodeError(name string, err error) error {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		return fmt.Errorf("%s:%d: %w", name, at.GetToken().Position.Line, err)
	}
	return fmt.Errorf("%s: %w", name, err)
}
