package browse

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph"
)

// Examples are values for the parameters of questions by name, out of the graph that is to be looked at.
// Without examples the inputs are empty.
type Examples map[string]string

// longest is the longest name, in bytes, that is offered: a guide holds it many times.
const longest = 200

// NewExamples asks a store for actors that are in most documents, and for their stances. With an error
// it gives what it found before.
func NewExamples(ctx context.Context, store graph.Asker) (Examples, error) {
	ex := Examples{}
	top, err := store.Query(ctx, "top-actors", "40")
	if err != nil {
		return nil, fmt.Errorf("look for actors to show: %w", err)
	}
	actors := rows(top)
	slices.SortStableFunc(actors, func(a, b map[string]any) int { return cmp.Compare(stances(b), stances(a)) })
	var names []string
	for _, row := range actors {
		name, _ := row["actor"].(string)
		if len(name) > longest {
			continue
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		if says, _ := row["says"].(int64); says > 0 {
			ex.first("person", name)
		}
	}
	if len(names) == 0 {
		return ex, nil
	}
	ex["actor"] = names[0]
	ex["name"], ex["run"] = ex["actor"], "last"
	if err := ex.towards(ctx, store); err != nil {
		return ex, err
	}
	return ex, ex.against(ctx, store, names[1:])
}

// towards takes the target that the actor has most stances towards.
func (ex Examples) towards(ctx context.Context, store graph.Asker) error {
	held, err := store.Query(ctx, "stance-of", ex["actor"])
	if err != nil {
		return fmt.Errorf("look for stances to show: %w", err)
	}
	statements, most := map[any]int{}, 0
	for _, row := range rows(held) {
		statements[row["target"]]++
		most = max(most, statements[row["target"]])
	}
	for _, row := range rows(held) {
		if statements[row["target"]] < most {
			continue
		}
		for param, column := range map[string]string{"target": "target", "statement": "statement", "outlet": "source"} {
			if value, _ := row[column].(string); len(value) <= longest {
				ex.first(param, value)
			}
		}
	}
	return nil
}

// against takes another of the most frequent actors: one that disagrees with the first, if there is any.
func (ex Examples) against(ctx context.Context, store graph.Asker, names []string) error {
	for _, name := range names[:min(len(names), 8)] {
		ex.first("other", name)
		apart, err := store.Query(ctx, "disagreements", ex["actor"], name)
		if err != nil {
			return fmt.Errorf("look for disagreements to show: %w", err)
		}
		if len(apart.Values) > 0 {
			ex["other"] = name
			return nil
		}
	}
	return nil
}

// stances is how many the actor of a row holds: one that holds none makes a poor example.
func stances(row map[string]any) int64 {
	n, _ := row["holds"].(int64)
	return n
}

// first sets a value that is not set yet.
func (ex Examples) first(param, value string) {
	if ex[param] == "" {
		ex[param] = value
	}
}

// rows are answers by column.
func rows(r graph.Rows) []map[string]any {
	list := make([]map[string]any, len(r.Values))
	for i, values := range r.Values {
		list[i] = map[string]any{}
		for j, v := range values {
			list[i][r.Columns[j]] = v
		}
	}
	return list
}
