package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
)

// entity is an actor or an issue of the graph.
type entity struct {
	label    graph.Label
	id, name string
	kind     string
}

// errNoEntity says that nothing in the graph has a name.
var errNoEntity = errors.New("nothing in the graph has this name")

// findEntity finds the one actor or issue that a name means. An id, then an entity's own name, take precedence over
// aliases.
func findEntity(ctx context.Context, store graph.Store, name string, labels ...graph.Label) (entity, error) {
	rows, err := store.Query(ctx, "who-is", name)
	if err != nil {
		return entity{}, err
	}
	var byID, byName, all []entity
	for _, r := range rows.Values {
		x := entity{id: fmt.Sprint(r[1]), name: fmt.Sprint(r[2]), kind: fmt.Sprint(r[3])}
		x.label = graph.Label(fmt.Sprint(r[0]))
		if !slices.Contains(labels, x.label) {
			continue
		}
		all = append(all, x)
		if graph.Fold(x.id) == graph.Fold(name) {
			byID = append(byID, x)
		}
		if graph.Fold(x.name) == graph.Fold(name) {
			byName = append(byName, x)
		}
	}
	for _, list := range [][]entity{byID, byName, all} {
		if len(list) == 1 {
			return list[0], nil
		}
	}
	if len(all) == 0 {
		err := fmt.Errorf("%q: %w", term.Clean(name), errNoEntity)
		return entity{}, term.Hintf(err, "stancegraph query top-actors lists the most frequent actors")
	}
	var ids []string
	for _, x := range all {
		ids = append(ids, fmt.Sprintf("%s (%s)", x.id, term.Clean(x.name)))
	}
	err = fmt.Errorf("%q is ambiguous: %s", term.Clean(name), strings.Join(ids, ", "))
	return entity{}, term.Hintf(err, "give the id")
}
