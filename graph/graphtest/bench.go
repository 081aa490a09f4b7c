package graphtest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// TimeQuestions asks a store that holds a Corpus every question, once to warm up and then for the time, and reports
// seconds as a metric NAME-s. Questions of one actor are asked of one who is neither the most nor the least told of
// and, as NAME-most-s, of the most told of.
func TimeQuestions(b *testing.B, s graph.Store) {
	args := map[string]string{"actor": "Actor 20", "other": "Actor 400", "person": "Actor 20", "target": "Actor 1",
		"name": "Actor 20", "outlet": "Outlet 3", "run": "last", "n": ""}
	rows, err := s.Query(b.Context(), "stance-of", "Actor 20")
	if err != nil || len(rows.Values) == 0 {
		b.Fatalf("the store holds no corpus to ask: %v", err)
	}
	args["statement"], _ = rows.Values[0][len(rows.Columns)-1].(string)
	ask := func(name string, q questions.Question, list []string) {
		for range 2 {
			start := time.Now()
			if _, err := s.Query(context.WithoutCancel(b.Context()), q.Name, list...); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(time.Since(start).Seconds(), name+"-s")
		}
	}
	for _, q := range shipped(b) {
		var one []string // of one actor
		whole := true
		for _, p := range q.Params {
			if p.Name == "n" {
				break
			}
			whole = whole && p.Optional
			one = append(one, args[p.Name])
		}
		if len(one) > 0 {
			ask(q.Name, q, one)
		}
		for i, p := range q.Params {
			if most, ok := map[string]string{"actor": "Actor 0", "person": "Actor 0", "name": "Actor 0",
				"other": "Actor 1"}[p.Name]; ok {
				one[i] = most
			}
		}
		if slices.Contains(one, "Actor 0") {
			ask(q.Name+"-most", q, one)
		}
		if whole {
			ask(q.Name+"-all", q, nil)
		}
	}
}
