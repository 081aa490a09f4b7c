package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// plain makes a value of those that graph.Rows has.
func plain(v any) any {
	switch v := v.(type) {
	case nil, string, int64, float64, bool:
		return v
	case []any:
		if list, ok := stringsOf(v); ok {
			return list
		}
	case neo4j.Node:
		return nodeText(v)
	case neo4j.Relationship:
		return relationText(v)
	case neo4j.Path:
		return pathText(v)
	case neo4j.Date:
		return v.Time().Format(time.DateOnly)
	case time.Time:
		return v.Format(time.RFC3339)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func nodeText(n neo4j.Node) string {
	name := n.Props["name"]
	if name == nil {
		name = n.Props["id"]
	}
	return fmt.Sprintf("(:%s %v)", strings.Join(n.Labels, ":"), name)
}

func relationText(r neo4j.Relationship) string { return "[:" + r.Type + "]" }

func pathText(p neo4j.Path) string {
	if len(p.Nodes) == 0 {
		return ""
	}
	text := nodeText(p.Nodes[0])
	for i, r := range p.Relationships {
		left, right := "-", "->"
		if r.EndElementId == p.Nodes[i].ElementId && r.StartElementId != p.Nodes[i].ElementId {
			left, right = "<-", "-"
		}
		text += left + relationText(r) + right + nodeText(p.Nodes[i+1])
	}
	return text
}

// again retries a statement that cannot be part of a managed transaction, some times, where the server says that this
// may help.
func (s *Store) again(ctx context.Context, do func() error) error {
	wait := 250 * time.Millisecond
	for attempt := 0; ; attempt++ {
		err := do()
		if err == nil || attempt == 5 || !neo4j.IsRetryable(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait):
			wait *= 2
		}
	}
}
