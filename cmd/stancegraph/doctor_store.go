package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/stancegraph/stancegraph/cmd/stancegraph/internal/term"
	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// checkStores looks at the store's file and at Neo4j. Needed is the one that is chosen.
func checkStores(ctx context.Context, s *storeFlags) []check {
	neo4jAsked, fileAsked := s.uri != "", s.file != ""
	if err := s.choose(); err != nil {
		return []check{{what: "store", detail: err.Error(), needed: true}}
	}
	return []check{checkFile(ctx, s.file, !neo4jAsked, fileAsked), checkServer(ctx, s, neo4jAsked)}
}

// checkFile opens the embedded store, if there is one: none is made here, and one that was asked for must exist.
func checkFile(ctx context.Context, file string, needed, asked bool) check {
	c := check{what: "store", needed: needed}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		if !asked {
			c.works, c.detail = true, file+", not created yet"
			return c
		}
		c.detail, c.hint = file+": no such file", "stancegraph ingest FILE --store "+file+" creates it"
		return c
	}
	store, err := sqlite.OpenRead(ctx, file)
	if err != nil {
		c.detail = err.Error()
		return c
	}
	defer store.Close()
	c.inspect(ctx, file, store)
	return c
}

// inspect says what a store holds, and whether that is what was loaded.
func (c *check) inspect(ctx context.Context, name string, store graph.Store) {
	text, err := contents(ctx, store)
	if err != nil {
		c.detail = name + ": " + err.Error()
		return
	}
	found, err := store.Verify(ctx)
	switch {
	case errors.Is(err, graph.ErrOld):
		c.works, c.detail, c.hint = true, name+text+", of an older stancegraph", "stancegraph verify brings it up to date"
	case err != nil:
		c.detail = name + ": " + err.Error()
	case len(found) > 0:
		c.detail = fmt.Sprintf("%s is damaged: %s, the first: %s", name, term.Count(len(found), "finding"),
			damageLine(found[0]))
		c.hint = "stancegraph verify lists them, stancegraph ingest --reread FILES repairs them"
	default:
		c.works, c.detail = true, name+text
	}
}

func checkServer(ctx context.Context, s *storeFlags, needed bool) check {
	c := check{what: "neo4j", needed: needed,
		hint: "stancegraph neo4j up starts one here; or docker compose up -d; then --neo4j bolt://127.0.0.1:7687"}
	if s.uri == "" {
		c.detail = "not configured: neither --neo4j nor NEO4J_URI"
		return c
	}
	opening, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	store, err := s.openNeo4j(opening, neo4j.OpenRead)
	if err != nil {
		c.detail = err.Error()
		return c
	}
	defer store.Close()
	c.inspect(ctx, s.uri, store)
	if version, err := store.Version(ctx); err == nil && c.works {
		c.detail += ", Neo4j " + version
	}
	return c
}

// contents is what a store holds, in words.
func contents(ctx context.Context, store graph.Store) (string, error) {
	stats, err := store.Stats(ctx)
	if err != nil {
		return "", err
	}
	ds, err := store.Decisions(ctx)
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf(", %s, %s, %s", term.Count(stats.Nodes[graph.Document], "document"),
		term.Count(stats.Nodes[graph.Statement], "stance"), term.Count(stats.Nodes[graph.Actor], "actor"))
	if len(ds) > 0 {
		text += ", " + term.Count(len(ds), "decision")
	}
	return text, nil
}
