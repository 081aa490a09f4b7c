package export_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
	"github.com/stancegraph/stancegraph/schema"
)

const password = "only for this test"

// server is a Neo4j of the test's own, in a folder of its own.
type server struct {
	home, http string
}

// script runs neo4j.sh in a folder and gives what it says.
func (s server) script(t testing.TB, dir, command string, args ...string) string {
	t.Helper()
	out, err := s.run(t, dir, command, args...)
	if err != nil {
		t.Fatalf("neo4j.sh %s %s: %v\n%s", command, strings.Join(args, " "), err, tail([]byte(out)))
	}
	return out
}

// run is script that may fail.
func (s server) run(t testing.TB, dir, command string, args ...string) (string, error) {
	t.Helper()
	path, err := filepath.Abs("../neo4j/server/neo4j.sh")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append([]string{command, "--home", s.home}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NEO4J_PASSWORD="+password, "NEO4J_USERNAME=neo4j",
		"NEO4J_OWNER="+strconv.Itoa(os.Getpid())) // also a killed test leaves no server behind
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func tail(out []byte) []byte { return out[max(0, len(out)-3000):] }

// query asks over HTTP, so that no code of this project stands between.
func (s server) query(t *testing.T, cypher string) [][]any {
	t.Helper()
	body, err := json.Marshal(map[string]any{"statements": []any{map[string]any{"statement": cypher}}})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest("POST", s.http+"/db/neo4j/tx/commit", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth("neo4j", password)
	req.Header.Set("Content-Type", "application/json")
	client := http.Client{Timeout: time.Minute}
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var answer struct {
		Results []struct{ Data []struct{ Row []any } }
		Errors  []any
	}
	dec := json.NewDecoder(res.Body)
	dec.UseNumber()
	if err := dec.Decode(&answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%s: %v %v", cypher, err, answer.Errors)
	}
	var rows [][]any
	for _, result := range answer.Results {
		for _, d := range result.Data {
			rows = append(rows, d.Row)
		}
	}
	return rows
}

// graph reads all that is in the database.
func (s server) graph(t *testing.T) *graph.Graph {
	t.Helper()
	labels := func(v any) []string {
		var main, kind []string
		for _, l := range v.([]any) {
			if name := l.(string); kindLabels[name] {
				kind = append(kind, name)
			} else {
				main = append(main, name)
			}
		}
		return append(main, kind...)
	}
	ref := func(l, id any) graph.Ref { return graph.Ref{Label: graph.Label(labels(l)[0]), ID: id.(string)} }
	g := &graph.Graph{}
	for _, row := range s.query(t, "MATCH (n) RETURN labels(n), properties(n)") {
		g.Nodes = append(g.Nodes, node(t, labels(row[0]), fromJSON(t, row[1].(map[string]any))))
	}
	for _, row := range s.query(t, "MATCH (a)-[r]->(b) RETURN type(r), labels(a), a.id, labels(b), b.id, properties(r)") {
		g.Edges = append(g.Edges, edge(t, row[0].(string), ref(row[1], row[2]), ref(row[3], row[4]),
			fromJSON(t, row[5].(map[string]any))))
	}
	return g
}

var kindLabels = map[string]bool{"Country": true, "Person": true, "Organization": true, "Group": true}

// TestNeo4j loads the csv files with the real import and the script with the real cypher-shell, each
// into an empty database, and finds the graph there.
func TestNeo4j(t *testing.T) {
	if os.Getenv("NEO4J_URI") == "" { // ./test sets it where Neo4j can run; the server used here is another one
		if os.Getenv("CI") == "true" {
			t.Fatal("no Neo4j, and CI=true wants it: run ./test")
		}
		t.Skip("needs a real Neo4j: run ./test")
	}
	g := sample(t)
	s := server{home: t.TempDir()}

	f, _ := export.Find("csv")
	dir := writeDir(t, f, g)
	s.script(t, dir, "import", ".")
	t.Cleanup(func() { s.script(t, dir, "down") })
	up := s.script(t, dir, "up", "--free-ports")
	s.http = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(up)

	t.Run("csv", func(t *testing.T) {
		same(t, changed(t, g, noFormula), s.graph(t))
	})
	s.query(t, "MATCH (n) DETACH DELETE n")
	t.Run("cypher", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "graph.cypher")
		if err := os.WriteFile(path, write(t, "cypher", g), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, round := range []string{"first", "second"} {
			s.script(t, dir, "shell", "--fail-fast", "-f", path)
			t.Log(round, "load")
			same(t, g, s.graph(t))
		}
	})
	t.Run("neo4j-admin", func(t *testing.T) { adminRoundTrip(t, s) })
}

// adminRoundTrip takes all that a store holds through neo4j-admin into a server: there it is the same, as if it had
// been loaded so, and loads go on from there.
func adminRoundTrip(t *testing.T, s server) {
	ctx := t.Context()
	from, err := sqlite.Open(ctx, ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	stories := graphtest.NewStories()
	documents := append(append(stories.All(), graphtest.Hostile()), graphtest.Corpus(20, 5, 3)...)
	run := graph.RunInfo{ID: "run:one", At: time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC),
		Inputs: map[string]string{"border": "key"}}
	if _, err := from.Save(ctx, documents, run); err != nil {
		t.Fatal(err)
	}
	review, err := from.Judge(ctx, stories.Border.Statements[0].ID, graph.Review{Verdict: graph.Reject}, nil)
	if err != nil {
		t.Fatal(err)
	}
	merge := graph.Decision{Merge: &graph.Merge{From: "actor:mira-holm", Into: "Q9001", Name: "Norland"}}
	for _, d := range []graph.Decision{review, merge} {
		if _, err := from.Decide(ctx, d, false); err != nil {
			t.Fatal(err)
		}
	}
	want, ledger := holds(t, from)
	to := imported(t, s, want, ledger)
	defer to.Close()
	got, there := holds(t, to)
	if d := graph.Diff(want, got, 10); len(d) > 0 {
		t.Errorf("imported (second) is not exported (first):\n%s", strings.Join(d, "\n"))
	}
	if d := cmp.Diff(ledger, there); d != "" {
		t.Errorf("beside the graph (-exported +imported):\n%s", d)
	}
	if sum, err := to.Save(ctx, documents, run); err != nil || sum.Changed() {
		t.Errorf("loading the same changed something: %+v, %v", sum, err)
	}
	for _, store := range []graph.Store{from, to} { // and both go on alike
		if _, err := store.Save(ctx, []schema.Extraction{stories.BorderLater}, graph.RunInfo{}); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Decide(ctx, review, true); err != nil {
			t.Fatal(err)
		}
	}
	want, _ = holds(t, from)
	got, _ = holds(t, to)
	if d := graph.Diff(want, got, 10); len(d) > 0 {
		t.Errorf("a load later the server (second) is not the file (first):\n%s", strings.Join(d, "\n"))
	}
}

// imported exports a graph and imports it into the server, after imports that must fail.
func imported(t *testing.T, s server, g *graph.Graph, l graph.Ledger) *neo4j.Store {
	t.Helper()
	dir, broken := filepath.Join(t.TempDir(), "import"), filepath.Join(t.TempDir(), "broken")
	for _, dir := range []string{dir, broken} {
		if err := export.Admin(dir, g, l); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := s.run(t, "", "import", dir); err == nil || !strings.Contains(out, "the server runs") {
		t.Errorf("import into a running server: %v, %s", err, out)
	}
	s.script(t, "", "down")
	if out, err := s.run(t, "", "import", dir); err == nil ||
		!strings.Contains(out, "--overwrite puts this one in its place") {
		t.Errorf("import over a database: %v, %s", err, out)
	}
	const bad = "id:ID(Document),:LABEL,date:long\nx,Document,soon\n"
	if err := os.WriteFile(filepath.Join(broken, "nodes-Document.csv"), []byte(bad), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := s.run(t, "", "import", "--overwrite", broken)
	if err == nil || !strings.Contains(out, "failed and changed nothing") {
		t.Errorf("a broken import: %v, %s", err, out)
	}
	up := s.script(t, "", "up", "--free-ports")
	s.http = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(up)
	if rows := s.query(t, "MATCH (n:Document) RETURN n.id LIMIT 1"); len(rows) == 0 {
		t.Error("after a broken import the old database is gone")
	}
	s.script(t, "", "down")
	s.script(t, "", "import", "--overwrite", dir)
	up = s.script(t, "", "up", "--free-ports")
	to, err := neo4j.Open(t.Context(), neo4j.Config{URI: regexp.MustCompile(`bolt://\S+`).FindString(up),
		Username: "neo4j",
		Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// holds is all that a store holds.
func holds(t *testing.T, s graph.Store) (*graph.Graph, graph.Ledger) {
	t.Helper()
	g, err := s.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Ledger(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g, l
}
