package main

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/sqlite"
	"github.com/stancegraph/stancegraph/schema"
)

// hostileTexts are names and sentences that a careless page would run.
var hostileTexts = []string{
	`</script><script>ran = 1</script>`,
	`<img src=x onerror="ran = 1">`,
	"<!--<script>\u2028ran = 1\u2029",
	`"];ran=1;//'${ran = 1}\`,
}

// viewStore holds statements of each kind that the page tells apart.
func viewStore(t *testing.T) string {
	t.Helper()
	const ostland, sunde, lind = "Q9001", "Q9002", "actor:lind"
	tell := func(id, source, date string, sentences ...string) *graphtest.Story {
		return graphtest.NewStory(id, source, date, sentences...).Actor(ostland, "Ostland", schema.Country, "Eastern Realm").
			Actor(sunde, "Sunde", schema.Country).Actor(lind, "Ada Lind", schema.Person)
	}
	morning := tell("morning", "Gazette", "2031-01-05", "Ostland wants a new ferry.", "It wants a new ferry.",
		"Ostland still wants a new ferry.", "Sunde supports the bridge.", "Sunde meets Ostland.", "Sunde may want a new ferry.",
		"Sunde praises Ostland.", "Sunde, it seems, backs Ostland.")
	morning.State(0, ostland, schema.Wants, "wants", "a new ferry").State(1, ostland, schema.Wants, "wants", "a new ferry").
		State(2, ostland, schema.Wants, "wants", "a new ferry").State(3, sunde, schema.Supports, "supports", "the bridge").
		State(4, sunde, schema.Meets, "meets", ostland).
		State(5, sunde, schema.Wants, "want", "a new ferry", graphtest.Mood(schema.Possible)).
		State(6, sunde, schema.Praises, "praises", ostland, graphtest.Sure(0.6)).
		State(7, sunde, schema.Supports, "backs", ostland, graphtest.Implied, graphtest.Sure(0.7))
	talk := tell("talk", "Harbour Wire", "2031-02-01", "Ada Lind said that Sunde rejects the bridge.", "Sunde rejects the bridge.")
	talk.State(0, sunde, schema.Rejects, "rejects", "the bridge", talk.By(0, lind), talk.For(0, ostland), graphtest.Sure(0.8)).
		State(1, sunde, schema.Rejects, "rejects", "the bridge")
	talk.Document.Title, talk.Document.URL = "Evening talk", "https://video.example/talk?a=1&b=2"
	talk.Document.Turns[0].StartMS, talk.Document.Turns[0].EndMS = 65_000, 80_000
	late := tell("late", "", "2031-02-03", "Sunde supports the bridge.", "Ostland rejects a new ferry.", "Ostland wants a toll.",
		"Sunde rejects a toll.")
	late.State(0, sunde, schema.Supports, "supports", "the bridge").State(1, ostland, schema.Rejects, "rejects", "a new ferry").
		State(2, ostland, schema.Wants, "wants", "a toll").State(3, sunde, schema.Rejects, "rejects", "a toll")
	documents := []schema.Extraction{morning.Extraction, talk.Extraction, late.Extraction}
	for i, text := range hostileTexts {
		id := fmt.Sprint("hostile:", i)
		story := graphtest.NewStory(id, "", "", text+" wants it.").Actor(id, text, schema.Group).
			State(0, id, schema.Wants, "wants", "it")
		story.Document.Title, story.Document.URL = text, "javascript:ran=1"
		documents = append(documents, story.Extraction)
	}
	return saved(t, documents...)
}

// saved is a new store with these documents.
func saved(t *testing.T, documents ...schema.Extraction) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "test.sqlite")
	store, err := sqlite.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Save(context.Background(), documents, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	return file
}
