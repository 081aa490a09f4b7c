package neo4j

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph"
)

// pattern is what edges must have in common to be written by one statement: Cypher takes no types or
// labels as parameters.
type pattern struct {
	typ      graph.EdgeType
	from, to graph.Label
}

type patternCypher struct {
	pattern
	merge  string // writes the edge of row r
	create string // the same where there is none: quicker, most of all between nodes of many edges
}

var (
	labelInfos = graph.Labels()
	patterns   = makePatterns()
)

// makePatterns makes a pattern of each row of the closed table of edge types.
func makePatterns() []patternCypher {
	var list []patternCypher
	for _, info := range graph.EdgeTypes() {
		key := ""
		if info.Key != "" {
			key = fmt.Sprintf(" {%s: r.k}", info.Key)
		}
		for _, from := range info.From {
			for _, to := range info.To {
				props := ""
				if len(info.Fields) > 0 {
					props = " SET e = r.p"
				}
				list = append(list, patternCypher{pattern{info.Type, from, to},
					fmt.Sprintf("%s MERGE (a)-[e:%s%s]->(b)%s", ends{from, to}, info.Type, key, props),
					fmt.Sprintf("%s CREATE (a)-[e:%s]->(b)%s", ends{from, to}, info.Type, props)})
			}
		}
	}
	return list
}

// ends are the labels that an edge joins.
type ends struct{ from, to graph.Label }

// String matches both ends of row r by their ids.
func (e ends) String() string {
	return fmt.Sprintf("MATCH (a:%s {id: r.f}) MATCH (b:%s {id: r.t})", e.from, e.to)
}

// anyEdge matches the edge of row r, of whatever type.
func (e ends) anyEdge() string {
	return e.String() + " MATCH (a)-[e]->(b) WHERE type(e) = r.y AND (r.k = '' OR coalesce(e.variant, e.role) = r.k)"
}

// byEnds makes rows of keys, grouped by labels.
func byEnds(keys []graph.EdgeKey) ([]ends, map[ends][]map[string]any) {
	rows := map[ends][]map[string]any{}
	var order []ends
	for i, k := range keys {
		e := ends{k.From.Label, k.To.Label}
		if rows[e] == nil {
			order = append(order, e)
		}
		rows[e] = append(rows[e], map[string]any{"i": int64(i), "y": string(k.Type), "f": k.From.ID, "t": k.To.ID,
			"k": k.Key})
	}
	return order, rows
}
