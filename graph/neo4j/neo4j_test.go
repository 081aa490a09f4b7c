package neo4j_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
	"github.com/stancegraph/stancegraph/schema"
)

// server gives the server of the environment. Without one the test is skipped at home and fails in CI.
// The database is for tests: what is in it will be deleted.
func server(t testing.TB) neo4j.Config {
	t.Helper()
	cfg := neo4j.Config{URI: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"),
		Password: os.Getenv("NEO4J_PASSWORD"), Namer: graphtest.Names{}}
	if cfg.URI == "" {
		const how = "no Neo4j: set NEO4J_URI and NEO4J_PASSWORD to a server whose graph may be deleted"
		if os.Getenv("CI") == "true" {
			t.Fatal(how)
		}
		t.Skip(how)
	}
	return cfg
}

// open gives an empty store.
func open(t testing.TB) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), server(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	spare(t, s)
	if err := s.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// spare stops before somebody's own graph is deleted, because NEO4J_URI was set for another purpose.
func spare(t testing.TB, s *neo4j.Store) {
	t.Helper()
	rows, err := s.Cypher(t.Context(), `MATCH (d:Document)
		WHERE NOT d.id IN ['border', 'summit', 'markets', $hostile]
		AND none(p IN ['doc-', 'crowd-', 'wire-'] WHERE d.id STARTS WITH p)
		RETURN d.id LIMIT 1`, map[string]any{"hostile": graphtest.Hostile().Document.ID}, false)
	if err != nil {
		t.Fatal(err)
	}
	if len(rows.Values) > 0 {
		t.Fatalf("the server holds document %v, which no test loaded; give the tests a server of their own, as ./test does",
			rows.Values[0][0])
	}
}

func TestContract(t *testing.T) {
	server(t)
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

// TestQuestionsGiveEqualRows asks both stores the same of two corpora.
func TestQuestionsGiveEqualRows(t *testing.T) {
	s := open(t)
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	documents := append(graphtest.Crowd(20, 10, 5), graphtest.Corpus(30, 10, 5)...)
	documents = append(documents, graphtest.Hostile())
	documents = append(documents, graphtest.Copies()...)
	for _, store := range []graph.Store{s, file} {
		for i, run := range []string{"run:first", "run:second"} {
			part := documents[i*20:]
			if i == 0 {
				part = documents[:20]
			}
			if _, err := store.Save(t.Context(), part, graph.RunInfo{ID: run, At: time.Date(2031, 4, 1+20*i, 12, 0, 0, 0,
				time.UTC)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	graphtest.EqualRows(t, file, s)
}

// TestMigration: a graph with statement ids of before gets those of today.
func TestMigration(t *testing.T) {
	s := open(t) // empties the database
	again := func(t *testing.T) graph.Store {
		t.Helper()
		s, err := neo4j.Open(t.Context(), server(t))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	graphtest.Migration(t, again, func(t *testing.T) {
		t.Helper()
		if _, err := s.Cypher(t.Context(), "MATCH (s:Stancegraph) SET s.version = 1", nil, true); err != nil {
			t.Fatal(err)
		}
	})
}

// TestNewerGraph: what a newer program loaded is neither read nor written.
func TestNewerGraph(t *testing.T) {
	s := open(t)
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Cypher(t.Context(), "MATCH (s:Stancegraph) SET s.version = 99", nil, true); err != nil {
		t.Fatal(err)
	}
	if _, err := neo4j.Open(t.Context(), server(t)); err == nil || !strings.Contains(err.Error(), "newer stancegraph") {
		t.Errorf("open: error %v, want one of a newer stancegraph", err)
	}
	_, err := s.Save(t.Context(), []schema.Extraction{graphtest.NewStories().BorderLater}, graph.RunInfo{})
	if err == nil || !strings.Contains(err.Error(), "newer stancegraph") {
		t.Errorf("save: error %v, want one of a newer stancegraph", err)
	}
	if _, err := s.Cypher(t.Context(), "MATCH (s:Stancegraph) SET s.version = 2", nil, true); err != nil {
		t.Fatal(err)
	}
}

// TestWrongTypes: a property of another type than the graph's is an error that names both.
func TestWrongTypes(t *testing.T) {
	for _, c := range []struct{ spoil, want string }{
		{"MATCH (st:Statement) SET st.confidence = 'high'", "property confidence is of type string, not float"},
		{"MATCH (d:Document) SET d.title = 5", "property title is of type int64, not string"},
		{"MATCH (d:Document) SET d.asserts = [1, 2]", "property asserts is of type []interface {}, not strings"},
		{"MATCH ()-[h:HOLDER]->() SET h.start = 0.5", "property start is of type float64, not int"},
		{"MATCH ()-[e:SUPPORTS]->() SET e.n = true", "property n is of type bool, not int"},
	} {
		t.Run(c.spoil, func(t *testing.T) {
			s := open(t)
			if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Cypher(t.Context(), c.spoil, nil, true); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Load(t.Context()); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("load: error %v, want one with %q", err, c.want)
			}
			_, err := s.Save(t.Context(), []schema.Extraction{graphtest.NewStories().BorderLater}, graph.RunInfo{})
			if err == nil {
				t.Error("save: no error")
			}
		})
	}
}

// TestIndexAll takes away what a load leaves for finding near-copies, as where documents were imported.
func TestIndexAll(t *testing.T) {
	s := open(t)
	first, second := graphtest.Wire("a", "One", "2031-01-01", 1, 2, 3, 4),
		graphtest.Wire("b", "Two", "2031-01-02", 1, 2, 3, 4)
	if _, err := s.Save(t.Context(), []schema.Extraction{first}, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	change := func(cypher string) {
		t.Helper()
		if _, err := s.Cypher(t.Context(), cypher, nil, true); err != nil {
			t.Fatal(err)
		}
	}
	change(`MATCH (d:Document) SET d = {id: d.id, sha256: d.sha256, date: d.date, dateSource: d.dateSource, kind: d.kind,
		hash: d.hash, asserts: d.asserts, sketch: d.sketch}`)
	change("MATCH (s:Stancegraph) DELETE s")
	sum, err := s.Save(t.Context(), []schema.Extraction{second}, graph.RunInfo{})
	if err != nil || sum.Copies != 1 {
		t.Errorf("%d copies (%v), want 1", sum.Copies, err)
	}
	graphtest.Same(t, s, first, second)

	change("MATCH (d:Document) SET d.near_0 = null") // a decision, too, may be the first thing after an import
	change("MATCH (s:Stancegraph) DELETE s")
	merge := graph.Decision{Merge: &graph.Merge{From: "Q9001", Was: "Norland", Into: "Q9002", Name: "Sudmark"}}
	for _, back := range []bool{false, true} {
		if _, err := s.Decide(t.Context(), merge, back); err != nil {
			t.Errorf("decide, back %v: %v", back, err)
		}
	}
	graphtest.Same(t, s, first, second)

	// an older program chose the other document as the first one, and made hashes by another rule
	change("MATCH (d:Document) SET d.hash = 'by another rule'")
	change(`MATCH (d:Document)-[n:NEAR_DUPLICATE_OF]->(o:Document) SET d.story = d.id, o.story = d.id DELETE n
		CREATE (o)-[:NEAR_DUPLICATE_OF {similarity: 1.0}]->(d)`)
	change("MATCH (s:Stancegraph) SET s.indexed = 1, s.version = 2")
	third := graphtest.Wire("c", "Three", "2031-01-03", 1, 2, 3, 4)
	if sum, err := s.Save(t.Context(), []schema.Extraction{third}, graph.RunInfo{}); err != nil || sum.Copies != 1 {
		t.Errorf("%d copies (%v), want 1", sum.Copies, err)
	}
	graphtest.Same(t, s, first, second, third)
}

func TestOwnCypher(t *testing.T) {
	s := open(t)
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Cypher(t.Context(),
		`MATCH p=(:Country {id: $id})-[e:SUPPORTS {variant: 'stated'}]->(b:Country)
		RETURN p, e, b, e.n, e.sources, date('2031-01-02')`, map[string]any{"id": "Q9001"}, false)
	if err != nil {
		t.Fatal(err)
	}
	want := []any{"(:Actor:Country Norland)-[:SUPPORTS]->(:Actor:Country Sudmark)", "[:SUPPORTS]",
		"(:Actor:Country Sudmark)", int64(1), "source:the-lantern", "2031-01-02"}
	if len(rows.Values) != 1 {
		t.Fatalf("%d rows, want 1", len(rows.Values))
	}
	for i, v := range rows.Values[0] {
		if list, ok := v.([]string); ok {
			v = strings.Join(list, " ")
		}
		if v != want[i] {
			t.Errorf("column %s: %v, want %v", rows.Columns[i], v, want[i])
		}
	}
	if _, err := s.Cypher(t.Context(), "CREATE (:Evil)", nil, false); err == nil {
		t.Error("a reading query could write")
	}
}

func TestClearErrors(t *testing.T) {
	good := server(t)
	browser := os.Getenv("NEO4J_HTTP_PORT")
	for _, c := range []struct{ why, uri, password, want string }{
		{"wrong password", good.URI, "not the password", "password is wrong"},
		{"server down", "bolt://127.0.0.1:1", good.Password, "cannot be reached"},
		{"not Bolt", "bolt://127.0.0.1:" + browser, good.Password, "not a Bolt port"},
		{"no address", "localhost", good.Password, "an address looks like"},
	} {
		if strings.HasSuffix(c.uri, ":") {
			continue // the port of the Browser is not known
		}
		_, err := neo4j.Open(t.Context(), neo4j.Config{URI: c.uri, Password: c.password, Patience: time.Millisecond})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", c.why, err, c.want)
		}
		if err != nil && strings.Contains(err.Error(), c.password) {
			t.Errorf("%s: the error shows the password", c.why)
		}
	}
}
