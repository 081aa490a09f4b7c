package neo4j_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/browse"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// TestGuideOfHostileNames: the queries of the guide, filled in with names that try to break out of them, find just
// the actor of that name.
func TestGuideOfHostileNames(t *testing.T) {
	s := open(t)
	if _, err := s.Save(t.Context(), []schema.Extraction{graphtest.Hostile()}, graph.RunInfo{}); err != nil {
		t.Fatal(err)
	}
	actors, err := s.Cypher(t.Context(), "MATCH (a:Actor)<-[:HOLDER]-() RETURN DISTINCT a.id, a.name", nil, false)
	if err != nil || len(actors.Values) < 10 {
		t.Fatalf("%d actors, %v", len(actors.Values), err)
	}
	for _, row := range actors.Values {
		name := row[1].(string)
		favourites, err := browse.Favourites(browse.Examples{"actor": name})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range favourites {
			if f.File != "stance-of.cypher" {
				continue
			}
			rows, err := s.Cypher(t.Context(), f.Text, nil, false)
			if err != nil || len(rows.Values) == 0 {
				t.Errorf("%.40q: %d rows, %.200v", name, len(rows.Values), err)
			}
			for _, r := range rows.Values {
				if graph.Fold(r[0].(string)) != graph.Fold(name) {
					t.Errorf("%.40q: finds %.40q", name, r[0])
				}
			}
		}
	}
}
