package questions

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/graph"
)

// Source is a store of which questions are asked.
type Source interface {
	// Answer runs a question with its parameters, as Bind gives them.
	Answer(ctx context.Context, q Question, params map[string]any) (graph.Rows, error)
	// Called is that of graph.Asker.
	Called(ctx context.Context, names []string, labels ...graph.Label) ([]graph.Called, error)
}

// Ask answers a question. A name stands for what is called so, in the store or by what the namer knows, which may be nil;
// where there is nothing, for what graph.Find finds.
func Ask(ctx context.Context, s Source, namer graph.Namer, q Question, args []string) (graph.Rows, error) {
	params, err := q.Bind(args)
	if err != nil {
		return graph.Rows{}, err
	}
	for _, n := range q.Names(args) {
		if params[n.Name], err = graph.Terms(namer, n.Value); err != nil {
			return graph.Rows{}, fmt.Errorf("looking for other names of %q: %w", n.Value, err)
		}
	}
	rows, err := s.Answer(ctx, q, params)
	if err != nil || len(rows.Values) > 0 {
		return rows, err
	}
	loose := false
	for _, n := range q.Names(args) {
		ids, err := looseIDs(ctx, s, namer, n, params)
		if err != nil {
			return graph.Rows{}, err
		}
		if len(ids) > 0 {
			params[n.Name], loose = ids, true
		}
	}
	if !loose {
		return rows, nil
	}
	return s.Answer(ctx, q, params)
}

// looseIDs gives the ids of what a name stands for, where nothing is called so.
func looseIDs(ctx context.Context, s Source, namer graph.Namer, n Named, params map[string]any) ([]string, error) {
	terms, _ := params[n.Name].([]string)
	called, err := s.Called(ctx, terms, n.Labels...)
	if err != nil || len(called) > 0 {
		return nil, err
	}
	all, err := s.Called(ctx, nil, n.Labels...)
	if err != nil {
		return nil, err
	}
	found, err := graph.Find(namer, n.Value, all)
	if err != nil {
		return nil, fmt.Errorf("looking for %q: %w", n.Value, err)
	}
	ids := make([]string, len(found))
	for i, c := range found {
		ids[i] = graph.Fold(c.ID)
	}
	return ids, nil
}

// Named is a name that a question is asked with, and the labels of the nodes that it may mean.
type Named struct {
	Param
	Value  string
	Labels []graph.Label
}

// Names are the names among the arguments of a question, without those left empty.
func (q Question) Names(args []string) []Named {
	var list []Named
	for i, p := range q.Params[:min(len(q.Params), len(args))] {
		if p.Kind() == Name && graph.Fold(args[i]) != "" {
			list = append(list, Named{Param: p, Value: args[i], Labels: p.labels()})
		}
	}
	return list
}

// labels are those of the nodes that a name may mean.
func (p Param) labels() []graph.Label {
	switch p.Name {
	case "target", "name":
		return []graph.Label{graph.Actor, graph.Issue}
	case "outlet":
		return []graph.Label{graph.Source}
	}
	return []graph.Label{graph.Actor}
}
