package export

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/stancegraph/stancegraph/graph"
)

// text writes a value as one piece of text: a list as a JSON array, nothing for an absent value.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []string:
		raw, _ := json.Marshal(v) // strings always marshal
		return string(raw)
	}
	return scalar(v)
}

func scalar(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(v)
}

// column is a property that some of a set of nodes or edges have.
type column struct {
	name string
	typ  graph.Type
}

// columns lists those of the known properties that some row has, in their order.
func columns(known []graph.Field, rows []graph.Row) []column {
	used := map[string]bool{}
	for _, row := range rows {
		for name := range row {
			used[name] = true
		}
	}
	var list []column
	for _, f := range known {
		if used[f.Name] {
			list = append(list, column{f.Name, f.Type})
		}
	}
	return list
}

// edgeInfo describes a type; one that is not in the table has no properties.
func edgeInfo(typ graph.EdgeType) graph.EdgeInfo {
	info, _ := typ.Info()
	return info
}

// labelInfo describes a label; one that is not in the table has no properties.
func labelInfo(l graph.Label) graph.LabelInfo {
	info, _ := l.Info()
	return info
}
