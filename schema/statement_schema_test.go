package schema_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/stancegraph/stancegraph/schema"
)

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.StatementSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("statement.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("statement.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate marshals v, lets change edit the object, and gives the schema's verdict on it.
func validate(t *testing.T, s *jsonschema.Schema, v any, change func(map[string]any)) error {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(doc.(map[string]any))
	}
	return s.Validate(doc)
}

// full is a statement with every field set.
func full() schema.Statement {
	text := "Turkey wants a buffer zone to keep the Kurdish militia away, its foreign minister said."
	ref := func(id, name string, kind schema.Kind, words string) schema.ActorRef {
		start := strings.Index(text, words)
		return schema.ActorRef{ID: id, Name: name, Kind: kind, Text: words, Start: start, End: start + len(words)}
	}
	sayer := ref("actor:foreign-minister-of-turkey", "foreign minister of Turkey", schema.Person,
		"its foreign minister")
	militia := ref("actor:kurdish-militia", "Kurdish militia", schema.Group, "the Kurdish militia")
	behalf := ref("Q43", "Turkey", schema.Country, "Turkey")
	date, source := "2019-02-14", "document"
	st := schema.Statement{
		Document:  "syria-talks",
		Sentence:  schema.SentenceRef{Index: 0, Start: 0, End: len(text), Text: text},
		Holder:    behalf,
		Type:      schema.Wants,
		Polarity:  1,
		Intensity: 0.8,
		Modality:  schema.Asserted,
		Phase:     schema.Ongoing,
		Target: schema.Target{
			Kind: schema.ToIssue, ID: "issue:buffer-zone", Name: "buffer zone",
			Text: "a buffer zone", Start: 13, End: 26},
		About:       []schema.AboutRef{{ActorRef: militia, Sign: -1}},
		Sayer:       &sayer,
		OnBehalfOf:  &behalf,
		Attribution: schema.ByIndirect,
		Inferred:    true,
		Cue:         schema.TextRef{Text: "wants", Start: 7, End: 12},
		Rule:        "desire",
		Confidence:  0.91,
		Date:        &date,
		DateSource:  &source,
	}
	sentence, cue := schema.Span{End: len(text)}, schema.Span{Start: st.Cue.Start, End: st.Cue.End}
	st.ID = schema.StatementID(st.Document, sentence, cue, st.Holder.ID, st.Type, st.Target.ID, st.Polarity)
	st.From = st.ID
	st.Contrasts = []schema.Contrast{{Statement: st.ID, Cue: "but"}}
	return st
}

func TestStatementSchemaAccepts(t *testing.T) {
	s := compile(t)
	accepts := func(name string, st schema.Statement, change func(map[string]any)) {
		t.Run(name, func(t *testing.T) {
			if err := validate(t, s, st, change); err != nil {
				t.Error(err)
			}
		})
	}
	accepts("every field set", full(), nil)
	bare := full()
	bare.About, bare.Sayer, bare.OnBehalfOf, bare.From, bare.Contrasts = nil, nil, nil, "", nil
	bare.Date, bare.DateSource = nil, nil
	accepts("optional fields empty", bare, nil)
	for _, info := range schema.Types() {
		st := full()
		st.Type, st.Polarity = info.Type, info.Sign
		st.Target.Kind, st.Target.ActorKind = schema.ToActor, schema.Group
		accepts(string(info.Type), st, nil)
	}
	for field, values := range map[string][]any{
		"modality":    {schema.Asserted, schema.Possible, schema.Conditional, schema.Desired, schema.Asked},
		"phase":       {schema.Ongoing, schema.Ended, schema.Planned},
		"attribution": {schema.ByNarration, schema.ByDirect, schema.ByIndirect, schema.ByCaption},
		"date_source": {schema.DateFromField, schema.DateFromMetadata, schema.DateFromText,
			schema.DateFromFileName, schema.DateFromFlag},
		"date": {"2019-02-14", "2019-02", "2019"},
	} {
		for _, v := range values {
			value := reflect.ValueOf(v).String()
			accepts(field+" "+value, full(), func(m map[string]any) { m[field] = value })
		}
	}
}

func TestStatementSchemaRefuses(t *testing.T) {
	s := compile(t)
	sub := func(m map[string]any, field string) map[string]any { return m[field].(map[string]any) }
	for name, change := range map[string]func(map[string]any){
		"no holder":                func(m map[string]any) { delete(m, "holder") },
		"null about":               func(m map[string]any) { m["about"] = nil },
		"unknown field":            func(m map[string]any) { m["colour"] = "red" },
		"unknown field of holder":  func(m map[string]any) { sub(m, "holder")["colour"] = "red" },
		"unknown type":             func(m map[string]any) { m["type"] = "LIKES" },
		"negated edge as type":     func(m map[string]any) { m["type"] = "NOT_SUPPORTS" },
		"polarity 2":               func(m map[string]any) { m["polarity"] = 2 },
		"confidence over 1":        func(m map[string]any) { m["confidence"] = 1.01 },
		"offset below 0":           func(m map[string]any) { sub(m, "cue")["start"] = -1 },
		"actor kind of an issue":   func(m map[string]any) { sub(m, "target")["actor_kind"] = "Country" },
		"no kind of a named actor": func(m map[string]any) { sub(m, "target")["kind"] = "actor" },
		"day before month":         func(m map[string]any) { m["date"] = "14-02-2019" },
		"empty date":               func(m map[string]any) { m["date"] = "" },
		"id of another thing":      func(m map[string]any) { m["id"] = "issue:buffer-zone" },
	} {
		t.Run(name, func(t *testing.T) {
			if err := validate(t, s, full(), change); err == nil {
				t.Error("accepted")
			}
		})
	}
}

// TestStatementSchemaFields: the schema lists the types of the vocabulary in its order, and knows just
// the fields that a statement has.
func TestStatementSchemaFields(t *testing.T) {
	var doc struct {
		Required   []string
		Properties map[string]struct{ Enum []any }
	}
	if err := json.Unmarshal(schema.StatementSchema, &doc); err != nil {
		t.Fatal(err)
	}
	var types []any
	for _, info := range schema.Types() {
		types = append(types, string(info.Type))
	}
	if diff := cmp.Diff(types, doc.Properties["type"].Enum); diff != "" {
		t.Errorf("types (-stances.yaml +schema):\n%s", diff)
	}
	fields := reflect.TypeFor[schema.Statement]()
	if len(doc.Properties) != fields.NumField() {
		t.Errorf("schema has %d properties, a statement %d fields", len(doc.Properties), fields.NumField())
	}
	for i := range fields.NumField() {
		name, option, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
		if _, ok := doc.Properties[name]; !ok {
			t.Errorf("the schema does not know %s", name)
		}
		if required := slices.Contains(doc.Required, name); required == (option == "omitempty") {
			t.Errorf("%s: required %v, but its tag is %q", name, required, option)
		}
	}
}

func TestStatementRoundTrip(t *testing.T) {
	raw, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	var back schema.Statement
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full(), back); diff != "" {
		t.Errorf("written and read back (-want +got):\n%s", diff)
	}
}
