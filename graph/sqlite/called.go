package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph"
)

// selectCalled reads the nodes of a label; each list is a JSON array.
var selectCalled = map[graph.Label]string{
	graph.Actor: `SELECT a.id, coalesce(a.kindLabel, ''), coalesce(a.name, ''), coalesce(a.names, '[]'),
		(SELECT json_group_array(role) FROM (SELECT DISTINCT role FROM affiliation WHERE actor = a.id ORDER BY role))
		FROM actor a`,
	graph.Issue:  "SELECT a.id, '', coalesce(a.name, ''), coalesce(a.names, '[]'), '[]' FROM issue a",
	graph.Source: "SELECT a.id, '', coalesce(a.name, ''), coalesce(a.names, '[]'), '[]' FROM source a",
}

// Called implements graph.Asker.
func (s *Store) Called(ctx context.Context, names []string, labels ...graph.Label) (list []graph.Called, err error) {
	err = s.reading(ctx, func(t *tx) error {
		for _, label := range slices.Sorted(slices.Values(labels)) {
			if err := t.called(ctx, label, names, &list); err != nil {
				return err
			}
		}
		return nil
	})
	return list, s.explain("asking", err)
}

func (t *tx) called(ctx context.Context, label graph.Label, names []string, list *[]graph.Called) error {
	query, ok := selectCalled[label]
	if !ok {
		return fmt.Errorf("no node of label %q has a name", label)
	}
	var args []any
	if names != nil {
		query += " WHERE EXISTS (SELECT 1 FROM json_each(a.names) n WHERE n.value" + inList + ")"
		args = append(args, in(names))
	}
	rows, err := t.texts(ctx, query+" ORDER BY a.id", args...)
	if err != nil {
		return err
	}
	for _, r := range rows {
		c := graph.Called{Ref: graph.Ref{Label: label, ID: r[0]}, Kind: r[1], Name: r[2]}
		for i, to := range []*[]string{&c.Names, &c.Roles} {
			if err := json.Unmarshal([]byte(r[3+i]), to); err != nil {
				return fmt.Errorf("reading what %s is called: %w", c.Ref, err)
			}
		}
		*list = append(*list, c)
	}
	return nil
}
