package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/neo4j"
	"github.com/stancegraph/stancegraph/graph/sqlite"
)

// defaultStore is the embedded store's file, in the folder where the program runs.
const defaultStore = "stancegraph.sqlite"

// storing is what the commands that use a store have in common.
type storing struct {
	file   string
	uri    string
	chosen bool
	say    func(string) // tells that a server keeps the command waiting
}

func (s *storing) flags(cmd *cobra.Command) {
	s.say = func(text string) { fmt.Fprintln(cmd.ErrOrStderr(), "stancegraph: "+text) }
	cmd.Flags().StringVar(&s.file, "store", "", "SQLite `FILE` of the embedded store (default "+defaultStore+")")
	cmd.Flags().StringVar(&s.uri, "neo4j", "", "`URI` of a Neo4j server to use instead, as bolt://127.0.0.1:7687\n(default $NEO4J_URI); user and password come from\nNEO4J_USERNAME and NEO4J_PASSWORD")
}

// choose settles which store is meant: a flag, else NEO4J_URI, else the file.
func (s *storing) choose() error {
	if s.chosen {
		return nil
	}
	if s.file != "" && s.uri != "" {
		return usagef("--store and --neo4j are two stores; give one")
	}
	if s.file == "" && s.uri == "" {
		s.uri = os.Getenv("NEO4J_URI")
	}
	if s.file == "" {
		s.file = defaultStore
	}
	s.chosen = true
	return nil
}

// name is the store as the user knows it.
func (s *storing) name() string {
	if s.uri != "" {
		return s.uri
	}
	return s.file
}

// flag is what another command needs to mean the same store.
func (s *storing) flag() string {
	switch {
	case s.uri != "" && s.uri != os.Getenv("NEO4J_URI"):
		return " --neo4j " + s.uri
	case s.uri == "" && (s.file != defaultStore || os.Getenv("NEO4J_URI") != ""):
		return " --store " + s.file
	}
	return ""
}

// open opens the chosen store. With must, a file that is not there is an error; else it is made.
func (s *storing) open(ctx context.Context, must bool) (graph.Store, error) {
	if err := s.choose(); err != nil {
		return nil, err
	}
	if s.uri != "" {
		store, err := s.openNeo4j(ctx)
		if err != nil {
			return nil, err
		}
		return store, nil
	}
	if _, err := os.Stat(s.file); must && errors.Is(err, fs.ErrNotExist) {
		return nil, hintf(fmt.Errorf("%s: no such store", s.file), "stancegraph ingest FILE makes one; --store names another")
	}
	store, err := sqlite.Open(ctx, s.file)
	if err != nil {
		return nil, hintf(err, "--store names the SQLite file to use")
	}
	return store, nil
}

// openNeo4j connects. User and password come from the environment only: a flag's value shows in the list of processes.
func (s *storing) openNeo4j(ctx context.Context) (*neo4j.Store, error) {
	if u, err := url.Parse(s.uri); err == nil && u.User != nil {
		return nil, hintf(usagef("the URI holds a user or password, which others can see"), "set NEO4J_USERNAME and NEO4J_PASSWORD, and leave them out of the URI")
	}
	store, err := neo4j.Open(ctx, neo4j.Config{
		URI: s.uri, Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD"), Database: os.Getenv("NEO4J_DATABASE"),
		Say: func(text string) { // s.say may change meanwhile
			if s.say != nil {
				s.say(text)
			}
		},
	})
	if err != nil {
		if os.Getenv("NEO4J_PASSWORD") == "" {
			return nil, hintf(err, "set NEO4J_PASSWORD (and NEO4J_USERNAME, if it is not neo4j)")
		}
		if !neo4j.Unreachable(err) {
			return nil, err
		}
		return nil, hintf(err, "is the server up? stancegraph neo4j up starts one here, stancegraph doctor tells more")
	}
	return store, nil
}

// examine tells the doctor about the store's file and about Neo4j.
func (s *storing) examine(ctx context.Context) []finding {
	asked := s.uri != ""
	file := s.file
	if err := s.choose(); err != nil {
		return []finding{{what: "store", detail: err.Error(), needed: true}}
	}
	embedded := finding{what: "store", needed: !asked}
	probe := storing{file: s.file}
	if _, err := os.Stat(s.file); errors.Is(err, fs.ErrNotExist) {
		embedded.works, embedded.detail = true, s.file+", not made yet"
		if file != "" {
			embedded.works, embedded.detail, embedded.hint = false, s.file+": no such file", "stancegraph ingest FILE --store "+s.file+" makes it"
		}
	} else if store, err := sqlite.Open(ctx, probe.file); err != nil {
		embedded.detail = err.Error()
	} else {
		embedded.works, embedded.detail = true, s.file+contents(ctx, store)
		store.Close()
	}
	server := finding{what: "neo4j", needed: asked, hint: "stancegraph neo4j up starts one here; or docker compose up -d; then --neo4j bolt://127.0.0.1:7687"}
	if s.uri == "" {
		server.detail = "not asked for: neither --neo4j nor NEO4J_URI"
		return []finding{embedded, server}
	}
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	if store, err := s.openNeo4j(ctx); err != nil {
		server.detail = err.Error()
	} else {
		server.works, server.detail = true, s.uri+contents(ctx, store)
		if version, err := store.Version(ctx); err == nil {
			server.detail += ", Neo4j " + version
		}
		store.Close()
	}
	return []finding{embedded, server}
}

// contents is what a store holds, in words.
func contents(ctx context.Context, store graph.Store) string {
	stats, err := store.Stats(ctx)
	if err != nil {
		return ": " + err.Error()
	}
	text := fmt.Sprintf(", %s, %s, %s", count(stats.Nodes[graph.Document], "document"), count(stats.Nodes[graph.Statement], "stance"), count(stats.Nodes[graph.Actor], "actor"))
	if ds, err := store.Decisions(ctx); err != nil {
		text += ": " + err.Error()
	} else if len(ds) > 0 {
		text += ", " + count(len(ds), "decision")
	}
	return text
}
