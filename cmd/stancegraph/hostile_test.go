package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
)

// hostileNews are documents whose ids, titles, outlets and texts try to break out of queries, files and terminals.
func hostileNews(t *testing.T) (file string, ids []string) {
	t.Helper()
	words := []string{
		`"; DROP TABLE statement; --`, `' OR '1'='1`, "`) DETACH DELETE (n) //", `'}) MATCH (x) DETACH DELETE x //`,
		`$id {a: 1} }`,
		`<script>alert(1)</script>`, "\u202Eright to left\u202C \u200Fmark", "bell\x07 escape\x1b[2J line\r\nend",
		`=HYPERLINK("http://x")`, `../../etc/passwd`, strings.Repeat("lengthy ", 12_500), "%s %d \\u0027 😀 İ",
	}
	var lines []string
	for i, w := range words {
		id := w[:min(len(w), 200)]
		text := "Portugal wants " + w + ". Norway supports Portugal.\n\n" + w + " rejects the treaty of Iceland. " +
			"Iceland said “" + w + "” and accuses Chile of delay."
		source := words[len(words)-1-i]
		data, err := json.Marshal(map[string]string{"id": id, "title": w, "source": source, "text": text})
		if err != nil {
			t.Fatal(err)
		}
		lines, ids = append(lines, string(data)), append(ids, id)
	}
	return write(t, "hostile.jsonl", strings.Join(lines, "\n")+"\n"), ids
}

// hostile puts them through every command on one store, which holds a harmless document before and after.
func hostile(t *testing.T, env, store []string, loaded func() *graph.Graph) {
	harmless := filepath.Join(news(t, 0, 1), "news-0000.txt")
	file, ids := hostileNews(t)
	do := func(args ...string) string {
		t.Helper()
		out := completes(t, env, append(args[:1:1], append(store, args[1:]...)...)...)
		return out
	}
	do("ingest", "-q", harmless)
	before := loaded()
	if said := do("ingest", "--show", file); strings.ContainsAny(said, "\x07\x00\x1b\u202e\r") {
		t.Errorf("control characters reach the terminal: %q", said)
	}
	with := loaded()
	if n := documents(with); n != len(ids)+1 {
		t.Errorf("%d documents are loaded, want %d", n, len(ids)+1)
	}
	do("ingest", "-q", "--show", file) // reads and loads all again
	same(t, with, loaded())
	for i, arg := range append(ids, "Portugal", "Norway") { // each question a few of them, for a first plan takes long
		do("query", []string{"stance-of", "said-by", "evidence"}[i%3], "--", arg)
		do("query", []string{"disagreements", "stance-over-time"}[i%2], "--", arg, arg)
	}
	for _, format := range []string{"jsonl", "csv", "graphml", "cypher", "gexf", "dot"} {
		out := filepath.Join(t.TempDir(), "out")
		do("export", "--format", format, "-o", out)
		if info, err := os.Stat(out); err != nil || info.Size() == 0 {
			t.Errorf("export --format %s: %v", format, err)
		}
	}
	do(append([]string{"remove", "--"}, ids...)...)
	same(t, before, loaded())
	do("remove", "news-0000")
}

// TestHostile is the whole program with hostile documents on the embedded store; TestNeo4jFaults/hostile is the same on
// Neo4j.
func TestHostile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.sqlite")
	hostile(t, nil, []string{"--store", file}, func() *graph.Graph { return load(t, file) })
}
