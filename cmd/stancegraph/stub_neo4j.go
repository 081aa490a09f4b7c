package main

import (
	"context"
	"errors"

	"github.com/stancegraph/stancegraph/graph"
)

func neo4jOpen(context.Context, string, string, string) (graph.Store, error) {
	return nil, errors.New("not built yet")
}
