package neo4j_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// TestDamaged changes a database past the store: each change is found and repaired.
func TestDamaged(t *testing.T) {
	const border = "MATCH (d:Document {id: 'border'})<-[:IN_DOCUMENT]-(s:Sentence)"
	const statement = border + "<-[:EVIDENCE]-(st:Statement) WITH st, s ORDER BY st.id LIMIT 1 "
	for _, c := range []struct{ what, change, document string }{
		{"a sentence", border + " SET s.text = s.text + '.'", "border"},
		{"a sentence is gone", border + " DETACH DELETE s", "border"},
		{"a title", "MATCH (d:Document {id: 'border'}) SET d.title = 'Another'", "border"},
		{"asserts that cannot be read", "MATCH (d:Document {id: 'border'}) SET d.asserts = ['x']", "border"},
		{"a statement", statement + "SET st.polarity = -st.polarity", "border"},
		{"another type of value", statement + "SET st.confidence = 'high'", "border"},
		{"a holder", statement + "MATCH (st)-[e:HOLDER]->(:Actor) DELETE e", "border"},
		{"a mention", statement + "MATCH (st)-[e:HOLDER]->(:Actor) SET e.end = e.end + 1", "border"},
		{"a sentence of none", "MATCH (:Document {id: 'border'})<-[e:IN_DOCUMENT]-() DELETE e", "border"},
		{"a statement without a sentence", statement + "MATCH (st)-[e:EVIDENCE]->(s) DELETE e", "border"},
		{"an actor's name", "MATCH (a:Actor {id: 'Q9001'}) SET a.name = 'Nobody'", "border"},
		{"an actor's kind", "MATCH (a:Actor {id: 'Q9001'}) REMOVE a:Country SET a:Group", "border"},
		{"an actor of nobody", "CREATE (:Actor {id: 'actor:nobody', name: 'Nobody'})", ""},
		{"a projected edge", "MATCH (:Actor {id: 'Q9001'})-[e:SUPPORTS]->() SET e.n = e.n + 1", "border"},
		{"a projected edge is gone", "MATCH (:Actor {id: 'Q9001'})-[e:SUPPORTS]->() DELETE e", "border"},
		{"a cluster", "MATCH (d:Document) SET d.story = d.id", "wire-agency"},
		{"an edge to a near-duplicate", "MATCH ()-[n:NEAR_DUPLICATE_OF]->() SET n.similarity = 0.5", "wire-agency"},
		{"the index of near-duplicates", "MATCH (d:Document {id: 'wire-agency'}) SET d.near_3 = 1", "wire-agency"},
		{"what is kept as extracted", "MATCH (o:Original) SET o.data = replace(o.data, 'Norland', 'Nowhere')", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			s := open(t)
			graphtest.FillDamageable(t, s)
			if _, err := s.Cypher(t.Context(), c.change, nil, true); err != nil {
				t.Fatal(err)
			}
			graphtest.Damaged(t, s, c.document)
		})
	}
}
