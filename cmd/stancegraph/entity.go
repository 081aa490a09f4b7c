package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
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
// aliases; then come names that only the built-in tables know, and base forms. A part of a name is none.
func findEntity(ctx context.Context, store graph.Store, name string, labels ...graph.Label) (entity, error) {
	called, err := wholeNames(ctx, store, name, labels)
	if err != nil {
		return entity{}, err
	}
	var byID, byName, byAlias, all []entity
	for _, c := range called {
		x := entity{label: c.Label, id: c.ID, name: c.Name, kind: c.Kind}
		all = append(all, x)
		if slices.Contains(c.Names, graph.Fold(name)) {
			byAlias = append(byAlias, x)
		}
		if graph.Fold(x.id) == graph.Fold(name) {
			byID = append(byID, x)
		}
		if graph.Fold(x.name) == graph.Fold(name) {
			byName = append(byName, x)
		}
	}
	for _, list := range [][]entity{byID, byName, byAlias, all} {
		if len(list) == 1 {
			return list[0], nil
		}
	}
	if x, ok := unscoped(all, name); ok {
		return x, nil
	}
	if len(all) == 0 {
		return entity{}, noEntity(ctx, store, name, labels)
	}
	const listed = 10
	var ids []string
	for _, x := range all[:min(len(all), listed)] {
		ids = append(ids, fmt.Sprintf("%s (%s)", x.id, term.Clean(x.name)))
	}
	if more := len(all) - len(ids); more > 0 {
		ids = append(ids, fmt.Sprintf("and %d more", more))
	}
	err = fmt.Errorf("%q is ambiguous: %s", term.Clean(name), strings.Join(ids, ", "))
	return entity{}, term.Hintf(err, "give the id")
}

// wholeNames are those that are called so as a whole.
func wholeNames(ctx context.Context, store graph.Store, name string, labels []graph.Label) ([]graph.Called, error) {
	terms, err := graph.Terms(namer{}, name)
	if err != nil {
		return nil, err
	}
	called, err := store.Called(ctx, terms, labels...)
	if err != nil || len(called) > 0 {
		return called, err
	}
	forms, ids, err := graph.BaseTerms(namer{}, name)
	if err != nil {
		return nil, err
	}
	return store.Called(ctx, slices.Concat(forms, ids), labels...)
}

// unscoped is the actor of an id without document, which means those of all documents that only describe it; false where
// the name is no such id.
func unscoped(all []entity, name string) (entity, bool) {
	for i, x := range all {
		id, scoped := schema.UnscopedID(x.id)
		if !scoped || graph.Fold(id) != graph.Fold(name) {
			return entity{}, false
		}
		if i == len(all)-1 {
			x.id = id
			return x, true
		}
	}
	return entity{}, false
}

// noEntity is the error of a name that nothing has, with the names that are nearest to it.
func noEntity(ctx context.Context, store graph.Store, name string, labels []graph.Label) error {
	err := fmt.Errorf("%q: %w", term.Clean(name), errNoEntity)
	called, failed := store.Called(ctx, nil, labels...)
	if failed != nil {
		return failed
	}
	if near := didYouMean(name, called); near != "" {
		return fmt.Errorf("%w%s", err, near)
	}
	return term.Hintf(err, "stancegraph query top-actors lists the most frequent actors")
}
