package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph"
)

// typeOf is the type of a property's value, "" where a graph cannot hold it.
func typeOf(v any) graph.Type {
	switch v.(type) {
	case string:
		return graph.StringType
	case int64:
		return graph.IntType
	case float64:
		return graph.FloatType
	case bool:
		return graph.BoolType
	case []string:
		return graph.StringsType
	}
	return ""
}

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

// columns lists the properties that a set has: those that its label or type knows, in their order,
// then others by name. A property of several types is text.
func columns(known []graph.Field, props []graph.Props) ([]column, error) {
	types := map[string]graph.Type{}
	for _, p := range props {
		for name, v := range p {
			t := typeOf(v)
			if t == "" {
				return nil, fmt.Errorf("property %s has a value of type %T", name, v)
			}
			if had, ok := types[name]; ok && had != t {
				t = graph.StringType
			}
			types[name] = t
		}
	}
	var list []column
	for _, f := range known {
		if t, ok := types[f.Name]; ok {
			list = append(list, column{f.Name, t})
			delete(types, f.Name)
		}
	}
	rest := make([]column, 0, len(types))
	for name, t := range types {
		rest = append(rest, column{name, t})
	}
	slices.SortFunc(rest, func(a, b column) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	return append(list, rest...), nil
}

func fieldsOfLabel(l graph.Label) []graph.Field {
	for _, info := range graph.Labels() {
		if info.Label == l {
			return info.Fields
		}
	}
	return nil
}

func kinds(l graph.Label) []string {
	for _, info := range graph.Labels() {
		if info.Label == l {
			return info.Kinds
		}
	}
	return nil
}

func edgeInfo(typ string) graph.EdgeInfo {
	for _, info := range graph.EdgeTypes() {
		if info.Type == typ {
			return info
		}
	}
	return graph.EdgeInfo{Type: typ}
}
