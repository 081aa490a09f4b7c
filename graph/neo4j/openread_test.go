package neo4j_test

import (
	"errors"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/neo4j"
)

// TestReadingWritesNothing: who opens a database for reading migrates nothing, makes no constraints and can ask.
func TestReadingWritesNothing(t *testing.T) {
	s := open(t)
	if _, err := s.Save(t.Context(), graphtest.NewStories().All(), graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	const version = "MATCH (s:Stancegraph) RETURN s.version"
	for _, change := range []string{"MATCH (s:Stancegraph) SET s.version = 2", "DROP CONSTRAINT stancegraph_run"} {
		if _, err := s.Cypher(t.Context(), change, nil, true); err != nil {
			t.Fatal(err)
		}
	}
	reader, err := neo4j.OpenRead(t.Context(), server(t))
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	graphtest.Same(t, reader, graphtest.NewStories().All()...)
	if _, err := reader.Verify(t.Context()); !errors.Is(err, graph.ErrOld) {
		t.Errorf("verify: error %v, want %v", err, graph.ErrOld)
	}
	if rows, err := s.Cypher(t.Context(), version, nil, false); err != nil || rows.Values[0][0] != int64(2) {
		t.Errorf("the version is %v (%v), want that of before", rows.Values, err)
	}
	const constraints = "SHOW CONSTRAINTS YIELD name WHERE name = 'stancegraph_run' RETURN name"
	if rows, err := s.Cypher(t.Context(), constraints, nil, false); err != nil || len(rows.Values) != 0 {
		t.Errorf("a constraint was made: %v (%v)", rows.Values, err)
	}
	open(t) // makes it again
}
