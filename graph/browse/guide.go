package browse

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
)

//go:embed guide.html
var guidePage string

var guideTemplate = template.Must(template.New("guide").Funcs(template.FuncMap{
	"text": plainText,
	"add":  func(a, b int) int { return a + b },
}).Parse(guidePage))

// Guide is the guide as HTML. Base is where its style is found, as "http://localhost:7475". Examples fill the inputs
// of the questions; all of it is escaped.
func Guide(base string, examples Examples) ([]byte, error) {
	drawn, err := pictures(examples)
	if err != nil {
		return nil, fmt.Errorf("write the guide: %w", err)
	}
	shipped, err := asked(examples)
	if err != nil {
		return nil, fmt.Errorf("write the guide: %w", err)
	}
	data := struct {
		Base                 string
		Pictures, Questions  []query
		Looks                []look
		For, Against, Nobody string
		Empty                bool
	}{base, drawn, shipped, looks(), forColor, againstColor, neutralColor, examples["actor"] == ""}
	var b bytes.Buffer
	if err := guideTemplate.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("write the guide: %w", err)
	}
	return b.Bytes(), nil
}
