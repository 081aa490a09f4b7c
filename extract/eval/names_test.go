package eval

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// TestNames: words are found where the statement has them, and compared with the mention there.
func TestNames(t *testing.T) {
	text := "Chad left. He praised the council. “I oppose both sides,” Moss said."
	span := func(words string) schema.Span {
		i := strings.Index(text, words)
		return schema.Span{Start: i, End: i + len(words)}
	}
	const first, last = "He praised the council.", "“I oppose both sides,” Moss said."
	d := &Doc{ID: "d", Text: text, Statements: []Gold{
		{Holder: "Ada Lind", HolderText: "He", Target: "city council", TargetText: "the council", Kind: schema.ToActor,
			Cue: "praised", Sentence: first},
		{Holder: "Karl Moss", HolderText: "I", Target: "Chad", TargetText: "both sides", Kind: schema.ToActor,
			Cue: "oppose", Sentence: last, Sayer: "Karl Moss"},
		{Holder: "Karl Moss", HolderText: "I", Target: "Mali", TargetText: "both sides", Kind: schema.ToActor,
			Cue: "oppose", Sentence: last, Sayer: "Karl Moss"},
		{Holder: "Nobody", HolderText: "Chad", Target: "x", Kind: schema.ToIssue, Sentence: "Chad left.", Optional: true},
	}}
	mention := func(words string, sentence, head int, form schema.MentionForm, actors ...string) schema.Mention {
		return schema.Mention{Span: span(words), Sentence: sentence, Head: head, Form: form, Actors: actors}
	}
	e := &schema.Extraction{
		Document: schema.Document{Text: text},
		Mentioned: []schema.Actor{{ID: "c", Name: "Chad"}, {ID: "k", Name: "city council"}, {ID: "m", Name: "Karl Moss"},
			{ID: "n", Name: "Niger"}},
		Mentions: []schema.Mention{mention("Chad", 0, 0, schema.Named, "c"), mention("He", 1, 0, schema.Pronoun, "c"),
			mention("the council", 1, 3, schema.Nominal, "k"), mention("I", 2, 1, schema.FirstPerson),
			mention("both sides", 2, 4, schema.Collective, "c", "n"), mention("Moss", 2, 7, schema.Named, "m")},
		Clauses: []schema.Clause{{Span: span(last), Sentence: 2}, {Span: span("I oppose both sides"), Sentence: 2,
			Voice: schema.Voice{Sayers: []schema.Phrase{{Sentence: 2, Head: 7}}}}},
	}
	var got bytes.Buffer
	writeNames(&got, GroupNames(Names(d, e)))
	var rows []string
	for line := range strings.Lines(got.String()) {
		rows = append(rows, strings.Join(strings.Fields(line), " "))
	}
	want := []string{"", "who is meant gold made right P R", "definite 1 1 1 1.000 1.000", "collective 2 2 1 0.500 0.500",
		"pronoun 1 1 0 0.000 0.000", "speaker 1 1 1 1.000 1.000", "sayer 1 1 1 1.000 1.000", "all 6 6 4 0.667 0.667"}
	if strings.Join(rows, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(rows, "\n"), strings.Join(want, "\n"))
	}
}
