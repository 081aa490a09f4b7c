package export

import (
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// projection is the projected part of a graph, without the statements behind it. Nodes are those that such an edge
// touches, in the graph's order.
func projection(g *graph.Graph) ([]end, []graph.Edge) {
	var edges []graph.Edge
	touched := map[graph.Ref]bool{}
	for _, e := range g.Edges {
		if edgeInfo(e.Type).Derived {
			edges = append(edges, e)
			touched[e.From], touched[e.To] = true, true
		}
	}
	var nodes []end
	for _, n := range g.Nodes {
		if touched[n.Ref] {
			nodes = append(nodes, end{n})
		}
	}
	return nodes, edges
}

// sign is that of the edge's type: +1, 0 or -1, inverted where it is negated.
func sign(typ graph.EdgeType) int {
	plain, negated := strings.CutPrefix(string(typ), "NOT_")
	info, _ := schema.TypeOf(schema.StanceType(plain))
	if negated {
		return -info.Sign
	}
	return info.Sign
}
