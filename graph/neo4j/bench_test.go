package neo4j_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkLoad loads statements, ten a document, and then once more, and holds the first load against a bare
// loop that writes the same nodes and edges with the driver. Run it with -benchtime 1x, and with
// -bench Load/100000 for the large corpus alone.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { load(b, graphtest.Corpus(n/10, 10, 1)) })
	}
}

func load(b *testing.B, corpus []schema.Extraction) {
	for b.Loop() {
		seconds := map[string]float64{}
		step := func(unit string, do func() error) {
			start := time.Now()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			seconds[unit] = time.Since(start).Seconds()
			b.ReportMetric(seconds[unit], unit)
		}
		open(b)
		step("bare-s", func() error { return bare(b, build(b, corpus)) })
		s := open(b)
		save := func() error {
			_, err := s.Save(b.Context(), corpus, graph.RunInfo{ID: "run:bench", At: time.Unix(0, 0)})
			return err
		}
		step("load-s", save)
		step("again-s", save)
		b.ReportMetric(seconds["load-s"]/seconds["bare-s"], "load/bare")
		step("remove-s", func() error { _, err := s.Remove(b.Context(), corpus[7].Document.ID); return err })
		graphtest.TimeQuestions(b, s)
	}
}

func build(b *testing.B, corpus []schema.Extraction) *graph.Graph {
	g, err := graph.Build(corpus...)
	if err != nil {
		b.Fatal(err)
	}
	return g
}

// bare is what one would write without this package: UNWIND MERGE of 10,000 rows each.
func bare(b *testing.B, g *graph.Graph) error {
	cfg := server(b)
	d, err := driver.NewDriverWithContext(cfg.URI, driver.BasicAuth("neo4j", cfg.Password, ""))
	if err != nil {
		return err
	}
	ctx := context.Background()
	defer d.Close(ctx)
	session := d.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	rows := map[string][]map[string]any{}
	var order []string
	add := func(cypher string, row map[string]any) {
		if rows[cypher] == nil {
			order = append(order, cypher)
		}
		rows[cypher] = append(rows[cypher], row)
	}
	for _, n := range g.Nodes {
		set := ""
		if n.Kind != "" {
			set = " SET n:" + n.Kind
		}
		add(fmt.Sprintf("MERGE (n:%s {id: r.id}) SET n += r.p%s", n.Label, set),
			map[string]any{"id": n.ID, "p": map[string]any(n.Row())})
	}
	keys := map[graph.EdgeType]string{}
	for _, info := range graph.EdgeTypes() {
		if info.Key != "" {
			keys[info.Type] = fmt.Sprintf(" {%s: r.k}", info.Key)
		}
	}
	for _, e := range g.Edges {
		add(fmt.Sprintf("MATCH (a:%s {id: r.f}) MATCH (b:%s {id: r.t}) MERGE (a)-[e:%s%s]->(b) SET e += r.p", e.From.Label,
			e.To.Label, e.Type, keys[e.Type]),
			map[string]any{"f": e.From.ID, "t": e.To.ID, "k": e.Key, "p": map[string]any(e.Row())})
	}
	for _, cypher := range order {
		for chunk := range slices.Chunk(rows[cypher], 10_000) {
			if _, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
				r, err := tx.Run(ctx, "UNWIND $rows AS r "+cypher, map[string]any{"rows": chunk})
				if err != nil {
					return nil, err
				}
				return r.Consume(ctx)
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
