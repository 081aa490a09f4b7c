package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph"
)

type jsonEnd struct {
	ID     string   `json:"id"`
	Labels []string `json:"labels"`
}

type jsonNode struct {
	Type string `json:"type"` // "node"
	jsonEnd
	Properties graph.Row `json:"properties"`
}

type jsonEdge struct {
	Type       string    `json:"type"` // "relationship"
	ID         string    `json:"id"`
	Label      string    `json:"label"`
	Start      jsonEnd   `json:"start"`
	End        jsonEnd   `json:"end"`
	Properties graph.Row `json:"properties"`
}

// JSONL writes one JSON object a line, nodes before edges. Ids are unique over all lines; a node's own id
// is its property "id". The shape is that of Neo4j's JSON lines, so apoc.import.json reads it.
func JSONL(w io.Writer, g *graph.Graph) error {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	ends := make(map[graph.Ref]jsonEnd, len(g.Nodes))
	for _, n := range g.Nodes {
		end := jsonEnd{ID: n.Ref.String(), Labels: n.Labels()}
		ends[n.Ref] = end
		if err := enc.Encode(jsonNode{Type: "node", jsonEnd: end, Properties: withID(n)}); err != nil {
			return fmt.Errorf("write jsonl: node %s: %w", n.Ref, err)
		}
	}
	for _, e := range g.Edges {
		line := jsonEdge{Type: "relationship", ID: e.ID(), Label: string(e.Type), Start: ends[e.From], End: ends[e.To],
			Properties: e.Row()}
		if err := enc.Encode(line); err != nil {
			return fmt.Errorf("write jsonl: edge %s: %w", e.ID(), err)
		}
	}
	if err := buf.Flush(); err != nil {
		return fmt.Errorf("write jsonl: %w", err)
	}
	return nil
}

// withID are a node's properties and its id.
func withID(n graph.Node) graph.Row {
	row := n.Row()
	row["id"] = n.ID
	return row
}
