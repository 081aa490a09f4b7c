// Package eval holds extracted statements against gold: precision, recall and F1 at three levels, by phenomenon,
// type and tag, and whether a confidence means what it says.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Doc is one text with all the statements that a careful reader finds in it.
type Doc struct {
	ID         string `json:"doc"`
	Text       string `json:"text"`
	Phenomenon string `json:"phenomenon,omitempty"` // of a contrast suite: what the sentence tries
	Statements []Gold `json:"statements"`
}

// Gold is one statement as the annotator wrote it.
type Gold struct {
	Holder      string             `json:"holder"`
	Type        schema.StanceType  `json:"type"`
	Polarity    int                `json:"polarity"`
	Target      string             `json:"target"`
	Kind        schema.TargetKind  `json:"kind"`
	About       []string           `json:"about"`
	Sayer       string             `json:"sayer"` // "" (null) is the writer's own narration
	Attribution schema.Attribution `json:"attribution"`
	Negated     bool               `json:"negated"`
	Modality    schema.Modality    `json:"modality"`
	Phase       schema.Phase       `json:"phase"`
	Tags        []string           `json:"tags"`
	Optional    bool               `json:"optional,omitempty"`
	HolderText  string             `json:"holder_text,omitempty"` // exact substrings of the text, where given
	TargetText  string             `json:"target_text,omitempty"`
	Cue         string             `json:"cue,omitempty"`
	Sentence    string             `json:"sentence,omitempty"`
}

// Free says that the statement is scored neither for nor against: debatable, or not said but inferred.
func (g Gold) Free() bool { return g.Optional || slices.Contains(g.Tags, "inferred") }

// ReadGold reads one Doc a line; empty lines are skipped. An error names the file (name) and the line.
func ReadGold(r io.Reader, name string) ([]Doc, error) {
	const longest = 64 << 20
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), longest)
	var docs []Doc
	seen := map[string]int{}
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		var d Doc
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("%s:%d: read gold: %w", name, n, err)
		}
		if err := d.check(); err != nil {
			return nil, fmt.Errorf("%s:%d: read gold: %w", name, n, err)
		}
		if first, ok := seen[d.ID]; ok {
			return nil, fmt.Errorf("%s:%d: read gold: document %q stands in line %d already", name, n, d.ID, first)
		}
		seen[d.ID] = n
		docs = append(docs, d)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: read gold: %w", name, n+1, err)
	}
	return docs, nil
}

func (d *Doc) check() error {
	if d.ID == "" {
		return fmt.Errorf(`"doc" is missing`)
	}
	for i := range d.Statements {
		g := &d.Statements[i]
		if g.Modality == "" {
			g.Modality = schema.Asserted
		}
		if g.Phase == "" {
			g.Phase = schema.Ongoing
		}
		if err := g.check(); err != nil {
			return fmt.Errorf("document %q, statement %d: %w", d.ID, i+1, err)
		}
	}
	return nil
}

var (
	modalities   = []schema.Modality{schema.Asserted, schema.Possible, schema.Conditional, schema.Desired, schema.Asked}
	phases       = []schema.Phase{schema.Ongoing, schema.Ended, schema.Planned}
	attributions = []schema.Attribution{"", schema.ByNarration, schema.ByDirect, schema.ByIndirect, schema.ByCaption}
)

func (g *Gold) check() error {
	if _, ok := schema.TypeOf(g.Type); !ok {
		return fmt.Errorf("there is no type %q", g.Type)
	}
	switch {
	case g.Holder == "" || g.Target == "":
		return fmt.Errorf("holder or target is missing")
	case g.Polarity < -1 || g.Polarity > 1:
		return fmt.Errorf("polarity %d is not -1, 0 or 1", g.Polarity)
	case g.Kind != schema.ToActor && g.Kind != schema.ToIssue:
		return fmt.Errorf("kind %q is neither actor nor issue", g.Kind)
	case !slices.Contains(modalities, g.Modality):
		return fmt.Errorf("there is no modality %q", g.Modality)
	case !slices.Contains(phases, g.Phase):
		return fmt.Errorf("there is no phase %q", g.Phase)
	case !slices.Contains(attributions, g.Attribution):
		return fmt.Errorf("there is no attribution %q", g.Attribution)
	}
	return nil
}
