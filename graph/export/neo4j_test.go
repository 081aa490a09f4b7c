package export_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
)

const password = "only for this test"

// server is a Neo4j of the test's own, in a folder of its own.
type server struct {
	home, http string
}

// script runs neo4j.sh in a folder and gives what it says.
func (s server) script(t *testing.T, dir, command string, args ...string) string {
	t.Helper()
	path, err := filepath.Abs("../neo4j/server/neo4j.sh")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append([]string{command, "--home", s.home}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "NEO4J_PASSWORD="+password, "NEO4J_USERNAME=neo4j")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("neo4j.sh %s %s: %v\n%s", command, strings.Join(args, " "), err, tail(out))
	}
	return string(out)
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
		g.Nodes = append(g.Nodes, node(labels(row[0]), fromJSON(t, row[1].(map[string]any))))
	}
	for _, row := range s.query(t, "MATCH (a)-[r]->(b) RETURN type(r), labels(a), a.id, labels(b), b.id, properties(r)") {
		g.Edges = append(g.Edges, edge(row[0].(string), ref(row[1], row[2]), ref(row[3], row[4]), fromJSON(t, row[5].(map[string]any))))
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
	s.script(t, dir, "admin", "database", "import", "full", "neo4j", "--overwrite-destination", "@import.args")
	t.Cleanup(func() { s.script(t, dir, "down") })
	up := s.script(t, dir, "up", "--free-ports")
	s.http = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(up)

	t.Run("csv", func(t *testing.T) {
		want := changed(g, func(s string) string { return s })
		for i := range want.Nodes {
			cleanLists(want.Nodes[i].Props)
		}
		for i := range want.Edges {
			cleanLists(want.Edges[i].Props)
		}
		same(t, want, s.graph(t))
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
}
